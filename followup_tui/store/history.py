"""The change sets of the past, in a file beside the book: `FILE.history`, the last thousand, one checksummed line each.

The book opens without it, and a line that is damaged costs that one step and no other.
"""

import json
from collections.abc import Iterable
from typing import Any

from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.store.changes import Change, ChangeSet, change_set_of
from followup_tui.store.codec import Misfit, from_document, to_document
from followup_tui.store.disk import Disk, read_or_nothing, write_atomically
from followup_tui.store.lines import frame, unframe
from followup_tui.store.past import coalesced
from followup_tui.store.places import Places
from followup_tui.store.postings import Head, head_from_json, head_to_json
from followup_tui.store.snapshot import compact

LIMIT = 1_000


def read_history(disk: Disk, places: Places) -> tuple[list[ChangeSet], int]:
    """The change sets of the file, oldest first, and how many lines were unreadable. Raises StoreError."""
    raw, _ = read_or_nothing(disk, places.history)
    read = [_decode(line) for line in raw.splitlines(keepends=True)]
    # After a crash between the history and the snapshot, the last ones are written a second time.
    by_id = {change_set.id: change_set for change_set in read if change_set is not None}
    return list(by_id.values()), read.count(None)


def keep(disk: Disk, places: Places, change_sets: Iterable[ChangeSet]) -> None:
    """Adds change sets, and lets go of all but the last thousand. Raises OSError."""
    new = [frame(_encode(change_set)) for change_set in coalesced(change_sets)]
    if not new:
        return
    try:
        old = disk.read(places.history)[0].splitlines(keepends=True)
    except FileNotFoundError:
        old = []
    whole = [line for line in old if line.endswith(b"\n")]
    write_atomically(disk, places, places.history, b"".join([*whole, *new][-LIMIT:]))


def _encode(change_set: ChangeSet) -> bytes:
    head = Head(
        change_set.id,
        change_set.label,
        change_set.at,
        change_set.origin,
        change_set.session,
        change_set.undoes,
        change_set.redoes,
    )
    changes = [[change.table, change.id, _plain(change.before), _plain(change.after)] for change in change_set.changes]
    return compact({**head_to_json(head), "changes": changes})


def _plain(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else to_document(record)


def _decode(line: bytes) -> ChangeSet | None:
    payload = unframe(line)
    if payload is None:
        return None
    try:
        fields = json.loads(payload)
        changes = [
            Change(table, record_id, _typed(table, before), _typed(table, after))
            for table, record_id, before, after in fields["changes"]
            if table in BY_TABLE
        ]
        return change_set_of(head_from_json(fields), changes)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError, Misfit):
        return None


def _typed(table: str, document: dict[str, Any] | None) -> Record | None:
    return None if document is None else from_document(table, document)
