"""Tables of people: Google's and Outlook's exports, and whatever else has a name or an address in each row."""

from collections.abc import Iterator
from datetime import time
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.exchange import dates
from followup_tui.exchange.cells import emails_in, name_of, page_in, phones_in, role_of, several, unlinked
from followup_tui.exchange.column_names import OF_ADDRESS_BOOKS, folded
from followup_tui.exchange.columns import UNKNOWN
from followup_tui.exchange.company_and_role import apart
from followup_tui.exchange.found import FoundPerson, Passed, Person, Reading, Remark, Source, Unit, Unreadable
from followup_tui.exchange.table_rows import Cell, Fields, body_of
from followup_tui.exchange.tables import head_of

_MIDNIGHT = time()
_GOOGLES_OWN: Final = "* "
A_TOTAL: Final = "only sums up the rows above it; left out"
"""What is said of such a row."""


def read(source: Source, reading: Reading) -> Iterator[Unit]:
    """The people in a table."""
    titles = set(map(folded, head_of(source, "contacts").titles))
    table = body_of(source, "contacts", reading, keeps_unknown=titles.isdisjoint(OF_ADDRESS_BOOKS))
    orders = table.orders(("linkedin_connected_at",), reading)
    for row in table.rows():
        if isinstance(row, Unreadable):
            yield row
            continue
        if row.is_total():
            yield Passed(where=row.where, text=A_TOTAL)
            continue
        person, remarks = _person(row, reading, orders)
        for remark in remarks:
            yield Remark(where=row.where, text=remark)
        yield FoundPerson(where=row.where, person=person)


def _person(row: Fields, reading: Reading, orders: dict[str, dates.Order | None]) -> tuple[Person, list[str]]:
    """Whom a row names, and what is to be said of it; what has no field of its own goes to the notes."""
    kept: list[Cell] = [*row.all("nickname"), *row.further("title"), *row.all(UNKNOWN)]
    remarks: list[str] = []
    emails, phones = _addresses(row, kept, remarks)
    linkedin, timezone, title = _linkedin(row, kept), _timezone(row, kept), row.text("title")
    role, connected = role_of(row.text("role")), _connected(row, reading, orders, remarks)
    if role == "other":
        kept += [cell for cell in row.all("role") if title and cell.text != role]
        title = title or row.text("role")
    if row.extra:
        remarks.append("the row has more cells than there are titles; the last went to the notes")
        kept += [Cell("", cell) for cell in row.extra]
    company = unlinked(row.text("company")) or None
    if both := next(iter(row.all("company_title")), None):
        company, title = apart(both.title, unlinked(both.text), "contacts")
    name = _name(row)
    person = Person(
        name=name or (company or "" if not emails else ""),
        emails=emails,
        phones=phones,
        company=company,
        title=title or None,
        role=role,
        linkedin=linkedin,
        linkedin_connected_at=connected,
        timezone=timezone,
        tags=_tags(row),
        notes=notes_of(row.all("notes"), kept),
    )
    return person, remarks


def _name(row: Fields) -> str:
    parts = [row.text(field) for field in ("first_name", "middle_name", "last_name")]
    if parts[0] or parts[2]:
        return " ".join(filter(None, parts))
    return name_of(unlinked(row.text("name")))


def _addresses(row: Fields, kept: list[Cell], remarks: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    emails: list[str] = []
    phones: list[str] = []
    for field, read_cell, found in (("email", emails_in, emails), ("phone", phones_in, phones)):
        for cell in row.all(field):
            values = read_cell(cell.text)
            found.extend(values)
            if not values:
                kept.append(cell)
            if not values and field == "email":
                remarks.append(f"{cell.title}: {cell.text[:60]!r} is no e-mail address; it went to the notes")
    return tuple(dict.fromkeys(emails)), tuple(dict.fromkeys(phones))


def _linkedin(row: Fields, kept: list[Cell]) -> str | None:
    """The first LinkedIn address; other pages go to the notes."""
    page = None
    for cell in row.all("linkedin"):
        found = page_in(cell.text)
        if found is None or page is not None:
            kept.append(cell)
        page = page or found
    return page


def _timezone(row: Fields, kept: list[Cell]) -> str | None:
    name = row.text("timezone")
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        kept += row.all("timezone")
        return None


def _connected(row: Fields, reading: Reading, orders: dict[str, dates.Order | None], remarks: list[str]) -> str | None:
    cell = next(iter(row.all("linkedin_connected_at")), None)
    if cell is None:
        return None
    moment = dates.read(cell.text, orders.get(cell.title), reading.today)
    if moment is None:
        remarks.append(unread_date(cell))
        return None
    return moment.instant(reading.zone, _MIDNIGHT)


def unread_date(cell: Cell) -> str:
    """What is said of a date that was left empty."""
    return f"{cell.title}: {cell.text!r} is no date that is certain, so it was left empty (date_order in the settings)"


def _tags(row: Fields) -> tuple[str, ...]:
    parts = (
        part.strip().lstrip("#") for cell in row.all("tags") for one in several(cell.text) for part in one.split(",")
    )
    return tuple(dict.fromkeys(part for part in parts if part and not part.startswith(_GOOGLES_OWN)))


def notes_of(notes: list[Cell], kept: list[Cell]) -> str:
    """The notes, and below them what else was kept, each line with the title of its column."""
    lines = [f"{cell.title}: {cell.text}" if cell.title else cell.text for cell in kept]
    return "\n".join([*(cell.text for cell in notes), *dict.fromkeys(lines)])
