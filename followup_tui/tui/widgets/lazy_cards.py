"""Cards that are made when they are looked at: a book grows for years, and a screen shows a few dozen of them."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, overload

from followup_tui.tui.widgets.board_model import Card
from followup_tui.tui.widgets.urgency import Urgency

Make = Callable[[str], Card]
"""Makes the card with an id."""


class Later(NamedTuple):
    """Cards of which not even the order is made before it is asked for (once): how many, and which."""

    total: int
    ids: Callable[[], Sequence[str]]


class LazyCards(Sequence[Card]):
    """The cards of a column, made one by one: some of which the urgency is known, and behind them those of `later`."""

    def __init__(self, first: Mapping[str, Urgency], make: Make, later: Later | None = None) -> None:
        """A sequence of `first`, by their ids in their order, then `later`."""
        self._first = first
        self._make = make
        self._later = later or Later(0, tuple)
        self._made: dict[str, Card] = {}

    @cached_property
    def _first_ids(self) -> Sequence[str]:
        return tuple(self._first)

    @cached_property
    def _later_ids(self) -> Sequence[str]:
        return self._later.ids()

    @property
    def ids(self) -> Sequence[str]:
        """Which cards these are, none of them being made for that."""
        return [*self._first_ids, *self._later_ids]

    @property
    def overdue(self) -> int:
        """How many are overdue; none is that is known later only."""
        return sum(urgency == "overdue" for urgency in self._first.values())

    def only(self, ids: AbstractSet[str]) -> "LazyCards":
        """Those of these that are among `ids`."""
        first = {card_id: urgency for card_id, urgency in self._first.items() if card_id in ids}
        left = [card_id for card_id in self._later_ids if card_id in ids]
        return LazyCards(first, self._make, Later(len(left), lambda: left))

    def __len__(self) -> int:
        return len(self._first) + self._later.total

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
        here = len(self._first)
        card_id = self._first_ids[place] if place < here else self._later_ids[place - here]
        if card_id not in self._made:
            self._made[card_id] = self._make(card_id)
        return self._made[card_id]
