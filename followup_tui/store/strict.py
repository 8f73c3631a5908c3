"""A file that this program did not write as it is: read strictly, every field checked, the line of each flaw known.

TinyDB or `json` would take the last of two keys alike, `NaN`, and a table of text; here each of them is refused, since
a record may be lost behind it.

Only the standard library, because reading commands come through here too.
"""

import json
import re
from collections.abc import Iterator
from math import isinf
from typing import Any, NamedTuple, NoReturn

from followup_tui.domain.schema import TABLES, check_record
from followup_tui.store.snapshot import META, META_KEY, Meta, meta_of

_LONE_SURROGATE = "[\ud800-\udfff]"
# Deeper than any sensible record, and far from where Python would give up when it is written back.
_DEEPEST = 50
_BOM = b"\xef\xbb\xbf"

# What stands in the tables of a file: table → TinyDB's document id → record.
Documents = dict[str, dict[int, Any]]


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
    if is_too_deep(entry.value):
        yield place, "nested too deeply"
    if entry.table not in TABLES:
        return
    for problem in check_record(entry.table, entry.value):
        where = f"{place}, field {problem.field}" if problem.field else place
        yield where, f"expected {problem.expected}, found {problem.found}"
    record_id = entry.value.get("id") if isinstance(entry.value, dict) else None
    if isinstance(record_id, str):
        if record_id in seen:
            yield place, f"the id {record_id} is taken by {seen[record_id]}"
        seen.setdefault(record_id, place)


def is_too_deep(value: Any, levels: int = _DEEPEST) -> bool:
    """Whether objects and lists stand in each other on more than fifty levels."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(levels == 0 or is_too_deep(each, levels - 1) for each in inside if isinstance(each, dict | list))


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
        found = meta_of(entry.value)
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
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._without_repeats, parse_constant=self._no_constant, parse_float=self._finite
        )
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

    def _finite(self, digits: str) -> float:
        number = float(digits)
        if isinf(number):
            self._refuse(f"{digits} is too large a number")
        return number

    def _no_constant(self, name: str) -> NoReturn:
        self._refuse(f"{name} is no JSON")

    def _refuse(self, reason: str) -> NoReturn:
        raise Unreadable(Flaw(line_of(self.text, self.at), "", reason))


def _mended(value: Any) -> Any:
    """`value` with each half of a surrogate pair replaced by the sign for an unreadable character."""
    if isinstance(value, str):
        return re.sub(_LONE_SURROGATE, "\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
