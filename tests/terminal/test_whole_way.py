"""The whole way as a person goes it: a book is imported, a message written, copied and sent, in a real terminal."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.pty_session import Terminal, stand_in_xclip

NOW = "2026-11-21T10:00:00+01:00"
SINCE = "2026-11-02T09:00:00+01:00"
BOOK: dict[str, Any] = {
    "format": "followup-tui",
    "version": 1,
    "opportunities": [
        {
            "id": "opp-1",
            "company": "Globex",
            "role": "Staff SRE",
            "stage": "interviewing",
            "contact_ids": ["con-1"],
            "stage_changed_at": SINCE,
            "created_at": SINCE,
            "updated_at": SINCE,
        }
    ],
    "contacts": [{"id": "con-1", "name": "Ana Ruiz", "created_at": SINCE, "updated_at": SINCE}],
    "interviews": [
        {
            "id": "itv-1",
            "opportunity_id": "opp-1",
            "starts_at": "2026-11-20T15:00:00+01:00",
            "contact_ids": ["con-1"],
            "talking_points": ["the on-call rota"],
            "created_at": SINCE,
            "updated_at": SINCE,
        }
    ],
}


class Home:
    """An empty home with a config, a book's file to import, and a stand-in for the clipboard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = folder / "book.json"
        self.source = folder / "import.json"
        self.source.write_text(json.dumps(BOOK))
        self.clipboard = stand_in_xclip(folder / "bin")
        self.config = folder / "config.toml"
        self.config.write_text('timezone = "Europe/Madrid"\n[user]\nname = "Sam Vega"\n')
        kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COVERAGE"))}
        self.environment = kept | {
            "HOME": str(folder),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "DISPLAY": ":99",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }

    def command(self, *arguments: str) -> list[str]:
        options = ["--data", str(self.book), "--config", str(self.config), "--now", NOW]
        return [sys.executable, "-m", "followup_tui", *options, *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, check=False
        )

    def exported(self, table: str) -> list[dict[str, Any]]:
        records: list[dict[str, Any]] = json.loads(self.run("export", "-").stdout)[table]
        return records


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def window(home: Home) -> Iterator[Terminal]:
    assert home.run("import", str(home.source)).returncode == 0
    terminal = Terminal(home.command(), home.environment)
    yield terminal
    terminal.close()


def test_from_import_to_sent(home: Home, window: Terminal) -> None:
    window.wait_for("thank Ana")
    window.press("enter")
    window.wait_for("Interview with Ana")
    window.press("d")
    window.wait_for("It saves itself")
    window.press("f5")
    window.wait_for("Copied to the clipboard")
    window.press("f8")
    window.wait_for("Marked as sent")
    window.press("escape")
    window.wait_for(lambda text: "Globex" in text and "thank Ana" not in text)
    window.press("ctrl+q")
    assert window.end() == 0

    (sent,) = home.exported("touchpoints")
    assert sent["body"] == home.clipboard.read_text()
    assert "the on-call rota" in sent["body"]
    assert (sent["kind"], sent["contact_id"], sent["interview_id"]) == ("thank_you", "con-1", "itv-1")
    assert home.run("due").returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_loses_nothing_that_was_typed(home: Home, window: Terminal, number: int) -> None:
    window.wait_for("thank Ana")
    window.press("d")
    window.wait_for("It saves itself")
    window.press(*"zebra")
    window.wait_for("zebra")
    window.send(number)
    assert window.end() == 0
    # The terminal is given back: the other screen, the mouse and the pasting mode are left.
    assert b"\x1b[?1049l" in window.raw
    assert b"Traceback" not in window.raw
    assert "zebra" in home.exported("drafts")[0]["body"]


def test_a_closed_terminal_loses_nothing_that_was_typed(home: Home, window: Terminal) -> None:
    window.wait_for("thank Ana")
    window.press("d")
    window.wait_for("It saves itself")
    window.press(*"zebra")
    window.wait_for("zebra")
    window.hang_up()
    assert "zebra" in home.exported("drafts")[0]["body"]


def test_a_damaged_book_is_refused_in_a_sentence_and_left_alone(home: Home) -> None:
    home.book.write_text('{"meta": {"1": {"version": 1}}, "opportunities": {"1": {"id": 3}}}')
    before = home.book.read_bytes()
    terminal = Terminal(home.command(), home.environment)
    assert terminal.end() == 2
    terminal.close()
    assert b"book.json" in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert home.book.read_bytes() == before


def test_without_a_terminal_the_app_says_so(home: Home) -> None:
    done = home.run()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
