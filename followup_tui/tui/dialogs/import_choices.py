"""What an import proposes and only the user can know, such as whether two people are one: accepted, or not."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk.importing.taking import Proposal
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table_lines import Lines

_YES, _NO = "✓", "·"


class ImportChoices(ResultsDialog[Mapping[str, bool]]):
    """A line for each proposal, and the whole of the one at the cursor; the answer says yes or no for each key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "Yes or no", tooltip="Accept the proposal, or not", id="choices.turn"),
        Binding("A", "turn_all", "All", tooltip="Accept all, or none", id="choices.turn_all"),
        Binding("enter", "accept", "Done", tooltip="Import it this way", id="choices.accept"),
        Binding("down,j", "down", "Down", tooltip="To the proposal below", id="choices.down", show=False),
        Binding("up,k", "up", "Up", tooltip="To the proposal above", id="choices.up", show=False),
        Binding("pagedown", "page_down", "Page down", tooltip="A page down", id="choices.page_down", show=False),
        Binding("pageup", "page_up", "Page up", tooltip="A page up", id="choices.page_up", show=False),
    ]

    DEFAULT_CSS = """
    ImportChoices {
        & > .dialog--box { width: 100; height: 80%; max-height: 40; min-height: 14; }
        & Results { height: 1fr; }
        & #whole { height: 4; color: $text-muted; border-top: solid $border-blurred; padding: 0 1; }
    }
    """

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        """A dialog about these proposals, as they are answered now."""
        super().__init__("Yours to decide")
        self._proposals = proposals
        self._answers = {one.key: one.accepted for one in proposals}

    def compose_question(self) -> list[Widget]:
        """The proposals, and the whole of one."""
        return [Results(), Static(id="whole")]

    def on_mount(self) -> None:
        """Show them."""
        self._show(0)

    def _show(self, cursor: int) -> None:
        rows = [Result(one.key, one.text, symbol=_YES if self._answers[one.key] else _NO) for one in self._proposals]
        self.results.show(rows, "")
        self.results.go_to(cursor)

    @on(Lines.RowHighlighted)
    def _tell_whole(self) -> None:
        place = self.results.cursor
        one = self._proposals[place] if place is not None else None
        self.query_one("#whole", Static).update(shown(one.text if one else "", single_line=False))

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Accept the proposal at the cursor, or not."""
        place = self.results.cursor
        if place is not None:
            key = self._proposals[place].key
            self._answers[key] = not self._answers[key]
            self._show(min(place + 1, len(self._proposals) - 1))

    def action_turn_all(self) -> None:
        """Accept all, or none if all are accepted."""
        wanted = not all(self._answers.values())
        self._answers = dict.fromkeys(self._answers, wanted)
        self._show(self.results.cursor or 0)

    def action_accept(self) -> None:
        """Import so."""
        self.dismiss(self._answers)
