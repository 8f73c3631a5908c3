"""Calendar files: each event is an interview with its people, an update of one, or its cancellation.

Only what is read here is kept of a file: an event's alarms, attachments and copies in other formats are passed over.
What is ours already, the follow-ups and interviews of a calendar that this app exported, is nothing new.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import format_instant
from followup_tui.domain.text import clean
from followup_tui.exchange.addresses import address_in, is_machine, is_user, person_of
from followup_tui.exchange.calendar_times import Moment, Zones, duration, moment
from followup_tui.exchange.found import FoundInterview, Passed, Person, Reading, Remark, Source, Unit, Unreadable, Where
from followup_tui.exchange.html_text import looks_like_html, text_of
from followup_tui.exchange.meeting_format import bare_title, guessed_format
from followup_tui.exchange.properties import Broken, Property, properties, unescaped

OURS: Final = "@followup-tui"
"""What the UID of everything ends with that this app put into a calendar itself."""
_OUR_PRODUCT: Final = "-//followup-tui//"

_MOST_EVENTS = 10_000
_MOST_PROPERTIES = 250_000
_MOST_LINES = 2_000
_MOST_BROKEN = 20
_MOST_BROKEN_OF_FILE = 10_000
_DEEPEST = 10
_LONGEST_NOTES = 20_000
_LAST_SEQUENCE = 2**31 - 1
_LONGEST_MIN = 366 * 24 * 60
_USUAL_MIN = 60
_ALL_DAY_HOUR = 9
_ANSWERS: Final = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
_ROOMS: Final = frozenset({"ROOM", "RESOURCE"})
_LINKS: Final = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "URL",
)
_READ: Final = frozenset(
    {"UID", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "DURATION", "RRULE"}
    | {"RECURRENCE-ID", "ORGANIZER", "ATTENDEE", "RDATE", *_LINKS}
)


@dataclasses.dataclass(slots=True)
class _Event:
    """An event as it is read: its properties by name."""

    where: Where
    lines: int = 0
    broken: int = 0
    properties: dict[str, list[Property]] = dataclasses.field(default_factory=dict)

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The text of the first property of a name, without its escapes."""
        found = self.first(name)
        return clean(unescaped(found.text)).strip() if found is not None else ""


@dataclasses.dataclass(slots=True)
class _Calendar:
    """What a calendar says of all its events, as far as it was read."""

    zones: Zones
    method: str = ""
    product: str = ""
    events: list[_Event] = dataclasses.field(default_factory=list)


def read_ics(source: Source, reading: Reading) -> Iterator[Unit]:
    """The interviews of a calendar file. Raises FollowupError where it holds no calendar, or far too much."""
    calendars = _Calendars(source.path, reading)
    for line in properties(source):
        yield from calendars.take(line)
    yield from calendars.finish()


