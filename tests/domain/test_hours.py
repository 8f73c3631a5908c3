"""Good hours: when somebody elsewhere is glad of a call or a message."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.hours import DEFAULT_HOURS, Span, city_of, hours_from, welcome, welcome_words, zone_named
from followup_tui.domain.settings import SettingError

MADRID, NEW_YORK, TOKYO = ZoneInfo("Europe/Madrid"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
NONE: frozenset[date] = frozenset()


def here(text: str) -> datetime:
    """A moment in Madrid of November 2026: the 20th is a Friday."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=MADRID)


@pytest.mark.parametrize(
    ("channel", "moment", "good"),
    [
        ("phone", "20T07:59", False),
        ("phone", "20T08:00", True),
        ("phone", "20T08:59", True),
        ("phone", "20T09:00", False),
        ("phone", "20T12:00", False),
        ("phone", "20T17:00", True),
        ("phone", "20T18:59", True),
        ("phone", "20T19:00", False),
        ("in_person", "20T12:00", False),
        ("in_person", "20T17:30", True),
        ("email", "20T06:59", False),
        ("email", "20T07:00", True),
        ("email", "20T18:59", True),
        ("email", "20T19:00", False),
        ("social", "20T12:00", True),
        ("linkedin", "20T12:00", True),
        ("linkedin", "20T20:00", False),
        ("email", "21T12:00", False),
        ("phone", "22T17:30", False),
        ("letter", "22T03:00", True),
    ],
)
def test_each_channel_has_its_hours_on_business_days(channel: str, moment: str, *, good: bool) -> None:
    assert welcome(DEFAULT_HOURS, channel, here(moment), MADRID, NONE).now is good


@pytest.mark.parametrize(
    ("channel", "moment", "starts", "ends"),
    [
        ("phone", "20T07:00", "20T08:00", "20T09:00"),
        ("phone", "20T12:00", "20T17:00", "20T19:00"),
        ("phone", "20T18:00", "20T17:00", "20T19:00"),
        ("phone", "20T19:00", "23T08:00", "23T09:00"),
        ("email", "21T12:00", "23T07:00", "23T19:00"),
    ],
)
def test_the_good_hours_that_run_or_come_next_are_told(channel: str, moment: str, starts: str, ends: str) -> None:
    opening = welcome(DEFAULT_HOURS, channel, here(moment), MADRID, NONE).opening
    assert opening is not None
    assert (opening.starts_at, opening.ends_at) == (here(starts), here(ends))


def test_hours_and_days_are_those_of_the_other_person() -> None:
    friday_evening = here("20T23:30")
    assert welcome(DEFAULT_HOURS, "phone", friday_evening, NEW_YORK, NONE).now  # 17:30 there
    there = welcome(DEFAULT_HOURS, "phone", friday_evening, TOKYO, NONE)  # Saturday 07:30 there
    assert not there.now
    assert there.opening is not None
    assert there.opening.starts_at.isoformat() == "2026-11-23T08:00:00+09:00"


def test_a_holiday_is_no_good_day() -> None:
    monday = frozenset({date(2026, 11, 23)})
    there = welcome(DEFAULT_HOURS, "email", here("23T10:00"), MADRID, monday)
    assert not there.now
    assert there.opening is not None
    assert there.opening.starts_at == here("24T07:00")


def test_any_time_is_good_for_a_letter_and_none_comes_next() -> None:
    assert welcome(DEFAULT_HOURS, "letter", here("21T03:00"), MADRID, NONE) == (True, None)


def test_a_channel_without_hours_is_never_good() -> None:
    assert welcome(hours_from({"phone": []}), "phone", here("20T08:30"), MADRID, NONE) == (False, None)


def test_hours_that_the_clocks_skip_begin_when_the_clocks_are_put_forward() -> None:
    cairo = ZoneInfo("Africa/Cairo")  # on Friday 24 April 2026 00:00 becomes 01:00
    hours = {"email": (Span(time(0, 15), time(0, 45)),)}
    there = welcome(hours, "email", datetime(2026, 4, 24, 1, 20, tzinfo=cairo), cairo, NONE)
    assert there.now


@pytest.mark.parametrize("name", ["", None, "Mars/Base", "../etc/passwd", "a" * 300, "Europe/\0"])
def test_a_zone_that_nobody_knows_is_none(name: str | None) -> None:
    assert zone_named(name) is None


@pytest.mark.parametrize(
    ("channel", "moment", "zone", "words"),
    [
        ("phone", "20T08:30", MADRID, "A good hour to call, till 09:00."),
        ("phone", "20T12:00", MADRID, "Not a good hour to call: better 17:00–19:00."),
        ("email", "21T12:00", MADRID, "Not a good hour to write: better Mon 07:00–19:00."),
        ("phone", "20T23:30", NEW_YORK, "A good hour to call, till 19:00 there."),
        ("phone", "20T12:00", NEW_YORK, "Not a good hour to call: better 08:00–09:00 there, from 14:00 here."),
        ("email", "20T23:30", TOKYO, "Not a good hour to write: better Mon 07:00–19:00 there, from Sun 23:00 here."),
        ("in_person", "20T12:00", MADRID, "Not a good hour to meet: better 17:00–19:00."),
        ("letter", "21T12:00", MADRID, "Any time is good to write."),
    ],
)
def test_the_hour_is_told_in_a_sentence(channel: str, moment: str, zone: ZoneInfo, words: str) -> None:
    now = here(moment)
    assert welcome_words(welcome(DEFAULT_HOURS, channel, now, zone, NONE), channel, now) == words


def test_a_channel_without_hours_says_so() -> None:
    never = welcome(hours_from({"phone": []}), "phone", here("20T12:00"), MADRID, NONE)
    assert welcome_words(never, "phone", here("20T12:00")) == "There are no good hours to call."


def test_a_zone_is_called_by_its_city() -> None:
    assert city_of(NEW_YORK) == "New York"


def test_the_settings_change_only_the_channels_they_name() -> None:
    hours = hours_from({"phone": ["10:00-12:00", "9:00-9:30"], "email": "any", "letter": "08:00-20:00"})
    assert hours["phone"] == (Span(time(9), time(9, 30)), Span(time(10), time(12)))
    assert hours["in_person"] == hours["phone"]
    assert hours["email"] is None
    assert hours["letter"] == (Span(time(8), time(20)),)
    assert hours["linkedin"] == hours["social"] == DEFAULT_HOURS["social"]


def test_linkedin_goes_with_social_unless_it_is_set_itself() -> None:
    assert hours_from({"social": "any"})["linkedin"] is None
    assert hours_from({"social": "any", "linkedin": "08:00-09:00"})["linkedin"] == (Span(time(8), time(9)),)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"fax": "any"}, "is no channel"),
        ({"phone": "always"}, "expected hours"),
        ({"phone": 8}, "expected hours"),
        ({"phone": ["08:00"]}, "expected hours"),
        ({"phone": ["25:00-26:00"]}, "is no time of the day"),
        ({"phone": "19:00-17:00"}, "ends before it begins"),
        ({"phone": ["08:00-10:00", "09:00-11:00"]}, "overlaps"),
    ],
)
def test_settings_that_are_no_hours_are_refused_with_the_channel(given: dict[str, object], reason: str) -> None:
    with pytest.raises(SettingError, match=reason) as refused:
        hours_from(given)
    assert refused.value.key in given
