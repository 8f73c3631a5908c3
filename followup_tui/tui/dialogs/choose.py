"""One of several, by its letter or with the arrows."""

from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.hanging import Hanging, Labelled
from followup_tui.tui.widgets.safe import shown

Value = TypeVar("Value")


class Choice(NamedTuple, Generic[Value]):
    """A choice: the letter that takes it, what it says, what follows it in small, and its value."""

    key: str
    text: str
    note: str
    value: Value


class Choose(Dialog[Value]):
    """A list to choose from; the answer is the value chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", tooltip="Take the choice at the cursor", id="choose.take"),
        Binding("j", "next", "Down", show=False, id="choose.next"),
        Binding("k", "previous", "Up", show=False, id="choose.previous"),
    ]

    DEFAULT_CSS = """
    Choose OptionList { height: auto; max-height: 70vh; background: $surface; }
    """

    def __init__(self, title: str, choices: Sequence[Choice[Value]], explanation: str = "", *, at: int = 0) -> None:
        """A dialog with these choices, the cursor on the one `at` that place."""
        super().__init__(title)
        self._choices = choices
        self._explanation = explanation
        self._at = at

    def compose_question(self) -> list[Widget]:
        """The choices, one a line."""
        options = OptionList(*(Option(_line(choice)) for choice in self._choices), markup=False)
        options.highlighted = self._at
        return [explained(self._explanation), options] if self._explanation else [options]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: events.Key) -> None:
        """A choice's own letter."""
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return

    def action_choose(self) -> None:
        """Take the choice at the cursor."""
        self.query_one(OptionList).action_select()

    def action_next(self) -> None:
        """To the next choice."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """To the choice before."""
        self.query_one(OptionList).action_cursor_up()


def _line(choice: Choice[Value]) -> Hanging:
    note = shown(choice.note, style="$text-muted")
    return Hanging(
        [
            Labelled(
                Content.styled(f"{choice.key} ", "bold $text-accent"),
                Content.assemble(shown(choice.text), "  " if choice.note else "", note),
            )
        ]
    )
