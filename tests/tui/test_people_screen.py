"""People, by keys: found as one types, put in order, marked, and changed many at once, each time in one step."""

from itertools import groupby
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import Contact, Opportunity, Record, Touchpoint
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.contact_form import ContactForm
from followup_tui.tui.dialogs.log import LogTouchpoint
from followup_tui.tui.dialogs.merge import MergePreview
from followup_tui.tui.dialogs.quick_add import QuickAdd
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.people import PeopleScreen
from followup_tui.tui.widgets.table import Table
from followup_tui.tui.widgets.view_line import ViewLine
from tests.tui.small_book import SINCE, contact, small_book
from tests.tui.windows import NOW, MakeApp, settle

SIZES = [(120, 36), (80, 24), (60, 20)]


def people_book() -> list[Record]:
    """The small book, and some more people; Ana is in it twice."""
    more = [
        ("Ána Ruiz", 3, "GLOBEX"),
        ("Carla Vega", 4, "Hooli"),
        ("[bold]Dan[/] \x1b]0;x\x07", 5, "ACME [/] Ltd"),
    ]
    return [*small_book(), *(contact(name, number, company) for name, number, company in more)]


def screen_of(app: FollowupApp) -> PeopleScreen:
    screen = app.screen
    assert isinstance(screen, PeopleScreen)
    return screen


def names(app: FollowupApp) -> list[str]:
    """Who is listed, in order."""
    listing = screen_of(app)._listing
    assert listing is not None
    return [one.name for one in listing.contacts]


def at_cursor(app: FollowupApp) -> str:
    one = screen_of(app).contact
    return one.name if one is not None else ""


def contacts(app: FollowupApp) -> dict[str, Contact]:
    return app.services.desk.ask_and_wait(lambda desk: dict(desk.records(Contact)))


def said(app: FollowupApp) -> str:
    return screen_of(app).query_one(ViewLine).render().plain


def shown(app: FollowupApp) -> str:
    table = screen_of(app).table
    return "\n".join(table.render_line(y).text for y in range(table.size.height))


