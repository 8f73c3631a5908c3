"""A question in a box in the middle of the screen."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.safe import shown

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """A box with a title, the question's widgets, and a line of keys. Escape answers None: nothing was decided."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Back", tooltip="Leave without deciding anything", id="dialog.cancel"),
    ]

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > .dialog--box {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            background: $surface;
            border: round $border;
            border-title-color: $foreground;
            border-title-style: bold;
            padding: 0 1;
        }
        & .dialog--text { color: $text-muted; width: 1fr; height: auto; }
        & .dialog--line { background: $panel; padding: 0 1; margin: 1 0; }
        & .dialog--error { color: $text-error; width: 1fr; height: auto; }
        & KeyBar { dock: bottom; background: $surface; }
    }
    """

    def __init__(self, title: str) -> None:
        """A dialog with this title, which may quote the user."""
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The box around the question."""
        box = Vertical(*self.compose_question(), KeyBar(), classes="dialog--box")
        box.border_title = shown(self._title)
        yield box

    def compose_question(self) -> list[Widget]:
        """The widgets of the question, from top to bottom."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Leave without deciding anything."""
        self.dismiss(None)


def explained(text: str) -> Static:
    """A line of explanation, which may quote the user."""
    return Static(shown(text, single_line=False), classes="dialog--text")
