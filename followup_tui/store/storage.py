"""TinyDB on a ledger: `RecordDB(path)` is a TinyDB whose tables change by document id.

TinyDB's own table reads the whole book, converts every key, and hands the whole book back to be written, at each edit.
`RecordTable` takes and drops records by id, and gives TinyDB's own updaters a mapping that notes what they touch; the
storage is handed just that. The rest of TinyDB works as it is: `db.table("contacts").search(where("name") == "Ana")`.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.store.changes import ChangeSet
from followup_tui.store.codec import Misfit, to_document
from followup_tui.store.ledger import Ledger
from followup_tui.store.postings import Head
from followup_tui.store.snapshot import META


class Documents(Mapping[str, Any]):
    """One table as TinyDB reads it: document id → JSON object, made anew each time it is asked for."""

    def __init__(self, ledger: Ledger, table: str) -> None:
        self._state = ledger.state
        self._table = table
        self._is_known = table in BY_TABLE

    def __getitem__(self, key: str) -> Any:
        if not self._is_known:
            return deepcopy(self._state.others[self._table][int(key)])
        return to_document(self._state.tables[self._table][self._state.id_of(self._table, int(key))])

    def __iter__(self) -> Iterator[str]:
        keys = self._state.keys[self._table].values() if self._is_known else self._state.others[self._table]
        return iter([str(key) for key in keys])

    def __len__(self) -> int:
        return len(self._state.keys[self._table] if self._is_known else self._state.others[self._table])


class Touched(MutableMapping[int, Any]):
    """One table as TinyDB's updaters see it: what they put and delete is noted, and only what they ask for is read."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self._documents = documents
        # Document id → the document as it is to be, None for one that is to go.
        self._edits: dict[int, Any] = {}

    def __getitem__(self, key: int) -> Any:
        if key not in self._edits:
            self._edits[key] = self._documents[str(key)]
        if self._edits[key] is None:
            raise KeyError(key)
        return self._edits[key]

    def __setitem__(self, key: int, document: Any) -> None:
        self._edits[key] = document

    def __delitem__(self, key: int) -> None:
        self[key]  # raises KeyError, as a dict does
        self._edits[key] = None

    def __contains__(self, key: object) -> bool:
        if isinstance(key, int) and key in self._edits:
            return self._edits[key] is not None
        return str(key) in self._documents

    def __iter__(self) -> Iterator[int]:
        keys = dict.fromkeys([*(int(key) for key in self._documents), *self._edits])
        return iter([key for key in keys if key in self])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def edits(self) -> Iterator[tuple[int, Any, Any]]:
        """Document id, what was there, what is to be there, of all that is to be other than it was."""
        for key, new in self._edits.items():
            old = self._documents.get(str(key))
            if new != old:
                yield key, old, new


class Step:
    """What the tables changed inside one `BookStorage.step`, and the change set that it became at its end."""

    def __init__(self) -> None:
        self.put: dict[str, dict[int, Any]] = {}
        self.delete: dict[str, dict[int, str]] = {}
        self.last_key: dict[str, int] = {}
        self.change_set: ChangeSet | None = None