async def open_people(pilot: Pilot[str]) -> None:
    await settle(pilot)
    await pilot.press("3")
    await settle(pilot)


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Type a text at once, and wait after every other key."""
    for is_text, group in groupby(keys, lambda key: len(key) == 1 and key.islower()):
        for part in [list(group)] if is_text else [[key] for key in group]:
            await pilot.press(*part)
            await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_row_says_who_where_and_what_is_next(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(people_book())
    async with app.run_test(size=size, notifications=True) as pilot:
        await open_people(pilot)
        row = next(line for line in shown(app).splitlines() if "Ana Ruiz" in line)
        assert "Globex" in row
        assert "○ thank Ana" in row


async def test_those_who_fit_are_shown_as_one_types_and_escape_shows_everybody(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "a", "n", "a")
        assert names(app) == ["Ana Ruiz", "Ána Ruiz"]
        assert "2 of 5 people" in said(app)
        await press(pilot, "enter")
        assert screen_of(app).table.has_focus
        assert "/ ana" in said(app)
        await press(pilot, "escape")
        assert len(names(app)) == 5
        assert "5 people" in said(app)


async def test_escape_while_typing_shows_everybody_too_and_the_cursor_stays_on_who_was_found(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "h", "o", "o", "l")
        assert at_cursor(app) == "Carla Vega"
        await press(pilot, "escape")
        assert (at_cursor(app), len(names(app))) == ("Carla Vega", 5)


async def test_what_was_typed_can_be_changed_later(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "c", "a", "enter", "slash")
        assert screen_of(app).query_one(Input).value == "ca"
        await press(pilot, "end", "r", "enter")
        assert names(app) == ["Carla Vega"]


async def test_when_nobody_fits_it_says_how_to_go_on(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "z", "[", "enter")
        assert names(app) == []
        assert "Nobody fits “z[”; escape shows everybody." in shown(app)
        assert app.screen.check_action("mark", ()) is False


async def test_an_empty_book_invites_to_add_somebody(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        assert "n adds the first contact" in shown(app)
        await press(pilot, "n")
        assert isinstance(app.screen, ContactForm)
        await press(pilot, *"Zoe", "ctrl+s")
        assert at_cursor(app) == "Zoe"


async def test_n_adds_a_contact_and_a_stays_what_it_is_everywhere(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, QuickAdd)
        await press(pilot, "escape", "n")
        assert isinstance(app.screen, ContactForm)


async def test_the_order_is_changed_and_turned_and_the_cursor_stays_on_its_person(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "j")
        first = at_cursor(app)
        seen = {}
        for _ in range(5):
            await press(pilot, "o")
            seen[said(app).split("  ")[-1].strip()] = names(app)[0]
            assert at_cursor(app) == first
        assert set(seen) == {"by name", "by company", "last heard of first", "most urgent first", "newest first"}
        assert seen["most urgent first"] == "Ana Ruiz"
        before = names(app)
        await press(pilot, "r")
        assert names(app) == before[::-1]
        assert "from the end" in said(app)


async def test_a_click_on_a_title_orders_by_it_and_a_second_one_turns(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        offset = (shown(app).splitlines()[0].index("Company"), 0)
        await pilot.click(Table, offset=offset)
        await settle(pilot)
        assert "by company" in said(app)
        await pilot.click(Table, offset=offset)
        await settle(pilot)
        assert "by company, from the end" in said(app)


async def test_enter_opens_the_contact_and_escape_comes_back_to_them(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "j", "j")
        name = at_cursor(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "escape")
        assert at_cursor(app) == name


async def test_marks_stay_while_the_list_changes_and_keys_act_on_all_of_them(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(
            pilot, "slash", "b", "e", "n", "enter", "m", "escape", "slash", "v", "e", "g", "enter", "m", "escape"
        )
        assert "2 marked  # tag  K in touch  M merge  delete" in said(app)
        await press(pilot, "K")
        kept = {one.name for one in contacts(app).values() if one.keep_in_touch}
        assert kept == {"Ben Cho", "Carla Vega"}
        await press(pilot, "u")
        assert not any(one.keep_in_touch for one in contacts(app).values())
        await press(pilot, "escape")
        assert "marked" not in said(app)


async def test_without_marks_they_act_on_who_is_at_the_cursor(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "b", "e", "n", "enter", "K")
        ben = contacts(app)["con-2"]
        assert (ben.keep_in_touch, ben.keep_in_touch_since) == (True, format_instant(NOW))
        await press(pilot, "K")
        assert not contacts(app)["con-2"].keep_in_touch


async def test_all_who_are_shown_are_marked_and_none(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "r", "u", "i", "z", "enter", "A", "escape")
        assert "2 marked" in said(app)
        await press(pilot, "A")
        assert "5 marked" in said(app)
        await press(pilot, "A")
        assert "marked" not in said(app)


async def test_tags_are_given_to_all_and_taken_from_all_in_one_step(make_app: MakeApp) -> None:
    book = [msgspec.structs.replace(one, tags=("old",)) if one.id == "con-2" else one for one in people_book()]
    app = make_app(book)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "A", "number_sign")
        await press(pilot, *"warm -old", "enter")
        assert {one.tags for one in contacts(app).values()} == {("warm",)}
        await press(pilot, "u")
        assert {one.id: one.tags for one in contacts(app).values() if one.tags} == {"con-2": ("old",)}


async def test_deleting_says_what_goes_with_them_and_undo_brings_all_back(make_app: MakeApp) -> None:
    touch = Touchpoint(
        id="tch-1", contact_id="con-1", at=SINCE, direction="out", channel="email", kind="other", created_at=SINCE
    )
    app = make_app([*people_book(), touch])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "g", "l", "o", "b", "enter", "A", "delete")
        dialog = app.screen
        assert isinstance(dialog, Choose)
        text = str(dialog.query_one(".dialog--text").render())
        assert "1 touchpoint" in text
        assert "1 interview" in text
        await press(pilot, "n")
        assert len(contacts(app)) == 5
        await press(pilot, "delete", "d")
        assert set(contacts(app)) == {"con-4", "con-5"}
        assert "marked" not in said(app)
        await press(pilot, "u")
        assert len(contacts(app)) == 5
        assert app.services.desk.ask_and_wait(lambda desk: desk.get(Opportunity, "opp-1")).contact_ids == (
            "con-1",
            "con-2",
        )


async def test_the_likely_same_are_merged_after_a_preview_in_one_step(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "r", "u", "i", "z", "enter", "M")
        dialog = app.screen
        assert isinstance(dialog, MergePreview)
        text = str(dialog.query_one("VerticalScroll > Static").render())
        assert "person3@example.com" in text
        await press(pilot, "j")
        assert "1 opportunity, 1 interview" in str(dialog.query_one("VerticalScroll > Static").render())
        await press(pilot, "k", "enter")
        ana = contacts(app)["con-1"]
        assert (ana.other_emails, "con-3" in contacts(app)) == (("person3@example.com",), False)
        await press(pilot, "u")
        assert set(contacts(app)) >= {"con-1", "con-3"}


async def test_marked_people_are_merged_into_the_one_that_is_chosen(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(
            pilot, "slash", "b", "e", "n", "enter", "m", "escape", "slash", "v", "e", "g", "a", "enter", "m", "M"
        )
        assert isinstance(app.screen, MergePreview)
        await press(pilot, "j", "enter")
        assert set(contacts(app)) == {"con-1", "con-3", "con-4", "con-5"}
        assert contacts(app)["con-4"].other_emails == ("person2@example.com",)
        assert "marked" not in said(app)


async def test_where_nobody_is_likely_the_same_all_pairs_of_the_book_are_offered(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "b", "e", "n", "enter", "M")
        assert isinstance(app.screen, Choose)
        await press(pilot, "enter")
        assert isinstance(app.screen, MergePreview)


async def test_a_reply_that_is_pasted_is_theirs(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "b", "e", "n", "enter", "t")
        assert isinstance(app.screen, LogTouchpoint)
        await press(pilot, "h", "i", "tab", "right", "ctrl+s")
        (logged,) = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint).values()))
        assert (logged.direction, logged.contact_id, logged.opportunity_id) == ("in", "con-2", "opp-1")
        assert (logged.kind, logged.body, logged.needs_reply) == ("reply", "hi", True)


async def test_with_several_opportunities_it_is_asked_which_the_reply_is_about(make_app: MakeApp) -> None:
    def also(one: Record) -> Any:
        return msgspec.structs.replace(one, contact_ids=("con-2",)) if one.id == "opp-2" else one

    app = make_app([also(one) for one in people_book()])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "b", "e", "n", "enter", "t")
        assert isinstance(app.screen, Choose)
        await press(pilot, "j", "enter", "ctrl+s")
        logged = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint).values()))
        assert [one.opportunity_id for one in logged] == ["opp-2"]


async def test_what_another_window_changes_appears_and_the_cursor_stays(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        await press(pilot, "slash", "v", "e", "g", "a", "enter", "escape")
        assert at_cursor(app) == "Carla Vega"
        other = make_app()
        other.services.desk.ask_and_wait(lambda desk: desk.change("Added", put=[contact("Aaron", 9)]))
        await app._look_for_changes()
        await settle(pilot)
        assert "Aaron" in names(app)
        assert at_cursor(app) == "Carla Vega"


async def test_names_are_shown_as_text_and_have_no_power(make_app: MakeApp) -> None:
    app = make_app(people_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_people(pilot)
        assert "[bold]Dan[/] ␛]0;x␇" in shown(app)
        assert "ACME [/] Ltd" in shown(app)
        await press(pilot, "slash", "d", "a", "n", "enter", "K", "number_sign", "x", "enter", "M", "escape", "enter")
        assert isinstance(app.screen, DetailScreen)
