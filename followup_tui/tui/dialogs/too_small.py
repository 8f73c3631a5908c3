"""What stands in front of everything while the terminal is too small to work in."""

from typing import Any

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.tui.size import SMALLEST, is_too_small


class TooSmall(ModalScreen[None]):
    """Says so and waits; what is behind it stays as it is, and is there again once there is room."""

    DEFAULT_CSS = """
    TooSmall {
        background: $background;
        & > Static { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static()

    def on_resize(self) -> None:
        """Say how much room there is now."""
        here = self.app.size
        self.query_one(Static).update(
            Content(f"Make the terminal larger: {SMALLEST.width}×{SMALLEST.height}, now {here.width}×{here.height}.")
        )

    def on_screen_resume(self) -> None:
        """Leave if there was room again while something else stood in front."""
        if not is_too_small(self.app.size):
            self.dismiss()


def mind_size(app: App[Any], size: Size) -> None:
    """Put `TooSmall` in front of everything, or take it away: to be called whenever the app's size changes."""
    in_front = isinstance(app.screen, TooSmall)
    if is_too_small(size) and not in_front:
        app.push_screen(TooSmall())
    elif in_front and not is_too_small(size):
        app.pop_screen()
