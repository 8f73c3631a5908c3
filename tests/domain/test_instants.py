"""Only our own forms of instants and dates are read; what is written can be read again."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.instants import format_instant, parse_date, parse_instant


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-17T15:00:00Z", datetime(2026, 11, 17, 15, tzinfo=UTC)),
        ("2026-11-17T15:00:00+00:00", datetime(2026, 11, 17, 15, tzinfo=UTC)),
        ("2026-11-17T15:00:00-00:00", datetime(2026, 11, 17, 15, tzinfo=UTC)),
        ("2026-11-17T15:00:00+01:00", datetime(2026, 11, 17, 14, tzinfo=UTC)),
        ("2026-11-17T23:59:59-09:30", datetime(2026, 11, 18, 9, 29, 59, tzinfo=UTC)),
        ("2026-11-17T00:00:00+05:45", datetime(2026, 11, 16, 18, 15, tzinfo=UTC)),
        ("2026-11-17T15:00:00.5Z", datetime(2026, 11, 17, 15, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-17T15:00:00.123456Z", datetime(2026, 11, 17, 15, 0, 0, 123_456, tzinfo=UTC)),
        ("2028-02-29T15:00:00Z", datetime(2028, 2, 29, 15, tzinfo=UTC)),
        ("1900-01-01T00:00:00Z", datetime(1900, 1, 1, tzinfo=UTC)),
        ("2200-12-31T23:59:59Z", datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_an_instant_has_t_seconds_and_an_offset_or_z(text: str, instant: datetime) -> None:
    assert parse_instant(text) == instant


NO_INSTANTS = [
    "",
    "now",
    "2026",
    "10:30",
    "2026-11-17",
    "2026-11-17T15:00:00",
    "2026-11-17T15:00Z",
    "2026-11-17T15Z",
    "2026-11-17 15:00:00Z",
    "2026-11-17t15:00:00z",
    "2026-11-17T15:00:00z",
    "2026-11-17T15:00:00 +01:00",
    "2026-11-17T15:00:00+0100",
    "2026-11-17T15:00:00+01",
    "2026-11-17T15:00:00+01:00:00",
    "2026-11-17T15:00:00+24:00",
    "2026-11-17T15:00:00+01:60",
    "2026-11-17T15:00:00\u221201:00",
    "2026-11-17T15:00:00,5Z",
    "2026-11-17T15:00:00.Z",
    "2026-11-17T15:00:00.1234567Z",
    "2026-11-17T24:00:00Z",
    "2026-11-17T15:60:00Z",
    "2026-11-17T15:00:60Z",
    "2026-11-31T15:00:00Z",
    "2026-13-01T15:00:00Z",
    "2026-02-29T15:00:00Z",
    "2026-W47-2T15:00:00Z",
    "20261117T150000Z",
    "+2026-11-17T15:00:00Z",
    "12026-11-17T15:00:00Z",
    "1899-12-31T23:59:59Z",
    "2201-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "2026-11-17T15:00:00Z\n",
    " 2026-11-17T15:00:00Z",
    "2026-11-17T15:00:00[Europe/Madrid]",
    "２０２６-11-17T15:00:00Z",
    "1700000000",
]


@pytest.mark.parametrize("text", NO_INSTANTS)
def test_nothing_else_is_an_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_instant(text)


@pytest.mark.parametrize("text", ["2026-11-27", "2028-02-29", "1900-01-01", "2200-12-31"])
def test_a_date_is_year_month_day(text: str) -> None:
    assert parse_date(text).isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "2026-11-31",
        "2026-02-29",
        "2026-1-7",
        "26-11-27",
        "20261127",
        "2026-W47-2",
        "2026-331",
        "27/11/2026",
        "2026-11-27T00:00:00Z",
        "2026-11-27\n",
        " 2026-11-27",
        "1899-12-31",
        "2201-01-01",
        "٢٠٢٦-11-27",
    ],
)
def test_nothing_else_is_a_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


def test_an_instant_is_written_to_the_second_with_its_own_offset() -> None:
    assert format_instant(datetime(2026, 11, 17, 15, 0, 0, 999_999, ZoneInfo("Europe/Madrid"))) == (
        "2026-11-17T15:00:00+01:00"
    )
    assert format_instant(datetime(2026, 11, 17, 15, tzinfo=UTC)) == "2026-11-17T15:00:00+00:00"


def test_an_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    assert format_instant(first) == "2026-10-25T02:30:00+02:00"
    assert format_instant(first.replace(fold=1)) == "2026-10-25T02:30:00+01:00"


def test_an_offset_with_seconds_is_written_in_utc() -> None:
    odd = timezone(timedelta(hours=-1, seconds=-16))
    assert format_instant(datetime(2026, 11, 17, 15, tzinfo=odd)) == "2026-11-17T16:00:16+00:00"


def test_an_instant_without_an_offset_is_not_written() -> None:
    with pytest.raises(ValueError, match="without an offset"):
        format_instant(datetime(2026, 11, 17, 15))  # noqa: DTZ001 - the mistake that is refused


@settings(max_examples=100)
@given(
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30)),  # noqa: DTZ001 - hypothesis adds the zone
    st.sampled_from(["Europe/Madrid", "America/St_Johns", "Asia/Kathmandu", "Africa/Monrovia", "Pacific/Apia", "UTC"]),
)
def test_what_is_written_is_read_again(wall: datetime, zone: str) -> None:
    instant = wall.replace(microsecond=0, tzinfo=ZoneInfo(zone))
    assert parse_instant(format_instant(instant)).astimezone(UTC) == instant.astimezone(UTC)


def test_a_date_is_a_date_and_no_instant() -> None:
    assert type(parse_date("2026-11-27")) is date
