"""What stands where there is nothing yet: a sentence, and the ways in."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Middle
from textual.content import Content
from textual.widgets import Static

from followup_tui.tui.widgets.safe import shown


class Greeting(Middle):
    """Lines in the middle of the screen; the keys and what they do stand below each other."""

    DEFAULT_CSS = """
    Greeting {
        width: 1fr;
        height: 1fr;
        align: center middle;
        & > Static { width: auto; max-width: 100%; padding: 0 1; }
    }
    """

    def __init__(self, lines: Sequence[str], ways: Sequence[tuple[str, str]]) -> None:
        """Lines, and keys with what they do."""
        super().__init__()
        self._lines = lines
        self._ways = ways

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(self._text())

    def _text(self) -> Content:
        ways = [Content.assemble(shown(f"{key}  ", style="bold $text-accent"), shown(what)) for key, what in self._ways]
        return Content("\n").join([*map(shown, self._lines), Content(""), *ways])
