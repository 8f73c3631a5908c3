"""A row reads like a record: same names, same defaults."""

from typing import Any

import msgspec
import pytest

from followup_tui.domain.records import BY_TABLE
from followup_tui.domain.rows import rows
from followup_tui.domain.schema import TABLES

STAMP = "2026-11-17T15:00:00+01:00"
LEAST: dict[str, Any] = {
    "company": "Acorn",
    "role": "Engineer",
    "stage": "lead",
    "stage_changed_at": STAMP,
    "created_at": STAMP,
    "updated_at": STAMP,
    "name": "Ana",
    "opportunity_id": "o1",
    "starts_at": STAMP,
    "at": STAMP,
    "direction": "in",
    "channel": "email",
    "kind": "other",
    "title": "Call",
    "key": "reminder:r1",
    "action": "skip",
}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_required_fields_has_the_defaults_of_its_record(table: str) -> None:
    raw = {name: LEAST.get(name, "id1") for name, field in TABLES[table].items() if field.required}
    [row] = rows(table, [raw])
    record = msgspec.convert(raw, BY_TABLE[table])
    for name in TABLES[table]:
        assert getattr(row, name) == getattr(record, name), name


def test_entries_are_rows_and_lists_are_tuples() -> None:
    raw = {"promises": [{"id": "p1", "text": "references"}], "contact_ids": ["c1"], "duration_min": 30}
    [row] = rows("interviews", [raw])
    assert (row.promises[0].text, row.promises[0].kept_at) == ("references", None)
    assert (row.contact_ids, row.duration_min) == (("c1",), 30)


def test_what_a_table_does_not_have_is_no_attribute_nor_what_is_required_and_missing() -> None:
    [row] = rows("reminders", [{"id": "r1"}])
    assert row.id == "r1"
    assert not hasattr(row, "company")
    assert not hasattr(row, "title")
    assert repr(row) == "Row({'id': 'r1'})"
