"""The typed book: what the desk asks and changes. (The bodies follow; the names and meanings here are settled.)"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Self

from followup_tui.domain.records import Opportunity, Record
from followup_tui.store.changes import Change, ChangeSet

# A listener gets what changed, and the change set that did it; None when it came from another process or from outside.
Listener = Callable[[Sequence[Change], ChangeSet | None], None]


class Book:
    """One book, open in this process. Every method may be called from any thread; one of them runs at a time.

    The mappings of `records` are live: they change inside `apply`, `undo`, `redo` and `refresh`, so a thread that
    walks through one while another thread changes the book must copy it first.
    """

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        stamp: Callable[[], datetime],
        origin: str | None = None,
        writable: bool = True,
        random: Random | None = None,
    ) -> Self:
        """The book at `path`; an empty one if there is no file, and then nothing is created until the first change.

        `stamp` is the clock for what is stamped. A book of a newer version, or in a place that cannot be written,
        opens with `read_only` set to a sentence. Raises DamagedBook, or StoreError if the file cannot be read.
        """
        raise NotImplementedError

    path: Path
    origin: str
    read_only: str | None
    notices: tuple[str, ...]

    def records(self, table: str) -> Mapping[str, Record]:
        """The records of one table by id, live and read-only."""
        raise NotImplementedError

    @property
    def opportunities(self) -> Mapping[str, Opportunity]:
        """As `records`, typed; likewise contacts, interviews, touchpoints, drafts, materials, reminders, decisions."""
        raise NotImplementedError

    def get(self, record_id: str) -> Record | None:
        """The record with this id, in whatever table."""
        raise NotImplementedError

    def new_id(self, prefix: str) -> str:
        """A short id that sorts by time and that no other process makes: `opp-1m3k9fq2m7c1a`."""
        raise NotImplementedError

    def exclusively(self) -> AbstractContextManager[None]:
        """Holds the book's lock, read up to date, so that what is looked up inside is still true when it is applied.

        May be nested; `apply`, `undo` and `redo` inside it take no second lock. Raises StoreError.
        """
        raise NotImplementedError

    def apply(
        self,
        label: str,
        *,
        put: Iterable[Record] = (),
        delete: Iterable[str] = (),
        session: str | None = None,
        expect: Mapping[str, Record | None] | None = None,
    ) -> ChangeSet:
        """One durable, atomic, undoable change; when it returns, it is on the disk.

        `expect` gives, by id, the records that `put` and `delete` were made from (None: it was new); without it, those
        that this book holds when called. If another process changed such a record meanwhile, fields that only one
        side changed are taken from that side; the same field changed on both sides raises Conflict. Records that
        would stay as they are leave no trace; if nothing is left, nothing is written and the change set is empty.
        Raises StoreError when it could not be made durable: then nothing changed, and a later call may work.
        """
        raise NotImplementedError

    def undo(self, origin: str | None = None) -> ChangeSet:
        """Takes back the book's last step, or the last one of `origin`. Raises NothingToUndo, Conflict, StoreError."""
        raise NotImplementedError

    def undo_to(self, change_id: str) -> ChangeSet:
        """Takes back the step `change_id` and all that were made after it, as one step."""
        raise NotImplementedError

    def redo(self, origin: str | None = None) -> ChangeSet:
        """Does again what was last taken back. Raises NothingToUndo, Conflict, StoreError."""
        raise NotImplementedError

    def history(self, limit: int = 50) -> list[ChangeSet]:
        """The last steps, newest first; change sets of one session are one."""
        raise NotImplementedError

    def refresh(self) -> list[Change]:
        """Reads what other processes wrote, tells the listeners, and returns it; costs two `stat`s when nothing did."""
        raise NotImplementedError

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after each change of the book, in the thread that made or read it; returns the way out."""
        raise NotImplementedError

    def close(self) -> None:
        """Leaves the book; the last process to leave writes the snapshot anew if anything changed. Idempotent."""
        raise NotImplementedError
