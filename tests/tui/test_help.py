"""`?` and `f1`: the keys of the place, by what they are for."""

import pytest
from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.screen import Screen

from followup_tui.config import Config
from followup_tui.tui.commands import GROUPS, commands_of
from followup_tui.tui.dialogs.help import KeySheet, KeysHelp
from followup_tui.tui.dialogs.quick_add import QuickAdd
from tests.tui.small_book import small_book
from tests.tui.windows import MADRID, USER, MakeApp, settle

SIZE = (120, 36)


async def opened(pilot: Pilot[str], key: str = "question_mark") -> KeysHelp:
    await settle(pilot)
    await pilot.press(key)
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, KeysHelp)
    return screen


def text_of(screen: KeysHelp) -> str:
    return str(screen.query_one(KeySheet).render())


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_every_key_of_the_place_is_there_under_the_heading_of_its_group(make_app: MakeApp, key: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        commands = commands_of(app.screen, app)
        told = text_of(await opened(pilot, key))
        headings = [line for line in told.splitlines() if line in GROUPS]
        assert headings == [group for group in GROUPS if any(command.group == group for command in commands)]
        words = " ".join(told.split())
        assert [one for one in commands if f"{one.written_keys} {one.sentence}" not in words] == []


async def test_keys_that_textual_binds_by_itself_are_not_told(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        told = text_of(await opened(pilot))
        assert "Focus" not in told
        assert "^c" not in told


async def test_a_key_that_was_bound_anew_stays_where_it_stood(make_app: MakeApp) -> None:
    orders = []
    for keys in ({}, {"draft": "f2", "add": "b"}):
        app = make_app(small_book(), config=Config(zone=MADRID, user=USER, keys=keys))
        async with app.run_test(size=SIZE, notifications=True) as pilot:
            await settle(pilot)
            orders.append([command.id for command in commands_of(app.screen, app)])
    assert orders[0] == orders[1]


async def test_a_wide_terminal_shows_two_columns_and_needs_no_scrolling(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        screen = await opened(pilot)
        assert screen.query_one(VerticalScroll).max_scroll_y == 0
        first = text_of(screen).splitlines()[0]
        assert sum(group in first for group in GROUPS) == 2


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_no_line_is_wider_than_the_sheet(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with make_app(small_book()).run_test(size=size, notifications=True) as pilot:
        screen = await opened(pilot)
        width = screen.query_one(KeySheet).size.width
        assert [line for line in text_of(screen).splitlines() if cell_len(line) > width] == []


async def test_a_small_terminal_scrolls_to_the_last_key(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=(60, 20), notifications=True) as pilot:
        screen = await opened(pilot)
        scroll = screen.query_one(VerticalScroll)
        assert scroll.max_scroll_y > 0
        await pilot.press("j", "j", "k")
        assert scroll.scroll_offset.y == 1
        await pilot.press("end")
        await settle(pilot)
        assert scroll.scroll_offset.y == scroll.max_scroll_y


@pytest.mark.parametrize("key", ["escape", "q", "enter", "space"])
async def test_the_usual_keys_leave_it(make_app: MakeApp, key: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        before: Screen[object] = app.screen
        await opened(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert app.screen is before


async def test_in_a_dialog_f1_tells_its_keys_even_while_typing_and_only_once(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a", *"Hooli")
        screen = await opened(pilot, "f1")
        assert "The full form, filled in so far" in text_of(screen)
        await pilot.press("f1")
        await settle(pilot)
        assert [type(one) for one in app.screen_stack].count(KeysHelp) == 1
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, QuickAdd)
