"""Cards that are made when they are looked at: an archive grows for years, and hardly anyone looks into it."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, overload

from followup_tui.tui.widgets.board_model import Card


class Later(NamedTuple):
    """Cards to be made: how many, which (asked for once), and how to make one of them."""

    total: int
    ids: Callable[[], Sequence[str]]
    make: Callable[[str], Card]


class LazyCards(Sequence[Card]):
    """The cards of a column: some that are there, and behind them others that are made one by one."""

    def __init__(self, first: Sequence[Card], later: Later) -> None:
        """A sequence of `first`, then `later`."""
        self.first = first
        self._later = later

    @cached_property
    def _later_ids(self) -> Sequence[str]:
        return self._later.ids()

    @property
    def ids(self) -> Sequence[str]:
        """Which cards these are, none of them being made for that."""
        return [*(card.id for card in self.first), *self._later_ids]

    def only(self, ids: AbstractSet[str]) -> "LazyCards":
        """Those of these that are among `ids`."""
        left = [card_id for card_id in self._later_ids if card_id in ids]
        first = [card for card in self.first if card.id in ids]
        return LazyCards(first, Later(len(left), lambda: left, self._later.make))

    def __len__(self) -> int:
        return len(self.first) + self._later.total

    @overload
    def __getitem__(self, place: int) -> Card: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Card]: ...
    def __getitem__(self, place: int | slice) -> Card | Sequence[Card]:
        """The card at a place; a slice is a list of them."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        here = len(self.first)
        return self.first[place] if place < here else self._later.make(self._later_ids[place - here])
