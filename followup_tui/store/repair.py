"""`followup doctor --repair`: whatever of a damaged book is whole, in a new file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.schema import TABLES, check_record
from followup_tui.store.disk import Disk, make_directories, read_or_nothing, said, write_atomically
from followup_tui.store.doctor import Finding
from followup_tui.store.lines import unframe
from followup_tui.store.places import Places
from followup_tui.store.postings import decode_posting
from followup_tui.store.snapshot import META, Meta
from followup_tui.store.state import State
from followup_tui.store.strict import Entry, Unreadable, line_of, parse

# A table's name or a document's key, and the object that follows. Inside a text the quotes would be escaped.
_OPENING = re.compile(r'"([^"\\]+)"\s*:\s*(?=\{)')


@dataclass(frozen=True, slots=True)
class Repair:
    """What came of it: how many records the new file holds, and what was left out, with file, line and reason."""

    kept: int
    left_out: tuple[Finding, ...]


def repair(path: Path, to: Path, disk: Disk | None = None) -> Repair:
    """Writes what is whole of the book at `path` to the new file `to`. The book itself is not touched.

    Raises FollowupError if `to` is there already, StoreError if a file cannot be read or written.
    """
    disk = disk or Disk()
    places, target = Places(path), Places(to)
    with said(to, "written"):
        if disk.stamp(target.book) is not None:
            raise FollowupError(f"{to} is there already; give the name of a new file.")
    rescue = _Rescue(places)
    raw, _ = read_or_nothing(disk, places.book)
    rescue.take_snapshot(raw)
    journal, _ = read_or_nothing(disk, places.journal)
    rescue.take_journal(journal)
    with said(to, "written"):
        make_directories(disk, target.directory)
        write_atomically(disk, target, target.book, rescue.state.to_snapshot(Meta()))
    kept = sum(len(records) for records in rescue.state.tables.values())
    return Repair(kept, tuple(rescue.left_out))


class _Rescue:
    """Gathers whole records, first of the snapshot, then of the journal's changes in their order."""

    def __init__(self, places: Places) -> None:
        self.state = State()
        self.left_out: list[Finding] = []
        self._places = places
        self._meta: Meta | None = None

    def take_snapshot(self, raw: bytes) -> None:
        """Every document that can be found."""
        try:
            parsed = parse(raw or b"{}")
        except Unreadable as error:
            self._leave_out(self._places.book, error.flaw.line, str(error.flaw))
            text = raw.decode(errors="replace")
            entries = _salvaged(text)
        else:
            self._meta, text, entries = parsed.meta, parsed.text, iter(parsed.entries)
        for entry in entries:
            if entry.table not in {META, *TABLES}:
                self.state.add_document(entry.table, int(entry.key), entry.value)
            elif entry.table != META:
                self._take(self._places.book, line_of(text, entry.offset), entry)

    def _take(self, file: Path, line: int, entry: Entry) -> None:
        place = f"{entry.table} {entry.key}"
        problem = next(check_record(entry.table, entry.value), None)
        if problem is not None:
            reason = f"{place}, field {problem.field}: expected {problem.expected}, found {problem.found}"
            self._leave_out(file, line, reason)
        elif self.state.get(entry.value["id"]) is not None:
            self._leave_out(file, line, f"{place}: the id {entry.value['id']} is taken by a record before it")
        else:
            self._put(entry.table, entry.value)

    def _put(self, table: str, document: dict[str, Any]) -> None:
        """Under the number that its id has already, or else a new one: numbers may stand twice in a damaged file."""
        key = self.state.keys[table].get(document["id"], self.state.last_key.get(table, 0) + 1)
        self.state.add_document(table, key, document)

    def take_journal(self, raw: bytes) -> None:
        """The changes of every whole line that belongs to this book."""
        for number, line in enumerate(raw.splitlines(keepends=True), 1):
            payload = unframe(line)
            try:
                posting = decode_posting(payload or b"")
            except ValueError:
                self._leave_out(self._places.journal, number, "this change is damaged")
                continue
            if self._meta is not None and posting.base != self._meta.generation:
                if posting.base != self._meta.follows:
                    self._leave_out(self._places.journal, number, "this change is of another state of the book")
                continue
            for table, gone in posting.delete.items():
                self.state.put({}, {table: gone})
            for table, there in posting.put.items():
                self._take_over(number, table, there)

    def _take_over(self, number: int, table: str, documents: Any) -> None:
        for key, document in documents.items():
            if table not in TABLES:
                self.state.add_document(table, key, document)
            elif any(check_record(table, document)):
                self._leave_out(self._places.journal, number, f"{table} {key} is not a record")
            else:
                self._put(table, document)

    def _leave_out(self, file: Path, line: int, reason: str) -> None:
        self.left_out.append(Finding(file, line, reason))


def _salvaged(text: str) -> Iterator[Entry]:
    """Every document in a text that is not JSON as a whole: each object behind a number, in the table named last."""
    decoder = json.JSONDecoder()
    table, at = "", 0
    while (opening := _OPENING.search(text, at)) is not None:
        name, at = opening[1], opening.end()
        if not (name.isascii() and name.isdecimal()):
            table = name
            at += 1
            continue
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        if table in TABLES:
            yield Entry(table, name, value, at)
        at = end
