"""What can be taken back and done again, worked out from the change sets in their order.

A *step* is what one press of undo takes back: one change set, or all those of one session of writing. Undo and redo are
change sets themselves, so that the past survives a restart and is the same for every process.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from followup_tui.store.changes import Change, ChangeSet
from followup_tui.store.errors import Conflict, NothingToUndo


@dataclass(slots=True, eq=False)
class Step:
    """What one undo takes back, and whether it was. `change_set` carries the net changes of all its parts."""

    change_set: ChangeSet
    is_taken_back: bool = False


@dataclass(frozen=True, slots=True)
class _TakenBack:
    """Steps that were taken back together by `origin`, oldest first, when `number` changes had been made."""

    steps: tuple[Step, ...]
    number: int
    origin: str

    def is_of(self, origin: str) -> bool:
        """Whether it is for a window to make again: it took this back, whosever it was, or it was all its own."""
        return self.origin == origin or all(step.change_set.origin == origin for step in self.steps)


class Past:
    """The steps of a book, oldest first."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._steps: list[Step] = []
        self._taken_back: list[_TakenBack] = []
        # All change sets in order, for the list that a person sees; and how many plain changes each origin has made.
        self._listed: list[ChangeSet] = []
        self._number = 0
        self._last_number: dict[str, int] = {}

    def add(self, change_set: ChangeSet) -> None:
        """Takes in the next change set; one that is known already is left out."""
        if change_set.id in self._known:
            return
        self._known.add(change_set.id)
        if change_set.undoes:
            self._mark(change_set)
        elif change_set.redoes:
            self._unmark(change_set.redoes)
        else:
            self._number += 1
            self._last_number[change_set.origin] = self._number
            if self._extend(change_set):
                return
            self._steps.append(Step(change_set))
        self._listed.append(change_set)

    def _extend(self, change_set: ChangeSet) -> bool:
        """Adds to the last step of the same origin, if it is of the same session."""
        step = next((step for step in reversed(self._steps) if step.change_set.origin == change_set.origin), None)
        if step is None or step.is_taken_back or change_set.session is None:
            return False
        old = step.change_set
        if old.session != change_set.session or not _continues(old.changes, change_set.changes):
            return False
        step.change_set = replace(old, at=change_set.at, changes=net([*old.changes, *change_set.changes]))
        self._steps.remove(step)
        self._steps.append(step)
        self._listed.remove(old)
        self._listed.append(step.change_set)
        return True

    def _mark(self, undo: ChangeSet) -> None:
        steps = tuple(step for step in self._steps if step.change_set.id in undo.undoes)
        for step in steps:
            step.is_taken_back = True
        if steps:
            self._taken_back.append(_TakenBack(steps, self._number, undo.origin))

    def _unmark(self, ids: Sequence[str]) -> None:
        for step in self._steps:
            if step.change_set.id in ids:
                step.is_taken_back = False
        self._taken_back = [each for each in self._taken_back if each.steps[0].is_taken_back]

    def to_undo(self, origin: str | None) -> list[ChangeSet]:
        """The last step (of `origin`) that stands. Raises NothingToUndo."""
        for step in reversed(self._steps):
            fits = origin in {None, step.change_set.origin} and bool(step.change_set)
            if fits and not step.is_taken_back:
                return [step.change_set]
        raise NothingToUndo("There is nothing to undo.")

    def to_undo_since(self, change_id: str) -> list[ChangeSet]:
        """The step with this id and all after it that stand, oldest first. Raises NothingToUndo."""
        ids = [step.change_set.id for step in self._steps]
        if change_id not in ids or self._steps[ids.index(change_id)].is_taken_back:
            raise NothingToUndo("That change is not among those that can be undone.")
        return [step.change_set for step in self._steps[ids.index(change_id) :] if not step.is_taken_back]

    def to_redo(self, origin: str | None) -> list[ChangeSet]:
        """What was taken back last (by or of `origin`), oldest first. Raises NothingToUndo, also after a new change."""
        for taken_back in reversed(self._taken_back):
            if origin is None or taken_back.is_of(origin):
                since = self._number if origin is None else self._last_number.get(origin, 0)
                if since <= taken_back.number:
                    return [step.change_set for step in taken_back.steps]
                break
        raise NothingToUndo("There is nothing to redo.")

    def listed(self, limit: int) -> list[ChangeSet]:
        """The last change sets, newest first, those of one session as one."""
        return self._listed[: -limit - 1 : -1] if limit > 0 else []


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What changes in their order come to, record by record. Raises Conflict if there is a gap between two of one."""
    result: dict[str, Change] = {}
    for change in changes:
        before = result.get(change.id)
        if before is None:
            result[change.id] = change
        elif before.after == change.before:
            result[change.id] = replace(before, after=change.after)
        else:
            raise Conflict("A record was changed in between by another window, so nothing was undone.")
    return tuple(change for change in result.values() if change.before != change.after)


def _continues(old: Sequence[Change], new: Sequence[Change]) -> bool:
    after = {change.id: change.after for change in old}
    return all(change.id not in after or after[change.id] == change.before for change in new)


def coalesced(change_sets: Iterable[ChangeSet]) -> list[ChangeSet]:
    """The same past in fewer change sets: neighbours of one session are one."""
    result: list[ChangeSet] = []
    for change_set in change_sets:
        last = result[-1] if result else None
        same = last is not None and change_set.session is not None and last.session == change_set.session
        if (
            last is not None
            and same
            and last.origin == change_set.origin
            and _continues(last.changes, change_set.changes)
        ):
            changes = net([*last.changes, *change_set.changes])
            result[-1] = replace(last, at=change_set.at, changes=changes)
        else:
            result.append(change_set)
    return result
