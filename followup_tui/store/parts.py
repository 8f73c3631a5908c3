"""A snapshot read in parts, so that a big book never stands in memory as text beside its records.

The records are taken as they pass. Only at the end is the checksum known, and so whether they were to be trusted:
whoever is told nothing then forgets what was taken, and looks at the whole file with care.

Only the standard library, because reading commands come through here too.
"""

import json
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO
from zlib import crc32

from followup_tui.store.snapshot import ENTRY_START, META, Meta, trusted_document

# Blocks much larger than this the allocator gives back to the system each time, which then clears them for the next
# part: that takes longer than reading them.
_PART_SIZE = 65_536

Take = Callable[[str, bytes], object]
"""Takes documents of a table, given as one JSON object. Raises ValueError, and takes none, if it is not that."""


def read_in_parts(file: BinaryIO, take: Take) -> Meta | None:
    """What the file says of itself, if every byte is as this program wrote it and all of it was taken; else None."""
    lines = _Lines(take)
    try:
        while part := file.read(_PART_SIZE):
            lines.pass_on(part + file.readline())
    except (ValueError, RecursionError):
        return None
    return trusted_document(lines.own, lines.crc)


class _Lines:
    """What is known after the lines that have passed: the table they end in, their checksum, the document of `meta`."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._table = ""
        self.crc = 0
        self.own = b""

    def pass_on(self, lines: bytes) -> None:
        """Hands over some whole lines. Raises ValueError for what cannot be taken, or is not as it is written here."""
        # Most are records of one table and nothing else. Nobody sees sooner if they are not than who has to take them.
        if self._table and lines.endswith(b",\n"):
            try:
                self._hand_over(lines)
            except ValueError:
                pass
            else:
                self.crc = crc32(lines, self.crc)
                return
        self._pass_each(lines)

    def _pass_each(self, lines: bytes) -> None:
        documents = []
        for line in BytesIO(lines):
            if self._table == META and line.startswith(ENTRY_START):
                self.own = line[len(ENTRY_START) : -1]
                self.crc = crc32(b"\n", crc32(ENTRY_START, self.crc))
                continue
            self.crc = crc32(line, self.crc)
            if not self._table:
                self._table = _table_in(line)
            elif not line.startswith(b"}"):
                documents.append(line)
            else:
                self._hand_over(b"".join(documents))
                documents, self._table = [], ""
        self._hand_over(b"".join(documents))

    def _hand_over(self, lines: bytes) -> None:
        if not lines:
            return
        if self._table == META:
            raise ValueError("a newer version keeps something here")
        end = -2 if lines.endswith(b",\n") else -1
        # A view, since each copy of all that passes takes as long as to read it.
        self._take(self._table, b"".join((b"{", memoryview(lines)[:end], b"}")))


def _table_in(line: bytes) -> str:
    """The name of the table that begins with this line; none with the first line of the file, and with the last."""
    if line in (b"{\n", b"}\n"):
        return ""
    if not line.endswith(b": {\n"):
        raise ValueError("neither a table nor the end")
    return str(json.loads(line[: -len(b": {\n")]))
