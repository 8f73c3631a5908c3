"""What can be wrong with a template, and where."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from followup_tui.domain.errors import FollowupError


class Problem(NamedTuple):
    """One thing wrong with a template. Line and column count from 1, columns in code points."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


class TemplateError(FollowupError):
    """A template that cannot be used; `problems` are all that is wrong with it, in the order of the text."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("; ".join(map(str, self.problems)))


class Report:
    """Collects the problems of one text by their offsets in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self._line_starts = [0]
        for line in text.split("\n"):
            self._line_starts.append(self._line_starts[-1] + len(line) + 1)

    def add(self, offset: int, message: str) -> None:
        """Note that `message` is what is wrong at `offset`."""
        line = bisect_right(self._line_starts, min(offset, len(self.text)))
        self.problems.append(Problem(line, offset - self._line_starts[line - 1] + 1, message))
