"""What the user decided about a follow-up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.cadence.windows import Calendar, Window
from followup_tui.domain.facts import instant

if TYPE_CHECKING:
    from followup_tui.domain.records import Decision

# What a snooze leaves: these have no key in `[cadence]`.
_OVERDUE_AFTER = timedelta(hours=24)
_LAPSES_AFTER_D = 7


def snoozed_until(decision: Decision | None) -> datetime | None:
    """U of a decision to snooze; None for any other."""
    if decision is None or decision.action != "snooze" or decision.until is None:
        return None
    return instant(decision.until)


def snooze(calendar: Calendar, window: Window, until: datetime) -> Window:
    """Nothing of the window before `until`, a day from there to overdue, and a week to its lapse if it has one."""
    lapses_at = window.lapses_at
    return Window(
        max(window.opens_at, until),
        max(window.due_at, until),
        max(window.overdue_at, until + _OVERDUE_AFTER),
        None if lapses_at is None else max(lapses_at, calendar.plus_days(until, _LAPSES_AFTER_D)),
    )
