"""What goes into the user's own calendar: the interviews, and a quarter of an hour for each follow-up."""

from collections.abc import Iterable, Iterator
from typing import Final

from followup_tui.desk.desk import Desk
from followup_tui.desk.standing import reminder_title
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import action_words
from followup_tui.domain.records import Contact, Interview, Opportunity
from followup_tui.domain.salutation import first_name
from followup_tui.exchange.calendar_out import DOMAIN, Event

_INTERVIEW_ALARM_MIN: Final = 60
_FOLLOW_UP_MIN: Final = 15


def appointments(desk: Desk) -> list[Event]:
    """Every interview and every follow-up that is not held, as events of a calendar."""
    interviews = (_interview(desk, interview) for interview in desk.records(Interview).values())
    return [*interviews, *(_follow_up(desk, one) for one in desk.plan() if not one.held)]


def _interview(desk: Desk, interview: Interview) -> Event:
    opportunity = desk.find(Opportunity, interview.opportunity_id)
    location = (opportunity.location if opportunity and interview.format in ("onsite", "panel") else None) or ""
    return Event(
        uid=interview.calendar_uid or f"{interview.id}{DOMAIN}",
        starts_at=instant(interview.starts_at),
        minutes=interview.duration_min,
        summary=f"Interview: {_about(opportunity) or 'unknown'} ({interview.format})",
        description="\n".join(_lines("To come back to:", interview.talking_points)) + interview.notes,
        location=location,
        url=(opportunity.url if opportunity else None) or "",
        people=tuple(_people(desk, interview.contact_ids)),
        category="Interview",
        alarm_min=_INTERVIEW_ALARM_MIN,
        cancelled=interview.status == "cancelled",
        least_sequence=max(interview.calendar_sequence or 0, 0),
    )


def _follow_up(desk: Desk, follow_up: FollowUp) -> Event:
    contact = desk.find(Contact, follow_up.contact_id)
    about = _about(desk.find(Opportunity, follow_up.opportunity_id))
    if follow_up.rule == "R12":
        what = reminder_title(desk, follow_up)
    else:
        words = action_words(follow_up.kind, first_name(contact.name) if contact else "")
        what = words[:1].upper() + words[1:]
    return Event(
        uid=f"{follow_up.key}{DOMAIN}",
        starts_at=follow_up.due_at,
        minutes=_FOLLOW_UP_MIN,
        summary=f"{what} ({about})" if about else what,
        description=f"{follow_up.reason} ({follow_up.rule}).",
        people=tuple(_people(desk, [follow_up.contact_id])),
        category="Follow-up",
        busy=False,
    )


def _about(opportunity: Opportunity | None) -> str:
    return f"{opportunity.company}, {opportunity.role}" if opportunity else ""


def _people(desk: Desk, ids: Iterable[str | None]) -> Iterator[str]:
    for one in ids:
        contact = desk.find(Contact, one)
        if contact is not None:
            yield ", ".join(text for text in (contact.name, contact.email, contact.phone) if text)


def _lines(title: str, items: Iterable[str]) -> list[str]:
    lines = [f"- {item}" for item in items]
    return [title, *lines, ""] if lines else []
