"""Appointments as an iCalendar file (RFC 5545): UTC times, an alarm each, and nothing that changes without reason.

Written by hand and not through a library, since the file is written again after every change of the book: a library
takes a millisecond an event and a tenth of a second to load. Tests read it back with two libraries.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from followup_tui.domain.told import Told
from followup_tui.exchange.content_lines import content_lines, escaped, unbroken

PRODUCT = "-//followup-tui//EN"
DOMAIN = "@followup-tui"
"""What the `UID` of everything ends with that was not invited to from elsewhere."""

_DIGITS = 16
_MOST_KEPT = 20_000
_HEAD = content_lines(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:followup",
    ]
)


class Event(NamedTuple):
    """An appointment, not yet told apart from what was exported before. Times are instants of any zone."""

    uid: str
    starts_at: datetime
    minutes: int
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    people: tuple[str, ...] = ()
    category: str = ""
    alarm_min: int = 0
    """How many minutes before it begins one is told."""
    busy: bool = True
    cancelled: bool = False
    least_sequence: int = 0
    """The number that whoever invited to it gave it last."""


def calendar(events: Sequence[Event], known: Mapping[str, Told], now: datetime) -> tuple[bytes, dict[str, Told]]:
    """The file, and what it tells, to be `known` the next time.

    An event that says what it said keeps its `SEQUENCE` and its stamp; one that changed gets the next higher. Of
    cancelled ones only those are there that a calendar may know.
    """
    parts, told = [_HEAD], dict(known)
    for event in sorted(events, key=lambda event: (event.starts_at.astimezone(UTC), event.uid)):
        before = known.get(event.uid)
        if event.cancelled and before is None:
            continue
        written = _written(event)
        told[event.uid] = after = _told(event, written.digest, before, now)
        stamps = f"DTSTAMP:{after.stamp}\r\nLAST-MODIFIED:{after.stamp}\r\nSEQUENCE:{after.sequence}\r\n"
        parts += [written.uid, stamps.encode(), written.body]
    return b"".join([*parts, b"END:VCALENDAR\r\n"]), told


def _told(event: Event, digest: str, before: Told | None, now: datetime) -> Told:
    if before is not None and before.digest == digest and before.sequence >= event.least_sequence:
        return before
    sequence = event.least_sequence if before is None else max(before.sequence + 1, event.least_sequence)
    return Told(digest, sequence, _utc(now))


class _Written(NamedTuple):
    """The lines of an event before and after those that say since when it is so; `digest` is of the latter."""

    digest: str
    uid: bytes
    body: bytes


@lru_cache(_MOST_KEPT)
def _written(event: Event) -> _Written:
    """Kept, because the file is written again and again while nearly all of it stays."""
    body = content_lines([*_body(event), "END:VEVENT"])
    uid = content_lines(["BEGIN:VEVENT", f"UID:{escaped(event.uid)}"])
    return _Written(sha256(body).hexdigest()[:_DIGITS], uid, body)


def _body(event: Event) -> Iterator[str]:
    yield f"DTSTART:{_utc(event.starts_at)}"
    yield f"DTEND:{_utc(event.starts_at.astimezone(UTC) + timedelta(minutes=event.minutes))}"
    yield f"SUMMARY:{escaped(event.summary)}"
    for name, text in (("DESCRIPTION", event.description), ("LOCATION", event.location)):
        if text:
            yield f"{name}:{escaped(text)}"
    # Not as attendees: a calendar program might write to them when the user moves the entry.
    for person in event.people:
        yield f"CONTACT:{escaped(person)}"
    if event.url:
        yield f"URL:{unbroken(event.url)}"
    if event.category:
        yield f"CATEGORIES:{escaped(event.category)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if event.busy and not event.cancelled else 'TRANSPARENT'}"
    if not event.cancelled:
        yield from _alarm(event)


def _alarm(event: Event) -> Iterable[str]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-PT{event.alarm_min}M" if event.alarm_min else "TRIGGER:PT0S",
        f"DESCRIPTION:{escaped(event.summary)}",
        "END:VALARM",
    )


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
