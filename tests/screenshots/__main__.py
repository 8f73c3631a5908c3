"""`make screenshots`: the pictures of the README, made from the demo book as of a fixed moment."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.desk.demo import demo_book
from followup_tui.desk.desk import Desk
from followup_tui.domain.profile import Profile
from followup_tui.exchange.template_files import load_templates
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.services import Services

_ZONE = ZoneInfo("Europe/Madrid")
_NOW = datetime(2026, 11, 18, 10, 30, tzinfo=_ZONE)
_FOLDER = Path(__file__).parents[2] / "screenshots"
_SIZE = (120, 36)


class Picture(NamedTuple):
    """What to press to see it."""

    name: str
    keys: Sequence[str]


PICTURES = (
    Picture("board", ()),
    Picture("today", ("2",)),
    Picture("people", ("3",)),
    Picture("detail", ("enter",)),
    Picture("draft", ("d",)),
    Picture(
        "quick-add", ("a", *"Globex, Staff SRE - interview fri 3pm with Ana Ruiz, they decide by 27 nov #remote !!")
    ),
)


async def settle(pilot: Pilot[str], app: FollowupApp) -> None:
    """Wait until everything that a key set off is done."""
    for _ in range(3):
        await pilot.pause()
        await app.services.desk.ask(lambda _desk: None)
        await pilot.pause()


async def take(picture: Picture, folder: Path) -> str:
    """Open the demo, press the keys, and give the screen as SVG."""
    config = Config(
        zone=_ZONE, user=Profile(name="Sam Vega", email="sam@example.com", strengths=("calm under pressure",))
    )
    clock = Clock(_ZONE, _NOW, frozen=True)
    path = folder / f"{picture.name}.json"
    book = Book.open(path, stamp=clock.now)
    book.apply("Made up a book", put=demo_book(_NOW))
    book.close()
    desk = DeskThread(lambda: Desk(Book.open(path, stamp=clock.now), config, clock))
    services = Services(desk, clock, config, lambda: load_templates(None), ConfigFile(folder / "config.toml"))
    app = FollowupApp(services, folder)
    try:
        async with app.run_test(size=_SIZE, notifications=True) as pilot:
            await settle(pilot, app)
            for key in picture.keys:
                await pilot.press("space" if key == " " else key)
            await settle(pilot, app)
            return stable(app.export_screenshot(title="followup"))
    finally:
        desk.close()


def stable(svg: str) -> str:
    """The same picture gives the same text: Rich names its styles after a number that changes with every run."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> int:
    """Write all of them, or those that are named."""
    wanted = set(sys.argv[1:])
    _FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="followup-screenshots-") as folder:
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                svg = asyncio.run(take(picture, Path(folder)))
                (_FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
                print(f"screenshots/{picture.name}.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
