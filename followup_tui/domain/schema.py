"""What may stand in each field of each table: one table for validation, for defaults and for telling a person.

Plain data and the standard library only, so that a reading command can use a book without loading the typed records.
`domain.records` says the same in types; `tests/domain/test_schema.py` holds the two together.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from followup_tui.domain.instants import FIRST_YEAR, LAST_YEAR, parse_date, parse_instant

STAGES = ("lead", "applied", "screening", "interviewing", "offer", "closed")
OUTCOMES = ("accepted", "rejected", "withdrawn", "no_response")
CONTACT_ROLES = ("recruiter", "coordinator", "hiring_manager", "interviewer", "referrer", "other")
CHANNELS = ("email", "phone", "letter", "linkedin", "social", "in_person")
INTERVIEW_FORMATS = ("video", "phone", "onsite", "panel", "task")
INTERVIEW_STATUSES = ("scheduled", "done", "cancelled")
DIRECTIONS = ("in", "out")
FOLLOW_UP_KINDS = (
    "thank_you",
    "status_check",
    "application_check",
    "close_out",
    "reply",
    "promise",
    "offer_reply",
    "rejection_reply",
    "connect",
    "event_follow_up",
    "keep_in_touch",
)
TOUCHPOINT_KINDS = (*FOLLOW_UP_KINDS, "met", "notice", "other")
MATERIAL_KINDS = ("work_sample", "portfolio", "reference", "article", "accomplishment", "other")
DECISION_ACTIONS = ("skip", "snooze")


class Problem(NamedTuple):
    """One thing wrong with a record: the field (`promises[0].due_on`), what was expected, and what stood there."""

    field: str
    expected: str
    found: str


# A check answers what was expected, or None when the value is fine.
Check = Callable[[Any], str | None]


class Field(NamedTuple):
    """One field: its check, whether it must be there, what it is when it is not, and the fields of a list's entries."""

    check: Check
    required: bool
    default: Any
    entries: Mapping[str, "Field"] | None = None


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) else "text"


