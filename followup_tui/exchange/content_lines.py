"""The lines that vCard and iCalendar are made of: `NAME:value`, CRLF at the end, folded at 75 bytes (RFC 5545, 6350).

A value is made of text by `escaped` before it comes here, so that nothing in it can begin a line of its own.
"""

from collections.abc import Iterable

from followup_tui.domain.text import plain

_LONGEST = 75
_CONTINUES = range(0x80, 0xC0)
"""The bytes of UTF-8 with which no letter begins."""
_ESCAPES = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"}


def escaped(text: str) -> str:
    """Text as the value of a property, or a part of one; every line end in it is written as two letters."""
    return plain(text).translate(_ESCAPES)


def unbroken(text: str) -> str:
    """A link as the value of a property: those are not escaped, so what would break the line is left out."""
    return "".join(plain(text).split())


def content_lines(lines: Iterable[str]) -> bytes:
    """The lines as the bytes of a file."""
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    """A line, continued in others that begin with a space; no letter is torn apart."""
    pieces: list[bytes] = []
    while len(line) > (longest := _LONGEST - bool(pieces)):
        end = longest
        while line[end] in _CONTINUES:
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
