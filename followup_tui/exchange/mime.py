"""A message of the internet, taken in line by line: its headers, and of its parts those that a person reads.

Whatever is attached is passed over as it comes and never held, so a message may be of any size, its parts may stand in
each other to any depth, and nothing of it costs more than its length.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from followup_tui.exchange.charsets import decoded
from followup_tui.exchange.html_text import text_of

_MOST_HEADER_BYTES = 262_144
_MOST_HEADER = 65_536
_MOST_HEADER_LINES = 20_000
_MOST_TEXT = 2_000_000
_MOST_PARTS = 1_000
_MOST_LINES = 100_000
_DEEPEST = 30
_PLAIN, _HTML = "text/plain", "text/html"
_CALENDARS: Final = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_KEPT: Final = frozenset({_PLAIN, _HTML, "text/enriched", "text/markdown", "text/x-amp-html", *_CALENDARS})
_HEADER: Final = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_PARAMETER: Final = re.compile(r';\s*([\w-]+)(?:\*\d*\*?)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))', re.DOTALL)
_ENCODED: Final = re.compile(r"=\?([^?\s]{1,40})\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(=\?[^?\s]{1,40}\?[bq]\?[^?]*\?=)\s+(?==\?[^?\s]{1,40}\?[bq]\?)", re.IGNORECASE)
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(slots=True)
class Part:
    """A message or a part of one: its headers by their names in small letters, and what stands in it."""

    headers: dict[str, list[str]] = field(default_factory=dict)
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    parts: list["Part"] = field(default_factory=list)

    def header(self, name: str) -> str:
        """The first header of a name as it stands, still encoded; empty if there is none."""
        values = self.headers.get(name)
        return values[0] if values else ""

    @property
    def kind(self) -> str:
        """What it is: `text/plain` where nothing, or nothing sensible, is said."""
        kind = self.header("content-type").partition(";")[0].strip().casefold()
        return kind if "/" in kind else _PLAIN

    def parameter(self, name: str, header: str = "content-type") -> str:
        """A parameter of a header; one that is written in pieces is put together."""
        text = f";{self.header(header).partition(';')[2]}"[:2_000]
        found = (match for match in _PARAMETER.finditer(text) if match[1].casefold() == name)
        return "".join(re.sub(r"\\(.)", r"\1", match[2]) if match[2] is not None else match[3] for match in found)

    @property
    def is_attached(self) -> bool:
        """Whether it goes with the message rather than being what it says."""
        disposition = self.header("content-disposition").partition(";")[0].strip().casefold()
        named = self.parameter("filename", "content-disposition") or self.parameter("name")
        return disposition == "attachment" or bool(named)

    @property
    def is_kept(self) -> bool:
        """Whether its content is wanted: text to be read, or an invitation, attached or not."""
        return self.kind in _CALENDARS or (self.kind in _KEPT and not self.is_attached)

    @property
    def text(self) -> str:
        """Its content as text, decoded as its headers say."""
        data = b"".join(self.lines)
        encoding = self.header("content-transfer-encoding").strip().casefold()
        if encoding == "base64":
            data = _of_base64(data)
        elif encoding == "quoted-printable":
            data = quopri.decodestring(data)
        return decoded(data, self.parameter("charset") or None)


class Taker:
    """Takes a message in, line by line, each with its end; a long line may come in pieces."""

    def __init__(self) -> None:
        self.message = Part()
        self._part: Part | None = self.message
        self._head: list[bytes] | None = []
        """The header lines of the part that begins; None while its content goes on."""
        self._head_size = 0
        self._boundaries: dict[bytes, int] = {}
        self._open: list[Part] = []
        """The parts that have parts and are not at their end, the outermost first."""
        self.trouble: str | None = None
        """Why no more is taken of the message, which is none that anybody wrote; None as long as it may be one."""
        self._count = self._head_lines = 0
        self._torn = False
        """Whether the line before has not come to its end."""

    def take(self, line: bytes) -> None:
        """Go on with the next line, or piece of one."""
        if self.trouble is not None:
            return
        torn, self._torn = self._torn, not line.endswith(b"\n")
        if torn and self._head is not None:
            return  # no header is that long
        if not torn and self._open and line.startswith(b"--") and self._boundary(line):
            return
        if self._head is not None:
            self._header(line)
        elif self._part is not None and self._part.size < _MOST_TEXT and len(self._part.lines) < _MOST_LINES:
            self._part.lines.append(line)
            self._part.size += len(line)

    def finish(self) -> Part:
        """The message, when nothing more comes."""
        if self._head is not None:
            self._end_of_head()
        return self.message

    def _header(self, line: bytes) -> None:
        assert self._head is not None
        if not line.strip(b"\r\n"):
            if self._head or self._open or self._part is not self.message:
                self._end_of_head()
            return  # empty lines before the first header are nobody's
        if line[:1] not in b" \t" and _HEADER.match(line) is None:
            if not line.startswith((b">From ", b"From ")):
                self._end_of_head()  # a line that is no header is where the text begins
                self._torn = False
                self.take(line)
            return
        self._head_size += len(line)
        self._head_lines += 1
        if self._head_lines > _MOST_HEADER_LINES:
            self.trouble = f"has more than {_MOST_HEADER_LINES:,} lines of headers"
        if self._head_size <= _MOST_HEADER_BYTES:
            self._head.append(line)

    def _end_of_head(self) -> None:
        lines, self._head, self._head_size = self._head or [], None, 0
        part = self._part
        if part is None:
            return
        for name, value in _headers(lines):
            part.headers.setdefault(name, []).append(value)
        is_whole = not part.kind.startswith("multipart/") or len(self._open) >= _DEEPEST
        boundary = b"" if is_whole else part.parameter("boundary").encode("utf-8", "replace").rstrip()
        if boundary:
            self._boundaries[boundary] = len(self._open)
            self._open.append(part)
            self._part = None
        elif not part.is_kept:
            self._part = None

    def _boundary(self, line: bytes) -> bool:
        """Whether a line ends a part; the next one is begun, if one follows."""
        mark = line.rstrip()[2:]
        is_last = mark not in self._boundaries and mark.endswith(b"--")
        level = self._boundaries.get(mark[:-2] if is_last else mark)
        if level is None or level >= len(self._open):
            return False
        if self._head is not None:
            self._end_of_head()
        del self._open[level + (not is_last) :]
        self._boundaries = {one: at for one, at in self._boundaries.items() if at < len(self._open)}
        self._part = None
        if not is_last:
            self._count += 1
            self._head = []
            if self._count > _MOST_PARTS:
                self.trouble = f"has more than {_MOST_PARTS:,} parts"
            self._part = Part()
            self._open[-1].parts.append(self._part)
        return True


def _headers(lines: list[bytes]) -> Iterator[tuple[str, str]]:
    """The headers of a part, those that go on in the next line put together."""
    whole: list[bytes] = []
    for line in [*lines, b""]:
        if line[:1] in (b" ", b"\t") and whole:
            whole.append(line.rstrip(b"\r\n"))
            continue
        found = _HEADER.match(b"".join(whole)[:_MOST_HEADER])
        if found is not None:
            yield decoded(found[1]).casefold(), decoded(found[2].strip())
        whole = [line.rstrip(b"\r\n")]


def _of_base64(data: bytes) -> bytes:
    """What base64 holds; letters that do not belong to it are passed over, as every mail program does."""
    data = _NOT_BASE64.sub(b"", data)
    data = data[: len(data) - (len(data) % 4 == 1)]
    return binascii.a2b_base64(data + b"=" * (-len(data) % 4))


def decoded_header(text: str) -> str:
    """A header as a person reads it: its encoded words (`=?utf-8?q?Jos=C3=A9?=`) as they are meant, in one line."""
    text = " ".join(text.split())
    if "=?" not in text:
        return text
    text = _BETWEEN.sub(r"\1", text)
    pieces: list[str] = []
    waiting, charset, end = b"", "", 0
    for found in _ENCODED.finditer(text):
        name = found[1].partition("*")[0].casefold()
        # A letter may be torn in two between words of the same encoding.
        if found.start() > end or name != charset:
            pieces.append(decoded(waiting, charset or None))
            waiting = b""
        pieces.append(text[end : found.start()])
        charset, end = name, found.end()
        waiting += _word(found)
    return " ".join("".join([*pieces, decoded(waiting, charset or None), text[end:]]).split())


def _word(found: re.Match[str]) -> bytes:
    data = found[3].encode("utf-8", "replace")
    return quopri.decodestring(data, header=True) if found[2].casefold() == "q" else _of_base64(data)


# What a message says


def body_of(part: Part) -> str:
    """What a message says, as text: plain where there is any, else its HTML reduced; nothing that is attached."""
    return _said(part).text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def calendars_of(part: Part) -> Iterator[str]:
    """The invitations in a message, each as the text of a calendar."""
    if part.kind in _CALENDARS and not part.parts:
        yield part.text
    for one in part.parts:
        yield from calendars_of(one)


class _Said(NamedTuple):
    """What a part says, and whether it was said in plain text."""

    text: str
    is_plain: bool


def _said(part: Part) -> _Said:
    if part.kind.startswith("multipart/"):
        spoken = [said for said in map(_said, part.parts) if said.text.strip()]
        if part.kind == "multipart/alternative":
            return next((said for said in spoken if said.is_plain), spoken[-1] if spoken else _Said("", is_plain=False))
        text = "\n\n".join(said.text.strip("\r\n") for said in spoken)
        return _Said(text, is_plain=all(said.is_plain for said in spoken))
    if not part.is_kept or part.kind in _CALENDARS:
        return _Said("", is_plain=False)
    return _Said(text_of(part.text), is_plain=False) if part.kind == _HTML else _Said(part.text, part.kind == _PLAIN)
