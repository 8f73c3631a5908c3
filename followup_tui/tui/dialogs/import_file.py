"""`i`: which files to import. A line to type a path into, and what there is; small enough for any terminal."""

import asyncio
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import WorkerCancelled

from followup_tui.desk.importing.files import Entry, Listing, is_file, listing, path_of, start_folder, written
from followup_tui.domain.when import say_day
from followup_tui.tui.dialogs.base import explained
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table_lines import Lines

_KINDS = (
    "Contacts and applications as CSV (LinkedIn, Google, Outlook, a spreadsheet), vCard, .ics, mail, or our own JSON."
)
_UNITS = ("B", "KB", "MB", "GB")
_STEP = 1000


class ImportFile(ResultsDialog[tuple[Path, ...]]):
    """A path being typed, and below it the files and folders that fit; the answer is a file, or all that are marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "accept", "Open", tooltip="Import the file, or go into the folder", id="file.accept", priority=True
        ),
        Binding(
            "ctrl+t",
            "mark",
            "Mark",
            tooltip="Mark or unmark the file, to import several together",
            id="file.mark",
            priority=True,
        ),
        Binding(
            "tab",
            "complete",
            "Complete",
            tooltip="Put the name at the cursor into the line",
            id="file.complete",
            priority=True,
        ),
        Binding("ctrl+up", "parent", "Above", tooltip="To the folder above", id="file.parent", priority=True),
        Binding("down", "down", "Down", tooltip="To the line below", id="file.down", priority=True, show=False),
        Binding("up", "up", "Up", tooltip="To the line above", id="file.up", priority=True, show=False),
        Binding("pagedown", "page_down", "Page down", id="file.page_down", priority=True, show=False),
        Binding("pageup", "page_up", "Page up", id="file.page_up", priority=True, show=False),
    ]

    DEFAULT_CSS = """
    ImportFile {
        & > .dialog--box { width: 100; height: 80%; max-height: 26; min-height: 14; }
        & SafeInput, & SafeInput:focus { height: 1; border: none; padding: 0 1; background: $panel; margin: 1 0; }
        & Results { height: 1fr; }
    }
    """

    def __init__(self, services: Services, paths: tuple[Path, ...] = ()) -> None:
        """A dialog that starts at the file that was chosen before, or with those marked, else where downloads lie."""
        super().__init__("Import a file")
        self._services = services
        self._marked = dict.fromkeys(paths if len(paths) > 1 else ())
        self._start = written(paths[0]) if len(paths) == 1 else written(_folder_of(paths), is_folder=True)
        self._listing = Listing(Path(), ())
        self._listed: str | None = None  # what was typed when that was all there is

    def compose_question(self) -> list[Widget]:
        """What can be read, the line, and what there is."""
        return [explained(_KINDS), SafeInput(self._start, "a path"), Results()]

    @property
    def line(self) -> SafeInput:
        """The path being typed."""
        return self.query_one(SafeInput)

    def on_mount(self) -> None:
        """Show what there is."""
        self.line.cursor_position = len(self.line.value)
        self._tell_marked()
        self._list(self.line.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    @work(exclusive=True, group="listing")
    async def _list(self, typed: str) -> None:
        self._listing = await asyncio.to_thread(listing, typed)
        self._listed = typed
        if not self.is_left:
            self._show(0)

    async def _catch_up(self) -> None:
        """Wait until what is shown is what was typed: who types fast means the name, not what stood there before."""
        while self._listed != self.line.value:
            with suppress(WorkerCancelled):  # by one that was typed later
                await self._list(self.line.value).wait()

    def _show(self, cursor: int) -> None:
        rows = [self._row(str(number), entry) for number, entry in enumerate(self._listing.entries)]
        self.results.show(rows, "", self._listing.problem)
        self.results.go_to(cursor)

    def _row(self, row: str, entry: Entry) -> Result:
        changed: datetime = entry.changed_at.astimezone(self._services.clock.zone)
        note = "" if entry.is_folder else _size(entry.size)
        title = f"{entry.path.name}{os.sep if entry.is_folder else ''}"
        symbol = "▸" if entry.is_folder else "✓" if entry.path in self._marked else " "
        return Result(row, title, note, say_day(changed.date()), symbol=symbol)

    @property
    def _entry(self) -> Entry | None:
        row = self.results.highlighted
        return self._listing.entries[int(row)] if row is not None else None

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self._take(self._listing.entries[int(event.row_id)])

    @work(group="choose")
    async def action_accept(self) -> None:
        """Import what is marked, else the file that was typed or is at the cursor; or go into the folder there."""
        await self._catch_up()
        typed, entry = path_of(self.line.value), self._entry
        if self._marked and not (entry is not None and entry.is_folder):
            self.dismiss(tuple(self._marked))
        elif is_file(typed):
            self.dismiss((typed,))
        elif self._entry is not None:
            self._take(self._entry)
        else:
            self.app.bell()

    def _take(self, entry: Entry) -> None:
        if entry.is_folder:
            self._write(written(entry.path, is_folder=True))
        else:
            self.dismiss((entry.path,))

    @work(group="choose")
    async def action_mark(self) -> None:
        """Mark or unmark the file at the cursor; on to the next."""
        await self._catch_up()
        place, entry = self.results.cursor, self._entry
        if place is None or entry is None or entry.is_folder:
            self.app.bell()
            return
        if entry.path in self._marked:
            del self._marked[entry.path]
        else:
            self._marked[entry.path] = None
        self._tell_marked()
        self._show(min(place + 1, len(self._listing.entries) - 1))

    def _tell_marked(self) -> None:
        count = len(self._marked)
        title = "Import a file" if not count else f"Import {count} file{'s' if count > 1 else ''}"
        self.query_one(".dialog--box").border_title = shown(title)

    @work(group="choose")
    async def action_complete(self) -> None:
        """Put the name at the cursor into the line."""
        await self._catch_up()
        entry = self._entry
        if entry is None:
            self.app.bell()
        else:
            self._write(written(entry.path, is_folder=entry.is_folder))

    def action_parent(self) -> None:
        """To the folder above."""
        folder = self._listing.folder.absolute()
        self._write(written(folder.parent, is_folder=True))

    def _write(self, text: str) -> None:
        self.line.value = text
        self.line.cursor_position = len(text)


def _folder_of(paths: tuple[Path, ...]) -> Path:
    return paths[-1].parent if paths else start_folder()


def _size(size: int) -> str:
    """`3 KB`."""
    number, unit = float(size), 0
    while number >= _STEP and unit < len(_UNITS) - 1:
        number, unit = number / _STEP, unit + 1
    return f"{number:.0f} {_UNITS[unit]}"
