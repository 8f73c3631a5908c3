"""The book for commands that only read: plain objects, at once, and nothing written.

`followup due` in a prompt has a few milliseconds. This way in loads neither the typed records nor TinyDB nor a lock,
makes no file and no directory, and is right without a lock (see `pair`).
"""

import json
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from followup_tui.domain.schema import TABLES, check_record
from followup_tui.store.disk import Disk
from followup_tui.store.errors import DamagedBook
from followup_tui.store.pair import read_pair
from followup_tui.store.parts import read_in_parts
from followup_tui.store.places import Places
from followup_tui.store.snapshot import VERSION, Meta
from followup_tui.store.strict import Documents, Unreadable, parse


class RawBook(NamedTuple):
    """The records of a book by table and id, with every field that this version knows.

    `notices` are sentences for a person; a `version` above `snapshot.VERSION` was written by a newer program, and what
    makes no sense here is left out.
    """

    tables: dict[str, dict[str, dict[str, Any]]]
    notices: tuple[str, ...]
    version: int


class _Snapshot(NamedTuple):
    meta: Meta
    documents: Documents
    notices: tuple[str, ...] = ()


def read_raw(path: Path, disk: Disk | None = None) -> RawBook:
    """The book at `path`, an empty one if there is no file. Raises DamagedBook, or StoreError if it cannot be read."""
    try:
        return _read(Places(path), disk or Disk())
    except DamagedBook as error:
        from followup_tui.store.backups import newest_good

        raise error.beside(newest_good(path, disk)) from error


def _read(places: Places, disk: Disk) -> RawBook:
    pair = read_pair(disk, places, _load, lambda snapshot: snapshot.meta)
    meta, documents, notices = pair.snapshot
    for posting in pair.postings:
        for table, gone in posting.delete.items():
            for key in gone:
                documents.get(table, {}).pop(key, None)
        for table, there in posting.put.items():
            if meta.version <= VERSION:
                _refuse_flaws(places, posting.number, table, there)
            documents.setdefault(table, {}).update(there)
    if meta.version > VERSION:
        documents = {table: _readable(table, there) for table, there in documents.items() if table in TABLES}
    tables = {table: _by_id(table, documents.get(table, {})) for table in TABLES}
    return RawBook(tables, (*notices, *pair.notices), meta.version)


def _readable(table: str, documents: dict[int, Any]) -> dict[int, Any]:
    return {key: document for key, document in documents.items() if not any(check_record(table, document))}


def _load(file: BinaryIO) -> _Snapshot:
    documents: Documents = {}

    def take(table: str, text: bytes) -> None:
        taken = json.loads(text)
        documents.setdefault(table, {}).update(zip(map(int, taken), taken.values(), strict=True))

    meta = read_in_parts(file, take)
    if meta is not None:
        return _Snapshot(meta, documents)
    file.seek(0)
    raw = file.read()
    if not raw:
        return _Snapshot(Meta(), {})
    parsed = parse(raw)
    if parsed.meta.version <= VERSION:
        for flaw in parsed.flaws():
            raise Unreadable(flaw)
    return _Snapshot(parsed.meta, parsed.documents(), tuple(parsed.notices()))


def _refuse_flaws(places: Places, line: int, table: str, documents: Any) -> None:
    for document in documents.values() if table in TABLES else ():
        for problem in check_record(table, document):
            reason = f"{problem.field} of {table} is {problem.found}, expected is {problem.expected}"
            raise DamagedBook(places.journal, reason, line=line)


def _by_id(table: str, documents: dict[int, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The records by their own id, absent fields filled in."""
    fields = TABLES[table]
    defaults = {name: field.default for name, field in fields.items() if not field.required}
    return {
        document["id"]: document if fields.keys() <= document.keys() else defaults | document
        for document in documents.values()
    }
