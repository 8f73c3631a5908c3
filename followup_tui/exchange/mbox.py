"""Where the messages of a mailbox begin and end. It is read as it comes and may be of any size."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source, Where
from followup_tui.exchange.mime import Part, Taker

_PIECE = 65_536
_MOST_IN_FRONT = 1_000
_MOST_LINES = 2_000_000
_EMPTY: Final = frozenset({b"\n", b"\r\n"})
# A line that begins a message in a mailbox, as mail programs, Gmail and Python write it.
_BEGINS: Final = re.compile(rb"From (?:- |\S+@\S+|MAILER-DAEMON|\S+ +\S.*\d\d:\d\d.*\d{4})")
# A whole one begins a message where no empty line stands above it, too, if a header comes below.
_BEGINS_FOR_SURE: Final = re.compile(
    rb"From \S+ +(?:mon|tue|wed|thu|fri|sat|sun) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) [ \d]\d "
    rb"\d\d:\d\d:\d\d (?:\S+ )?\d{4}\s*",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(rb"[!-9;-~]+:")
_QUOTED: Final = re.compile(rb">+From ")


class Taken(NamedTuple):
    """A message as it was taken out of a file, why not, and what stood in the line that began it."""

    where: Where
    message: Part
    trouble: str | None
    envelope: str = ""


def lines(source: Source) -> Iterator[bytes]:
    """The lines of a file with their ends, long ones in pieces."""
    while piece := source.stream.readline(_PIECE):
        yield piece


def messages(source: Source) -> Iterator[Taken]:
    """The messages of a mailbox: each begins with a line `From …`."""
    taker: Taker | None = None
    begun, envelope = 0, ""
    number, before, body = 1, b"\n", 0
    for line in lines(source):
        if line.startswith(b"From ") and (taker is None or _is_beginning(source, line, before, taker.message, body)):
            if taker is not None:
                yield Taken(Where(source.path, begun), taker.finish(), taker.trouble, envelope)
            taker, begun, envelope, body = Taker(), number, line[:200].decode("latin-1"), 0
        elif taker is not None:
            taker.take(line[1:] if _QUOTED.match(line) else line)
        elif line.strip():
            break
        if not body and line in _EMPTY:
            body = source.stream.tell()
        before = line
        number += line.endswith(b"\n")
        if number - begun > _MOST_LINES:
            raise FollowupError(f"{source.path}: line {begun}: goes on for too many lines; nothing was imported.")
    if taker is None:
        raise FollowupError(f"{source.path}: is no mailbox; nothing was imported.")
    yield Taken(Where(source.path, begun), taker.finish(), taker.trouble, envelope)


def _is_beginning(source: Source, line: bytes, before: bytes, message: Part, body: int) -> bool:
    """Whether a line `From …` begins another message, and is not said in this one, whose text stands at `body`."""
    if before in _EMPTY:
        begins = _BEGINS.match(line) is not None
    else:
        ends_there = before.endswith(b"\n") and _BEGINS_FOR_SURE.fullmatch(line) is not None
        begins = ends_there and _HEADER.match(_next_line(source, source.stream.tell())) is not None
    return begins and not _is_within(source, message.header("content-length"), body)


def _is_within(source: Source, length: str, body: int) -> bool:
    """Whether a message goes on here by the length that it says of itself, if that leads to another one or to the end.

    Mailboxes that have such lengths do not quote the lines `From …` of a text.
    """
    end = body + int(length) if body and re.fullmatch(r"\s*\d{1,12}\s*", length) else 0
    if not source.stream.tell() <= end <= source.size:
        return False
    following = _next_line(source, end)
    if following in _EMPTY:
        following = _next_line(source, end + len(following))
    return not following or _BEGINS.match(following) is not None


def _next_line(source: Source, at: int) -> bytes:
    """The line at a place of a file, or its beginning; the file stands where it stood."""
    stands = source.stream.tell()
    source.stream.seek(at)
    line = source.stream.readline(_MOST_IN_FRONT)
    source.stream.seek(stands)
    return line
