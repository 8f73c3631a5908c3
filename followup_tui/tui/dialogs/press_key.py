"""A key to be bound: the next one that is pressed."""

from collections.abc import Callable

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.safe import shown


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
