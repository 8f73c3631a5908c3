"""How the files of a book stay whole: a snapshot, a journal of the changes since, one lock, and who is there.

    FILE            the snapshot: one TinyDB JSON file, the whole book when nobody has it open
    FILE.journal    the changes since, one checksummed line each; gone when nobody has the book open
    FILE.lock       held around each change
    FILE.open-*     one for each process that has the book open, locked as long as that process lives
    FILE.history    the change sets of earlier journals, for undo
    FILE.backup-*   copies of the whole book

**A change** takes the lock, reads in what others appended, appends one line, and fsyncs it. Then it is acknowledged,
and memory follows. A line that could not be made durable is cut off again (see `journal`).

**The last process to leave** writes the snapshot anew, if there are lines in the journal: first it adds them to the
history, then it writes the snapshot to a temporary file, fsyncs it, renames it, fsyncs the directory, and only then
removes the journal. Killed between any two of these, the next process finds either the old snapshot with its journal,
or the new one with a journal that it `follows`, whose lines it has. In between, a process that is alone does the same
when the journal has outgrown the snapshot; while another one has the book open, nobody does. Others would notice (each
line names the generation of the snapshot that it builds upon, and a changed snapshot is read anew), they just should
not have to.

**Reading commands** come through `pair` and take no lock at all.
"""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from followup_tui.domain.records import BY_TABLE
from followup_tui.store.changes import Change, ChangeSet, change_set_of
from followup_tui.store.codec import HALF_A_CHARACTER, Misfit, from_document
from followup_tui.store.disk import Disk, Stamp, make_directories, reason, said, write_atomically
from followup_tui.store.errors import DamagedBook, NothingToUndo, StoreError
from followup_tui.store.journal import Journal
from followup_tui.store.lines import frame, scan
from followup_tui.store.lock import ChangeLock, Presence
from followup_tui.store.log import Log
from followup_tui.store.pair import read_pair, read_postings
from followup_tui.store.places import Places
from followup_tui.store.postings import Head, Posting, encode_posting
from followup_tui.store.snapshot import VERSION, Meta
from followup_tui.store.state import State, read_state

