"""The Today screen: interviews on top, the triage queue below, and beside it what one should know."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from followup_tui.desk import browser
from followup_tui.domain.records import (
    Contact,
    Decision,
    Interview,
    Material,
    Opportunity,
    Record,
    Reminder,
    Touchpoint,
)
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.after_interview import AfterInterview, PromiseRow
from followup_tui.tui.dialogs.moved import Moved
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.screens.today import TodayScreen
from followup_tui.tui.widgets.bars import PlaceBar
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.text_pane import TextPane
from followup_tui.tui.widgets.when_field import WhenField
from tests.tui.small_book import contact, small_book
from tests.tui.windows import NOW, MakeApp, settle

SINCE = "2026-11-02T09:00:00+01:00"
SIZE = (120, 36)
THANK_ANA, THANK_BEN = "thank_you:itv-1:con-1", "thank_you:itv-1:con-2"


def day_book() -> list[Record]:
    """The small book, its interview talked about; another one is ahead, with somebody in New York."""
    told = [msgspec.structs.replace(one, status="done") if isinstance(one, Interview) else one for one in small_book()]
    return [*told, *ahead()]


def ahead() -> list[Record]:
    """An interview on Tue 24 Nov with somebody in New York."""
    mia = msgspec.structs.replace(contact("Mia Chen", 3, "Umbrella"), timezone="America/New_York")
    umbrella = Opportunity(
        id="opp-4",
        company="Umbrella",
        role="Chemist",
        stage="interviewing",
        contact_ids=("con-3",),
        stage_changed_at=SINCE,
        created_at=SINCE,
        updated_at=SINCE,
    )
    return [mia, umbrella, an_interview("itv-2", "2026-11-24T15:00:00+01:00", "opp-4", ("con-3",))]


def an_interview(
    record_id: str, starts_at: str, opportunity_id: str, people: tuple[str, ...], **fields: Any
) -> Interview:
    return Interview(
        id=record_id,
        opportunity_id=opportunity_id,
        starts_at=starts_at,
        contact_ids=people,
        created_at=SINCE,
        updated_at=SINCE,
        **fields,
    )


async def open_today(pilot: Pilot[str]) -> TodayScreen:
    await settle(pilot)
    await pilot.press("2")
    await settle(pilot)
    return today_of(pilot.app)


def today_of(app: App[Any]) -> TodayScreen:
    screen = app.screen
    assert isinstance(screen, TodayScreen)
    return screen


def today_of_or_none(app: App[Any]) -> TodayScreen | None:
    return app.screen if isinstance(app.screen, TodayScreen) else None


def keys_of(screen: TodayScreen) -> list[str]:
    return [row.key for row in screen.tasks.rows]


def context_of(screen: TodayScreen) -> str:
    return screen.query_one("#context", TextPane).text.plain


def records(app: FollowupApp, kind: type[Any]) -> list[Any]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(kind).values()))


def plan_keys(app: FollowupApp) -> list[str]:
    return app.services.desk.ask_and_wait(lambda desk: [one.key for one in desk.plan()])


def change(app: FollowupApp, *put: Record) -> None:
    """What another window or a command would do."""
    app.services.desk.ask_and_wait(lambda desk: desk.change("From elsewhere", put=put))


# The queue


async def test_the_header_counts_beside_today_what_is_overdue_and_due(make_app: MakeApp) -> None:
    app = make_app(day_book(), now=NOW + timedelta(hours=7))
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        screen = await open_today(pilot)
        assert "2 Today ●2" in str(screen.query_one(PlaceBar).render())


async def test_the_queue_is_the_plan_and_what_is_later_is_folded(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        planned = [
            one.key
            for one in app.services.desk.ask_and_wait(lambda desk: desk.plan())
            if one.urgency in ("overdue", "due", "open", "upcoming")
        ]
        assert keys_of(screen) == [*planned, "fold"]
        assert screen.tasks.rows[-1].what == "2 later"
        first = screen.tasks.rows[0]
        assert (first.what, first.where, first.when) == (
            "thank Ana",
            "Globex · Ana Ruiz",
            "open till today 16:00",
        )


async def test_the_fold_is_opened_and_closed_by_enter(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        count = len(screen.tasks.rows)
        await pilot.press("G", "enter")
        await settle(pilot)
        assert len(screen.tasks.rows) == count + 2
        assert "check in · Globex · Ana Ruiz" in context_of(screen)
        assert screen.tasks.highlighted is not None
        assert screen.tasks.highlighted.key == "fold"
        await pilot.press("enter")
        await settle(pilot)
        assert len(screen.tasks.rows) == count


async def test_what_is_held_is_counted_apart(make_app: MakeApp) -> None:
    sent = [
        Touchpoint(
            id=f"t{day}",
            at=f"2026-11-{day}T09:00:00+01:00",
            direction="out",
            channel="email",
            kind="other",
            contact_id="con-1",
            opportunity_id="opp-1",
            created_at=SINCE,
        )
        for day in ("10", "11", "12")
    ]
    app = make_app([*day_book(), *sent])
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert "held" in screen.tasks.rows[-1].what


async def test_the_context_gives_reason_and_rule_the_person_and_what_to_say(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        text = context_of(screen)
        assert "Interview with Ana Ruiz on Fri 20 Nov; no thank-you yet" in text
        assert "R1" in text
        assert "person1@example.com" in text
        assert "Not a good hour to write: better Mon 07:00–19:00." in text
        assert "the on-call rota that rings four times a night" in text
        assert "the incident write-up" in text


async def test_the_context_follows_the_cursor(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert "Interview with Ben Cho" in context_of(screen)


async def test_done_selects_the_next_and_undo_brings_it_back(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("space")
        await settle(pilot)
        assert screen.tasks.highlighted is not None
        assert screen.tasks.highlighted.key == THANK_BEN
        assert screen.tasks.cursor == 0
        assert [one.kind for one in records(app, Touchpoint)] == ["thank_you"]
        await pilot.press("u")
        await settle(pilot)
        assert keys_of(screen)[:2] == [THANK_ANA, THANK_BEN]
        assert screen.tasks.highlighted.key == THANK_BEN


async def test_skipped_in_the_middle_the_next_one_is_selected(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        following = keys_of(screen)[2]
        await pilot.press("j", "x")
        await settle(pilot)
        await pilot.press(*"no", "enter")
        await settle(pilot)
        assert THANK_BEN not in keys_of(screen)
        assert screen.tasks.highlighted is not None
        assert screen.tasks.highlighted.key == following
        assert [one.reason for one in records(app, Decision)] == ["no"]


async def test_a_snoozed_one_is_put_off(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        row = next(row for row in screen.tasks.rows if row.key == THANK_ANA)
        assert row.when.startswith("snoozed till Sun")
        assert screen.tasks.cursor == 0, "the cursor goes on to the one that took its place"


async def test_a_time_typed_fast_is_taken_whole(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("s")
        await settle(pilot)
        for character in "wed 9am":
            app.post_message(events.Key("space" if character == " " else character, character))
        await settle(pilot)
        assert app.screen.query_one(WhenField).text == "wed 9am"


async def test_enter_opens_the_opportunity_and_d_the_editor(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, DraftScreen)
        assert "Ana" in app.screen.query_one("#body", SafeTextArea).text


async def test_enter_on_a_follow_up_of_a_contact_alone_opens_the_contact(make_app: MakeApp) -> None:
    friend = msgspec.structs.replace(contact("Rosa", 9), keep_in_touch=True, keep_in_touch_days=5)
    app = make_app([friend])
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)


async def test_enter_on_a_reminder_of_nothing_says_why_it_is_there(make_app: MakeApp) -> None:
    app = make_app([Reminder(id="rem", title="Renew it", at="2026-11-21T09:00:00+01:00", created_at=SINCE)])
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert screen.tasks.rows[0].what == "Renew it"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Reading)


async def test_why_says_the_rule_the_guide_the_facts_and_the_dates(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("w")
        await settle(pilot)
        dialog = app.screen
        assert isinstance(dialog, Reading)
        text = str(dialog._text)
        for piece in (
            "R1  Write within 24–48 hours, to each interviewer separately.",
            "from G0",
            "from G4",
            "interview ends",
            "Fri 20 Nov 2026 16:00",
            "lapses",
        ):
            assert piece in text


async def test_a_click_on_the_selected_line_opens_it(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.click("#tasks", offset=(10, 1))
        await settle(pilot)
        assert screen.tasks.cursor == 1
        await pilot.click("#tasks", offset=(10, 1))
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)


# Live


async def test_a_change_from_elsewhere_is_shown_and_the_cursor_stays_on_its_follow_up(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("j")
        change(app, Reminder(id="rem", title="Older", at="2026-11-10T09:00:00+01:00", created_at=SINCE))
        await settle(pilot)
        assert keys_of(screen)[0] == "reminder:rem"
        assert screen.tasks.highlighted is not None
        assert screen.tasks.highlighted.key == THANK_BEN


async def test_what_happens_on_the_board_is_there_when_one_comes_back(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert today_of_or_none(app) is None
        change(app, Reminder(id="rem", title="Older", at="2026-11-10T09:00:00+01:00", created_at=SINCE))
        await pilot.press("2")
        await settle(pilot)
        assert today_of_or_none(app) is screen
        assert keys_of(screen)[0] == "reminder:rem"


async def test_words_and_urgencies_follow_the_time(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert screen.tasks.rows[0].urgency == "open"
        app.services.clock._start = NOW + timedelta(hours=7)
        await screen.show_anew()
        await settle(pilot)
        assert (screen.tasks.rows[0].urgency, screen.tasks.rows[0].when) == ("due", "due, till Sun 16:00")


# Interviews


async def test_the_next_interview_stands_on_top_with_its_time_here_and_there(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        (row,) = screen.appointments.rows
        assert (row.what, row.where) == ("Umbrella, Chemist", "Mia Chen")
        assert row.when == "Tue 24 Nov 15:00 · 09:00 New York · in 3 d"


async def test_up_from_the_queue_goes_to_the_interviews_and_down_comes_back(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("k")
        await settle(pilot)
        assert screen.appointments.has_focus
        assert "Umbrella, Chemist" in context_of(screen)
        await pilot.press("j")
        await settle(pilot)
        assert screen.tasks.has_focus
        assert "Ana Ruiz" in context_of(screen)


async def test_an_interview_is_moved_to_a_time_in_words(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("k", "m")
        await settle(pilot)
        assert isinstance(app.screen, Moved)
        await pilot.press(*"nonsense", "enter")
        assert isinstance(app.screen, Moved)
        await pilot.press("ctrl+u", *"thu 11am", "enter")
        await settle(pilot)
        assert screen.appointments.rows[0].when.startswith("Thu 26 Nov 11:00")
        await pilot.press("u")
        await settle(pilot)
        assert screen.appointments.rows[0].when.startswith("Tue 24 Nov 15:00")


async def test_an_interview_is_cancelled_by_one_key(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("k", "c")
        await settle(pilot)
        assert screen.appointments.rows == ()
        assert not screen.query_one("#appointments-part").display
        assert screen.tasks.has_focus
        assert [one.status for one in records(app, Interview) if one.id == "itv-2"] == ["cancelled"]


async def test_the_keys_of_interviews_are_not_those_of_follow_ups(make_app: MakeApp) -> None:
    app = make_app(day_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)

        def available() -> set[str]:
            names = ("move", "cancel", "after", "done", "snooze", "skip", "why")
            return {name for name in names if screen.check_action(name, ())}

        assert available() == {"done", "snooze", "skip", "why"}
        await pilot.press("k")
        await settle(pilot)
        assert available() == {"move", "cancel"}


async def test_an_interview_that_ended_asks_and_everything_is_stored_as_one_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        (row,) = screen.appointments.rows
        assert row.when == "ended yesterday 16:00: how did it go? h"
        await pilot.press("h")
        await settle(pilot)
        dialog = app.screen
        assert isinstance(dialog, AfterInterview)
        await pilot.press(*"It went well", "tab")
        await pilot.press("enter", *"her dog", "tab")
        await pilot.press(*"a reference", "tab", "tab", *"wed")
        await settle(pilot)
        assert len(dialog.query(PromiseRow)) == 2
        # Past the free row, which asks for no more as long as it is empty.
        await pilot.press("tab", "tab", *"fri 27 nov", "ctrl+s")
        await settle(pilot)
        assert app.screen is screen
        (told,) = records(app, Interview)
        assert (told.status, told.notes) == ("done", "It went well")
        assert told.talking_points == ("the on-call rota that rings four times a night", "her dog")
        assert [(one.text, one.contact_id, one.due_on) for one in told.promises] == [
            ("the incident write-up", "con-1", None),
            ("a reference", "con-1", "2026-11-25"),
        ]
        assert screen.appointments.rows == ()
        decided = {one.id: one.decision_by for one in records(app, Opportunity)}
        assert decided["opp-1"] == "2026-11-27"
        await pilot.press("u")
        await settle(pilot)
        assert [one.status for one in records(app, Interview)] == ["scheduled"]
        assert {one.decision_by for one in records(app, Opportunity)} == {None}


async def test_not_now_leaves_the_card_and_what_was_typed(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("k", "enter")
        await settle(pilot)
        await pilot.press(*"It went", "escape")
        await settle(pilot)
        assert app.screen is screen
        assert len(screen.appointments.rows) == 1
        assert [one.notes for one in records(app, Interview)] == [""]
        await pilot.press("h")
        await settle(pilot)
        assert app.screen.query_one("#notes", SafeTextArea).text == "It went"


async def test_a_date_that_is_not_understood_is_not_stored(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("h")
        await settle(pilot)
        field = app.screen.query_one("#decision").query_one(SafeInput)
        field.focus()
        await pilot.press(*"someday", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, AfterInterview)
        assert field.has_focus


async def test_that_it_did_not_take_place_can_be_said_there(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("h")
        await settle(pilot)
        app.screen.query_one("#place").focus()
        await pilot.press("space", "ctrl+s")
        await settle(pilot)
        assert [one.status for one in records(app, Interview)] == ["cancelled"]
        assert THANK_ANA not in keys_of(screen)


# Ways other than a letter


def friend_book() -> list[Record]:
    rosa = Contact(
        id="con-9",
        name="Rosa Silva",
        keep_in_touch=True,
        keep_in_touch_days=5,
        phone="+34 600 000 000",
        linkedin="https://www.linkedin.com/in/rosa",
        created_at=SINCE,
        updated_at=SINCE,
    )
    return [rosa, Material(id="mat", kind="article", title="Error budgets", text="What we learned.", created_at=SINCE)]


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that would have been opened in a browser."""
    opened: list[str] = []

    def open_page(page: str) -> bool:
        opened.append(page)
        return True

    monkeypatch.setattr(browser, "open_page", open_page)
    return opened


