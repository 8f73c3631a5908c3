"""The themes, each shown at once."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.safe import shown


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
        & OptionList { height: auto; max-height: 70vh; background: $surface; }
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
