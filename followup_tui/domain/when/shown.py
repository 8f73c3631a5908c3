"""What was understood, in words that mean the same when they are typed back."""

from datetime import UTC, date, datetime, timedelta
from typing import TypedDict

from followup_tui.domain.instants import format_instant
from followup_tui.domain.when.moment import local, on_calendar
from followup_tui.domain.when.reading import Understood


class Answer(TypedDict):
    """What `followup when --json` prints."""

    understood: bool
    date: str | None
    at: str | None
    reason: str | None


def describe(understood: Understood) -> str:
    """What stands beside the field: `Tue 24 Nov 2026 15:00`, `Tue 24 Nov 2026`, or the reason of a refusal.

    Typed back it means the same to the minute, whatever `now` is and whichever side is asked for.
    """
    if understood.at is not None:
        return say_instant(understood.at)
    return say_day(understood.date) if understood.date else understood.reason or ""


def say_day(day: date) -> str:
    """`Tue 24 Nov 2026`."""
    return on_calendar(day).format("ddd D MMM YYYY")


def say_instant(at: datetime) -> str:
    """`Tue 24 Nov 2026 15:00`, in the zone `at` carries.

    An hour that happens twice is the first one in these words; the second is shown with its offset.
    """
    assert at.tzinfo is not None
    minute = at.replace(second=0, microsecond=0)
    if local(minute.date(), minute.time(), at.tzinfo).astimezone(UTC) == minute.astimezone(UTC):
        return f"{say_day(at.date())} {at:%H:%M}"
    offset = at.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        return at.astimezone(UTC).isoformat(timespec="seconds")
    return at.isoformat(timespec="minutes")


def to_json(understood: Understood) -> Answer:
    """The answer of `followup when --json`."""
    return {
        "understood": understood.understood,
        "date": understood.date.isoformat() if understood.date else None,
        "at": format_instant(understood.at) if understood.at else None,
        "reason": understood.reason,
    }
