"""Something the user said they would send: what, to whom, by when."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.desk.interviews import Promised
from followup_tui.tui.dialogs.after_interview import PromiseRow
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.when_field import Times


class NewPromise(Dialog[Promised]):
    """A promise in one row of fields."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "accept", "Add", tooltip="Note the promise; enter does too", id="promise.save", priority=True
        ),
        Binding("tab", "app.focus_next", "Next field", tooltip="To the next field", id="promise.next"),
    ]

    DEFAULT_CSS = """
    NewPromise > .dialog--box { width: 96; }
    """

    def __init__(self, explanation: str, people: Mapping[str, str], times: Times) -> None:
        """A dialog about an interview with these people, names by id."""
        super().__init__("What did you promise?")
        self._explanation = explanation
        self._people = people
        self._times = times

    def compose_question(self) -> list[Widget]:
        """In which interview, and the fields."""
        return [explained(self._explanation), PromiseRow(self._people, self._times, Promised(""))]

    def on_input_submitted(self) -> None:
        """Enter in a field."""
        self.action_accept()

    def action_accept(self) -> None:
        """Note it, once there are words and the day is understood."""
        row = self.query_one(PromiseRow)
        if not row.text:
            row.query_one(".promise--text", SafeInput).focus()
        elif not row.due.is_clear:
            row.due.query_one(SafeInput).focus()
        else:
            self.dismiss(row.promised)
            return
        self.app.bell()
