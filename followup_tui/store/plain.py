"""The snapshot as text: what TinyDB's own JSONStorage reads, with its keys sorted and one record a line.

    {
    "contacts": {
    "1": {"company":null,…},
    "2": {…}
    },
    "meta": {
    "1": {"checksum":"0a1b2c3d","follows":"…","generation":"…","version":1}
    },
    …
    }

The checksum in `meta` covers every other byte of the file. Where it is right, nobody has touched the file since it was
written, and its lines may be decoded without asking; where it is not, a person has edited it (or a disk has), so that
it is parsed strictly, with the line of each record at hand, and every field is checked.

Only the standard library, because reading commands come through here too.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, NoReturn
from zlib import crc32

from followup_tui.domain.schema import TABLES, check_record

VERSION = 1
META = "meta"
META_KEY = "1"
_META_START = b'\n"meta": {\n'
_ENTRY_START = b'"1": '
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_BOM = b"\xef\xbb\xbf"

# What stands in the tables of a file: table → TinyDB's document id → record.
Documents = dict[str, dict[int, Any]]


class Meta(NamedTuple):
    """What a snapshot says of itself.

    `generation` is a name that no other snapshot has; the journal says to which one it belongs. `follows` is the
    generation whose journal this snapshot has taken in. `extra` is what a newer version keeps there.
    """

    version: int = VERSION
    generation: str = ""
    follows: str = ""
    extra: Mapping[str, Any] = {}


class Entry(NamedTuple):
    """One document of a file: its table, its key, what stands there, and where (in characters)."""

    table: str
    key: str
    value: Any
    offset: int


class Flaw(NamedTuple):
    """One thing wrong with a file: the line, the place in words (`contacts 12, field email`), and what is wrong."""

    line: int
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


class Unreadable(ValueError):
    """The text is not the JSON of a book; `flaw` says where."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(str(flaw))
        self.flaw = flaw


def compact(value: Any) -> bytes:
    """The one way in which JSON is written here. Raises UnicodeEncodeError for half a surrogate pair."""
    return _ENCODER.encode(value).encode()


def compose(tables: Mapping[str, Sequence[bytes]], meta: Meta) -> bytes:
    """The whole file, from the lines (`"12": {…}`) of each table in their order.

    The lines of the table `meta` are those that a newer version keeps there beside its first document.
    """
    before = [b"{"]
    after: list[bytes] = []
    for name, lines in sorted(tables.items()):
        if lines and name < META:
            before += (b"\n", compact(name), b": {\n", b",\n".join(lines), b"\n},")
        elif lines and name > META:
            after += (b",\n", compact(name), b": {\n", b",\n".join(lines), b"\n}")
    before.append(_META_START + _ENTRY_START)
    more_of_meta = [b",\n" + line for line in tables.get(META, ())]
    after = [*more_of_meta, b"\n}", *after, b"\n}\n"]
    crc = 0
    for piece in (*before, *after):
        crc = crc32(piece, crc)
    return b"".join((*before, _meta_document(meta, crc), *after))


def _meta_document(meta: Meta, crc: int) -> bytes:
    document = {**meta.extra, "follows": meta.follows, "generation": meta.generation, "version": meta.version}
    checksum = f"{crc32(compact(document), crc):08x}"
    return compact({**document, "checksum": checksum})


def trusted_meta(raw: bytes) -> Meta | None:
    """What the file says of itself, if every byte is as this program wrote it; else None."""
    place = _meta_place(raw)
    if place is None:
        return None
    try:
        document = json.loads(raw[place])
    except (ValueError, RecursionError):
        return None
    meta = _meta_of(document)
    view = memoryview(raw)
    crc = crc32(view[place.stop :], crc32(view[: place.start]))
    return meta if meta is not None and _meta_document(meta, crc) == raw[place] else None


