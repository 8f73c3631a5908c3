"""A whole book in memory: the typed records, TinyDB's number of each, and what only a newer version understands."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from operator import attrgetter
from typing import Any, BinaryIO

import msgspec

from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.store.changes import Change
from followup_tui.store.codec import Misfit, decode_documents, encode, from_document, line_decoder
from followup_tui.store.parts import read_in_parts
from followup_tui.store.postings import Posting
from followup_tui.store.snapshot import META, META_KEY, VERSION, Meta, compact, compose, trusted_meta
from followup_tui.store.strict import Unreadable, parse

_ID = attrgetter("id")


class Keys(dict[str, dict[str, int]]):
    """By table, the document id of each record by its own id; worked out when it is asked for, which a change does."""

    def __init__(self) -> None:
        super().__init__()
        self._expected: dict[str, tuple[Sequence[Record], Sequence[int]]] = {}

    def expect(self, table: str, records: Sequence[Record], keys: Sequence[int]) -> None:
        """These are the records of a table that has none yet, and their document ids in the same order."""
        self._expected[table] = records, keys

    def __missing__(self, table: str) -> dict[str, int]:
        if table not in BY_TABLE:
            raise KeyError(table)
        records, numbers = self._expected.pop(table, ((), ()))
        keys = self[table] = dict(zip(map(_ID, records), numbers, strict=True))
        return keys


class State:
    """The records of a book, by table and id. Nothing here touches the disk."""

    def __init__(self, meta: Meta | None = None) -> None:
        self.meta = meta if meta is not None else Meta()
        self.tables: dict[str, dict[str, Record]] = {table: {} for table in BY_TABLE}
        # TinyDB's document id of each record, and the highest ever given in a table, so that none is given twice.
        self.keys = Keys()
        self.last_key: dict[str, int] = {}
        # The reverse of `keys`, for TinyDB's own ways in; made for a table when it is first asked for.
        self._ids: dict[str, dict[int, str]] = {}
        # Tables that this version does not know, as they were read.
        self.others: dict[str, dict[int, Any]] = {}
        # Records of a newer version that make no sense here; never counted in a book that may be written.
        self.left_out = 0
        # Sentences for a person about the file that this was read from.
        self.notices: list[str] = []

    @property
    def is_newer(self) -> bool:
        """Whether a newer version wrote this book, so that it must not be written."""
        return self.meta.version > VERSION

    def get(self, record_id: str) -> Record | None:
        """The record with this id, in whatever table."""
        for records in self.tables.values():
            if record_id in records:
                return records[record_id]
        return None

    def id_of(self, table: str, key: int) -> str:
        """The id of the record with this document id. Raises KeyError."""
        if table not in self._ids:
            self._ids[table] = {number: record_id for record_id, number in self.keys[table].items()}
        return self._ids[table][key]

    def is_empty(self) -> bool:
        """Whether there is no record at all."""
        return not any(self.tables.values()) and not any(self.others.values())

    def add(self, table: str, key: int, record: Record) -> None:
        """Puts a record where it belongs, in the place of one with the same id."""
        self.tables[table][record.id] = record
        self.keys[table][record.id] = key
        if key > self.last_key.get(table, 0):
            self.last_key[table] = key
        if table in self._ids:
            self._ids[table][key] = record.id

    def add_all(self, table: str, keys: Sequence[int], records: Sequence[Record]) -> None:
        """Puts the records of a table that has none yet, each with its document id in the same place of `keys`."""
        self.tables[table].update({record.id: record for record in records})
        self.keys.expect(table, records, keys)
        self.last_key[table] = max(keys, default=0)

    def add_document(self, table: str, key: int, document: Any) -> None:
        """Puts a document of any table; one that a newer version wrote and that makes no sense here is left out."""
        if table not in BY_TABLE:
            self.others.setdefault(table, {})[key] = document
            self.last_key[table] = max(key, self.last_key.get(table, 0))
        else:
            record = self._typed(table, document)
            if record is None:
                self.left_out += 1
            else:
                self.add(table, key, record)

    def post(self, posting: Posting) -> tuple[Change, ...]:
        """Makes the change of one posting, whole or not at all. Raises Misfit if a record in it cannot be read."""
        typed = {
            table: {key: self._typed(table, document) for key, document in documents.items()}
            for table, documents in posting.put.items()
        }
        return self.put(typed, posting.delete)

    def _typed(self, table: str, document: Any) -> Any:
        """The record, the document itself in a table of a newer version, None for what only that one can read."""
        if table not in BY_TABLE:
            return document
        try:
            return from_document(table, document)
        except Misfit:
            if self.is_newer:
                return None
            raise

    def put(self, put: Mapping[str, Mapping[int, Any]], delete: Mapping[str, Mapping[int, str]]) -> tuple[Change, ...]:
        """Takes over records that are typed already (documents as they are in tables of a newer version)."""
        changes = [
            change
            for table, gone in delete.items()
            for key, name in gone.items()
            if (change := self._drop(table, key, name))
        ]
        for table, documents in put.items():
            for key, record in documents.items():
                if table not in BY_TABLE:
                    self.add_document(table, key, record)
                elif record is None:
                    self.left_out += 1
                else:
                    changes.append(Change(table, record.id, self.tables[table].get(record.id), record))
                    self.add(table, key, record)
        return tuple(changes)

    def _drop(self, table: str, key: int, record_id: str) -> Change | None:
        if table not in BY_TABLE:
            self.others.get(table, {}).pop(key, None)
            return None
        before = self.tables[table].pop(record_id, None)
        self.keys[table].pop(record_id, None)
        if table in self._ids:
            self._ids[table].pop(key, None)
        return None if before is None else Change(table, record_id, before, None)

    def changes_to(self, newer: "State") -> Iterator[Change]:
        """What happened between this state and a newer one of the same book."""
        for table, after in newer.tables.items():
            before = self.tables[table]
            for record_id, record in after.items():
                old = before.get(record_id)
                if old is not record and old != record:
                    yield Change(table, record_id, old, record)
            for record_id, record in before.items():
                if record_id not in after:
                    yield Change(table, record_id, record, None)

    def become(self, newer: "State") -> None:
        """Takes over all of another state, in place, so that whoever looks at the tables sees it."""
        self.meta, self.left_out = newer.meta, newer.left_out
        self._ids.clear()
        for mine, theirs in ((self.tables, newer.tables), (self.keys, newer.keys)):
            for table in BY_TABLE:
                mine[table].clear()
                mine[table].update(theirs[table])  # type: ignore[arg-type]  # the same kind of mapping on both sides
        self.last_key, self.others = newer.last_key, newer.others

    def to_snapshot(self, meta: Meta) -> bytes:
        """The whole book as the text of a file."""
        tables = {table: self._lines(table) for table in BY_TABLE}
        for table, documents in self.others.items():
            lines = sorted((str(key), compact(document)) for key, document in documents.items())
            tables[table] = [b'"%s": %s' % (key.encode(), line) for key, line in lines]
        return compose(tables, meta)

    def _lines(self, table: str) -> list[bytes]:
        records = self.tables[table]
        keyed = sorted((str(key), record_id) for record_id, key in self.keys[table].items())
        return [b'"%s": %s' % (key.encode(), encode(records[record_id])) for key, record_id in keyed]


def load_state(raw: bytes) -> State:
    """As `read_state`, from the bytes of a file."""
    return read_state(BytesIO(raw))


def read_state(file: BinaryIO) -> State:
    """The book in a file that is at its beginning; an empty one in no bytes. Raises Unreadable with line and reason."""
    tables: dict[str, tuple[list[int], list[Record]]] = {table: ([], []) for table in BY_TABLE}

    def take(table: str, text: bytes) -> None:
        documents = decode_documents(table, text)
        keys, records = tables[table]
        keys += documents
        records += documents.values()

    meta = read_in_parts(file, take)
    if meta is None:
        file.seek(0)
        return _load_closely(file.read())
    state = State(meta)
    for table, (keys, records) in tables.items():
        state.add_all(table, keys, records)
    return state


def _load_closely(raw: bytes) -> State:
    """Takes a file line by line where its checksum is right, else with every field checked."""
    if not raw:
        return State()
    meta = trusted_meta(raw)
    if meta is None:
        return _load_carefully(raw)
    state = State(meta)
    try:
        for table, start, end in _sections(raw):
            _load_lines(raw[start:end], table, state)
    except Misfit:
        # A newer version writes records that this one cannot type; the careful way leaves those out.
        return _load_carefully(raw)
    return state


def _sections(raw: bytes) -> Iterator[tuple[str, int, int]]:
    """Each table with where its object begins and ends. No text has a raw line end, so only a table opens with one."""
    end = 0
    while (colon := raw.find(b": {\n", end)) >= 0:
        name = raw[raw.rfind(b"\n", 0, colon) + 2 : colon - 1].decode()
        start, end = colon + 2, raw.index(b"\n}", colon) + 2
        yield name, start, end


def _load_lines(section: bytes, table: str, state: State) -> None:
    decode = line_decoder(table) if table in BY_TABLE else None
    for line in BytesIO(section):
        if not line.startswith(b'"'):
            continue
        middle = line.index(b'"', 1)
        key, document = int(line[1:middle]), line[middle + 3 :].rstrip(b",\n")
        if decode is not None:
            state.add(table, key, decode(document))
        elif (table, line[1:middle]) != (META, META_KEY.encode()):
            state.add_document(table, key, msgspec.json.decode(document))


def _load_carefully(raw: bytes) -> State:
    parsed = parse(raw)
    state = State(parsed.meta)
    state.notices += parsed.notices()
    if not state.is_newer:
        for flaw in parsed.flaws():
            raise Unreadable(flaw)
    for entry in parsed.entries:
        state.add_document(entry.table, int(entry.key), entry.value)
    return state
