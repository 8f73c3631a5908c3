"""Narrowing what a screen shows: the field that is typed into."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from followup_tui.tui.widgets.fields import SafeInput


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
