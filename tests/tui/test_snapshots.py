"""Every screen and dialog looks as it was looked at and found good: in the dark and the light, large and small."""

from pathlib import Path

import pytest

from followup_tui.tui.keymap import all_screens
from tests.tui.scenes import SCENES, Scene
from tests.tui.snapshots import FOLDER, take

RENEW = "look at the change; `make snapshots` takes it as the new picture"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_it_looks_as_it_did(scene: Scene, tmp_path: Path) -> None:
    taken = await take(scene, tmp_path)
    assert taken.front == scene.front
    # Line by line, so that a failure shows which ones differ.
    assert taken.text.splitlines() == _kept(scene, "txt").splitlines(), RENEW
    assert taken.svg.splitlines() == _kept(scene, "svg").splitlines(), RENEW


def _kept(scene: Scene, ending: str) -> str:
    path = FOLDER / f"{scene.name}.{ending}"
    assert path.exists(), f"no picture of {scene.name} is kept; {RENEW}"
    return path.read_text(encoding="utf-8")


def test_every_screen_and_every_dialog_has_its_picture() -> None:
    # What others are made of is in theirs, unless it is shown by itself too.
    alone = {screen.__name__ for screen in all_screens() if not screen.__subclasses__()}
    # No key leads to what is there only while a disk is slow, and is loaded with the draft editor.
    assert alone - {scene.front for scene in SCENES} <= {"Waiting"}


def test_no_picture_is_kept_of_what_is_there_no_more() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{scene.name}.{ending}" for scene in SCENES for ending in ("svg", "txt")
    }
