"""A table of any length: columns that share the width, rows that are made when they are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from followup_tui.tui.widgets.cells import fit_with_end, pad
from followup_tui.tui.widgets.table_lines import Lines, Segments
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS

_GAP = 2
MARK = "✓"


class TableColumn(NamedTuple):
    """A column: at least `least` cells wide, and `share` parts of what is left.

    Where room is short, those with the highest `rank` are left out first; rank 0 stays.
    """

    id: str
    title: str
    least: int
    share: int = 0
    rank: int = 0


class Cell(NamedTuple):
    """What stands in a column: a text that `visible` has been over, and a style: `muted`, an urgency, or none.

    Where there is no room for the text, what is `brief` stands for it, if there is such.
    """

    text: str
    style: str = ""
    brief: str = ""


class Row(NamedTuple):
    """A row: a cell for each column, and whether it is marked."""

    cells: Sequence[Cell]
    marked: bool = False


class Slot(NamedTuple):
    """Where a column stands: `column` is its place among the columns, `start` its first cell."""

    column: int
    start: int
    width: int


def lay_out(columns: Sequence[TableColumn], width: int) -> list[Slot]:
    """The columns that fit into `width` cells, with two cells between them."""
    kept = list(range(len(columns)))
    while len(kept) > 1 and _needed(columns, kept) > width:
        worst = max(kept, key=lambda index: (columns[index].rank, index))
        if columns[worst].rank == 0:
            break
        kept.remove(worst)
    room = max(0, width - _needed(columns, kept))
    shares = sum(columns[index].share for index in kept)
    slots: list[Slot] = []
    start = 0
    for index in kept:
        column = columns[index]
        extra = room * column.share // shares if shares else 0
        room, shares = room - extra, shares - column.share
        cells = max(0, min(column.least + extra, width - start))
        slots.append(Slot(index, start, cells))
        start += cells + _GAP
    return slots


def _needed(columns: Sequence[TableColumn], kept: Sequence[int]) -> int:
    return sum(columns[index].least for index in kept) + _GAP * (len(kept) - 1)


class Table(Lines):
    """A table with a cursor line, a mark before each marked row, and a header that says by what it is sorted."""

    HEADER = 1

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--header-current",
        "table--mark",
        "table--muted",
        *(f"table--{urgency}" for urgency in SYMBOLS),
    }
    """
    | Class | Description |
    | :- | :- |
    | `table--header`, `table--header-current` | A column's title; that of the column that it is sorted by. |
    | `table--mark` | The sign before a marked row. |
    | `table--muted` | A cell that is not to stand out. |
    | `table--overdue`, `-due`, `-open`, `-upcoming`, `-later`, `-none`, `-held` | A cell by urgency. |
    """

    DEFAULT_CSS = (
        """
    Table {
        & > .table--header { color: $text-muted; background: $panel; }
        & > .table--header-current { color: $foreground; background: $panel; text-style: bold; }
        & > .table--mark { color: $text-accent; text-style: bold; }
        & > .table--muted { color: $text-muted; }
"""
        + "".join(f"        & > .table--{urgency} {{ color: {colour}; }}\n" for urgency, colour in COLOURS.items())
        + "    }\n"
    )

    @dataclass
    class HeaderSelected(Message):
        """The title of a column was clicked on."""

        table: "Table"
        column_id: str

        @property
        def control(self) -> "Table":
            """The table that sent the message."""
            return self.table

    def __init__(self, columns: Sequence[TableColumn], hint: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """An empty table with these columns."""
        super().__init__(hint, id=id)
        self._columns = columns
        self._row: Callable[[int], Row] = _no_row
        self._sorted_by = ("", False)
        self._slots: tuple[int, list[Slot]] = (-1, [])
        self._drawn: tuple[int, Row] | None = None

    def set_rows(
        self,
        ids: Sequence[str],
        row: Callable[[int], Row],
        *,
        sorted_by: tuple[str, bool] = ("", False),
        hint: str = "",
    ) -> None:
        """Show other rows; `row` is called with the index of one when it is drawn.

        `sorted_by` names the column whose title says so, and whether it is turned round.
        """
        self._row = row
        self._sorted_by = sorted_by
        self.replace_rows(ids, hint=hint)

    def draw(self, index: int, line: int, width: int, cursor: Style | None) -> Segments:  # noqa: ARG002 - rows have one line
        """A row: its mark, then its cells."""
        row = self._row(index)
        at = cursor or Style()
        gap = self._style("") + at
        mark = Segment(f"{MARK} " if row.marked else "  ", self._style("table--mark") + at)
        segments, end = [mark], 0
        for slot in self._slots_at(width - 2):
            segments.append(Segment(" " * (slot.start - end), gap))
            cell = row.cells[slot.column]
            style = self._style(f"table--{cell.style}" if cell.style else "") + at
            segments.append(Segment(_fitted(cell, slot.width), style))
            end = slot.start + slot.width
        segments.append(Segment(" " * max(0, width - 2 - end), gap))
        return segments

    def draw_header(self, width: int) -> Segments:
        """The titles of the columns; an arrow at the one it is sorted by."""
        plain = self._style("table--header")
        segments, end = [Segment("  ", plain)], 0
        column_id, backwards = self._sorted_by
        for slot in self._slots_at(width - 2):
            column = self._columns[slot.column]
            segments.append(Segment(" " * (slot.start - end), plain))
            current = column.id == column_id
            title = f"{column.title} {'▲' if backwards else '▼'}" if current else column.title
            style = self._style("table--header-current") if current else plain
            segments.append(Segment(pad(title, slot.width), style))
            end = slot.start + slot.width
        segments.append(Segment(" " * max(0, width - 2 - end), plain))
        return segments

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name) if name else self.rich_style

    def _slots_at(self, width: int) -> list[Slot]:
        if self._slots[0] != width:
            self._slots = (width, lay_out(self._columns, width))
        return self._slots[1]

    def header_clicked(self, x: int) -> None:
        """Tell which column's title was clicked on."""
        for slot in self._slots_at(self.scrollable_content_region.width - 2):
            if slot.start <= x - 2 < slot.start + slot.width:
                self.post_message(self.HeaderSelected(self, self._columns[slot.column].id))


def _fitted(cell: Cell, width: int) -> str:
    text = cell.brief if cell.brief and cell_len(cell.text) > width else cell.text
    return pad(fit_with_end(text, width), width)


def _no_row(index: int) -> Row:
    raise IndexError(index)
