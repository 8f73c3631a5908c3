"""The calendar file follows the book in the background, and whatever is wrong with it is said and in nobody's way."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk import exchange, feed
from followup_tui.desk.desk import Desk
from followup_tui.desk.feed import Feed
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Reminder
from followup_tui.store.book import Book
from followup_tui.tui.desk_thread import DeskThread

NOW = datetime.fromisoformat("2026-11-21T10:00:00+01:00")
AT = "2026-11-24T09:00:00+01:00"


def reminder(number: int) -> Reminder:
    return Reminder(id=f"rem-{number}", title=f"Call {number}", at=AT, created_at="2026-11-20T09:00:00+01:00")


class Window:
    """A book in its own thread, with the feed that a window has."""

    def __init__(self, folder: Path, target: Path, pause_s: float = 0.0) -> None:
        assert NOW.tzinfo is not None
        clock = Clock(NOW.tzinfo, NOW, frozen=True)
        config = Config(zone=NOW.tzinfo, calendar=target)
        self.target = target
        self.said: list[str] = []
        self.heard = threading.Event()
        self.desk = DeskThread(lambda: Desk(Book.open(folder / "book.json", stamp=clock.now), config, clock))
        self.feed = Feed(self.desk.ask_and_wait, self._hear, pause_s)
        self.desk.ask_and_wait(self.feed.follow)

    def _hear(self, sentence: str) -> None:
        self.said.append(sentence)
        self.heard.set()

    def change(self, number: int) -> None:
        self.desk.ask_and_wait(Desk.change, "x", put=[reminder(number)])

    def close(self) -> None:
        self.feed.close()
        self.desk.close()


Open = Callable[..., Window]


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Open]:
    opened: list[Window] = []

    def make(target: Path | None = None, **options: Any) -> Window:
        opened.append(Window(tmp_path, target or tmp_path / "followup.ics", **options))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def test_the_file_is_there_when_the_window_is_left_and_has_every_change(window: Open) -> None:
    ours = window(pause_s=3600)
    ours.change(1)
    ours.change(2)
    ours.close()
    assert ours.target.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert ours.target.stat().st_mode & 0o777 == 0o600
    assert ours.said == []


def test_many_changes_are_written_together(window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    real = exchange.write

    def write(book: Path, target: Path, data: bytes) -> None:
        written.append(data.count(b"BEGIN:VEVENT"))
        real(book, target, data)

    monkeypatch.setattr(exchange, "write", write)
    ours = window(pause_s=3600)
    for number in range(20):
        ours.change(number)
    ours.close()
    assert written == [20]


def test_it_is_written_while_the_window_is_open(window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    real = exchange.write

    def write(book: Path, target: Path, data: bytes) -> None:
        real(book, target, data)
        if b"Call 7" in data:
            done.set()

    monkeypatch.setattr(exchange, "write", write)
    ours = window()
    ours.change(7)
    assert done.wait(10)


def test_a_folder_that_is_gone_is_said_once_and_stops_nothing(tmp_path: Path, window: Open) -> None:
    ours = window(tmp_path / "gone" / "followup.ics", pause_s=3600)
    ours.change(1)
    ours.feed._write()
    ours.change(2)
    ours.feed._write()
    assert len(ours.said) == 1
    assert "cannot be written (No such file or directory)" in ours.said[0]


def test_the_book_itself_is_never_the_calendar(tmp_path: Path, window: Open) -> None:
    ours = window(tmp_path / "book.json.ics", pause_s=3600)
    ours.change(1)
    ours.close()
    assert "is the book itself" in ours.said[0]


def test_a_disk_that_does_not_answer_holds_nobody_up(window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    hung = threading.Event()
    monkeypatch.setattr(feed, "_PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(exchange, "write", lambda *_: hung.wait(30))
    ours = window()
    ours.change(1)
    ours.change(2)
    ours.close()
    hung.set()
    assert ours.desk.revision >= 2


def test_a_name_that_no_disk_takes_is_said_and_the_feed_goes_on(tmp_path: Path, window: Open) -> None:
    ours = window(tmp_path / f"{'long' * 75}.ics")
    assert ours.heard.wait(10)
    assert "cannot be written (File name too long)" in ours.said[0]
    assert ours.feed._thread is not None
    assert ours.feed._thread.is_alive()
    assert ours.desk.ask_and_wait(feed.write_now) == ours.said[0]


def test_what_the_feed_asks_of_a_closed_desk_is_refused_and_told_to_nobody(window: Open) -> None:
    ours = window(pause_s=3600)
    ours.close()
    with pytest.raises(FollowupError, match="closed already"):
        ours.desk.ask_and_wait(feed.write_now)
    ours.feed._write()
    assert ours.said == []
