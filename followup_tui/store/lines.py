"""Checksummed lines, the form of the journal and of the history: eight hex digits, a blank, JSON without line ends.

    0a1b2c3d {"base": …}

A line that was being written when the power went is cut off, or has holes where blocks never reached the disk; either
way its checksum tells. Only the last line of a file can be such a one, because each is durable before the next is
begun. Anything else that does not fit is damage.
"""

from typing import NamedTuple
from zlib import crc32

_PREFIX = len("00000000 ")


class Lines(NamedTuple):
    """What a file of lines holds: the JSON of the whole lines and where the last of them ends.

    `torn`: something stands behind them that is no whole line. `damaged`: the number (from 1) of a line that is not
    whole though others follow it; what stands behind it was not looked at.
    """

    payloads: list[bytes]
    end: int
    torn: bool
    damaged: int | None


def frame(payload: bytes) -> bytes:
    """One line of the file."""
    return b"%08x %b\n" % (crc32(payload), payload)


def unframe(line: bytes) -> bytes | None:
    """The JSON of a line that ends with its line end, or None if it is not whole."""
    payload = line[_PREFIX:-1]
    return payload if line.endswith(b"\n") and line[:_PREFIX] == b"%08x " % crc32(payload) else None


def scan(data: bytes) -> Lines:
    """The whole lines of a file, up to the first that is not."""
    payloads: list[bytes] = []
    start = 0
    while start < len(data):
        end = data.find(b"\n", start) + 1 or len(data)
        payload = unframe(data[start:end])
        if payload is None:
            last = end == len(data)
            return Lines(payloads, start, torn=last, damaged=None if last else len(payloads) + 1)
        payloads.append(payload)
        start = end
    return Lines(payloads, start, torn=False, damaged=None)
