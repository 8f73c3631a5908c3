"""Files to be read: opened without being changed, and none larger than 100 MB but a mailbox, which is streamed."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source

MAX_BYTES = 100_000_000
STANDARD_INPUT = Path("-")
_HEAD_BYTES = 262_144
_MAILBOX_MARK = b"From "


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The file at `path` (`-`: what comes in on standard input), at its beginning.

    Raises FollowupError, naming the file, where it cannot be read or is larger than 100 MB and no mailbox.
    """
    try:
        with _stream(path) as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            source = Source(path, size, stream)
            if size > MAX_BYTES and not head(source, len(_MAILBOX_MARK)) == _MAILBOX_MARK:
                raise FollowupError(f"{path}: is larger than 100 MB; nothing was imported. Split it.")
            yield source
    except OSError as error:
        raise FollowupError(f"{path}: cannot be read ({error.strerror or error}); nothing was imported.") from error


def _stream(path: Path) -> BinaryIO:
    if path == STANDARD_INPUT:
        return _kept(sys.stdin.buffer, path)
    file = path.open("rb")
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    with file:  # a pipe or a device cannot be wound back
        return _kept(file, path)


def _kept(stream: BinaryIO, path: Path) -> BinaryIO:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FollowupError(f"{path}: is larger than 100 MB; nothing was imported. Split it.")
    return io.BytesIO(data)


def head(source: Source, size: int = _HEAD_BYTES) -> bytes:
    """The first bytes of a source; it stands at its beginning again afterwards."""
    source.stream.seek(0)
    data = source.stream.read(size)
    source.stream.seek(0)
    return data
