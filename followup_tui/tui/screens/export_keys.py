"""The key that writes the book, or a part of it, to a file for other programs and for people."""

from typing import Final

from textual import work
from textual.binding import Binding, BindingType

from followup_tui.tui.screens.note_keys import NoteKeys

EXPORT_KEYS: Final[list[BindingType]] = [
    Binding(
        "E",
        "export",
        "Export",
        tooltip="Write a report, a calendar, contacts, a table to a file",
        id="export",
        show=False,
    ),
]
"""The bindings of `ExportKeys`."""


class ExportKeys(NoteKeys):
    """Exports; what is at the cursor is offered first."""

    @work
    async def action_export(self) -> None:
        """Ask what and where to, write it, and say so."""
        from followup_tui.tui.dialogs.export import Export

        exported = await self.app.push_screen_wait(Export(self.services, self.target().opportunity))
        if exported is None:
            return
        self.tell(f"Exported {exported.made.words} to {exported.target}.")
        if exported.made.notice:
            self.tell(exported.made.notice, "warning")
