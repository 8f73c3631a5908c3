"""The desk: the book, the plan that follows from it, and the one way in which either changes.

The functions that a user's keys and commands come down to stand beside it, one module a subject (`pipeline`, `log`,
`agenda`, `drafts`, `people`); each ends in one `Desk.change`, which is durable when it returns. Whoever shows
something subscribes and is told which records changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeVar, cast

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.domain.cadence import FollowUp, Planner
from followup_tui.domain.errors import NotFound
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from followup_tui.store.changes import Change, ChangeSet

Listener = Callable[[Sequence[Change], ChangeSet | None], None]
RecordType = TypeVar("RecordType", bound=Record)

# The tables that the cadence reads.
_PLANNED = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")
_MANY: Final = 1_000
"""Of so many changes at once, an import's, it is quicker to plan everything anew."""


class Desk:
    """One open book with its plan.

    `now` comes from the clock alone, and every instant a change carries comes from `now`. Not thread-safe: it belongs
    to the thread that made it.
    """

    def __init__(self, book: Book, config: Config, clock: Clock) -> None:
        self.book = book
        self.config = config
        self.clock = clock
        self.facts = Facts.by_id({table: book.records_now(table) for table in _PLANNED})
        self.planner = Planner(self.facts, config.plan_settings)
        self.revision = 0
        """Grows with every change, so that who was not listening can tell that there was one."""
        self._listeners: list[Listener] = []
        self._stop_hearing = book.subscribe(self._hear)

    def use(self, config: Config) -> None:
        """Plan by other settings from now on; listeners hear of it as of a change.

        The zone stays the one of the clock that the desk was made with: another one holds from the next start.
        """
        self.config = config._replace(zone=self.config.zone)
        self.planner = Planner(self.facts, self.config.plan_settings)
        self._hear((), None)

    # Questions

    def now(self) -> datetime:
        """This moment in the user's zone."""
        return self.clock.now()

    def records(self, kind: type[RecordType]) -> Mapping[str, RecordType]:
        """The records of one table by id; a live view."""
        return cast("Mapping[str, RecordType]", self.book.records(kind.table))

    def find(self, kind: type[RecordType], record_id: str | None) -> RecordType | None:
        """The record of that kind and id, or None where it is unknown."""
        return None if record_id is None else self.records(kind).get(record_id)

    def get(self, kind: type[RecordType], record_id: str) -> RecordType:
        """The record of that kind and id. Raises NotFound, since another window may have deleted it."""
        record = self.find(kind, record_id)
        if record is None:
            raise NotFound(
                f"That {kind.__name__.lower()} is no longer in the book; it may have been deleted elsewhere."
            )
        return record

    def plan(self) -> list[FollowUp]:
        """The whole plan at this moment, in its order."""
        return self.planner.plan(self.now())

    def follow_up(self, key: str) -> FollowUp | None:
        """The follow-up with that key, if it is planned."""
        return next((follow_up for follow_up in self.plan() if follow_up.key == key), None)

    # Changes

    def change(
        self, label: str, *, put: Iterable[Record] = (), delete: Iterable[str] = (), session: str | None = None
    ) -> ChangeSet:
        """Store records and delete others as one durable, undoable step; `label` says in the user's words what it is.

        Raises FollowupError when it could not be made durable; then nothing has changed.
        """
        return self.book.apply(label, put=put, delete=delete, session=session)

    def undo(self, *, own: bool = False) -> ChangeSet:
        """Take back the book's last change, or this window's own. Raises FollowupError when there is none."""
        return self.book.undo(self.book.origin if own else None)

    def redo(self, *, own: bool = False) -> ChangeSet:
        """Make again what was last undone. Raises FollowupError when there is nothing."""
        return self.book.redo(self.book.origin if own else None)

    def enter(self) -> None:
        """Make ready for changes; until then the book can be shown. Raises FollowupError."""
        self.book.enter()

    def refresh(self) -> Sequence[Change]:
        """Read in what other windows and commands wrote; listeners hear of it."""
        return self.book.refresh()

    def close(self) -> None:
        """Leave the book; the last to leave tidies it."""
        self._stop_hearing()
        self.book.close()

    # Listening

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the changed records after every change, also of other processes; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _hear(self, changes: Sequence[Change], change_set: ChangeSet | None) -> None:
        self.revision += 1
        if len(changes) > _MANY:
            self.planner.plan_anew()
        for change in changes:
            if change.table in _PLANNED:
                self.facts.replace(change.table, change.id, change.after)
                self.planner.touch(change.table, change.before, change.after)
        for listener in tuple(self._listeners):
            listener(changes, change_set)
