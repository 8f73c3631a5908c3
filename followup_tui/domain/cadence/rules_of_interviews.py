"""The rules that follow an interview: thank each person, keep what was promised, connect.

Each function stands beside the paragraph of its number in the cadence's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.people import channel_to, company_of, name_of
from followup_tui.domain.cadence.present import Present, is_cancelled, is_sent
from followup_tui.domain.cadence.windows import EVENING, Window, hours_window, plus_hours
from followup_tui.domain.cadence.wording import day_of
from followup_tui.domain.facts import Meeting

if TYPE_CHECKING:
    from followup_tui.domain.records import Contact, Promise

# R6's hours have no key in `[cadence]`.
_PROMISE_DUE_H = 48
_PROMISE_OVERDUE_H = 24


def thank_you(present: Present, meeting: Meeting) -> Iterator[Candidate]:
    """R1: write within 24–48 hours, to each interviewer separately (G0, G4)."""
    interview, numbers = meeting.record, present.numbers
    if is_cancelled(meeting) or _is_closed(present, interview.opportunity_id):
        return
    for contact_id in dict.fromkeys(interview.contact_ids):
        if is_thanked(present, meeting, contact_id):
            continue
        lapses_at = present.calendar.plus_days(meeting.ends_at, numbers.thank_you_lapse_d)
        yield Candidate(
            rule="R1",
            kind="thank_you",
            key=f"thank_you:{interview.id}:{contact_id}",
            opportunity_id=interview.opportunity_id,
            contact_id=contact_id,
            interview_id=interview.id,
            channel=channel_to(present, contact_id),
            window=hours_window(meeting.ends_at, numbers.thank_you_due_h, numbers.thank_you_overdue_h, lapses_at),
            reason=_thank_you_reason(present, meeting, contact_id),
            read=(("interview ends", meeting.ends_at),),
        )


def _thank_you_reason(present: Present, meeting: Meeting, contact_id: str) -> str:
    interview = f"Interview with {name_of(present, contact_id)} on {day_of(present, meeting.starts_at)}"
    return f"{interview}; no thank-you yet" if present.has_ended(meeting) else f"{interview}; thank them after it"


def is_thanked(present: Present, meeting: Meeting, contact_id: str) -> bool:
    """Whether a thank-you to this contact names the interview, or names none and was sent in its time."""
    interview = meeting.record
    next_starts_at = _next_start(present, meeting, contact_id)
    for at, _, touchpoint in present.touchpoints_with(contact_id):
        if not is_sent(touchpoint, "thank_you"):
            continue
        if touchpoint.interview_id == interview.id:
            return True
        may_mean_it = touchpoint.opportunity_id is None or touchpoint.opportunity_id == interview.opportunity_id
        if touchpoint.interview_id is not None or not may_mean_it:
            continue
        if meeting.starts_at <= at and (next_starts_at is None or at < next_starts_at):
            return True
    return False


def _next_start(present: Present, meeting: Meeting, contact_id: str) -> datetime | None:
    """When the next later-starting interview with this contact in the same opportunity starts."""
    return min(
        (
            other.starts_at
            for other in present.facts.interviews_of_contact.of(contact_id)
            if other.record.opportunity_id == meeting.record.opportunity_id
            and not is_cancelled(other)
            and other.starts_at > meeting.starts_at
        ),
        default=None,
    )


def promise(present: Present, meeting: Meeting) -> Iterator[Candidate]:
    """R6: provide the additional information that the user said they would send (G0, G1, G2)."""
    interview = meeting.record
    if _is_closed(present, interview.opportunity_id) or not present.has_ended(meeting):
        return
    for entry in interview.promises:
        if entry.kept_at is not None:
            continue
        contact_id = entry.contact_id
        if contact_id is None and interview.contact_ids:
            contact_id = interview.contact_ids[0]
        due_at = _promise_due_at(present, meeting, entry)
        yield Candidate(
            rule="R6",
            kind="promise",
            key=f"promise:{entry.id}",
            opportunity_id=interview.opportunity_id,
            contact_id=contact_id,
            interview_id=interview.id,
            channel=channel_to(present, contact_id),
            window=Window(meeting.ends_at, due_at, plus_hours(due_at, _PROMISE_OVERDUE_H)),
            reason=f"Promised to {name_of(present, contact_id)} on {day_of(present, meeting.starts_at)}: {entry.text}",
            read=(
                ("interview ended", meeting.ends_at),
                ("promised", entry.text),
                ("for", "no date" if entry.due_on is None else date.fromisoformat(entry.due_on)),
            ),
        )


def _promise_due_at(present: Present, meeting: Meeting, entry: Promise) -> datetime:
    if entry.due_on is None:
        return plus_hours(meeting.ends_at, _PROMISE_DUE_H)
    return max(present.calendar.at(date.fromisoformat(entry.due_on), EVENING), meeting.ends_at)


def connect_key(contact_id: str) -> str:
    """The key of R9's follow-up, of which there is one for each person."""
    return f"connect:{contact_id}"


def connect(present: Present, contact: Contact) -> Iterator[Candidate]:
    """R9: connect on LinkedIn with those one has talked to (G2, G4)."""
    numbers, calendar = present.numbers, present.calendar
    ended = () if contact.linkedin_connected_at is not None else present.ended_interviews_with(contact.id)
    if not ended:
        return
    meeting, key = ended[-1], connect_key(contact.id)
    if present.is_long_over(key, meeting.ends_at, numbers.connect_lapse_d):
        return
    if any(is_sent(timed.record, "connect") for timed in present.touchpoints_with(contact.id)):
        return
    yield Candidate(
        rule="R9",
        kind="connect",
        key=key,
        opportunity_id=meeting.record.opportunity_id,
        contact_id=contact.id,
        channel="linkedin",
        window=Window(
            calendar.plus_days(meeting.ends_at, numbers.connect_open_d),
            calendar.plus_days(meeting.ends_at, numbers.connect_due_d),
            calendar.plus_days(meeting.ends_at, numbers.connect_overdue_d),
            calendar.plus_days(meeting.ends_at, numbers.connect_lapse_d),
        ),
        reason=f"Interview with {contact.name} of {company_of(present, meeting.record.opportunity_id)} on "
        f"{day_of(present, meeting.starts_at)}; not connected on LinkedIn yet",
        read=(("their last interview ended", meeting.ends_at),),
    )


def _is_closed(present: Present, opportunity_id: str) -> bool:
    """An unknown opportunity counts as active."""
    opportunity = present.facts.opportunities.get(opportunity_id)
    return opportunity is not None and opportunity.stage == "closed"