async def test_enter_after_d_still_writes(make_app: MakeApp) -> None:
    app = make_app(friend_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DraftScreen)


@pytest.mark.parametrize(
    ("keys", "logged", "opened"),
    [
        (["c"], ("keep_in_touch", "phone", ()), []),
        (["p"], ("keep_in_touch", "social", ()), ["https://www.linkedin.com/in/rosa"]),
        (["l"], ("connect", "linkedin", ()), ["https://www.linkedin.com/in/rosa"]),
        (["m", "1"], ("keep_in_touch", "email", ("mat",)), []),
        (["e"], ("met", "in_person", ()), []),
    ],
)
async def test_another_way_is_logged_in_one_more_key(
    make_app: MakeApp, pages: list[str], keys: Sequence[str], logged: tuple[Any, ...], opened: list[str]
) -> None:
    app = make_app(friend_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        for key in ("d", *keys, "enter"):
            await pilot.press(key)
            await settle(pilot)
        (touched,) = records(app, Touchpoint)
        assert (touched.kind, touched.channel, touched.material_ids) == logged
        assert pages == opened
        assert not [key for key in plan_keys(app) if key.startswith("keep_in_touch") and key.endswith("11-02")]
        await pilot.press("u")
        await settle(pilot)
        assert records(app, Touchpoint) == []


async def test_escape_logs_nothing(make_app: MakeApp) -> None:
    app = make_app(friend_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        for key in ("d", "c", "escape", "d", "escape"):
            await pilot.press(key)
            await settle(pilot)
        assert app.screen is screen
        assert records(app, Touchpoint) == []


async def test_a_call_before_its_time_asks_for_a_reason(make_app: MakeApp) -> None:
    sent = Touchpoint(
        id="t1",
        at="2026-11-20T09:00:00+01:00",
        direction="out",
        channel="email",
        kind="other",
        contact_id="con-9",
        created_at=SINCE,
    )
    app = make_app([*friend_book(), sent])
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert screen.tasks.rows[0].key == "fold"
        for key in ("enter", "j", "d", "c", "enter"):
            await pilot.press(key)
            await settle(pilot)
        await pilot.press(*"she asked", "enter")
        await settle(pilot)
        assert [one.early_reason for one in records(app, Touchpoint)] == [None, "she asked"]


# Cleared


async def test_cleared_it_says_what_comes_next_and_when(make_app: MakeApp) -> None:
    app = make_app(ahead())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        clear = screen.query_one("#clear")
        assert clear.display
        text = str(clear.render())
        assert "All clear" in text
        assert "Interview: Umbrella, Tue 24 Nov 15:00 (in 3 d)" in text
        assert "Then: thank Mia · Umbrella, Tue 24 Nov 16:00 (in 3 d)" in text


async def test_what_went_out_today_is_told_when_all_is_done(make_app: MakeApp) -> None:
    app = make_app([Reminder(id="rem", title="Call home", at="2026-11-21T09:00:00+01:00", created_at=SINCE), *ahead()])
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert not screen.query_one("#clear").display
        await pilot.press("space")
        await settle(pilot)
        assert screen.query_one("#clear").display
        sent = Touchpoint(
            id="t1",
            at="2026-11-21T09:00:00+01:00",
            direction="out",
            channel="email",
            kind="other",
            contact_id="con-3",
            created_at=SINCE,
        )
        change(app, sent)
        await settle(pilot)
        assert "Well done: one message went out today." in str(screen.query_one("#clear").render())


async def test_an_empty_book_says_what_will_be_here(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert "shows up here when its time comes" in str(screen.query_one("#clear").render())
        for key in ("enter", "d", "space", "s", "x", "w", "h", "m", "c", "j", "k", "pagedown", "end"):
            await pilot.press(key)
            await settle(pilot)
        assert app.screen is screen


# Sizes and odd books


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (200, 60), (40, 10)])
async def test_it_works_at_any_size(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app([*small_book(), *ahead()])
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await open_today(pilot)
        await pilot.press("j", "j", "k")
        await settle(pilot)
        assert screen.tasks.cursor == 1
        if size[1] >= 20:
            tasks, pane = screen.tasks.region, screen.query_one("#context", TextPane).region
            assert tasks.height >= 3
            assert pane.height >= 4
            assert pane.right <= size[0]


async def test_references_that_point_nowhere_crash_nothing(make_app: MakeApp) -> None:
    lost = [
        an_interview("itv-8", "2026-11-20T15:00:00+01:00", "gone", ("nobody",)),
        an_interview("itv-9", "2026-11-25T15:00:00+01:00", "gone", ()),
        Reminder(
            id="rem",
            title="Ask",
            at="2026-11-21T09:00:00+01:00",
            opportunity_id="gone",
            contact_id="nobody",
            created_at=SINCE,
        ),
    ]
    app = make_app(lost)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await open_today(pilot)
        assert [row.what for row in screen.appointments.rows] == ["unknown opportunity", "unknown opportunity"]
        for _ in screen.tasks.rows:
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
            await pilot.press("j")
        await pilot.press("home", "k", "h")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.screen is screen


async def test_control_characters_and_markup_of_a_book_have_no_power_here(make_app: MakeApp) -> None:
    bad = "[bold]x[/] \x1b]0;pwned\x07 [@click=app.quit]y"
    book = [
        msgspec.structs.replace(one, name=bad)
        if isinstance(one, Contact)
        else msgspec.structs.replace(one, company=bad)
        if isinstance(one, Opportunity)
        else msgspec.structs.replace(one, notes=bad, talking_points=(bad,))
        if isinstance(one, Interview)
        else one
        for one in small_book()
    ]
    app = make_app(book)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_today(pilot)
        for key in ("j", "w", "escape", "h", "escape", "k", "k", "d", "escape"):
            await pilot.press(key)
            await settle(pilot)
            assert "\x1b]0;" not in pilot.app.export_screenshot()
        assert "[bold]x[/]" in context_of(today_of(app))
