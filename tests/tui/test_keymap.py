"""The user's own keys: what may be bound to what, and what is refused before the window opens."""

import pytest

from followup_tui.config import Config
from followup_tui.domain.settings import SettingError
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.snooze import Snooze
from followup_tui.tui.keymap import RESERVED, KeyTable, keymap, read_keys
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.widgets.bars import KeyBar, PlaceBar
from followup_tui.tui.widgets.board import Board
from tests.tui.small_book import small_book
from tests.tui.windows import MADRID, USER, MakeApp, settle


@pytest.fixture(scope="module")
def table() -> KeyTable:
    """All the bindings there are."""
    return KeyTable(FollowupApp)


# Keys as they are written


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("w", ("w",)),
        ("G", ("G",)),
        ("shift+g", ("G",)),
        ("ctrl+N", ("ctrl+n",)),
        ("?", ("question_mark",)),
        (",", ("comma",)),
        ("+", ("plus",)),
        ("ctrl++", ("ctrl+plus",)),
        ("j,down", ("j", "down")),
        (" j , j ", ("j",)),
        ("f5", ("f5",)),
        ("shift+left", ("shift+left",)),
        ("é", ("é",)),
    ],
)
def test_a_key_is_read_as_textual_calls_it(text: str, keys: tuple[str, ...]) -> None:
    assert read_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("esc", "'esc' is no key; did you mean escape?"),
        ("strg+x", "'strg+x' is no key"),
        ("", "'' is no key"),
        ("j,", "'' is no key"),
        ("ctrl+i", "ctrl+i is the same as tab to a terminal; take another key"),
    ],
)
def test_what_is_no_key_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        read_keys(text)
    assert str(raised.value).startswith(reason)


# What may be bound


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"draft": "f2"},
        {"board.last": "0"},
        {"draft": "w", "why": "d"},
        {"draft": "d,f2"},
        {"open": "f2", "board.select": "f2"},
        {"quit": "ctrl+q,f20"},
        {"people.keep": "c"},
        {"draft.save": "ctrl+t"},
    ],
    ids=str,
)
def test_a_key_may_be_any_that_is_free_where_it_is_heard(table: KeyTable, keys: dict[str, str]) -> None:
    table.check(keys)


@pytest.mark.parametrize(
    ("keys", "name", "reason"),
    [
        ({"drfat": "w"}, "drfat", "is no binding; did you mean draft"),
        ({"xyzzy": "w"}, "xyzzy", "is no binding"),
        ({"draft": "esc"}, "draft", "'esc' is no key; did you mean escape?"),
        ({"draft": "w"}, "draft", "w is the key of why (Why) already"),
        ({"snooze": "j"}, "snooze", "j is the key of board.cursor_down (Down) already (board)"),
        ({"draft": "1"}, "draft", "1 is the key of place.board (Board) already"),
        ({"place.board": "d"}, "place.board", "d is the key of draft (Draft) already"),
        ({"draft": "tab"}, "draft", 'tab is the key of "Focus Next" already'),
        ({"why": "Z", "draft": "Z"}, "draft", "Z is the key of why (Why) already"),
        ({"draft": "Z", "why": "Z"}, "why", "Z is the key of draft (Draft) already"),
        ({"draft": "f2,w"}, "draft", "w is the key of why (Why) already"),
        ({"draft.save": "w"}, "draft.save", "w is typed into the fields of draft"),
        ({"draft.save": "ctrl+a"}, "draft.save", 'ctrl+a is the key of "Go to'),
        ({"ask.accept": "x"}, "ask.accept", "x could not be typed any more"),
        *(({"draft": key}, "draft", f"{key} is reserved") for key in RESERVED),
    ],
    ids=str,
)
def test_an_unknown_id_and_a_clash_are_refused(table: KeyTable, keys: dict[str, str], name: str, reason: str) -> None:
    with pytest.raises(SettingError) as raised:
        table.check(keys)
    assert raised.value.key == f"keys.{name}"
    assert raised.value.reason.startswith(reason)


def test_every_binding_may_have_the_keys_that_it_has(table: KeyTable) -> None:
    for name in table.by_id:
        table.check({name: ",".join(table.keys_of(name))})


def test_every_binding_of_ours_has_an_id_and_a_sentence(table: KeyTable) -> None:
    ours = [bound for place in table.places for bound in place.bindings if bound.owner.__module__.startswith("follow")]
    edits = {"Undo", "Redo"}
    assert {bound.description for bound in ours if not bound.id and bound.owner.__name__ == "SafeInput"} <= edits
    nameless = {bound.owner.__name__ for bound in ours if not bound.id}
    assert nameless <= {"SafeInput", "SafeTextArea"}
    assert len(table.by_id) > 100


# What comes of it


def own_keys(**keys: str) -> Config:
    return Config(zone=MADRID, user=USER, keys={name.replace("__", "."): key for name, key in keys.items()})


def to_globex(app: FollowupApp) -> None:
    """Put the cursor on a card that has a follow-up."""
    app.screen.query_one(Board).go_to("opp-1")


async def test_a_key_that_was_bound_anew_works_and_the_old_one_does_not(make_app: MakeApp) -> None:
    app = make_app(small_book(), config=own_keys(snooze="z", place__today="f11"))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        to_globex(app)
        await pilot.press("s")
        await settle(pilot)
        assert not isinstance(app.screen, Snooze)
        await pilot.press("z")
        await settle(pilot)
        assert isinstance(app.screen, Snooze)
        await pilot.press("escape", "f11")
        await settle(pilot)
        assert app.current_mode == "today"


async def test_footer_and_header_tell_the_keys_as_they_are_and_in_their_order(make_app: MakeApp) -> None:
    app = make_app(small_book(), config=own_keys(draft="f2", place__today="f11"))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        to_globex(app)
        await settle(pilot)
        footer = str(app.screen.query_one(KeyBar).render())
        assert footer.split("  ")[:3] == ["↵ Open", "f2 Draft", "space Done"]
        assert "f11 Today" in str(app.screen.query_one(PlaceBar).render())


async def test_two_bindings_can_change_their_keys(make_app: MakeApp) -> None:
    app = make_app(small_book(), config=own_keys(draft="s", snooze="d"))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        to_globex(app)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, Snooze)
        await pilot.press("escape", "s")
        await settle(pilot)
        assert isinstance(app.screen, DraftScreen)


@pytest.mark.parametrize("keys", [[], ["2"], ["3"], ["enter"], ["d"], ["s"], ["t"], ["comma"], ["slash"]], ids=str)
async def test_all_that_hears_a_key_on_a_screen_was_reckoned_with(
    make_app: MakeApp, table: KeyTable, keys: list[str]
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        bindings = {
            bound for place in table.places for bound in place.bindings if _same(place.name, type(app.screen).__name__)
        }
        known = {bound.id for bound in bindings}
        heard = {active.binding.id for active in app.screen.active_bindings.values() if active.binding.id}
        assert heard
        assert heard - known == set()


def _same(place: str, name: str) -> bool:
    return place.replace(" ", "") == name.removesuffix("Screen").lower()


def test_textual_is_given_the_keys_by_its_own_names() -> None:
    assert keymap({"help": "?", "settings": ",", "draft": "w,f2"}) == {
        "help": "question_mark",
        "settings": "comma",
        "draft": "w,f2",
    }
