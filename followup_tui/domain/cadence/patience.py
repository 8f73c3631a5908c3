"""Avoid sending multiple emails or calling repeatedly; be patient (G1)."""

from datetime import datetime

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.present import Present, is_sent, last_answer
from followup_tui.domain.cadence.windows import Window

# The kinds that can wait. A thank-you, a reply or a promise cannot.
_PATIENT = ("status_check", "application_check", "connect", "keep_in_touch")

# Neither asks them for anything.
_NOT_COUNTED = ("thank_you", "connect")


def gap(present: Present, candidate: Candidate) -> Window:
    """P1: no window opens sooner than `gap_d` days after the last message to a contact who has not answered it."""
    window, calendar = candidate.window, present.calendar
    if candidate.kind not in _PATIENT or candidate.contact_id is None:
        return window
    timeline = present.touchpoints_with(candidate.contact_id)
    sent = [
        timed.at
        for timed in timeline
        if timed.record.direction == "out" and not (candidate.kind == "connect" and is_sent(timed.record, "thank_you"))
    ]
    answer = last_answer(timeline)
    if not sent or (answer is not None and answer.at > sent[-1]):
        return window
    earliest = calendar.plus_days(sent[-1], present.numbers.gap_d)
    return window if window.opens_at >= earliest else _move(present, window, earliest)


def _move(present: Present, window: Window, earliest: datetime) -> Window:
    """The window from `earliest` on; its lapse stays."""
    calendar = present.calendar
    opens_at = calendar.roll(earliest)
    moved = opens_at - window.opens_at
    due_at = calendar.roll(window.due_at + moved)
    overdue_at = max(calendar.roll(window.overdue_at + moved), due_at)
    return Window(opens_at, due_at, overdue_at, window.lapses_at)


def is_held(present: Present, candidate: Candidate) -> bool:
    """P2: after `cap` messages since its last answer, an opportunity's follow-ups of these kinds wait."""
    if candidate.kind not in _PATIENT or candidate.opportunity_id is None:
        return False
    return unanswered(present, candidate.opportunity_id) >= present.numbers.cap


def unanswered(present: Present, opportunity_id: str) -> int:
    """How many messages went out in an opportunity after its last answer, thank-yous and `connect`s not counted."""
    touchpoints = present.touchpoints_of(opportunity_id)
    answer = last_answer(touchpoints)
    return sum(
        timed.record.direction == "out"
        and timed.record.kind not in _NOT_COUNTED
        and (answer is None or timed.at > answer.at)
        for timed in touchpoints
    )
