"""The rules of an opportunity: ask where things stand, then be patient, and answer an offer or a refusal.

Each function stands beside the paragraph of its number in the cadence's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.people import channel_to, name_of, primary_contact
from followup_tui.domain.cadence.present import Present, is_answer, is_cancelled, is_sent, last_answer
from followup_tui.domain.cadence.windows import EVENING, MORNING, Window, hours_window
from followup_tui.domain.cadence.wording import day, day_of
from followup_tui.domain.facts import Timed, instant

if TYPE_CHECKING:
    from followup_tui.domain.records import Opportunity, Touchpoint


class Waiting(NamedTuple):
    """An opportunity that waits for an answer since the anchor A: an answer, or the end of an interview."""

    since: datetime
    anchor_id: str
    answer: Timed[Touchpoint] | None
    thank_yous: Sequence[Timed[Touchpoint]]
    attempts: Sequence[Timed[Touchpoint]]


def waiting(present: Present, opportunity: Opportunity) -> Waiting | None:
    """R2's conditions: active, with an anchor, and no interview ahead. The touchpoints are those later than A."""
    if opportunity.stage in ("offer", "closed") or present.has_interview_ahead(opportunity.id):
        return None
    touchpoints = present.touchpoints_of(opportunity.id)
    answer, ended = last_answer(touchpoints), present.ended_interviews(opportunity.id)
    meeting = ended[-1] if ended else None
    if answer is not None and (meeting is None or answer.at >= meeting.ends_at):
        since, anchor_id = answer.at, answer.id
    elif meeting is not None:
        since, anchor_id, answer = meeting.ends_at, meeting.id, None
    else:
        return None
    later = [timed for timed in touchpoints if timed.at > since]
    return Waiting(
        since,
        anchor_id,
        answer,
        thank_yous=[timed for timed in later if is_sent(timed.record, "thank_you")],
        attempts=[timed for timed in later if is_sent(timed.record, "status_check")],
    )


def status_check(present: Present, opportunity: Opportunity, state: Waiting | None) -> Iterator[Candidate]:
    """R2: 7–10 days after the thank-you, or when the time they named has passed (G0, G1, G3)."""
    if state is None or len(state.attempts) >= present.numbers.max_status_checks:
        return
    k = len(state.attempts) + 1
    start = _check_start(state)
    usual, promised = _check_window(present, start), _promised_window(present, opportunity, state)
    window = promised if promised is not None and (k == 1 or promised.opens_at > usual.opens_at) else usual
    contact_id = primary_contact(present, opportunity)
    yield Candidate(
        rule="R2",
        kind="status_check",
        key=f"status_check:{opportunity.id}:{state.anchor_id}:{k}",
        opportunity_id=opportunity.id,
        contact_id=contact_id,
        channel=channel_to(present, contact_id),
        attempt=k,
        window=window,
        reason=_check_reason(present, opportunity, state, by_promise=window is promised),
        read=(
            (_anchor_name(state), state.since),
            ("counted from", start),
            ("they decide by", "no date" if opportunity.decision_by is None else _decision_by(opportunity)),
        ),
    )


def _check_start(state: Waiting) -> datetime:
    """B: the last attempt; before the first, A if it is an answer, else the latest thank-you since A, or A."""
    if state.attempts:
        return state.attempts[-1].at
    if state.answer is None and state.thank_yous:
        return state.thank_yous[-1].at
    return state.since


def _check_window(present: Present, start: datetime) -> Window:
    numbers = present.numbers
    return present.calendar.window(start, numbers.check_open_d, numbers.check_due_d, numbers.check_overdue_d)


def _promised_window(present: Present, opportunity: Opportunity, state: Waiting) -> Window | None:
    """The window after `decision_by`; None where there is none or it is spent, being before the date of A."""
    calendar, numbers = present.calendar, present.numbers
    if opportunity.decision_by is None or _decision_by(opportunity) < calendar.date_of(state.since):
        return None
    decided = _decision_by(opportunity)
    return Window(
        calendar.at(calendar.business_day(decided, numbers.promise_open_bd), MORNING),
        calendar.at(calendar.business_day(decided, numbers.promise_due_bd), EVENING),
        calendar.at(calendar.business_day(decided, numbers.promise_overdue_bd), EVENING),
    )


def _decision_by(opportunity: Opportunity) -> date:
    return date.fromisoformat(opportunity.decision_by or "")


def _anchor_name(state: Waiting) -> str:
    return "interview ended" if state.answer is None else "they last wrote"


def _check_reason(present: Present, opportunity: Opportunity, state: Waiting, *, by_promise: bool) -> str:
    if by_promise:
        return f"They said they would decide by {day(_decision_by(opportunity))}; no word yet"
    if state.attempts:
        return f"Status check sent on {day_of(present, state.attempts[-1].at)}; no answer yet"
    if state.answer is not None:
        who = name_of(present, state.answer.record.contact_id)
        return f"Last message from {who} on {day_of(present, state.answer.at)}; nothing since"
    interview = f"Interview on {day_of(present, state.since)}"
    if state.thank_yous:
        return f"{interview}, thank-you on {day_of(present, state.thank_yous[-1].at)}; no answer yet"
    return f"{interview}; no answer yet"


