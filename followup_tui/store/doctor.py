"""`followup doctor`: says what it checked and what it found, and never touches what it looks at."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from followup_tui.domain.schema import TABLES, check_record
from followup_tui.store.backups import list_backups
from followup_tui.store.disk import Disk, read_or_nothing, reason
from followup_tui.store.errors import DamagedBook, StoreError
from followup_tui.store.history import read_history
from followup_tui.store.ledger import Ledger
from followup_tui.store.lines import scan
from followup_tui.store.pair import is_left_of_a_book, read_postings, refuse_emptied, relation_of
from followup_tui.store.places import Places
from followup_tui.store.postings import Posting
from followup_tui.store.snapshot import VERSION, Meta, trusted_meta
from followup_tui.store.state import load_state
from followup_tui.store.strict import Documents, Unreadable, parse

# Fields that name records of other tables, by the end of their names.
_REFERENCES = {
    "contact_id": "contacts",
    "contact_ids": "contacts",
    "opportunity_id": "opportunities",
    "interview_id": "interviews",
    "material_ids": "materials",
    "touchpoint_id": "touchpoints",
}

_REPAIR: Final = "`followup doctor --repair NEW.json` writes what is whole to a new file."
_BRING_BACK: Final = "Undoing a deletion brings back what is missing; else edit or delete the record that names it."
_FORGET: Final = "`followup doctor --forget` empties the history with its damaged lines; the book stays as it is."
_REMOVE: Final = "A backup that is not whole can be removed; `followup backup` makes a new one."
_LOST: Final = "`followup restore --list` lists the backups there are."
_NEWER: Final = "A newer followup-tui opens it; nothing is lost."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: the file, the line if there is one, and a sentence."""

    file: Path
    line: int | None
    message: str
    remedy: str = ""
    """What helps, in a sentence; empty where the message says so itself."""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line is not None else str(self.file)
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Report:
    """What was checked, a sentence each, and what was found."""

    checked: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def found(self, file: Path, message: str, line: int | None = None, *, remedy: str = "") -> None:
        """Adds a finding."""
        self.findings.append(Finding(file, line, message, remedy))


def examine(path: Path, disk: Disk | None = None) -> Report:
    """Checks every file of the book at `path`, and changes nothing. Never raises for what it finds."""
    disk = disk or Disk()
    places = Places(path)
    report = Report()
    meta, documents = _examine_snapshot(disk, places, report)
    if meta is not None:
        _examine_journal(disk, places, report, meta, documents)
        _examine_references(places, report, documents)
    _examine_history(disk, places, report)
    _examine_backups(disk, places, report)
    _examine_names(disk, places, report)
    return report


def _examine_snapshot(disk: Disk, places: Places, report: Report) -> tuple[Meta | None, Documents]:
    try:
        raw, stamp = read_or_nothing(disk, places.book)
        if stamp is None:
            _examine_absence(disk, places, report)
            return Meta(), {}
        if not raw:
            refuse_emptied(disk, places, stamp, read_or_nothing(disk, places.journal)[0])
        parsed = parse(raw or b"{}")
    except DamagedBook as error:
        report.found(error.path, error.reason, error.line, remedy=_REPAIR)
        return None, {}
    except StoreError as error:
        report.found(places.book, str(error))
        return None, {}
    except Unreadable as error:
        report.found(places.book, str(error.flaw), error.flaw.line, remedy=_REPAIR)
        return None, {}
    if parsed.meta.version > VERSION:
        report.found(
            places.book,
            f"version {parsed.meta.version} is newer than what this program knows ({VERSION})",
            remedy=_NEWER,
        )
        return None, {}
    for flaw in parsed.flaws():
        report.found(places.book, str(flaw), flaw.line, remedy=_REPAIR)
    untouched = trusted_meta(raw) is not None
    how = "its checksum is right" if untouched else "it was changed by hand since it was written, which is allowed"
    report.checked.append(f"{places.book}: {_counted(len(parsed.entries), 'record')}, every field; {how}.")
    return parsed.meta, parsed.documents()


def _examine_absence(disk: Disk, places: Places, report: Report) -> None:
    """No book is nothing to worry about before the first change, and all there is after it."""
    if is_left_of_a_book(disk, places, read_or_nothing(disk, places.journal)[0]):
        report.found(places.book, "there is no book any more", remedy=_LOST)
    else:
        report.checked.append(f"{places.book}: there is no book yet; the first change makes it.")


