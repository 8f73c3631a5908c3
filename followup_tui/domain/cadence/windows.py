"""Time as the cadence counts it: calendar days by the wall clock, hours as they elapse, business days, windows.

Instants go in and come out in UTC, because two instants of one zone compare by wall clock in Python, which is wrong
on the night the clocks go back. The user's zone is where days are counted.
"""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

_DAY = timedelta(days=1)
_SATURDAY = 5
MORNING = time(9)
EVENING = time(17)


class Window(NamedTuple):
    """When a follow-up opens, is due, is overdue and, for some, lapses; in UTC."""

    opens_at: datetime
    due_at: datetime
    overdue_at: datetime
    lapses_at: datetime | None = None


def plus_hours(instant: datetime, hours: float) -> datetime:
    """`+ N h`: elapsed time."""
    return instant + timedelta(hours=hours)


class Calendar:
    """The user's zone and the days on which nobody there is expected to work."""

    def __init__(self, zone: tzinfo, holidays: Container[date]) -> None:
        self.zone = zone
        self._holidays = holidays

    def date_of(self, instant: datetime) -> date:
        """The date of `instant` in the user's zone."""
        return instant.astimezone(self.zone).date()

    def plus_days(self, instant: datetime, days: int) -> datetime:
        """`+ N d`: as many dates later at the same wall-clock time."""
        local = instant.astimezone(self.zone)
        return self._from_wall_clock(local + timedelta(days=days))

    def at(self, day: date, wall_clock: time) -> datetime:
        """`at(date, 09:00)`: that wall-clock time of that date."""
        return self._from_wall_clock(datetime.combine(day, wall_clock, self.zone))

    @staticmethod
    def _from_wall_clock(local: datetime) -> datetime:
        """A skipped time moves forward by the gap, of two the first is meant: both are what `fold=0` says."""
        # Nearly always it says so already, and to replace it takes twice as long as the rest.
        return (local.replace(fold=0) if local.fold else local).astimezone(UTC)

    def is_business_day(self, day: date) -> bool:
        """Whether `day` is neither Saturday, Sunday nor a holiday."""
        return day.weekday() < _SATURDAY and day not in self._holidays

    def business_day(self, day: date, count: int) -> date:
        """`bd(date, N)`: the Nth business day strictly after `day`, N ≥ 1."""
        while count > 0:
            day += _DAY
            if self.is_business_day(day):
                count -= 1
        return day

    def roll(self, instant: datetime) -> datetime:
        """`roll(t)`: `t` if its date is a business day, else 09:00 of the next one."""
        day = self.date_of(instant)
        if self.is_business_day(day):
            return instant
        return self.at(self.business_day(day, 1), MORNING)

    def window(self, start: datetime, open_d: int, due_d: int, overdue_d: int) -> Window:
        """`window(B, a, b, c)`: business days only, and its parts a day apart even over holidays."""
        opens_at = self.roll(self.plus_days(start, open_d))
        due_at = self.roll(max(self.plus_days(start, due_d), self.plus_days(opens_at, 1)))
        overdue_at = self.roll(max(self.plus_days(start, overdue_d), self.plus_days(due_at, 1)))
        return Window(opens_at, due_at, overdue_at)


def hours_window(start: datetime, due_h: float, overdue_h: float, lapses_at: datetime | None = None) -> Window:
    """A window that is open from `start`, due and overdue some hours later."""
    return Window(start, plus_hours(start, due_h), plus_hours(start, overdue_h), lapses_at)
