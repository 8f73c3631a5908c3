"""The field a letter is written in: its marks go with the text, and what is not drawn again is as it should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.widgets.text_area import Selection

from followup_tui.tui.widgets.letter import Letter, Mark, moved

TEXT = "Dear Ana,\n\n" + " ".join(f"word{number}" for number in range(60)) + "\n\nthe (odd) end\nSam\n"


class Desk(App[None]):
    """A letter in a small window, so that it is wrapped and scrolls."""

    CSS = "Letter { border: round $border; height: 12; }"

    def compose(self) -> ComposeResult:
        yield Letter(TEXT)


KEYS = (
    "x", "y", "enter", "backspace", "down", "down", "right", "shift+down", "shift+right", "delete", "z", "up", "end",
    "ctrl+z", "ctrl+z", "ctrl+y", "pagedown", "pageup", "ctrl+k", "ctrl+end", "left", "left", "left", "left", "left",
    "left", "left", "left", "left", "q", "ctrl+home", "ctrl+u",
)  # fmt: skip


async def test_what_is_on_the_screen_after_each_key_is_what_a_fresh_drawing_gives() -> None:
    app = Desk()
    async with app.run_test(size=(40, 14)) as pilot:
        letter = app.query_one(Letter)
        letter.cursor_blink = False
        letter.mark([Mark(0, 4, "hint"), Mark(11, 16, "error"), Mark(30, 45, "warning")], TEXT)
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            shown = app.export_screenshot()
            letter.notify_style_update()
            await pilot.pause()
            assert shown == app.export_screenshot(), key


async def test_another_width_wraps_and_draws_the_text_anew() -> None:
    app = Desk()
    async with app.run_test(size=(40, 14)) as pilot:
        letter = app.query_one(Letter)
        letter.cursor_blink = False
        for size in ((60, 14), (30, 20), (40, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = app.export_screenshot()
            letter.notify_style_update()
            await pilot.pause()
            assert shown == app.export_screenshot(), size


async def test_leaving_the_field_and_coming_back_draws_its_border_too() -> None:
    app = Desk()
    async with app.run_test(size=(40, 14)) as pilot:
        letter = app.query_one(Letter)
        letter.cursor_blink = False
        await pilot.pause()
        first = app.export_screenshot()
        app.screen.set_focus(None)
        await pilot.pause()
        letter.focus()
        await pilot.pause()
        assert app.export_screenshot() == first


async def test_typing_draws_only_the_rows_of_the_line_that_is_typed_in() -> None:
    app = Desk()
    async with app.run_test(size=(40, 14)) as pilot:
        letter = app.query_one(Letter)
        letter.cursor_blink = False
        await pilot.pause()
        drawn: list[int] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("textual.widgets.TextArea.render_line", _noting(drawn, letter))
            await pilot.press("x")
            await pilot.pause()
        assert set(drawn) == {0}


def _noting(drawn: list[int], letter: Letter) -> object:
    draw = type(letter).__mro__[2].render_line  # type: ignore[attr-defined]  # the TextArea under SafeTextArea

    def render_line(self: Letter, y: int) -> object:
        drawn.append(y)
        return draw(self, y)

    return render_line


async def test_marks_are_underlined_and_go_with_the_text() -> None:
    app = Desk()
    async with app.run_test(size=(40, 14)) as pilot:
        letter = app.query_one(Letter)
        letter.mark([Mark(11, 16, "error")], TEXT)
        spans = letter.get_line(2).spans
        assert [(span.start, span.end) for span in spans] == [(0, 5)]
        await pilot.press(*"oh ", "enter")
        assert letter.marks == (Mark(15, 20, "error"),)
        assert letter.text[15:20] == "word0"
        letter.selection = Selection((3, 2), (3, 2))
        await pilot.press("x")
        assert not letter.marks
        await pilot.press("ctrl+z")
        assert letter.text[15:20] == "word0"


@given(st.text("ab \n", max_size=30), st.data())
def test_marks_that_an_edit_does_not_touch_mark_the_same_text_after_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin = data.draw(st.integers(0, len(text)))
    mark = Mark(begin, data.draw(st.integers(begin, len(text))), "hint")
    after = text[:start] + data.draw(st.text("ab \n", max_size=5)) + text[end:]
    for each in moved([mark], text, after):
        assert after[each.start : each.end] == text[mark.start : mark.end]
    if after == text:
        assert moved([mark], text, after) == (mark,)


async def test_one_comes_to_both_ends_of_the_letter_and_selects_up_to_them() -> None:
    async with Desk().run_test(size=(40, 14)) as pilot:
        letter = pilot.app.query_one(Letter)
        await pilot.press("ctrl+end")
        assert letter.cursor_location == letter.document.end
        await pilot.press("ctrl+shift+home")
        assert letter.selected_text == TEXT
        await pilot.press("ctrl+home", "right")
        assert letter.selection == Selection.cursor((0, 1))
        await pilot.press("alt+a", "x")
        assert letter.text == "x"