class _Calendars:
    """The calendars of a file, taken apart line by line."""

    def __init__(self, path: Path, reading: Reading) -> None:
        self._path = path
        self._reading = reading
        self._calendar = _Calendar(Zones(reading.zone))
        self._inside: list[str] = []
        """The names of the components that one stands in, the outermost first."""
        self._zone: list[str] = []
        self._event: _Event | None = None
        self._ours = False
        self._seen = self._events = self._lines = self._broken_lines = 0

    def take(self, line: Property | Broken) -> Iterator[Unit]:
        """What a line completes: a calendar with its events, or the knowledge that the line is none."""
        self._lines += 1
        where = Where(self._path, line.line)
        self._refuse_beyond(_MOST_PROPERTIES, self._lines, "properties", where)
        if isinstance(line, Broken):
            yield from self._broken(line, where)
        elif line.name == "BEGIN":
            yield from self._begin(line.value.strip().upper().decode("ascii", "replace"), where)
        elif line.name == "END":
            yield from self._end(line.value.strip().upper().decode("ascii", "replace"))
        else:
            self._property(line)

    def _broken(self, line: Broken, where: Where) -> Iterator[Unit]:
        self._broken_lines += 1
        self._refuse_beyond(_MOST_BROKEN_OF_FILE, self._broken_lines, "lines that are no calendar's", where)
        if self._event is not None:
            self._event.broken += 1
            if self._event.broken <= _MOST_BROKEN:
                yield Unreadable(
                    where=where, reason=f"is no line of a calendar ({line.beginning!r}); the rest of it was read"
                )

    def _begin(self, name: str, where: Where) -> Iterator[Unit]:
        if name == "VCALENDAR":
            yield from self._close()
            self._seen += 1
            self._inside = [name]
            return
        if name == "VEVENT":
            if self._event is not None:
                yield from self._cut_off()
            self._inside = self._inside[:1]
            self._events += 1
            self._refuse_beyond(_MOST_EVENTS, self._events, "events", where)
            self._event = _Event(where)
        elif name == "VTIMEZONE":
            self._zone = []
        if len(self._inside) >= _DEEPEST:
            raise FollowupError(f"{where}: is nested too deeply for a calendar; nothing was imported.")
        self._inside.append(name)
        if "VTIMEZONE" in self._inside:
            self._zone.append(f"BEGIN:{name}")

    def _end(self, name: str) -> Iterator[Unit]:
        if name not in self._inside:
            return
        if "VTIMEZONE" in self._inside:
            self._zone.append(f"END:{name}")
        del self._inside[self._inside.index(name) :]
        if name == "VTIMEZONE":
            self._describe_zone()
        elif name == "VEVENT" and self._event is not None:
            self._calendar.events.append(self._event)
            self._event = None
        elif name == "VCALENDAR":
            yield from self._close()

    def _property(self, line: Property) -> None:
        if "VTIMEZONE" in self._inside:
            if len(self._zone) < _MOST_LINES:
                parameters = "".join(f";{name}={value}" for name, value in line.parameters.items())
                self._zone.append(f"{line.name}{parameters}:{line.text}")
        elif self._event is not None:
            self._event.lines += 1
            # An alarm or whatever else stands in an event has a title and a time of its own.
            if self._inside[-1:] == ["VEVENT"] and line.name in _READ and self._event.lines <= _MOST_LINES:
                self._event.properties.setdefault(line.name, []).append(line)
        elif line.name == "METHOD":
            self._calendar.method = line.text.strip().upper()
        elif line.name == "PRODID":
            self._calendar.product = line.text.strip()

    def _describe_zone(self) -> None:
        for line in self._zone:
            if line.upper().startswith(("TZID:", "TZID;")):
                self._calendar.zones.describe(line.partition(":")[2].strip(), self._zone)
                return

    def _close(self) -> Iterator[Unit]:
        """The units of the calendar that ends here."""
        if self._event is not None:
            yield from self._cut_off()
        calendar, self._calendar = self._calendar, _Calendar(Zones(self._reading.zone))
        self._ours = self._ours or _is_product_ours(calendar)
        yield from _interviews(calendar, self._reading)

    def _cut_off(self) -> Iterator[Unit]:
        if self._event is not None:
            yield Unreadable(where=self._event.where, reason="is cut off: the event has no END:VEVENT")
            self._event = None

    def _refuse_beyond(self, most: int, count: int, what: str, where: Where) -> None:
        if count > most:
            raise FollowupError(f"{where}: the file has more than {most:,} {what}; nothing was imported.")

    def finish(self) -> Iterator[Unit]:
        """What is left when the file ends. Raises FollowupError if no calendar was seen."""
        if not self._seen:
            raise FollowupError(f"{self._path}: holds no calendar; nothing was imported.")
        yield from self._close()
        if self._ours and not self._events:
            yield Passed(where=Where(self._path), text="was exported by this app while nothing was planned")


# Events


