"""The keys of the record at the cursor: move, close, star, tag, link, address, delete, log."""

from datetime import datetime

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from followup_tui.desk import browser
from followup_tui.desk.clipboard import Clipboard, Outcome
from followup_tui.domain.records import Contact, Opportunity, Record, Reminder, Touchpoint
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.delete import Delete
from followup_tui.tui.dialogs.log import LogTouchpoint
from followup_tui.tui.dialogs.offer import OfferDeadline
from followup_tui.tui.dialogs.stay_in_touch import StayInTouch
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.pick import Pick
from tests.tui.small_book import SINCE, small_book
from tests.tui.windows import MADRID, MakeApp, settle


def get(app: FollowupApp, opportunity_id: str = "opp-1") -> Opportunity:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, opportunity_id))


def person(app: FollowupApp, contact_id: str) -> Contact:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Contact, contact_id))


def reminders(app: FollowupApp) -> list[Reminder]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Reminder).values()))


def touchpoints(app: FollowupApp) -> list[Touchpoint]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint).values()))


def said(app: FollowupApp) -> str:
    """The last notice."""
    return list(app._notifications)[-1].message


async def at_card(pilot: Pilot[str], opportunity_id: str, *keys: str) -> None:
    """Go to a card and press keys one by one, each answered before the next."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, BoardScreen)
    pilot.app.screen.query_one(Board).go_to(opportunity_id)
    await press(pilot, *keys)


async def press(pilot: Pilot[str], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


# Moving


@pytest.mark.parametrize(
    ("letter", "stage"), [("l", "lead"), ("a", "applied"), ("s", "screening")], ids=["lead", "applied", "screening"]
)
async def test_m_and_a_stages_letter_move_the_card(make_app: MakeApp, letter: str, stage: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "m", letter)
        assert get(app).stage == stage


async def test_closing_asks_how_it_ended_and_whom_to_stay_in_touch_with_as_one_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "m", "c")
        assert isinstance(app.screen, Choose)
        await press(pilot, "r")
        assert isinstance(app.screen, StayInTouch)
        await press(pilot, "down", "space", "enter")
        assert (get(app).stage, get(app).outcome) == ("closed", "rejected")
        kept = [person(app, name).keep_in_touch for name in ("con-1", "con-2")]
        assert kept == [False, True]
        await press(pilot, "l", "u")
        assert get(app).stage == "interviewing"
        assert not person(app, "con-2").keep_in_touch


async def test_nobody_is_marked_unless_the_user_does(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "m", "c", "w", "enter")
        assert get(app).outcome == "withdrawn"
        assert not person(app, "con-1").keep_in_touch
        assert not person(app, "con-2").keep_in_touch


@pytest.mark.parametrize("keys", [("escape",), ("r", "escape")], ids=["the ending", "the people"])
async def test_going_back_from_either_question_leaves_it_where_it_is(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "m", "c", *keys)
        assert isinstance(app.screen, BoardScreen)
        assert get(app).stage == "interviewing"


async def test_the_cursor_is_on_the_next_stage_so_that_enter_moves_on(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2", "m", "enter")
        assert get(app, "opp-2").stage == "screening"


async def test_where_there_is_nobody_nobody_is_asked_about(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2", "m", "c", "n")
        assert (get(app, "opp-2").stage, get(app, "opp-2").outcome) == ("closed", "no_response")


async def test_those_who_are_kept_in_touch_with_already_are_not_asked_about(make_app: MakeApp) -> None:
    kept = [
        msgspec.structs.replace(record, keep_in_touch=True) if isinstance(record, Contact) else record
        for record in small_book()
    ]
    app = make_app(kept)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "m", "c", "r")
        assert get(app).outcome == "rejected"


async def test_leaving_the_archive_forgets_how_it_ended(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2", "m", "c", "r", "m", "s")
        assert (get(app, "opp-2").stage, get(app, "opp-2").outcome) == ("screening", None)


async def test_an_offer_asks_for_its_deadline_and_says_when_one_is_reminded(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "L")
        assert isinstance(app.screen, OfferDeadline)
        await press(pilot, *"fri", "space", *"27")
        meaning = app.screen.query_one("MeantField > Static", Static).render()
        assert f"{meaning}" == "Fri 27 Nov 2026; a reminder Thu 26 Nov 2026 09:00"
        await press(pilot, "enter")
        assert (get(app).stage, get(app).decision_by) == ("offer", "2026-11-27")
        assert [one.at for one in reminders(app)] == ["2026-11-26T09:00:00+01:00"]
        await press(pilot, "u")
        assert (get(app).stage, reminders(app)) == ("interviewing", [])


async def test_an_offers_deadline_may_stay_empty(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "L", "enter")
        assert (get(app).stage, get(app).decision_by, reminders(app)) == ("offer", None, [])


@pytest.mark.parametrize("typed", ["soon", "yesterday"])
async def test_a_deadline_that_is_none_is_not_taken(make_app: MakeApp, typed: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "L", *typed, "enter")
        assert isinstance(app.screen, OfferDeadline)
        await press(pilot, "escape")
        assert get(app).stage == "interviewing"


# By one key


async def test_a_star_more_each_time_and_after_three_none(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-3")
        seen = []
        for _ in range(4):
            await press(pilot, "asterisk")
            card = app.screen.query_one(Board).highlighted
            assert card is not None
            seen.append(card.priority)
        assert seen == [1, 2, 3, 0]


async def test_tags_are_changed_in_one_line(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-3", "number_sign", *"remote", "space", *"big", "enter")
        assert get(app, "opp-3").tags == ("remote", "big")
        await press(pilot, "number_sign", "end", "comma", *"far", "enter")
        assert get(app, "opp-3").tags == ("remote", "big", "far")


def linked(url: str | None) -> list[Record]:
    return [
        Opportunity(
            id="opp-1",
            company="Globex",
            role="Cook",
            stage="lead",
            url=url,
            stage_changed_at=SINCE,
            created_at=SINCE,
            updated_at=SINCE,
        )
    ]


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser was given."""
    links: list[str] = []

    def open_page(link: str) -> bool:
        links.append(link)
        return True

    monkeypatch.setattr(browser, "open_page", open_page)
    return links


