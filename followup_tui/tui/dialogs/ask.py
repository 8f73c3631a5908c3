"""One line of text is asked for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeInput


class AskLine(Dialog[str]):
    """A line to type; the answer is its text, without spaces around it. `required`: an empty line is no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Done", tooltip="Take the line as it stands", id="ask.accept", priority=True),
    ]

    def __init__(
        self, title: str, explanation: str = "", *, value: str = "", placeholder: str = "", required: bool = False
    ) -> None:
        """A dialog that starts with `value` in the line."""
        super().__init__(title)
        self._explanation = explanation
        self._value = value
        self._placeholder = placeholder
        self._required = required

    def compose_question(self) -> list[Widget]:
        """What is asked, and the line."""
        line = SafeInput(self._value, self._placeholder, compact=True, classes="dialog--line")
        return [explained(self._explanation), line] if self._explanation else [line]

    def action_accept(self) -> None:
        """Take the line as it stands."""
        text = self.query_one(SafeInput).value.strip()
        if text or not self._required:
            self.dismiss(text)
