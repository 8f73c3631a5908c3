"""A walk through every screen and every dialog of the window in a real terminal, whatever the book says.

It waits for words of the app's own only, since the book's may say anything.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.terminal.hostile_book import NOW
from tests.terminal.pty_session import Terminal, stand_in_xclip

SIZE = (110, 32)
_LONG = 200
_DROP = "Drop what was typed"


class Home:
    """An empty home with settings, and stand-ins for the clipboard, the mail client and the browser."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self.folder = folder
        self.book = folder / "book.json"
        self.clipboard = stand_in_xclip(folder / "bin")
        opener = folder / "bin" / "xdg-open"
        opener.write_text('#!/bin/sh\nprintf "%s" "$1" > "$HOME/opened"\n')
        opener.chmod(0o755)
        self.config = folder / "config.toml"
        self.config.write_text(_toml(settings), encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COVERAGE"))}
        self.environment = kept | {
            "HOME": str(folder),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "DISPLAY": ":99",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "BROWSER": "xdg-open",
        }

    def command(self, *arguments: str) -> list[str]:
        options = ["--data", str(self.book), "--config", str(self.config), "--now", NOW]
        return [sys.executable, "-m", "followup_tui", *options, *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(self.command(*arguments), env=self.environment, capture_output=True, check=False)

    def take_in(self, records: Mapping[str, Any]) -> None:
        path = self.folder / "import.json"
        path.write_text(json.dumps(records))
        done = self.run("import", str(path))
        assert done.returncode == 0, done.stderr.decode()

    def exported(self) -> dict[str, list[dict[str, Any]]]:
        tables: dict[str, list[dict[str, Any]]] = json.loads(self.run("export", "-").stdout)
        return tables

    def window(self, **environment: str) -> Terminal:
        return Terminal(self.command(), {**self.environment, **environment}, SIZE)


def _toml(settings: Mapping[str, Any]) -> str:
    """Settings as TOML, whose strings are those of JSON; what TOML cannot hold is no setting."""
    lines: list[str] = []
    for name, value in settings.items():
        if isinstance(value, Mapping):
            lines += [f"[{name}]", *(f"{key} = {json.dumps(each)}" for key, each in value.items())]
        else:
            lines.append(f"{name} = {json.dumps(value)}")
    return "\n".join(lines).replace("\x7f", "\\u007f") + "\n"


class Tour:
    """Goes everywhere, and pastes what it is given into every field there is."""

    def __init__(self, terminal: Terminal, pasted: str, pages: int) -> None:
        self._terminal = terminal
        self._pasted = pasted
        self._pages = pages

    def go(self) -> None:
        """All of it, and out."""
        self.board()
        self.record("Board")
        self.detail()
        self.draft()
        self.today()
        self.people()
        self.anywhere()
        self._terminal.press("ctrl+q")

    # Places

    def board(self) -> None:
        """Every card, by stage and by urgency; narrowed by what is pasted; a card moved by key and by mouse."""
        self._see("most urgent first")
        for _ in range(2):
            for _ in range(6):
                self._page_through()
                self._do("right")
            self._rush("v", "g", *["left"] * 7)
        self._do("c", "o", "*")
        self._rush("c", "o", "o", "o", "*")
        self._to_first_story()
        row = next(row for row, line in enumerate(self._terminal.text.splitlines(), 1) if "▌" in line)
        self._terminal.click(self._terminal.text.splitlines()[row - 1].rindex("▌") + 2, row)
        if "Timeline" not in self._terminal.settle():
            self._terminal.press("enter")
        self._see("Timeline")
        self._leave("Timeline")
        self._look("/", "esc Show all", paste=True)
        self._to_first_story()

    def record(self, place: str) -> None:
        """What can be asked about the record at the cursor of a place."""
        self._look("s", "Snooze until when?", "x", paste=True)
        self._look("x", "may stay empty", paste=True)
        self._look("w", "Why: ")
        self._look("t", "Wants answer", "\t\t\t\t\t", paste=True)
        self._look("#", "Tags of" if place == "Board" else "esc Back  ↵", paste=True)
        self._look("e", "Save", paste=True)
        self._look("delete", "No, keep it")
        self._do("y", "O")

    def detail(self) -> None:
        """An opportunity with all its sections and its timeline."""
        self._to_first_story()
        self._do("m", "escape")
        self._look("m", "it is here")
        self._do("enter")
        self._see("Timeline")
        for key in ("tab", "l", "h", "j", "j", "j", "G", "g", "tab", "tab", "tab", "tab", "tab"):
            self._do(key)
        self._look("p", "What did you promise?", paste=True)
        self._look("+", "What is worth coming back to?", paste=True)
        self._do("shift+tab", "shift+tab")
        for _ in range(4):
            self._do("enter", "escape")
            if "Timeline" not in self._terminal.text:
                break
            self._do("j")
        self._home("1", "most urgent first")

    def draft(self) -> None:
        """The editor with all that stands beside the letter, and what its keys ask."""
        self._to_first_story()
        self._do("d")
        if "Write to" in self._terminal.text:
            self._do("enter")
        self._see("It saves itself")
        self._paste()
        self._do("ctrl+s")
        self._see("this version is kept")
        self._look("f2", "The letter is written anew")
        self._look("f3", "─ Put in")
        self._look("f12", "Earlier versions")
        self._do("f4", "escape", "f10", "f10")
        self._do("f5")
        self._see(lambda text: "Copied" in text or "f8" in text)
        self._do("f6", "f7")
        self._do("ctrl+s")
        self._home("1", "most urgent first")

    def today(self) -> None:
        """Every follow-up with what stands beside it, the interviews, and the minute after one."""
        self._do("2")
        self._see("Next · ")
        self._page_through()
        self._do(*["j"] * self._pages)
        self._do("g", "k")
        self._look("h", "What is worth coming back to?", paste=True)
        self._look("m", "The interview was moved", paste=True)
        self._do("2")

    def people(self) -> None:
        """Everybody, and what can be done with many."""
        self._do("3")
        self._see("by name")
        self._page_through()
        self._do("g")
        self.record("People")
        self._look("n", "Add someone", paste=True)
        self._do("m", "m")
        self._look("#", "↵ Tag", paste=True)
        self._look("M", "Whose record stays?")
        self._do("K", "u", "escape", "g", "enter")
        self._see("Timeline")
        self._do("tab", "j", "tab", "j", "K", "u")
        self._home("1", "most urgent first")

    def anywhere(self) -> None:
        """What is there wherever one is."""
        self._look("a", "Add an opportunity", paste=True)
        self._do("a")
        self._see("Add an opportunity")
        self._paste()
        self._do("tab")
        self._see("Found through")
        self._leave("Found through")
        self._leave("Add an opportunity")
        self._do("ctrl+p")
        self._see("esc Back  ↵ Open")
        self._page_through()
        self._paste()
        self._leave("esc Back  ↵ Open")
        self._look("?", "Move about")
        self._look("U", "The last changes")
        self._do(",")
        self._see("The colours of all screens")
        for _ in range(6):
            self._do("right", "enter", "escape", "down", "enter", "escape", "down")
            self._see("tab Section")
        self._leave("tab Section")

    # Steps

    def _to_first_story(self) -> None:
        """The card of the story that has a follow-up whose letter is a letter."""
        self._home("1", "most urgent first")
        self._rush(*["left"] * 7, *["right"] * 3, "g")

    def _look(self, key: str, words: str, then: str = "", *, paste: bool = False) -> None:
        """Press a key, wait for what opens, paste into it, and leave it again."""
        self._terminal.press(key)
        self._see(words)
        if then:
            self._terminal.press(*then)
        if paste:
            self._paste()
        self._leave(words)

    def _leave(self, words: str) -> None:
        """Escape till the words are gone, dropping what was typed where that is asked."""
        self._terminal.press("escape")
        text = self._terminal.wait_for(lambda text: words not in text or _DROP in text)
        if _DROP in text:
            self._do("d")
        self._see(lambda text: words not in text)

    def _home(self, key: str, words: str) -> None:
        """Escape till the board is there, which a detail and a letter lie above."""
        for _ in range(6):
            if words in self._terminal.text:
                return
            self._terminal.press("escape")
            if words in self._terminal.settle():
                return
            self._terminal.press(key)
            self._terminal.settle()
        self._see(words)

    def _page_through(self) -> None:
        self._do(*["pagedown"] * self._pages)

    def _rush(self, *keys: str) -> None:
        """Keys of one place, of which only the end is looked at."""
        self._terminal.press(*keys)
        self._terminal.settle()

    def _do(self, *keys: str) -> None:
        for key in keys:
            self._terminal.press(key)
            self._terminal.settle()

    def _paste(self) -> None:
        self._terminal.paste(self._pasted)
        self._terminal.settle()

    def _see(self, what: Any) -> None:
        """Wait for something, and for the rest that comes with it: the next key is for what stands there then."""
        self._terminal.wait_for(what)
        self._terminal.settle()


def pasted_in_a_row(texts: Iterable[str]) -> str:
    """Texts in one that can be pasted, as a terminal gives it: half characters are none.

    Without the long ones it is not too much for a field of one line.
    """
    return "\n".join(text for text in texts if len(text) < _LONG).encode("utf-8", "replace").decode()
