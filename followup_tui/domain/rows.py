"""Plain JSON objects read as if they were records: same names, same defaults, nothing copied or checked.

A reading command uses these in place of `domain.records`, whose library takes longer to load than a small book.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from followup_tui.domain.schema import TABLES, Field


class Row:
    """A record's fields as attributes; what is absent is its default, and lists are tuples, as in the records."""

    __slots__ = ("_fields", "_raw")

    def __init__(self, raw: Mapping[str, Any], fields: Mapping[str, Field]) -> None:
        self._raw = raw
        self._fields = fields

    def __getattr__(self, name: str) -> Any:
        field = self._fields.get(name)
        if field is None or (field.required and name not in self._raw):
            raise AttributeError(name)
        value = self._raw.get(name, field.default)
        if field.entries is not None:
            return tuple(Row(entry, field.entries) for entry in value)
        return tuple(value) if isinstance(value, list) else value

    def __repr__(self) -> str:
        return f"Row({self._raw!r})"


def rows(table: str, raws: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """The objects of `table` as records. They must have passed `schema.check_record`, or come from our own store."""
    fields = TABLES[table]
    return (Row(raw, fields) for raw in raws)
