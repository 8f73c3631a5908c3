"""Dates in words: each row of the table in its own test, right phrasings and wrong ones, ahead and behind."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.when import Understood, as_instant, describe, local, to_json, understand

MADRID = ZoneInfo("Europe/Madrid")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
THURSDAY = datetime(2026, 11, 19, 11, 0, tzinfo=MADRID)
DATA = Path(__file__).parent.parent / "data"
PHRASES = ("when_phrases.txt", "when_elsewhere.txt", "when_five_zones.txt")
SAMPLES = json.loads((DATA / "when.json").read_text("utf-8"))


def at(text: str, zone: ZoneInfo = MADRID) -> datetime:
    """`2026-11-19 11:00` in `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def said(found: Understood) -> str | None:
    """The answer as the tables below write it: a date, a date and a time on the wall, or None."""
    if found.at is not None:
        assert found.date == found.at.date()
        return f"{found.at:%Y-%m-%d %H:%M}"
    return found.date.isoformat() if found.date else None


def read(text: str, now: datetime = THURSDAY, *, past: bool = False) -> str | None:
    zone = now.tzinfo
    assert zone is not None
    return said(understand(text, now, past=past, zone=zone))


class Table(NamedTuple):
    """One row of what may be typed: its phrasings, what each means, and the circumstances they are read in."""

    title: str
    rows: list[tuple[dict[str, Any], str, str | None]]


def tables(name: str) -> list[Table]:
    """The tables of a file of phrases; its first lines say how they are written."""
    found: list[Table] = []
    circumstances: dict[str, Any] = {}
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line.startswith("# "):
            found.append(Table(line[2:], []))
        elif line.startswith("@ "):
            circumstances = circumstances_of(line[2:])
        elif line and found:
            meaning, text = line[:16].strip(), line[18:]
            found[-1].rows.append((circumstances, text, None if meaning == "not understood" else meaning))
    return found


def circumstances_of(line: str) -> dict[str, Any]:
    """`2026-11-19 11:00 past dmy -2026-12-25`: now, the side, the order of slashed dates, and holidays.

    The zone is Madrid where none is named. A clock with an offset is that of another zone.
    """
    day, clock, *options = line.split()
    zone = next((ZoneInfo(option) for option in options if "/" in option), MADRID)
    now = datetime.fromisoformat(f"{day} {clock}")
    return {
        "now": now if now.tzinfo else now.replace(tzinfo=zone),
        "zone": zone,
        "past": "past" in options,
        "date_order": next((option for option in options if option in ("dmy", "mdy")), None),
        "holidays": frozenset(date.fromisoformat(option[1:]) for option in options if option.startswith("-")),
    }


@pytest.mark.parametrize("table", [table for name in PHRASES for table in tables(name)], ids=lambda table: table.title)
def test_every_phrasing_of_a_row_means_what_the_table_says(table: Table) -> None:
    found = [understand(text, **circumstances) for circumstances, text, _ in table.rows]
    assert len(table.rows) >= 4
    for answer, (circumstances, text, meaning) in zip(found, table.rows, strict=True):
        assert (text, circumstances["now"], said(answer)) == (text, circumstances["now"], meaning)
        assert answer.understood == (meaning is not None)
        assert (answer.reason is None) == answer.understood


def test_spaces_around_a_text_do_not_matter() -> None:
    assert read("  Today  ") == "2026-11-19"
    assert read("\ttue\u00a03pm\n") == "2026-11-24 15:00"


def test_a_weekday_that_does_not_agree_is_told_what_the_date_is() -> None:
    assert understand("thu 27 nov", THURSDAY, zone=MADRID).reason == "27 Nov 2026 is a Friday."
    assert understand("thu 27", THURSDAY, zone=MADRID).reason == "27 Nov 2026 is a Friday."
    assert understand("fri 19 nov", THURSDAY, past=True, zone=MADRID).reason == "19 Nov 2026 is a Thursday."


@pytest.mark.parametrize("text", ["tomorrow 11", "monday at 9", "27 nov 15"])
def test_an_hour_that_lacks_its_ending_is_told_what_it_lacks(text: str) -> None:
    assert understand(text, THURSDAY, zone=MADRID).reason == "If that is an hour, write it as 9am or 9:00."


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: f"{case['text']} at {case['now']}")
def test_a_sample_is_understood_as_it_says(case: dict[str, Any]) -> None:
    found = understand(
        case["text"],
        datetime.fromisoformat(case["now"]),
        past=case["past"],
        zone=ZoneInfo(case["timezone"]),
        holidays=frozenset(date.fromisoformat(day) for day in case["holidays"]),
        date_order=case["date_order"],
    )
    answer = to_json(found)
    assert answer["understood"] == case["expect"]["understood"]
    assert answer["date"] == case["expect"]["date"]
    assert answer["at"] == case["expect"]["at"]
    assert bool(answer["reason"]) == (not answer["understood"])


def test_a_written_instant_that_there_is_not_is_told_so() -> None:
    for text in ("2026-11-27T25:00", "2026-02-30T15:00+01:00"):
        assert understand(text, THURSDAY, zone=MADRID).reason == f"There is no such date and time as {text}."
    assert read("2026-11-27T24:00") is None


def test_elapsed_time_does_not_follow_the_clock_on_the_wall() -> None:
    spring = at("2027-03-28 01:30")
    assert read("in 1 hour", spring) == "2027-03-28 03:30"
    assert read("in 24 hours", spring) == "2027-03-29 02:30"
    assert read("in 1 day", spring) == "2027-03-29"
    autumn = at("2027-10-31 02:30")
    again = understand("in 1 hour", autumn, zone=MADRID)
    assert again.at is not None
    assert again.at.isoformat() == "2027-10-31T02:30:00+01:00"
    back = understand("1h ago", again.at, past=True, zone=MADRID)
    assert back.at is not None
    assert back.at.isoformat() == "2027-10-31T02:30:00+02:00"


def test_what_nobody_could_be_sure_of_is_refused_with_a_sentence() -> None:
    for text in [
        "",
        " ",
        ".",
        ",",
        "soon",
        "asap",
        "next time",
        "tue maybe",
        "at 3",
        "\x00",
        "🙂",
        "5/6",
        "1h 30m",
        "[b]tue[/b]",
    ]:
        for past in (False, True):
            found = understand(text, THURSDAY, past=past, zone=MADRID)
            assert (found.understood, found.date, found.at) == (False, None, None)
            assert found.reason
            assert found.reason.endswith(".")


def test_now_given_in_another_offset_is_first_brought_to_the_users_zone() -> None:
    late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    for text, in_madrid, in_new_york in [
        ("today", "2026-11-20", "2026-11-19"),
        ("tomorrow", "2026-11-21", "2026-11-20"),
        ("fri", "2026-11-27", "2026-11-20"),
        ("20:00", "2026-11-20 20:00", "2026-11-19 20:00"),
    ]:
        assert said(understand(text, late, zone=MADRID)) == in_madrid
        assert said(understand(text, late, zone=NEW_YORK)) == in_new_york
    assert said(understand("now", late, zone=LORD_HOWE)) == "2026-11-20 10:30"


@pytest.mark.parametrize(
    ("zone", "now", "text", "expected"),
    [
        (MADRID, "2027-03-27 12:00", "tomorrow 2:30", "2027-03-28T03:30:00+02:00"),
        (MADRID, "2027-03-28 01:59", "2:30", "2027-03-28T03:30:00+02:00"),
        (MADRID, "2027-10-30 12:00", "tomorrow 2:30", "2027-10-31T02:30:00+02:00"),
        (NEW_YORK, "2027-03-13 12:00", "tomorrow at 2:30", "2027-03-14T03:30:00-04:00"),
        (NEW_YORK, "2027-11-06 12:00", "1:30 tomorrow", "2027-11-07T01:30:00-04:00"),
        (LORD_HOWE, "2027-10-02 12:00", "tomorrow 2:15", "2027-10-03T02:45:00+11:00"),
        (LORD_HOWE, "2027-04-03 12:00", "tomorrow 1:45", "2027-04-04T01:45:00+11:00"),
        (ZoneInfo("America/Santiago"), "2027-09-04 12:00", "sun 12am", "2027-09-05T01:00:00-03:00"),
    ],
)
def test_a_skipped_time_moves_forward_and_a_repeated_one_is_the_first(
    zone: ZoneInfo, now: str, text: str, expected: str
) -> None:
    found = understand(text, at(now, zone), zone=zone)
    assert found.at is not None
    assert found.at.isoformat() == expected


def test_a_time_alone_in_an_hour_that_happens_twice() -> None:
    second = at("2027-10-31 02:10").replace(fold=1)
    assert read("2:30", second) == "2027-11-01 02:30"
    found = understand("2:30", second, past=True, zone=MADRID)
    assert found.at is not None
    assert found.at.isoformat() == "2027-10-31T02:30:00+02:00"


@pytest.mark.parametrize("zone", [MADRID, NEW_YORK, LORD_HOWE])
def test_a_date_becomes_an_instant_at_nine(zone: ZoneInfo) -> None:
    now = datetime(2026, 11, 19, 11, 0, 30, tzinfo=zone)

    def instant(text: str, *, past: bool) -> str:
        return f"{as_instant(understand(text, now, past=past, zone=zone), now, past=past, zone=zone):%Y-%m-%d %H:%M:%S}"

    assert instant("tomorrow", past=False) == "2026-11-20 09:00:00"
    assert instant("today", past=False) == "2026-11-19 09:00:00"
    assert instant("today", past=True) == "2026-11-19 11:00:30"
    assert instant("19 nov", past=True) == "2026-11-19 11:00:30"
    assert instant("yesterday", past=True) == "2026-11-18 09:00:00"
    assert instant("tue 3pm", past=False) == "2026-11-24 15:00:00"
    with pytest.raises(ValueError, match="date"):
        as_instant(understand("soon", now, zone=zone), now, past=False, zone=zone)


def test_what_was_understood_is_shown_in_words() -> None:
    def shown(text: str) -> str:
        return describe(understand(text, THURSDAY, zone=MADRID))

    assert shown("tue 3pm") == "Tue 24 Nov 2026 15:00"
    assert shown("fri 27") == "Fri 27 Nov 2026"
    assert shown("1 jan") == "Fri 1 Jan 2027"
    assert shown("soon") == understand("soon", THURSDAY, zone=MADRID).reason


def test_the_second_of_two_equal_times_is_shown_with_its_offset() -> None:
    now = at("2027-10-31 02:30")
    found = understand("in 1 hour", now, zone=MADRID)
    assert describe(found) == "2027-10-31T02:30+01:00"
    assert understand(describe(found), now, zone=MADRID).at == found.at
    assert describe(understand("now", now, zone=MADRID)) == "Sun 31 Oct 2027 02:30"


def test_the_answer_as_json() -> None:
    assert to_json(understand("tue 3pm", THURSDAY, zone=MADRID)) == {
        "understood": True,
        "date": "2026-11-24",
        "at": "2026-11-24T15:00:00+01:00",
        "reason": None,
    }
    assert to_json(understand("tue", THURSDAY, zone=MADRID))["at"] is None


@pytest.mark.parametrize("zone", [MADRID, ZoneInfo("Pacific/Kiritimati")])
@pytest.mark.parametrize("year", [1, 1900, 2200, 9999])
def test_the_edges_of_the_calendar_are_refused_and_never_raise(zone: ZoneInfo, year: int) -> None:
    now = datetime(year, 12, 31, 23, 30, tzinfo=UTC)
    for text in [
        "now",
        "tomorrow",
        "next week",
        "in 10000 days",
        "eom",
        "end of next month",
        "5th",
        "29 feb",
        "midnight",
    ]:
        for past in (False, True):
            found = understand(text, now, past=past, zone=zone)
            assert found.date is None or 1900 <= found.date.year <= 2200


def test_a_gap_of_two_hours_is_crossed_by_as_much() -> None:
    # Antarctica/Troll moves by two hours.
    assert local(date(2027, 3, 28), time(1, 30), ZoneInfo("Antarctica/Troll")).hour == 3