def _examine_journal(disk: Disk, places: Places, report: Report, meta: Meta, documents: Documents) -> None:
    """Checks the lines, and makes their changes in `documents`."""
    try:
        raw, stamp = read_or_nothing(disk, places.journal)
        lines = scan(raw)
        relation = relation_of(places, lines, meta)
        postings = read_postings(places.journal, lines, meta.generation, 1) if relation == "own" else []
    except DamagedBook as error:
        report.found(error.path, error.reason, error.line, remedy=_REPAIR)
        return
    except StoreError as error:
        report.found(places.journal, str(error))
        return
    if relation == "foreign":
        report.found(
            places.journal, "it holds changes of another state of the book, which are left out", remedy=_REPAIR
        )
    if lines.torn:
        report.found(
            places.journal, "it is cut off, and what stands there is left out", len(lines.payloads) + 1, remedy=_REPAIR
        )
    _examine_postings(places, report, postings, documents)
    if stamp is not None:
        report.checked.append(
            f"{places.journal}: {_counted(len(postings), 'change')}, their checksums and every field."
        )


def _examine_postings(places: Places, report: Report, postings: list[Posting], documents: Documents) -> None:
    for posting in postings:
        for table, gone in posting.delete.items():
            for key in gone:
                documents.get(table, {}).pop(key, None)
        for table, there in posting.put.items():
            for problem in _problems(table, there):
                report.found(places.journal, problem, posting.number, remedy=_REPAIR)
            documents.setdefault(table, {}).update(there)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _problems(table: str, documents: Mapping[int, Any]) -> Iterator[str]:
    for key, document in documents.items() if table in TABLES else ():
        for problem in check_record(table, document):
            yield f"{table} {key}, field {problem.field}: expected {problem.expected}, found {problem.found}"


def _examine_references(places: Places, report: Report, documents: Documents) -> None:
    records = {
        table: [each for each in documents.get(table, {}).values() if isinstance(each, dict)] for table in TABLES
    }
    ids = {table: {record.get("id") for record in there} for table, there in records.items()}
    count = 0
    for table, there in records.items():
        for record in there:
            for name, target, wanted in _references(record):
                count += 1
                if wanted not in ids[target]:
                    message = f"{table} {record.get('id')}: {name} is {wanted}, and there is no such record in {target}"
                    report.found(places.book, message, remedy=_BRING_BACK)
    report.checked.append(f"References: {count} between records.")


def _references(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, value in record.items():
        target = next((table for ending, table in _REFERENCES.items() if name.endswith(ending)), None)
        if target is not None:
            wanted = value if isinstance(value, list) else [value]
            yield from ((name, target, each) for each in wanted if isinstance(each, str))
        elif name == "promises" and isinstance(value, list):
            for promise in value:
                yield from _references(promise) if isinstance(promise, dict) else ()


def _examine_history(disk: Disk, places: Places, report: Report) -> None:
    try:
        change_sets, unreadable = read_history(disk, places)
    except StoreError as error:
        report.found(places.history, str(error))
        return
    if unreadable:
        report.found(
            places.history,
            f"damaged lines: {unreadable}; the changes there cannot be undone",
            remedy=_FORGET,
        )
    report.checked.append(f"{places.history}: {_counted(len(change_sets), 'change')} that can be undone.")


def _examine_backups(disk: Disk, places: Places, report: Report) -> None:
    try:
        backups = list_backups(places.book, disk)
    except StoreError as error:
        report.found(places.directory, str(error))
        return
    for backup in backups:
        try:
            load_state(disk.read(backup.path)[0])
        except OSError as error:
            report.found(backup.path, f"this backup cannot be read: {reason(error)}", remedy=_REMOVE)
        except Unreadable as error:
            report.found(backup.path, f"this backup is not whole: {error}", error.flaw.line, remedy=_REMOVE)
    report.checked.append(f"Backups: {len(backups)}, each record of each.")


def _examine_names(disk: Disk, places: Places, report: Report) -> None:
    try:
        names = [name for name in disk.names(places.directory) if places.is_ours(name)]
        for name in names:
            _examine_name(disk, places, report, name)
    except OSError as error:
        report.found(places.directory, f"its files cannot be looked at: {reason(error)}")
        return
    report.checked.append(f"Files: {len(names)}, who may read them, and what was left behind.")


def _examine_name(disk: Disk, places: Places, report: Report, name: str) -> None:
    path = places.directory / name
    if places.is_temporary(name):
        report.found(path, "it was left by a write that did not end; it can be removed")
    elif places.is_aside(name):
        report.found(path, "it was set aside; when nothing is missing from the book, it can be removed")
    if os.name != "nt" and disk.mode(path) & 0o077:
        report.found(path, f"others may read it (mode {disk.mode(path):04o}); chmod 600 it")


def forget(path: Path, disk: Disk | None = None) -> int:
    """Empties the history, so that nothing before this can be undone; answers how many change sets there were.

    Raises StoreError while another process has the book open, because its journal holds a part of the history.
    """
    disk = disk or Disk()
    ledger = Ledger(path, disk=disk)
    try:
        return ledger.forget() if disk.stamp(ledger.places.book) is not None else 0
    finally:
        ledger.leave()
