"""The one-line add: what was understood of a line becomes an opportunity with its people and its interview."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast

from followup_tui.config import Config
from followup_tui.desk.desk import Desk
from followup_tui.desk.form_values import InterviewValues, OpportunityValues
from followup_tui.desk.moving import offer_reminders
from followup_tui.desk.people_named import recognise
from followup_tui.desk.pipeline import Added, Person, new_opportunity, store_added
from followup_tui.domain.capture import Captured, parse_line
from followup_tui.domain.capture.people import Person as Named
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import Contact, ContactRole, Interview, InterviewFormat, Opportunity, Stage
from followup_tui.domain.text import clean, fold

_ADDRESSED = re.compile(r"(\S.*?)\s*<([^\s@<>]+@[^\s@<>]+)>", re.DOTALL)


class QuickAdded(NamedTuple):
    """What a line made."""

    added: Added
    interview: Interview | None


def understand_line(line: str, now: datetime, config: Config) -> Captured:
    """What a line means now, by the user's zone, holidays and order of dates; nothing is stored."""
    return parse_line(clean(line), now, zone=config.zone, holidays=config.holidays, date_order=config.date_order)


def blank(*, company: str, role: str, stage: str, people: Sequence[str], now: datetime) -> Captured:
    """The same as a line with only these parts; one that is applied to was applied to now."""
    return Captured(
        company=company,
        role=role,
        stage=stage,
        applied_at=now if stage == "applied" else None,
        interview=None,
        contacts=tuple(_named(name) for name in people),
        decision_by=None,
        source=None,
        url=None,
        tags=(),
        priority=0,
        location=None,
        notes="",
        not_understood=(),
        parts=(),
    )


def _named(text: str) -> Named:
    """Somebody by name, or as mail programs write it: `Ana Ruiz <ana@x.com>`."""
    name = clean(text).strip()
    found = _ADDRESSED.fullmatch(name)
    return Named(name=found[1] if found else name, email=found[2] if found else None, role="other")


class Known(NamedTuple):
    """What of a line the book knows: its people who are in it, those who would be new, and the same opportunity."""

    people: tuple[Contact, ...]
    new_people: tuple[str, ...]
    same: Opportunity | None


def known_already(desk: Desk, captured: Captured) -> Known:
    """Whom and what of a line there is in the book; the same opportunity is one of that company and role."""
    people = [_person(one) for one in captured.contacts]
    recognised = recognise(desk, people, captured.company or "")
    wanted = (fold(captured.company or ""), fold(captured.role or ""))
    same = None
    if all(wanted):
        among = desk.records(Opportunity).values()
        same = next((one for one in among if (fold(one.company), fold(one.role)) == wanted), None)
    return Known(recognised.known, recognised.new, same)


def form_values(captured: Captured) -> OpportunityValues:
    """The same as the full form begins with it; what is missing is empty there."""
    interview = captured.interview
    return OpportunityValues(
        company=captured.company or "",
        role=captured.role or "",
        stage=cast("Stage", captured.stage),
        source=captured.source,
        url=captured.url,
        location=captured.location,
        priority=captured.priority,
        tags=captured.tags,
        notes=captured.notes,
        applied_at=format_instant(captured.applied_at) if captured.applied_at else None,
        decision_by=captured.decision_by.isoformat() if captured.decision_by else None,
        people=tuple(_person(one) for one in captured.contacts),
        interview=InterviewValues(
            starts_at=format_instant(interview.starts_at),
            duration_min=interview.duration_min,
            format=cast("InterviewFormat", interview.format),
            people=tuple(_person(one) for one in interview.people),
        )
        if interview
        else None,
    )


def _person(named: Named) -> Person:
    return Person(named.name, named.email, cast("ContactRole", named.role))


def add_captured(desk: Desk, captured: Captured) -> QuickAdded:
    """Store what a line was understood as, as one step of undo. Raises FollowupError while something is missing."""
    if captured.missing is not None or captured.company is None or captured.role is None:
        raise FollowupError(captured.missing or "Begin with COMPANY, ROLE.")
    added = new_opportunity(
        desk,
        captured.company,
        captured.role,
        cast("Stage", captured.stage),
        people=[_person(one) for one in captured.contacts],
        applied_at=format_instant(captured.applied_at) if captured.applied_at else None,
        decision_by=captured.decision_by.isoformat() if captured.decision_by else None,
        source=captured.source,
        url=captured.url,
        tags=captured.tags,
        priority=captured.priority,
        location=captured.location,
        notes=captured.notes,
    )
    interview = _interview(desk, captured, added)
    store_added(desk, added, [*([interview] if interview else []), *offer_reminders(desk, added.opportunity)])
    return QuickAdded(added, interview)


def _interview(desk: Desk, captured: Captured, added: Added) -> Interview | None:
    meant = captured.interview
    if meant is None:
        return None
    ids = [contact.id for person in meant.people for contact in added.contacts if _is(contact, person)]
    now = desk.clock.stamp()
    return Interview(
        id=desk.book.new_id("itv"),
        opportunity_id=added.opportunity.id,
        starts_at=format_instant(meant.starts_at),
        duration_min=meant.duration_min,
        format=cast("InterviewFormat", meant.format),
        contact_ids=tuple(dict.fromkeys(ids)),
        created_at=now,
        updated_at=now,
    )


def _is(contact: Contact, person: Named) -> bool:
    """Whether a contact of the new opportunity is who was named."""
    if person.email and contact.email and person.email.casefold() == contact.email.casefold():
        return True
    return fold(contact.name) == fold(person.name)
