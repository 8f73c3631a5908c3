"""How large a table may be: what would take minutes is refused before anything of it is read.

LinkedIn lets nobody have more than 30,000 connections; a table of 100,000 rows takes about ten seconds. Rows are
counted by the line ends outside of quotes, since the texts of messages and notes have many inside.
"""

from collections.abc import Iterator
from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source, Where

MAX_ROWS: Final = 100_000
"""As many rows may a table have below its titles."""
MAX_LINES_OF_A_ROW: Final = 1_000
"""A quote that goes on for longer was never meant to be closed: its lines are rows."""
_TITLES: Final = 1
_MAX_LINES: Final = 1_000_000
_MAX_QUOTES: Final = 10_000_000
_CHUNK: Final = 1_048_576


def check_size(source: Source) -> None:
    """Raises FollowupError, with the line, for more rows than a table has; the source then stands at its beginning."""
    line = _line_beyond(source)
    source.stream.seek(0)
    if line is not None:
        raise FollowupError(
            f"{Where(source.path, line)}: the table has more than {MAX_ROWS:,} rows, as none of contacts or "
            "applications has; nothing was imported. Split it."
        )


def _line_beyond(source: Source) -> int | None:
    """The line in which the first row ends that is one too many; None if there is none."""
    lines = quotes = 0
    for chunk in _chunks(source):
        lines += _lines_in(chunk)
        quotes += chunk.count(b'"')
        if lines > _MAX_LINES:
            return _MAX_LINES + 1
        if lines > MAX_ROWS and quotes > _MAX_QUOTES:
            return lines
    return _first_row_beyond(source) if lines > MAX_ROWS + _TITLES else None


def _chunks(source: Source) -> Iterator[bytes]:
    """The bytes of a source from its beginning, no line end torn apart."""
    source.stream.seek(0)
    while chunk := source.stream.read(_CHUNK):
        yield chunk + source.stream.read(1) if chunk.endswith(b"\r") else chunk


def _lines_in(piece: bytes) -> int:
    return max(piece.count(b"\n"), piece.count(b"\r"))


def _first_row_beyond(source: Source) -> int | None:
    """As `_line_beyond`, by the line ends that end a row."""
    rows = inside = lines = 0
    is_quoted = False
    for chunk in _chunks(source):
        for number, piece in enumerate(chunk.split(b'"')):
            if number:
                rows += inside if inside > MAX_LINES_OF_A_ROW else 0
                inside, is_quoted = 0, not is_quoted
            here = _lines_in(piece)
            lines += here
            if is_quoted:
                inside += here
            else:
                rows += here
            beyond = rows + (inside if inside > MAX_LINES_OF_A_ROW else 0) - MAX_ROWS - _TITLES
            if beyond > 0:
                return lines - beyond + 1
    return None
