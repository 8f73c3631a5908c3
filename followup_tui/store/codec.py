"""Records to lines of JSON and back: the fast way for what this program wrote, the careful way for anything else."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from types import GenericAlias
from typing import Any

import msgspec
from msgspec import UNSET

from followup_tui.domain.codec import ENTRY_TYPES, from_plain, to_plain
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import BY_TABLE, UNKNOWN_KEY, Record
from followup_tui.store.snapshot import META, compact
from followup_tui.store.strict import is_too_deep

_QUOTED_UNKNOWN_KEY = f'"{UNKNOWN_KEY}"'.encode()
_encoder = msgspec.json.Encoder(order="sorted")


HALF_A_CHARACTER = "The text has half of a character in it, so nothing was saved; take it out."


class Misfit(FollowupError):
    """A record that could not be read again if it were written."""


def to_document(record: Record) -> dict[str, Any]:
    """The record as TinyDB stores it. Raises Misfit for what no file can hold."""
    try:
        return to_plain(record)
    except UnicodeEncodeError as error:
        raise Misfit(HALF_A_CHARACTER) from error
    except RecursionError as error:
        raise Misfit(f"{_name(record.table, {'id': record.id})}: it is nested too deeply.") from error


def from_document(table: str, document: Mapping[str, Any]) -> Record:
    """The typed record of any JSON object. Raises Misfit, which says the field and what was expected."""
    from followup_tui.domain.schema import check_record

    for problem in check_record(table, document):
        raise Misfit(f"{_name(table, document)}: {problem.field} is {problem.found}, expected is {problem.expected}.")
    if not _holds_unknown_key(document):
        try:
            return msgspec.convert(document, BY_TABLE[table])
        except msgspec.ValidationError:
            pass  # a key that this version does not know: the careful way keeps it
    if is_too_deep(document):
        raise Misfit(f"{_name(table, document)}: it is nested too deeply.")
    return from_plain(table, dict(document))


def _holds_unknown_key(document: Mapping[str, Any]) -> bool:
    """Whether a key is called as the fast way calls the place for all unknown ones."""
    entries = (entry for name in ENTRY_TYPES for entry in document.get(name) or ())
    return UNKNOWN_KEY in document or any(UNKNOWN_KEY in entry for entry in entries)


def _name(table: str, document: Any) -> str:
    name = document.get("id") if isinstance(document, dict) else None
    return f"The record {name} of {table} was not taken" if name else f"A record of {table} was not taken"


def encode(record: Record) -> bytes:
    """The record as one line of JSON, keys sorted."""
    line = _encoder.encode(record)
    return compact(to_document(record)) if _QUOTED_UNKNOWN_KEY in line else line


def line_decoder(table: str) -> Callable[[bytes], Record]:
    """The fast way for one table: from a line that this program wrote. Raises Misfit for one that it did not."""
    decode = msgspec.json.Decoder(BY_TABLE[table]).decode

    def decode_line(line: bytes) -> Record:
        try:
            if _QUOTED_UNKNOWN_KEY not in line:
                return decode(line)
        except msgspec.ValidationError:
            pass  # a key that this version does not know: the careful way keeps it
        return from_document(table, msgspec.json.decode(line))

    return decode_line


def decode_book(raw: bytes) -> dict[str, dict[int, Record]] | None:
    """The fastest way: a whole file that this program wrote, records by table and document id.

    None if anything in it needs a closer look: a table or a key that this version does not know.
    """
    try:
        book = _book_decoder().decode(raw)
    except msgspec.ValidationError:
        return None
    tables: dict[str, dict[int, Record]] = {table: getattr(book, table) for table in BY_TABLE}
    needs_care = len(book.meta) > 1 or any(_took_unknown(table, records.values()) for table, records in tables.items())
    return None if needs_care else tables


@cache
def _book_decoder() -> msgspec.json.Decoder[Any]:
    """Reads all tables in one go: to look for where each begins and ends would take a third as long again."""
    tables: list[tuple[str, Any, Any]] = [
        (table, GenericAlias(dict, (int, kind)), msgspec.field(default_factory=dict))
        for table, kind in BY_TABLE.items()
    ]
    meta: tuple[str, Any, Any] = (META, dict[str, msgspec.Raw], msgspec.field(default_factory=dict))
    return msgspec.json.Decoder(msgspec.defstruct("WholeBook", [*tables, meta], forbid_unknown_fields=True))


def _took_unknown(table: str, records: Collection[Any]) -> bool:
    """Whether a key in the file was called as the place for all unknown ones, and so was taken for it."""
    lists = [name for name in ENTRY_TYPES if name in BY_TABLE[table].__struct_fields__]
    return any(record.unknown is not UNSET for record in records) or any(
        entry.unknown is not UNSET for name in lists for record in records for entry in getattr(record, name)
    )
