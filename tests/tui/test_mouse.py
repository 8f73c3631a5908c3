"""The mouse in the whole window: the header's places, and a card that is held."""

from textual import events
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from followup_tui.tui.widgets.bars import KeyBar, PlaceBar
from followup_tui.tui.widgets.board import Board
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle


async def click(pilot: Pilot[str], column: int) -> None:
    await pilot.click(PlaceBar, offset=(column, 0))
    await settle(pilot)


async def test_a_click_on_a_place_goes_there_also_from_what_was_opened(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        header = str(app.screen.query_one(PlaceBar).render())
        columns = [header.index(name) + 1 for name in ("2 Today", "3 People", "1 Board")]
        modes = []
        for column in columns:
            await click(pilot, column)
            modes.append(app.current_mode)
        assert modes == ["today", "people", "board"]
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.screen_stack) == 2
        await click(pilot, columns[-1])
        assert len(app.screen_stack) == 1
        await click(pilot, 100)
        assert app.current_mode == "board"


async def test_while_a_card_is_dragged_the_footer_says_how_to_put_it_back(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        footer = app.screen.query_one(KeyBar)
        await pilot.mouse_down(Board, offset=(4, 2))
        assert "Put it back" not in str(footer.render())
        board = app.screen.query_one(Board)
        board.post_message(events.MouseMove(board, 40, 4, 36, 2, 1, shift=False, meta=False, ctrl=False))
        await settle(pilot)
        assert str(footer.render()).startswith("esc Put it back")
        await pilot.press("escape")
        await settle(pilot)
        assert "Put it back" not in str(footer.render())


async def test_a_notice_covers_no_more_than_its_words(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("L")
        await settle(pilot)
        region = app.screen.query_one(Toast).region
        assert (region.right, region.height) == (60, 1)
