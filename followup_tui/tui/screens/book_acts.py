"""What is done with the book as a whole: added to, imported into, exported, and gone back in."""

from pathlib import Path
from typing import NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Opportunity
from followup_tui.tui.screens.clerk import Clerk


class Added(NamedTuple):
    """An opportunity that is new, and what is to be told as done."""

    opportunity: Opportunity
    told: str


async def add(clerk: Clerk) -> Added | None:
    """Add an opportunity, in one line or in a form."""
    from followup_tui.desk.pipeline import describe
    from followup_tui.tui.dialogs.quick_add import QuickAdd

    added = await clerk.app.push_screen_wait(QuickAdd(clerk.services))
    return Added(added, f"Added {describe(added)}") if added is not None else None


async def import_files(clerk: Clerk) -> str | None:
    """Choose files, see what importing them would do, and import them; whoever turns back there chooses again.

    What is to be told as done, if anything was.
    """
    from followup_tui.tui.dialogs.import_file import ImportFile
    from followup_tui.tui.dialogs.import_preview import ImportPreview

    chosen: tuple[Path, ...] = ()
    while (paths := await clerk.app.push_screen_wait(ImportFile(clerk.services, chosen))) is not None:
        chosen = paths
        done = await clerk.app.push_screen_wait(ImportPreview(clerk.services, paths))
        if done is not None:
            return done
    return None


async def export(clerk: Clerk, opportunity: Opportunity | None) -> None:
    """Ask what and where to, an opportunity offered first; write it, and say so."""
    from followup_tui.tui.dialogs.export import Export

    exported = await clerk.app.push_screen_wait(Export(clerk.services, opportunity))
    if exported is None:
        return
    clerk.tell(f"Exported {exported.made.words} to {exported.target}.")
    if exported.made.notice:
        clerk.tell(exported.made.notice, "warning")


async def take_back(clerk: Clerk) -> None:
    """Take back this window's last change."""
    change = await clerk.perform(Desk.undo, own=True)
    if change is not None:
        clerk.tell(f"{change.label}.")


async def make_again(clerk: Clerk) -> None:
    """Make again what was taken back."""
    change = await clerk.perform(Desk.redo, own=True)
    if change is not None:
        clerk.tell(f"{change.label}.")


async def go_back(clerk: Clerk) -> None:
    """Show the last changes, and go back to before one of them."""
    from followup_tui.tui.dialogs.changes import Changes

    label = await clerk.app.push_screen_wait(Changes(clerk.services))
    if label is not None:
        clerk.tell(f"{label}.")
