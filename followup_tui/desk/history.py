"""What was changed lately, and the way back to before any of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.pipeline import describe
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Record
from followup_tui.store.changes import Change, ChangeSet

_LOOKED_AT = 1_000
_DETAILS = 20
# What changes by itself whenever something else does.
_BOOKKEEPING = frozenset({"updated_at", "stage_changed_at", "stage_history", "revisions"})


class Step(NamedTuple):
    """One step of undo: what it did, and when, in the user's zone.

    `is_own`: it was done in this window. `reach` is how many steps going back to before it takes back, itself included;
    0 where it was taken back already. `details` says what became of the first records.
    """

    id: str
    at: datetime
    label: str
    is_own: bool
    reach: int
    details: tuple[str, ...]


def last_steps(desk: Desk, limit: int = 200) -> list[Step]:
    """The last steps, newest first. What was taken back is among them; the taking back itself is not."""
    change_sets = desk.book.history(_LOOKED_AT)
    taken_back = _taken_back(reversed(change_sets))
    steps: list[Step] = []
    reach = 0
    for change_set in change_sets:
        if change_set.undoes or change_set.redoes:
            continue
        stands = change_set.id not in taken_back
        reach += stands
        steps.append(_step(desk, change_set, reach if stands else 0))
    return steps[:limit]


def _taken_back(change_sets: Iterable[ChangeSet]) -> set[str]:
    """The ids of the steps that do not stand, from change sets in the order in which they were made."""
    taken_back: set[str] = set()
    for change_set in change_sets:
        taken_back.update(change_set.undoes)
        taken_back.difference_update(change_set.redoes)
    return taken_back


def _step(desk: Desk, change_set: ChangeSet, reach: int) -> Step:
    return Step(
        change_set.id,
        instant(change_set.at).astimezone(desk.clock.zone),
        change_set.label,
        change_set.origin == desk.book.origin,
        reach,
        _details(change_set.changes),
    )


def _details(changes: Sequence[Change]) -> tuple[str, ...]:
    more = len(changes) - _DETAILS
    told = tuple(_detail(change) for change in changes[:_DETAILS])
    return (*told, f"and {more} more") if more > 0 else told


def _detail(change: Change) -> str:
    """`added Ana Ruiz`, or which fields of what were changed."""
    if change.before is None or change.after is None:
        record = change.after or change.before
        verb = "added" if change.before is None else "deleted"
        return f"{verb} {_called(change.table, record)}" if record else verb
    before, after = change.before, change.after
    fields = [name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)]
    telling = [name.replace("_", " ") for name in fields if name not in _BOOKKEEPING]
    return f"changed {_called(change.table, after)}: {', '.join(telling or ['nothing one sees'])}"


def _called(table: str, record: Record) -> str:
    kind, name = table.removesuffix("s").replace("opportunitie", "opportunity"), describe(record)
    return kind if name == kind else f"{kind} {name}"


def go_back(desk: Desk, step_id: str) -> str:
    """Take back a step and all that were made after it, as one step that can be made again; what was done, in words.

    Raises FollowupError where it was taken back meanwhile, or where that would lose what was changed since.
    """
    return desk.book.undo_to(step_id).label


def make_again(desk: Desk) -> str:
    """Make again what was taken back last, in whatever window; what was done, in words. Raises FollowupError."""
    return desk.redo().label
