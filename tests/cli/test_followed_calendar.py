"""A window's calendar file is followed from the moment that one is set, with no need to start again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.cli.window import FollowedCalendar
from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.desk import settings
from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Reminder
from followup_tui.store.book import Book
from followup_tui.tui.desk_thread import DeskThread

NOW = datetime.fromisoformat("2026-11-21T10:00:00+01:00")
CALL = Reminder(id="rem-1", title="Call", at="2026-11-24T09:00:00+01:00", created_at="2026-11-20T09:00:00+01:00")


class LeftApp:
    """A window that is no longer shown: what goes wrong is told on stderr."""

    is_running = False


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskThread]:
    assert NOW.tzinfo is not None
    clock, config = Clock(NOW.tzinfo, NOW, frozen=True), Config(zone=NOW.tzinfo)
    thread = DeskThread(lambda: Desk(Book.open(tmp_path / "book.json", stamp=clock.now), config, clock))
    yield thread
    thread.close()


def set_calendar(desk: DeskThread, folder: Path, target: Path | None) -> None:
    file, name = ConfigFile(folder / "config.toml"), None if target is None else str(target)
    desk.ask_and_wait(settings.change, file, {("calendar", "file"): name}, lambda _config: None)


def test_a_calendar_that_is_set_in_the_settings_is_written_with_what_changes_after(
    desk: DeskThread, tmp_path: Path
) -> None:
    target = tmp_path / "followup.ics"
    calendar = FollowedCalendar(desk.ask_and_wait, LeftApp())
    set_calendar(desk, tmp_path, target)
    desk.ask_and_wait(Desk.change, "x", put=[CALL])
    calendar.close()
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 1


def test_a_calendar_that_is_taken_back_is_left_alone(desk: DeskThread, tmp_path: Path) -> None:
    target = tmp_path / "followup.ics"
    calendar = FollowedCalendar(desk.ask_and_wait, LeftApp())
    set_calendar(desk, tmp_path, target)
    set_calendar(desk, tmp_path, None)
    desk.ask_and_wait(Desk.change, "x", put=[CALL])
    calendar.close()
    assert not target.exists()


def test_what_goes_wrong_with_it_is_told(desk: DeskThread, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calendar = FollowedCalendar(desk.ask_and_wait, LeftApp())
    set_calendar(desk, tmp_path, tmp_path / "none" / "followup.ics")
    calendar.close()
    assert capsys.readouterr().err.startswith("The calendar file: ")
