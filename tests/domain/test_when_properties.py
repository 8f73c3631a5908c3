"""Dates in words, whatever is typed: the asked-for side, nothing left over, and what is shown typed back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.when import Understood, describe, understand

ZONES = [ZoneInfo(name) for name in ("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo")]
WEEKDAYS = ["mon", "tue", "wednesday", "thurs", "fri", "sat", "sunday"]
COUNTS = ["1", "2", "3", "45", "400", "a", "an", "two", "twelve", "a couple of"]
UNITS = ["d", "days", "w", "weeks", "mo", "months", "y", "years", "h", "hours", "min", "bd", "business days"]
CLOCKS = ["3pm", "3.30pm", "2:30", "1:45", "15:00", "15h30", "noon", "midnight", "12am", "morning", "evening", "eod"]
NAMED = [
    "today",
    "tonight",
    "this morning",
    "next week",
    "next month",
    "next year",
    "eow",
    "eom",
    "end of next week",
    "5th",
]
AS_SAID = ["now", "yesterday", "tomorrow", "day after tomorrow", "27 nov 2026", "1.2.2027", "2030-05-06"]

weekdays = st.sampled_from(WEEKDAYS)
counts = st.builds("{} {}".format, st.sampled_from(COUNTS), st.sampled_from(UNITS))
dates = st.one_of(
    weekdays,
    st.builds("{} {}".format, st.sampled_from(["this", "next", "last"]), weekdays),
    st.builds("{} {}".format, st.integers(1, 31), st.sampled_from(["jan", "feb", "march", "nov", "december"])),
    st.builds("{}.{}.".format, st.integers(1, 31), st.integers(1, 12)),
    st.builds("{}/{}".format, st.integers(1, 31), st.integers(1, 31)),
    st.builds("{} {}".format, weekdays, st.integers(1, 31)),
    st.sampled_from(["1st", "5th", "29th", "the 31st", "29 feb"]),
    st.sampled_from(NAMED),
    counts,
    st.builds("{}{}".format, st.sampled_from(["in ", "+"]), counts),
    st.builds("{} {}".format, counts, st.sampled_from(["ago", "from now"])),
    st.builds("{} {} {}".format, counts, st.sampled_from(["from", "after", "on"]), weekdays),
)
clocks = st.sampled_from(CLOCKS)
on_the_asked_for_side = st.one_of(
    dates,
    clocks,
    st.builds("{} {}".format, dates, clocks),
    st.builds("{} at {}".format, dates, clocks),
    st.builds("{} {}".format, clocks, dates),
)
phrases = st.one_of(
    on_the_asked_for_side, st.sampled_from(AS_SAID), st.builds("{} {}".format, st.sampled_from(AS_SAID), clocks)
)
zones = st.sampled_from(ZONES)
instants = st.one_of(
    st.timedeltas(timedelta(0), timedelta(days=73_000)).map(datetime(1950, 1, 1, tzinfo=UTC).__add__),
    # Around the changes of 2027, where the clock on the wall deceives.
    st.sampled_from([(3, 28, 1), (10, 31, 1), (3, 14, 7), (11, 7, 6), (4, 3, 15), (10, 2, 15)]).flatmap(
        lambda change: st.timedeltas(timedelta(hours=-30), timedelta(hours=3)).map(
            lambda away: datetime(2027, change[0], change[1], change[2], tzinfo=UTC) + away
        )
    ),
)
modest = settings(max_examples=200, deadline=None)


def read(text: str, now: datetime, zone: ZoneInfo, *, past: bool = False) -> Understood:
    return understand(text, now, past=past, zone=zone)


@modest
@given(on_the_asked_for_side, instants, zones, st.booleans())
def test_what_is_meant_lies_on_the_asked_for_side(text: str, now: datetime, zone: ZoneInfo, past: bool) -> None:  # noqa: FBT001  hypothesis gives it by position
    found = read(text, now, zone, past=past)
    today = now.astimezone(zone).date()
    if found.at is not None:
        assert (found.at.astimezone(UTC) < now) if past else (found.at.astimezone(UTC) > now)
    elif found.date is not None:
        assert (found.date <= today) if past else (found.date >= today)


@modest
@given(phrases, instants, zones, st.booleans(), st.integers(-900, 900), st.booleans())
def test_what_is_shown_means_the_same_typed_back(
    text: str,
    now: datetime,
    zone: ZoneInfo,
    past: bool,  # noqa: FBT001  hypothesis gives it by position
    days_later: int,
    other_side: bool,  # noqa: FBT001  the same
) -> None:
    found = read(text, now, zone, past=past)
    if not found.understood:
        return
    again = read(describe(found), now + timedelta(days=days_later), zone, past=other_side)
    assert again.date == found.date
    assert (again.at is None) == (found.at is None)
    if found.at is not None and again.at is not None:
        to_the_minute = found.at.astimezone(UTC).replace(second=0, microsecond=0)
        assert again.at.astimezone(UTC) == to_the_minute


@modest
@given(
    phrases,
    st.sampled_from(["{} maybe", "{} or", "{} -", "{} ?", "{} 🙂", "{} 1,5", "x {}", "of {}", "so {}"]),
    instants,
    zones,
)
def test_a_word_left_over_and_nothing_is_understood(text: str, around: str, now: datetime, zone: ZoneInfo) -> None:
    found = read(around.format(text), now, zone)
    assert not found.understood
    assert found.reason


@modest
@given(st.text(max_size=30), instants, zones, st.booleans())
def test_nothing_that_is_typed_raises(text: str, now: datetime, zone: ZoneInfo, past: bool) -> None:  # noqa: FBT001  the same
    found = read(text, now, zone, past=past)
    assert (found.reason is None) == found.understood


VOCABULARY = [
    *WEEKDAYS,
    *CLOCKS,
    *NAMED,
    *COUNTS,
    *UNITS,
    *AS_SAID,
    "at",
    "@",
    "on",
    "the",
    "by",
    "in",
    "+",
    "ago",
    "from",
    "of",
    "27",
    "nov",
]


@modest
@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6), instants, zones, st.booleans())
def test_our_own_words_in_any_order_never_raise(words: list[str], now: datetime, zone: ZoneInfo, past: bool) -> None:  # noqa: FBT001  the same
    found = read(" ".join(words), now, zone, past=past)
    fixed = any(word in words for word in AS_SAID) or "27 nov 2026" in " ".join(words)
    if found.at is not None and not fixed:
        assert (found.at.astimezone(UTC) < now) if past else (found.at.astimezone(UTC) > now)


@modest
@given(phrases, instants, zones, st.booleans())
def test_case_spaces_commas_leading_words_and_a_final_stop_do_not_matter(
    text: str,
    now: datetime,
    zone: ZoneInfo,
    past: bool,  # noqa: FBT001  the same
) -> None:
    plain = read(text, now, zone, past=past)
    for dressed in (text.upper(), f"  {text.replace(' ', '  ')} ", text.replace(" ", ", "), f"{text},", f"the {text}"):
        assert read(dressed, now, zone, past=past)[:3] == plain[:3]
    assert read(f"{text}.", now, zone, past=past)[:3] == plain[:3]
