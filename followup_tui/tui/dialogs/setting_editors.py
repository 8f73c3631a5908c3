"""Ways to type a setting: a line that says what it means, and a text of several lines."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList
from textual.widget import Widget

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeTextArea
from followup_tui.tui.widgets.meant import Meaning, MeantField


class AskMeant(Dialog[str]):
    """A line to type, and what it means while it is typed. What means nothing is not taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Take it", tooltip="Take the line as it stands", id="meant.accept", priority=True),
    ]

    DEFAULT_CSS = """
    AskMeant {
        & MeantField { layout: vertical; }
        & SafeInput, & SafeInput:focus { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    }
    """

    def __init__(
        self,
        title: str,
        explanation: str,
        value: str,
        meaning: Callable[[str], Meaning],
        *,
        known: Iterable[str] = (),
    ) -> None:
        """A dialog that begins with `value`; `meaning` says what a text means, `known` texts are completed."""
        super().__init__(title)
        self._explanation = explanation
        self._value = value
        self._meaning = meaning
        self._suggester = SuggestFromList(known, case_sensitive=False)

    def compose_question(self) -> list[Widget]:
        """What is asked, and the line."""
        return [explained(self._explanation), MeantField(self._value, self._meaning, suggester=self._suggester)]

    def action_accept(self) -> None:
        """Take the line, if it means something."""
        field = self.query_one(MeantField)
        if not field.problem:
            self.dismiss(field.text)


class AskText(Dialog[str]):
    """A text of several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "Take it", tooltip="Take the text as it stands", id="text.accept", priority=True),
    ]

    DEFAULT_CSS = """
    AskText SafeTextArea, AskText SafeTextArea:focus { height: 6; border: none; padding: 0 1; background: $panel; }
    """

    def __init__(self, title: str, explanation: str, value: str) -> None:
        """A dialog that begins with `value`."""
        super().__init__(title)
        self._explanation = explanation
        self._value = value

    def compose_question(self) -> list[Widget]:
        """What is asked, and the text."""
        return [explained(self._explanation), SafeTextArea(self._value)]

    def action_accept(self) -> None:
        """Take the text as it stands."""
        self.dismiss(self.query_one(SafeTextArea).text.rstrip())