def _filled(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "text that is not empty"


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "true or false"


_YEARS = f"of the years {FIRST_YEAR} to {LAST_YEAR}"


def _instant(value: Any) -> str | None:
    expected = f"an instant with T, seconds and an offset, like 2026-11-17T15:00:00+01:00, {_YEARS}"
    return _parsed(value, parse_instant, expected)


def _date(value: Any) -> str | None:
    return _parsed(value, parse_date, f"a date, like 2026-11-27, {_YEARS}")


def _parsed(value: Any, parse: Callable[[str], Any], expected: str) -> str | None:
    if not isinstance(value, str):
        return expected
    try:
        parse(value)
    except ValueError:
        return expected
    return None


def _number(low: int, high: int) -> Check:
    def check(value: Any) -> str | None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return None if whole and low <= value <= high else f"a whole number from {low} to {high}"

    return check


def _one_of(*names: str) -> Check:
    def check(value: Any) -> str | None:
        return None if isinstance(value, str) and value in names else "one of " + ", ".join(names)

    return check


def _texts(value: Any) -> str | None:
    fine = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return None if fine else "a list of texts"


def _must(check: Check) -> Field:
    return Field(check, required=True, default=None)


def _may(check: Check, default: Any = None) -> Field:
    """A field with a default; null is allowed only where null is the default."""
    if default is not None:
        return Field(check, required=False, default=default)

    def check_or_null(value: Any) -> str | None:
        if value is None:
            return None
        expected = check(value)
        return expected and f"{expected}, or null"

    return Field(check_or_null, required=False, default=None)


def _list(value: Any) -> str | None:
    return None if isinstance(value, list) else "a list"


def _list_of(entries: Mapping[str, Field]) -> Field:
    """A list whose entries have fields of their own."""
    return Field(_list, required=False, default=[], entries=entries)


PROMISE: dict[str, Field] = {
    "id": _must(_filled),
    "text": _must(_text),
    "contact_id": _may(_text),
    "due_on": _may(_date),
    "kept_at": _may(_instant),
}
STAGE_CHANGE: dict[str, Field] = {"stage": _must(_one_of(*STAGES)), "at": _must(_instant)}
REVISION: dict[str, Field] = {"at": _must(_instant), "subject": _may(_text, ""), "body": _may(_text, "")}

# An interview of more than a year or a rhythm of more than a century is a slip of the finger, and would overflow dates.
_MINUTES = _number(0, 366 * 24 * 60)
_DAYS = _number(0, 36_500)  # no day at all is a rhythm too, as it is in `[cadence]`

TABLES: dict[str, dict[str, Field]] = {
    "opportunities": {
        "id": _must(_filled),
        "company": _must(_text),
        "role": _must(_text),
        "stage": _must(_one_of(*STAGES)),
        "outcome": _may(_one_of(*OUTCOMES)),
        "primary_contact_id": _may(_text),
        "contact_ids": _may(_texts, []),
        "source": _may(_text),
        "url": _may(_text),
        "location": _may(_text),
        "compensation": _may(_text),
        "priority": _may(_number(0, 3), 0),
        "tags": _may(_texts, []),
        "notes": _may(_text, ""),
        "applied_at": _may(_instant),
        "decision_by": _may(_date),
        "stage_changed_at": _must(_instant),
        "stage_history": _list_of(STAGE_CHANGE),
        "created_at": _must(_instant),
        "updated_at": _must(_instant),
    },
    "contacts": {
        "id": _must(_filled),
        "name": _must(_text),
        "company": _may(_text),
        "title": _may(_text),
        "role": _may(_one_of(*CONTACT_ROLES), "other"),
        "email": _may(_text),
        "phone": _may(_text),
        "linkedin": _may(_text),
        "timezone": _may(_text),
        "preferred_channel": _may(_one_of(*CHANNELS)),
        "linkedin_connected_at": _may(_instant),
        "other_emails": _may(_texts, []),
        "other_phones": _may(_texts, []),
        "keep_in_touch": _may(_flag, default=False),
        "keep_in_touch_days": _may(_DAYS),
        "keep_in_touch_since": _may(_instant),
        "tags": _may(_texts, []),
        "notes": _may(_text, ""),
        "created_at": _must(_instant),
        "updated_at": _must(_instant),
    },
    "interviews": {
        "id": _must(_filled),
        "opportunity_id": _must(_text),
        "starts_at": _must(_instant),
        "duration_min": _may(_MINUTES, 60),
        "format": _may(_one_of(*INTERVIEW_FORMATS), "video"),
        "contact_ids": _may(_texts, []),
        "talking_points": _may(_texts, []),
        "promises": _list_of(PROMISE),
        "notes": _may(_text, ""),
        "status": _may(_one_of(*INTERVIEW_STATUSES), "scheduled"),
        "calendar_uid": _may(_text),
        "calendar_sequence": _may(_number(0, 2**31 - 1)),
        "created_at": _must(_instant),
        "updated_at": _must(_instant),
    },
    "touchpoints": {
        "id": _must(_filled),
        "contact_id": _may(_text),
        "opportunity_id": _may(_text),
        "interview_id": _may(_text),
        "at": _must(_instant),
        "direction": _must(_one_of(*DIRECTIONS)),
        "channel": _must(_one_of(*CHANNELS)),
        "kind": _must(_one_of(*TOUCHPOINT_KINDS)),
        "subject": _may(_text, ""),
        "body": _may(_text, ""),
        "needs_reply": _may(_flag, default=False),
        "material_ids": _may(_texts, []),
        "early_reason": _may(_text),
        "message_id": _may(_text),
        "created_at": _must(_instant),
    },
    "drafts": {
        "id": _must(_filled),
        "contact_id": _may(_text),
        "opportunity_id": _may(_text),
        "interview_id": _may(_text),
        "follow_up_key": _may(_text),
        "kind": _must(_filled),
        "channel": _must(_one_of(*CHANNELS)),
        "template": _may(_text),
        "subject": _may(_text, ""),
        "body": _may(_text, ""),
        "material_ids": _may(_texts, []),
        "revisions": _list_of(REVISION),
        "created_at": _must(_instant),
        "updated_at": _must(_instant),
        "sent_touchpoint_id": _may(_text),
    },
    "materials": {
        "id": _must(_filled),
        "kind": _must(_one_of(*MATERIAL_KINDS)),
        "title": _must(_text),
        "url": _may(_text),
        "text": _may(_text, ""),
        "created_at": _must(_instant),
    },
    "reminders": {
        "id": _must(_filled),
        "title": _must(_text),
        "at": _must(_instant),
        "opportunity_id": _may(_text),
        "contact_id": _may(_text),
        "channel": _may(_one_of(*CHANNELS)),
        "done_at": _may(_instant),
        "created_at": _must(_instant),
    },
    "decisions": {
        "id": _must(_filled),
        "key": _must(_filled),
        "action": _must(_one_of(*DECISION_ACTIONS)),
        "until": _may(_instant),
        "reason": _may(_text),
        "at": _must(_instant),
    },
}


def check_record(table: str, record: Any) -> Iterator[Problem]:
    """Everything that is wrong with one record of `table`, in the order of the fields; unknown keys are fine."""
    if not isinstance(record, dict):
        yield Problem("", "an object", describe(record))
        return
    yield from _check_fields(TABLES[table], record, "")
    if table == "opportunities" and record.get("outcome") is not None and record.get("stage") != "closed":
        yield Problem("outcome", "null, because the stage is not closed", describe(record["outcome"]))


def _check_fields(fields: Mapping[str, Field], record: dict[str, Any], at: str) -> Iterator[Problem]:
    for name, field in fields.items():
        if name not in record:
            if field.required:
                yield Problem(at + name, _expected_when_missing(field), "nothing")
            continue
        expected = field.check(record[name])
        if expected is not None:
            yield Problem(at + name, expected, describe(record[name]))
        elif field.entries is not None:
            yield from _check_entries(field.entries, record[name], at + name)


def _check_entries(fields: Mapping[str, Field], entries: list[Any], at: str) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        place = f"{at}[{index}]"
        if isinstance(entry, dict):
            yield from _check_fields(fields, entry, place + ".")
        else:
            yield Problem(place, "an object", describe(entry))


def _expected_when_missing(field: Field) -> str:
    return field.check(None) or "a value"


def describe(value: Any) -> str:
    """What was found, short enough for one line of an error."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    words = {None: "null", True: "true", False: "false"}
    text = words[value] if value is None or isinstance(value, bool) else repr(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


_SHORT = 42
