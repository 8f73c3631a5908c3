"""What is compared: each row is a ratio of two programs run in turn, with what it must and what it aims to be."""

from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table. `must` and `aim` are upper bounds of the figure, which is None if it cannot be taken."""

    name: str
    figure: float | None
    unit: str
    must: float
    aim: float

    def line(self) -> str:
        """The row as it is printed."""
        if self.figure is None:
            return f"{self.name:<58} {self.unit:>11} {self.must:>7.2f} {self.aim:>7.2f}"
        verdict = "aim" if self.figure <= self.aim else "must" if self.figure <= self.must else "MISSED"
        return f"{self.name:<58} {self.figure:>8.2f}{self.unit:<3} {self.must:>7.2f} {self.aim:>7.2f}  {verdict}"


HEADER = f"{'measure':<58} {'figure':>8}    {'must':>7} {'aim':>7}"

Measure = Callable[[], float]


def ratio(one: Measure, other: Measure, rounds: int) -> float:
    """The median of the rounds' own ratios; both are run in turn in each round, after one that does not count."""
    one(), other()
    return median(one() / other() for _ in range(rounds))


def ratio_of(figures: list[float], others: list[float]) -> float:
    """The median of the ratios of what was measured in the same rounds."""
    return median(figure / other for figure, other in zip(figures, others, strict=True))
