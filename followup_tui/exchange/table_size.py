"""How large a table may be: what would take minutes is refused before anything of it is read.

LinkedIn lets nobody have more than 30,000 connections; a table of 100,000 rows takes about ten seconds. Rows are
counted by the line ends outside of quotes, since the texts of messages and notes have many inside.
"""

from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source

MAX_ROWS: Final = 100_000
"""As many rows may a table have."""
MAX_LINES_OF_A_ROW: Final = 1_000
"""A quote that goes on for longer was never meant to be closed: its lines are rows."""
_MAX_LINES: Final = 1_000_000
_MAX_QUOTES: Final = 10_000_000
_CHUNK: Final = 1_048_576


def check_size(source: Source) -> None:
    """Raises FollowupError for more rows than a table has; the source stands at its beginning afterwards."""
    lines = quotes = 0
    while (chunk := source.stream.read(_CHUNK)) and lines <= _MAX_LINES:
        lines += _lines_in(chunk)
        quotes += chunk.count(b'"')
    source.stream.seek(0)
    if lines > MAX_ROWS and (lines > _MAX_LINES or quotes > _MAX_QUOTES or _has_too_many_rows(source)):
        raise FollowupError(
            f"{source.path}: has more than {MAX_ROWS:,} rows, as no table of contacts or applications has; "
            "nothing was imported. Split it."
        )


def _lines_in(piece: bytes) -> int:
    return max(piece.count(b"\n"), piece.count(b"\r"))


def _has_too_many_rows(source: Source) -> bool:
    """Whether the line ends that end a row are too many; the source stands at its beginning afterwards."""
    rows = inside = 0
    is_quoted = False
    while (chunk := source.stream.read(_CHUNK)) and rows <= MAX_ROWS:
        for number, piece in enumerate(chunk.split(b'"')):
            if number:
                rows += inside if inside > MAX_LINES_OF_A_ROW else 0
                inside, is_quoted = 0, not is_quoted
            if is_quoted:
                inside += _lines_in(piece)
            else:
                rows += _lines_in(piece)
    source.stream.seek(0)
    return rows + (inside if inside > MAX_LINES_OF_A_ROW else 0) > MAX_ROWS
