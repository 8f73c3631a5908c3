"""The forms of records: filled in by keys, refused without losing a word, left without a question when untouched."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.desk import editing
from followup_tui.desk.desk import Desk
from followup_tui.desk.form_values import ContactValues, InterviewValues, OpportunityValues
from followup_tui.desk.pipeline import Person
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Interview, Opportunity
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.contact_form import ContactForm, zone_named
from followup_tui.tui.dialogs.form import Form
from followup_tui.tui.dialogs.interview_form import InterviewForm
from followup_tui.tui.dialogs.opportunity_form import OpportunityForm
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.meant import MeantField
from followup_tui.tui.widgets.pick import Pick
from tests.tui.small_book import SINCE, contact, small_book
from tests.tui.windows import MakeApp, settle

KEYS = {" ": "space", ",": "comma", "(": "left_parenthesis", ")": "right_parenthesis", "/": "slash", ":": "colon"}


async def press(pilot: Pilot[str], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


async def type_text(pilot: Pilot[str], text: str) -> None:
    await press(pilot, *(KEYS.get(letter, letter) for letter in text))


async def write(pilot: Pilot[str], name: str, text: str) -> None:
    """Go to a field, and put a text in the place of what stands there."""
    field = pilot.app.screen.query_one(f"#{name}")
    line = field if isinstance(field, SafeInput) else field.query_one(SafeInput)
    line.focus()
    line.value = ""
    await type_text(pilot, text)


async def show(pilot: Pilot[str], form: Form[Any]) -> None:
    pilot.app.push_screen(form)
    await settle(pilot)


async def edit(pilot: Pilot[str], opportunity_id: str = "opp-1") -> OpportunityForm:
    await settle(pilot)
    assert isinstance(pilot.app.screen, BoardScreen)
    pilot.app.screen.query_one(Board).go_to(opportunity_id)
    await press(pilot, "e")
    assert isinstance(pilot.app.screen, OpportunityForm)
    return pilot.app.screen


def meaning(app: FollowupApp, name: str) -> str:
    return f"{app.screen.query_one(f'#{name} > Static', Static).render()}"


def is_at_board(app: FollowupApp) -> bool:
    return isinstance(app.screen, BoardScreen)


def is_asking(app: FollowupApp) -> bool:
    return isinstance(app.screen, Choose)


def refusal(app: FollowupApp) -> str:
    return f"{app.screen.query_one('#refused', Static).render()}"


def opportunities(app: FollowupApp) -> dict[str, Opportunity]:
    return app.services.desk.ask_and_wait(lambda desk: dict(desk.records(Opportunity)))


def contacts(app: FollowupApp) -> dict[str, Contact]:
    return app.services.desk.ask_and_wait(lambda desk: {one.name: one for one in desk.records(Contact).values()})


def steps(app: FollowupApp) -> int:
    return app.services.desk.ask_and_wait(lambda desk: len(desk.book.history()))


# Opportunities


async def test_an_opportunity_is_added_from_nothing_by_keys(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await show(pilot, OpportunityForm(app.services))
        await type_text(pilot, "Hooli")
        await press(pilot, "enter")
        await type_text(pilot, "SRE")
        await press(pilot, "down", "i", "tab")
        await type_text(pilot, "ana ruiz (recruiter), Cy Young")
        assert meaning(app, "people") == "new: ana ruiz, Cy Young"
        await press(pilot, "tab", "right", "right", "tab")
        await type_text(pilot, "3 days ago")
        await press(pilot, "tab")
        await type_text(pilot, "fri 27")
        assert (meaning(app, "applied"), meaning(app, "decision")) == ("Wed 18 Nov 2026 09:00", "Fri 27 Nov 2026")
        await press(pilot, "tab", "right", "right", "tab")
        await type_text(pilot, "remote, big")
        await press(pilot, "ctrl+s")
        added = next(one for one in opportunities(app).values() if one.company == "Hooli")
        assert (added.role, added.stage, added.priority, added.tags) == ("SRE", "interviewing", 2, ("remote", "big"))
        assert (added.applied_at, added.decision_by) == ("2026-11-18T09:00:00+01:00", "2026-11-27")
        assert added.primary_contact_id == contacts(app)["Cy Young"].id
        assert contacts(app)["ana ruiz"].role == "recruiter"


async def test_a_form_can_begin_with_what_was_understood_elsewhere(make_app: MakeApp) -> None:
    app = make_app(small_book())
    values = OpportunityValues(
        company="Hooli",
        role="SRE",
        stage="interviewing",
        people=(Person("Ana Ruiz"),),
        decision_by="2026-11-27",
        interview=InterviewValues("2026-11-24T15:00:00+01:00", people=(Person("Ana Ruiz"),)),
    )
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await show(pilot, OpportunityForm(app.services, values))
        said = f"{app.screen.query_one('#interview', Static).render()}"
        assert said == "Tue 24 Nov 15:00, video, with Ana Ruiz"
        await write(pilot, "role", "Staff SRE")
        await press(pilot, "ctrl+s")
        added = next(one for one in opportunities(app).values() if one.company == "Hooli")
        assert (added.role, added.decision_by) == ("Staff SRE", "2026-11-27")
        interviews = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Interview).values()))
        assert [one.starts_at for one in interviews if one.opportunity_id == added.id] == ["2026-11-24T15:00:00+01:00"]


async def test_e_edits_the_card_and_saves_as_one_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await edit(pilot)
        assert meaning(app, "people") == "known: Ana Ruiz (Globex), Ben Cho (Globex)"
        await write(pilot, "location", "Lugo")
        await write(pilot, "people", "Ben Cho")
        await press(pilot, "ctrl+s")
        assert is_at_board(app)
        stored = opportunities(app)["opp-1"]
        assert (stored.location, stored.contact_ids, stored.company) == ("Lugo", ("con-2",), "Globex")
        await press(pilot, "u")
        assert opportunities(app)["opp-1"].contact_ids == ("con-1", "con-2")
        assert opportunities(app)["opp-1"].location is None


async def test_saving_what_was_not_touched_makes_no_step(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await edit(pilot, "opp-2")
        before = opportunities(app)
        await press(pilot, "ctrl+s")
        assert opportunities(app) == before
        assert steps(app) == 1


async def test_how_it_ended_is_asked_of_what_is_closed_only(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        form = await edit(pilot, "opp-3")
        outcome = form.query_one("#outcome", Pick)
        assert not outcome.display
        form.query_one("#stage", Pick).focus()
        await press(pilot, "c")
        assert outcome.display
        await press(pilot, "tab", "r", "ctrl+s")
        assert opportunities(app)["opp-3"].outcome == "rejected"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("company", "", "Which company? This one is required."),
        ("role", " ", "Which role? This one is required."),
        ("decision", "soon", ""),
        ("people", "Ana (boss)", "(boss) is no role"),
    ],
)
async def test_what_cannot_be_stored_is_said_and_the_form_stays(
    make_app: MakeApp, name: str, typed: str, sentence: str
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        form = await edit(pilot)
        await write(pilot, "location", "Lugo")
        await write(pilot, name, typed)
        await press(pilot, "ctrl+s")
        assert app.screen is form
        assert refusal(app).startswith(sentence)
        assert refusal(app)
        assert steps(app) == 1
        assert form.query_one("#location", SafeInput).value == "Lugo"


async def test_what_the_desk_refuses_leaves_everything_that_was_typed(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(small_book())

    def full(_desk: Desk, _values: OpportunityValues, _edited: Opportunity | None) -> Opportunity:
        raise FollowupError("The disk is full, so nothing was saved.")

    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        form = await edit(pilot)
        await write(pilot, "location", "Lugo")
        with monkeypatch.context() as patch:
            patch.setattr(editing, "save_opportunity", full)
            await press(pilot, "ctrl+s")
        assert app.screen is form
        assert refusal(app) == "The disk is full, so nothing was saved."
        await press(pilot, "ctrl+s")
        assert opportunities(app)["opp-1"].location == "Lugo"


async def test_escape_leaves_an_untouched_form_at_once_and_asks_about_a_touched_one(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await edit(pilot)
        await press(pilot, "escape")
        assert is_at_board(app)
        form = await edit(pilot)
        await write(pilot, "location", "Lugo")
        await press(pilot, "escape")
        assert is_asking(app)
        await press(pilot, "b")
        assert app.screen is form
        await press(pilot, "escape", "d")
        assert is_at_board(app)
        assert opportunities(app)["opp-1"].location is None


async def test_what_would_be_lost_can_be_stored_when_leaving(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await edit(pilot)
        await write(pilot, "location", "Lugo")
        await press(pilot, "escape")
        await press(pilot, "s")
        assert opportunities(app)["opp-1"].location == "Lugo"


async def test_a_name_that_is_known_is_completed(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await edit(pilot, "opp-3")
        await write(pilot, "people", "Cy Young, be")
        await press(pilot, "right")
        assert app.screen.query_one("#people", MeantField).text == "Cy Young, ben Cho"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_field_can_be_reached_and_is_in_view_then(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(small_book())
    async with app.run_test(size=size, notifications=True) as pilot:
        form = await edit(pilot)
        seen = []
        first = app.focused
        while True:
            focused = app.focused
            assert focused is not None
            assert form.query_one(".form--fields").region.contains_region(focused.region), focused
            seen.append(focused)
            await press(pilot, "tab")
            if app.focused is first:
                break
        fields = [*form.query(SafeInput), *form.query(SafeTextArea), *form.query(Pick)]
        assert set(seen) == {field for field in fields if field.display}


# Contacts


async def test_a_contact_is_edited_in_full(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        ana = contacts(app)["Ana Ruiz"]
        await show(pilot, await ContactForm.of(app.services, ana))
        await write(pilot, "zone", "new york")
        assert meaning(app, "zone") == "America/New_York: 04:00 there"
        await write(pilot, "days", "30")
        await write(pilot, "emails", "ana@home.example, a@b.example")
        app.screen.query_one("#keep", Pick).focus()
        await press(pilot, "y")
        app.screen.query_one("#channel", Pick).focus()
        await press(pilot, "p", "ctrl+s")
        stored = contacts(app)["Ana Ruiz"]
        assert (stored.timezone, stored.keep_in_touch, stored.keep_in_touch_days) == ("America/New_York", True, 30)
        assert stored.other_emails == ("ana@home.example", "a@b.example")
        assert (stored.preferred_channel, stored.email) == ("phone", "person1@example.com")


@pytest.mark.parametrize(("name", "typed"), [("zone", "Atlantis"), ("days", "-1"), ("days", "often"), ("name", "")])
async def test_what_is_wrong_with_a_contact_is_said(make_app: MakeApp, name: str, typed: str) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await show(pilot, ContactForm(app.services, ContactValues(name="Cy Young")))
        await write(pilot, name, typed)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ContactForm)
        assert refusal(app)
        assert "Cy Young" not in contacts(app)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        ("madrid", "Europe/Madrid"),
        ("new york", "America/New_York"),
        ("europe/madrid", "Europe/Madrid"),
        ("UTC", "UTC"),
        ("Europe", None),
        ("../etc/passwd", None),
        ("nowhere", None),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(typed: str, name: str | None) -> None:
    assert zone_named(typed) == name


# Interviews


async def test_an_interview_is_added_with_talking_points_and_promises(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await show(pilot, InterviewForm(app.services, opportunities(app)["opp-2"]))
        await type_text(pilot, "tue 3pm")
        assert meaning(app, "starts") == "Tue 24 Nov 2026 15:00"
        await write(pilot, "minutes", "90")
        await write(pilot, "people", "Cy Young")
        app.screen.query_one("#points", SafeTextArea).focus()
        await type_text(pilot, "the rota")
        await press(pilot, "enter")
        await type_text(pilot, "her dog")
        await press(pilot, "tab")
        await type_text(pilot, "a talk")
        await press(pilot, "tab", "tab")
        await type_text(pilot, "fri")
        await press(pilot, "tab")
        await type_text(pilot, "a book")
        await press(pilot, "tab")
        await type_text(pilot, "cy")
        await press(pilot, "ctrl+s")
        interviews = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Interview).values()))
        added = next(one for one in interviews if one.opportunity_id == "opp-2")
        assert (added.starts_at, added.duration_min) == ("2026-11-24T15:00:00+01:00", 90)
        assert added.talking_points == ("the rota", "her dog")
        assert [(one.text, one.due_on) for one in added.promises] == [("a talk", "2026-11-27"), ("a book", None)]
        assert [one.contact_id for one in added.promises] == [None, contacts(app)["Cy Young"].id]
        assert (contacts(app)["Cy Young"].role, contacts(app)["Cy Young"].company) == ("interviewer", "Initech")


async def test_an_interview_that_is_there_keeps_what_is_not_touched(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        before = app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))
        await show(pilot, await InterviewForm.of(app.services, before))
        app.screen.query_one("#status", Pick).focus()
        await press(pilot, "d", "ctrl+s")
        after = app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))
        assert after.status == "done"
        assert after.promises == before.promises
        assert after.starts_at == before.starts_at
        assert after.contact_ids == before.contact_ids


async def test_a_promise_due_on_no_date_is_refused(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        before = app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))
        await show(pilot, await InterviewForm.of(app.services, before))
        app.screen.query_one(".promise--due", SafeInput).focus()
        await type_text(pilot, "soon")
        await press(pilot, "ctrl+s")
        assert "The date for “the incident write-up” is not understood" in refusal(app)


async def test_a_promise_to_nobody_of_the_people_is_refused(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        before = app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))
        await show(pilot, await InterviewForm.of(app.services, before))
        whom = app.screen.query_one(".promise--whom", SafeInput)
        assert whom.value == "Ana Ruiz"
        whom.value = "Zoe"
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "is not one of the people of this interview" in refusal(app)
        whom.value = "ben"
        await press(pilot, "ctrl+s")
        after = app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))
        assert [one.contact_id for one in after.promises] == ["con-2"]


# Hostile text


async def test_a_form_shows_what_is_stored_as_text_and_keeps_it(make_app: MakeApp, book_path: Path) -> None:
    odd = Opportunity(
        id="opp-9",
        company="[@click=app.quit]X[/] \x1b[31m",
        role="[/]",
        stage="lead",
        tags=("[red]", "#hash", "two words", 'a "quoted" one'),
        contact_ids=("con-9",),
        notes="[b]\x07",
        stage_changed_at=SINCE,
        created_at=SINCE,
        updated_at=SINCE,
    )
    app = make_app([odd, contact("[/] Ana, (the) <b>", 9)])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await edit(pilot, "opp-9")
        await press(pilot, "ctrl+s")
        assert is_at_board(app)
        assert opportunities(app)["opp-9"] == odd
        assert steps(app) == 1
    assert book_path.exists()
