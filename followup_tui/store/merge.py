"""What is to be written when records may have changed since they were looked at."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from followup_tui.domain.records import Record
from followup_tui.store.codec import Misfit
from followup_tui.store.errors import Conflict

# Every change sets it, so that two changes never agree on it; the one that comes second is right.
_STAMPS = frozenset({"updated_at"})

Find = Callable[[str], Record | None]


def to_put(records: Iterable[Record], bases: Mapping[str, Record | None], current: Find) -> list[Record]:
    """What to write so that each of `records`, made from its base, is there: nothing for one that already is.

    Raises Conflict if the book and the record went different ways from the base, Misfit if the id is another table's.
    """
    found = (_settled(record, bases.get(record.id), current(record.id)) for record in records)
    return [record for record in found if record is not None]


def _settled(mine: Record, base: Record | None, theirs: Record | None) -> Record | None:
    if theirs is not None and theirs.table != mine.table:
        raise Misfit(f"The id {mine.id} is another record's already, so nothing was saved in {mine.table}.")
    if theirs == mine:
        return None
    if theirs == base:
        return mine
    both = merged(base, mine, theirs) if base is not None and theirs is not None else None
    if both is None:
        raise Conflict(f"{name_of(mine)} was changed elsewhere meanwhile, so nothing was saved; look and do it again.")
    return both if both != theirs else None


def merged(base: Record, mine: Record, theirs: Record) -> Record | None:
    """`theirs` with the fields that `mine` changed; None if both changed the same field to different values."""
    taken = {}
    for name in mine.__struct_fields__:
        old, here, there = (getattr(record, name) for record in (base, mine, theirs))
        if here in (old, there):
            continue
        if there != old and name not in _STAMPS:
            return None
        taken[name] = here
    return replace(theirs, **taken)


def to_delete(ids: Iterable[str], bases: Mapping[str, Record | None], current: Find) -> list[str]:
    """Which of the ids to delete: those that are still there. Raises Conflict for one that was changed meanwhile."""
    gone = []
    for record_id in ids:
        theirs = current(record_id)
        if theirs is None:
            continue
        if theirs != bases.get(record_id):
            raise Conflict(f"{name_of(theirs)} was changed elsewhere meanwhile, so nothing was deleted.")
        gone.append(record_id)
    return gone


def name_of(record: Record) -> str:
    """What a person calls a record."""
    for field in ("company", "name", "title", "subject"):
        name: str | None = getattr(record, field, None)
        if name:
            return name
    return f"The record {record.id}"