class BookStorage(Storage):
    """The storage that TinyDB is opened with: what the tables hand it becomes one durable change set.

    Takes a path, as TinyDB's own storages do, or the ledger of a book that is open already.
    """

    def __init__(self, book: Ledger | Path | str) -> None:
        self.ledger = book if isinstance(book, Ledger) else Ledger(Path(book))
        self._step: Step | None = None

    def read(self) -> dict[str, dict[str, Any]]:
        """Every table, as TinyDB reads it; nothing is made until it is asked for."""
        state = self.ledger.state
        tables = {table: Documents(self.ledger, table) for table in (*BY_TABLE, *state.others)}
        return cast("dict[str, dict[str, Any]]", tables)  # TinyDB only reads them

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Makes the book hold just this, as one change set: TinyDB asks for it when it drops tables."""
        with self._own_step():
            for table in {**self.read(), **data}:
                self.edit(table, _replacer(data.get(table, {})))

    def close(self) -> None:
        """Leaves the book."""
        self.ledger.leave()

    @contextmanager
    def step(self, head: Head) -> Iterator[Step]:
        """Gathers what the tables change inside into one change set, made durable at the end; nothing if it raises."""
        with self.ledger.locked():
            self._step = step = Step()
            try:
                yield step
            finally:
                self._step = None
            if step.put or step.delete:
                step.change_set = self.ledger.commit(head, step.put, step.delete)

    @contextmanager
    def _own_step(self) -> Iterator[Step]:
        """The step that is under way, or else one for a change that came through TinyDB alone."""
        if self._step is not None:
            yield self._step
            return
        name = f"tinydb-{self.ledger.state.meta.generation}-{self.ledger.log.count}"
        with self.step(Head(name, "Changed through TinyDB", "", "tinydb")) as step:
            yield step

    def edit(self, table: str, updater: Callable[[Any], None]) -> None:
        """Lets one of TinyDB's updaters change a table. Raises Misfit if it gave a record another id."""
        if table == META:
            raise Misfit(f"The table {META} is the store's own, so it was not changed.")
        with self._own_step():
            touched = Touched(self.read().get(table, {}))
            updater(touched)
            for key, old, new in touched.edits():
                name = old.get("id", "") if old is not None else ""
                if new is None:
                    self.drop(table, key, name)
                elif old is None or new.get("id", "") == name:
                    self.put(table, key, new)
                else:
                    raise Misfit(f"The record {name} of {table} keeps its id for life, so it was not changed.")

    def put(self, table: str, key: int, document: Mapping[str, Any]) -> None:
        """Notes that this document is to be there."""
        with self._own_step() as step:
            step.put.setdefault(table, {})[key] = document
            step.last_key[table] = max(key, step.last_key.get(table, 0))

    def drop(self, table: str, key: int, record_id: str) -> None:
        """Notes that this document is to go."""
        with self._own_step() as step:
            step.delete.setdefault(table, {})[key] = record_id

    def next_key(self, table: str) -> int:
        """A document id that was never given in this table."""
        given = self._step.last_key.get(table, 0) if self._step is not None else 0
        return max(given, self.ledger.state.last_key.get(table, 0)) + 1

    def key_of(self, table: str, record_id: str) -> int | None:
        """The document id of a record."""
        return self.ledger.state.keys[table].get(record_id)


def _replacer(documents: Mapping[str, Any]) -> Callable[[Any], None]:
    def replace(table: MutableMapping[int, Any]) -> None:
        for key in [key for key in table if str(key) not in documents]:
            del table[key]
        table.update({int(key): dict(document) for key, document in documents.items()})

    return replace


class RecordTable(Table):
    """A TinyDB table that changes by document id: an edit costs what it touches, whatever else is in the book."""

    # Other processes change the book too, so that no result of a query may be kept.
    default_query_cache_capacity = 0
    _given = 0

    @property
    def _book(self) -> BookStorage:
        return cast("BookStorage", self._storage)  # RecordDB opens no other

    def put(self, record: Record) -> None:
        """Adds the record, or puts it in the place of the one with its id."""
        key = self._book.key_of(self.name, record.id)
        self._book.put(self.name, self._book.next_key(self.name) if key is None else key, to_document(record))

    def drop(self, record_id: str) -> None:
        """Removes the record with this id, if it is there."""
        key = self._book.key_of(self.name, record_id)
        if key is not None:
            self._book.drop(self.name, key, record_id)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        self._book.edit(self.name, updater)

    def _get_next_id(self) -> int:
        # TinyDB counts by itself from the first one on; here other processes count too.
        self._given = max(self._given + 1, self._book.next_key(self.name))
        return self._given


class RecordDB(TinyDB):
    """A TinyDB with by-id tables: `RecordDB(path)`."""

    table_class = RecordTable
    default_storage_class = BookStorage  # type: ignore[assignment]  # TinyDB says JSONStorage, but any will do

    @property
    def book_storage(self) -> BookStorage:
        """The storage, as what it is."""
        return cast("BookStorage", self.storage)

    def record_table(self, name: str) -> RecordTable:
        """The table of this name."""
        return cast("RecordTable", self.table(name))
