"""The board as a place: by stage and by urgency, in an order, narrowed as one types, and where there is nothing yet."""

from typing import Any

import pytest
from textual.content import Content
from textual.message import Message
from textual.pilot import Pilot

from followup_tui.domain.records import Opportunity, Record, Reminder
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.screens.board import BoardScreen, DemoWanted
from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.greeting import Greeting
from followup_tui.tui.widgets.narrow import NarrowField
from followup_tui.tui.widgets.view_line import ViewLine
from tests.tui.small_book import SINCE, contact, small_book
from tests.tui.windows import MakeApp, settle


def opportunity(number: int, company: str, **fields: Any) -> Opportunity:
    fields = {"role": "Cook", "stage": "lead", "stage_changed_at": SINCE, "updated_at": SINCE, **fields}
    return Opportunity(id=f"opp-{number}", company=company, created_at=SINCE, **fields)


def reminder(number: int, opportunity_id: str, at: str) -> Reminder:
    return Reminder(id=f"rem-{number}", title="call", at=at, opportunity_id=opportunity_id, created_at=SINCE)


# On Sat 21 Nov 10:00 one card of each urgency, one with nothing planned, and one at rest in the archive.
BOOK: list[Record] = [
    opportunity(1, "Overdue Ltd", priority=1),
    reminder(1, "opp-1", "2026-11-19T09:00:00+01:00"),
    opportunity(2, "Due Ltd", tags=("remote",)),
    reminder(2, "opp-2", "2026-11-21T09:00:00+01:00"),
    opportunity(3, "Open Ltd", stage="offer", contact_ids=("con-1",), stage_changed_at="2026-11-21T09:00:00+01:00"),
    contact("Ana Ruiz", 1),
    reminder(3, "opp-4", "2026-11-23T09:00:00+01:00"),
    opportunity(4, "Soon Ltd", priority=3, stage="applied"),
    reminder(4, "opp-5", "2026-12-23T09:00:00+01:00"),
    opportunity(5, "Later Ltd", stage="screening", updated_at="2026-11-20T09:00:00+01:00"),
    opportunity(6, "Nothing Ltd"),
    opportunity(7, "Closed Ltd", stage="closed", outcome="rejected"),
]


def board_of(app: FollowupApp) -> Board:
    assert isinstance(app.screen, BoardScreen)
    return app.screen.query_one(Board)


def shown_columns(app: FollowupApp) -> dict[str, list[str]]:
    """The companies in each column, as they stand."""
    return {column.title: [card.company for card in column.cards] for column in board_of(app).columns}


def companies(app: FollowupApp) -> list[str]:
    return [name for names in shown_columns(app).values() for name in names]


def view_line(app: FollowupApp) -> str:
    return app.screen.query_one(ViewLine).render().plain


def said(app: FollowupApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def type_text(pilot: Pilot[str], text: str) -> None:
    names = {":": "colon", "<": "less_than_sign", " ": "space"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await settle(pilot)


async def narrow(pilot: Pilot[str], text: str) -> None:
    await pilot.press("slash")
    await settle(pilot)
    await type_text(pilot, text)


# By urgency


async def test_v_turns_the_same_cards_into_columns_by_urgency_and_back(make_app: MakeApp) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        by_stage = shown_columns(app)
        await pilot.press("v")
        assert shown_columns(app) == {
            "Overdue": ["Overdue Ltd"],
            "Due": ["Due Ltd"],
            "Open": ["Open Ltd"],
            "Upcoming": ["Soon Ltd"],
            "Later": ["Later Ltd"],
            "Nothing planned": ["Nothing Ltd"],
            "Closed": ["Closed Ltd"],
        }
        assert "by urgency" in view_line(app)
        await pilot.press("v")
        assert shown_columns(app) == by_stage


async def test_the_cursor_stays_on_its_card_when_the_columns_change(make_app: MakeApp) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-4")
        await pilot.press("v")
        card = board_of(app).highlighted
        assert card is not None
        assert (card.id, card.role) == ("opp-4", "Applied · Cook")


async def test_a_move_of_the_cursor_leaves_the_footer_as_it_is_where_the_keys_stay_the_same(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        painted: list[KeyBar] = []
        render = KeyBar.render

        def watched(bar: KeyBar) -> Content:
            painted.append(bar)
            return render(bar)

        monkeypatch.setattr(KeyBar, "render", watched)
        await pilot.press("j")
        await settle(pilot)
        card = board_of(app).highlighted
        assert card is not None
        assert card.company == "Due Ltd"
        assert painted == []
        await pilot.press("j")
        await settle(pilot)
        assert painted != []  # with nothing planned, there is nothing to put off


async def test_by_urgency_no_card_is_moved_and_that_is_said(make_app: MakeApp) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        board_of(app).go_to("opp-6")
        await pilot.press("v", "H")
        await settle(pilot)
        assert app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, "opp-6")).stage == "lead"
        assert said(app) == ["Urgency follows from what was done, so cards are not moved here. m moves one to a stage."]


# Orders


async def test_o_goes_through_the_orders_and_says_which_it_is(make_app: MakeApp) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        seen = []
        for _ in range(4):
            seen.append((view_line(app).split(" · ")[1].strip(), shown_columns(app)["Lead"]))
            await pilot.press("o")
            await settle(pilot)
        assert seen == [
            ("most urgent first", ["Overdue Ltd", "Due Ltd", "Nothing Ltd"]),
            ("by company", ["Due Ltd", "Nothing Ltd", "Overdue Ltd"]),
            ("last changed first", ["Overdue Ltd", "Due Ltd", "Nothing Ltd"]),
            ("most stars first", ["Overdue Ltd", "Due Ltd", "Nothing Ltd"]),
        ]
        assert "most urgent first" in view_line(app)


# Narrowing


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("due", ["Overdue Ltd", "Due Ltd"]),
        ("is:overdue", ["Overdue Ltd"]),
        ("tag:remote", ["Due Ltd"]),
        ("who:ana", ["Open Ltd"]),
        ("stage:applied", ["Soon Ltd"]),
        ("due:<3d", ["Overdue Ltd", "Due Ltd", "Soon Ltd", "Open Ltd"]),
        ("priority:3", ["Soon Ltd"]),
        ("is:quiet", ["Soon Ltd", "Later Ltd", "Nothing Ltd"]),
    ],
)
async def test_cards_are_narrowed_while_one_types(make_app: MakeApp, typed: str, left: list[str]) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, typed)
        assert sorted(companies(app)) == sorted(left)