def application_check(present: Present, opportunity: Opportunity) -> Iterator[Candidate]:
    """R3: one nudge after applying."""
    if opportunity.stage != "applied" or opportunity.applied_at is None:
        return
    touchpoints = present.touchpoints_of(opportunity.id)
    if last_answer(touchpoints) is not None or _has_sent(touchpoints, "application_check"):
        return
    if not all(map(is_cancelled, present.facts.interviews_of_opportunity.of(opportunity.id))):
        return
    numbers, calendar = present.numbers, present.calendar
    applied_at = instant(opportunity.applied_at)
    window = calendar.window(
        applied_at, numbers.application_open_d, numbers.application_due_d, numbers.application_overdue_d
    )
    contact_id = primary_contact(present, opportunity)
    yield Candidate(
        rule="R3",
        kind="application_check",
        key=f"application_check:{opportunity.id}",
        opportunity_id=opportunity.id,
        contact_id=contact_id,
        channel=channel_to(present, contact_id),
        window=window._replace(lapses_at=calendar.plus_days(applied_at, numbers.application_lapse_d)),
        reason=f"Applied on {day_of(present, applied_at)}; no answer yet",
        read=(("applied", applied_at),),
    )


def close_out(present: Present, opportunity: Opportunity, state: Waiting | None) -> Iterator[Candidate]:
    """R4: be patient (G1), then decide: close it, keep in touch, or send a last note."""
    if state is None or len(state.attempts) < present.numbers.max_status_checks:
        return
    start = state.attempts[-1].at if state.attempts else state.since
    if _has_sent(present.touchpoints_of(opportunity.id), "close_out", after=start):
        return
    numbers = present.numbers
    yield Candidate(
        rule="R4",
        kind="close_out",
        key=f"close_out:{opportunity.id}:{state.anchor_id}",
        opportunity_id=opportunity.id,
        contact_id=primary_contact(present, opportunity),
        channel=None,
        window=present.calendar.window(
            start, numbers.close_out_open_d, numbers.close_out_due_d, numbers.close_out_overdue_d
        ),
        reason=_close_out_reason(present, state),
        read=((_anchor_name(state), state.since), ("counted from", start)),
    )


def _close_out_reason(present: Present, state: Waiting) -> str:
    silence = f"No answer since {day_of(present, state.since)}"
    if state.attempts:
        checks = "one status check" if len(state.attempts) == 1 else f"{len(state.attempts)} status checks"
        silence += f" after {checks}, the last on {day_of(present, state.attempts[-1].at)}"
    return f"{silence}; close it, keep in touch or send a last note"


def offer_reply(present: Present, opportunity: Opportunity) -> Iterator[Candidate]:
    """R7: thank them for the offer and say when you will decide."""
    if opportunity.stage != "offer":
        return
    offered_at = instant(opportunity.stage_changed_at)
    if _has_sent(present.touchpoints_of(opportunity.id), "offer_reply", since=offered_at):
        return
    contact_id = primary_contact(present, opportunity)
    yield Candidate(
        rule="R7",
        kind="offer_reply",
        key=f"offer_reply:{opportunity.id}",
        opportunity_id=opportunity.id,
        contact_id=contact_id,
        channel=channel_to(present, contact_id),
        window=hours_window(offered_at, present.numbers.offer_due_h, present.numbers.offer_overdue_h),
        reason=f"Offer since {day_of(present, offered_at)}; not thanked for yet",
        read=(("offer since", offered_at),),
    )


def rejection_key(opportunity_id: str) -> str:
    """The key of R8's follow-up, of which there is one for each opportunity."""
    return f"rejection_reply:{opportunity_id}"


def rejection_reply(present: Present, opportunity: Opportunity) -> Iterator[Candidate]:
    """R8: thank them, ask for feedback, stay in touch (G4)."""
    if opportunity.stage != "closed" or opportunity.outcome != "rejected":
        return
    numbers, key = present.numbers, rejection_key(opportunity.id)
    rejected_at = instant(opportunity.stage_changed_at)
    if present.is_long_over(key, rejected_at, numbers.rejection_lapse_d):
        return
    if not _had_talked(present, opportunity, rejected_at):
        return
    if _has_sent(present.touchpoints_of(opportunity.id), "rejection_reply", since=rejected_at):
        return
    contact_id = primary_contact(present, opportunity)
    lapses_at = present.calendar.plus_days(rejected_at, numbers.rejection_lapse_d)
    yield Candidate(
        rule="R8",
        kind="rejection_reply",
        key=key,
        opportunity_id=opportunity.id,
        contact_id=contact_id,
        channel=channel_to(present, contact_id),
        window=hours_window(rejected_at, numbers.rejection_due_h, numbers.rejection_overdue_h, lapses_at),
        reason=f"Rejected on {day_of(present, rejected_at)}; not thanked or asked for feedback yet",
        read=(("rejected", rejected_at),),
    )


def _had_talked(present: Present, opportunity: Opportunity, by: datetime) -> bool:
    """Whether an interview ended, or an answer came, at or before an instant."""
    touchpoints = present.touchpoints_of(opportunity.id)
    return any(meeting.ends_at <= by for meeting in present.ended_interviews(opportunity.id)) or any(
        timed.at <= by and is_answer(timed.record) for timed in touchpoints
    )


def _has_sent(
    touchpoints: Sequence[Timed[Touchpoint]],
    kind: str,
    *,
    since: datetime | None = None,
    after: datetime | None = None,
) -> bool:
    """Whether one of this kind was sent: ever, at or after `since`, or later than `after`."""
    return any(
        is_sent(timed.record, kind) and (since is None or timed.at >= since) and (after is None or timed.at > after)
        for timed in touchpoints
    )
