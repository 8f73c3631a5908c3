"""The one clock: the system's time, or a time to start from; always in the user's zone."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_tui.clock import Clock
from followup_tui.domain.instants import parse_instant

MADRID = ZoneInfo("Europe/Madrid")
START = datetime(2026, 11, 21, 9, 30, 15, 900_000, MADRID)


class Stopwatch:
    """Stands in for the system's clocks and is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def stopwatch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    stopwatch = Stopwatch()
    monkeypatch.setattr(time, "monotonic", stopwatch)
    return stopwatch


def test_without_a_start_it_tells_the_system_s_time_in_the_user_s_zone() -> None:
    before = datetime.now(UTC)
    now = Clock(MADRID).now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is MADRID


def test_it_runs_on_from_where_it_was_started(stopwatch: Stopwatch) -> None:
    clock = Clock(MADRID, START)
    assert clock.now() == START
    stopwatch.seconds += 90.5
    assert clock.now() == START + timedelta(seconds=90.5)
    assert clock.now().tzinfo is MADRID


def test_it_starts_when_it_is_first_read_so_that_a_slow_start_changes_no_answer(stopwatch: Stopwatch) -> None:
    clock = Clock(MADRID, START)
    stopwatch.seconds += 2
    assert clock.now() == START


def test_a_start_in_another_zone_is_told_in_the_user_s(stopwatch: Stopwatch) -> None:
    clock = Clock(MADRID, datetime(2026, 11, 21, 3, 30, tzinfo=ZoneInfo("America/New_York")))
    assert clock.now().isoformat() == "2026-11-21T09:30:00+01:00"
    assert stopwatch.seconds == 1000


def test_it_runs_through_a_change_of_the_clocks_by_elapsed_time(stopwatch: Stopwatch) -> None:
    clock = Clock(MADRID, datetime(2026, 3, 29, 1, 30, tzinfo=MADRID))
    clock.now()
    stopwatch.seconds += 3600
    assert clock.now().isoformat() == "2026-03-29T03:30:00+02:00"
    clock = Clock(MADRID, datetime(2026, 10, 25, 2, 30, tzinfo=MADRID))
    clock.now()
    stopwatch.seconds += 3600
    assert clock.now().isoformat() == "2026-10-25T02:30:00+01:00"


@pytest.mark.parametrize("frozen", [True, False])
def test_a_start_that_the_clocks_skip_is_told_as_the_time_it_means(*, frozen: bool) -> None:
    clock = Clock(MADRID, datetime(2026, 3, 29, 2, 30, tzinfo=MADRID), frozen=frozen)
    assert clock.now().isoformat() == "2026-03-29T03:30:00+02:00"


def test_a_frozen_one_stands_still(stopwatch: Stopwatch) -> None:
    clock = Clock(MADRID, START, frozen=True)
    stopwatch.seconds += 3600
    assert clock.now() == START


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/St_Johns", "Asia/Kathmandu", "UTC"])
def test_a_stamp_is_what_the_book_writes_and_never_ahead_of_now(zone: str) -> None:
    clock = Clock(ZoneInfo(zone), START, frozen=True)
    stamped = parse_instant(clock.stamp())
    assert START - timedelta(seconds=1) < stamped <= START
    assert stamped.microsecond == 0


def test_a_stamp_shows_the_user_s_offset() -> None:
    assert Clock(MADRID, START, frozen=True).stamp() == "2026-11-21T09:30:15+01:00"
