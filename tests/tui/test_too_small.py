"""A terminal that is too small says so, and what was there is there again once there is room."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from followup_tui.tui.dialogs.too_small import TooSmall, mind_size


class Host(App[None]):
    """An app with one field, which minds its size."""

    def compose(self) -> ComposeResult:
        yield Input()

    def on_resize(self, event: events.Resize) -> None:
        mind_size(self, event.size)


@pytest.mark.parametrize("size", [(39, 24), (80, 9), (1, 1)])
async def test_a_terminal_of_less_than_40_by_10_says_so_and_takes_no_keys(size: tuple[int, int]) -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        field = app.query_one(Input)
        await pilot.press("a")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        text = f"{app.screen.query_one(Static).render()}"
        assert text == f"Make the terminal larger: 40×10, now {size[0]}×{size[1]}."
        await pilot.press("b", "escape", "enter")
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert not isinstance(app.screen, TooSmall)
        await pilot.press("c")
        assert (app.focused, field.value) == (field, "ac")


async def test_it_says_so_from_the_start() -> None:
    app = Host()
    async with app.run_test(size=(20, 5), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.query_one(Input).is_mounted


async def test_it_stands_there_once_however_often_the_size_changes() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for width in (30, 20, 10, 30):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
        assert [type(screen) for screen in app.screen_stack[1:]] == [TooSmall]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert len(app.screen_stack) == 1
