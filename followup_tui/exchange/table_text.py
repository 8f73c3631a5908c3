"""The rows of a table, one by one, as spreadsheets and other programs write them.

Real files are not as RFC 4180 has them. A quote that is never closed would take the rest of the file into one cell:
such a line is told as unreadable, and reading goes on at the next.
"""

import csv
import io
import itertools
from collections.abc import Iterator
from typing import Final, NamedTuple

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.text import clean
from followup_tui.exchange.encodings import encoding_of
from followup_tui.exchange.found import Source
from followup_tui.exchange.sources import head
from followup_tui.exchange.table_size import MAX_LINES_OF_A_ROW

DELIMITERS: Final = (",", ";", "\t", "|")
MAX_COLUMNS: Final = 1_000
MAX_LETTERS: Final = 1_000_000
"""As many characters may stand in one line, and in one cell."""
_SEPARATOR_LINE = "sep="


class Row(NamedTuple):
    """One row: the line it begins in, and its cells without spaces around them; None where they cannot be told."""

    line: int
    cells: tuple[str, ...] | None


class Layout(NamedTuple):
    """How the text of a table is written."""

    encoding: str
    delimiter: str
    skipped: int = 0
    """Lines before the first row: `sep=;`, by which spreadsheet programs are told."""


def layouts(source: Source) -> list[Layout]:
    """The ways in which a table may be written, one for each delimiter; only one if the file says which.

    Which of several is meant shows in the header that it brings out. Raises FollowupError for what is no text.
    """
    encoding = encoding_of(source)
    first = head(source, 64).decode(encoding, "replace").lstrip("\ufeff").partition("\n")[0].strip("\r")
    if first.casefold().startswith(_SEPARATOR_LINE) and len(first) == len(_SEPARATOR_LINE) + 1:
        return [Layout(encoding, first[-1], 1)]
    return [Layout(encoding, delimiter) for delimiter in DELIMITERS]


class _UnclosedError(Exception):
    """A quote is not closed for so long that it was never meant to be."""


class _Lines:
    """The lines of a text, handed to the reader of rows; what a row took can be given back."""

    def __init__(self, text: Iterator[str], first: int) -> None:
        self._text = text
        self._back: list[str] = []
        self.taken: list[str] = []
        self.number = first
        """The line in which the row begins that is being read."""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._text)
        self.taken.append(line)
        if len(self.taken) > MAX_LINES_OF_A_ROW:
            raise _UnclosedError
        return line

    def next_row(self) -> None:
        """What comes next is another row."""
        self.number += len(self.taken)
        self.taken.clear()

    def give_back_all_but_one(self) -> None:
        """Read again what was taken, but for its first line."""
        self._back.extend(reversed(self.taken[1:]))
        self.number += 1
        self.taken.clear()


def rows(source: Source, layout: Layout, width: int = 0) -> Iterator[Row]:
    """The rows that are not empty; `width` is the number of cells of the header, where that is known.

    Raises FollowupError for a line that no table has.
    """
    csv.field_size_limit(MAX_LETTERS)
    source.stream.seek(0)
    text = io.TextIOWrapper(source.stream, layout.encoding, errors="replace", newline="")
    try:
        lines = _Lines(itertools.islice(_limited(text, source), layout.skipped, None), layout.skipped + 1)
        yield from _rows(lines, layout.delimiter, width)
    finally:
        # An import that is stopped half-way closes the file before this is left.
        if not source.stream.closed:
            text.detach()


def _limited(text: io.TextIOWrapper, source: Source) -> Iterator[str]:
    """The lines of a text. Raises FollowupError for one that is so long that no table has it."""
    for number in itertools.count(1):
        line = text.readline(MAX_LETTERS + 1)
        if not line:
            return
        if len(line) > MAX_LETTERS:
            raise FollowupError(
                f"{source.path}: line {number} is longer than {MAX_LETTERS:,} characters, as in no table; "
                "nothing was imported."
            )
        yield line


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[Row]:
    while True:
        try:
            cells = next(csv.reader(lines, delimiter=delimiter))
            told = not _has_swallowed_rows(cells, lines.taken, delimiter, width)
        except StopIteration:
            return
        except (_UnclosedError, csv.Error):
            cells, told = [], False
        line = lines.number
        if not told:
            lines.give_back_all_but_one()
            yield Row(line, None)
            continue
        lines.next_row()
        if len(cells) > MAX_COLUMNS:
            yield Row(line, None)
        elif any(trimmed := tuple([clean(cell).strip() for cell in cells])):
            yield Row(line, trimmed)


def _has_swallowed_rows(cells: list[str], taken: list[str], delimiter: str, width: int) -> bool:
    """Whether a row over several lines is none: it is not as it should be, but one of its lines alone is."""
    if len(taken) == 1 or not width or (len(cells) == width and _is_strict(taken, delimiter)):
        return False
    alone = (next(csv.reader([line], delimiter=delimiter)) for line in taken[1:])
    return any(len(one) == width for one in alone)


def _is_strict(taken: list[str], delimiter: str) -> bool:
    """Whether every quote of a row is closed, and where a cell ends."""
    try:
        next(csv.reader(taken, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True
