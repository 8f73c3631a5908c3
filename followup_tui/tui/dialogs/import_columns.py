"""How the columns of a table are matched, to be corrected column by column."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.desk.importing.run import FileRead
from followup_tui.desk.importing.telling import fields_for
from followup_tui.tui.dialogs.base import explained
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.table_lines import Lines

_EXPLANATION = "What is read from each column. It is remembered for tables with these titles."


class ImportColumns(ResultsDialog[Mapping[str, str]]):
    """A line for each column; the answer is the field of each, by its title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "Change", tooltip="Choose what the column is", id="columns.change"),
        Binding("ctrl+s", "accept", "Done", tooltip="Read the table this way", id="columns.accept"),
        Binding("down,j", "down", "Down", tooltip="To the column below", id="columns.down", show=False),
        Binding("up,k", "up", "Up", tooltip="To the column above", id="columns.up", show=False),
        Binding("pagedown", "page_down", "Page down", tooltip="A page down", id="columns.page_down", show=False),
        Binding("pageup", "page_up", "Page up", tooltip="A page up", id="columns.page_up", show=False),
    ]

    DEFAULT_CSS = """
    ImportColumns {
        & > .dialog--box { width: 100; height: 80%; max-height: 40; min-height: 14; }
        & Results { height: 1fr; margin-top: 1; }
    }
    """

    def __init__(self, file: FileRead) -> None:
        """A dialog about the columns of a file that was read."""
        super().__init__("Columns")
        self._words = dict(fields_for(file))
        self._fields = {column.title: column.field for column in file.columns if column.title}
        self._titles = tuple(self._fields)

    def compose_question(self) -> list[Widget]:
        """The columns."""
        return [explained(_EXPLANATION), Results()]

    def on_mount(self) -> None:
        """Show how they are matched."""
        self._show(0)

    def _show(self, cursor: int) -> None:
        rows = [
            Result(str(number), title, self._words[self._fields[title]], symbol="→" if self._fields[title] else " ")
            for number, title in enumerate(self._titles)
        ]
        self.results.show(rows, "", "The table has no titles.")
        self.results.go_to(cursor)

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self.action_change()

    @work(exclusive=True, group="change")
    async def action_change(self) -> None:
        """Choose what the column at the cursor is."""
        place = self.results.cursor
        if place is None:
            return
        title = self._titles[place]
        choices = [Choice("", words, "", field) for field, words in self._words.items()]
        field = await self.app.push_screen_wait(Choose(f"“{title}” is", choices))
        if field is not None:
            self._fields[title] = field
            self._show(place)

    def action_accept(self) -> None:
        """Read the table this way."""
        self.dismiss(self._fields)
