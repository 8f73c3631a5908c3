"""What a reader finds in a file of another program: people, opportunities, interviews and messages, not yet records.

A reader turns one source into a stream of units and touches nothing else: it asks no book, makes no ids and merges
nothing. What is whole becomes a `Found…`, what is not becomes an `Unreadable`, and what a person should know of a unit
that was taken (a date left empty, a time that was assumed) a `Remark`. Whoever reads the stream may stop at any unit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, tzinfo
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol

from followup_tui.domain.records import Channel, ContactRole, InterviewFormat, Outcome, Stage


class Where(NamedTuple):
    """Where a unit stands: the file, and the line in it that a person can go to, if lines mean anything there."""

    path: Path
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}: line {self.line}" if self.line is not None else str(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as a file names them; instants are ISO 8601 text with an offset, as in the book."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str | None = None
    title: str | None = None
    role: ContactRole = "other"
    linkedin: str | None = None
    linkedin_connected_at: str | None = None
    timezone: str | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A contact."""

    where: Where
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOpportunity:
    """An opportunity with its people; the field names and forms are those of `records.Opportunity`."""

    where: Where
    company: str
    role: str
    stage: Stage = "lead"
    outcome: Outcome | None = None
    applied_at: str | None = None
    decision_by: str | None = None
    source: str | None = None
    url: str | None = None
    location: str | None = None
    compensation: str | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    notes: str = ""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInterview:
    """A calendar invitation, its update, or (`cancelled`) its cancellation; `uid` and `sequence` are the calendar's."""

    where: Where
    uid: str
    sequence: int = 0
    cancelled: bool = False
    starts_at: str | None = None
    duration_min: int = 60
    format: InterviewFormat = "video"
    summary: str = ""
    notes: str = ""
    organiser: Person | None = None
    people: tuple[Person, ...] = ()
    """The attendees, the organiser among them; not the user, rooms or resources."""
    series: str | None = None
    """The calendar's id of the series of which this is word about one meeting."""
    meeting: str | None = None
    """When that meeting was to begin before anybody moved it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMessage:
    """A message between the user and others: `outgoing` if the user wrote it."""

    where: Where
    at: str
    outgoing: bool
    others: tuple[Person, ...]
    """Whom it went to if it is outgoing, else the one who wrote it."""
    channel: Channel = "email"
    subject: str = ""
    body: str = ""
    message_id: str | None = None
    """What tells that a message was taken before; made of what it says where a source gives no id."""
    answers: tuple[str, ...] = ()
    """The ids of the messages that it answers, the one that it answers itself last."""
    automatic: bool = False
    """Whether no person wrote it: a confirmation, an invitation, an absence notice."""
    in_bulk: bool = False
    """Whether it went to many at once, as a newsletter does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to be said of a unit that was taken all the same."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A unit that is whole and has nothing in it to be taken, and why: a draft, what this app wrote itself."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A unit that is left out, and why."""

    where: Where
    reason: str


Found = FoundPerson | FoundOpportunity | FoundInterview | FoundMessage
Unit = Found | Passed | Remark | Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader needs to know of the user."""

    zone: tzinfo
    date_order: Literal["dmy", "mdy"] | None = None
    """How numbers are dates; None where only what a column proves counts."""
    today: date | None = None
    """The user's today, for what says no year; without it such a date is not known."""
    user_name: str = ""
    user_emails: frozenset[str] = frozenset()
    """The user's own addresses, case-folded."""
    columns: dict[str, str] = field(default_factory=dict)
    """For a table: a corrected match of its column titles with fields (`""`: leave the column out)."""


class Source(NamedTuple):
    """One file to be read: `stream` stands at its beginning and can be wound back to it."""

    path: Path
    size: int
    stream: BinaryIO


class Reader(Protocol):
    """One module a format has one of these. Raises FollowupError where the whole file is not of its format."""

    def __call__(self, source: Source, reading: Reading, /) -> Iterator[Unit]:
        """The units of `source`, in its order."""
        ...
