"""A snapshot and its journal, read so that they belong together, also without a lock while others write.

The journal is read first. Whoever writes a new snapshot takes the journal's lines into it and only then removes the
journal, so that a snapshot read *after* the journal either is the one that the lines build upon, or has them already
(`Meta.follows`). Anything else is read again, and if it stays so, the journal is another book's: it is left out and
said, never applied and never removed.

Only the standard library, because reading commands come through here too.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from followup_tui.store.disk import Disk, Stamp, read_or_nothing, said
from followup_tui.store.errors import DamagedBook
from followup_tui.store.lines import Lines, scan
from followup_tui.store.places import Places
from followup_tui.store.postings import Posting, decode_posting
from followup_tui.store.snapshot import Meta
from followup_tui.store.strict import Unreadable

_TRIES = 5
_PAUSE_S = 0.01

Snapshot = TypeVar("Snapshot")


class Pair(NamedTuple, Generic[Snapshot]):
    """What was read. `end` is where the postings end in the journal; 0 if none of its lines count.

    `foreign`: the journal holds changes of a snapshot that is not here. `notices` are sentences for a person.
    """

    snapshot: Snapshot
    snapshot_stamp: Stamp | None
    journal_stamp: Stamp | None
    postings: list[Posting]
    end: int
    foreign: bool
    notices: tuple[str, ...]

    @property
    def is_missing(self) -> bool:
        """Whether there are changes, but not the snapshot that they build upon."""
        return self.snapshot_stamp is None and (self.foreign or bool(self.postings))


def read_pair(
    disk: Disk, places: Places, load: Callable[[BinaryIO], Snapshot], meta_of: Callable[[Snapshot], Meta]
) -> Pair[Snapshot]:
    """Reads both files; `load` makes a snapshot of a file, of an empty one where there is none (or raises Unreadable).

    Raises DamagedBook if one of them cannot be trusted, StoreError if it cannot be read.
    """
    for _ in range(_TRIES - 1):
        pair = _read_once(disk, places, load, meta_of)
        if not (pair.foreign or pair.is_missing):
            return pair
        time.sleep(_PAUSE_S)
    pair = _read_once(disk, places, load, meta_of)
    if pair.is_missing:
        raise DamagedBook(places.book, "it is gone, though its journal is there")
    return pair


def _read_once(
    disk: Disk, places: Places, load: Callable[[BinaryIO], Snapshot], meta_of: Callable[[Snapshot], Meta]
) -> Pair[Snapshot]:
    journal, journal_stamp = read_or_nothing(disk, places.journal)
    with said(places.book, "read"), _open_or_nothing(disk, places.book) as (file, snapshot_stamp):
        if snapshot_stamp is None or snapshot_stamp.size == 0:
            refuse_emptied(disk, places, snapshot_stamp, journal)
        try:
            snapshot = load(file)
        except Unreadable as error:
            raise DamagedBook(places.book, str(error.flaw), line=error.flaw.line) from error
    lines = scan(journal)
    meta = meta_of(snapshot)
    relation = relation_of(places, lines, meta)
    own = relation == "own"
    return Pair(
        snapshot,
        snapshot_stamp,
        journal_stamp,
        read_postings(places.journal, lines, meta.generation, 1) if own else [],
        lines.end if own else 0,
        relation == "foreign",
        tuple(_notices(places, lines, relation)),
    )


@contextmanager
def _open_or_nothing(disk: Disk, path: Path) -> Iterator[tuple[BinaryIO, Stamp | None]]:
    """A file and its stamp; an empty one and None if there is none."""
    with ExitStack() as stack:
        opened: tuple[BinaryIO, Stamp | None] = BytesIO(), None
        with suppress(FileNotFoundError):
            opened = stack.enter_context(disk.reading(path))
        yield opened


def refuse_emptied(disk: Disk, places: Places, stamp: Stamp | None, journal: bytes) -> None:
    """An empty file is an empty book (TinyDB makes such ones), unless there was more in it once: DamagedBook."""
    if stamp is not None and is_left_of_a_book(disk, places, journal):
        raise DamagedBook(places.book, "it is empty, though it was not always", line=1)


def is_left_of_a_book(disk: Disk, places: Places, journal: bytes) -> bool:
    """Whether there are files beside the book that only one with something in it has. Raises OSError."""
    backups = any(places.is_backup(name) for name in disk.names(places.directory))
    return bool(journal) or backups or disk.stamp(places.history) is not None


def relation_of(places: Places, lines: Lines, meta: Meta) -> str:
    """Whether the lines build upon this snapshot ("own"), are in it ("past"), or are another's ("foreign")."""
    if not lines.payloads:
        if lines.damaged is not None:
            raise _damaged(places.journal, lines.damaged)
        return "own"
    base = _decoded(places.journal, lines.payloads[0], 1).base
    if base == meta.generation:
        return "own"
    return "past" if base == meta.follows else "foreign"


def _notices(places: Places, lines: Lines, relation: str) -> list[str]:
    if relation == "foreign":
        return [f"{places.journal} holds changes of another state of the book; they are left out and will be kept."]
    if relation == "own" and lines.torn:
        return [f"The last line of {places.journal} was cut off while it was being written, and is left out."]
    return []


def read_postings(path: Path, lines: Lines, base: str, first: int) -> list[Posting]:
    """The postings of whole lines that build upon `base` and are numbered from `first`. Raises DamagedBook."""
    postings = []
    for number, payload in enumerate(lines.payloads, first):
        posting = _decoded(path, payload, number)
        if posting.base != base or posting.number != number:
            raise DamagedBook(path, "a change before this one is missing", line=number)
        postings.append(posting)
    if lines.damaged is not None:
        raise _damaged(path, first - 1 + lines.damaged)
    return postings


def _decoded(path: Path, payload: bytes, number: int) -> Posting:
    try:
        return decode_posting(payload)
    except ValueError as error:
        raise DamagedBook(path, str(error), line=number) from error


def _damaged(path: Path, number: int) -> DamagedBook:
    return DamagedBook(path, "its checksum is wrong, and other changes follow it", line=number)