async def test_a_link_is_opened_in_the_browser(make_app: MakeApp, browsed: list[str]) -> None:
    app = make_app(linked("https://example.com/job"))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "O")
        assert browsed == ["https://example.com/job"]
        assert said(app) == "Opened https://example.com/job"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "example.com"])
async def test_no_other_scheme_is_opened(make_app: MakeApp, browsed: list[str], url: str) -> None:
    app = make_app(linked(url))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "O")
        assert browsed == []
        assert said(app) == f"{url} is not a link to a web page; only http and https are opened."


async def test_the_address_of_whom_it_is_about_is_copied(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(_self: Clipboard, text: str, **_said: str) -> Outcome:
        copied.append(text)
        return Outcome("system", "Copied to the clipboard.")

    monkeypatch.setattr(Clipboard, "copy", copy)
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "y")
        await pilot.app.workers.wait_for_complete()
        assert copied == ["person1@example.com"]


# Deleting


async def test_delete_says_what_goes_along_and_undo_brings_it_back(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "delete")
        assert isinstance(app.screen, Delete)
        text = f"{app.screen.query_one('.dialog--text', Static).render()}"
        assert text == "With it go: 1 interview."
        assert app.screen.query_one(OptionList).highlighted == 0
        await press(pilot, "d")
        assert [card.id for column in app.screen.query_one(Board).columns for card in column.cards] == [
            "opp-3",
            "opp-2",
        ]
        await press(pilot, "u")
        assert get(app).company == "Globex"


@pytest.mark.parametrize("key", ["enter", "n", "escape"])
async def test_nothing_is_deleted_unless_it_is_said(make_app: MakeApp, key: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "delete", key)
        assert get(app).company == "Globex"


# Logging


async def test_the_log_begins_with_what_the_follow_up_would_be(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "t")
        form = app.screen
        assert isinstance(form, LogTouchpoint)
        picked = {name: form.query_one(f"#{name}", Pick).value for name in ("whom", "kind", "direction", "channel")}
        assert picked == {"whom": "con-1", "kind": "thank_you", "direction": "out", "channel": "email"}
        await press(pilot, "ctrl+s")
        (logged,) = touchpoints(app)
        assert (logged.kind, logged.contact_id, logged.interview_id) == ("thank_you", "con-1", "itv-1")
        assert logged.at == "2026-11-21T10:00:00+01:00"


async def test_that_they_wrote_makes_it_a_reply_unless_another_kind_was_chosen(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "t", "tab", "tab", "right")
        kind = app.screen.query_one("#kind", Pick)
        assert kind.value == "reply"
        await press(pilot, "left")
        assert kind.value == "thank_you"
        await press(pilot, "shift+tab", "m", "tab", "right")
        assert kind.value == "met"


async def test_an_answer_may_say_when_they_decide_as_one_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2", "t")
        decision = app.screen.query_one("#decision")
        assert not decision.display
        await press(pilot, "tab", "tab", "right")
        assert decision.display
        decision.query_one(SafeInput).focus()
        await press(pilot, *"fri 27 nov", "ctrl+s")
        assert (get(app, "opp-2").decision_by, len(touchpoints(app))) == ("2026-11-27", 1)
        await press(pilot, "u")
        assert (get(app, "opp-2").decision_by, touchpoints(app)) == (None, [])


async def test_a_meeting_asks_where_and_is_had_in_person(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-3", "t", "tab", *["left", "left"])
        labels = [f"{label.render()}" for label in app.screen.query(".form--label").results(Static)]
        assert "Where" in labels
        assert "Subject" not in labels
        await press(pilot, "tab", "tab", "tab", *"yesterday", "tab", *"PyCon", "ctrl+s")
        (logged,) = touchpoints(app)
        assert (logged.kind, logged.channel, logged.subject) == ("met", "in_person", "PyCon")
        assert logged.at == "2026-11-20T09:00:00+01:00"


async def test_a_channel_that_was_chosen_stays_when_the_kind_changes(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-1", "t", "tab", "tab", "tab", "p", "shift+tab", "shift+tab", "right")
        assert app.screen.query_one("#channel", Pick).value == "phone"


async def test_what_is_logged_too_early_asks_why(make_app: MakeApp) -> None:
    app = make_app(small_book(), now=datetime(2026, 11, 16, 10, 0, tzinfo=MADRID))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-2", "t", "ctrl+s")
        asked = [str(each.render()) for each in app.screen.query(Static)]
        assert "It is not due before Thu 19 Nov 09:00. Why now?" in asked
        await press(pilot, "escape")
        form = app.screen
        assert isinstance(form, LogTouchpoint)
        assert "needs a reason" in f"{form.query_one('#refused', Static).render()}"
        assert touchpoints(app) == []
        await press(pilot, "ctrl+s", *"asked", "enter")
        (logged,) = touchpoints(app)
        assert (logged.kind, logged.early_reason) == ("application_check", "asked")


async def test_a_time_that_is_not_understood_keeps_the_form_open(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await at_card(pilot, "opp-3", "t", *["tab"] * 4, *"tomorrow", "ctrl+s")
        assert isinstance(app.screen, LogTouchpoint)
        assert touchpoints(app) == []
