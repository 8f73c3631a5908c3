"""Time as the cadence counts it: the wall clock, business days, and windows that keep their parts apart."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.cadence.windows import MORNING, Calendar, hours_window

ZONES = (
    "Europe/Madrid",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kolkata",
)


def calendar(zone: str = "Europe/Madrid", *holidays: str) -> Calendar:
    return Calendar(ZoneInfo(zone), {date.fromisoformat(day) for day in holidays})


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "start", "days", "expected"),
    [
        pytest.param("Europe/Madrid", "2026-03-28T16:00+01:00", 1, "2026-03-29T16:00+02:00", id="over a change"),
        pytest.param("Europe/Madrid", "2026-03-28T02:30+01:00", 1, "2026-03-29T03:30+02:00", id="skipped: by the gap"),
        pytest.param("Europe/Madrid", "2026-10-24T02:30+02:00", 1, "2026-10-25T02:30+02:00", id="twice: the first"),
        pytest.param("Europe/Madrid", "2026-10-25T02:30+01:00", 1, "2026-10-26T02:30+01:00", id="from the second"),
        pytest.param("Europe/Madrid", "2026-10-25T02:30+01:00", 0, "2026-10-25T02:30+02:00", id="none: the first"),
        pytest.param("Australia/Lord_Howe", "2026-10-03T02:15+10:30", 1, "2026-10-04T02:45+11:00", id="half an hour"),
        pytest.param("America/Sao_Paulo", "2018-11-03T00:30-03:00", 1, "2018-11-04T01:30-02:00", id="no midnight"),
        pytest.param("Pacific/Apia", "2011-12-29T10:00-10:00", 1, "2011-12-31T10:00+14:00", id="a day left out"),
        pytest.param("Asia/Kolkata", "2026-11-17T22:00+00:00", 1, "2026-11-19T03:30+05:30", id="the user's date"),
    ],
)
def test_days_keep_the_wall_clock(zone: str, start: str, days: int, expected: str) -> None:
    assert calendar(zone).plus_days(utc(start), days) == utc(expected)


def test_hours_elapse() -> None:
    window = hours_window(utc("2026-03-28T16:00+01:00"), 24, 1.5)
    assert window.due_at == utc("2026-03-29T17:00+02:00")
    assert window.overdue_at == utc("2026-03-28T17:30+01:00")


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-11-17", 1, "2026-11-18"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-20", 5, "2026-11-27"),
        ("2026-12-23", 1, "2026-12-28"),
        ("2026-12-23", 2, "2026-12-29"),
    ],
)
def test_business_days_pass_over_weekends_and_holidays(day: str, count: int, expected: str) -> None:
    with_christmas = calendar("Europe/Madrid", "2026-12-24", "2026-12-25")
    assert with_christmas.business_day(date.fromisoformat(day), count) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param("2026-11-20T18:00+01:00", "2026-11-20T18:00+01:00", id="a Friday stays"),
        pytest.param("2026-11-21T08:00+01:00", "2026-11-23T09:00+01:00", id="a Saturday is Monday 09:00"),
        pytest.param("2026-12-24T10:00+01:00", "2026-12-28T09:00+01:00", id="a holiday before a weekend"),
        pytest.param("2026-11-20T23:30+00:00", "2026-11-23T09:00+01:00", id="Saturday in the user's zone"),
    ],
)
def test_what_falls_on_a_free_day_rolls_to_the_morning_after(instant: str, expected: str) -> None:
    assert calendar("Europe/Madrid", "2026-12-24", "2026-12-25").roll(utc(instant)) == utc(expected)


def test_a_window_keeps_its_parts_apart_over_holidays() -> None:
    holidays = ("2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01")
    window = calendar("Europe/Madrid", *holidays).window(utc("2026-12-17T10:00+01:00"), 7, 10, 14)
    assert window.opens_at == utc("2027-01-04T09:00+01:00")
    assert window.due_at == utc("2027-01-05T09:00+01:00")
    assert window.overdue_at == utc("2027-01-06T09:00+01:00")


instants = st.datetimes(datetime(2009, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 # hypothesis adds the zone
days_ahead = st.integers(0, 40)


@given(instants, days_ahead, st.sampled_from(ZONES))
@settings(max_examples=150, deadline=None)
def test_days_land_on_the_date_at_the_same_time_unless_the_clocks_skip_it(
    instant: datetime, days: int, zone: str
) -> None:
    cal = calendar(zone)
    before, after = (each.astimezone(cal.zone) for each in (instant, cal.plus_days(instant, days)))
    wanted = before.replace(tzinfo=None) + timedelta(days=days)
    missed = after.replace(tzinfo=None) - wanted
    assert missed >= timedelta(0)
    skipped = wanted.replace(tzinfo=cal.zone).astimezone(UTC).astimezone(cal.zone).replace(tzinfo=None) != wanted
    assert (missed > timedelta(0)) == skipped
    assert after.fold == 0


@given(instants, days_ahead, days_ahead, days_ahead, st.sampled_from(ZONES), st.frozensets(st.integers(0, 90)))
@settings(max_examples=100, deadline=None)
def test_windows_are_in_order_and_on_business_days(
    start: datetime, first: int, second: int, third: int, zone: str, free: frozenset[int]
) -> None:
    holidays = {start.date() + timedelta(days=number) for number in free}
    cal = Calendar(ZoneInfo(zone), holidays)
    window = cal.window(start, first, first + second, first + second + third)
    assert window.opens_at < window.due_at < window.overdue_at
    assert all(cal.is_business_day(cal.date_of(part)) for part in window[:3])


def test_nine_in_the_morning_is_nine_in_the_morning() -> None:
    assert calendar().at(date(2026, 3, 29), MORNING) == utc("2026-03-29T09:00+02:00")
