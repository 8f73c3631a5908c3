"""`U`: the last changes, and the way back to before any of them."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.records import Opportunity
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.changes import Changes
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.results import Results
from tests.tui.small_book import small_book
from tests.tui.windows import NOW, MakeApp, settle

SIZE = (120, 36)


async def opened(pilot: Pilot[str], *, moves: int = 3) -> Changes:
    """The list, after the card of Stark was moved to the right so many times."""
    await settle(pilot)
    pilot.app.screen.query_one(Board).go_to("opp-3")
    for _ in range(moves):
        await pilot.press("L")
        await settle(pilot)
    return await reopened(pilot)


async def reopened(pilot: Pilot[str]) -> Changes:
    await pilot.press("U")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, Changes)
    return screen


def lines(changes: Changes) -> list[str]:
    results = changes.query_one(Results)
    drawn = (results.render_line(y).text for y in range(results.size.height))
    return [" ".join(line.split()) for line in drawn if line.strip()]


def stage_of(app: FollowupApp) -> str:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, "opp-3")).stage


async def test_the_newest_comes_first_with_when_and_what_it_did(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        assert lines(await opened(pilot, moves=2)) == [
            "Moved Stark, Welder to Screening Sat 21 Nov 10:00",
            "Moved Stark, Welder to Applied Sat 21 Nov 10:00",
            "Made for a test other window Sat 21 Nov 10:00",
        ]


async def test_below_stands_what_became_of_each_record(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        changes = await opened(pilot, moves=1)
        details = changes.query_one("#details", Static)
        assert str(details.content) == "changed opportunity Stark, Welder: stage, applied at"
        await pilot.press("j")
        await settle(pilot)
        assert "added contact Ana Ruiz" in str(details.content)
        await pilot.press("k")
        await settle(pilot)
        assert "changed" in str(details.content)


async def test_enter_goes_back_to_before_the_chosen_one_once_it_said_how_many_that_takes(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        asked = str(app.screen.query_one(".dialog--text", Static).content)
        assert asked.startswith("Takes back “Moved Stark, Welder to Screening” and the change after it.")
        assert stage_of(app) == "interviewing"
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert stage_of(app) == "applied"


async def test_going_back_is_one_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("down", "down", "enter", "y")
        await settle(pilot)
        assert stage_of(app) == "lead"
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert stage_of(app) == "interviewing"


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_unless_it_is_confirmed_nothing_happens(make_app: MakeApp, key: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Changes)
        assert stage_of(app) == "interviewing"


async def test_what_was_taken_back_is_marked_and_not_taken_back_again(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        changes = await opened(pilot, moves=1)
        await pilot.press("escape", "u")
        await settle(pilot)
        changes = await reopened(pilot)
        assert lines(changes)[0] == "↶ Moved Stark, Welder to Applied taken back Sat 21 Nov 10:00"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Changes)


async def test_there_ctrl_r_makes_again_what_was_taken_back_even_of_another_window(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        other = Book.open(app.services.desk.ask_and_wait(lambda desk: desk.book.path), stamp=lambda: NOW)
        other.apply("Deleted elsewhere", delete=["opp-2"])
        other.close()
        await app._look_for_changes()
        await opened(pilot, moves=1)
        await pilot.press("down", "enter", "y")
        await settle(pilot)
        known = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Opportunity)))
        assert ("opp-2" in known, stage_of(app)) == (True, "lead")
        await reopened(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        known = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Opportunity)))
        assert ("opp-2" in known, stage_of(app)) == (False, "applied")


async def test_a_book_without_a_change_says_so(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert lines(await reopened(pilot)) == ["Nothing was changed yet."]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Changes)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_it_fits_a_small_terminal(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with make_app(small_book()).run_test(size=size, notifications=True) as pilot:
        changes = await opened(pilot)
        assert changes.query_one(".dialog--box").region.size <= size
        assert lines(changes)[0].startswith("Moved Stark")
