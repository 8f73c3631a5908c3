"""`make screenshots`: the pictures of the README, taken of the window itself at a moment that never changes.

    python -m tests.screenshots [NAME…]

What they show stands in `shown.py`. Look at what changed before it is committed.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path

from tests.pictures import svg_of
from tests.screenshots.framing import framed
from tests.screenshots.shown import PLACES, TOUR, TOUR_SIZE, Shown
from tests.tui.demo_window import at_rest, demo_window, press

FOLDER = Path(__file__).parents[2] / "screenshots"
THEME = "followup-dark"


async def take(place: Shown, folder: Path) -> str:
    """The picture of a place; its window works in `folder`."""
    with demo_window(folder, theme=THEME) as app:
        async with app.run_test(size=place.size, notifications=True) as pilot:
            await at_rest(pilot)
            await press(pilot, place.keys)
            return framed(svg_of(app), place.title)


async def take_tour(folder: Path) -> AsyncIterator[tuple[str, str]]:
    """The steps of the tour: the name and the picture of each."""
    with demo_window(folder, [], theme=THEME) as app:
        async with app.run_test(size=TOUR_SIZE, notifications=True) as pilot:
            await at_rest(pilot)
            for step in TOUR:
                # What was said of earlier keys has been read by now, and stands below no dialog.
                app.clear_notifications()
                *before, last = step.keys
                await press(pilot, before)
                app.clear_notifications()
                await press(pilot, [last])
                yield step.name, framed(svg_of(app), step.title)


async def _take_all(wanted: Collection[str], write: Callable[[str, str], None]) -> None:
    for place in PLACES:
        if place.name in wanted:
            with tempfile.TemporaryDirectory(prefix="followup-screenshots-") as folder:
                write(place.name, await take(place, Path(folder)))
    if any(step.name in wanted for step in TOUR):
        with tempfile.TemporaryDirectory(prefix="followup-screenshots-") as folder:
            async for name, picture in take_tour(Path(folder)):
                if name in wanted:
                    write(name, picture)


def _write(name: str, picture: str) -> None:
    (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")
    sys.stdout.write(f"screenshots/{name}.svg\n")


def main() -> int:
    """Take all of them, or those that are named."""
    FOLDER.mkdir(exist_ok=True)
    names = {shown.name for shown in (*PLACES, *TOUR)}
    asyncio.run(_take_all(set(sys.argv[1:]) or names, _write))
    return 0


if __name__ == "__main__":
    sys.exit(main())
