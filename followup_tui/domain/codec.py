"""Between the plain objects of a JSON file and the typed records, losing no key on either way."""

from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from followup_tui.domain.records import BY_TABLE, UNKNOWN_KEY, Part, Promise, Record, Revision, StageChange

# The fields whose entries are objects of their own.
ENTRY_TYPES: dict[str, type[Part]] = {"promises": Promise, "stage_history": StageChange, "revisions": Revision}

PartType = TypeVar("PartType", bound=Part)


def from_plain(table: str, plain: dict[str, Any]) -> Record:
    """The record that `plain` describes; it must have passed `schema.check_record`. Unknown keys are kept."""
    values = dict(plain)
    for name, entry_type in ENTRY_TYPES.items():
        if name in values and name in known_fields(BY_TABLE[table]):
            values[name] = tuple(_part(entry_type, entry) for entry in values[name])
    return _part(BY_TABLE[table], values)


def _part(part_type: type[PartType], plain: dict[str, Any]) -> PartType:
    fields = known_fields(part_type)
    known = {name: _frozen(value) for name, value in plain.items() if name in fields}
    unknown = {name: value for name, value in plain.items() if name not in fields}
    return part_type(**known, unknown=unknown or UNSET)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def known_fields(part_type: type[Part]) -> frozenset[str]:
    """The names of the fields that this version knows."""
    return frozenset(part_type.__struct_fields__) - {"unknown"}


def to_plain(part: Part) -> dict[str, Any]:
    """Every field of `part` and its unknown keys, as JSON knows them; `from_plain` reads it back."""
    # Through JSON, which makes lists of the tuples, inside the entries too.
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(part))
    for name in ENTRY_TYPES:
        # Before the unknown keys are lifted, since one of those may have any name.
        for entry in plain.get(name, ()):
            _lift_unknown(entry)
    _lift_unknown(plain)
    return plain


def _lift_unknown(plain: dict[str, Any]) -> None:
    plain.update(plain.pop(UNKNOWN_KEY, {}))
