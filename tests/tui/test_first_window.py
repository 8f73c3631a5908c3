"""The main job end to end, by keys: board, detail, draft, copied, sent, and the board moves on."""

import json
from pathlib import Path

import pytest

from followup_tui.desk.clipboard import Clipboard, Outcome
from followup_tui.domain.records import Draft, Opportunity, Touchpoint
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.fields import SafeTextArea
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle, until


def board_of(app: FollowupApp) -> Board:
    screen = app.screen
    assert isinstance(screen, BoardScreen)
    return screen.query_one(Board)


def stage_of(app: FollowupApp, opportunity_id: str) -> str:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, opportunity_id)).stage


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied, by a clipboard that always works."""
    texts: list[str] = []

    def copy(_self: Clipboard, text: str, **_said: str) -> Outcome:
        texts.append(text)
        return Outcome("system", "Copied to the clipboard.")

    monkeypatch.setattr(Clipboard, "copy", copy)
    return texts


async def test_from_the_board_to_a_message_that_was_sent(make_app: MakeApp, copied: list[str]) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board = board_of(app)
        board.go_to("opp-1")
        card = board.highlighted
        assert card is not None
        assert (card.company, card.urgency) == ("Globex", "open")
        assert "thank Ana" in card.next

        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)

        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, DraftScreen)
        body = app.screen.query_one("#body", SafeTextArea)
        assert "Ana" in body.text
        assert "the on-call rota that rings four times a night" in body.text
        assert "Sam Vega" in body.text

        await pilot.press("ctrl+end", "!", "f5")
        await settle(pilot)
        assert copied == [body.text]

        text = body.text
        await pilot.press("f8")
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)
        sent = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint).values()))
        assert [(one.kind, one.contact_id, one.interview_id, one.body) for one in sent] == [
            ("thank_you", "con-1", "itv-1", text)
        ]

        await pilot.press("escape")
        await settle(pilot)
        card = board_of(app).highlighted
        assert card is not None
        assert "thank Ben" in card.next


async def test_done_is_logged_without_a_draft_and_undo_takes_it_back(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("space")
        await settle(pilot)
        card = board_of(app).highlighted
        assert card is not None
        assert "thank Ben" in card.next
        await pilot.press("u")
        await settle(pilot)
        card = board_of(app).highlighted
        assert card is not None
        assert "thank Ana" in card.next
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert len(app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint)))) == 1


async def test_a_follow_up_is_snoozed_till_a_time_in_words(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("s")
        await settle(pilot)
        await pilot.press(*"fri 9am", "enter")
        await settle(pilot)
        plan = app.services.desk.ask_and_wait(lambda desk: desk.plan())
        snoozed = [follow_up for follow_up in plan if follow_up.snoozed_until is not None]
        assert [(one.key, f"{one.snoozed_until:%d %b %H:%M}") for one in snoozed] == [
            ("thank_you:itv-1:con-1", "27 Nov 09:00")
        ]


async def test_a_skipped_follow_up_is_gone_with_its_reason_kept(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("x")
        await settle(pilot)
        await pilot.press(*"wrote by hand", "enter")
        await settle(pilot)
        desk = app.services.desk
        assert "thank_you:itv-1:con-1" not in [one.key for one in desk.ask_and_wait(lambda desk: desk.plan())]
        decisions = desk.ask_and_wait(lambda desk: list(desk.book.records("decisions").values()))
        assert [getattr(one, "reason", None) for one in decisions] == ["wrote by hand"]


async def test_a_card_is_moved_by_key_and_the_cursor_stays_on_it(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-3")
        await pilot.press("L")
        await settle(pilot)
        assert stage_of(app, "opp-3") == "applied"
        card = board_of(app).highlighted
        assert card is not None
        assert card.id == "opp-3"


async def test_a_change_of_another_process_appears_and_the_cursor_stays(make_app: MakeApp, book_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        other = make_app()
        other.services.desk.ask_and_wait(
            lambda desk: desk.change("Renamed", put=[_renamed(desk.get(Opportunity, "opp-2"))])
        )
        await app._look_for_changes()
        await settle(pilot)
        board = board_of(app)
        names = [card.company for column in board.columns for card in column.cards]
        assert "Initrode" in names
        card = board.highlighted
        assert card is not None
        assert card.id == "opp-1"
    assert book_path.exists()


def _renamed(opportunity: Opportunity) -> Opportunity:
    import msgspec

    return msgspec.structs.replace(opportunity, company="Initrode")


async def test_typing_is_on_the_disk_without_being_asked_to(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("d")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        await pilot.press(*"Hello")
        assert screen.query_one("#body", SafeTextArea).text.endswith("Hello")
        await until(pilot, lambda: not screen.keeper.unsaved)
        drafts = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Draft).values()))
        assert [draft.body for draft in drafts] == [screen.query_one("#body", SafeTextArea).text]


async def test_a_draft_that_was_only_looked_at_leaves_no_trace(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert not app.services.desk.ask_and_wait(lambda desk: list(desk.records(Draft)))


async def test_what_is_typed_when_the_system_ends_the_app_is_saved(make_app: MakeApp, book_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-1")
        await pilot.press("d")
        await settle(pilot)
        await pilot.press(*"last words")
        assert app.save_all() == ""
    app.services.desk.close()
    assert "last words" in json.dumps(json.loads(book_path.read_text())["drafts"])
