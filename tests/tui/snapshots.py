"""`make snapshots`: takes the pictures that `test_snapshots.py` compares with.

    python -m tests.tui.snapshots [NAME…]

A scene has two files in `tests/data/snapshots`: `NAME.svg`, in the dark theme at 120×36; and `NAME.txt`, the text at
60×20 and 80×24, and in the light theme, there with all the colours that stand on each other. Look at what changed
before it is committed.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot

from followup_tui.tui.size import repaint
from tests.pictures import colours_of, svg_of, text_of
from tests.tui.demo_window import at_rest, demo_window, press
from tests.tui.scenes import FULL_SIZE, SCENES, Scene

FOLDER = Path(__file__).parents[1] / "data" / "snapshots"
SMALLER = ((60, 20), (80, 24))


class Taken(NamedTuple):
    """What a scene looks like."""

    front: str
    svg: str
    text: str


async def take(scene: Scene, folder: Path) -> Taken:
    """Open the window in a folder of its own, go to the scene, and look at it in every way."""
    with demo_window(folder, [] if scene.book == "empty" else None, theme="followup-dark") as app:
        async with app.run_test(size=FULL_SIZE, notifications=True) as pilot:
            await at_rest(pilot)
            await press(pilot, scene.keys)
            if scene.pushed is not None:
                app.push_screen(scene.pushed())
                await at_rest(pilot)
            await _resize(pilot, scene.size)
            front, svg = type(app.screen).__name__, svg_of(app)
            texts = [await _text(pilot, size) for size in SMALLER if scene.size == FULL_SIZE]
            app.theme = "followup-light"
            await at_rest(pilot)
            text = text_of(app)
            told = "the same text\n" if texts and texts[-1].endswith(f"\n{text}") else text
            texts.append(_headed("light", f"{told}{colours_of(app)}"))
            return Taken(front, svg, "".join(texts))


async def _text(pilot: Pilot[Any], size: tuple[int, int]) -> str:
    await _resize(pilot, size)
    return _headed("{}×{}".format(*size), text_of(pilot.app))


async def _resize(pilot: Pilot[Any], size: tuple[int, int]) -> None:
    if pilot.app.size != size:
        await pilot.resize_terminal(*size)
        await at_rest(pilot)
        for _ in range(2):  # as the app does by itself a moment later
            repaint(pilot.app)
            await at_rest(pilot)


def _headed(heading: str, text: str) -> str:
    return f"=== {heading}\n{text}"


def main() -> int:
    """Take all of them, or those that are named."""
    wanted = set(sys.argv[1:])
    FOLDER.mkdir(exist_ok=True)
    if not wanted:
        for old in FOLDER.iterdir():
            old.unlink()
    for scene in SCENES:
        if wanted and scene.name not in wanted:
            continue
        with tempfile.TemporaryDirectory(prefix="followup-snapshots-") as folder:
            taken = asyncio.run(take(scene, Path(folder)))
        (FOLDER / f"{scene.name}.svg").write_text(taken.svg, encoding="utf-8")
        (FOLDER / f"{scene.name}.txt").write_text(taken.text, encoding="utf-8")
        sys.stdout.write(f"{scene.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
