"""What may stand in a record: types and table of fields say the same, and every error names the field."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest

from followup_tui.domain import schema
from followup_tui.domain.codec import ENTRY_TYPES
from followup_tui.domain.records import BY_TABLE, Part
from followup_tui.domain.schema import TABLES, Field, Problem, check_record, describe

AT = "2026-11-17T15:00:00+01:00"
INSTANT = "an instant with T, seconds and an offset, like 2026-11-17T15:00:00+01:00, of the years 1900 to 2200"
DATE = "a date, like 2026-11-27, of the years 1900 to 2200"

# The least that each table takes.
LEAST: dict[str, dict[str, Any]] = {
    "opportunities": {
        "id": "o1",
        "company": "Acorn",
        "role": "Nurse",
        "stage": "lead",
        "stage_changed_at": AT,
        "created_at": AT,
        "updated_at": AT,
    },
    "contacts": {"id": "c1", "name": "Ana Ruiz", "created_at": AT, "updated_at": AT},
    "interviews": {"id": "i1", "opportunity_id": "o1", "starts_at": AT, "created_at": AT, "updated_at": AT},
    "touchpoints": {"id": "t1", "at": AT, "direction": "in", "channel": "email", "kind": "other", "created_at": AT},
    "drafts": {"id": "d1", "kind": "reply", "channel": "email", "created_at": AT, "updated_at": AT},
    "materials": {"id": "m1", "kind": "article", "title": "On welding", "created_at": AT},
    "reminders": {"id": "r1", "title": "Call", "at": AT, "created_at": AT},
    "decisions": {"id": "x1", "key": "reply:t1", "action": "skip", "at": AT},
}


def problems(table: str, **fields: Any) -> list[Problem]:
    return list(check_record(table, LEAST[table] | fields))


# The records and the table of fields


def parts() -> list[Any]:
    tables = [pytest.param(BY_TABLE[table], fields, id=table) for table, fields in TABLES.items()]
    entries = {"promises": schema.PROMISE, "stage_history": schema.STAGE_CHANGE, "revisions": schema.REVISION}
    return tables + [pytest.param(ENTRY_TYPES[name], fields, id=name) for name, fields in entries.items()]


def struct_fields(part: type[Part]) -> dict[str, Any]:
    return {field.name: field for field in msgspec.structs.fields(part) if field.name != "unknown"}


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("part", "fields"), parts())
def test_records_and_schema_have_the_same_fields(part: type[Part], fields: Mapping[str, Field]) -> None:
    assert struct_fields(part).keys() == fields.keys()


@pytest.mark.parametrize(("part", "fields"), parts())
def test_they_agree_on_what_is_required_and_on_the_defaults(part: type[Part], fields: Mapping[str, Field]) -> None:
    for name, typed in struct_fields(part).items():
        assert (name, typed.required) == (name, fields[name].required)
        if not typed.required:
            assert (name, plain(typed.default)) == (name, fields[name].default)


def literals(hint: Any) -> list[str]:
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    return [name for argument in get_args(hint) for name in literals(argument)]


@pytest.mark.parametrize(("part", "fields"), parts())
def test_they_agree_on_the_names_that_may_be_chosen_from(part: type[Part], fields: Mapping[str, Field]) -> None:
    for name, hint in get_type_hints(part).items():
        names = literals(hint)
        if names:
            assert (name, fields[name].check("nothing of the kind")) == (
                name,
                "one of " + ", ".join(names) + (", or null" if type(None) in get_args(hint) else ""),
            )
            assert [one for one in names if fields[name].check(one)] == []


@pytest.mark.parametrize(("part", "fields"), parts())
def test_they_agree_on_what_may_be_null(part: type[Part], fields: Mapping[str, Field]) -> None:
    for name, hint in get_type_hints(part).items():
        if name in fields:
            nullable = type(None) in get_args(hint)
            assert (name, fields[name].check(None) is None) == (name, nullable)


def test_entries_stand_where_the_codec_reads_them() -> None:
    with_entries = {name for fields in TABLES.values() for name, field in fields.items() if field.entries is not None}
    assert with_entries == ENTRY_TYPES.keys()


@pytest.mark.parametrize("table", TABLES)
def test_every_default_passes_its_own_check(table: str) -> None:
    assert [name for name, field in TABLES[table].items() if not field.required and field.check(field.default)] == []


# Whole records


@pytest.mark.parametrize("table", TABLES)
def test_the_least_of_a_record_is_enough(table: str) -> None:
    assert problems(table) == []


@pytest.mark.parametrize("table", TABLES)
def test_every_required_field_is_missed_by_name(table: str) -> None:
    missed = [problem for name in LEAST[table] for problem in check_record(table, _without(table, name))]
    assert [(problem.field, problem.found) for problem in missed] == [(name, "nothing") for name in LEAST[table]]
    assert all(problem.expected for problem in missed)


def _without(table: str, name: str) -> dict[str, Any]:
    return {key: value for key, value in LEAST[table].items() if key != name}


@pytest.mark.parametrize("table", TABLES)
def test_keys_that_are_not_known_are_fine(table: str) -> None:
    assert problems(table, later={"anything": [1, None]}, unknown=3, **{"": 0}) == []


@pytest.mark.parametrize(
    ("record", "found"), [(None, "null"), ([], "a list"), ("text", "'text'"), (5, "5"), (True, "true"), (1.5, "1.5")]
)
def test_a_record_is_an_object(record: Any, found: str) -> None:
    assert list(check_record("contacts", record)) == [Problem("", "an object", found)]


# Each kind of field: the table, the field, what stands there, what was expected, what was found

OR_NULL = ", or null"
STAGES = "one of lead, applied, screening, interviewing, offer, closed"
FILLED = "text that is not empty"

WRONG: list[tuple[str, str, Any, str, str]] = [
    ("contacts", "id", "", FILLED, "''"),
    ("contacts", "id", " \n", FILLED, "' \\n'"),
    ("contacts", "id", 5, FILLED, "5"),
    ("contacts", "id", None, FILLED, "null"),
    ("contacts", "name", None, "text", "null"),
    ("contacts", "name", ["Ana"], "text", "a list"),
    ("contacts", "notes", None, "text", "null"),
    ("contacts", "email", 5, "text" + OR_NULL, "5"),
    ("contacts", "email", {}, "text" + OR_NULL, "an object"),
    (
        "contacts",
        "role",
        "boss",
        "one of recruiter, coordinator, hiring_manager, interviewer, referrer, other",
        "'boss'",
    ),
    ("contacts", "role", None, "one of recruiter, coordinator, hiring_manager, interviewer, referrer, other", "null"),
    (
        "contacts",
        "preferred_channel",
        "fax",
        "one of email, phone, letter, linkedin, social, in_person, or null",
        "'fax'",
    ),
    ("contacts", "keep_in_touch", 1, "true or false", "1"),
    ("contacts", "keep_in_touch", "yes", "true or false", "'yes'"),
    ("contacts", "keep_in_touch", None, "true or false", "null"),
    ("contacts", "keep_in_touch_days", -1, "a whole number from 0 to 36500" + OR_NULL, "-1"),
    ("contacts", "keep_in_touch_days", 36501, "a whole number from 0 to 36500" + OR_NULL, "36501"),
    ("contacts", "keep_in_touch_days", True, "a whole number from 0 to 36500" + OR_NULL, "true"),
    ("contacts", "keep_in_touch_since", "2026-11-17", INSTANT + OR_NULL, "'2026-11-17'"),
    ("contacts", "tags", "red", "a list of texts", "'red'"),
    ("contacts", "tags", ["red", 5], "a list of texts", "a list"),
    ("contacts", "tags", None, "a list of texts", "null"),
    ("opportunities", "stage", "won", STAGES, "'won'"),
    ("opportunities", "stage", ["lead"], STAGES, "a list"),
    ("opportunities", "priority", 4, "a whole number from 0 to 3", "4"),
    ("opportunities", "priority", -1, "a whole number from 0 to 3", "-1"),
    ("opportunities", "priority", 1.0, "a whole number from 0 to 3", "1.0"),
    ("opportunities", "priority", "1", "a whole number from 0 to 3", "'1'"),
    ("opportunities", "priority", None, "a whole number from 0 to 3", "null"),
    ("opportunities", "created_at", "2026-11-17T15:00:00", INSTANT, "'2026-11-17T15:00:00'"),
    ("opportunities", "created_at", "1850-11-17T15:00:00Z", INSTANT, "'1850-11-17T15:00:00Z'"),
    ("opportunities", "created_at", 1_700_000_000, INSTANT, "1700000000"),
    ("opportunities", "applied_at", "soon", INSTANT + OR_NULL, "'soon'"),
    ("opportunities", "decision_by", AT, DATE + OR_NULL, f"'{AT}'"),
    ("opportunities", "decision_by", "2026-02-30", DATE + OR_NULL, "'2026-02-30'"),
    ("opportunities", "stage_history", None, "a list", "null"),
    ("interviews", "duration_min", -1, "a whole number from 0 to 527040", "-1"),
    ("interviews", "calendar_sequence", 2**31, "a whole number from 0 to 2147483647" + OR_NULL, "2147483648"),
    ("interviews", "status", "over", "one of scheduled, done, cancelled", "'over'"),
    ("interviews", "format", "fax", "one of video, phone, onsite, panel, task", "'fax'"),
    ("interviews", "promises", {}, "a list", "an object"),
    ("touchpoints", "direction", "sideways", "one of in, out", "'sideways'"),
    ("materials", "kind", "song", "one of work_sample, portfolio, reference, article, accomplishment, other", "'song'"),
    ("decisions", "action", "forget", "one of skip, snooze", "'forget'"),
    ("decisions", "key", "", FILLED, "''"),
]


@pytest.mark.parametrize(("table", "field", "value", "expected", "found"), WRONG)
def test_a_wrong_field_is_told_with_what_was_expected_and_found(
    table: str, field: str, value: Any, expected: str, found: str
) -> None:
    assert problems(table, **{field: value}) == [Problem(field, expected, found)]


def test_everything_wrong_is_told_in_the_order_of_the_fields() -> None:
    assert [problem.field for problem in problems("opportunities", updated_at=None, priority=9, id=1)] == [
        "id",
        "priority",
        "updated_at",
    ]


# Entries

ENTRIES: list[tuple[str, str, Any, Problem]] = [
    ("interviews", "promises", [5], Problem("promises[0]", "an object", "5")),
    ("interviews", "promises", [{"id": "p1"}], Problem("promises[0].text", "text", "nothing")),
    ("interviews", "promises", [{"id": "", "text": "x"}], Problem("promises[0].id", FILLED, "''")),
    (
        "interviews",
        "promises",
        [{"id": "p1", "text": "x"}, {"id": "p2", "text": "y", "due_on": AT}],
        Problem("promises[1].due_on", DATE + OR_NULL, f"'{AT}'"),
    ),
    (
        "opportunities",
        "stage_history",
        [{"stage": "won", "at": AT}],
        Problem("stage_history[0].stage", STAGES, "'won'"),
    ),
    ("opportunities", "stage_history", [{"stage": "lead"}], Problem("stage_history[0].at", INSTANT, "nothing")),
    ("drafts", "revisions", [{"at": AT, "body": None}], Problem("revisions[0].body", "text", "null")),
]


@pytest.mark.parametrize(("table", "field", "value", "problem"), ENTRIES)
def test_a_wrong_entry_is_told_with_its_place(table: str, field: str, value: Any, problem: Problem) -> None:
    assert problems(table, **{field: value}) == [problem]


def test_an_entry_may_have_keys_that_are_not_known() -> None:
    assert problems("interviews", promises=[{"id": "p1", "text": "x", "later": {}}]) == []


# What hangs together


@pytest.mark.parametrize("outcome", schema.OUTCOMES)
def test_only_a_closed_opportunity_has_an_outcome(outcome: str) -> None:
    assert problems("opportunities", stage="closed", outcome=outcome) == []
    assert problems("opportunities", stage="offer", outcome=outcome) == [
        Problem("outcome", "null, because the stage is not closed", f"'{outcome}'")
    ]


def test_a_closed_opportunity_may_be_without_an_outcome() -> None:
    assert problems("opportunities", stage="closed") == []


def test_a_snooze_may_be_without_an_end() -> None:
    assert problems("decisions", action="snooze") == []


def test_what_was_found_is_told_in_one_short_line() -> None:
    assert describe("x" * 100) == "'" + "x" * 40 + "…"
    assert describe("a\nb\x1b[2J") == "'a\\nb\\x1b[2J'"
