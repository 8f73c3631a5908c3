"""The moment a text is read at, and the calendar as seen from there: no word is read here, days are counted.

What pendulum knows of the calendar (months of unequal length, dates in words) is left to it. It is loaded with the
first date that is read or shown in full: `followup due` in a prompt has neither.
"""

from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from followup_tui.domain.when.tokens import MONTH_NAMES, DateOrder

if TYPE_CHECKING:
    from pendulum import Date

FIRST_YEAR, LAST_YEAR = 1900, 2200
OUT_OF_RANGE = f"That is outside the years {FIRST_YEAR} to {LAST_YEAR}."

_SATURDAY = 5
# Two 29 Februaries are eight years apart where a century is no leap year; a month with a 31st is never two away.
_YEARS_TO_LOOK, _MONTHS_TO_LOOK = 9, 3


class NotUnderstoodError(Exception):
    """The text is refused; `str()` is the sentence that says why."""


class Moment(NamedTuple):
    """When a text is read: `now` in the user's zone, which side of it is meant, and how the user writes dates."""

    now: datetime
    past: bool
    holidays: Container[date]
    date_order: DateOrder | None

    @property
    def today(self) -> date:
        """Today in the user's zone."""
        return self.now.date()

    @property
    def zone(self) -> tzinfo:
        """The user's zone."""
        zone = self.now.tzinfo
        assert zone is not None
        return zone

    def is_meant(self, at: datetime) -> bool:
        """Whether `at` lies strictly on the side that is asked for."""
        # Two times of one zone would be compared by the clock on the wall, which an hour that happens twice deceives.
        instant, now = at.astimezone(UTC), self.now.astimezone(UTC)
        return instant < now if self.past else instant > now

    def away(self, days: int) -> date:
        """The day so many days further on the asked-for side."""
        return self.today + timedelta(days=-days if self.past else days)

    def next_date(self, day: int, month: int) -> date:
        """The next such day from today on, or the last one up to today."""
        years = (self.today.year + (-step if self.past else step) for step in range(_YEARS_TO_LOOK))
        found = self._first((date_or_none(year, month, day) for year in years), today_counts=True)
        if found is None:
            raise NotUnderstoodError(f"There is no {day} {MONTH_NAMES[month - 1]}.")
        return found

    def next_day_of_month(self, day: int, *, today_counts: bool) -> date:
        """The next (last) such day of a month that has one."""
        first = self.today.replace(day=1)
        months = (add_months(first, -step if self.past else step) for step in range(_MONTHS_TO_LOOK))
        days = (date_or_none(month.year, month.month, day) for month in months)
        found = self._first(days, today_counts=today_counts)
        if found is None:
            raise NotUnderstoodError(f"No month has a day {day}.")
        return found

    def _first(self, days: Iterator[date | None], *, today_counts: bool) -> date | None:
        """The first of `days` that lies on the asked-for side."""
        for day in days:
            if day is not None and ((day < self.today) if self.past else (day > self.today)):
                return day
            if today_counts and day == self.today:
                return day
        return None


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def say(day: date) -> str:
    """`27 Nov 2026`, in English wherever the program runs."""
    return on_calendar(day).format("D MMM YYYY")


def on_calendar(day: date) -> "Date":
    """The day as pendulum has it."""
    from pendulum import Date

    return Date(day.year, day.month, day.day)


def local(day: date, clock: time, zone: tzinfo) -> datetime:
    """`clock` on `day` in `zone`.

    A time that a DST change skips moves forward by the gap, one that happens twice means the first: both are what
    `fold=0` means once it has been through UTC.
    """
    return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC).astimezone(zone)


def add_months(day: date, count: int) -> date:
    """`day` so many months on (or back); the last day of a month that is too short."""
    try:
        moved = on_calendar(day).add(months=count)
    except ValueError:  # no year of any calendar
        raise NotUnderstoodError(OUT_OF_RANGE) from None
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        raise NotUnderstoodError(OUT_OF_RANGE)
    return date(moved.year, moved.month, moved.day)


def add_business_days(day: date, count: int, holidays: Container[date]) -> date:
    """The `count`th business day after `day`, or before it where `count` is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        if day.weekday() < _SATURDAY and day not in holidays:
            left -= 1
    return day
