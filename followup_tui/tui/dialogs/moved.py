"""When something is moved to: a date and time in words, ahead of now."""

from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.when_field import Times, WhenField


class Moved(Dialog[datetime]):
    """A field for the new time; the answer is an instant ahead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Move it", tooltip="Move it to that time", id="moved.accept", priority=True),
    ]

    def __init__(self, title: str, explanation: str, times: Times) -> None:
        """A dialog with this title; the explanation says when it is now."""
        super().__init__(title)
        self._explanation = explanation
        self._times = times

    def compose_question(self) -> list[Widget]:
        """When it is now, and the field for when it is to be."""
        return [explained(self._explanation), WhenField(self._times, placeholder="tue 3pm, 27 nov 10:00")]

    def action_accept(self) -> None:
        """Take the time, once it is understood and ahead."""
        instant = self.query_one(WhenField).instant
        if instant is None:
            self.app.bell()
        else:
            self.dismiss(instant)
