"""From what a rule says to a follow-up: decisions, patience and urgency."""

from datetime import timedelta

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.decisions import snooze, snoozed_until
from followup_tui.domain.cadence.follow_up import FollowUp, Urgency
from followup_tui.domain.cadence.patience import gap, is_held, unanswered
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.cadence.windows import Window


def settle(present: Present, candidate: Candidate) -> FollowUp | None:
    """The follow-up a candidate becomes at `now`; None if it was skipped or has lapsed."""
    decision = present.decision(candidate.key)
    if decision is not None and decision.action == "skip":
        return None
    window = gap(present, candidate)
    until = snoozed_until(decision)
    if until is not None:
        window = snooze(present.calendar, window, until)
    if window.lapses_at is not None and (window.opens_at > window.lapses_at or present.is_past(window.lapses_at)):
        return None
    held = is_held(present, candidate)
    zone = present.calendar.zone
    return FollowUp(
        key=candidate.key,
        rule=candidate.rule,
        kind=candidate.kind,
        urgency="held" if held else urgency(present, window),
        opportunity_id=candidate.opportunity_id,
        contact_id=candidate.contact_id,
        interview_id=candidate.interview_id,
        channel=candidate.channel,
        attempt=candidate.attempt,
        opens_at=window.opens_at.astimezone(zone),
        due_at=window.due_at.astimezone(zone),
        overdue_at=window.overdue_at.astimezone(zone),
        lapses_at=None if window.lapses_at is None else window.lapses_at.astimezone(zone),
        snoozed_until=None if until is None or present.has_come(until) else until.astimezone(zone),
        held=held,
        reason=_reason(present, candidate, held=held),
    )


def urgency(present: Present, window: Window) -> Urgency:
    """How urgent a window is at `now`, of one that is neither held nor gone."""
    if present.is_past(window.overdue_at):
        return "overdue"
    if present.has_come(window.due_at):
        return "due"
    if present.has_come(window.opens_at):
        return "open"
    if present.has_come(window.opens_at - timedelta(days=present.numbers.horizon_days)):
        return "upcoming"
    return "later"


def _reason(present: Present, candidate: Candidate, *, held: bool) -> str:
    if not held or candidate.opportunity_id is None:
        return candidate.reason
    count = unanswered(present, candidate.opportunity_id)
    messages = "one message" if count == 1 else f"{count} messages"
    return f"{candidate.reason}; held, as {messages} went out without an answer"
