"""Times as calendars write them: UTC, local, or in a zone by its own name, Windows' name or a table of changes."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from hashlib import sha256
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.instants import FIRST_YEAR, LAST_YEAR

_MOMENT: Final = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_DURATION: Final = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
# `(UTC+01:00) Amsterdam, Berlin`, `GMT-0500`, `UTC+2`: Exchange's names for people.
_OFFSET: Final = re.compile(r"\(?(?:UTC|GMT)(?:([+-])(\d\d?)(?::?(\d\d))?)?\)?(?:\s.*)?", re.IGNORECASE)
_MOST_HOURS = 14
# A change of the clocks comes once a year; what comes every second is no zone's.
_RULE: Final = re.compile(
    r"RRULE[^:]*:(?=.*FREQ=YEARLY)(?:(?:FREQ=YEARLY|INTERVAL=\d{1,3}|BYMONTH=\d\d?|BYDAY=[+-]?\d?[A-Z]{2}"
    r"|BYMONTHDAY=-?\d\d?(?:,-?\d\d?){0,30}|UNTIL=[0-9TZ]{8,16}|COUNT=\d{1,4}|WKST=[A-Z]{2})(?:;|$))+",
    re.IGNORECASE | re.ASCII,
)
_MOST_LINES = 1_000
_SHORTEST_NAME = 2


class Moment(NamedTuple):
    """When something begins or ends: an instant, or (`all_day`) the midnight of a day."""

    at: datetime
    all_day: bool = False


class Zones:
    """The zones of one calendar: those that it describes itself, and those that have a name of their own."""

    def __init__(self, own: tzinfo) -> None:
        self.own = own
        """The user's zone, where a time without any belongs."""
        self._described: dict[str, str] = {}
        self._found: dict[str, tzinfo | None] = {}

    def describe(self, name: str, lines: Iterable[str]) -> None:
        """Keep the table of a zone's changes (a VTIMEZONE), to be read if its name is not known."""
        self._described.setdefault(name, "\r\n".join(lines))

    def named(self, name: str) -> tzinfo | None:
        """The zone of a name: the world's, Windows', else the calendar's own table, else an offset; None: unknown."""
        if name not in self._found:
            described = self._described.get(name)
            self._found[name] = (
                _of_the_world(name) or (_of_table(described) if described is not None else None) or _of_offset(name)
            )
        return self._found[name]


def moment(text: str, zone: tzinfo) -> Moment:
    """A date or a date with a time (`20260701T150000Z`); one without an offset is in `zone`.

    Raises ValueError for anything else, and outside the years that a book can hold.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise ValueError(text)
    if found[4] is None:
        return Moment(datetime(day.year, day.month, day.day, tzinfo=zone), all_day=True)
    seconds = min(int(found[6] or 0), 59)
    at = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), seconds, tzinfo=zone)
    if found[7] is not None:
        at = at.replace(tzinfo=UTC if found[7] == "Z" else datetime.strptime(found[7], "%z").tzinfo)
    return Moment(at)


def duration(text: str) -> timedelta:
    """A length of time (`PT1H30M`). Raises ValueError for anything else."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise ValueError(text)
    weeks, days, hours, minutes, seconds = (int(group or 0) for group in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


@cache
def _of_the_world(name: str) -> tzinfo | None:
    """A zone by its IANA name, also behind a maker's (`/mozilla.org/20050126_1/Europe/Madrid`), or by Windows' name."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = name.strip().strip("/")
    if name.casefold() in ("utc", "z", "gmt", "tzone://microsoft/utc", "etc/utc"):
        return UTC
    names = [WINDOWS_TO_OLSON.get(name, name)]
    parts = name.split("/")
    names += ["/".join(parts[start:]) for start in range(1, len(parts) - 1)]
    for one in names:
        if len(one) <= _SHORTEST_NAME or one.startswith("."):
            continue
        try:
            return ZoneInfo(one)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


@cache
def _of_table(table: str) -> tzinfo | None:
    """A zone that a calendar describes: its table of changes, read by icalendar."""
    import icalendar

    lines = table.splitlines()
    if len(lines) > _MOST_LINES or any(line.startswith("RRULE") and not _RULE.fullmatch(line) for line in lines):
        return None
    # Under a name of its own: icalendar keeps what it has read, and every Exchange calls its zones the same.
    name = f"x-{sha256(table.encode()).hexdigest()[:16]}"
    text = re.sub(r"^TZID[:;].*$", f"TZID:{name}", table, flags=re.MULTILINE)
    try:
        component = icalendar.Timezone.from_ical(text)
        zone = component.to_tz(lookup_tzid=False) if isinstance(component, icalendar.Timezone) else None
        if zone is not None:
            datetime(2026, 7, 1, tzinfo=zone).astimezone(UTC)
    except Exception:  # noqa: BLE001 - whatever is wrong with the table, its name is all that is left
        return None
    return zone


def _of_offset(name: str) -> tzinfo | None:
    """The offset that a name gives, for the summer as for the winter: better than none."""
    found = _OFFSET.fullmatch(name.strip())
    if found is None:
        return None
    hours, minutes = int(found[2] or 0), int(found[3] or 0)
    if hours > _MOST_HOURS:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if found[1] == "-" else offset)
