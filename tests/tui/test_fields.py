"""Fields keep what was given, show what it is, and take any paste."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region

from followup_tui.domain.text import clean
from followup_tui.tui.widgets.fields import LONGEST_LINE, PasteWanted, SafeInput, SafeTextArea

HOSTILE: list[str] = [
    case["s"] for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
]
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Field = SafeInput | SafeTextArea


class Host(App[None]):
    """A field of each kind; what the app is asked for and given."""

    def __init__(self) -> None:
        super().__init__()
        self.line = SafeInput(id="line")
        self.area = SafeTextArea(id="area")
        self.wanted: list[Field] = []
        self.copied: list[str] = []
        self.keys: list[str] = []

    BINDINGS = [("f6", "seen('f6')"), ("f7", "seen('f7')")]  # noqa: RUF012 - Textual's own way

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.area

    def action_seen(self, key: str) -> None:
        self.keys.append(key)

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)

    def on_paste_wanted(self, message: PasteWanted) -> None:
        self.wanted.append(message.control)

    def drawn(self) -> Iterator[str]:
        for field in (self.line, self.area):
            for strip in field.render_lines(Region(0, 0, *field.outer_size)):
                yield strip.text


async def test_every_text_is_kept_as_given_and_shown_without_power() -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True):
        for text in HOSTILE:
            app.line.value = text[:300]
            app.area.text = text
            assert (app.line.value, app.area.text) == (clean(text[:300]), clean(text))
            assert not [line for line in app.drawn() if CONTROL.search(line)]


async def test_controls_are_shown_as_pictures() -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        app.line.value = app.area.text = "bell\x07 escape\x1b feed\x0c\x85."
        await pilot.pause()
        picture = "\n".join(app.drawn())
        assert "bell␇ escape␛ feed␌⏎." in picture
        assert picture.count("bell␇ escape␛ feed␌") == 2


async def test_a_text_given_at_the_start_is_cleaned_too() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True):
        assert SafeInput("a\r\nb\ud800").value == "a\nb\ufffd"
        assert SafeTextArea("a\r\nb\ud800\x0b").text == "a\nb\ufffd\x0b"


@pytest.mark.parametrize("name", ["line", "area"])
async def test_typing_stands_where_the_cursor_is_among_controls(name: str) -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        field = app.query_one(f"#{name}")
        field.focus()
        await pilot.pause()
        app.post_message(events.Paste("a\x1bb"))
        await pilot.pause()
        await pilot.press("left", "x")
        assert (app.line.value if name == "line" else app.area.text) == "a\x1bxb"


async def test_a_paste_into_a_line_is_joined_and_into_an_area_is_kept() -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        for field in (app.line, app.area):
            field.focus()
            await pilot.pause()
            app.post_message(events.Paste("one\r\ntwo \x1b[31m\nthree\n"))
            await pilot.pause()
        assert app.line.value == "one two \x1b[31m three"
        assert app.area.text == "one\ntwo \x1b[31m\nthree\n"


async def test_a_paste_of_a_megabyte_is_taken_and_can_be_undone() -> None:
    app = Host()
    text = "a line with an escape \x1b[0m in it\n" * 30_000
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        app.area.focus()
        await pilot.pause()
        app.post_message(events.Paste(text))
        await pilot.pause()
        assert app.area.text == text
        await pilot.press("ctrl+z")
        assert app.area.text == ""


async def test_a_paste_too_long_for_a_line_is_refused_and_said() -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        app.line.value = "kept"
        app.line.paste("x" * LONGEST_LINE)
        await pilot.pause()
        assert app.line.value == "kept"
        assert [notice.message for notice in app._notifications] == [
            "10,000 characters are too many for one line; nothing was pasted."
        ]


async def test_undo_and_redo_in_a_line() -> None:
    app = Host()
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        app.line.focus()
        await pilot.press(*"hello", "space", *"world")
        steps = ["hello world"]
        for _ in range(4):
            await pilot.press("ctrl+z")
            steps.append(app.line.value)
        assert steps == ["hello world", "hello ", "", "", ""]
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert app.line.value == "hello world"
        await pilot.press("backspace", "ctrl+z", "!")
        assert app.line.value == "hello world!"
        await pilot.press("ctrl+y")
        assert app.line.value == "hello world!"


async def test_undo_in_an_area_that_needed_a_scroll_bar_and_no_longer_does() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.area.focus()
        app.area.paste("line\n" * 100)
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert app.area.text == ""
        await pilot.press("ctrl+y")
        assert app.area.text == "line\n" * 100


async def test_another_text_can_be_put_in_and_taken_back() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.area.text = "first\x1b"
        app.area.replace_all("second")
        assert app.area.text == "second"
        app.area.focus()
        await pilot.press("ctrl+z")
        assert app.area.text == "first\x1b"


async def test_copy_and_cut_give_the_app_the_text_as_it_is() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.area.text = "one\x1b\ntwo"
        app.area.focus()
        app.area.select_all()
        await pilot.press("ctrl+c")
        app.area.move_cursor((0, 1))
        await pilot.press("ctrl+x")
        assert app.copied == ["one\x1b\ntwo", "one\x1b"]
        assert app.area.text == "\ntwo"
        app.line.value = "three"
        app.line.focus()
        await pilot.press("ctrl+c")
        assert app.copied[-1] == "three"


async def test_ctrl_v_asks_for_the_systems_clipboard() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        for field in (app.line, app.area):
            field.focus()
            await pilot.press("ctrl+v")
            field.paste("from elsewhere")
        assert app.wanted == [app.line, app.area]
        assert (app.line.value, app.area.text) == ("from elsewhere", "from elsewhere")


async def test_an_area_that_is_read_only_takes_nothing() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.area.text = "kept"
        app.area.read_only = True
        app.area.focus()
        app.area.paste("x")
        await pilot.press("ctrl+x", "ctrl+v", "y")
        assert (app.area.text, app.wanted, app.copied) == ("kept", [], [])


async def test_keys_of_the_screen_are_left_to_it() -> None:
    app = Host()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.area.focus()
        await pilot.press("f6", "f7", "tab")
        assert app.keys == ["f6", "f7"]
        assert app.focused is app.line
        assert app.area.text == ""
