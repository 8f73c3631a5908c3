"""A record goes to plain JSON and back without losing a key, at any level."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain import schema
from followup_tui.domain.codec import from_plain, known_fields, to_plain
from followup_tui.domain.records import BY_TABLE, UNKNOWN_KEY, Contact, Interview, Promise
from followup_tui.domain.schema import TABLES, check_record

AT = "2026-11-17T15:00:00+01:00"

text = st.text(max_size=12)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)
# Names that could be taken for something else on the way.
keys = text | st.sampled_from([UNKNOWN_KEY, "unknown", "table", "promises", "stage_history", "revisions", "type"])
CANDIDATES: list[Any] = [None, True, 1, 60, "x", "é\n\x00", [], ["a", "b"], AT, "2026-11-27"]


def values_of(field: schema.Field) -> st.SearchStrategy[Any]:
    """Values that a field takes."""
    if field.entries is not None:
        return st.lists(objects(field.entries), max_size=2)
    names = [name for group in GROUPS for name in group]
    return st.sampled_from([value for value in [*CANDIDATES, *names] if field.check(value) is None])


GROUPS = (
    schema.STAGES,
    schema.CONTACT_ROLES,
    schema.CHANNELS,
    schema.INTERVIEW_FORMATS,
    schema.INTERVIEW_STATUSES,
    schema.DIRECTIONS,
    schema.TOUCHPOINT_KINDS,
    schema.MATERIAL_KINDS,
    schema.DECISION_ACTIONS,
)


def objects(fields: dict[str, schema.Field] | Any) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with the required fields, some of the others, and keys that are not known."""
    required = {name: values_of(field) for name, field in fields.items() if field.required}
    optional = {name: values_of(field) for name, field in fields.items() if not field.required}
    unknown = st.dictionaries(keys.filter(lambda key: key not in fields), json_values, max_size=2)
    known = st.fixed_dictionaries(required, optional=optional)
    return st.tuples(unknown, known).map(lambda both: both[0] | both[1])


records = st.sampled_from(sorted(TABLES)).flatmap(lambda table: st.tuples(st.just(table), objects(TABLES[table])))


def with_defaults(plain: dict[str, Any], fields: Any) -> dict[str, Any]:
    """The object with every field of ours in it, also in its entries."""
    whole = {name: field.default for name, field in fields.items() if not field.required} | plain
    for name, field in fields.items():
        if field.entries is not None:
            whole[name] = [with_defaults(entry, field.entries) for entry in whole[name]]
    return whole


def as_json(plain: Any) -> Any:
    return json.loads(json.dumps(plain))


@settings(max_examples=150, deadline=None)
@given(records)
def test_every_key_survives_the_way_in_and_out(made: tuple[str, dict[str, Any]]) -> None:
    table, plain = made
    plain.pop("outcome", None)
    assert list(check_record(table, plain)) == []
    record = from_plain(table, plain)
    assert type(record) is BY_TABLE[table]
    assert as_json(to_plain(record)) == with_defaults(plain, TABLES[table])
    assert from_plain(table, as_json(to_plain(record))) == record


def contact(**fields: Any) -> dict[str, Any]:
    return {"id": "c1", "name": "Ana", "created_at": AT, "updated_at": AT, **fields}


@pytest.mark.parametrize("key", ["unknown", UNKNOWN_KEY, "table", "promises", "stage_history", ""])
@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [{"id": "p", "more": 1}], {"unknown": {"unknown": 2}}])
def test_an_unknown_key_may_have_any_name_and_any_value(key: str, value: Any) -> None:
    assert to_plain(from_plain("contacts", contact(**{key: value})))[key] == value


def test_lists_are_frozen_in_a_record_and_entries_typed() -> None:
    promise = {"id": "p1", "text": "the plan", "colour": "red"}
    plain = {"id": "i1", "opportunity_id": "o1", "starts_at": AT, "created_at": AT, "updated_at": AT}
    record = from_plain("interviews", {**plain, "contact_ids": ["c1"], "promises": [promise]})
    assert isinstance(record, Interview)
    assert record.contact_ids == ("c1",)
    assert record.promises == (Promise(id="p1", text="the plan", unknown={"colour": "red"}),)


def test_what_is_absent_has_its_default() -> None:
    assert from_plain("contacts", contact()) == Contact(id="c1", name="Ana", created_at=AT, updated_at=AT)


def test_the_object_that_was_read_is_left_as_it_was() -> None:
    plain: dict[str, Any] = {"id": "i1", "opportunity_id": "o1", "starts_at": AT, "created_at": AT, "updated_at": AT}
    plain |= {"x": {"y": 1}, "promises": [{"id": "p1", "text": "x", "z": 2}]}
    before = json.dumps(plain)
    to_plain(from_plain("interviews", plain))
    assert json.dumps(plain) == before


def test_the_fields_known_are_those_of_the_schema() -> None:
    for table, record_type in BY_TABLE.items():
        assert known_fields(record_type) == TABLES[table].keys()
