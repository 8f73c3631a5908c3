"""What is written down by keys, and changed where it stands: reminders, what is worth sending, what was logged."""

from datetime import datetime

from textual.widgets import Static

from followup_tui.domain.records import Interview, Material, Reminder, Touchpoint
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.delete import Delete
from followup_tui.tui.dialogs.interview_form import InterviewForm
from followup_tui.tui.dialogs.log import LogTouchpoint
from followup_tui.tui.dialogs.materials import Materials
from followup_tui.tui.dialogs.reminder_form import ReminderForm
from followup_tui.tui.screens.detail_panes import DetailTimeline
from followup_tui.tui.widgets.fields import SafeTextArea
from followup_tui.tui.widgets.pick import Pick
from followup_tui.tui.widgets.ticks import Ticks
from tests.tui.small_book import small_book
from tests.tui.test_detail import detail_of, open_detail, press, rich_book
from tests.tui.windows import MADRID, MakeApp, settle


def reminders(app: FollowupApp) -> list[Reminder]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Reminder).values()))


def materials(app: FollowupApp) -> list[Material]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Material).values()))


def touchpoints(app: FollowupApp) -> list[Touchpoint]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint).values()))


async def test_a_reminder_is_written_on_the_board_and_changed_and_deleted_on_today(make_app: MakeApp) -> None:
    app = make_app(small_book(), now=datetime(2026, 11, 23, 18, 0, tzinfo=MADRID))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("R", *"call", "tab", *"tue", "ctrl+s")
        await settle(pilot)
        assert [(one.title, one.at, one.opportunity_id) for one in reminders(app)] == [
            ("call", "2026-11-24T09:00:00+01:00", "opp-3")
        ]
        await press(pilot, "2")
        while app.screen.target().follow_up.rule != "R12":  # type: ignore[attr-defined]  # it is Today's
            await press(pilot, "down")
        await press(pilot, "e")
        assert isinstance(app.screen, ReminderForm)
        assert app.screen.query_one("#about", Pick).value == "0"
        await press(pilot, "X", "ctrl+s")
        assert [one.title for one in reminders(app)] == ["X"]
        await press(pilot, "delete")
        assert isinstance(app.screen, Delete)
        await press(pilot, "d")
        assert reminders(app) == []


async def test_what_is_worth_sending_is_added_edited_and_says_who_has_had_it(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "W")
        assert isinstance(app.screen, Materials)
        assert "Sent to Ben Cho 1 d ago." in str(app.screen.query_one("#details", Static).render())
        await press(pilot, "n", "b", "ctrl+s")
        assert sorted(one.title for one in materials(app)) == ["On rotas", "b"]
        assert str(app.screen.query_one("#details", Static).render()) == "Nobody has had it yet."
        await press(pilot, "e")
        await press(pilot, "c", "ctrl+s")
        assert sorted(one.title for one in materials(app)) == ["On rotas", "c"]
        await press(pilot, "delete", "d")
        assert [one.title for one in materials(app)] == ["On rotas"]


async def test_what_was_logged_is_changed_where_it_stands_in_the_timeline(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, contact_id="con-2")
        await press(pilot, "shift+tab")
        timeline = detail_of(app).query_one(DetailTimeline)
        assert timeline.has_focus
        while timeline.moment is None or timeline.moment.sort != "out":
            await press(pilot, "down")
        before = touchpoints(app)[0]
        await press(pilot, "e")
        form = app.screen
        assert isinstance(form, LogTouchpoint)
        assert form.query_one("#body", SafeTextArea).text == before.body
        assert form.query_one("#materials", Ticks).ticked == ("mat-1",)
        form.query_one("#materials", Ticks).focus()
        await press(pilot, "space", "ctrl+s")
        (after,) = touchpoints(app)
        assert (after.material_ids, after.at, after.kind) == ((), before.at, before.kind)


async def test_a_move_between_stages_cannot_be_deleted_alone(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "shift+tab", "end", "delete")
        assert detail_of(app) is app.screen
        assert "part of the opportunity" in list(app._notifications)[-1].message


async def test_an_interview_is_added_to_a_card_that_stands_there(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "I")
        assert isinstance(app.screen, InterviewForm)
        await pilot.press(*"tue", "space", *"3pm", "ctrl+s")
        await settle(pilot)
        interviews = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Interview).values()))
        assert "2026-11-24T15:00:00+01:00" in [one.starts_at for one in interviews]
        assert "Added the interview with" in list(app._notifications)[-1].message
