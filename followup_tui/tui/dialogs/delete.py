"""Whether something is to be deleted, and what goes with it."""

from followup_tui.desk.deleting import Deletion, counted
from followup_tui.tui.dialogs.choose import Choice, Choose


class Delete(Choose[bool]):
    """Says what goes with it before anything does; the cursor is on keeping it."""

    def __init__(self, doomed: Deletion, undo_key: str) -> None:
        """A question about these records; `undo_key` is what takes a deletion back."""
        choices = [
            Choice("n", "No, keep it" if len(doomed.records) == 1 else "No, keep them", "", value=False),
            Choice("d", "Delete", f"{undo_key} takes it back", value=True),
        ]
        super().__init__(f"Delete {doomed.title}?", choices, _consequences(doomed))


def _consequences(doomed: Deletion) -> str:
    goes = f"With {_it(doomed)} go: {doomed.counts}." if doomed.counts else f"Nothing else goes with {_it(doomed)}."
    stays = f" Taken out of {counted(doomed.changed)}." if doomed.changed else ""
    return goes + stays


def _it(doomed: Deletion) -> str:
    return "it" if len(doomed.records) == 1 else "them"
