"""Several of a few: a list whose lines are ticked or not, told apart without colour too."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from followup_tui.tui.widgets.safe import shown


class Ticks(OptionList):
    """`space` ticks or unticks the line at the cursor; so does a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", tooltip="Tick or untick it", id="ticks.tick"),
        Binding("j", "cursor_down", "Down", show=False, tooltip="To the next line", id="ticks.down"),
        Binding("k", "cursor_up", "Up", show=False, tooltip="To the line before", id="ticks.up"),
    ]

    DEFAULT_CSS = """
    Ticks { height: auto; border: none; padding: 0; background: $surface; }
    """

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        ticked: Sequence[str] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        """A list of values with their texts; those of `ticked` are ticked at first."""
        self._choices = lines
        self._ticked = {value for value, _ in lines if value in ticked}
        super().__init__(*(Option(self._said(index)) for index in range(len(lines))), id=id, markup=False)

    def _said(self, index: int) -> Content:
        value, text = self._choices[index]
        mark = ("[✓] ", "$text-success") if value in self._ticked else ("[ ] ", "$text-muted")
        return Content.assemble(mark, shown(text))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked, in their order."""
        return tuple(value for value, _ in self._choices if value in self._ticked)

    def action_tick(self) -> None:
        """Tick or untick the line at the cursor."""
        if self.highlighted is not None:
            self._ticked ^= {self._choices[self.highlighted][0]}
            self.replace_option_prompt_at_index(self.highlighted, self._said(self.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click, or enter where nothing else takes it."""
        event.stop()
        self.action_tick()
