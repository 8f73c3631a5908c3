"""The rows of a table by the fields of its columns, as the readers of contacts and of applications take them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from followup_tui.exchange import dates
from followup_tui.exchange.column_names import TableKind
from followup_tui.exchange.columns import NO_FIELD, UNKNOWN
from followup_tui.exchange.found import Reading, Source, Unreadable, Where
from followup_tui.exchange.tables import Head, body, fields_of_head, head_of

UNTOLD: Final = "the line cannot be split into cells (a quote that is not closed, or far too many cells)"
_NOTHING: Final = frozenset(
    {"-", "–", "—", "n/a", "na", "none", "null", "nan", "tbd", "tba", "?", "#n/a", "undefined", "[]"}
)
_TOTALS: Final = re.compile(r"(?:grand )?(?:total|sum|summe|gesamt|insgesamt|suma|somme|soma|totaux)\b", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[^\W\d_]{4,}")
_PROTECTED: Final = ("'=", "'+", "'-", "'@", "'\t", "'\r")


class Cell(NamedTuple):
    """A cell that says something: the title of its column, and its text."""

    title: str
    text: str


class Fields:
    """What one row says, by field; a cell that was taken by nobody is told by `rest`."""

    def __init__(self, where: Where, cells: Mapping[str, list[Cell]], extra: tuple[str, ...]) -> None:
        self.where = where
        self._cells = cells
        self.extra = extra
        """Cells beyond the last title."""

    def all(self, field: str) -> list[Cell]:
        """The cells of a field that are not empty, in the order of their columns."""
        return self._cells.get(field, [])

    def text(self, field: str) -> str:
        """The first cell of a field that is not empty, in one line; empty if there is none."""
        return next((" ".join(cell.text.split()) for cell in self.all(field)), "")

    def is_total(self) -> bool:
        """Whether the row only sums up those above it: `Total: 40`, and numbers beside it."""
        first, *others = [cell.text for cells in self._cells.values() for cell in cells]
        if _TOTALS.match(first) is None:
            return False
        return not any(map(_LETTERS.search, [_TOTALS.sub("", first, count=1), *others]))

    def further(self, field: str) -> list[Cell]:
        """The cells of a field behind the first that say something else."""
        cells = self.all(field)
        return [cell for cell in cells[1:] if cell.text != cells[0].text]


class Body(NamedTuple):
    """A table below its header: how its columns were matched, and its rows, which may be read several times."""

    source: Source
    head: Head
    fields: tuple[str, ...]
    keeps_unknown: bool
    """Whether what has no field goes to the notes; of the many columns of a program it does not."""

    @property
    def has_stages_as_titles(self) -> bool:
        """Whether no column says the stage, so that those that are called by stages do."""
        return {"stage", "outcome"}.isdisjoint(self.fields)

    def rows(self) -> Iterator[Fields | Unreadable]:
        """The rows that say anything."""
        titles = self.head.titles
        for row in body(self.source, self.head):
            where = Where(self.source.path, row.line)
            if row.cells is None:
                yield Unreadable(where=where, reason=UNTOLD)
                continue
            cells: dict[str, list[Cell]] = {}
            for title, field, text in zip(titles, self.fields, map(told, row.cells), strict=False):
                if text and field != NO_FIELD and (field != UNKNOWN or self.keeps_unknown):
                    cells.setdefault(field, []).append(Cell(title, text))
            extra = tuple(filter(None, map(told, row.cells[len(titles) :])))
            if cells:
                yield Fields(where, cells, extra)

    def orders(self, fields: tuple[str, ...], reading: Reading) -> dict[str, dates.Order | None]:
        """For each column of these fields how its dates are written, by its title."""
        wanted = [number for number, field in enumerate(self.fields) if field in fields]
        if reading.date_order is not None:
            return {self.head.titles[number]: reading.date_order for number in wanted}
        cells: dict[int, set[str]] = {number: set() for number in wanted}
        for row in body(self.source, self.head) if wanted else ():
            for number in wanted:
                if row.cells is not None and number < len(row.cells):
                    cells[number].add(row.cells[number])
        titles = self.head.titles
        return {
            titles[number]: dates.order_of(cells[number]) or dates.order_in_title(titles[number]) for number in wanted
        }


def body_of(source: Source, kind: TableKind, reading: Reading, *, keeps_unknown: bool) -> Body:
    """The table in a file. Raises FollowupError if it has no header of that kind."""
    head = head_of(source, kind)
    return Body(source, head, fields_of_head(source, head, kind, reading.columns or {}), keeps_unknown)


def told(cell: str) -> str:
    """What a cell says: without the marks of spreadsheets against formulas; empty for the ways of saying nothing."""
    if cell.startswith(_PROTECTED):
        cell = cell[1:]
    elif cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1]
    return "" if cell.casefold() in _NOTHING else cell
