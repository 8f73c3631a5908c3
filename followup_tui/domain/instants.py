"""Instants and dates as the book writes them: strictly ISO 8601, and only the forms that are ours.

pendulum is not asked to parse what a file or a person gives: it reads `"now"`, `"2026"` and a naive text without a
word. Everything here is text in, `datetime` or `date` out, or the reverse.
"""

import re
from datetime import UTC, date, datetime, timedelta

_HOURS_MINUTES = r"(?:[01]\d|2[0-3]):[0-5]\d"
_INSTANT = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}T{_HOURS_MINUTES}:[0-5]\d(?:\.\d{{1,6}})?(?:Z|[+-]{_HOURS_MINUTES})", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# An instant at the very edge of the calendar cannot be moved to another zone or by a window's days.
FIRST_YEAR, LAST_YEAR = 1900, 2200


def parse_instant(text: str) -> datetime:
    """The instant `text` names, with its own offset. Raises ValueError for any other form, or outside 1900–2200."""
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"not an instant with T, seconds and an offset: {text!r}")
    instant = datetime.fromisoformat(text)
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise ValueError(f"outside the years {FIRST_YEAR} to {LAST_YEAR}: {text!r}")
    return instant


def is_ahead(at: datetime, now: datetime) -> bool:
    """Whether `at` lies after `now`. Two instants of one zone compare by wall clock, wrongly where an hour is twice."""
    return at.astimezone(UTC) > now.astimezone(UTC)


def parse_date(text: str) -> date:
    """The date `text` names. Raises ValueError for any other form, or outside 1900–2200."""
    if not _DATE.fullmatch(text):
        raise ValueError(f"not a date like 2026-11-27: {text!r}")
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"outside the years {FIRST_YEAR} to {LAST_YEAR}: {text!r}")
    return day


def format_instant(instant: datetime) -> str:
    """`instant` as the book writes it, to the second: `2026-11-17T15:00:00+01:00`. It must carry an offset."""
    offset = instant.utcoffset()
    if offset is None:
        raise ValueError("an instant without an offset cannot be stored")
    if offset % timedelta(minutes=1):
        # A zone's local mean time has seconds in its offset, which the book's form cannot say.
        instant = instant.astimezone(UTC)
    return instant.isoformat(timespec="seconds")
