"""The book, indexed for the questions that the cadence and the windows ask of it.

Records come as they are stored, their instants as text. An instant is parsed when something is first asked about it,
into UTC, where instants compare by time and not by wall clock. Only attributes are read, so a `domain.rows.Row`
serves as well as a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, KeysView, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter
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

    def add(self, records: Collection[Any]) -> None:
        """Put `records`, of which none is here yet, into their groups; one that has a key twice is there once."""
        keys_of, groups = self._keys, self._groups
        for record in records:
            for key in keys_of(record):
                group = groups[key]
                if not group or group[-1] is not record:
                    group.append(record)
        self._sort_anew(records)

    def _sort_anew(self, records: Iterable[Any]) -> None:
        """Forget the order of the groups of `records`."""
        if self._sorted:
            for record in records:
                for key in self._keys(record):
                    self._sorted.pop(key, None)

    def discard(self, record: Any) -> None:
        """Take `record`, which is here, out of its groups."""
        for key in set(self._keys(record)):
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


class FieldIndex(Index[E]):
    """An index by one field, which may be null.

    Most of a big book is found by such a field, so that it is not asked for by a call for each record.
    """

    def __init__(self, field: str, entry: Callable[[Any], E]) -> None:
        self._field = attrgetter(field)
        super().__init__(self._keys_of, entry)

    def _keys_of(self, record: Any) -> Iterable[str]:
        return () if self._field(record) is None else (self._field(record),)

    def add(self, records: Collection[Any]) -> None:
        """As an `Index` does."""
        groups = self._groups
        for key, record in zip(map(self._field, records), records, strict=True):
            if key is not None:
                groups[key].append(record)
        self._sort_anew(records)


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
        self.interviews_of_opportunity: Index[Meeting] = FieldIndex("opportunity_id", _meeting)
        self.interviews_of_contact: Index[Meeting] = Index(_interviewed, _meeting)
        self.interviews_promised_to: Index[Meeting] = Index(_promised_to, _meeting)
        self.touchpoints_of_opportunity: Index[Timed[Touchpoint]] = FieldIndex("opportunity_id", _timed)
        self.touchpoints_of_contact: Index[Timed[Touchpoint]] = FieldIndex("contact_id", _timed)
        self.reminders_of_opportunity: Index[Timed[Reminder]] = FieldIndex("opportunity_id", _timed)
        self.reminders_of_contact: Index[Timed[Reminder]] = FieldIndex("contact_id", _timed)
        self.decisions_of_key: Index[Timed[Decision]] = FieldIndex("key", _timed)

    @classmethod
    def of(cls, tables: Mapping[str, Iterable[Any]]) -> Facts:
        """The facts of a book: the records of each table by the table's name; other tables are not looked at."""
        return cls.by_id({table: {record.id: record for record in tables.get(table, ())} for table in _INDEXES})

    @classmethod
    def by_id(cls, tables: Mapping[str, dict[str, Any]]) -> Facts:
        """As `of`, from records by their ids; the dicts are the facts' own from then on."""
        facts = cls()
        for table, index_names in _INDEXES.items():
            setattr(facts, table, tables[table])
            for name in index_names:
                getattr(facts, name).add(tables[table].values())
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
        return opportunity.contact_ids
    return (*opportunity.contact_ids, opportunity.primary_contact_id)


def _interviewed(interview: Interview) -> Iterable[str]:
    return interview.contact_ids


def _promised_to(interview: Interview) -> Iterable[str]:
    return [promise.contact_id for promise in interview.promises if promise.contact_id is not None]
