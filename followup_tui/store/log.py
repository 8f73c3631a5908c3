"""The change sets of an open book: those that still stand in the journal, and those that the past has not taken in.

A session of writing saves every half second, each time with the whole draft before and after. So neighbours of one
session are kept as one, as the history keeps them (`past.coalesced`), and what was taken in is let go.
"""

from collections.abc import Iterable

from followup_tui.store.changes import ChangeSet


class Log:
    """Change sets in their order; one that is known already is left out of what is new."""

    def __init__(self) -> None:
        # How often one was added, for names that are not given twice.
        self.count = 0
        # What goes to the history when the journal is settled.
        self.unsettled: list[ChangeSet] = []
        # What the past has not taken in, as it stood in one journal after another. Sets of two journals are never made
        # one: the history may have those of the first by now, and only those.
        self._new: list[list[ChangeSet]] = [[]]
        self._known: set[str] = set()

    def begin(self, change_sets: Iterable[ChangeSet]) -> None:
        """Takes what stands in a journal that was read from its beginning."""
        self.settle()
        for change_set in change_sets:
            self.count += 1
            self.unsettled.append(change_set)
            if self._is_new(change_set):
                self._new[-1].append(change_set)

    def add(self, change_set: ChangeSet) -> None:
        """Takes the next one of the same journal."""
        self.count += 1
        _append(self.unsettled, change_set)
        if self._is_new(change_set):
            _append(self._new[-1], change_set)

    def _is_new(self, change_set: ChangeSet) -> bool:
        is_new = change_set.id not in self._known
        self._known.add(change_set.id)
        return is_new

    def settle(self) -> None:
        """Nothing is unsettled any more: the journal is gone, or is about to be read anew."""
        self.unsettled = []
        self._new.append([])

    def take(self) -> list[ChangeSet]:
        """What is new since this was last asked, those of one session as one."""
        from followup_tui.store.past import coalesced

        new, self._new = self._new, [[]]
        return [change_set for part in new for change_set in coalesced(part)]


def _append(change_sets: list[ChangeSet], change_set: ChangeSet) -> None:
    if change_set.session is None:
        change_sets.append(change_set)
        return
    from followup_tui.store.past import coalesced

    change_sets[-1:] = coalesced([*change_sets[-1:], change_set])
