"""The eight tables of a book as frozen records.

Instants are ISO 8601 text with an offset and dates are `YYYY-MM-DD` text, exactly as they were given, so that what
is exported is what was imported; `domain.instants` turns them into `datetime`s where something is computed. A record
is changed by copy: `msgspec.structs.replace(record, stage="offer")`.

Keys that this version does not know are kept in `unknown` and written back. What is allowed in each field stands in
`domain.schema`; a test holds the two together.
"""

from typing import Any, ClassVar, Literal

import msgspec
from msgspec import UNSET, UnsetType

Stage = Literal["lead", "applied", "screening", "interviewing", "offer", "closed"]
Outcome = Literal["accepted", "rejected", "withdrawn", "no_response"]
ContactRole = Literal["recruiter", "coordinator", "hiring_manager", "interviewer", "referrer", "other"]
Channel = Literal["email", "phone", "letter", "linkedin", "social", "in_person"]
InterviewFormat = Literal["video", "phone", "onsite", "panel", "task"]
InterviewStatus = Literal["scheduled", "done", "cancelled"]
Direction = Literal["in", "out"]
TouchpointKind = Literal[
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
    "met",
    "notice",
    "other",
]
MaterialKind = Literal["work_sample", "portfolio", "reference", "article", "accomplishment", "other"]
DecisionAction = Literal["skip", "snooze"]

# The name under which `unknown` would be encoded; a key that no program writes, so that one called "unknown" is a key
# like any other.
UNKNOWN_KEY = "<unknown>"


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Common to records and to the entries that stand inside them."""

    unknown: dict[str, Any] | UnsetType = msgspec.field(default=UNSET, name=UNKNOWN_KEY)


class StageChange(Part, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One step of an opportunity through the pipeline: into `stage` at the instant `at`."""

    stage: Stage
    at: str


class Promise(Part, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Something the user said in an interview that they would send (R6)."""

    id: str
    text: str
    contact_id: str | None = None
    due_on: str | None = None
    kept_at: str | None = None


class Revision(Part, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """An earlier version of a draft."""

    at: str
    subject: str = ""
    body: str = ""


class Record(Part, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A record of the book: `table` is where it stands, `id` is unique across all tables and stable for life."""

    table: ClassVar[str]

    id: str


class Opportunity(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One position at one company, on its way through the pipeline."""

    table: ClassVar[str] = "opportunities"

    company: str
    role: str
    stage: Stage
    stage_changed_at: str
    created_at: str
    updated_at: str
    outcome: Outcome | None = None
    primary_contact_id: str | None = None
    contact_ids: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    location: str | None = None
    compensation: str | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    notes: str = ""
    applied_at: str | None = None
    decision_by: str | None = None
    stage_history: tuple[StageChange, ...] = ()


class Contact(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A person the user has met or writes to."""

    table: ClassVar[str] = "contacts"

    name: str
    created_at: str
    updated_at: str
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
    keep_in_touch_since: str | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""


class Interview(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One conversation of an opportunity: when, with whom, what was said and what was promised."""

    table: ClassVar[str] = "interviews"

    opportunity_id: str
    starts_at: str
    created_at: str
    updated_at: str
    duration_min: int = 60
    format: InterviewFormat = "video"
    contact_ids: tuple[str, ...] = ()
    talking_points: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    notes: str = ""
    status: InterviewStatus = "scheduled"
    calendar_uid: str | None = None
    calendar_sequence: int | None = None


class Touchpoint(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One message, call or meeting; `body` is the exact text that was sent or received."""

    table: ClassVar[str] = "touchpoints"

    at: str
    direction: Direction
    channel: Channel
    kind: TouchpointKind
    created_at: str
    contact_id: str | None = None
    opportunity_id: str | None = None
    interview_id: str | None = None
    subject: str = ""
    body: str = ""
    needs_reply: bool = False
    material_ids: tuple[str, ...] = ()
    early_reason: str | None = None
    message_id: str | None = None


class Draft(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A message being written; `sent_touchpoint_id` is set once it was marked as sent."""

    table: ClassVar[str] = "drafts"

    kind: str
    channel: Channel
    created_at: str
    updated_at: str
    contact_id: str | None = None
    opportunity_id: str | None = None
    interview_id: str | None = None
    follow_up_key: str | None = None
    template: str | None = None
    subject: str = ""
    body: str = ""
    material_ids: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    sent_touchpoint_id: str | None = None


class Material(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Something worth sending: a work sample, a reference, an article."""

    table: ClassVar[str] = "materials"

    kind: MaterialKind
    title: str
    created_at: str
    url: str | None = None
    text: str = ""


class Reminder(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The user's own follow-up (R12)."""

    table: ClassVar[str] = "reminders"

    title: str
    at: str
    created_at: str
    opportunity_id: str | None = None
    contact_id: str | None = None
    channel: Channel | None = None
    done_at: str | None = None


class Decision(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What the user decided about one follow-up: to skip it, or to snooze it until an instant."""

    table: ClassVar[str] = "decisions"

    key: str
    action: DecisionAction
    at: str
    until: str | None = None
    reason: str | None = None


RECORD_TYPES: tuple[type[Record], ...] = (
    Opportunity,
    Contact,
    Interview,
    Touchpoint,
    Draft,
    Material,
    Reminder,
    Decision,
)
BY_TABLE: dict[str, type[Record]] = {kind.table: kind for kind in RECORD_TYPES}
