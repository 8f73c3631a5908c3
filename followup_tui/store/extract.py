"""The part of a big book that matters now, in a file beside it, so that a window has something to show at once.

    FILE.extract    one checksummed line that says of which snapshot it is and where the checksum of that one stands,
                    and behind it the part, in the form of a snapshot

It is there for speed alone: where there is a doubt, the book is read. An extract counts only while there is no journal,
and only if the snapshot is the very one that it was taken from, every byte of that as it was written. So nothing in it
can be out of date, and nothing is shown of a damaged book. It is written by whoever has just left a big book, and may
be deleted at any time.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from followup_tui.domain.records import Record
from followup_tui.store.disk import Disk, Stamp, write_atomically
from followup_tui.store.lines import frame, unframe
from followup_tui.store.places import Places
from followup_tui.store.snapshot import ENTRY_START, META, Meta, trusted_document
from followup_tui.store.state import State, read_trusted

SMALLEST = 4_000_000
"""A book of fewer bytes is read at once, and nothing is gained by an extract."""

_LONGEST_LINE = 100_000
_BLOCK = 65_536

About = dict[str, Any]
"""What whoever makes extracts says of one, in plain JSON: what it needs to know to use it."""


class Extract(NamedTuple):
    """A part of the book, by table and id."""

    about: About
    tables: Mapping[str, Mapping[str, Record]]


class _Source(NamedTuple):
    """The snapshot that an extract is of. What it says of itself stands in it from byte `start` to `stop`."""

    generation: str
    stamp: Stamp
    start: int
    stop: int


def read_extract(path: Path, fits: Callable[[About], bool], disk: Disk | None = None) -> Extract | None:
    """The extract of the book at `path`; None unless it is of just what the book is now, and `fits` what is said of it.

    Never raises for the disk's sake or for what stands in the file.
    """
    disk, places = disk or Disk(), Places(path)
    try:
        # Before the snapshot, as everywhere: what is in it then is in the journal, or in the snapshot as well.
        if _has_journal(disk, places):
            return None
        with disk.reading(places.extract) as (file, _):
            source, about = _header(file.readline(_LONGEST_LINE))
            if not fits(about) or not _is_there(disk, places, source):
                return None
            state = read_trusted(file)
    except (OSError, ValueError):
        return None
    return None if state is None else Extract(about, state.tables)


def write_extract(
    path: Path,
    generation: str,
    fits: Callable[[About], bool],
    make: Callable[[], Extract],
    disk: Disk | None = None,
) -> None:
    """Writes the extract of a big book that is at rest, unless the one that is there is right and `fits`.

    `generation` names the snapshot that `make` takes the part from. Raises OSError.
    """
    disk, places = disk or Disk(), Places(path)
    if _has_journal(disk, places):
        return
    with disk.reading(places.book) as (file, stamp):
        if stamp.size < SMALLEST:
            remove_extract(disk, places)
            return
        if _is_current(disk, places, stamp, fits):
            return
        source = _source(file, stamp, generation)
    if source is not None:
        write_atomically(disk, places, places.extract, _text(source, make()))


def remove_extract(disk: Disk, places: Places) -> None:
    """Removes what is no longer needed, if it is there and the disk lets it go."""
    with suppress(OSError):
        disk.unlink(places.extract)


def _has_journal(disk: Disk, places: Places) -> bool:
    stamp = disk.stamp(places.journal)
    return stamp is not None and stamp.size > 0


def _is_current(disk: Disk, places: Places, stamp: Stamp, fits: Callable[[About], bool]) -> bool:
    try:
        with disk.reading(places.extract) as (file, _):
            source, about = _header(file.readline(_LONGEST_LINE))
    except (OSError, ValueError):
        return False
    return source.stamp == stamp and fits(about)


def _text(source: _Source, extract: Extract) -> bytes:
    part = State()
    for table, records in extract.tables.items():
        for key, record in enumerate(records.values(), 1):
            part.add(table, key, record)
    header = json.dumps({"of": source, "about": extract.about}).encode()
    return frame(header) + part.to_snapshot(Meta())


def _header(line: bytes) -> tuple[_Source, About]:
    """What the first line says. Raises ValueError if it is not whole, or says nothing."""
    payload = unframe(line)
    if payload is None:
        raise ValueError("not an extract")
    try:
        said = json.loads(payload)
        generation, stamp, start, stop = said["of"]
        return _Source(generation, Stamp(*stamp), start, stop), said["about"]
    except (LookupError, TypeError) as error:
        raise ValueError("not an extract") from error


def _source(file: BinaryIO, stamp: Stamp, generation: str) -> _Source | None:
    """Where a snapshot says what it is; None if it is another one."""
    end, is_meta = 0, False
    for line in file:
        end += len(line)
        if is_meta:
            is_own = line.startswith(ENTRY_START) and f'"generation":"{generation}"'.encode() in line
            return _Source(generation, stamp, end - len(line) + len(ENTRY_START), end - 1) if is_own else None
        is_meta = line == f'"{META}": {{\n'.encode()
    return None


def _is_there(disk: Disk, places: Places, source: _Source) -> bool:
    """Whether the book is this snapshot, every byte of it. Raises OSError, or ValueError for one that is damaged."""
    with disk.reading(places.book) as (file, stamp):
        if stamp != source.stamp or not 0 < source.start < source.stop < stamp.size:
            return False
        crc = _checksum(file, source.start, 0)
        document = file.read(source.stop - source.start)
        meta = trusted_document(document, _checksum(file, stamp.size - source.stop, crc))
        return meta is not None and meta.generation == source.generation


def _checksum(file: BinaryIO, size: int, crc: int) -> int:
    """The checksum of the next bytes, behind others that have the checksum `crc`."""
    while size > 0 and (block := file.read(min(size, _BLOCK))):
        crc = crc32(block, crc)
        size -= len(block)
    return crc
