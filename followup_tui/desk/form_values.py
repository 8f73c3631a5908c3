"""What a form is filled in with: the values of an opportunity, a contact or an interview, before they are records."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from followup_tui.desk.pipeline import Person
from followup_tui.domain.records import (
    Channel,
    ContactRole,
    InterviewFormat,
    InterviewStatus,
    Outcome,
    Promise,
    Record,
    Stage,
)
from followup_tui.domain.text import clean


class InterviewValues(NamedTuple):
    """An interview as it was filled in. Instants and dates are as the book writes them."""

    starts_at: str
    duration_min: int = 60
    format: InterviewFormat = "video"
    people: tuple[Person, ...] = ()
    talking_points: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    """Those with an empty id are new."""
    promised_to: tuple[str | None, ...] = ()
    """By name, to whom each of `promises` is; None leaves that as it is, nothing means the first of the people."""
    notes: str = ""
    status: InterviewStatus = "scheduled"


class OpportunityValues(NamedTuple):
    """An opportunity as it was filled in. Instants and dates are as the book writes them."""

    company: str = ""
    role: str = ""
    stage: Stage = "lead"
    outcome: Outcome | None = None
    source: str | None = None
    url: str | None = None
    location: str | None = None
    compensation: str | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    notes: str = ""
    applied_at: str | None = None
    decision_by: str | None = None
    people: tuple[Person, ...] = ()
    primary: str | None = None
    """The name of the one of `people` whom follow-ups go to; None leaves that to the cadence."""
    interview: InterviewValues | None = None
    """One that is added with it; of an opportunity that is there, None."""


class ContactValues(NamedTuple):
    """A contact as it was filled in. Instants are as the book writes them."""

    name: str = ""
    company: str | None = None
    title: str | None = None
    role: ContactRole = "other"
    email: str | None = None
    phone: str | None = None
    linkedin: str | None = None
    timezone: str | None = None
    preferred_channel: Channel | None = None
    linkedin_connected_at: str | None = None
    other_emails: tuple[str, ...] = ()
    other_phones: tuple[str, ...] = ()
    keep_in_touch: bool = False
    keep_in_touch_days: int | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""


Values = TypeVar("Values", OpportunityValues, ContactValues, InterviewValues)


def values_of(kind: type[Values], record: Record) -> Values:
    """The fields of a record that are values of a form."""
    return kind(**{name: getattr(record, name) for name in kind._fields if hasattr(record, name)})


def cleaned(values: Values) -> Values:
    """The values as they are stored: clean, and the texts of one line without spaces around them."""
    return values._replace(**{name: _clean(name, value) for name, value in values._asdict().items()})


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return clean(value) if name == "notes" else clean(value).strip()
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return tuple(one for text in value if (one := clean(text).strip()))
    return value


def changes(before: Values, after: Values, leave: Sequence[str] = ()) -> dict[str, Any]:
    """The values that differ."""
    old: Mapping[str, Any] = before._asdict()
    return {name: value for name, value in after._asdict().items() if name not in leave and value != old[name]}
