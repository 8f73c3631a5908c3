"""Nothing is reported as done or saved that is not, and no word is lost on the way from one letter to the next."""

import signal
import threading
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from followup_tui.desk import drafts, panel
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Draft, Reminder
from followup_tui.store import backups
from followup_tui.store.errors import StoreError
from followup_tui.tui import ending
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.screens.draft import DraftScreen
from tests.tui.small_book import SINCE, small_book
from tests.tui.windows import MakeApp, settle, until

FULL = "The disk is full, so nothing was saved."


def told(app: FollowupApp) -> list[str]:
    return [notice.message for notice in app._notifications]


def full(*_: object, **__: object) -> Draft:
    raise StoreError(FULL)


async def write_to_ana(pilot: Pilot[str]) -> DraftScreen:
    await settle(pilot)
    await pilot.press("2")
    await settle(pilot)
    await pilot.press("d")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, DraftScreen)
    return screen


async def test_what_could_not_be_stored_is_not_done(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app([Reminder(id="rem-1", title="Call the bank", at="2026-11-20T09:00:00+01:00", created_at=SINCE)])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        monkeypatch.setattr(Desk, "change", full)
        await pilot.press("space")
        await settle(pilot)
        assert told(app) == [FULL]


async def test_the_last_sentence_claims_nothing_that_is_not_so(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("followup_tui.tui.screens.draft.SAVE_AFTER_SECONDS", 600)  # not by itself meanwhile
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await write_to_ana(pilot)
        await pilot.press("x")
        with monkeypatch.context() as patched:
            patched.setattr(drafts, "save", full)
            patched.setattr(threading.Timer, "start", lambda _timer: None)
            said = ending.save_and_end(signal.SIGTERM, app._keepers)
        assert said == "followup ended (SIGTERM)."
        with monkeypatch.context() as patched:
            patched.setattr(drafts, "save", full)
            assert FULL in app.save_all()
        assert app.save_all() == ""


def test_one_letter_that_cannot_be_saved_keeps_none_of_the_others_from_being_saved() -> None:
    class Keeper:
        def __init__(self, save: Callable[[], None]) -> None:
            self.save_now = save

    def fail() -> None:
        raise FollowupError(FULL)

    saved: list[str] = []
    keepers = [Keeper(fail), Keeper(lambda: saved.append("the second")), Keeper(fail)]
    assert ending.save_all(keepers) == f"The last words of a draft could not be saved: {FULL}"  # type: ignore[arg-type]  # all that is asked of one
    assert saved == ["the second"]


async def test_what_the_book_says_of_its_files_later_is_told_in_the_window(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        monkeypatch.setattr(backups, "back_up", no_room)
        await pilot.press("asterisk")
        await settle(pilot)
        for _ in range(2):  # and each only once
            await app._look_for_changes()
        assert len([said for said in told(app) if "No backup could be made" in said]) == 1


async def test_what_is_typed_while_the_next_letter_is_looked_for_is_kept(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(small_book())
    may_go_on, real = threading.Event(), panel.open_next

    def late(*arguments: object) -> object:
        assert may_go_on.wait(60)
        return real(*arguments)  # type: ignore[arg-type]  # as they came

    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        screen = await write_to_ana(pilot)
        first = screen.draft
        monkeypatch.setattr(panel, "open_next", late)
        screen.action_turn(1)
        await until(pilot, lambda: not screen.keeper.unsaved)
        screen.body.insert("Last words.", screen.body.document.end)
        await until(pilot, lambda: screen.keeper.draft.body.endswith("Last words."))
        may_go_on.set()
        await settle(pilot)
        assert screen.draft.id != first.id
        kept = await app.services.desk.ask(lambda desk: desk.get(Draft, first.id))
        assert kept.body.endswith("Last words.")
        assert "Last words." not in screen.body.text
