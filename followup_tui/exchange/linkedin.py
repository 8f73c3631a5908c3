"""The tables in LinkedIn's own archive of a member's data ("Download your data").

Their columns are those of archives of 2019 to 2025: `Connections.csv` begins with a `Notes:` paragraph in newer ones,
and has no `URL` in older ones.
"""

from collections.abc import Iterator
from datetime import time

from followup_tui.exchange import dates
from followup_tui.exchange.column_names import folded
from followup_tui.exchange.found import FoundPerson, Person, Reading, Remark, Source, Unit, Unreadable, Where
from followup_tui.exchange.kinds import Kind
from followup_tui.exchange.table_text import Row
from followup_tui.exchange.tables import Head, body, head_of

_MIDNIGHT = time()
UNTOLD_ROW = "the line cannot be told into cells (a quote that is not closed, or far too many cells)"


def _rows(source: Source, kind: Kind) -> Iterator[tuple[Where, dict[str, str] | None]]:
    """The rows of one of LinkedIn's tables, by their folded titles; None for one that cannot be read."""
    head = head_of(source, kind)
    titles = [folded(title) for title in head.titles]
    for row in body(source, head):
        where = Where(source.path, row.line)
        yield (
            where,
            None if row.cells is None else dict(zip(reversed(titles), reversed(_padded(row, head)), strict=True)),
        )


def _padded(row: Row, head: Head) -> tuple[str, ...]:
    """The cells of a row, as many as the header has titles."""
    cells = row.cells or ()
    return (*cells, *[""] * (len(head.titles) - len(cells)))[: len(head.titles)]


def read_connections(source: Source, reading: Reading) -> Iterator[Unit]:
    """The people in `Connections.csv`; those who have hidden everything are empty rows, which say nothing."""
    for where, row in _rows(source, "linkedin-connections"):
        if row is None:
            yield Unreadable(where=where, reason=UNTOLD_ROW)
            continue
        connected = row.get("connected on", "")
        name = f"{row['first name']} {row['last name']}".strip()
        email, url = row.get("email address", ""), row.get("url", "")
        if not any((name, email, url)):
            if any(row.get(title) for title in ("company", "position")):
                yield Unreadable(where=where, reason="has neither a name nor an address")
            continue
        moment = dates.read(connected, reading.date_order)
        if connected and moment is None:
            yield Remark(where=where, text=f"{connected!r} is no date that can be read; it was left empty")
        yield FoundPerson(
            where=where,
            person=Person(
                name=name,
                emails=(email,) if email else (),
                company=row.get("company") or None,
                title=row.get("position") or None,
                linkedin=url or None,
                linkedin_connected_at=moment.instant(reading.zone, _MIDNIGHT) if moment else None,
            ),
        )
