"""The book, indexed for the questions that the cadence and the windows ask of it.

Records come as they are stored, their instants as text. An instant is parsed when something is first asked about it,
into UTC, where instants compare by time and not by wall clock. Only attributes are read, so a `domain.rows.Row`
serves as well as a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from followup_tui.domain.records import Contact, Decision, Interview, Opportunity, Reminder, Touchpoint

E = TypeVar("E", bound=tuple[Any, ...])
T = TypeVar("T")


class Timed(NamedTuple, Generic[T]):
    """A record with its instant in UTC. Tuples of these sort as the cadence orders facts: by time, then by id."""

    at: datetime
    id: str
    record: T


class Meeting(NamedTuple):
    """An interview with its end and start in UTC. These sort by end, then by id."""

    ends_at: datetime
    id: str
    starts_at: datetime
    record: Interview


def instant(text: str) -> datetime:
    """The instant that a stored text names, in UTC. The text was checked when it came in."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _timed(record: Any) -> Timed[Any]:
    return Timed(instant(record.at), record.id, record)


def _meeting(interview: Interview) -> Meeting:
    starts_at = instant(interview.starts_at)
    return Meeting(starts_at + timedelta(minutes=interview.duration_min), interview.id, starts_at, interview)


class Index(Generic[E]):
    """The records of one table by some key of theirs, each group in order of time, sorted when first asked for."""

    def __init__(self, keys: Callable[[Any], Iterable[str]], entry: Callable[[Any], E]) -> None:
        self._keys = keys
        self._entry = entry
        self._groups: defaultdict[str, list[Any]] = defaultdict(list)
        self._sorted: dict[str, tuple[E, ...]] = {}

    def add(self, records: Iterable[Any]) -> None:
        """Put `records`, of which none is here yet, into their groups."""
        keys_of, groups, in_order = self._keys, self._groups, self._sorted
        for record in records:
            for key in keys_of(record):
                groups[key].append(record)
                if in_order:
                    in_order.pop(key, None)

    def discard(self, record: Any) -> None:
        """Take `record`, which is here, out of its groups."""
        for key in self._keys(record):
            group = [other for other in self._groups.pop(key) if other.id != record.id]
            if group:
                self._groups[key] = group
            self._sorted.pop(key, None)

    def of(self, key: str | None) -> tuple[E, ...]:
        """The group of `key` in its order; empty where there is none."""
        if key is None or key not in self._groups:
            return ()
        group = self._sorted.get(key)
        if group is None:
            group = self._sorted[key] = tuple(sorted(map(self._entry, self._groups[key])))
        return group

    def unsorted(self, key: str) -> Sequence[Any]:
        """The records of the group of `key` in no order, nothing about them parsed."""
        return self._groups.get(key, ())

    def keys(self) -> KeysView[str]:
        """The keys that have a group."""
        return self._groups.keys()


class Facts:
    """The tables that the cadence reads, by id, and the ways from one record to others.

    Changed only by `replace`. References may point nowhere: an index has a group for every id that is named, whether
    or not there is such a record.
    """

    def __init__(self) -> None:
        self.opportunities: dict[str, Opportunity] = {}
        self.contacts: dict[str, Contact] = {}
        self.interviews: dict[str, Interview] = {}
        self.touchpoints: dict[str, Touchpoint] = {}
        self.reminders: dict[str, Reminder] = {}
        self.decisions: dict[str, Decision] = {}
        self.opportunities_of_contact: Index[Timed[Opportunity]] = Index(_people_of, _created)
        self.interviews_of_opportunity: Index[Meeting] = Index(_opportunity_of, _meeting)
        self.interviews_of_contact: Index[Meeting] = Index(_interviewed, _meeting)
        self.interviews_promised_to: Index[Meeting] = Index(_promised_to, _meeting)
        self.touchpoints_of_opportunity: Index[Timed[Touchpoint]] = Index(_opportunity_of, _timed)
        self.touchpoints_of_contact: Index[Timed[Touchpoint]] = Index(_contact_of, _timed)
        self.reminders_of_opportunity: Index[Timed[Reminder]] = Index(_opportunity_of, _timed)
        self.reminders_of_contact: Index[Timed[Reminder]] = Index(_contact_of, _timed)
        self.decisions_of_key: Index[Timed[Decision]] = Index(_key_of, _timed)

    @classmethod
    def of(cls, tables: Mapping[str, Iterable[Any]]) -> Facts:
        """The facts of a book: the records of each table by the table's name; other tables are not looked at."""
        facts = cls()
        for table, index_names in _INDEXES.items():
            records = facts.table(table)
            records.update((record.id, record) for record in tables.get(table, ()))
            for name in index_names:
                getattr(facts, name).add(records.values())
        return facts

    def table(self, name: str) -> dict[str, Any]:
        """The records of one table by id. Raises KeyError for a table that the cadence does not read."""
        if name not in _INDEXES:
            raise KeyError(name)
        records: dict[str, Any] = getattr(self, name)
        return records

    def replace(self, table: str, record_id: str, record: Any | None) -> None:
        """Put `record` in the place of the one with this id; None takes it out. Other tables are passed over."""
        if table not in _INDEXES:
            return
        records = self.table(table)
        before = records.pop(record_id, None)
        if record is not None:
            records[record_id] = record
        for name in _INDEXES[table]:
            index = getattr(self, name)
            if before is not None:
                index.discard(before)
            if record is not None:
                index.add((record,))


_INDEXES: dict[str, tuple[str, ...]] = {
    "opportunities": ("opportunities_of_contact",),
    "contacts": (),
    "interviews": ("interviews_of_opportunity", "interviews_of_contact", "interviews_promised_to"),
    "touchpoints": ("touchpoints_of_opportunity", "touchpoints_of_contact"),
    "reminders": ("reminders_of_opportunity", "reminders_of_contact"),
    "decisions": ("decisions_of_key",),
}


def _created(record: Any) -> Timed[Any]:
    return Timed(instant(record.created_at), record.id, record)


def _people_of(opportunity: Opportunity) -> Iterable[str]:
    if opportunity.primary_contact_id is None:
        return set(opportunity.contact_ids)
    return {*opportunity.contact_ids, opportunity.primary_contact_id}


def _interviewed(interview: Interview) -> Iterable[str]:
    return set(interview.contact_ids)


def _promised_to(interview: Interview) -> Iterable[str]:
    return {promise.contact_id for promise in interview.promises if promise.contact_id is not None}


def _opportunity_of(record: Any) -> Iterable[str]:
    return () if record.opportunity_id is None else (record.opportunity_id,)


def _contact_of(record: Any) -> Iterable[str]:
    return () if record.contact_id is None else (record.contact_id,)


def _key_of(decision: Decision) -> Iterable[str]:
    return (decision.key,)
