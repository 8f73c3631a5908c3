"""The tables that go out as CSV: the fields as the book has them, and beside every id what a person calls it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from followup_tui.desk.activities import Period
from followup_tui.desk.desk import Desk
from followup_tui.domain.facts import instant
from followup_tui.domain.records import BY_TABLE, Contact, Opportunity, Part, Promise, Record, StageChange
from followup_tui.exchange.csv_out import csv_file

_COLUMNS: Final[dict[str, str]] = {
    "contacts": (
        "id name company title role email other_emails phone other_phones linkedin timezone preferred_channel"
        " linkedin_connected_at keep_in_touch keep_in_touch_days keep_in_touch_since tags notes created_at updated_at"
    ),
    "opportunities": (
        "id company role stage outcome contacts source url location compensation priority tags applied_at decision_by"
        " stage_changed_at stage_history notes primary_contact_id contact_ids created_at updated_at"
    ),
    "interviews": (
        "id company role starts_at duration_min format status contacts talking_points promises notes opportunity_id"
        " contact_ids calendar_uid calendar_sequence created_at updated_at"
    ),
    "touchpoints": (
        "id at direction kind channel contact company role subject body needs_reply early_reason materials contact_id"
        " opportunity_id interview_id material_ids message_id created_at"
    ),
}
TABLES: Final = tuple(_COLUMNS)
_TIMES: Final[dict[str, Callable[[Any], str]]] = {
    "interviews": lambda interview: interview.starts_at,
    "touchpoints": lambda touchpoint: touchpoint.at,
}
TIMED: Final = frozenset(_TIMES)
"""The tables of which the rows of a period can be asked for."""


def table_csv(desk: Desk, table: str, period: Period) -> tuple[bytes, int]:
    """A table as CSV, and how many rows it has."""
    columns = _COLUMNS[table].split()
    chosen = sorted(_within(desk, table, period), key=lambda record: record.id)
    return csv_file(columns, ([_cell(desk, record, column) for column in columns] for record in chosen)), len(chosen)


def _within(desk: Desk, table: str, period: Period) -> Iterable[Record]:
    records = desk.book.records(table).values()
    if table not in TIMED or period == Period():
        return records
    days = ((record, instant(_TIMES[table](record)).astimezone(desk.clock.zone).date()) for record in records)
    return [
        record
        for record, day in days
        if (period.first is None or period.first <= day) and (period.last is None or day <= period.last)
    ]


def _cell(desk: Desk, record: Any, column: str) -> object:
    if isinstance(record, Contact) and column == "role" and record.role == "other":
        return ""  # which says nothing, and would be taken for what they do by who reads the table
    if column in BY_TABLE[record.table].__struct_fields__:
        return _value(getattr(record, column))
    return _named(desk, record, column)


def _value(value: Any) -> object:
    """A field as a cell: lists with a semicolon between their items, truth as yes or nothing."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return "; ".join(map(_item, value))
    return value


def _item(item: str | Part) -> str:
    if isinstance(item, StageChange):
        return f"{item.at} {item.stage}"
    if not isinstance(item, Promise):
        return str(item)
    details = [f"{word} {day}" for word, day in (("due", item.due_on), ("kept", item.kept_at)) if day]
    return item.text + (f" ({', '.join(details)})" if details else "")


def _named(desk: Desk, record: Any, column: str) -> object:
    """What a person calls that to which the ids of a record point."""
    if column == "contacts":
        return "; ".join(_names(desk, record.contact_ids))
    if column == "contact":
        return "; ".join(_names(desk, [record.contact_id]))
    if column == "materials":
        titles = (desk.book.get(one) for one in record.material_ids)
        return "; ".join(getattr(material, "title", "") for material in titles if material)
    opportunity = record if isinstance(record, Opportunity) else desk.find(Opportunity, record.opportunity_id)
    return getattr(opportunity, column) if opportunity else ""


def _names(desk: Desk, ids: Sequence[str | None]) -> list[str]:
    return [contact.name for one in ids if (contact := desk.find(Contact, one)) is not None]
