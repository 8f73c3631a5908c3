"""Plain JSON objects read as if they were records: same names, same defaults, nothing copied or checked.

A reading command uses these in place of `domain.records`, whose library takes longer to load than a small book.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from followup_tui.domain.schema import TABLES, Field


class Row:
    """A record's fields as attributes; what is absent is its default, and lists are tuples, as in the records."""

    def __init__(self, raw: dict[str, Any]) -> None:
        # So Python finds most of the attributes by itself: a plan asks for half a million of a big book's.
        self.__dict__ = raw

    if TYPE_CHECKING:  # the attributes are those of the table

        def __getattr__(self, name: str) -> Any: ...

    def __repr__(self) -> str:
        return f"Row({self.__dict__!r})"


def rows(table: str, raws: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """The objects of `table` as records. They must have passed `schema.check_record`, or come from our own store."""
    return map(_of_table(table), raws)


@cache
def _of_table(table: str) -> type[Row]:
    return _row_type(TABLES[table])


def _row_type(fields: Mapping[str, Field]) -> type[Row]:
    """A row with these fields."""
    defaults = {name: _attribute(name, field) for name, field in fields.items() if not field.required}
    return type("Row", (Row,), defaults)


def _attribute(name: str, field: Field) -> Any:
    """What stands for the field in the class: its default, or for a list a property, which comes before the object."""
    if field.entries is not None:
        return property(_list_of(name, _row_type(field.entries)))
    return property(_list_of(name, None)) if isinstance(field.default, list) else field.default


def _list_of(name: str, entry: Callable[[Any], Any] | None) -> Callable[[Row], tuple[Any, ...]]:
    def read(row: Row) -> tuple[Any, ...]:
        found = row.__dict__.get(name, ())
        return tuple(found) if entry is None else tuple(map(entry, found))

    return read
