"""When a call or a message is welcome: good hours by channel, in the other person's zone, on business days only.

G0 warns of calling in working hours: by default one calls before or after them. Standard library only.
"""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.schema import CHANNELS
from followup_tui.domain.settings import SettingError

_SATURDAY = 5
_DAY = timedelta(days=1)
# Nobody's holidays last longer.
_DAYS_TO_LOOK = 366
_SPAN = re.compile(r"\s*(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})\s*", re.ASCII)


class Span(NamedTuple):
    """A part of a day by the clock on the wall, from `start` to before `end`."""

    start: time
    end: time

    def __str__(self) -> str:
        """`08:00-09:00`."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


class Opening(NamedTuple):
    """A span of good hours on one day, in the other person's zone."""

    starts_at: datetime
    ends_at: datetime


Spans = tuple[Span, ...] | None
"""The good hours of a channel; None where any time of any day is good."""

Hours = Mapping[str, Spans]
"""The good hours by channel."""

_CALLS: Final = (Span(time(8), time(9)), Span(time(17), time(19)))
_MESSAGES: Final = (Span(time(7), time(19)),)

DEFAULT_HOURS: Final[Hours] = {
    "email": _MESSAGES,
    "phone": _CALLS,
    "letter": None,
    "linkedin": _MESSAGES,
    "social": _MESSAGES,
    "in_person": _CALLS,
}
"""What `[hours]` sets; a channel like another one (LinkedIn, in person) has its hours."""

_LIKE = {"linkedin": "social", "in_person": "phone"}


class Welcome(NamedTuple):
    """Whether a moment is a good one, and the good hours that are running or come next (None: any time is good)."""

    now: bool
    opening: Opening | None


def welcome(hours: Hours, channel: str, moment: datetime, zone: tzinfo, holidays: Container[date]) -> Welcome:
    """Whether somebody in `zone` is glad to hear from one at `moment` on this channel, and else when.

    Weekends and `holidays` are no good days. Where a channel has no hours at all, no moment is good and none comes.
    """
    spans = hours[channel] if channel in hours else DEFAULT_HOURS.get(channel)
    if spans is None:
        return Welcome(now=True, opening=None)
    now = moment.astimezone(UTC)
    for opening in _openings(spans, moment.astimezone(zone).date(), zone, holidays):
        if now < opening.ends_at.astimezone(UTC):
            return Welcome(opening.starts_at.astimezone(UTC) <= now, opening)
    return Welcome(now=False, opening=None)


def _openings(spans: tuple[Span, ...], day: date, zone: tzinfo, holidays: Container[date]) -> Iterator[Opening]:
    """The good hours from `day` on, in their order."""
    for days in range(_DAYS_TO_LOOK if spans else 0):
        there = day + days * _DAY
        if there.weekday() < _SATURDAY and there not in holidays:
            for span in sorted(spans):
                yield Opening(datetime.combine(there, span.start, zone), datetime.combine(there, span.end, zone))


_VERBS = {"phone": "call", "in_person": "meet"}


def welcome_words(found: Welcome, channel: str, now: datetime) -> str:
    """A sentence on whether now is a good hour, and else when; `now` is in the user's zone, for the times here."""
    verb, opening = _VERBS.get(channel, "write"), found.opening
    if opening is None:
        return f"Any time is good to {verb}." if found.now else f"There are no good hours to {verb}."
    starts_here = opening.starts_at.astimezone(now.tzinfo)
    elsewhere = starts_here.utcoffset() != opening.starts_at.utcoffset()
    if found.now:
        return f"A good hour to {verb}, till {opening.ends_at:%H:%M}{' there' if elsewhere else ''}."
    day = "" if opening.starts_at.date() == now.astimezone(opening.starts_at.tzinfo).date() else "%a "
    hours = f"{opening.starts_at:{day}%H:%M}–{opening.ends_at:%H:%M}"
    here = f" there, from {starts_here:{'%H:%M' if starts_here.date() == now.date() else '%a %H:%M'}} here"
    return f"Not a good hour to {verb}: better {hours}{here if elsewhere else ''}."


def zone_named(name: str | None) -> ZoneInfo | None:
    """The zone of that IANA name; None where there is none, since an import may have brought anything."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def city_of(zone: tzinfo) -> str:
    """What to call a zone: `New York`."""
    return str(zone).rpartition("/")[2].replace("_", " ")


def hours_from(given: Mapping[str, object]) -> Hours:
    """The good hours with those that `[hours]` sets: `phone = ["08:00-09:00", "17:00-19:00"]`, `letter = "any"`.

    LinkedIn goes with `social` and `in_person` with `phone` unless it is set itself. An empty list is never a good
    time. Raises SettingError for another channel, or for what is no hours.
    """
    checked = {channel: _spans(channel, value) for channel, value in given.items()}
    hours = {**DEFAULT_HOURS, **checked}
    for channel, other in _LIKE.items():
        if channel not in checked:
            hours[channel] = hours[other]
    return hours


def _spans(channel: str, value: object) -> Spans:
    if channel not in CHANNELS:
        raise SettingError(channel, f"is no channel; the channels are {', '.join(CHANNELS)}")
    if value == "any":
        return None
    texts = value if isinstance(value, list) else [value]
    spans = sorted(_span(channel, text) for text in texts)
    for earlier, later in pairwise(spans):
        if later.start < earlier.end:
            raise SettingError(channel, f"{later} overlaps {earlier}")
    return tuple(spans)


def _span(channel: str, text: object) -> Span:
    expected = 'expected hours like "08:00-09:00", a list of them, or "any"'
    found = _SPAN.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise SettingError(channel, expected)
    try:
        start, end = (time.fromisoformat(clock.zfill(5)) for clock in found.groups())
    except ValueError:
        raise SettingError(channel, f"{text!r} is no time of the day; {expected}") from None
    if start >= end:
        raise SettingError(channel, f"{text!r} ends before it begins; {expected}")
    return Span(start, end)
