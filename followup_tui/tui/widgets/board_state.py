"""What the board remembers between two keys: cursor, scrolling, folding; and what each change makes it repaint."""

from collections.abc import Sequence

from textual.geometry import Region

from followup_tui.tui.widgets.board_layout import CARD_LINES, Slot, clamp_offset, lay_out, reveal, strip_width
from followup_tui.tui.widgets.board_model import Card, Column, Place, card_at, clamp, follow

Damage = tuple[Region, ...] | None
"""The regions to repaint; None is the whole board."""

EVERYTHING: Damage = None

_BORDERS = 2


class BoardState:
    """Columns and cursor, laid out in a width and a height (cells). Each change returns its `Damage`."""

    def __init__(self, columns: Sequence[Column] = ()) -> None:
        self.columns: tuple[Column, ...] = tuple(columns)
        self.place = follow((), self.columns, Place(0, 0))
        self.slots: tuple[Slot, ...] = ()
        self.unfolded = False
        """Whether the user unfolded what folds."""
        self.target: str | None = None
        """The column on which a dragged card would land."""
        self._width = 0
        self._height = 0
        self._offsets: dict[str, int] = {}
        self._wish = 0
        """The line of the body where the cursor was last put up or down: going sideways it stays as near as it can."""

    @property
    def body_height(self) -> int:
        """The lines between the upper and the lower border."""
        return max(0, self._height - _BORDERS)

    @property
    def card(self) -> Card | None:
        """The card at the cursor."""
        return card_at(self.columns, self.place)

    @property
    def page(self) -> int:
        """How many whole cards are in view in a column."""
        return max(1, (self.body_height + 1) // CARD_LINES)

    def offset(self, column: int) -> int:
        """How many lines the column is scrolled."""
        return clamp_offset(self.columns[column], self._offsets.get(self.columns[column].id, 0), self.body_height)

    def is_folded(self, column: int) -> bool:
        """Whether the column is drawn as a strip."""
        return self.columns[column].folded and not self.unfolded and column != self.place.column

    @property
    def size(self) -> tuple[int, int]:
        """The columns and lines it is laid out for."""
        return self._width, self._height

    def resize(self, width: int, height: int) -> Damage:
        """Lay out for another size, the cursor kept in view."""
        if (width, height) == self.size:
            return ()
        self._width, self._height = width, height
        self._lay_out(keep=self.place.column)
        self._reveal()
        return EVERYTHING

    def replace(self, columns: Sequence[Column]) -> Damage:
        """Show other data. The cursor stays on its card and the card on its line, as far as that is possible."""
        line = self._line_of(self.place)
        before = self.columns[self.place.column].id if self.columns else None
        place = follow(self.columns, columns, self.place)
        self.columns, self.place = tuple(columns), place
        if not columns:
            self.slots = ()
            return EVERYTHING
        if self.columns[place.column].id == before:
            self._set_offset(place.column, place.row * CARD_LINES - line)
            self._lay_out(keep=None)
        else:
            self._lay_out(keep=place.column)
            self._reveal()
        return EVERYTHING

    def move_to(self, place: Place) -> Damage:
        """Put the cursor on another card, brought into view."""
        damage = self._stand(clamp(self.columns, place))
        self._wish = self._line_of(self.place)
        return damage

    def move_by(self, cards: int) -> Damage:
        """Put the cursor so many cards further down (or up, if negative) in its column."""
        return self.move_to(Place(self.place.column, self.place.row + cards))

    def move_sideways(self, columns: int) -> Damage:
        """Put the cursor into a column further right (or left), on the card nearest to the line where it was."""
        column = max(0, min(self.place.column + columns, len(self.columns) - 1))
        if not self.columns or column == self.place.column:
            return ()
        row = (self._wish + self.offset(column) + CARD_LINES // 2 - 1) // CARD_LINES
        return self._stand(clamp(self.columns, Place(column, row)))

    def scroll(self, column: int, lines: int) -> Damage:
        """Scroll a column, the cursor left where it is."""
        before = self.offset(column)
        self._set_offset(column, before + lines)
        return () if self.offset(column) == before else self._column_damage(column)

    def shift(self, columns: int) -> Damage:
        """Scroll sideways by whole columns, the cursor left where it is."""
        first = self.slots[0].column + columns if self.slots else 0
        return EVERYTHING if self._lay_out(keep=None, first=first) else ()

    def toggle_fold(self) -> Damage:
        """Unfold what folds, or fold it again; a cursor in it goes to the nearest column that does not fold."""
        self.unfolded = not self.unfolded
        if not self.unfolded and self.columns and self.columns[self.place.column].folded:
            others = [index for index, column in enumerate(self.columns) if not column.folded]
            if others:
                nearest = min(others, key=lambda index: abs(index - self.place.column))
                self.place = clamp(self.columns, Place(nearest, self.place.row))
        self._lay_out(keep=self.place.column)
        self._reveal()
        return EVERYTHING

    def slot_at(self, x: int) -> Slot | None:
        """The column at this cell of a line."""
        return next((slot for slot in self.slots if slot.x <= x < slot.x + slot.width), None)

    def place_at(self, x: int, y: int) -> Place | None:
        """The card drawn at this cell, None where there is none."""
        slot = self.slot_at(x)
        if slot is None or slot.folded or not 0 < y <= self.body_height:
            return None
        row, part = divmod(y - 1 + self.offset(slot.column), CARD_LINES)
        if part == CARD_LINES - 1 or row >= len(self.columns[slot.column].cards):
            return None
        return Place(slot.column, row)

    def aim(self, target: str | None) -> Damage:
        """Light up another column, or none, as the one on which a dragged card would land."""
        before, self.target = self.target, target
        if before == target:
            return ()
        return tuple(
            Region(slot.x, 0, slot.width, self._height)
            for slot in self.slots
            if self.columns[slot.column].id in {before, target}
        )

    def _stand(self, place: Place) -> Damage:
        """Move the cursor: repaint two cards and two titles, or a column if it scrolls, or all if the columns move."""
        before, self.place = self.place, place
        if before == place and self._slot_of(place.column) is not None and not self._needs_scroll():
            return ()
        if self._lay_out(keep=place.column):
            self._reveal()
            return EVERYTHING
        damage = self._card_damage(before)
        if self._reveal():
            damage += self._column_damage(place.column)
        else:
            damage += self._card_damage(place)
        if before.column != place.column:
            damage += self._title_damage(before.column) + self._title_damage(place.column)
        return damage

    def _lay_out(self, keep: int | None, first: int | None = None) -> bool:
        """Place the columns; True if anything moved."""
        if first is None:
            first = self.slots[0].column if self.slots else 0
        strips = [strip_width(column) if self.is_folded(index) else 0 for index, column in enumerate(self.columns)]
        before, self.slots = self.slots, lay_out(strips, self._width, first, keep)
        return before != self.slots

    def _needs_scroll(self) -> bool:
        offset = self.offset(self.place.column)
        return self.card is not None and reveal(self.place.row, offset, self.body_height) != offset

    def _reveal(self) -> bool:
        """Scroll the cursor's column so that its card is in view; True if that moved anything."""
        if not self.columns or not self._needs_scroll():
            return False
        column = self.place.column
        self._set_offset(column, reveal(self.place.row, self.offset(column), self.body_height))
        return True

    def _set_offset(self, column: int, offset: int) -> None:
        self._offsets[self.columns[column].id] = clamp_offset(self.columns[column], offset, self.body_height)

    def _line_of(self, place: Place) -> int:
        return place.row * CARD_LINES - self.offset(place.column) if self.columns else 0

    def _slot_of(self, column: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.column == column), None)

    def _card_damage(self, place: Place) -> tuple[Region, ...]:
        slot = self._slot_of(place.column)
        if slot is None:
            return ()
        top = self._line_of(place)
        first, last = max(0, top), min(top + CARD_LINES - 1, self.body_height)
        return (Region(slot.x, first + 1, slot.width, last - first),) if last > first else ()

    def _title_damage(self, column: int) -> tuple[Region, ...]:
        slot = self._slot_of(column)
        return () if slot is None else (Region(slot.x, 0, slot.width, 1),)

    def _column_damage(self, column: int) -> tuple[Region, ...]:
        slot = self._slot_of(column)
        return () if slot is None else (Region(slot.x, 1, slot.width, self.body_height),)
