"""What the board shows: columns of cards, and where the cursor stands among them. Pure functions, no Textual."""

from collections.abc import Sequence
from typing import NamedTuple

from followup_tui.tui.widgets.urgency import Urgency


class Card(NamedTuple):
    """One opportunity as the board draws it. Texts are shown as text, whatever they hold."""

    id: str
    company: str
    role: str = ""
    next: str = ""
    """The next step and when, without its symbol: "thank Ana · overdue 6 h". What follows " · " is cut last."""
    brief: str = ""
    """The same in fewer words ("thank Ana · 6 h"), for where `next` does not fit."""
    urgency: Urgency = "none"
    priority: int = 0
    """Stars, 0–3."""
    tags: tuple[str, ...] = ()


class Column(NamedTuple):
    """One column of cards, in the order they are to stand."""

    id: str
    title: str
    cards: Sequence[Card] = ()
    overdue: int = 0
    """How many of the cards are overdue; said in the title."""
    folded: bool = False
    """Drawn as a narrow strip until the cursor comes or the user unfolds it."""
    hint: str = ""
    """What to say where there are no cards."""

    @property
    def ids(self) -> Sequence[str]:
        """Which cards these are; some sequences know without making them (`lazy_cards`)."""
        known: Sequence[str] | None = getattr(self.cards, "ids", None)
        return [card.id for card in self.cards] if known is None else known


class Place(NamedTuple):
    """Where the cursor stands: a column, and the card in it (0 where there is none)."""

    column: int
    row: int


def card_at(columns: Sequence[Column], place: Place) -> Card | None:
    """The card at a place, None in an empty column."""
    if place.column >= len(columns):
        return None
    cards = columns[place.column].cards
    return cards[place.row] if place.row < len(cards) else None


def column_index(columns: Sequence[Column], column_id: str) -> int | None:
    """Where the column with this id is."""
    return next((index for index, column in enumerate(columns) if column.id == column_id), None)


def find_card(columns: Sequence[Column], card_id: str, near: Place) -> Place | None:
    """Where the card with this id is; the place where it was before is tried first."""
    card = card_at(columns, near)
    if card is not None and card.id == card_id:
        return near
    for index, column in enumerate(columns):
        for row, candidate in enumerate(column.ids):
            if candidate == card_id:
                return Place(index, row)
    return None


def clamp(columns: Sequence[Column], place: Place) -> Place:
    """The place, or the nearest that exists."""
    column = max(0, min(place.column, len(columns) - 1))
    last = len(columns[column].cards) - 1 if columns else 0
    return Place(column, max(0, min(place.row, last)))


def follow(old: Sequence[Column], new: Sequence[Column], place: Place) -> Place:
    """Where the cursor goes when the columns are replaced.

    To its card, wherever that is now; if it is gone to the nearest that stood below it in the same column, else above;
    if none of those is left to the nearest column that has cards. A cursor in an empty column stays in that column.
    """
    card = card_at(old, place)
    if card is not None and (found := find_card(new, card.id, place)) is not None:
        return found
    here = column_index(new, old[place.column].id) if place.column < len(old) else None
    if here is None or not any(column.cards for column in old):
        return _nearest_cards(new, clamp(new, place))
    if card is None:
        return clamp(new, Place(here, place.row))
    rows = {candidate: row for row, candidate in enumerate(new[here].ids)}
    ids = old[place.column].ids
    for row in (*range(place.row + 1, len(ids)), *range(place.row - 1, -1, -1)):
        if (left := rows.get(ids[row])) is not None:
            return Place(here, left)
    return _nearest_cards(new, clamp(new, Place(here, place.row)))


def _nearest_cards(columns: Sequence[Column], place: Place) -> Place:
    """The place, or the same row of the nearest column that has cards and is not folded, if any has."""
    candidates = [index for index, column in enumerate(columns) if column.cards and not column.folded]
    if not candidates or place.column in candidates:
        return place
    nearest = min(candidates, key=lambda index: abs(index - place.column))
    return clamp(columns, Place(nearest, place.row))
