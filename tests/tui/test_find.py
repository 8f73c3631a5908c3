"""`ctrl+p`: opportunities, contacts, drafts and commands together, from everywhere, and nothing missing."""

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot

from followup_tui.config import Config
from followup_tui.domain.records import Draft, Record, Reminder
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.commands import GROUPS, Command, commands_of, commands_while_typing
from followup_tui.tui.dialogs.find import Find
from followup_tui.tui.dialogs.help import KeysHelp
from followup_tui.tui.dialogs.quick_add import QuickAdd
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.screens.people import PeopleScreen
from followup_tui.tui.screens.today import TodayScreen
from followup_tui.tui.screens.wanted import DetailWanted
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.declared import declared
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.results import Results
from tests.tui.small_book import SINCE, small_book
from tests.tui.windows import MADRID, USER, MakeApp, settle

SIZE = (120, 36)


def a_draft(record_id: str, subject: str) -> Draft:
    return Draft(id=record_id, kind="other", channel="email", subject=subject, created_at=SINCE, updated_at=SINCE)


def book() -> list[Record]:
    """The small book with a draft, and with something overdue at Initech."""
    return [
        *small_book(),
        a_draft("dra-1", "A word"),
        Reminder(id="rem-1", title="Call", at="2026-11-19T09:00:00+01:00", opportunity_id="opp-2", created_at=SINCE),
    ]


async def find(pilot: Pilot[str], text: str = "") -> Find:
    """The palette, with this typed into it."""
    await pilot.press("ctrl+p")
    await settle(pilot)
    palette = pilot.app.screen
    assert isinstance(palette, Find)
    await pilot.press(*text)
    await settle(pilot)
    return palette


def lines(palette: Find) -> list[str]:
    """What is listed, as it is drawn, with single spaces."""
    results = palette.query_one(Results)
    drawn = (results.render_line(y).text for y in range(results.size.height))
    return [" ".join(line.split()) for line in drawn if line.strip()]


async def test_all_kinds_are_found_together(make_app: MakeApp) -> None:
    async with make_app(book()).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        palette = await find(pilot, "a")
        text = "\n".join(lines(palette))
        for line in (
            "○ Ana Ruiz contact · Globex open till today 16:00",
            "· A word draft · 19 d ago",
            "› Add Add an opportunity in one line, or in a form a",
            "‼ Initech, Data engineer opportunity · Applied overdue 25 h",
        ):
            assert line in text


async def test_of_equal_fits_what_is_overdue_comes_first_then_commands_then_the_rest(make_app: MakeApp) -> None:
    async with make_app(book()).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        pilot.app.screen.query_one(Board).go_to("opp-1")
        await settle(pilot)
        found = lines(await find(pilot, "s"))
        begins = [line.split()[1] for line in found if line.split()[1].casefold().startswith("s")]
        assert begins[:3] == ["Snooze", "Skip", "Star"]
        assert begins[-1] == "Stark,"
        found = lines(await find_again(pilot, "data"))
        assert found[0].startswith("‼ Initech, Data engineer")


async def find_again(pilot: Pilot[str], text: str) -> Find:
    """The palette with another text in it."""
    palette = pilot.app.screen
    assert isinstance(palette, Find)
    palette.query_one(SafeInput).value = text
    await settle(pilot)
    return palette


@pytest.mark.parametrize(
    ("typed", "line"), [("ana ru", "Ana Ruiz"), ("glbx", "Globex, Staff SRE"), ("RÚIZ", "Ana Ruiz")]
)
async def test_accents_case_and_letters_left_out_do_not_matter(make_app: MakeApp, typed: str, line: str) -> None:
    async with make_app(book()).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await find(pilot)
        assert line in lines(await find_again(pilot, typed))[0]


async def test_before_anything_is_typed_what_presses_is_there_and_every_command(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=(120, 90), notifications=True) as pilot:
        await settle(pilot)
        commands = commands_in(app)
        palette = await find(pilot)
        palette.query_one(".dialog--box").styles.max_height = 80
        palette.query_one(".dialog--box").styles.height = 80
        await settle(pilot)
        found = lines(palette)
        assert found[0].startswith("‼ Initech")
        assert found[1].startswith("· A word")
        assert [line for line in found if line.startswith("›")] == [
            " ".join(f"› {one.name} {one.sentence} {one.written_keys}".split()) for one in commands
        ]


