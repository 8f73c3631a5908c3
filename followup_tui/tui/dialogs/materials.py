"""Everything worth sending, and who has had which."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk import deleting
from followup_tui.desk.browser import is_web_page, open_page
from followup_tui.desk.materials import Shelved, shelf
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import ago_words
from followup_tui.domain.records import Material
from followup_tui.tui.dialogs.delete import Delete
from followup_tui.tui.dialogs.material_form import MaterialForm
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.safe import notify, shown
from followup_tui.tui.widgets.table_lines import Lines

_NOTHING = "Nothing yet. {key} adds a work sample, a reference, an article, something you are proud of."


class Materials(ResultsDialog[None]):
    """A list with what is known of the thing at the cursor below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", tooltip="Add something worth sending", id="materials.add"),
        Binding("enter,e", "edit", "Edit", tooltip="Edit what is at the cursor", id="materials.edit"),
        Binding("O", "open_link", "Link", tooltip="Open its link in the browser", id="materials.link"),
        Binding("delete", "delete", "Delete", tooltip="Delete what is at the cursor", id="materials.delete"),
        Binding("down,j", "down", "Down", tooltip="To the one below", id="materials.down", show=False),
        Binding("up,k", "up", "Up", tooltip="To the one above", id="materials.up", show=False),
    ]

    DEFAULT_CSS = """
    Materials {
        & > .dialog--box { width: 100; height: 80%; max-height: 26; min-height: 14; }
        & Results { height: 1fr; }
        & #details { height: auto; max-height: 8; border-top: solid $border-blurred; padding: 0 1; }
    }
    """

    def __init__(self, services: Services) -> None:
        """A list of what the desk's book has."""
        super().__init__("Worth sending")
        self._services = services
        self._shelf: Sequence[Shelved] = ()

    def compose_question(self) -> list[Widget]:
        """The list, and what there is to know of one."""
        return [Results(), Static(id="details")]

    async def on_mount(self) -> None:
        """Show what there is."""
        await self._show()

    async def _show(self, at: str | None = None) -> None:
        """Show it anew, the cursor on that material or where it was."""
        place = self.results.cursor or 0
        self._shelf = await self._services.desk.ask(shelf)
        rows = [self._row(one) for one in self._shelf]
        self.results.show(rows, "", _NOTHING.format(key=self._services.key("materials.add")))
        ids = [one.material.id for one in self._shelf]
        if ids:
            self.results.go_to(ids.index(at) if at in ids else min(place, len(ids) - 1))
        self._tell_details()
        self.refresh_bindings()

    def _row(self, one: Shelved) -> Result:
        had = f"{len(one.had)} had it" if one.had else "nobody has had it"
        return Result(one.material.id, one.material.title, one.material.kind.replace("_", " "), had, symbol=" ")

    @property
    def _here(self) -> Shelved | None:
        place = self.results.cursor if self.is_mounted else None
        return self._shelf[place] if place is not None and place < len(self._shelf) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on a material is there while there is one, and a link only where it is one."""
        if action in ("edit", "delete"):
            return self._here is not None
        if action == "open_link":
            return self._here is not None and is_web_page(self._here.material.url or "")
        return super().check_action(action, parameters)

    @on(Lines.RowHighlighted)
    def _moved(self) -> None:
        self._tell_details()
        self.refresh_bindings()

    def _tell_details(self) -> None:
        one = self._here
        details = self.query_one("#details", Static)
        details.display = one is not None
        if one is not None:
            now = self._services.now()
            had = ", ".join(f"{who.name or 'nobody in particular'} {ago_words(who.at, now)}" for who in one.had)
            parts = (one.material.url, one.material.text.strip(), f"Sent to {had}." if had else "")
            details.update(shown("\n".join(filter(None, parts)) or "Nobody has had it yet.", single_line=False))

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self.action_edit()

    def action_new(self) -> None:
        """Add something."""
        self._fill_in(None)

    def action_edit(self) -> None:
        """Edit what is at the cursor."""
        if self._here is not None:
            self._fill_in(self._here.material)

    @work(exclusive=True, group="material")
    async def _fill_in(self, edited: Material | None) -> None:
        stored = await self.app.push_screen_wait(MaterialForm(self._services, edited))
        if stored is not None:
            await self._show(stored.id)

    @work(exclusive=True, group="material")
    async def action_delete(self) -> None:
        """Delete what is at the cursor, once the user knows from what it is taken out."""
        if self._here is None:
            return
        ids = [self._here.material.id]
        try:
            doomed = await self._services.desk.ask(deleting.deletion, ids)
            if await self.app.push_screen_wait(Delete(doomed, self._services.key("undo"))):
                await self._services.desk.ask(deleting.delete, ids)
        except FollowupError as error:
            notify(self, str(error), severity="error")
        await self._show()

    @work(thread=True, exclusive=True, group="link")
    def action_open_link(self) -> None:
        """Open the link of what is at the cursor in the browser."""
        link = (self._here.material.url or "").strip() if self._here is not None else ""
        if not open_page(link):
            self.app.call_from_thread(
                notify, self, f"No browser could be started here. The link: {link}", severity="warning"
            )