# Below this a journal is not worth a new snapshot while the book is open.
_JOURNAL_LIMIT = 4_000_000
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class Ledger:
    """The durable part of an open book. Not for several threads at once.

    With `enters_later` it is read without a lock, which is right too (see `pair`), and `enter` is to be called soon.
    """

    def __init__(
        self, path: Path, *, disk: Disk | None = None, writable: bool = True, enters_later: bool = False
    ) -> None:
        self.disk = disk or Disk()
        self.places = Places(path)
        self.state = State()
        # The change sets since the book was opened, and those before that are still in the journal.
        self.log = Log()
        self.notices: list[str] = []
        # Why nobody could change the book from here, in a sentence; None if it can be changed.
        self.refusal: str | None = None
        self._for_reading = None if writable else f"{path} was opened for reading only."
        self._news: list[Change] = []
        self._snapshot: Stamp | None = None
        self._is_loaded = False
        self._refused: tuple[tuple[Stamp | None, Stamp | None], DamagedBook] | None = None
        self._lock = ChangeLock(self.disk, self.places.lock)
        self._presence = Presence(self.disk, self.places)
        self._journal = Journal(self.disk, self.places)
        self._is_prepared = False
        try:
            self._open(enters_later=enters_later)
        except StoreError:
            self._let_go()
            raise

    def _open(self, *, enters_later: bool) -> None:
        with said(self.places.book, "read"):
            exists = self.disk.stamp(self.places.book) is not None
            if exists and not self.disk.may_write(self.places.book):
                self.refusal = f"{self.places.book} can be read only: its permissions say so."
        if exists and self.read_only is None and not enters_later:
            self._enter(self._load)
        else:
            self._load()
        if self.state.is_newer:
            self.refusal = (
                f"{self.places.book} is of version {self.state.meta.version}, written by a newer followup-tui (this "
                f"one knows version {VERSION}); it can be read only, so install the newer one to change it."
            )
            self._let_go()
        if self.state.left_out:
            self.notices.append(f"Records of a newer version that are not shown: {self.state.left_out}.")

    @property
    def read_only(self) -> str | None:
        """Why this process does not change the book, in a sentence; None if it may."""
        return self.refusal or self._for_reading

    def refuse_unmade(self, what: str) -> None:
        """Raises NothingToUndo where there is no file yet: to look into it would make its directory and its lock."""
        with said(self.places.book, "read"):
            unmade = self._snapshot is None and self.disk.stamp(self.places.book) is None
        if unmade:
            raise NothingToUndo(f"There is nothing to {what}.")

    def enter(self) -> None:
        """Tells others that this process has the book open, and reads in what they wrote meanwhile. Raises StoreError.

        Nothing is done where there is no file yet, or none that may be changed.
        """
        if self._snapshot is not None and self.read_only is None and not self._presence.entered:
            self._enter(self.catch_up)

    def _enter(self, read: Callable[[], None]) -> None:
        try:
            with self._lock.hold():
                self._presence.enter()
                read()
        except OSError as error:
            # A disk that is full now may not be when the first change is made, which enters again.
            if error.errno in _FORBIDDEN:
                self.refusal = f"{self.places.book} can be read only: {reason(error)}."
            read()

    def _load(self) -> None:
        """Reads both files from the beginning, and notes as news what is other than before. Raises StoreError."""
        pair = read_pair(self.disk, self.places, read_state, lambda state: state.meta)
        state = pair.snapshot
        change_sets = [self._posted(state, posting) for posting in pair.postings]
        if self._is_loaded:
            self._news += self.state.changes_to(state)
            self.state.become(state)
        else:
            self.state, self._is_loaded = state, True
        self.log.begin(change_sets)
        notices = [*state.notices, *pair.notices]
        self.notices += [notice for notice in notices if notice not in self.notices]
        self._snapshot = pair.snapshot_stamp
        self._journal.take(end=pair.end, count=len(pair.postings), stamp=pair.journal_stamp, foreign=pair.foreign)

    def _posted(self, state: State, posting: Posting) -> ChangeSet:
        try:
            return change_set_of(posting.head, state.post(posting))
        except Misfit as error:
            raise DamagedBook(self.places.journal, str(error), line=posting.number) from error

    def take_news(self) -> list[Change]:
        """What other processes changed since this was last asked."""
        news, self._news = self._news, []
        return news

    def catch_up(self) -> None:
        """Reads in what other processes wrote; two `stat`s when they wrote nothing. Raises StoreError."""
        with said(self.places.book, "read"):
            snapshot = self.disk.stamp(self.places.book)
            journal = self.disk.stamp(self.places.journal)
        if snapshot is None and self._snapshot is not None:
            raise StoreError(f"{self.places.book} is gone; put it back, or open it anew.")
        if self._refused is not None and self._refused[0] == (snapshot, journal):
            raise self._refused[1]  # as damaged as it was: not read again at every look
        grown = self._journal.has_grown(journal)
        try:
            if snapshot != self._snapshot or grown is None:
                self._load()
            elif grown and journal is not None:
                self._read_on(journal)
        except DamagedBook as error:
            self._refused = (snapshot, journal), error
            raise

    def _read_on(self, stamp: Stamp) -> None:
        """Takes in the lines behind those that were read; one that is not whole may be being written, and waits."""
        with said(self.places.journal, "read"):
            data, _ = self.disk.read(self.places.journal, self._journal.end)
        lines = scan(data)
        first = self._journal.count + 1
        for posting in read_postings(self.places.journal, lines, self.state.meta.generation, first):
            change_set = self._posted(self.state, posting)
            self.log.add(change_set)
            self._news += change_set.changes
        self._journal.take_more(size=lines.end, count=len(lines.payloads), stamp=stamp)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the lock and has read in what others wrote. Raises StoreError, also if the book cannot be written."""
        if self.read_only is not None:
            raise StoreError(self.read_only)
        if self._lock.held:
            yield
            return
        with ExitStack() as stack:
            with said(self.places.book, "written, so nothing was saved"):
                if not self._presence.entered:
                    make_directories(self.disk, self.places.directory)
                stack.enter_context(self._lock.hold())
                if not self._presence.entered:
                    self._presence.enter()
            self.catch_up()
            yield

    def commit(
        self, head: Head, put: Mapping[str, Mapping[int, Any]], delete: Mapping[str, Mapping[int, str]]
    ) -> ChangeSet:
        """Makes one change durable, then makes it in memory. Only while `locked`.

        Raises Misfit if a record could not be read again, StoreError if it cannot be made durable.
        """
        typed = {table: self._typed(table, documents) for table, documents in put.items()}
        self._refuse_taken_ids(typed)
        with said(self.places.book, "written, so nothing was saved"):
            self._prepare()
            base, number = self.state.meta.generation, self._journal.count + 1
            posting = Posting(base, number, head, put, delete)
            self._journal.append(frame(_encoded(posting)))
        change_set = change_set_of(head, self.state.put(typed, delete))
        self.log.add(change_set)
        return change_set

    def _typed(self, table: str, documents: Mapping[int, Any]) -> Mapping[int, Any]:
        if table not in BY_TABLE:
            return documents
        return {key: from_document(table, document) for key, document in documents.items()}

    def _refuse_taken_ids(self, typed: Mapping[str, Mapping[int, Any]]) -> None:
        """Ids are unique in the whole book. Raises Misfit."""
        seen = set()
        for table in BY_TABLE.keys() & typed.keys():
            for key, record in typed[table].items():
                there = self.state.get(record.id)
                is_itself = there is None or (there.table == table and self.state.keys[table][record.id] == key)
                if not is_itself or record.id in seen:
                    raise Misfit(f"The id {record.id} is another record's already, so nothing was saved in {table}.")
                seen.add(record.id)

    def _prepare(self) -> None:
        """Before the first change: clears away what dead processes left, makes a backup, makes the file if need be."""
        if self._is_prepared:
            return
        self._sweep()
        if self._snapshot is None or self._snapshot.size == 0:
            self._write_snapshot()
        elif not self.state.is_empty():
            from followup_tui.store.backups import back_up

            try:
                back_up(self.disk, self.places, self.state)
            except OSError as error:
                self.notices.append(f"No backup could be made: {reason(error)}.")
        self._is_prepared = True

    def _sweep(self) -> None:
        """Removes temporary files; whoever was writing one under this lock is dead."""
        for name in self.disk.names(self.places.directory):
            if self.places.is_temporary(name):
                with suppress(OSError):
                    self.disk.unlink(self.places.directory / name)

    @property
    def journal_is_long(self) -> bool:
        """Whether the journal has outgrown the snapshot."""
        snapshot_size = self._snapshot.size if self._snapshot is not None else 0
        return self._journal.end > max(_JOURNAL_LIMIT, snapshot_size)

    def settle_if_alone(self) -> None:
        """Takes the journal into a new snapshot, unless another process has the book open. Only while `locked`.

        A disk that refuses costs nothing but a notice: every change is in the journal.
        """
        if not self._presence.is_alone():
            return
        try:
            if self._journal.count:
                self._settle()
            elif self._journal.is_leftover:
                self._journal.drop()
        except OSError as error:
            self.notices.append(
                f"{self.places.book} could not be put in order, though nothing is lost: {reason(error)}."
            )

    def _settle(self) -> None:
        from followup_tui.store.history import keep

        keep(self.disk, self.places, self.log.unsettled)
        self.log.settle()
        self._write_snapshot()
        self._journal.drop()

    def forget(self) -> int:
        """Empties the history; answers how many change sets there were. Raises StoreError."""
        from followup_tui.store.history import read_history

        with self.locked():
            if not self._presence.is_alone():
                raise StoreError(f"{self.places.book} is open in another window; close that one first.")
            with said(self.places.history, "emptied"):
                if self._journal.count:
                    self._settle()
                count = len(read_history(self.disk, self.places)[0])
                if self.disk.stamp(self.places.history) is not None:
                    self.disk.unlink(self.places.history)
                    self.disk.fsync_directory(self.places.directory)
            return count

    def _write_snapshot(self) -> None:
        old = self.state.meta
        meta = Meta(old.version, os.urandom(8).hex(), old.generation, old.extra)
        write_atomically(self.disk, self.places, self.places.book, self.state.to_snapshot(meta))
        self.state.meta = meta
        self._snapshot = self.disk.stamp(self.places.book)

    def leave(self) -> None:
        """Closes the book for this process; the last one settles it. Idempotent, never raises for the disk's sake."""
        if self._presence.entered:
            try:
                with self._lock.hold():
                    self.catch_up()
                    self.settle_if_alone()
                    self._presence.leave()
            except (StoreError, OSError) as error:
                said_so = str(error) if isinstance(error, StoreError) else reason(error)
                self.notices.append(f"The book was left as it is, and nothing is lost: {said_so}")
        self._let_go()

    def _let_go(self) -> None:
        self._presence.leave()
        self._journal.close()
        self._lock.close()


def _encoded(posting: Posting) -> bytes:
    try:
        return encode_posting(posting)
    except UnicodeEncodeError as error:
        raise Misfit(HALF_A_CHARACTER) from error
    except ValueError as error:
        raise Misfit("The change holds a number without end, so nothing was saved.") from error
