"""Ways to change one setting: a line that says what it means, many lines, a theme that is shown at once, a key."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeTextArea
from followup_tui.tui.widgets.meant import Meaning, MeantField
from followup_tui.tui.widgets.safe import shown


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


class PickTheme(Dialog[str]):
    """The themes; the one at the cursor is shown on all screens, and going back restores the one there was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Take it", tooltip="Keep the theme at the cursor", id="theme.take", priority=True),
        Binding("j", "move(1)", "Down", show=False, tooltip="To the theme below", id="theme.down"),
        Binding("k", "move(-1)", "Up", show=False, tooltip="To the theme above", id="theme.up"),
    ]

    DEFAULT_CSS = """
    PickTheme {
        background: transparent;
        & > .dialog--box { width: 34; }
        & OptionList { height: auto; max-height: 20; background: $surface; }
    }
    """

    def __init__(self, names: Sequence[str]) -> None:
        """A list of these themes, the cursor on the one that is shown now."""
        super().__init__("Theme")
        self._names = names

    def compose_question(self) -> list[Widget]:
        """The themes."""
        return [OptionList(*(Option(shown(name)) for name in self._names), markup=False)]

    def on_mount(self) -> None:
        """Begin at the theme that is shown."""
        self._before = self.app.theme
        self.query_one(OptionList).highlighted = self._names.index(self._before)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the theme at the cursor."""
        event.stop()
        self.app.theme = self._names[event.option_index]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._names[event.option_index])

    def action_choose(self) -> None:
        """Keep the theme at the cursor."""
        self.query_one(OptionList).action_select()

    def action_move(self, step: int) -> None:
        """To the theme below or above."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_cancel(self) -> None:
        """Show again what there was."""
        self.app.theme = self._before
        self.dismiss(None)


class PressKey(Dialog[str]):
    """The next key that is pressed is the answer, unless `problem` has something to say against it."""

    DEFAULT_CSS = """
    PressKey { & > .dialog--box { height: auto; } }
    """

    def __init__(self, title: str, explanation: str, problem: Callable[[str], str]) -> None:
        """A dialog that waits for a key; escape is the way out, and so cannot be bound here."""
        super().__init__(title)
        self._explanation = explanation
        self._problem = problem

    def compose_question(self) -> list[Widget]:
        """What the key is for, and why the last one was refused."""
        return [explained(self._explanation), Static("Press the new key.", id="pressed", markup=False)]

    def on_key(self, event: events.Key) -> None:
        """Any key but escape."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        problem = self._problem(event.key)
        if problem:
            line = self.query_one("#pressed", Static)
            line.update(shown(problem))
            line.set_classes("dialog--error")
        else:
            self.dismiss(event.key)
