"""Narrowing what a screen shows: the line that says how it is shown, and the field above it that is typed into."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from followup_tui.tui.widgets.fields import SafeInput


class ViewLine(Widget, can_focus=False):
    """One line: what is typed to narrow the view or what there is to say about it, and on the right how it is shown."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ViewLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $text-muted;
    }
    """

    def __init__(self) -> None:
        """A line that says nothing yet."""
        super().__init__()
        self._left, self._right = Content(""), Content("")

    def show(self, left: Content, right: Content) -> None:
        """Say something else; the left gives way where there is no room for both."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Left and right at the ends of the line."""
        width = self.content_size.width
        room = width - self._right.cell_length - 2
        if self._left.cell_length > room:
            # What was typed, and what is said about it, matters more than the order of the cards.
            return self._left.truncate(width, ellipsis=True)
        return Content.assemble(self._left, " " * (room + 2 - self._left.cell_length), self._right)


class NarrowField(SafeInput):
    """Where a narrowing is typed. It decides nothing: each end of typing is a message."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Keep", tooltip="Keep what is narrowed, and go back to it", id="narrow.keep"),
        Binding("down", "keep", "Keep", show=False, tooltip="Keep it, and go back to it", id="narrow.down"),
        Binding("escape", "give_up", "Show all", tooltip="Show everything again", id="narrow.clear"),
    ]

    DEFAULT_CSS = """
    NarrowField, NarrowField:focus {
        height: 1;
        border: none;
        padding: 0 1;
        background: $panel;
    }
    """

    @dataclass
    class Left(Message):
        """The user is done typing: with what was typed, or (`kept` False) with none of it."""

        field: "NarrowField"
        kept: bool

        @property
        def control(self) -> "NarrowField":
            """The field that sent the message."""
            return self.field

    def action_keep(self) -> None:
        """Done: what was typed stays."""
        self.post_message(self.Left(self, kept=True))

    def action_give_up(self) -> None:
        """Done: nothing of it stays."""
        self.value = ""
        self.post_message(self.Left(self, kept=False))