def _interviews(calendar: _Calendar, reading: Reading) -> Iterator[Unit]:
    """The interviews of a calendar, its own updates of single meetings of a series taken together with the series."""
    ours = [event for event in calendar.events if _is_ours(event, calendar)]
    if ours:
        yield Passed(where=ours[0].where, text="was exported by this app; what the book knows already is left alone")
    theirs = [event for event in calendar.events if not _is_ours(event, calendar)]
    series = {event.text("UID"): event for event in theirs if event.first("RECURRENCE-ID") is None}
    for event in theirs:
        whole = series.get(event.text("UID"), event)
        if calendar.method in _ANSWERS:
            yield Passed(where=event.where, text="is an answer to an invitation; there is nothing in it to take")
        elif whole is not event and event.text("RECURRENCE-ID") != whole.text("DTSTART"):
            yield Passed(where=event.where, text="is another meeting of a series; only the first is taken")
        else:
            yield from _interview(event, calendar, reading, uid=whole.text("UID") if whole is not event else None)


def _is_ours(event: _Event, calendar: _Calendar) -> bool:
    return _is_product_ours(calendar) or event.text("UID").endswith(OURS)


def _is_product_ours(calendar: _Calendar) -> bool:
    return calendar.product.startswith(_OUR_PRODUCT)


def _interview(event: _Event, calendar: _Calendar, reading: Reading, uid: str | None) -> Iterator[Unit]:
    if event.lines > _MOST_LINES:
        yield Unreadable(where=event.where, reason=f"has more than {_MOST_LINES:,} lines in one event")
        return
    cancelled = _is_cancelled(event, calendar)
    remarks: list[str] = []
    try:
        start = _moment(event, "DTSTART", calendar.zones, remarks)
    except ValueError as error:
        yield Unreadable(where=event.where, reason=f"{str(error)[:60]!r} is no date and time that can be read")
        return
    if not reading.user_emails and event.first("ATTENDEE") is not None:
        remarks.append("it cannot be told which of its people you are: set email under [user] in config.toml first")
    if start is None and not cancelled:
        yield Unreadable(where=event.where, reason="has no beginning: the event has no DTSTART")
        return
    found = _found(event, calendar, start, remarks, reading)
    yield dataclasses.replace(found, cancelled=cancelled, uid=uid or found.uid)
    for remark in remarks:
        yield Remark(where=event.where, text=remark)


def _meeting(event: _Event, calendar: _Calendar, reading: Reading) -> str | None:
    """When the meeting of a series that an event is about was to begin."""
    try:
        begins = _begins(_moment(event, "RECURRENCE-ID", calendar.zones, []), [])
    except ValueError:
        return None
    return format_instant(begins.astimezone(reading.zone)) if begins is not None else None


def _found(
    event: _Event, calendar: _Calendar, start: Moment | None, remarks: list[str], reading: Reading
) -> FoundInterview:
    summary = bare_title(event.text("SUMMARY"))
    description = event.text("DESCRIPTION")
    if looks_like_html(description):
        description = text_of(description)
    location = " ".join(event.text("LOCATION").split())
    links = [link for name in _LINKS if (link := event.text(name)).startswith(("http", "tel:"))]
    organiser = _person(event.first("ORGANIZER"), reading)
    begins = _begins(start, remarks)
    return FoundInterview(
        where=event.where,
        uid=_uid(event, summary),
        sequence=_sequence(event, calendar),
        starts_at=format_instant(begins.astimezone(reading.zone)) if begins is not None else None,
        duration_min=_minutes(event, calendar.zones, start, remarks),
        format=guessed_format(summary, location, "\n".join([*links, description])),
        summary=summary,
        notes=_notes(location, links, description),
        organiser=organiser,
        people=_people(organiser, event, reading),
        series=event.text("UID") if event.text("RECURRENCE-ID") else None,
        meeting=_meeting(event, calendar, reading),
    )


def _begins(start: Moment | None, remarks: list[str]) -> datetime | None:
    if start is None or not start.all_day:
        return start.at if start is not None else None
    remarks.append("is for a whole day; 09:00 was taken")
    return start.at.replace(hour=_ALL_DAY_HOUR)


def _uid(event: _Event, summary: str) -> str:
    """The calendar's id; one that has none gets one of what it says, a single meeting of a series one of its own."""
    uid, start = event.text("UID"), event.text("DTSTART")
    if not uid:
        uid = f"no-uid-{sha256(f'{summary}|{start}'.encode()).hexdigest()[:24]}"
    single = event.text("RECURRENCE-ID")
    return f"{uid}/{single}" if single else uid


