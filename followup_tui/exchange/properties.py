"""The lines that vCards and calendars are read from: `group.NAME;PARAMETER=value:value`, folded over several lines.

A file is read as it comes: a line may be of any length, and no more of it is kept than anybody could mean. Bytes stay
bytes until a parameter has said what they are.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.charsets import decoded
from followup_tui.exchange.found import Source

_PIECE = 65_536
_LONGEST = 262_144
_MOST_FOLDS = 300_000
# Nothing continues these: what is put in after one is a line of its own, if a bad one.
_MARKS: Final = (b"BEGIN:", b"END:")
_SOFT_BREAK: Final = b"="
_HEAD: Final = re.compile(rb'((?:[^:"]|"[^"]*")+):', re.DOTALL)
_PARAMETER: Final = re.compile(r';([^;"]*(?:"[^"]*"[^;"]*)*)')
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_CARET: Final = re.compile(r"\^([n^'])")
_CARETS: Final = {"n": "\n", "^": "^", "'": '"'}
_NAME: Final = re.compile(r"[A-Za-z0-9_-]+")


class Property(NamedTuple):
    """One property: `line` is where it begins in the file, names are in capitals, and the value as it stands."""

    line: int
    name: str
    parameters: dict[str, str]
    """What stands twice is joined with a comma; one without a name (`;HOME`) is a `TYPE`."""
    value: bytes
    group: str = ""

    @property
    def types(self) -> frozenset[str]:
        """The words of `TYPE`, in small letters."""
        return frozenset(word.strip().casefold() for word in self.parameters.get("TYPE", "").split(","))

    @property
    def text(self) -> str:
        """The value as text, as its parameters say it is encoded; escapes still stand in it."""
        value = self.value
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            value = quopri.decodestring(value)
        return decoded(value, self.parameters.get("CHARSET"))


class Broken(NamedTuple):
    """A line that is no property: where, and its beginning."""

    line: int
    beginning: str


class _Physical(NamedTuple):
    """A line as it stands in a file, without its end."""

    number: int
    data: bytes


def unescaped(text: str) -> str:
    r"""A value without its escapes: `\n` is a line end, `\,` a comma."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def parts(text: str, separator: str = ";") -> list[str]:
    """The parts of a structured value (`Ruiz;Ana;;;`), each without its escapes and the space around it."""
    found = re.findall(rf"((?:[^\\{separator}]|\\.|\\$)*)(?:{separator}|$)", text, re.DOTALL)
    # An expression that may match nothing finds nothing once more at the end.
    return [unescaped(part).strip() for part in (found[:-1] if len(found) > 1 and not found[-1] else found)]


def properties(source: Source) -> Iterator[Property | Broken]:
    """The properties of a file in their order, and the lines that are none; empty lines aside.

    Raises FollowupError for one property that goes on for hundreds of thousands of lines: nothing means that.
    """
    for line in _unfolded(_physical_lines(source.stream), source.path):
        found = _property(line)
        yield found if found is not None else Broken(line.number, decoded(line.data[:60]))


def _physical_lines(stream: BinaryIO) -> Iterator[_Physical]:
    """The lines of a file, whatever ends them, none much longer than is kept."""
    number, kept = 1, b""
    for piece in _pieces(stream):
        for line in piece.splitlines(keepends=True):
            if len(kept) < _LONGEST:
                kept += line
            if line.endswith((b"\n", b"\r")):
                yield _Physical(number, kept.rstrip(b"\r\n"))
                number, kept = number + 1, b""
    if kept:
        yield _Physical(number, kept)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """A file in lines, long ones in pieces; UTF-16 becomes UTF-8, and the mark at the beginning is left out."""
    beginning = stream.read(4)
    stream.seek(0)
    if beginning[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield from _of_utf_16(stream)
        return
    if beginning.startswith(codecs.BOM_UTF8):
        stream.seek(len(codecs.BOM_UTF8))
    while piece := stream.readline(_PIECE):
        yield piece


def _of_utf_16(stream: BinaryIO) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    while piece := stream.read(_PIECE):
        yield decoder.decode(piece).encode("utf-8", "replace")


def _unfolded(lines: Iterator[_Physical], path: Path) -> Iterator[_Physical]:
    """Lines with those that continue them: begun with a space or, in quoted-printable, after a `=` at the end."""
    whole: list[bytes] = []
    number = size = 0
    quoted = False
    for line in lines:
        data = line.data
        is_soft = quoted and whole[-1].endswith(_SOFT_BREAK) and not data.upper().startswith(b"END:")
        if is_soft:
            whole[-1] = whole[-1][:-1]
        elif whole and data[:1] in (b" ", b"\t") and not whole[0].upper().startswith(_MARKS):
            data = data[1:]
        elif not data.strip():
            continue
        else:
            if whole:
                yield _Physical(number, b"".join(whole))
            whole, number, size, quoted = [data], line.number, len(data), _is_quoted_printable(data)
            continue
        if size >= _LONGEST:
            whole[-1] = data[-1:]  # no more is kept, but whether the next line belongs to it
        else:
            whole.append(data)
            size += len(data)
        if line.number - number > _MOST_FOLDS:
            raise FollowupError(f"{path}: line {number}: goes on for too many lines; nothing was imported.")
    if whole:
        yield _Physical(number, b"".join(whole))


def _is_quoted_printable(data: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in data.partition(b":")[0].upper()


def _property(line: _Physical) -> Property | None:
    head, colon, value = line.data.partition(b":")
    if b'"' in head:
        found = _HEAD.match(line.data)
        if found is not None:
            head, value = found[1], line.data[found.end() :]
    if not colon:
        return None
    name, *given = _PARAMETER.findall(f";{decoded(head)}")
    group, _, name = name.rpartition(".")
    if not _NAME.fullmatch(name.strip()):
        return None
    parameters: dict[str, str] = {}
    for one in given:
        key, text = _parameter(one)
        parameters[key] = f"{parameters[key]},{text}" if key in parameters else text
    return Property(line.number, name.strip().upper(), parameters, value, group.strip().casefold())


# What vCard 2.1 writes without saying that it is an encoding.
_ENCODINGS: Final = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})


def _parameter(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        key = key.strip()
        return ("ENCODING" if key.upper() in _ENCODINGS else "TYPE"), key
    value = value.strip()
    if '"' in value:
        value = value.replace('"', "")
    if "^" in value:
        value = _CARET.sub(lambda found: _CARETS[found[1]], value)
    return key.strip().upper(), value
