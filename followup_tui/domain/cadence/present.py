"""What is known at `now`, which is all that the rules may look at.

Touchpoints and decisions later than `now` are ignored by every rule, so the rules ask here and not the facts. And
every comparison with `now` goes through here, so that it is known how long an answer stays true: until the earliest
instant that was compared and has not come yet, the same comparisons give the same plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from followup_tui.domain.cadence.windows import Calendar
from followup_tui.domain.facts import Facts, Meeting, Timed
from followup_tui.domain.settings import PlanSettings

if TYPE_CHECKING:
    from followup_tui.domain.records import Decision, Touchpoint

R = TypeVar("R")

# The finest step of time there is: `now > t` becomes true at `t` and this.
_TICK = timedelta(microseconds=1)

# An automatic message is no answer, nor is an invitation that was accepted: no person wrote.
_NO_ANSWERS = ("notice", "connect")


class Present:
    """The facts as they stand at `now`, with the settings.

    Since the last `forget`: `changes_at` is the earliest instant that was compared with `now` and has not come yet,
    `keys` are those whose decision was asked for.
    """

    def __init__(self, facts: Facts, settings: PlanSettings, now: datetime) -> None:
        self.facts = facts
        self.numbers = settings.numbers
        self.calendar = Calendar(settings.zone, settings.holidays)
        self._now = now.astimezone(UTC)
        self.changes_at: datetime | None = None
        self.keys: list[str] = []

    def forget(self) -> None:
        """Begin anew to remember what is asked."""
        self.changes_at = None
        self.keys = []

    # Time

    def has_come(self, instant: datetime) -> bool:
        """`now ≥ instant`."""
        if self._now >= instant:
            return True
        self._expect(instant)
        return False

    def is_past(self, instant: datetime) -> bool:
        """`now > instant`."""
        if self._now > instant:
            return True
        self._expect(instant + _TICK)
        return False

    def _expect(self, change: datetime) -> None:
        if self.changes_at is None or change < self.changes_at:
            self.changes_at = change

    def _until_now(self, timeline: Sequence[Timed[R]]) -> Sequence[Timed[R]]:
        """The part of a timeline that has come."""
        count = len(timeline)
        while count and timeline[count - 1].at > self._now:
            count -= 1
        if count == len(timeline):
            return timeline
        self._expect(timeline[count].at)
        return timeline[:count]

    # Touchpoints

    def touchpoints_of(self, opportunity_id: str | None) -> Sequence[Timed[Touchpoint]]:
        """An opportunity's touchpoints, the last one last."""
        return self._until_now(self.facts.touchpoints_of_opportunity.of(opportunity_id))

    def touchpoints_with(self, contact_id: str | None) -> Sequence[Timed[Touchpoint]]:
        """A contact's touchpoints in any opportunity or none, the last one last."""
        return self._until_now(self.facts.touchpoints_of_contact.of(contact_id))

    # Interviews

    def ended_interviews(self, opportunity_id: str) -> list[Meeting]:
        """An opportunity's interviews that have ended, the last one last."""
        return self._ended(self.facts.interviews_of_opportunity.of(opportunity_id))

    def ended_interviews_with(self, contact_id: str) -> list[Meeting]:
        """A contact's interviews that have ended, in any opportunity, the last one last."""
        return self._ended(self.facts.interviews_of_contact.of(contact_id))

    def has_interview_ahead(self, opportunity_id: str) -> bool:
        """Whether an interview of the opportunity has not ended yet and is not cancelled."""
        meetings = self.facts.interviews_of_opportunity.of(opportunity_id)
        return any(not is_cancelled(meeting) and not self.has_come(meeting.ends_at) for meeting in meetings)

    def has_ended(self, meeting: Meeting) -> bool:
        """Whether its end is not after `now` and it is not cancelled."""
        return not is_cancelled(meeting) and self.has_come(meeting.ends_at)

    def _ended(self, meetings: Sequence[Meeting]) -> list[Meeting]:
        return [meeting for meeting in meetings if self.has_ended(meeting)]

    # Decisions

    def decision(self, key: str) -> Decision | None:
        """What counts for this key: the latest decision, at the same instant the one with the greater id."""
        self.keys.append(key)
        decisions = self._until_now(self.facts.decisions_of_key.of(key))
        return decisions[-1].record if decisions else None

    def is_long_over(self, key: str, start: datetime, lapse_d: int) -> bool:
        """Whether what lapses some days after `start` did so for sure, so that a big book's past costs next to nothing.

        Two days are more than any zone's clocks were ever put forward; and only a decision could move the end.
        """
        return self.is_past(start + timedelta(days=lapse_d + 2)) and self.decision(key) is None

    def not_before(self, lapse_d: int) -> str:
        """A date such that what lapses some days after an earlier one, and a day of interview, `is_long_over` for sure.

        To be compared with stored instants as text: to parse one takes ten times as long.
        """
        # Two days as there, and four for the interview, the offset, and the rest of either day.
        return (self._now - timedelta(days=lapse_d + 6)).date().isoformat()


def is_answer(touchpoint: Touchpoint) -> bool:
    """An `in` touchpoint that a person wrote: neither an automatic message nor an invitation accepted."""
    return touchpoint.direction == "in" and touchpoint.kind not in _NO_ANSWERS


def is_sent(touchpoint: Touchpoint, kind: str) -> bool:
    """An `out` touchpoint of this kind."""
    return touchpoint.direction == "out" and touchpoint.kind == kind


def is_cancelled(meeting: Meeting) -> bool:
    """Whether the interview will not or did not take place."""
    return meeting.record.status == "cancelled"


def last_answer(timeline: Sequence[Timed[Touchpoint]]) -> Timed[Touchpoint] | None:
    """The last answer among touchpoints in their order."""
    return next((timed for timed in reversed(timeline) if is_answer(timed.record)), None)


def last_sent(timeline: Sequence[Timed[Touchpoint]]) -> Timed[Touchpoint] | None:
    """The last `out` touchpoint among touchpoints in their order."""
    return next((timed for timed in reversed(timeline) if timed.record.direction == "out"), None)
