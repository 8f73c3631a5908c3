"""What was imported before: a file beside the book, outside undo and interchange.

For each unit of a file, as a digest, the record that it became: so the same input twice changes nothing, whatever the
user has made of the record since. And for the columns of a table, how the user corrected their matching. Without the
file, or where it is damaged, units are known by what they say alone, and columns by their titles.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from followup_tui.store.disk import Disk, make_directories, read_or_nothing, said, write_atomically
from followup_tui.store.errors import StoreError
from followup_tui.store.lock import ChangeLock
from followup_tui.store.places import Places

_FORMAT: Final = "followup-tui imports"
_PATIENCE_S: Final = 2.0
_BETWEEN_TITLES: Final = "\t"
_MOST_TABLES: Final = 100


class ImportMemory(NamedTuple):
    """Record ids by the digests of units, and fields by column title, by the titles of a table."""

    taken: Mapping[str, str] = {}
    columns: Mapping[str, Mapping[str, str]] = {}

    def columns_of(self, titles: Sequence[str]) -> Mapping[str, str]:
        """How the user corrected the columns of a table with these titles."""
        return self.columns.get(_BETWEEN_TITLES.join(titles), {})

    def with_columns(self, titles: Sequence[str], fields: Mapping[str, str]) -> "ImportMemory":
        """The memory with these columns corrected so; the tables that were corrected longest ago are forgotten."""
        key = _BETWEEN_TITLES.join(titles)
        others = [(one, kept) for one, kept in self.columns.items() if one != key][-_MOST_TABLES + 1 :]
        return self._replace(columns=dict([*others, (key, dict(fields))]))


def recall(path: Path, disk: Disk | None = None) -> ImportMemory:
    """What is remembered beside the book at `path`; nothing where that cannot be read."""
    try:
        raw, _ = read_or_nothing(disk or Disk(), Places(path).imports)
        document = json.loads(raw) if raw else {}
        return ImportMemory(
            _texts(document.get("taken", {})),
            {titles: _texts(fields) for titles, fields in document.get("columns", {}).items()},
        )
    except (StoreError, ValueError, AttributeError, RecursionError):
        return ImportMemory()


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ValueError(value)
    return value


def remember(path: Path, new: ImportMemory, disk: Disk | None = None) -> None:
    """Keep what is new beside what was remembered before. Raises StoreError where it cannot be kept."""
    disk, places = disk or Disk(), Places(path)
    lock = ChangeLock(disk, places.lock, _PATIENCE_S)
    try:
        with said(places.imports, "written"):
            make_directories(disk, places.directory)
            with lock.hold():
                known = recall(path, disk)
                merged = ImportMemory({**known.taken, **new.taken}, {**known.columns, **new.columns})
                if merged != known:
                    write_atomically(disk, places, places.imports, _document(merged))
    finally:
        lock.close()


def _document(memory: ImportMemory) -> bytes:
    """One line for each unit and each table, so that a difference can be read."""
    parts = [
        f'"{name}": {{\n' + ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in part.items()) + "\n}"
        for name, part in memory._asdict().items()
    ]
    return f'{{"format": "{_FORMAT}", "version": 1, {", ".join(parts)}}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)
