"""The draft editor in a real terminal: another editor, a mail client, and a kill in the midst of typing."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from followup_tui.tui.draft_keeper import SAVE_AFTER_SECONDS
from tests.terminal.pty_session import Terminal, stand_in_xclip

NOW = "2026-11-21T10:00:00+01:00"
SINCE = "2026-11-02T09:00:00+01:00"
TIMES = {"created_at": SINCE, "updated_at": SINCE}
BOOK: dict[str, Any] = {
    "format": "followup-tui",
    "version": 1,
    "contacts": [{"id": "con-1", "name": "Ana Ruiz", "email": "ana@example.com", **TIMES}],
    "drafts": [
        {"id": "dra-1", "contact_id": "con-1", "kind": "other", "channel": "email", "subject": "Tea & cake", **TIMES,
         "body": "Dear Ana,\n\nit was good to see you.\n\nSam Vega"}
    ],
}  # fmt: skip
_SAVES, _MANY = 3, 900


class Home:
    """An empty home with stand-ins for what the app starts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = folder / "book.json"
        stand_in_xclip(folder / "bin")
        (folder / "config.toml").write_text('timezone = "Europe/Madrid"\n[user]\nname = "Sam Vega"\n')
        (folder / "import.json").write_text(json.dumps(BOOK))
        kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COVERAGE"))}
        self.environment = kept | {
            "HOME": str(folder),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "TERM": "xterm-256color",
            "VISUAL": str(folder / "bin" / "editor"),
        }
        assert self.run("import", str(folder / "import.json")).returncode == 0

    def program(self, name: str, script: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def command(self, *arguments: str) -> list[str]:
        options = ["--data", str(self.book), "--config", str(self.folder / "config.toml"), "--now", NOW]
        return [sys.executable, "-m", "followup_tui", *options, *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, check=False
        )

    def drafts(self) -> list[dict[str, Any]]:
        drafts: list[dict[str, Any]] = json.loads(self.run("export", "-").stdout)["drafts"]
        return drafts

    def draft(self) -> dict[str, Any]:
        return self.drafts()[0]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def window(home: Home) -> Iterator[Terminal]:
    """A window with the draft open, found by its words."""
    terminal = Terminal(home.command(), home.environment)
    terminal.wait_for("Board")
    terminal.press("ctrl+p")
    terminal.wait_for("Find")
    terminal.press(*"Tea")
    terminal.wait_for("Tea & cake")
    terminal.press("enter")
    terminal.wait_for("It saves itself")
    yield terminal
    terminal.close()


def test_an_editor_has_the_terminal_and_gives_it_back(home: Home, window: Terminal) -> None:
    home.program("editor", 'echo "EDITOR HAS IT"; stat -c %a "$1" > "$HOME/mode"; printf "\\nPS: from outside" >> "$1"')
    window.press("ctrl+o")
    window.wait_for("Back from")
    window.wait_for("PS: from outside")
    assert b"EDITOR HAS IT" in window.raw
    assert (home.folder / "mode").read_text() == "600\n"
    window.press("escape", "ctrl+q")
    assert window.end() == 0
    assert home.draft()["body"].endswith("Sam Vega\nPS: from outside")
    assert home.draft()["revisions"][-1]["body"] == home.draft()["body"]


@pytest.mark.parametrize(
    ("script", "told"),
    [("exit 3", "ended with status 3"), (r"printf '\377' > \"$1\"", "is no text"), (None, "started")],
)
def test_an_editor_that_fails_changes_nothing_and_gives_the_terminal_back(
    home: Home, window: Terminal, script: str | None, told: str
) -> None:
    if script is not None:
        home.program("editor", script.replace('\\"', '"'))
    window.press("ctrl+o")
    window.wait_for(lambda text: "the letter is as it was" in " ".join(text.split()))
    assert told in " ".join(window.text.split())
    window.press(*"zebra")
    window.wait_for("zebra")
    window.press("escape", "ctrl+q")
    assert window.end() == 0
    assert home.draft()["body"] == BOOK["drafts"][0]["body"] + "zebra"


def test_the_mail_client_is_given_a_link_with_everything_encoded(home: Home, window: Terminal) -> None:
    home.program("xdg-open", 'printf "%s" "$1" > "$HOME/opened.part"; mv "$HOME/opened.part" "$HOME/opened"')
    window.press("f7")
    window.wait_for("Handed to the mail client")
    link = urlsplit((home.folder / "opened").read_text())
    asked = {name: values[0] for name, values in parse_qs(link.query).items()}
    assert (link.scheme, unquote(link.path)) == ("mailto", "ana@example.com")
    assert asked == {"subject": "Tea & cake", "body": BOOK["drafts"][0]["body"].replace("\n", "\r\n")}


def test_a_long_letter_goes_to_the_mail_client_as_a_file_ready_to_send(home: Home, window: Terminal) -> None:
    home.program("xdg-open", 'printf "%s" "$1" > "$HOME/opened.part"; mv "$HOME/opened.part" "$HOME/opened"')
    window.press("\x1b[200~" + "ünd so weiter " * 200 + "\x1b[201~")
    window.wait_for("so weiter")
    window.press("f7")
    window.wait_for("Handed to the mail client as")
    path = Path((home.folder / "opened").read_text())
    assert path.stat().st_mode & 0o777 == 0o600
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["X-Unsent"], message["To"], message["Subject"]) == (
        "1",
        "Ana Ruiz <ana@example.com>",
        "Tea & cake",
    )
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().count("ünd so weiter") == 200


def test_a_kill_in_the_midst_of_typing_loses_only_what_came_after_the_last_of_two_saves_a_second(
    home: Home, window: Terminal
) -> None:
    assert SAVE_AFTER_SECONDS <= 0.5
    typed: list[str] = []
    found: set[int] = set()  # how many of the words were on the disk, each time that one looked
    while len(found) < _SAVES and len(typed) < _MANY:
        typed.append(f" w{len(typed):03}")
        window.press(*typed[-1])
        window.wait_for(typed[-1].strip())
        found.add(on_disk(home, typed))
    window.send(signal.SIGKILL)
    assert window.end() == -signal.SIGKILL
    kept = home.draft()["body"].removeprefix(BOOK["drafts"][0]["body"])
    assert "".join(typed).startswith(kept)
    assert len(kept.split()) >= max(found) > min(found) == 0


def on_disk(home: Home, words: Sequence[str]) -> int:
    """How many of the words are in the book's files, whatever is made of them."""
    files = b"".join(path.read_bytes() for path in home.folder.glob("book.json*"))
    return sum(word.encode() in files for word in words)