def _is_cancelled(event: _Event, calendar: _Calendar) -> bool:
    return calendar.method == "CANCEL" or event.text("STATUS").upper() == "CANCELLED"


def _sequence(event: _Event, calendar: _Calendar) -> int:
    """The number of an update; a cancellation that has none is the last word."""
    text = event.text("SEQUENCE")
    if text.isascii() and text.isdigit():
        return min(int(text[:18]), _LAST_SEQUENCE)
    return _LAST_SEQUENCE if _is_cancelled(event, calendar) and event.first("SEQUENCE") is None else 0


def _moment(event: _Event, name: str, zones: Zones, remarks: list[str]) -> Moment | None:
    """The time of a property. Raises ValueError for one that is none."""
    line = event.first(name)
    if line is None or not line.text.strip():
        return None
    zone, text = zones.own, line.text.strip()
    zone_name = line.parameters.get("TZID", "").strip()
    if text.startswith("//"):
        # A zone that is called like a link, and that nobody quoted.
        rest, _, text = text.rpartition(":")
        zone_name = f"{zone_name}:{rest}"
    if zone_name:
        named = zones.named(zone_name)
        if named is None:
            remarks.append(f"names a time zone that nobody knows ({zone_name[:60]!r}); your own was taken")
        zone = named or zone
    return moment(text, zone)


def _minutes(event: _Event, zones: Zones, start: Moment | None, remarks: list[str]) -> int:
    """How long it takes, by its end or its duration; an hour where that says nothing."""
    if start is None or start.all_day:
        return _USUAL_MIN
    try:
        end = _moment(event, "DTEND", zones, [])
        length = end.at - start.at if end is not None else duration(event.text("DURATION") or "PT60M")
    except (ValueError, OverflowError):
        length = timedelta()
    if end_is_odd := not timedelta() < length <= timedelta(minutes=_LONGEST_MIN):
        length = timedelta(minutes=_USUAL_MIN)
    if end_is_odd and (event.first("DTEND") or event.first("DURATION")):
        remarks.append("does not say how long it takes; an hour was taken")
    return max(1, round(length / timedelta(minutes=1)))


def _notes(location: str, links: Iterable[str], description: str) -> str:
    """Where to go, and what is said of it, each once."""
    parts = [location] if location and location not in description else []
    parts += [link for link in dict.fromkeys(links) if link not in description and link not in location]
    return "\n\n".join(filter(None, ["\n".join(parts), description[:_LONGEST_NOTES].strip()]))


# People


def _people(organiser: Person | None, event: _Event, reading: Reading) -> tuple[Person, ...]:
    """Who takes part: whoever invited, if a person, and all who were, but the user, rooms and resources; each once."""
    found: dict[str, Person] = {}
    for line in (*event.properties.get("ATTENDEE", ()), event.first("ORGANIZER")):
        person = _person(line, reading)
        if person is None or line is None or line.parameters.get("CUTYPE", "").upper() in _ROOMS:
            continue
        key = person.emails[0].casefold() if person.emails else person.name.casefold()
        found.setdefault(key, person)
    first = [organiser] if organiser is not None and organiser in found.values() else []
    return tuple(dict.fromkeys([*first, *found.values()]))


def _person(line: Property | None, reading: Reading) -> Person | None:
    """Somebody who is invited or invites; None for the user, and for what is a program's address."""
    if line is None:
        return None
    value = line.text.strip()
    given = line.parameters.get("EMAIL", "")
    address = address_in(given) or address_in(re.split("mailto:", value, flags=re.IGNORECASE)[-1])
    name = unescaped(line.parameters.get("CN", ""))
    if address is None and ("@" in name or not name.strip()):
        address = address_in(name)
        if address is None:
            return None
    person = person_of(name, address, role="interviewer")
    return None if is_user(person, reading) or (address is not None and is_machine(address)) else person