async def test_where_nothing_fits_that_is_said(make_app: MakeApp) -> None:
    async with make_app(book()).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert lines(await find(pilot, "qqqq")) == ["Nothing fits. Fewer letters find more."]
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Find)


# What enter does


async def chosen(pilot: Pilot[str], text: str) -> None:
    await find(pilot, text)
    await pilot.press("enter")
    await settle(pilot)


async def test_a_search_that_comes_back_when_it_is_closed_is_shown_nowhere(make_app: MakeApp) -> None:
    async with make_app(book()).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        palette = await find(pilot, "a")
        await palette.query("*").remove()  # as while it is being closed
        await palette._search("ana").wait()
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_enter_opens_an_opportunity(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await chosen(pilot, "initech")
        assert isinstance(app.screen, DetailScreen)
        opportunity = app.screen.target().opportunity
        assert opportunity is not None
        assert opportunity.company == "Initech"


async def test_enter_opens_a_contact(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await chosen(pilot, "ben cho")
        assert isinstance(app.screen, DetailScreen)
        assert [one.name for one in app.screen.target().contacts] == ["Ben Cho"]


async def test_enter_goes_on_at_a_draft(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await chosen(pilot, "a word")
        assert isinstance(app.screen, DraftScreen)
        assert app.screen.query_one("#subject", SafeInput).value == "A word"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("today", TodayScreen), ("keys", KeysHelp), ("add", QuickAdd), ("open", DetailScreen)],
)
async def test_enter_runs_a_command(make_app: MakeApp, typed: str, expected: type[object]) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await chosen(pilot, typed)
        assert isinstance(app.screen, expected)


async def test_undo_is_a_command_too(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("L")
        await settle(pilot)
        moved = app.services.desk.revision
        await chosen(pilot, "undo")
        assert app.services.desk.revision == moved + 1


async def test_quit_is_a_command_too(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await find(pilot, "quit")
        await pilot.press("enter")
        await pilot.pause()
    assert not app.is_running


# Keys of the palette


async def test_arrows_move_and_escape_leaves(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        palette = await find(pilot)
        results = palette.query_one(Results)
        await pilot.press("down", "down", "up")
        assert results.cursor == 1
        await pilot.press("pagedown")
        assert results.cursor is not None
        assert results.cursor > 5
        await pilot.press("pageup", "pageup")
        assert results.cursor == 0
        await pilot.press("down", *"un")
        await settle(pilot)
        assert results.cursor == 0
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_a_click_on_the_line_at_the_cursor_opens_it(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await find(pilot, "initech")
        await pilot.click(Results, offset=(5, 0))
        await settle(pilot)
        assert isinstance(app.screen, DetailScreen)


async def test_it_comes_while_one_types_and_is_there_once(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a", *"Hooli", "ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, Find)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert [type(screen) for screen in app.screen_stack].count(Find) == 1
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.line.text == "Hooli"


async def test_names_that_look_like_markup_are_shown_as_text(make_app: MakeApp) -> None:
    draft = a_draft("dra-2", "[red]x[/] \x1b[31m")
    async with make_app([*book(), draft]).run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await find(pilot)
        assert lines(await find_again(pilot, "[red"))[0].startswith("· [red]x[/] ␛[31m draft")


# Nothing is missing


def bindings_of(app: FollowupApp) -> list[tuple[DOMNode, Binding]]:
    """Everything bound where the keys go now: by what has the focus, what it stands in, the screen, the app."""
    screen = app.screen
    nodes: list[DOMNode] = [*(screen.focused.ancestors_with_self if screen.focused else (screen, app))]
    return [(node, each.binding) for node in dict.fromkeys([*nodes, app]) for each in declared(type(node))]


def commands_in(app: FollowupApp) -> list[Command]:
    """The commands that the palette has where one is."""
    return commands_while_typing(app.screen, app, app.services.config.keys)


def is_off(app: FollowupApp, node: DOMNode, binding: Binding) -> bool:
    """Whether its action says of itself that it cannot be done now."""
    to_app, _, rest = binding.action.rpartition(".")
    name, _, arguments = rest.partition("(")
    parameters = eval(f"({arguments.rstrip(')')},)") if arguments else ()
    return (app if to_app == "app" else node).check_action(name, parameters) is not True


def missing_from_palette(app: FollowupApp) -> list[Binding]:
    """What a key could do now, were no field taking the letters, and the palette does not have."""
    heard = {(one.binding.id, key) for key, one in app.screen.active_bindings.items()}
    taken = {key for _, key in heard}
    palette = {(one.action, one.node) for one in commands_in(app)}
    missing = []
    # In a dialog the app's own cannot be done, but for finding, the list of keys and leaving, which have keys only.
    bound = [(node, binding) for node, binding in bindings_of(app) if not (app.screen.is_modal and node is app)]
    for node, binding in bound:
        action = binding.action.removeprefix("app.")
        owner = app if action != binding.action else node
        # A key that something nearer has taken does nothing here by that key either.
        is_covered = binding.key in taken and (binding.id, binding.key) not in heard
        if binding.id and not is_covered and (action, owner) not in palette and not is_off(app, node, binding):
            missing.append(binding)
    return missing


PLACES: dict[str, tuple[tuple[str, ...], type[DeskScreen | DraftScreen]]] = {
    "board": (("1",), BoardScreen),
    "today": (("2",), TodayScreen),
    "people": (("3",), PeopleScreen),
    "opportunity": (("1", "enter"), DetailScreen),
    "contact": (("contact",), DetailScreen),
    "draft": (("1", "d"), DraftScreen),
}


async def open_place(pilot: Pilot[str], place: str) -> None:
    app = pilot.app
    assert isinstance(app, FollowupApp)
    await settle(pilot)
    app.screen.query_one(Board).go_to("opp-1")
    keys, expected = PLACES[place]
    if place == "contact":
        app.post_message(DetailWanted(None, "con-1"))
    else:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
    await settle(pilot)
    assert isinstance(app.screen, expected)


@pytest.mark.parametrize("place", PLACES)
async def test_no_action_of_a_place_is_missing_from_the_palette(make_app: MakeApp, place: str) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_place(pilot, place)
        assert missing_from_palette(app) == []


@pytest.mark.parametrize("place", PLACES)
async def test_every_command_has_a_name_a_sentence_a_key_and_a_group(make_app: MakeApp, place: str) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_place(pilot, place)
        commands = commands_in(app)
        assert [one for one in commands if not (one.name and one.keys and one.group in GROUPS)] == []
        assert [one.id for one in commands if one.sentence == one.name or " " not in one.sentence] == []
        assert {"quit", "find", "place.board", "place.today", "place.people"} <= {one.id for one in commands}
        if place != "draft":
            assert {"undo", "redo", "changes", "add"} <= {one.id for one in commands}


async def test_the_keys_a_user_chose_are_the_keys_that_are_told(make_app: MakeApp) -> None:
    app = make_app(book(), config=Config(zone=MADRID, user=USER, keys={"undo": "Z,ctrl+u", "place.people": "9"}))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert keys_of(app, "undo") == ("Z", "^u")
        await open_place(pilot, "draft")
        assert keys_of(app, "place.people") == ("9",)


def keys_of(app: FollowupApp, name: str) -> tuple[str, ...]:
    return next(one.keys for one in commands_in(app) if one.id == name)


async def test_while_one_types_into_a_field_of_the_place_its_commands_are_there_too(make_app: MakeApp) -> None:
    app = make_app(book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"ini")
        await settle(pilot)
        assert "place.today" not in {one.id for one in commands_of(app.screen, app)}
        assert {"place.today", "undo", "add"} <= {one.id for one in commands_in(app)}
        await chosen(pilot, "today")
        assert isinstance(app.screen, TodayScreen)
