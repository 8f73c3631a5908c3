"""What one line of the journal says: which records are now so, and which are gone.

A posting carries the records as they are *after* the change; what they were before is what stands in the book when it
is read, so that writing a line costs the edit and no more. It names the snapshot it builds upon (`base`) and counts
from 1, so that a journal can never be applied to a snapshot that it does not belong to, nor with a line missing.

Only the standard library, because reading commands come through here too.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from followup_tui.store.snapshot import compact


class Head(NamedTuple):
    """Who did what, and when; the fields of a ChangeSet without its changes."""

    id: str
    label: str
    at: str
    origin: str
    session: str | None = None
    undoes: tuple[str, ...] = ()
    redoes: tuple[str, ...] = ()


class Posting(NamedTuple):
    """One line of the journal. `put`: table → document id → record; `delete`: table → document id → record id."""

    base: str
    number: int
    head: Head
    put: Mapping[str, Mapping[int, Any]]
    delete: Mapping[str, Mapping[int, str]]


def head_to_json(head: Head) -> dict[str, Any]:
    """The fields of a head that say something."""
    fields = {"id": head.id, "label": head.label, "at": head.at, "origin": head.origin}
    optional = {"session": head.session, "undoes": list(head.undoes), "redoes": list(head.redoes)}
    return fields | {name: value for name, value in optional.items() if value}


def head_from_json(fields: dict[str, Any]) -> Head:
    """The reverse of `head_to_json`. Raises KeyError if something is missing."""
    return Head(
        fields["id"],
        fields["label"],
        fields["at"],
        fields["origin"],
        fields.get("session"),
        tuple(fields.get("undoes", ())),
        tuple(fields.get("redoes", ())),
    )


def encode_posting(posting: Posting) -> bytes:
    """The posting as JSON. Raises UnicodeEncodeError for half a surrogate pair."""
    fields: dict[str, Any] = {"base": posting.base, "number": posting.number, **head_to_json(posting.head)}
    if posting.put:
        fields["put"] = posting.put
    if posting.delete:
        fields["delete"] = posting.delete
    return compact(fields)


def decode_posting(payload: bytes) -> Posting:
    """The posting of a line whose checksum is right. Raises ValueError if it is not one."""
    try:
        fields = json.loads(payload)
        return Posting(
            fields["base"],
            fields["number"],
            head_from_json(fields),
            _by_number(fields.get("put", {})),
            _by_number(fields.get("delete", {})),
        )
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a change set ({error})") from error


def _by_number(tables: dict[str, dict[str, Any]]) -> dict[str, dict[int, Any]]:
    return {table: {int(key): value for key, value in documents.items()} for table, documents in tables.items()}
