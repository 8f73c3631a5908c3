"""What stands between a key pressed in the shell and the board: a fresh process tells when it has painted once."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from followup_tui.store.book import Book
from tests.tui.small_book import small_book

NOW = datetime.fromisoformat("2026-11-21T10:00:00+01:00")

PROGRAM = """
import json, sys
from followup_tui.cli import window
from followup_tui.cli.context import Context
from followup_tui.cli.plainly import plainly
arguments = sys.argv[1:]
context = Context(plainly(arguments), {})
from textual.app import App
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.widgets.board import Board
lines = []
render_line = Board.render_line
def watched(board, y):
    strip = render_line(board, y)
    lines.append(strip.text)
    return strip
Board.render_line = watched
def painted(app):
    widgets = [type(widget).__name__ for widget in app.screen.walk_children()]
    told = {"modules": list(sys.modules), "widgets": widgets, "lines": lines[:app.screen.query_one(Board).size.height]}
    with open("told.json", "w") as file:
        json.dump(told, file)
    app.exit()
FollowupApp._settle_in = painted
FollowupApp.run = lambda app: App.run(app, headless=True, size=(120, 36))
window._run(context, context.book_path, context.config_path)
"""


class Frame(NamedTuple):
    modules: frozenset[str]
    widgets: list[str]
    text: str


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """The first frame of a window on a small book."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "config.toml").write_text('timezone = "Europe/Madrid"\n')
    book = Book.open(folder / "book.json", stamp=lambda: NOW)
    book.apply("Began", put=small_book())
    book.close()
    subprocess.run(
        [sys.executable, "-c", PROGRAM, "--data", "book.json", "--config", "config.toml", "--now", NOW.isoformat()],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        timeout=60,
    )
    told = json.loads((folder / "told.json").read_text())
    return Frame(frozenset(told["modules"]), told["widgets"], "\n".join(told["lines"]))


def test_what_is_painted_first_has_the_cards(frame: Frame) -> None:
    assert all(word in frame.text for word in ("Interviewing", "Globex"))


def test_nothing_is_loaded_for_it_that_only_a_change_or_a_dialog_needs(frame: Frame) -> None:
    libraries = {"tinydb", "filelock", "pendulum", "pyperclip", "tomllib", "tomlkit", "icalendar", "holidays"}
    assert frame.modules & (libraries | {"argparse", "spellchecker", "textual.widgets._text_area"}) == set()
    later = (
        "followup_tui.exchange",
        "followup_tui.domain.review",
        "followup_tui.domain.templates",
        "followup_tui.domain.when",
        "followup_tui.domain.capture",
        "followup_tui.store.backups",
        "followup_tui.store.history",
        "followup_tui.store.storage",
        "followup_tui.tui.dialogs",
        "followup_tui.tui.screens.today",
        "followup_tui.tui.screens.people",
        "followup_tui.tui.screens.detail",
        "followup_tui.tui.screens.draft",
        "followup_tui.tui.keymap",
    )
    assert sorted(name for name in frame.modules if name.startswith(later)) == []


def test_a_handful_of_widgets_draws_it(frame: Frame) -> None:
    ours = [name for name in frame.widgets if name not in ("ToastRack", "Tooltip")]
    assert sorted(ours) == ["Board", "KeyBar", "PlaceBar", "ViewLine"]


REFUSED = """
import sys
from followup_tui.cli import window
from followup_tui.cli.context import Context
from followup_tui.cli.plainly import plainly
from followup_tui.domain.errors import FollowupError
context = Context(plainly(sys.argv[1:]), {})
try:
    window._run(context, context.book_path, context.config_path)
except FollowupError as error:
    print(error, "textual" in sys.modules)
"""


def test_the_book_is_read_before_textual_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "book.json").write_text("{broken")
    told = subprocess.run(
        [sys.executable, "-c", REFUSED, "--data", "book.json"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "book.json, line 1" in told.stdout
    assert told.stdout.rstrip().endswith(" False")
