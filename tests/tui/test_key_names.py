"""Sentences call a key what it is called now, whatever the user has bound."""

import re

from textual.widgets import Static

from followup_tui.config import Config
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.key_names import NAMED
from followup_tui.tui.keymap import KeyTable, written
from tests.source_tree import modules
from tests.tui.small_book import small_book
from tests.tui.windows import MADRID, USER, MakeApp, settle

OWN = {"undo": "b,f9"}


def last_notice(app: FollowupApp) -> str:
    return list(app._notifications)[-1].message


def test_the_keys_that_sentences_name_are_those_of_the_bindings() -> None:
    table = KeyTable(FollowupApp)
    assert {name: written(table.keys_of(name)[0]) for name in NAMED} == NAMED


def test_every_key_that_a_sentence_asks_for_is_in_the_table() -> None:
    asked = {name for module in modules() for name in re.findall(r"""\bkey\(["']([a-z._]+)["']\)""", module.text)}
    assert asked <= NAMED.keys()


async def test_what_was_done_names_the_key_that_takes_it_back_now(make_app: MakeApp) -> None:
    app = make_app(small_book(), config=Config(zone=MADRID, user=USER, keys=OWN))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("m", "a")
        await settle(pilot)
        assert last_notice(app).endswith("b takes it back.")
        await pilot.press("b")
        await settle(pilot)
        assert last_notice(app).startswith("Undo: Moved")


async def test_an_empty_place_names_the_keys_that_fill_it_now(make_app: MakeApp) -> None:
    app = make_app(config=Config(zone=MADRID, user=USER, keys={"add": "b", "people.add": "plus"}))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        assert "b  add your first opportunity" in str(app.screen.query_one("Greeting > Static", Static).render())
        await pilot.press("3")
        await settle(pilot)
        assert "+ adds the first contact" in app.export_screenshot().replace("&#160;", " ")
