"""A text to read: a message as it was sent, why a follow-up is there, what an import would do."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.hanging import Hanging


class Reading(Dialog[None]):
    """A text that can be scrolled; any of the usual keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,space", "cancel", "Back", show=False, id="reading.back"),
        Binding("j,down", "down", "Down", show=False, id="reading.down"),
        Binding("k,up", "up", "Up", show=False, id="reading.up"),
    ]

    DEFAULT_CSS = """
    Reading {
        & > .dialog--box { width: 90; }
        & VerticalScroll { height: auto; max-height: 1fr; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
    }
    """

    def __init__(self, title: str, text: Content | Hanging) -> None:
        """A dialog with this text, which must have been made by `widgets.safe`."""
        super().__init__(title)
        self._text = text

    def compose_question(self) -> list[Widget]:
        """The text."""
        return [VerticalScroll(Static(self._text))]

    def action_down(self) -> None:
        """A line down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_up(self) -> None:
        """A line up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)
