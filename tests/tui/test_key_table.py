"""Every key of every place does what the table says, and there is no key that the table does not know."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from followup_tui.tui.app import FollowupApp
from followup_tui.tui.keymap import KeyTable, all_screens, place_words
from tests.tui.demo_window import at_rest, demo_window, press
from tests.tui.key_table import Visit, go_through, more_to_import, read_table, see
from tests.tui.test_find import missing_from_palette

VISITS = read_table()
EVERYWHERE = {"keys": ("f1", "KeysHelp"), "find": ("ctrl+p", "Find")}
"""What is heard in every place before all else; `quit` too, with which every visit ends."""
ALONE = {"keys help": "keys", "find": "find", "press key": "keys find quit"}
"""What cannot be opened over itself; and where one presses a key to set it, that key is meant."""


@pytest.fixture
def _nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No browser, mail client, clipboard or editor of whoever runs the tests is started."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "VISUAL", "EDITOR", "TMUX", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_nothing_outside")
@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.title)
async def test_every_key_does_what_the_table_says(visit: Visit, tmp_path: Path) -> None:
    with demo_window(tmp_path, [] if visit.book == "empty" else None, theme="followup-dark") as app:
        more_to_import(tmp_path / "home")
        async with app.run_test(size=visit.size, notifications=True) as pilot:
            await at_rest(pilot)

            async def arrived() -> None:
                assert missing_from_palette(app) == []
                await _heard_everywhere(pilot, visit.place)

            gone = await go_through(pilot, visit, arrived)
            assert gone.failed == ()
            if "quit" not in ALONE.get(visit.place, "") and not (await see(app)).is_left:
                await press(pilot, ["ctrl+q"])
                assert (await see(app)).is_left
    unknown = {name for name in gone.heard - _rows_of(visit.place) if not _is_elsewhere(name, visit.place)}
    assert unknown == set(), "heard without a row"


async def _heard_everywhere(pilot: Pilot[Any], place: str) -> None:
    front = (await see(pilot.app)).front
    for name, (key, opened) in EVERYWHERE.items():
        if name not in ALONE.get(place, ""):
            await press(pilot, [key])
            assert (await see(pilot.app)).front == opened
            await press(pilot, ["escape"])
            assert (await see(pilot.app)).front == front


def _rows_of(place: str) -> set[str]:
    """The ids that have a row at a place."""
    rows = [row for visit in VISITS if visit.place == place for row in visit.rows]
    return {name for row in rows for name in row.id.split(",")} | {*EVERYWHERE, "quit"}


def _is_silent(name: str, place: str) -> bool:
    return any(_is_among(name, visit.silent) for visit in VISITS if visit.place == place)


def _is_elsewhere(name: str, place: str) -> bool:
    return any(_is_among(name, visit.elsewhere) for visit in VISITS if visit.place == place)


def _is_among(name: str, beginnings: tuple[str, ...]) -> bool:
    return any(name == each or (each.endswith(".") and name.startswith(each)) for each in beginnings)


def test_no_binding_of_any_place_is_missing_in_the_table() -> None:
    visited = {visit.place for visit in VISITS}
    made_into_others = {place_words(screen) for screen in all_screens() if screen.__subclasses__()} - visited
    missing = [
        f"[{place.name}] {','.join(bound.keys)} {bound.id}: {bound.sentence}"
        for place in KeyTable(FollowupApp).places
        for bound in place.bindings
        if place.name not in made_into_others
        and bound.id
        and bound.id not in _rows_of(place.name)
        and not _is_silent(bound.id, place.name)
        and not _is_elsewhere(bound.id, place.name)
    ]
    assert missing == []


def test_every_key_of_a_binding_is_pressed_somewhere_and_no_row_is_of_a_key_that_is_not() -> None:
    table = KeyTable(FollowupApp)
    bound = {(name, key) for name in table.by_id for key in table.keys_of(name)}
    rows = {(name, row.key) for visit in VISITS for row in visit.rows for name in row.id.split(",") if name}
    unheard = {
        (name, key)
        for name, key in bound
        if all(_is_silent(name, place) or _is_elsewhere(name, place) for place in _places_of(table, name))
    }
    everywhere = {(name, key) for name, (key, _) in EVERYWHERE.items()} | {("quit", "ctrl+q")}
    assert bound - rows - unheard - everywhere == set()
    assert rows - bound == set()


def _places_of(table: KeyTable, name: str) -> list[str]:
    visited = {visit.place for visit in VISITS}
    return [
        place.name
        for place in table.places
        if place.name in visited and any(bound.id == name for bound in place.bindings)
    ]
