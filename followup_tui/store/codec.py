"""Records to lines of JSON and back: the fast way for what this program wrote, the careful way for anything else."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from operator import attrgetter
from types import GenericAlias
from typing import Any

import msgspec
from msgspec import UNSET

from followup_tui.domain.codec import ENTRY_TYPES, from_plain, to_plain
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import BY_TABLE, UNKNOWN_KEY, Record
from followup_tui.store.snapshot import compact
from followup_tui.store.strict import is_too_deep

_UNKNOWN = attrgetter("unknown")
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


def decode_documents(table: str, text: bytes) -> dict[int, Record]:
    """The fastest way: documents of one table, by their ids, from a file that this program wrote.

    Raises ValueError if they are not that, or if anything in them needs a closer look: a key that this version does
    not know, or a table.
    """
    if table not in BY_TABLE:
        raise ValueError(f"a table {table} is not known")
    records = _documents_decoder(table).decode(text)
    if _took_unknown(table, records.values()):
        raise ValueError(f"a key is called {UNKNOWN_KEY}")
    return records


@cache
def _documents_decoder(table: str) -> msgspec.json.Decoder[dict[int, Record]]:
    documents: Any = GenericAlias(dict, (int, BY_TABLE[table]))
    return msgspec.json.Decoder(documents)


def _took_unknown(table: str, records: Collection[Any]) -> bool:
    """Whether a key in the file was called as the place for all unknown ones, and so was taken for it."""
    lists = [name for name in ENTRY_TYPES if name in BY_TABLE[table].__struct_fields__]
    entries = [entry for name in lists for record in records for entry in getattr(record, name)]
    taken = [*map(_UNKNOWN, records), *map(_UNKNOWN, entries)]
    return taken.count(UNSET) < len(taken)
