"""Invitations, in the forms that calendar programs write them, become interviews at the right instant."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.calendar_out import Event, calendar
from followup_tui.exchange.found import FoundInterview
from followup_tui.exchange.meeting_format import guessed_format
from tests.exchange.reading_files import Contents, file_of


def event(*lines: str, head: tuple[str, ...] = (), uid: str = "UID:u1") -> str:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, "BEGIN:VEVENT", uid, *lines, "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(parts)


def one(data: str | bytes) -> FoundInterview:
    (interview,) = Contents("ics", data).interviews
    return interview


def emails(interview: FoundInterview) -> list[str]:
    return [person.emails[0] for person in interview.people]


def test_googles_invitation_is_an_interview_with_its_people_but_the_user_and_the_room() -> None:
    interview = one(file_of("google_invitation.ics"))
    assert (interview.uid, interview.sequence) == ("7kukuqrfedlm2f9tq8h1c0r2vk@google.com", 0)
    assert (interview.starts_at, interview.duration_min) == ("2026-11-24T15:00:00+01:00", 45)
    assert [person.name for person in interview.people] == ["Ana Ruiz", "Ben Cho"]
    assert interview.summary == "Interview: Staff SRE, Globex"
    assert interview.format == "video"
    assert "https://meet.google.com/abc-defg-hij" in interview.notes


def test_exchanges_invitation_is_read_in_its_windows_zone_with_the_organiser_among_the_people() -> None:
    interview = one(file_of("exchange_invitation.ics"))
    assert (interview.starts_at, interview.duration_min) == ("2026-11-25T16:30:00+01:00", 90)
    assert [person.name for person in interview.people] == ["Ngozi Okafor", "Åsa Lindqvist"]
    assert emails(interview) == ["Ngozi.Okafor@initech.example", "asa.lindqvist@initech.example"]
    assert interview.format == "onsite"
    assert interview.notes.startswith("350 Fifth Avenue, 12th floor, New York\n\nDear Sam,")


def test_apples_invitation_names_people_by_the_address_beside_a_principal() -> None:
    interview = one(file_of("apple_invitation.ics"))
    assert (interview.starts_at, interview.duration_min) == ("2026-11-26T10:30:00+01:00", 30)
    assert emails(interview) == ["rachael@tyrell.example"]
    assert (interview.sequence, interview.format) == (1, "phone")


def test_a_booking_without_attendees_is_an_interview_all_the_same() -> None:
    interview = one(file_of("calendly.ics"))
    assert (interview.people, interview.format, interview.duration_min) == ((), "video", 30)
    assert interview.starts_at == "2026-11-27T16:00:00+01:00"


def test_a_teams_meeting_is_on_video_whatever_number_it_can_be_dialled_at() -> None:
    interview = one(file_of("teams_invitation.ics"))
    assert (interview.starts_at, interview.duration_min) == ("2026-12-01T11:00:00+01:00", 45)
    assert [person.name for person in interview.people] == ["Chidi Okafor", "Marta Lind"]
    assert interview.format == "video"
    assert interview.notes.count("https://teams.microsoft.com/l/meetup-join/") == 1


def test_what_zoom_puts_into_a_calendar_is_an_interview_without_people() -> None:
    interview = one(file_of("zoom_invitation.ics"))
    assert (interview.starts_at, interview.duration_min) == ("2026-12-02T16:00:00+01:00", 30)
    assert (interview.people, interview.organiser, interview.sequence, interview.cancelled) == ((), None, 0, False)
    assert interview.uid.endswith("-81234567890@fe80:0:0:0:1:2ff:fe3:4ens5")
    assert interview.format == "video"
    assert "+34917873431,,81234567890#" in interview.notes


def test_a_calendar_that_icalendar_writes_is_read() -> None:
    written = icalendar.Calendar()
    written.add("prodid", "-//test//")
    written.add("version", "2.0")
    written.add("method", "REQUEST")
    meeting = icalendar.Event()
    meeting.add("uid", "written@icalendar")
    meeting.add("summary", "Interview; with, odd \\ letters and a long title that has to be folded by the library")
    meeting.add("dtstart", datetime(2026, 7, 1, 15, tzinfo=ZoneInfo("America/New_York")))
    meeting.add("duration", timedelta(minutes=75))
    attendee = icalendar.vCalAddress("MAILTO:ana@globex.example")
    attendee.params["CN"] = icalendar.vText("Ruiz, Ana")
    meeting.add("attendee", attendee, encode=False)
    written.add_component(meeting)
    written.add_missing_timezones()
    interview = one(written.to_ical())
    assert (interview.starts_at, interview.duration_min) == ("2026-07-01T21:00:00+02:00", 75)
    assert interview.summary == "Interview; with, odd \\ letters and a long title that has to be folded by the library"
    assert [person.name for person in interview.people] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20260701T150000Z", "2026-07-01T17:00:00+02:00"),
        ("DTSTART:20260701T150000", "2026-07-01T15:00:00+02:00"),
        ("DTSTART;TZID=America/New_York:20260701T150000", "2026-07-01T21:00:00+02:00"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20260701T150000", "2026-07-01T21:00:00+02:00"),
        ("DTSTART;TZID=Pacific Standard Time:20260701T150000", "2026-07-02T00:00:00+02:00"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20260701T150000", "2026-07-01T17:00:00+02:00"),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261201T150000', "2026-12-01T21:00:00+01:00"),
        ("DTSTART;VALUE=DATE:20260701", "2026-07-01T09:00:00+02:00"),
        ("DTSTART:20260701", "2026-07-01T09:00:00+02:00"),
        ("DTSTART;VALUE=DATE-TIME;TZID=Asia/Tokyo:20260701T090000", "2026-07-01T02:00:00+02:00"),
    ],
)
def test_a_beginning_is_the_instant_that_its_zone_says(start: str, expected: str) -> None:
    assert one(event(start)).starts_at == expected


CUSTOM = (
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:-0230",
    "TZOFFSETTO:-0330",
    "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0330",
    "TZOFFSETTO:-0230",
    "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


def test_a_zone_that_only_the_calendar_knows_is_read_from_its_table_and_not_from_another_files() -> None:
    start = "DTSTART;TZID=Customized Time Zone:20260701T120000"
    other = tuple(line.replace("-0", "+0") for line in CUSTOM)
    assert one(event(start, head=CUSTOM)).starts_at == "2026-07-01T16:30:00+02:00"
    assert one(event(start, head=other)).starts_at == "2026-07-01T11:30:00+02:00"
    assert one(event(start.replace("0701", "1201"), head=CUSTOM)).starts_at == "2026-12-01T16:30:00+01:00"


def test_a_zone_that_nobody_knows_is_taken_for_the_users_and_said() -> None:
    read = Contents("ics", event("DTSTART;TZID=Atlantis:20260701T150000"))
    assert read.interviews[0].starts_at == "2026-07-01T15:00:00+02:00"
    assert read.remarks == ["names a time zone that nobody knows ('Atlantis'); your own was taken"]


def test_a_whole_day_is_nine_o_clock_and_said() -> None:
    read = Contents("ics", event("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260702"))
    assert (read.interviews[0].duration_min, read.remarks) == (60, ["is for a whole day; 09:00 was taken"])


@pytest.mark.parametrize(
    ("end", "minutes"),
    [
        ("DTEND:20260701T154500Z", 45),
        ("DURATION:PT1H30M", 90),
        ("DURATION:P1DT2H", 26 * 60),
        ("DTEND;TZID=Europe/Madrid:20260701T180000", 60),
        ("X-NOTHING:1", 60),
        ("DTEND:20260701T150000Z", 60),
        ("DTEND:20250701T150000Z", 60),
        ("DTEND:20990701T150000Z", 60),
        ("DURATION:soon", 60),
    ],
)
def test_the_length_is_that_of_the_end_or_the_duration_and_else_an_hour(end: str, minutes: int) -> None:
    assert one(event("DTSTART:20260701T150000Z", end)).duration_min == minutes


@pytest.mark.parametrize(
    "lines", [("METHOD:CANCEL", "STATUS:CONFIRMED"), ("METHOD:PUBLISH", "STATUS:CANCELLED"), ("METHOD:CANCEL", "X:1")]
)
def test_a_cancellation_says_so_by_its_method_or_its_status(lines: tuple[str, str]) -> None:
    interview = one(event("DTSTART:20260701T150000Z", "SEQUENCE:3", lines[1], head=(lines[0],)))
    assert (interview.cancelled, interview.sequence) == (True, 3)
    assert one(event("SEQUENCE:1", head=("METHOD:CANCEL",))).starts_at is None


def test_a_cancellation_without_a_number_is_the_last_word() -> None:
    assert one(event("DTSTART:20260701T150000Z", head=("METHOD:CANCEL",))).sequence > 1_000_000
    assert one(event("DTSTART:20260701T150000Z")).sequence == 0


def test_of_a_series_the_first_is_taken_as_its_own_update_says() -> None:
    master = ("DTSTART:20260701T150000Z", "RRULE:FREQ=WEEKLY", "END:VEVENT", "BEGIN:VEVENT", "UID:u1")
    later = event(*master, "RECURRENCE-ID:20260708T150000Z", "DTSTART:20260708T170000Z")
    assert one(later).starts_at == "2026-07-01T17:00:00+02:00"
    first = event(*master, "RECURRENCE-ID:20260701T150000Z", "DTSTART:20260701T160000Z")
    assert [(found.uid, found.starts_at) for found in Contents("ics", first).interviews] == [
        ("u1", "2026-07-01T17:00:00+02:00"),
        ("u1", "2026-07-01T18:00:00+02:00"),
    ]


def test_an_answer_to_an_invitation_is_none() -> None:
    read = Contents("ics", event("DTSTART:20260701T150000Z", head=("METHOD:REPLY",)))
    assert (read.found, read.unreadable) == ([], [])
    assert read.remarks == ["is an answer to an invitation; there is nothing in it to take"]


def test_what_this_app_exported_is_nothing_new() -> None:
    now = datetime(2026, 11, 20, 10, tzinfo=UTC)
    ours = Event("thank_you:i1:c1@followup-tui", now, 15, "Thank Ana")
    theirs = Event("invited@google.com", now, 60, "Interview")
    data, _ = calendar([ours, theirs], {}, now)
    assert Contents("ics", data).found == []
    # Nor when another calendar gives it out again.
    assert Contents("ics", data.replace(b"-//followup-tui//EN", b"-//Google Inc//")).interviews[0].uid == theirs.uid


def test_people_come_once_whatever_they_are_called() -> None:
    interview = one(
        event(
            "DTSTART:20260701T150000Z",
            "ORGANIZER;CN=Ana Ruiz:mailto:ana@globex.example",
            "ATTENDEE;CN=\"'Ana Ruiz'\":MAILTO:Ana@Globex.example",
            'ATTENDEE;CN="Cho, Ben (Globex)":mailto:ben@globex.example',
            "ATTENDEE:mailto:dana_lee-smith@globex.example",
            "ATTENDEE;CN=Sam:mailto:sam+globex@home.example",
            "ATTENDEE;CN=Nobody:invalid:nomail",
            "ATTENDEE;CN=Group:mailto:abc@group.calendar.google.com",
            "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@globex.example",
        )
    )
    assert [person.name for person in interview.people] == ["Ana Ruiz", "Ben Cho", "Dana Lee Smith", "Nobody"]
    assert {person.role for person in interview.people} == {"interviewer"}


def test_an_event_that_cannot_be_read_loses_only_itself() -> None:
    good = event("DTSTART:20260701T150000Z", "not a line")
    bad = "BEGIN:VEVENT\nUID:bad\nDTSTART:tomorrow\nEND:VEVENT\nBEGIN:VEVENT\nUID:none\nEND:VEVENT\n"
    bad += "BEGIN:VEVENT\nUID:cut\n"
    read = Contents("ics", good.replace("END:VCALENDAR", bad))
    assert [found.uid for found in read.interviews] == ["u1"]
    assert [reason.split(";")[0].split(":")[0] for _, reason in read.unreadable] == [
        "is no line of a calendar ('not a line')",
        "is cut off",
        "'tomorrow' is no date and time that can be read",
        "has no beginning",
    ]


def test_a_file_without_a_calendar_is_refused_and_one_without_events_holds_nothing_unless_it_is_ours() -> None:
    with pytest.raises(FollowupError, match="holds no calendar"):
        Contents("ics", "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    assert Contents("ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n").remarks == []
    ours = "BEGIN:VCALENDAR\nPRODID:-//followup-tui//EN\nEND:VCALENDAR\n"
    assert Contents("ics", ours).remarks == ["was exported by this app while nothing was planned"]


@pytest.mark.parametrize(
    ("summary", "location", "details", "expected"),
    [
        ("Interview", "", "https://zoom.us/j/123", "video"),
        ("Interview", "Microsoft Teams Meeting", "", "video"),
        ("Phone screen", "", "Join: https://meet.google.com/abc", "phone"),
        ("Recruiter call", "", "", "phone"),
        ("Call with Ana", "https://meet.google.com/abc-defg-hij", "", "video"),
        ("Interview", "+34 600 000 001", "", "phone"),
        ("Interview", "(555) 010-0199 x12", "", "phone"),
        ("Interview", "Calle Mayor 1, Madrid", "https://meet.google.com/abc", "onsite"),
        ("Onsite interview", "", "", "onsite"),
        ("Virtual onsite", "https://zoom.us/j/1", "", "video"),
        ("Panel interview", "https://zoom.us/j/1", "", "panel"),
        ("Take-home assessment", "", "", "task"),
        ("Interview", "TBD", "", "video"),
        ("Interview", "", "", "video"),
        ("Chat", "https://acme.webex.com/meet/ana", "", "video"),
    ],
)
def test_the_format_is_what_title_place_and_links_say(summary: str, location: str, details: str, expected: str) -> None:
    assert guessed_format(summary, location, details) == expected


LINES = st.lists(
    st.one_of(
        st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "END:VCALENDAR", "UID:1"]),
        st.builds(
            "{}{}:{}".format,
            st.sampled_from(["DTSTART", "DTEND", "DURATION", "ATTENDEE", "SEQUENCE", "ORGANIZER", "TZID", "RRULE"]),
            st.sampled_from(["", ";TZID=Europe/Madrid", ";TZID=", ';CN="', ";TZID=../x", ";VALUE=DATE"]),
            st.one_of(st.text(max_size=20), st.sampled_from(["20260701T150000Z", "99990101", "P1D", "-1", "9" * 30])),
        ),
        st.text(max_size=20),
    ),
    max_size=25,
)


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_no_lines_whatever_are_more_than_unreadable(lines: list[str]) -> None:
    data = "\n".join(["BEGIN:VCALENDAR", *lines, "END:VEVENT", ""]).encode("utf-8", "surrogatepass")
    for interview in Contents("ics", data).interviews:
        assert 0 < interview.duration_min <= 366 * 24 * 60
        assert interview.starts_at is None or date.fromisoformat(interview.starts_at[:10]).year < 2201
