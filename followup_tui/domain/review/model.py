"""What goes into a review and what comes out of it: `Draft`, `Context`, `Finding`."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

Level = Literal["error", "warning", "hint"]

_SEVERITY: dict[Level, int] = {"error": 0, "warning": 1, "hint": 2}


class DraftLike(Protocol):
    """The message under review. A `records.Draft` fits, and so does a `Draft`."""

    @property
    def kind(self) -> str:
        """What the message is for: `thank_you`, `status_check` and so on."""

    @property
    def channel(self) -> str:
        """How it goes out: `email`, `letter`, `linkedin` and so on."""

    @property
    def body(self) -> str:
        """The text as it would be sent."""


class Draft(NamedTuple):
    """A message as the command line knows it."""

    kind: str
    body: str
    channel: str = "email"


class Finding(NamedTuple):
    """One thing worth mending. `message` says in a sentence what to do.

    `span` is the place in the body in code points, end exclusive, or None where there is no single place.
    `suggestions` are texts that could stand at the span instead.
    """

    check: str
    level: Level
    message: str
    span: tuple[int, int] | None = None
    suggestions: tuple[str, ...] = ()


class Person(NamedTuple):
    """Who the message goes to."""

    name: str = ""
    title: str = ""
    company: str = ""


class Other(NamedTuple):
    """A draft or message to another interviewer; `contact` is the person's name."""

    contact: str
    body: str
    interview_id: str | None = None


class Earlier(NamedTuple):
    """A message this contact has had before; `at` is None where the time is not known."""

    body: str
    at: datetime | None = None


class Timing(NamedTuple):
    """What the plan says of the follow-up behind the draft (G0, G1).

    `held` is the plan's own; `opens_at` is the start of its window; `outside_hours` is true for a call that is
    planned at an hour at which the contact should not be called.
    """

    held: bool = False
    opens_at: datetime | None = None
    outside_hours: bool = False


class Context(NamedTuple):
    """What the writer's book knows around a draft. Everything may be missing.

    `subject` None means that the subject is not checked. `other_companies` are those of the other opportunities.
    `words` is the user's own word list; `book` holds further texts of the book whose words are no misspellings.
    """

    now: datetime | None = None
    user_name: str = ""
    strengths: tuple[str, ...] = ()
    contact: Person = Person()
    company: str = ""
    role: str = ""
    interview_id: str | None = None
    interview_at: datetime | None = None
    talking_points: tuple[str, ...] = ()
    subject: str | None = None
    material_ids: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    words: tuple[str, ...] = ()
    book: tuple[str, ...] = ()
    timing: Timing = Timing()


def most_serious_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then hints; within a level by place, those without a place first."""
    return sorted(findings, key=lambda finding: (_SEVERITY[finding.level], finding.span or (-1, -1), finding.check))
