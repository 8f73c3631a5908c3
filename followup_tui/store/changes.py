"""What one change did: the records before and after, and how it is called in the user's words."""

from collections.abc import Sequence

import msgspec

from followup_tui.domain.records import Record
from followup_tui.store.postings import Head


class Change(msgspec.Struct, frozen=True):
    """One record of `table`: added (`before` is None), changed, or deleted (`after` is None)."""

    table: str
    id: str
    before: Record | None
    after: Record | None


class ChangeSet(msgspec.Struct, frozen=True):
    """One durable, atomic step of a book.

    `label` says what was done in the user's words ("Logged a thank-you to Ana Ruiz"), `at` is an instant as the book
    writes it, `origin` names the window or command that did it, and change sets of one `session` are one step of undo.
    `undoes` and `redoes` hold the ids of the steps that this one took back or did again. A change set without changes
    was never written: there was nothing to do.
    """

    id: str
    label: str
    at: str
    origin: str
    changes: tuple[Change, ...]
    session: str | None = None
    undoes: tuple[str, ...] = ()
    redoes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)


def change_set_of(head: Head, changes: Sequence[Change]) -> ChangeSet:
    """The change set that a head and its changes make."""
    return ChangeSet(head.id, head.label, head.at, head.origin, tuple(changes), head.session, head.undoes, head.redoes)
