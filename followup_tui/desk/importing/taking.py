"""What an import has taken so far: records that are new or changed, laid over those of the book, which stays as it is.

It may run in any thread, because it works on a picture of the book: only what comes of it is stored, and the store
tells if another window changed the same meanwhile.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import NamedTuple, TypeVar, cast

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.importing.strangers import Strangers
from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import BY_TABLE, Contact, Interview, Opportunity, Record
from followup_tui.exchange.found import Remark, Unreadable, Where
from followup_tui.store.import_memory import ImportMemory, recall

RecordType = TypeVar("RecordType", bound=Record)
_MOST_PROPOSALS = 20_000


class Picture(NamedTuple):
    """The book at one moment, and what new records need."""

    tables: Mapping[str, Mapping[str, Record]]
    new_id: Callable[[str], str]
    now: datetime
    zone: tzinfo
    memory: ImportMemory = ImportMemory()
    user_name: str = ""

    @classmethod
    def of(cls, desk: Desk) -> "Picture":
        """The book as it is now; taken in the desk's own thread."""
        tables = {table: dict(desk.book.records(table)) for table in BY_TABLE}
        return cls(tables, desk.book.new_id, desk.now(), desk.clock.zone, recall(desk.book.path), desk.config.user.name)

    @property
    def stamp(self) -> str:
        """Its moment, as records are stamped with it."""
        return format_instant(self.now)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that only the user can know, with the answer that it has unless they give another.

    `key` is the same whenever the same file is read into the same book.
    """

    key: str
    where: Where
    text: str
    accepted: bool


@dataclass(slots=True)
class Said:
    """What is to be said of the units: what was left out, what a person should know, and what they may decide."""

    unreadable: list[Unreadable] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    proposals: dict[str, Proposal] = field(default_factory=dict)


class Taking:
    """Records as they will be once all is stored, and how many units were new, changed something, or said nothing new.

    `decisions` are the user's answers to proposals, by key.
    """

    def __init__(self, picture: Picture, decisions: Mapping[str, bool] | None = None) -> None:
        self.picture = picture
        self.said = Said()
        self.left: Counter[str] = Counter()
        """Units by table that were in the book already, or earlier in the files."""
        self.taken: dict[str, str] = {}
        """What the units became, by their digests, as it is to be remembered."""
        self.strangers = Strangers()
        """Whom messages are from or to that the book did not know when they were read."""
        self.log: list[str] = []
        """The ids of what was taken, one after another, so that who keeps an index can tell what is new in it."""
        self._put: dict[str, Record] = {}
        self._decisions = decisions or {}
        self._before = {record_id: record for table in picture.tables.values() for record_id, record in table.items()}

    # The records

    def get(self, record_id: str) -> Record | None:
        """The record with that id, as it will be."""
        return self._put.get(record_id) or self._before.get(record_id)

    def records(self, kind: type[RecordType]) -> Iterator[RecordType]:
        """All records of a kind, as they will be; those of the book first, in its order."""
        for record_id, record in self.picture.tables.get(kind.table, {}).items():
            yield cast("RecordType", self._put.get(record_id, record))
        for record_id, record in self._put.items():
            if isinstance(record, kind) and record_id not in self._before:
                yield record

    def put(self, record: Record) -> None:
        """Take a record that is new, or is to be in the place of the one with its id."""
        self._put[record.id] = record
        self.log.append(record.id)

    def add(self, record: RecordType) -> RecordType:
        """Take a new record."""
        self.put(record)
        return record

    def change(self, before: RecordType, after: RecordType) -> RecordType:
        """Take what became of a record, stamped if it became anything else; without that, it was a double."""
        if after == before:
            self.left[before.table] += 1
            return before
        if before.id not in self._before or before.id in self._put:
            self.left[before.table] += 1  # a double of what these files brought; it is counted once
        if isinstance(after, Contact | Opportunity | Interview):
            after = cast("RecordType", msgspec.structs.replace(after, updated_at=self.picture.stamp))
        self.put(after)
        return after

    def was_taken(self, digest: str, table: str) -> bool:
        """Whether the same unit was taken before, and what it became is still there; then it says nothing new."""
        known = self.get(self.picture.memory.taken.get(digest, ""))
        if known is None or known.table != table:
            return False
        self.left[table] += 1
        return True

    def new_id(self, prefix: str) -> str:
        """A new id: `con-…`."""
        return self.picture.new_id(prefix)

    # What is said

    def remark(self, where: Where, text: str) -> None:
        """Say something of a unit that was taken."""
        self.said.remarks.append(Remark(where=where, text=text))

    def asks(self, key: str, where: Where, text: str, *, otherwise: bool) -> bool:
        """Propose something: what the user decided about it, or else `otherwise`, which is what `--yes` does too."""
        accepted = self._decisions.get(key, otherwise)
        if not accepted and len(self.said.proposals) >= _MOST_PROPOSALS:
            return False  # nobody answers so many, and nothing is done without being said
        self.said.proposals.setdefault(key, Proposal(key, where, text, accepted))
        return accepted

    # What came of it

    @property
    def results(self) -> dict[str, Record]:
        """The records to store, by id: those that are new, and those that are not as they were."""
        return {record_id: record for record_id, record in self._put.items() if self._before.get(record_id) != record}

    def before(self, record_id: str) -> Record | None:
        """The record as the book had it when the picture was taken."""
        return self._before.get(record_id)
