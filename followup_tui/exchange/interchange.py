"""Our own JSON: the whole book as one object, read and written without losing a key.

    {"format": "followup-tui", "version": 1, "opportunities": […], "contacts": […], …}

A file is checked whole before anything of it is taken. For an id that the book has, the fields in the file replace
and those absent stay; for a new one absent optional fields get their default.
"""

import codecs
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn

import msgspec

from followup_tui.domain.codec import from_plain, to_plain
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Record
from followup_tui.domain.schema import TABLES, check_record, describe
from followup_tui.domain.text import clean

FORMAT, VERSION = "followup-tui", 1
MAX_BYTES = 100_000_000
_LARGE = 5_000_000
# What no book has, however long: each would take more than a minute, or more memory than there is.
_MOST_RECORDS = 250_000
_MOST_LISTS = 3_000_000
_MOST_VALUES = 10_000_000

# Deeper than anything a person or a program means, and far from what any reader of JSON gives up at.
_DEEPEST = 100
_RECORD = 1
"""How many objects deep a record stands."""


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
        # The whole file first: what stands twice in it is no update of what stands once.
        for record in list(
            _records(document, str(path), lambda record_id: incoming.get(record_id) or known(record_id))
        ):
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
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        if len(data) > _LARGE:
            _check_amount(data, name)
            _check_outline(data, name)
        objects = _Objects()
        document = json.loads(
            data.decode("utf-8"),
            parse_constant=_refuse_constant,
            parse_float=_finite,
            object_pairs_hook=objects.make,
        )
        _check_head(document, name)
        cleaned: dict[str, Any] = _clean(document, 0)
        objects.refuse_repeated(document, name)
    except UnicodeDecodeError as error:
        raise FollowupError(f"{name}: is not UTF-8 text (byte {error.start}); nothing was imported.") from error
    except json.JSONDecodeError as error:
        raise FollowupError(f"{name}: line {error.lineno}: is not JSON ({error.msg}); nothing was imported.") from error
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FollowupError(f"{name}: is not JSON that can be read ({reason}); nothing was imported.") from error
    return cleaned


class _Objects:
    """Makes the objects of a document, and remembers those in which a key stands twice: JSON itself takes the last."""

    def __init__(self) -> None:
        self._repeated: dict[int, str] = {}

    def make(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """The object with these keys and values."""
        made = dict(pairs)
        if len(made) < len(pairs):
            self._repeated[id(made)] = Counter(key for key, _ in pairs).most_common(1)[0][0]
        return made

    def refuse_repeated(self, document: Any, name: str) -> None:
        """Raise FollowupError for the first object of the document, which is still whole, with a key that repeats."""
        if self._repeated:
            self._look(document, name, 0)

    def _look(self, value: Any, place: str, depth: int) -> None:
        if isinstance(value, list):
            for index, item in enumerate(value):
                self._look(item, f"{place}[{index}]", depth)
        elif isinstance(value, dict):
            joint = ": " if depth <= _RECORD else "."
            if id(value) in self._repeated:
                raise FollowupError(
                    f"{place}{joint}{clean(self._repeated[id(value)])}: expected once in its object, found more often; "
                    "nothing was imported. Leave the one that holds."
                )
            for key, item in value.items():
                self._look(item, f"{place}{joint}{clean(key)}", depth + 1)


class _Start(msgspec.Struct):
    """What every record has."""

    id: str


_Outline = msgspec.defstruct(
    "_Outline",
    [("format", Literal["followup-tui"]), ("version", Literal[1]), *((table, list[_Start], None) for table in TABLES)],
)


def _check_outline(data: bytes, name: str) -> None:
    """Refuse a large file that is no book before gigabytes are built from it, as a hundred megabytes of `[],` become.

    What is no JSON at all passes: who reads on says in which line.
    """
    try:
        outline = msgspec.json.decode(data, type=_Outline)
    except msgspec.ValidationError as error:
        raise FollowupError(f"{name}: is not a book of this version ({error}); nothing was imported.") from error
    except msgspec.DecodeError:
        return
    if sum(len(getattr(outline, table) or ()) for table in TABLES) > _MOST_RECORDS:
        raise FollowupError(f"{name}: has more than {_MOST_RECORDS:,} records; nothing was imported. Split it.")


def _check_amount(data: bytes, name: str) -> None:
    """Refuse a large file that holds far more lists or values than words, by the signs that each of them needs."""
    lists = data.count(b"[") + data.count(b"{")
    if lists > _MOST_LISTS or data.count(b",") > _MOST_VALUES:
        raise FollowupError(f"{name}: holds more lists or values than any book; nothing was imported.")


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


def _clean(value: Any, depth: int) -> Any:
    """`value` with every text in it as it is stored: line ends normal, no lone surrogates."""
    if isinstance(value, str):
        return clean(value)
    if not isinstance(value, list | dict):
        return value
    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(value, list):
        return [_clean(item, depth + 1) for item in value]
    return {clean(key): _clean(item, depth + 1) for key, item in value.items()}


def _records(document: Mapping[str, Any], name: str, known: Callable[[str], Record | None]) -> Iterator[Record]:
    seen: dict[str, str] = {}
    for table in TABLES:
        for index, plain in enumerate(document.get(table, ())):
            place = f"{name}: {table}[{index}]"
            record = _record(table, plain, place, known)
            for field, one in _ids(record):
                if one in seen:
                    raise FollowupError(
                        f"{place}: {field}: expected an id of its own, found that of {seen[one]} ({describe(one)}); "
                        "nothing was imported."
                    )
                seen[one] = f"{table}[{index}]"
            yield record


def _ids(record: Record) -> Iterator[tuple[str, str]]:
    """The record's id and those of its promises, which make a follow-up's key and must not repeat either."""
    yield "id", record.id
    for index, promise in enumerate(getattr(record, "promises", ())):
        yield f"promises[{index}].id", promise.id


def _record(table: str, plain: Any, place: str, known: Callable[[str], Record | None]) -> Record:
    before = known(plain["id"]) if isinstance(plain, dict) and isinstance(plain.get("id"), str) else None
    if before is not None and before.table != table:
        raise FollowupError(
            f"{place}: id: expected an id of its own, found that of one of the {before.table} ({describe(before.id)}); "
            "nothing was imported."
        )
    merged = _merged(table, plain, before) if isinstance(plain, dict) else plain
    for problem in check_record(table, merged):
        where = f"{place}: {problem.field}" if problem.field else place
        raise FollowupError(f"{where}: expected {problem.expected}, found {problem.found}; nothing was imported.")
    return from_plain(table, merged)


def _merged(table: str, plain: dict[str, Any], before: Record | None) -> dict[str, Any]:
    merged = {**to_plain(before), **plain} if before is not None else dict(plain)
    contact_ids = merged.get("contact_ids")
    if (
        "contact_ids" in TABLES[table]
        and isinstance(contact_ids, list)
        and all(isinstance(one, str) for one in contact_ids)
    ):
        merged["contact_ids"] = list(dict.fromkeys(contact_ids))
    if table == "opportunities" and plain.get("stage", "closed") != "closed" and "outcome" not in plain:
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
