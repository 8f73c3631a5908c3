"""Dates as the reasons say them."""

from datetime import date, datetime

from followup_tui.domain.cadence.present import Present

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_of(present: Present, instant: datetime) -> str:
    """The date of an instant in the user's zone, like `Tue 17 Nov`."""
    return day(present.calendar.date_of(instant))


def day(of: date) -> str:
    """A date, like `Tue 17 Nov`, whatever the locale."""
    return f"{_WEEKDAYS[of.weekday()]} {of.day} {_MONTHS[of.month - 1]}"


def moment(present: Present, instant: datetime) -> str:
    """An instant in the user's zone, like `Tue 17 Nov 2026 15:00`."""
    local = instant.astimezone(present.calendar.zone)
    return f"{day(local)} {local:%Y %H:%M}"
