"""The typed book: what the desk asks and changes."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Self

from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.store.changes import Change, ChangeSet
from followup_tui.store.disk import Disk, said
from followup_tui.store.errors import Conflict, DamagedBook, StoreError
from followup_tui.store.ids import IdMaker
from followup_tui.store.ledger import Ledger
from followup_tui.store.merge import name_of, to_delete, to_put
from followup_tui.store.postings import Head
from followup_tui.store.views import Views

if TYPE_CHECKING:
    from followup_tui.store.past import Past
    from followup_tui.store.storage import RecordDB

__all__ = ["Book", "Change", "ChangeSet", "Listener"]

# A listener gets what changed, and the change set that did it; None when it came from another process or from outside.
Listener = Callable[[Sequence[Change], ChangeSet | None], None]


class Book(Views):
    """One book, open in this process.

    Every method may be called from any thread; one of them runs at a time, and a change takes as long as the disk
    does, a millisecond or so. The mappings of `records` are live: they change inside `apply`, `undo`, `redo`, `restore`
    and `refresh`, so a thread that walks through one while another thread changes the book copies it first. Listeners
    are called in the thread that made or read the change, before the method returns; they must not wait for another
    thread that may be asking the book something.
    """

    def __init__(self, ledger: Ledger, *, stamp: Callable[[], datetime], origin: str | None, random: Random) -> None:
        super().__init__(ledger.state.tables)
        self._ledger = ledger
        self._stamp = stamp
        self._ids = IdMaker(stamp, random)
        self._listeners: list[Listener] = []
        self._guard = threading.RLock()
        self._past: Past | None = None
        self._is_closed = False
        self._complaint = ""
        self.path = ledger.places.book
        self.origin = origin if origin is not None else self._ids.new("win")

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        stamp: Callable[[], datetime],
        origin: str | None = None,
        writable: bool = True,
        enters_later: bool = False,
        random: Random | None = None,
        disk: Disk | None = None,
    ) -> Self:
        """The book at `path`; an empty one if there is no file, and then nothing is created until the first change.

        `stamp` is the clock for what is stamped. A book of a newer version, or in a place that cannot be written,
        opens with `read_only` set to a sentence. With `enters_later` it can be read a little sooner, and `enter` is to
        be called after that. Raises DamagedBook, or StoreError if the file cannot be read.
        """
        try:
            ledger = Ledger(path, writable=writable, disk=disk, enters_later=enters_later)
        except DamagedBook as error:
            from followup_tui.store.backups import newest_good

            raise error.beside(newest_good(path, disk)) from error
        return cls(ledger, stamp=stamp, origin=origin, random=random or SystemRandom())

    def enter(self) -> None:
        """Makes ready for changes, and tells other processes that this one has the book open. Raises StoreError."""
        with self._guard:
            if not self._is_closed:
                self._db  # noqa: B018 - opened here, and not at the first change
                self._ledger.enter()
                self._tell_news()

    @cached_property
    def _db(self) -> "RecordDB":
        """The book as TinyDB has it, for every change; who only reads need not load it."""
        from followup_tui.store.storage import RecordDB

        return RecordDB(self._ledger)

    @property
    def read_only(self) -> str | None:
        """Why the book cannot be changed, in a sentence; None if it can."""
        return self._ledger.read_only

    @property
    def refusal(self) -> str | None:
        """Why the book could not be changed, also where it was opened for reading; None if it could."""
        return self._ledger.refusal

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the files: a torn line that was left out, a backup that could not be made."""
        return tuple(self._ledger.notices)

    def get(self, record_id: str) -> Record | None:
        """The record with this id, in whatever table."""
        return self._ledger.state.get(record_id)

    def new_id(self, prefix: str) -> str:
        """A short id that sorts by time and that no other process makes: `opp-1m3k9fq2m7c1a`."""
        with self._guard:
            return self._ids.new(prefix)

    @contextmanager
    def exclusively(self) -> Iterator[None]:
        """Holds the book's lock, read up to date, so that what is looked up inside is still true when it is applied.

        May be nested; `apply`, `undo` and `redo` inside it take no second lock. Raises StoreError.
        """
        with self._guard:
            if self._is_closed:
                raise StoreError(f"{self.path} was closed, so nothing was saved.")
            try:
                with self._ledger.locked():
                    self._tell_news()
                    yield
            except StoreError:
                # What is on the disk now is what memory shows, whatever it was that failed.
                with suppress(StoreError):
                    self._ledger.catch_up()
                self._tell_news()
                raise

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

        `expect` gives, by id, the records that `put` and `delete` were made from (None: it was new); for an id that is
        not in it, that is what this book holds when called. If another process changed such a record meanwhile, fields
        that only one side changed are taken from that side; the same field changed on both sides raises Conflict.
        Records that would stay as they are leave no trace; if nothing is left, nothing is written and the change set is
        empty. Change sets of one `session` are one step of undo.

        Raises Misfit for a record that could not be read again, and StoreError when the change could not be made
        durable: then nothing changed, and a later call may work.
        """
        put, delete = list(put), list(delete)
        with self._guard:
            ids = [*(record.id for record in put), *delete]
            bases = {record_id: self.get(record_id) for record_id in ids} | dict(expect or {})
            with self.exclusively():
                records = to_put(put, bases, self.get)
                return self._write(self._head(label, session=session), records, to_delete(delete, bases, self.get))

    def _head(
        self, label: str, *, session: str | None = None, undoes: Sequence[str] = (), redoes: Sequence[str] = ()
    ) -> Head:
        at = format_instant(self._stamp())
        return Head(self._ids.new("chg"), label, at, self.origin, session, tuple(undoes), tuple(redoes))

    def _write(self, head: Head, put: Iterable[Record], delete: Iterable[str]) -> ChangeSet:
        """Hands the records to their tables, and tells the listeners what came of it. Only while locked."""
        with self._db.book_storage.step(head) as step:
            for record in put:
                self._db.record_table(record.table).put(record)
            for record_id in delete:
                for table in BY_TABLE:
                    self._db.record_table(table).drop(record_id)
        if step.change_set is None:
            return ChangeSet(head.id, head.label, head.at, head.origin, (), head.session)
        self._tell(step.change_set.changes, step.change_set)
        if self._ledger.journal_is_long:
            self._up_to_date_past()  # before its lines move from the journal to the history
            self._ledger.settle_if_alone()
        return step.change_set

    def undo(self, origin: str | None = None) -> ChangeSet:
        """Takes back the book's last step, or the last one of `origin`. Raises NothingToUndo, Conflict, StoreError."""
        self._ledger.refuse_unmade("undo")
        with self.exclusively():
            return self._take_back(self._up_to_date_past().to_undo(origin))

    def undo_to(self, change_id: str) -> ChangeSet:
        """Takes back the step `change_id` and all that were made after it, as one step. Raises as `undo` does."""
        with self.exclusively():
            return self._take_back(self._up_to_date_past().to_undo_since(change_id))

    def _take_back(self, steps: Sequence[ChangeSet]) -> ChangeSet:
        from followup_tui.store.past import net

        changes = net(change for step in steps for change in step.changes)
        for change in changes:
            self._refuse_unless(self.get(change.id) == change.after, change)
        head = self._head(_label("Undo", steps), undoes=[step.id for step in steps])
        return self._write(
            head,
            [change.before for change in changes if change.before is not None],
            [change.id for change in changes if change.before is None],
        )

    def redo(self, origin: str | None = None) -> ChangeSet:
        """Does again what was last taken back. Raises NothingToUndo, Conflict, StoreError."""
        from followup_tui.store.past import net

        self._ledger.refuse_unmade("redo")
        with self.exclusively():
            steps = self._up_to_date_past().to_redo(origin)
            changes = net(change for step in steps for change in step.changes)
            for change in changes:
                self._refuse_unless(self.get(change.id) == change.before, change)
            head = self._head(_label("Redo", steps), redoes=[step.id for step in steps])
            return self._write(
                head,
                [change.after for change in changes if change.after is not None],
                [change.id for change in changes if change.after is None],
            )

    def _refuse_unless(self, is_as_left: bool, change: Change) -> None:  # noqa: FBT001 -- reads as a sentence where it is called
        if not is_as_left:
            record = self.get(change.id) or change.after or change.before
            name = name_of(record) if record is not None else change.id
            raise Conflict(f"{name} was changed since, and that would be lost, so nothing was done.")

    def history(self, limit: int = 50) -> list[ChangeSet]:
        """The last steps, newest first; change sets of one session are one."""
        with self._guard:
            return self._up_to_date_past().listed(limit)

    def _up_to_date_past(self) -> "Past":
        if self._past is None:
            from followup_tui.store.past import Past

            self._past = Past()
            self._read_history(self._past)
        for change_set in self._ledger.log.take():
            self._past.add(change_set)
        return self._past

    def _read_history(self, past: "Past") -> None:
        from followup_tui.store.history import read_history

        try:
            change_sets, unreadable = read_history(self._ledger.disk, self._ledger.places)
        except StoreError as error:
            self._ledger.notices.append(str(error))
            return
        if unreadable:
            self._ledger.notices.append(f"Damaged lines in the history: {unreadable}; what they say is not undone.")
        for change_set in change_sets:
            past.add(change_set)

    def back_up(self) -> Path | None:
        """Makes a backup now; None if the newest one is the same. Raises StoreError, NothingToUndo."""
        from followup_tui.store.backups import back_up

        self._ledger.refuse_unmade("keep a copy of")
        with self.exclusively(), said(self.path, "copied"):
            return back_up(self._ledger.disk, self._ledger.places, self._ledger.state)

    def restore(self, backup: Path) -> ChangeSet:
        """Makes the records those of a backup, as one change that can be undone. Raises StoreError, NotFound."""
        from followup_tui.store.backups import difference, load_backup

        wanted = load_backup(backup, self._ledger.disk)
        with self.exclusively():
            put, delete = difference(self._ledger.state, wanted)
            return self._write(self._head(f"Restored {backup.name}"), put, delete)

    def refresh(self) -> list[Change]:
        """Reads what other processes wrote, tells the listeners, and returns it; costs two `stat`s when nothing did.

        Raises StoreError once for each new reason why the files cannot be read.
        """
        with self._guard:
            if self._is_closed:
                return []
            try:
                self._ledger.catch_up()
            except StoreError as error:
                if str(error) != self._complaint:
                    self._complaint = str(error)
                    raise
            else:
                self._complaint = ""
            return self._tell_news()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after each change of the book; returns the way out."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def _tell_news(self) -> list[Change]:
        news = self._ledger.take_news()
        if news:
            self._tell(news, None)
        return news

    def _tell(self, changes: Sequence[Change], change_set: ChangeSet | None) -> None:
        for listener in list(self._listeners):
            listener(changes, change_set)

    def close(self) -> None:
        """Leaves the book; the last process to leave writes the snapshot anew if anything changed. Idempotent.

        Never raises for the disk's sake: whatever was acknowledged is in the journal; `notices` says what went wrong.
        """
        with self._guard:
            if not self._is_closed:
                self._is_closed = True
                self._ledger.leave()


def _label(word: str, steps: Sequence[ChangeSet]) -> str:
    more = f" and {len(steps) - 1} more" if len(steps) > 1 else ""
    return f"{word}: {steps[-1].label}{more}"
