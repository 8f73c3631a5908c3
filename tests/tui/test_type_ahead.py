"""Keys that are typed without a pause: each goes where it would have gone with one."""

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot

from followup_tui.domain.records import Interview, Opportunity
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.after_interview import AfterInterview
from followup_tui.tui.dialogs.quick_add import QuickAdd
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.widgets.board import Board
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle, type_at_once, until


def opportunity(app: FollowupApp, opportunity_id: str) -> Opportunity:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, opportunity_id))


async def at_card(pilot: Pilot[str], opportunity_id: str) -> None:
    await settle(pilot)
    pilot.app.screen.query_one(Board).go_to(opportunity_id)


async def test_the_keys_after_one_that_opens_a_dialog_are_typed_into_it(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1")
        await type_at_once(pilot, "a", *"edge, smith")
        assert [type(screen) for screen in app.screen_stack[1:]] == [QuickAdd]
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.line.text == "edge, smith"


async def test_two_commands_never_open_two_dialogs(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1")
        for first in "aemstI":
            await type_at_once(pilot, first, "e")
            assert len(app.screen_stack) == 2, first
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
                await settle(pilot)
                if type(app.screen).__name__ == "Choose":
                    await pilot.press("d")
                    await settle(pilot)


async def test_a_chain_of_dialogs_is_answered_in_order(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2")
        await type_at_once(pilot, "m", "c", "w")
        assert isinstance(app.screen, BoardScreen)
        assert (opportunity(app, "opp-2").stage, opportunity(app, "opp-2").outcome) == ("closed", "withdrawn")


@pytest.mark.parametrize(("key", "screen"), [("enter", DetailScreen), ("d", DraftScreen)], ids=["detail", "draft"])
async def test_a_place_that_is_on_its_way_gets_the_keys(make_app: MakeApp, key: str, screen: type) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1")
        await type_at_once(pilot, key, "escape", "a", "X")
        assert [type(one) for one in app.screen_stack[1:]] == [QuickAdd]
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.line.text == "X"
        assert screen not in [type(one) for one in app.screen_stack]


async def test_the_focus_is_moved_before_the_next_key_is_typed(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await type_at_once(pilot, "2")
        await type_at_once(
            pilot,
            *("h", *"Well", "tab", "end", "enter", *"her dog", "tab"),
            *(*"a reference", "tab", "tab", *"wed", "ctrl+s"),
        )
        assert not isinstance(app.screen, AfterInterview)
        (told,) = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Interview).values()))
        assert told.notes == "Well"
        assert [(one.text, one.due_on) for one in told.promises] == [
            ("the incident write-up", None),
            ("a reference", "2026-11-25"),
        ]


async def test_a_worker_that_hangs_does_not_keep_the_keys(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup_tui.tui.type_ahead._AT_MOST_SECONDS", 0.01)
    app = make_app(small_book())
    never = asyncio.Event()

    async def hang(_screen: BoardScreen) -> None:
        never_ends = app.screen.run_worker(never.wait())
        assert not never_ends.is_finished

    monkeypatch.setattr(BoardScreen, "action_star", hang)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1")
        for key, character in (("asterisk", "*"), ("2", "2")):
            app.post_message(events.Key(key, character))
        await until(pilot, lambda: app.current_mode == "today")


async def test_a_window_may_end_in_the_midst_of_a_key(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        app.post_message(events.Key("2", "2"))
        await until(pilot, lambda: app.current_mode == "today")
