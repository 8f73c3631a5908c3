"""What stands in front while something takes longer than it should: a disk that is slow, or does not answer."""

from collections.abc import Awaitable
from typing import Any, Final, TypeVar

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from followup_tui.tui.widgets.safe import shown

Answer = TypeVar("Answer")

_AFTER_SECONDS: Final = 0.5
"""So long nobody wonders; the keys typed meanwhile are kept for longer than that."""


class Waiting(ModalScreen[None]):
    """A sentence, and no key: what is typed would go to a screen whose work is done already."""

    DEFAULT_CSS = """
    Waiting {
        align: center middle;
        & > Static {
            width: auto;
            max-width: 100%;
            height: auto;
            background: $surface;
            border: round $border;
            padding: 0 1;
        }
    }
    """

    def __init__(self, sentence: str) -> None:
        """A screen that says what is waited for."""
        super().__init__()
        self._sentence = sentence
        self._is_over = False

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(shown(self._sentence))

    def end(self) -> None:
        """Go, at once or as soon as nothing else stands in front."""
        self._is_over = True
        if self.is_current:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Go if it was over while something else stood in front."""
        if self._is_over:
            self.dismiss()


async def waited_for(app: App[Any], sentence: str, answer: Awaitable[Answer]) -> Answer:
    """The answer; while it takes long, `sentence` stands in front of everything. For a worker."""
    waiting = Waiting(sentence)
    timer = app.set_timer(_AFTER_SECONDS, lambda: app.push_screen(waiting))
    try:
        return await answer
    finally:
        timer.stop()
        waiting.end()
