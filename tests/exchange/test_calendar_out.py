"""The calendar file, read back by two libraries of other programs, and stable as long as nothing changes."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import vobject  # type: ignore[import-untyped]  # it has none

from followup_tui.domain.text import plain
from followup_tui.domain.told import Told
from followup_tui.exchange.calendar_out import Event, calendar
from tests.exchange.hostile import texts

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
START = datetime.fromisoformat("2026-11-24T15:00:00+01:00")
TALK = Event(
    uid="itv-1@followup-tui",
    starts_at=START,
    minutes=45,
    summary="Interview: Globex, Staff SRE (video)",
    description="To come back to:\n- on-call",
    people=("Ana Ruiz, ana@globex.example",),
    location="Calle 1; 2nd floor",
    url="https://globex.example/jobs?id=1,2",
    category="Interview",
    alarm_min=60,
)
NUDGE = Event(uid="status_check:opp-1:1@followup-tui", starts_at=START, minutes=15, summary="Check in", busy=False)


def events(data: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def numbers(data: bytes) -> dict[str, int]:
    return {uid: int(event["SEQUENCE"]) for uid, event in events(data).items()}


def told(*said: Event, known: Mapping[str, Told] | None = None, now: datetime = NOW) -> tuple[bytes, dict[str, Told]]:
    return calendar(said, known or {}, now)


def test_icalendar_reads_what_was_meant() -> None:
    event = events(told(TALK)[0])[TALK.uid]
    assert event.decoded("DTSTART") == START
    assert event.decoded("DTEND") == START + timedelta(minutes=45)
    assert event.decoded("DTSTART").utcoffset() == timedelta(0)
    assert str(event["SUMMARY"]) == TALK.summary
    assert str(event["DESCRIPTION"]) == TALK.description
    assert str(event["LOCATION"]) == TALK.location
    assert str(event["URL"]) == TALK.url
    assert str(event["CONTACT"]) == TALK.people[0]
    assert "ATTENDEE" not in event
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-60)


def test_another_reader_sees_the_same() -> None:
    read = vobject.readOne(told(TALK, NUDGE)[0].decode())
    assert read.version.value == "2.0"
    by_uid = {event.uid.value: event for event in read.vevent_list}
    assert by_uid.keys() == {TALK.uid, NUDGE.uid}
    talk, nudge = by_uid[TALK.uid], by_uid[NUDGE.uid]
    assert talk.dtstart.value == START
    assert (talk.summary.value, talk.location.value) == (TALK.summary, TALK.location)
    assert nudge.dtend.value - nudge.dtstart.value == timedelta(minutes=15)
    assert nudge.valarm.trigger.value == timedelta(0)
    assert (talk.transp.value, nudge.transp.value) == ("OPAQUE", "TRANSPARENT")


def test_lines_end_in_crlf_and_are_folded() -> None:
    data, _ = told(TALK._replace(description="ñ" * 500))
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_nothing_changes_without_reason() -> None:
    first, known = told(TALK, NUDGE)
    again, known_then = told(NUDGE, TALK, known=known, now=LATER)
    assert again == first
    assert known_then == known


def test_only_what_changed_gets_a_higher_sequence_and_a_new_stamp() -> None:
    _, known = told(TALK, NUDGE)
    moved, after = told(TALK._replace(starts_at=START + timedelta(days=1)), NUDGE, known=known, now=LATER)
    assert numbers(moved) == {TALK.uid: 1, NUDGE.uid: 0}
    assert (after[TALK.uid].stamp, after[NUDGE.uid].stamp) == ("20261122T090000Z", "20261121T090000Z")
    back, _ = told(TALK, NUDGE, known=after, now=LATER)
    assert numbers(back)[TALK.uid] == 2


def test_one_that_was_gone_for_a_while_keeps_its_number() -> None:
    _, known = told(TALK, NUDGE)
    _, without = told(TALK, known=known)
    assert numbers(told(TALK, NUDGE, known=without)[0])[NUDGE.uid] == 0


def test_an_invitation_keeps_the_number_it_came_with_and_is_never_below_it() -> None:
    invited = TALK._replace(uid="abc@their.example", least_sequence=3)
    data, known = told(invited)
    assert numbers(data) == {"abc@their.example": 3}
    data, known = told(invited._replace(minutes=30), known=known)
    assert numbers(data) == {"abc@their.example": 4}
    data, _ = told(invited._replace(minutes=30, least_sequence=7), known=known)
    assert numbers(data) == {"abc@their.example": 7}


def test_a_cancelled_one_is_told_only_to_a_calendar_that_knows_it() -> None:
    cancelled = TALK._replace(cancelled=True)
    assert events(told(cancelled)[0]) == {}
    _, known = told(TALK)
    data, _ = told(cancelled, known=known)
    event = events(data)[TALK.uid]
    assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CANCELLED", 1)


def test_no_text_whatever_it_holds_makes_a_line_or_an_event_of_its_own() -> None:
    every = [
        Event(f"{number}@x", START, 30, text, text, text, text, (text,), text) for number, text in enumerate(texts())
    ]
    data, _ = told(*every)
    read = events(data)
    assert {uid: str(event["SUMMARY"]) for uid, event in read.items()} == {
        event.uid: plain(event.summary) for event in every
    }
    names = {line.partition(":")[0].partition(";")[0] for line in data.decode().replace("\r\n ", "").splitlines()}
    assert names <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "UID", "DTSTAMP"),
        *("LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CONTACT"),
        *("CATEGORIES", "STATUS", "TRANSP", "ACTION", "TRIGGER"),
    }
    assert len(vobject.readOne(data.decode()).vevent_list) == len(every)