def same_content(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same, whatever they say of themselves."""
    here, there = _meta_place(one), _meta_place(other)
    if here is None or there is None:
        return one == other
    one_view, other_view = memoryview(one), memoryview(other)
    return one_view[: here.start] == other_view[: there.start] and one_view[here.stop :] == other_view[there.stop :]


def _meta_place(raw: bytes) -> slice | None:
    """Where the document of `meta` stands. A line end cannot be part of a text in JSON, so there is one such place."""
    start = raw.find(_META_START + _ENTRY_START)
    if start < 0:
        return None
    start += len(_META_START + _ENTRY_START)
    end = raw.find(b"\n", start)
    return slice(start, end) if end > 0 else None


def _meta_of(document: Any) -> Meta | None:
    if not isinstance(document, dict):
        return None
    known = {"checksum", "follows", "generation", "version"}
    version, generation, follows = (
        document.get("version", VERSION),
        document.get("generation", ""),
        document.get("follows", ""),
    )
    fine = type(version) is int and version >= 1 and isinstance(generation, str) and isinstance(follows, str)
    extra = {key: value for key, value in document.items() if key not in known}
    return Meta(version, generation, follows, extra) if fine else None


class Parsed(NamedTuple):
    """A file that was read strictly: every document with its place, what it says of itself, and the text.

    `had_checksum`: this program wrote it once, so that somebody or something has changed it since.
    """

    text: str
    meta: Meta
    entries: list[Entry]
    had_checksum: bool

    def notices(self) -> Iterator[str]:
        """What a person should know who did not change the file, or who misspelt a table."""
        if self.had_checksum:
            yield "The file was changed by another program since it was written; each record was checked."
        known = {*TABLES, META}
        for table in dict.fromkeys(entry.table for entry in self.entries if entry.table not in known):
            yield f"The file has a table {table!r}, which is unknown; it is kept, and not shown."

    def flaws(self) -> Iterator[Flaw]:
        """All that is wrong with the documents, in their order."""
        seen: dict[str, str] = {}
        for entry in self.entries:
            if entry.table in TABLES:
                for place, reason in _entry_flaws(entry, seen):
                    yield Flaw(line_of(self.text, entry.offset), place, reason)

    def documents(self) -> Documents:
        """The documents by table and id. Ask `flaws` first."""
        tables: Documents = {}
        for entry in self.entries:
            tables.setdefault(entry.table, {})[int(entry.key)] = entry.value
        return tables


def _entry_flaws(entry: Entry, seen: dict[str, str]) -> Iterator[tuple[str, str]]:
    place = f"{entry.table} {entry.key}"
    for problem in check_record(entry.table, entry.value):
        where = f"{place}, field {problem.field}" if problem.field else place
        yield where, f"expected {problem.expected}, found {problem.found}"
    record_id = entry.value.get("id") if isinstance(entry.value, dict) else None
    if isinstance(record_id, str):
        if record_id in seen:
            yield place, f"the id {record_id} is taken by {seen[record_id]}"
        seen.setdefault(record_id, place)


def parse(raw: bytes) -> Parsed:
    """Reads a file strictly. Raises Unreadable with the line for anything that is not the JSON of tables."""
    text = _text_of(raw.removeprefix(_BOM))
    walker = _Walker(text)
    try:
        entries = list(walker.entries())
    except json.JSONDecodeError as error:
        raise Unreadable(Flaw(error.lineno, "", f"not JSON: {error.msg.lower()}")) from error
    except RecursionError as error:
        raise Unreadable(Flaw(line_of(text, walker.at), "", "nested too deeply")) from error
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(Flaw(line_of(text, walker.at), "", f"not JSON: {error}")) from error
    own = [entry for entry in entries if (entry.table, entry.key) == (META, META_KEY)]
    meta = Meta()
    for entry in own:
        found = _meta_of(entry.value)
        if found is None:
            raise Unreadable(Flaw(line_of(text, entry.offset), "meta 1", "not the version of a book"))
        meta = found
    had_checksum = any("checksum" in entry.value for entry in own)
    return Parsed(text, meta, [entry for entry in entries if entry not in own], had_checksum)


def line_of(text: str, offset: int) -> int:
    """The number of the line (from 1) in which the character at `offset` stands."""
    return text.count("\n", 0, offset) + 1


def _text_of(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable(Flaw(line, "", "not UTF-8 text, so not a book")) from error


class _Walker:
    """Steps through the two outer levels of the JSON, so that the place of each document is known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._decoder = json.JSONDecoder(object_pairs_hook=self._without_repeats, parse_constant=self._no_constant)
        # Half of a surrogate pair can come from an escape only, and cannot be written back.
        self._halves = re.search(r"\\u[dD][89a-fA-F]", text) is not None

    def entries(self) -> Iterator[Entry]:
        """Every document of every table; raises Unreadable or json.JSONDecodeError."""
        for table in self._members("a book, which is an object of tables"):
            for key in self._members(f"the table {table}, which is an object of documents"):
                offset = self.at
                if not (key.isascii() and key.isdecimal() and key == str(int(key))):
                    self._refuse(f"{table} has the key {key!r}, but TinyDB's keys are whole numbers")
                yield Entry(table, key, self._value(), offset)
        self._skip()
        if self.at < len(self.text):
            self._refuse("something stands behind the end of the book")

    def _members(self, what: str) -> Iterator[str]:
        """Each key of the object here, with `at` on its value; whoever takes it moves `at` behind the value."""
        self._skip()
        if self.text[self.at : self.at + 1] != "{":
            self._refuse(f"expected {what}")
        seen: set[str] = set()
        while self._next_member(first=not seen):
            key = self._value()
            if not isinstance(key, str):
                self._refuse("expected a key in quotes")
            if key in seen:
                self._refuse(f"the key {key!r} stands there twice")
            seen.add(key)
            self._skip()
            if self.text[self.at : self.at + 1] != ":":
                self._refuse("expected a colon behind the key")
            self.at += 1
            self._skip()
            yield key

    def _next_member(self, *, first: bool) -> bool:
        """Steps over the opening brace or a comma; False when the object ends here."""
        self.at += first
        self._skip()
        here = self.text[self.at : self.at + 1]
        if here == "}":
            self.at += 1
            return False
        if not first:
            if here != ",":
                self._refuse("expected a comma or the end of the object")
            self.at += 1
            self._skip()
        return True

    def _value(self) -> Any:
        value, self.at = self._decoder.raw_decode(self.text, self.at)
        return _mended(value) if self._halves else value

    def _skip(self) -> None:
        while self.text[self.at : self.at + 1] in {" ", "\t", "\n", "\r"}:
            self.at += 1

    def _without_repeats(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            self._refuse("a field stands twice in one record")
        return found

    def _no_constant(self, name: str) -> NoReturn:
        self._refuse(f"{name} is no JSON")

    def _refuse(self, reason: str) -> NoReturn:
        raise Unreadable(Flaw(line_of(self.text, self.at), "", reason))


def _mended(value: Any) -> Any:
    """`value` with each half of a surrogate pair replaced by the sign for an unreadable character."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
