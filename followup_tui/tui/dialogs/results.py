"""A question whose answer is a line of a list; the keys move its cursor, whatever has the focus."""

from typing import TypeVar

from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.results import Results

Answer = TypeVar("Answer")


class ResultsDialog(Dialog[Answer]):
    """A dialog with one list. A subclass composes it, and binds the keys by ids of its own."""

    @property
    def results(self) -> Results:
        """The list."""
        return self.query_one(Results)

    @property
    def is_left(self) -> bool:
        """Whether the dialog has been closed, so that what was still looked for has nowhere to be shown."""
        return not self.query(Results)

    def action_down(self) -> None:
        """To the line below."""
        self.results.action_cursor_down()

    def action_up(self) -> None:
        """To the line above."""
        self.results.action_cursor_up()

    def action_page_down(self) -> None:
        """A page down."""
        self.results.action_page_down()

    def action_page_up(self) -> None:
        """A page up."""
        self.results.action_page_up()
