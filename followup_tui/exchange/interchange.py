"""Our own JSON: the whole book as one object, read and written without losing a key.

    {"format": "followup-tui", "version": 1, "opportunities": […], "contacts": […], …}

A file is checked whole before anything of it is taken. For an id that the book has, the fields in the file replace
and those absent stay; for a new one absent optional fields get their default.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from followup_tui.domain.codec import from_plain, to_plain
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Record
from followup_tui.domain.schema import TABLES, check_record, describe
from followup_tui.domain.text import clean

FORMAT, VERSION = "followup-tui", 1
MAX_BYTES = 100_000_000

# The lists of contacts in which one is read once, however often it stands there.
_CONTACT_LISTS = ("contact_ids",)


class Incoming(NamedTuple):
    """What an import would do: the records to store, and how many of each table are new, changed or left alone."""

    put: tuple[Record, ...]
    added: Counter[str]
    changed: Counter[str]
    left: Counter[str]


def read_files(paths: Iterable[Path], known: Callable[[str], Record | None], read: Callable[[Path], bytes]) -> Incoming:
    """What importing `paths`, one after another, would do to a book that has the records `known`.

    `read` gives a file's bytes. Raises FollowupError with file, table, index, field and what was expected; the whole
    command is refused if one record of one file is bad.
    """
    incoming: dict[str, Record] = {}
    added, changed, left = Counter[str](), Counter[str](), Counter[str]()
    for path in paths:
        document = parse(read(path), str(path))
        for record in _records(document, str(path), lambda record_id: incoming.get(record_id) or known(record_id)):
            before = incoming.get(record.id) or known(record.id)
            tally = added if before is None else left if before == record else changed
            tally[record.table] += 1
            if tally is not left:
                incoming[record.id] = record
    return Incoming(tuple(incoming.values()), added, changed, left)


def parse(data: bytes, name: str) -> dict[str, Any]:
    """The object in an interchange file's bytes. Raises FollowupError if it is not one of ours."""
    if len(data) > MAX_BYTES:
        raise FollowupError(f"{name}: is larger than 100 MB; nothing was imported.")
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise FollowupError(f"{name}: is not UTF-8 text (byte {error.start}); nothing was imported.") from error
    except json.JSONDecodeError as error:
        raise FollowupError(f"{name}: line {error.lineno}: is not JSON ({error.msg}); nothing was imported.") from error
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FollowupError(f"{name}: is not JSON that can be read ({reason}); nothing was imported.") from error
    _check_head(document, name)
    cleaned: dict[str, Any] = _clean(document)
    return cleaned


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is too large a number")
    return number


def _check_head(document: Any, name: str) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FollowupError(
            f'{name}: format: expected an object with "format": "{FORMAT}"; nothing was imported. '
            "Only files made by `followup export FILE.json`, or of that form, can be read."
        )
    version = document.get("version")
    if isinstance(version, bool) or version != VERSION:
        raise FollowupError(
            f"{name}: version: expected {VERSION}, found {describe(version)}; nothing was imported. "
            "A newer followup may read it."
        )
    for table, records in document.items():
        if table in TABLES and not isinstance(records, list):
            raise FollowupError(f"{name}: {table}: expected a list, found {describe(records)}; nothing was imported.")
        if table not in TABLES and isinstance(records, list | dict):
            raise FollowupError(
                f"{name}: {clean(table)}: is not a table of this version ({', '.join(TABLES)}); nothing was imported."
            )


def _clean(value: Any) -> Any:
    """`value` with every text in it as it is stored: line ends normal, no lone surrogates."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _clean(item) for key, item in value.items()}
    return value


def _records(document: Mapping[str, Any], name: str, known: Callable[[str], Record | None]) -> Iterator[Record]:
    seen: dict[str, str] = {}
    for table in TABLES:
        for index, plain in enumerate(document.get(table, ())):
            place = f"{name}: {table}[{index}]"
            record = _record(table, plain, place, known)
            for one in _ids(record):
                if one in seen:
                    raise FollowupError(f"{place}: id: {one!r} stands in {seen[one]} too; nothing was imported.")
                seen[one] = f"{table}[{index}]"
            yield record


def _ids(record: Record) -> Iterator[str]:
    """The record's id and those of its promises, which make a follow-up's key and must not repeat either."""
    yield record.id
    for promise in getattr(record, "promises", ()):
        yield promise.id


def _record(table: str, plain: Any, place: str, known: Callable[[str], Record | None]) -> Record:
    before = known(plain["id"]) if isinstance(plain, dict) and isinstance(plain.get("id"), str) else None
    if before is not None and before.table != table:
        raise FollowupError(f"{place}: id: {before.id!r} is in {before.table} of your book; nothing was imported.")
    merged = _merged(plain, before) if isinstance(plain, dict) else plain
    for problem in check_record(table, merged):
        where = f"{place}: {problem.field}" if problem.field else place
        raise FollowupError(f"{where}: expected {problem.expected}, found {problem.found}; nothing was imported.")
    return from_plain(table, merged)


def _merged(plain: dict[str, Any], before: Record | None) -> dict[str, Any]:
    merged = {**to_plain(before), **plain} if before is not None else dict(plain)
    for name in _CONTACT_LISTS:
        if isinstance(merged.get(name), list) and all(isinstance(item, str) for item in merged[name]):
            merged[name] = list(dict.fromkeys(merged[name]))
    if "stage" in plain and plain["stage"] != "closed" and "outcome" not in plain:
        # Leaving `closed` clears the outcome.
        merged["outcome"] = None
    return merged


def dump(tables: Mapping[str, Iterable[Record]]) -> str:
    """The interchange text of a book: every field and unknown key, tables and records in a fixed order."""
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for table in TABLES:
        records = sorted(tables.get(table, ()), key=lambda record: record.id)
        document[table] = [to_plain(record) for record in records]
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
