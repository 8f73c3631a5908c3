"""The only place where the store touches the disk: one method a system call, so that a test can make each one fail.

What is built on them (`write_all`, `write_atomically`, …) takes the `Disk` as its first argument. Only the standard
library, because reading commands come through here too.
"""
# os rather than pathlib throughout, so that each method is exactly one system call:
# ruff: noqa: PTH102, PTH105, PTH108, PTH116, PTH208

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from followup_tui.store.errors import StoreError
from followup_tui.store.places import Places

_FILE_MODE = 0o600
_DIRECTORY_MODE = 0o700
# On Windows a file that another process has open for a moment cannot be replaced; after this long it is an error.
_REPLACE_PATIENCE_S = 2.0
_REPLACE_PAUSE_S = 0.02


class Stamp(NamedTuple):
    """What tells that a file is still the one that was read, without reading it."""

    inode: int
    size: int
    modified_ns: int


class Disk:
    """The real disk. Every method may raise OSError."""

    def stamp(self, path: Path) -> Stamp | None:
        """What identifies the file now, or None if there is none."""
        try:
            return _stamp(os.stat(path))
        except FileNotFoundError:
            return None

    def stamp_of(self, descriptor: int) -> Stamp:
        """What identifies the file that a descriptor is open on."""
        return _stamp(os.fstat(descriptor))

    @contextmanager
    def reading(self, path: Path) -> Iterator[tuple[BinaryIO, Stamp]]:
        """A regular file, open at its beginning, with the stamp of what is read from it.

        A pipe or a device is refused, because reading it might never end.
        """
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "it is not a regular file", str(path))
            yield file, _stamp(status)

    def read(self, path: Path, offset: int = 0) -> tuple[bytes, Stamp]:
        """The bytes of a regular file from `offset`, with the stamp of what was read."""
        with self.reading(path) as (file, stamp):
            file.seek(offset)
            return file.read(), stamp

    def mode(self, path: Path) -> int:
        """The permission bits of a file or directory."""
        return os.stat(path).st_mode & 0o777

    def may_write(self, path: Path) -> bool:
        """Whether this user may write to an existing file."""
        return os.access(path, os.W_OK)

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a file made by it has mode 0600."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0), _FILE_MODE)

    def write(self, descriptor: int, data: memoryview) -> int:
        """How many of the bytes were written."""
        return os.write(descriptor, data)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cuts the file to `size` bytes."""
        os.ftruncate(descriptor, size)

    def fsync(self, descriptor: int) -> None:
        """Returns when the bytes are on the medium, not only in its cache where the system can tell the two apart."""
        if sys.platform == "darwin":  # pragma: no cover
            import fcntl

            with suppress(OSError):  # not every file system has it; fsync is what remains
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Gives the descriptor back; what was locked through it is free."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Renames, taking the place of `target` in one instant."""
        deadline = time.monotonic() + _REPLACE_PATIENCE_S
        while True:
            try:
                os.replace(source, target)
            except PermissionError:
                if os.name != "nt" or time.monotonic() > deadline:
                    raise
                time.sleep(_REPLACE_PAUSE_S)
            else:
                return

    def unlink(self, path: Path) -> None:
        """Removes a name."""
        os.unlink(path)

    def names(self, directory: Path) -> list[str]:
        """The names in a directory, sorted; none if there is no such directory."""
        try:
            return sorted(os.listdir(directory))
        except FileNotFoundError:
            return []

    def make_directory(self, path: Path) -> None:
        """Makes one directory of mode 0700."""
        os.mkdir(path, _DIRECTORY_MODE)

    def now(self) -> float:
        """The system's clock, in seconds since 1970."""
        return time.time()

    def fsync_directory(self, path: Path) -> None:
        """Makes the names in a directory durable; Windows does so by itself and cannot be asked to."""
        if os.name == "nt":  # pragma: no cover
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def read_or_nothing(disk: Disk, path: Path) -> tuple[bytes, Stamp | None]:
    """The bytes of a file and its stamp; nothing and None if there is no file. Raises StoreError."""
    with said(path, "read"):
        try:
            return disk.read(path)
        except FileNotFoundError:
            return b"", None


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Writes every byte, however few a single call takes. Raises OSError."""
    rest = memoryview(data)
    while rest:
        written = disk.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.EIO, "the disk took no more bytes")
        rest = rest[written:]


def write_atomically(disk: Disk, places: Places, path: Path, data: bytes) -> None:
    """Puts `data` where `path` is, so that at any instant the old file or the new one stands there, whole and durable.

    Raises OSError. Then the old file stands there, unless it was the directory that could not be made durable.
    """
    temporary = places.temporary()
    try:
        descriptor = disk.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            write_all(disk, descriptor, data)
            disk.fsync(descriptor)
        finally:
            disk.close(descriptor)
        disk.replace(temporary, path)
    except BaseException:
        with suppress(OSError):  # the error that brought us here is the one to tell
            disk.unlink(temporary)
        raise
    disk.fsync_directory(path.parent)


def make_directories(disk: Disk, directory: Path) -> None:
    """Makes what is missing of a directory, 0700 each; what is there stays as it is. Raises OSError."""
    missing = []
    while not directory.is_dir():
        missing.append(directory)
        if directory.parent == directory:
            break
        directory = directory.parent
    for each in reversed(missing):
        with suppress(FileExistsError):  # another process was quicker
            disk.make_directory(each)
        disk.fsync_directory(each.parent)


_REASONS = {
    errno.ENOSPC: "the disk is full; make room and do it again",
    errno.EDQUOT: "the disk quota is used up; make room and do it again",
    errno.EIO: "the disk reported an error; copy the book to another disk",
    errno.EROFS: "the disk is read-only; give another place with --data",
    errno.EACCES: "this user is not allowed to; look at the permissions or give another place with --data",
    errno.EPERM: "this user is not allowed to; look at the permissions or give another place with --data",
    errno.EISDIR: "it is a directory; give the name of a file",
    errno.ENOTDIR: "a part of its path is not a directory; give another place with --data",
    errno.ELOOP: "its links lead in a circle; mend them or give another place with --data",
    errno.ENAMETOOLONG: "its name is too long; give another place with --data",
}


def reason(error: OSError) -> str:
    """Why a call failed and what to do, for a person."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return (error.strerror or str(error)).lower()


@contextmanager
def said(path: Path, verb: str) -> Iterator[None]:
    """Turns an OSError into one sentence: `/home/ana/followup.json cannot be read: it is a directory; …`."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path} cannot be {verb}: {reason(error)}.") from error
