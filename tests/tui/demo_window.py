"""A window on the demo book as of a moment that never changes: the same picture on every run."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.pilot import Pilot
from textual.screen import Screen

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.desk.demo import demo_book
from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Record
from followup_tui.exchange.template_files import load_templates
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.services import Services
from tests.tui.quiet import quiet
from tests.tui.windows import MADRID, USER

DEMO_NOW = datetime(2026, 11, 18, 10, 30, tzinfo=MADRID)
"""A Wednesday morning."""

_SETTINGS = f"""timezone = "{MADRID.key}"
[user]
name = "{USER.name}"
email = "{USER.email}"
strengths = ["{USER.strengths[0]}"]
"""


@cache
def _demo(now: datetime) -> tuple[Record, ...]:
    return tuple(demo_book(now))


@contextmanager
def demo_window(
    folder: Path, records: Iterable[Record] | None = None, *, theme: str | None = None, now: datetime = DEMO_NOW
) -> Iterator[FollowupApp]:
    """A window on a book in `folder`, with the demo's records unless others are given."""
    config = Config(zone=MADRID, user=USER, theme=theme)
    clock = Clock(MADRID, now, frozen=True)
    path = folder / "book.json"
    records = _demo(now) if records is None else list(records)
    if records:
        book = Book.open(path, stamp=clock.now)
        book.apply("Made up a book", put=records)
        book.close()
    (folder / "config.toml").write_text(_SETTINGS, encoding="utf-8")
    desk = DeskThread(lambda: Desk(Book.open(path, stamp=clock.now), config, clock))
    services = Services(desk, clock, config, lambda: load_templates(None), ConfigFile(folder / "config.toml"))
    try:
        with _home(folder / "home"):
            app = FollowupApp(services, folder)
            app.animation_level = "none"
            yield app
    finally:
        desk.close()


_SHEET = """Company,Role,Status,Date applied,Who,Vibe
Globex,Staff SRE,✅ Applied,2026-10-01,Ana Ruiz (recruiter),warm
Initech,Data engineer,on hold,,,
,Nobody,Applied,,,
"""
_PEOPLE = "Name,Company,Email\nAna Ruiz,Globex,ana@globex.com\nAna Ruiz,Globex,ana@home.org\n"


@contextmanager
def _home(home: Path) -> Iterator[None]:
    """A home with files to import, as old as the demo."""
    downloads = home / "Downloads"
    downloads.mkdir(parents=True)
    for name, text in (("applications.csv", _SHEET), ("people.csv", _PEOPLE)):
        (downloads / name).write_text(text, encoding="utf-8")
        os.utime(downloads / name, (DEMO_NOW.timestamp(), DEMO_NOW.timestamp()))
    with patch.dict(os.environ, {"HOME": str(home)}):
        yield


async def press(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """Press keys, waiting after each for all that it sets off; a key `"…text"` is typed letter by letter."""
    for key in keys:
        await pilot.press(*(("space" if letter == " " else letter for letter in key[1:]) if key[0] == "…" else (key,)))
        await at_rest(pilot)


async def at_rest(pilot: Pilot[Any]) -> None:
    """Wait until nothing on the screen will change by itself."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    for _ in range(2):
        await quiet(app)
        await app.services.desk.ask(lambda _desk: None)
    await quiet(app)
    while any(worker.group in ("import", "listing") and not worker.is_finished for worker in app.workers):
        await pilot.pause(0.01)
    screen: Screen[Any] = app.screen
    while isinstance(screen, DraftScreen) and (screen.review.reviewed != screen.body.text or screen.keeper.unsaved):
        await pilot.pause(0.01)
    await quiet(app)  # what was found is painted, too