async def test_each_letter_answers(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, "s")
        assert companies(app) == ["Stark", "Globex"]
        await type_text(pilot, "t")
        assert companies(app) == ["Stark", "Globex"]
        await type_text(pilot, "ar")
        assert companies(app) == ["Stark"]
        await pilot.press("backspace", "backspace")
        assert companies(app) == ["Stark", "Globex"]
        assert "2 of 3 cards" in view_line(app)


async def test_enter_keeps_what_was_typed_in_sight_and_goes_back_to_the_board(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, "stark")
        await pilot.press("enter")
        await settle(pilot)
        assert app.focused is board_of(app)
        assert companies(app) == ["Stark"]
        assert view_line(app).startswith("/ stark  1 of 3 cards")
        await pilot.press("L")
        await settle(pilot)
        assert shown_columns(app)["Applied"] == ["Stark"]

        await pilot.press("slash")
        await settle(pilot)
        assert app.screen.query_one(NarrowField).value == "stark"
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert len(companies(app)) == 3
        assert "/" not in view_line(app)


async def test_escape_while_typing_shows_all_again(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, "stark")
        await pilot.press("escape")
        await settle(pilot)
        assert len(companies(app)) == 3
        assert app.focused is board_of(app)


async def test_a_term_that_is_not_understood_is_said_and_narrows_nothing(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, "is:x")
        assert len(companies(app)) == 3
        assert "is:x is not known. It may be overdue" in view_line(app)


async def test_the_archive_unfolds_when_only_it_has_what_fits(make_app: MakeApp) -> None:
    app = make_app(BOOK)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        assert board_of(app).columns[-1].folded
        await narrow(pilot, "closed")
        assert companies(app) == ["Closed Ltd"]
        assert not board_of(app).columns[-1].folded
        hints = {column.hint for column in board_of(app).columns if not column.cards}
        assert hints == {"Nothing here fits."}


async def test_a_change_of_the_book_is_narrowed_too(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await narrow(pilot, "stark")
        new = opportunity(9, "Stark Foods")
        app.services.desk.ask_and_wait(lambda desk: desk.change("Added", put=[new]))
        await settle(pilot)
        assert companies(app) == ["Stark", "Stark Foods"]


# Nothing yet


async def test_an_empty_book_greets_with_the_ways_in_until_there_is_something(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        greeting = app.screen.query_one(Greeting)
        assert greeting.display
        assert not board_of(app).display
        first = opportunity(1, "Globex")
        app.services.desk.ask_and_wait(lambda desk: desk.change("Added", put=[first]))
        await settle(pilot)
        assert not app.screen.query(Greeting)
        assert board_of(app).display
        assert app.focused is board_of(app)


async def test_the_demo_is_offered_to_an_empty_book_only(make_app: MakeApp) -> None:
    app = make_app()
    wanted: set[Message] = set()

    def note(message: Message) -> None:
        if isinstance(message, DemoWanted):
            wanted.add(message)

    async with app.run_test(size=(80, 24), notifications=True, message_hook=note) as pilot:
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert len(wanted) == 1
        app.services.desk.ask_and_wait(lambda desk: desk.change("Added", put=[opportunity(1, "Globex")]))
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert len(wanted) == 1


async def test_empty_columns_invite(make_app: MakeApp) -> None:
    app = make_app([opportunity(1, "Globex")])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        hints = {column.title: column.hint for column in board_of(app).columns if not column.cards}
        assert hints["Applied"] == "L brings a card here once you have applied."
        assert all(hints.values())
