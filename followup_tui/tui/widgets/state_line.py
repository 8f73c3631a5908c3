"""The line below a letter that says what happened to it last."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.widgets.safe import shown


class StateLine(Static, can_focus=True):
    """What happened to the draft last. It takes the focus when a copy cannot be checked, so that `w` can be pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "screen.write_file", "Write it to a file", tooltip="Write the message to a file", id="draft.file"),
    ]

    def __init__(self, text: str, typed_into: Widget, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """A line that begins with `text`; `typed_into` is the field that has what is typed here."""
        super().__init__(shown(text), id=id)
        self._typed_into = typed_into

    def say(self, text: str) -> None:
        """Say what happened, in place of what was said before."""
        self.update(shown(text))

    def on_key(self, event: events.Key) -> None:
        """Anything else that is typed belongs to the letter."""
        active = self.screen.active_bindings.get(event.key)
        is_own = active is not None and active.node is self
        if event.is_printable and not is_own:
            event.stop()
            self._typed_into.focus()
            self.app.simulate_key(event.key)
