"""What importing a file would do, before anything is done: counts, samples, how columns were matched, proposals."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk.importing import telling
from followup_tui.desk.importing.run import (
    FileRead,
    Prepared,
    Stopped,
    Wish,
    job_for,
    prepare_job,
    remember_columns,
    store,
)
from followup_tui.domain.errors import FollowupError
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.import_choices import ImportChoices
from followup_tui.tui.dialogs.import_columns import ImportColumns
from followup_tui.tui.dialogs.import_who import ask_who
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import notify, shown

_EVERY_S = 0.1
_MOST_SAID = 100


class ImportPreview(Dialog[str]):
    """Reads files in a thread of its own, shows what came of it, and imports it; the answer says what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Import", tooltip="Put it into the book, as one step of undo", id="import.accept"),
        Binding("c", "columns", "Columns", tooltip="Correct how the columns are matched", id="import.columns"),
        Binding("p", "choices", "Decide", tooltip="Decide what only you can know", id="import.choices"),
        Binding("down,j", "down", "Down", tooltip="A line down", id="import.down", show=False),
        Binding("up,k", "up", "Up", tooltip="A line up", id="import.up", show=False),
        Binding("pagedown", "page_down", "Page down", tooltip="A page down", id="import.page_down", show=False),
        Binding("pageup", "page_up", "Page up", tooltip="A page up", id="import.page_up", show=False),
    ]

    DEFAULT_CSS = """
    ImportPreview {
        & > .dialog--box { width: 100; }
        & VerticalScroll { height: auto; min-height: 6; max-height: 1fr; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
    }
    """

    def __init__(self, services: Services, paths: tuple[Path, ...]) -> None:
        """A preview of importing the files at `paths`, all or none."""
        super().__init__(f"Import {paths[0].name if len(paths) == 1 else f'{len(paths)} files'}")
        self._services = services
        self._wish = Wish(paths)
        self._prepared: Prepared | None = None
        self._stop = threading.Event()
        self._is_busy = True
        self._progress = (0, 0.0)

    def compose_question(self) -> list[Widget]:
        """What is told."""
        return [VerticalScroll(Static(id="told"))]

    def on_mount(self) -> None:
        """Read the files."""
        self.set_interval(_EVERY_S, self._tell_progress)
        self._read()

    def on_unmount(self) -> None:
        """Whatever is still being read is wanted by nobody any more."""
        self._stop.set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be corrected and imported shows once the file is read."""
        ready = self._prepared if not self._is_busy else None
        if action == "accept":
            return ready is not None
        if action == "columns":
            return ready is not None and bool(_tables(ready))
        if action == "choices":
            return ready is not None and bool(ready.proposals)
        return super().check_action(action, parameters)

    # Reading

    @work(exclusive=True, group="import")
    async def _read(self) -> None:
        self._set_busy(busy=True)
        self._tell(shown("Reading…"))
        await ask_who(self, self._services, self._wish.paths)
        try:
            job = await self._services.desk.ask(job_for, self._wish)
            self._prepared = await asyncio.to_thread(prepare_job, job, self._hear)
        except Stopped:
            return
        except FollowupError as error:
            self._prepared = None
            self._is_busy = False
            self._tell(shown(str(error), style="$text-error"))
            self.refresh_bindings()
            return
        self._set_busy(busy=False)
        self._tell(Content("\n").join(_lines(self._prepared)))

    def _hear(self, _path: Path, count: int, part: float) -> None:
        """Called in the reading thread: how far it is. Raises Stopped once nobody wants to know."""
        if self._stop.is_set():
            raise Stopped
        self._progress = (count, part)

    def _tell_progress(self) -> None:
        count, part = self._progress
        if self._is_busy and count:
            self._tell(shown(f"Reading… {count:,} so far, {part:.0%}. {self._services.key('dialog.cancel')} stops."))

    def _tell(self, text: Content) -> None:
        self.query_one("#told", Static).update(text)

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy, self._progress = busy, (0, 0.0)
        self.refresh_bindings()

    # Keys

    @work(exclusive=True, group="import")
    async def action_accept(self) -> None:
        """Put it into the book."""
        prepared = self._prepared
        if prepared is None:
            return
        self._set_busy(busy=True)
        self._tell(shown("Saving…"))
        try:
            await self._services.desk.ask(store, prepared)
        except FollowupError as error:
            self._set_busy(busy=False)
            self._tell(shown(f"{error}", style="$text-error"))
            return
        self.dismiss(telling.outcome(prepared))

    @work
    async def action_columns(self) -> None:
        """Correct how the columns are matched, keep it for such tables, and read again."""
        if self._prepared is None:
            return
        file = await self._table(_tables(self._prepared))
        if file is None:
            return
        columns = await self.app.push_screen_wait(ImportColumns(file))
        if columns is None:
            return
        try:
            await self._services.desk.ask(remember_columns, file.titles, columns)
        except FollowupError as error:
            notify(self, str(error), severity="warning")
        if len(self._wish.paths) == 1:
            self._wish = self._wish._replace(columns=columns, kind=file.kind)
        self._read()

    async def _table(self, tables: Sequence[FileRead]) -> FileRead | None:
        """The table whose columns are to be corrected: of several, the one that is chosen."""
        if len(tables) == 1:
            return tables[0]
        choices = [Choice("", file.path.name, telling.kind_of(file), file) for file in tables]
        return await self.app.push_screen_wait(Choose("The columns of", choices))

    @work
    async def action_choices(self) -> None:
        """Decide what only the user can know, and read again."""
        if self._prepared is None:
            return
        answers = await self.app.push_screen_wait(ImportChoices(self._prepared.proposals))
        if answers is not None:
            self._wish = self._wish._replace(decisions={**self._wish.decisions, **answers})
            self._read()

    def action_down(self) -> None:
        """A line down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_up(self) -> None:
        """A line up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def action_page_down(self) -> None:
        """A page down."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """A page up."""
        self.query_one(VerticalScroll).scroll_page_up(animate=False)


def _tables(prepared: Prepared) -> list[FileRead]:
    """The files whose columns can be corrected."""
    return [file for file in prepared.files if file.columns]


def _lines(prepared: Prepared) -> Iterator[Content]:
    """What importing would do."""
    several = len(prepared.files) > 1
    for file in prepared.files:
        kind = telling.kind_of(file)
        yield shown(f"{file.path.name}: {kind}" if several else kind, style="bold")
    for title, number in telling.counts(prepared):
        yield _titled(title, number)
    for title, records in telling.samples(prepared):
        yield Content("")
        yield shown(title, style="bold")
        yield from (shown(f"  {record}") for record in records)
    for file in prepared.files:
        for title, text in telling.matched_columns(file):
            yield Content("")
            yield _titled(f"{title} of {file.path.name}" if several else title, text)
    for title, lines in telling.said(prepared):
        yield Content("")
        yield shown(f"{title}: {len(lines):,}", style="bold")
        yield from (shown(f"  {line}") for line in lines[:_MOST_SAID])
        if len(lines) > _MOST_SAID:
            yield shown(f"  … and {len(lines) - _MOST_SAID:,} more")


def _titled(title: str, text: str) -> Content:
    return Content.assemble(shown(f"{title}: ", style="$text-muted"), shown(text))
