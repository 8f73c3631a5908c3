"""Who may write now, and who has the book open.

Both are locks of the operating system, through the filelock library, on descriptors that this process keeps open: they
cost a microsecond, and they are free the instant a process ends, however it ends.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from followup_tui.store.disk import Disk
from followup_tui.store.errors import StoreError
from followup_tui.store.places import Places

_PATIENCE_S = 10.0
_FIRST_PAUSE_S = 0.0005
_LONGEST_PAUSE_S = 0.02


def _lock(descriptor: int) -> bool:
    """Takes the lock on a descriptor, or answers False if another process has it. Raises OSError.

    The library is loaded here: a book is read without a lock, and the window shows it before it takes one.
    """
    from filelock import lock_descriptor

    return lock_descriptor(descriptor, blocking=False)


def _unlock(descriptor: int) -> None:
    """Frees it again. Raises OSError."""
    from filelock import unlock_descriptor

    unlock_descriptor(descriptor)


class ChangeLock:
    """Held around each change of a book, by one process at a time. May be taken again while it is held."""

    def __init__(self, disk: Disk, path: Path, patience_s: float = _PATIENCE_S) -> None:
        self._disk = disk
        self._path = path
        self._patience_s = patience_s
        self._descriptor: int | None = None
        self._depth = 0

    @property
    def held(self) -> bool:
        """Whether this process holds it."""
        return self._depth > 0

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Waits for the lock, ten seconds at most. Raises OSError if it cannot be made, StoreError if it is taken."""
        if not self._depth:
            self._acquire()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self._release()

    def close(self) -> None:
        """Gives up the descriptor."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            self._disk.close(descriptor)

    def _acquire(self) -> None:
        deadline = time.monotonic() + self._patience_s
        pause = _FIRST_PAUSE_S
        while not self._try_once():
            if time.monotonic() > deadline:
                raise StoreError(
                    f"Another process has been writing to {self._path.with_suffix('')} for {self._patience_s:.0f} "
                    "seconds, so nothing was saved; wait for it or end it."
                )
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_S)

    def _try_once(self) -> bool:
        if self._descriptor is None:
            self._descriptor = self._disk.open(self._path, os.O_RDWR | os.O_CREAT)
        try:
            if not _lock(self._descriptor):
                return False
            # Someone may have removed the file since it was opened: then others lock another one of the same name.
            here, there = self._disk.stamp_of(self._descriptor), self._disk.stamp(self._path)
        except OSError:
            self.close()
            raise
        if there is not None and there.inode == here.inode:
            return True
        self.close()
        return False

    def _release(self) -> None:
        if self._descriptor is None:
            return
        try:
            _unlock(self._descriptor)
        except OSError:
            self.close()  # which frees it too


class Presence:
    """Tells other processes that this one has the book open. Ask and change it only while the change lock is held."""

    def __init__(self, disk: Disk, places: Places) -> None:
        self._disk = disk
        self._places = places
        self._path = places.presence(f"{os.getpid()}-{os.urandom(4).hex()}")
        self._descriptor: int | None = None

    @property
    def entered(self) -> bool:
        """Whether this process is among those that have the book open."""
        return self._descriptor is not None

    def enter(self) -> None:
        """From now on this process has the book open. Raises OSError."""
        descriptor = self._disk.open(self._path, os.O_RDWR | os.O_CREAT)
        try:
            _lock(descriptor)
        except OSError:
            self._disk.close(descriptor)
            raise
        self._descriptor = descriptor

    def leave(self) -> None:
        """This process no longer has the book open."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        self._disk.close(descriptor)
        with suppress(OSError):  # unlocked, it counts for nothing, and the next process removes it
            self._disk.unlink(self._path)

    def is_alone(self) -> bool:
        """Whether no other process has the book open; files left by processes that died are removed."""
        try:
            names = self._disk.names(self._places.directory)
        except OSError:
            return False
        others = [name for name in names if self._places.is_presence(name) and name != self._path.name]
        alive = [name for name in others if self._is_alive(self._places.directory / name)]
        return not alive

    def _is_alive(self, path: Path) -> bool:
        try:
            descriptor = self._disk.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True  # another user's, perhaps; what cannot be asked is taken to be there
        try:
            free = _lock(descriptor)
        except OSError:
            free = False
        finally:
            self._disk.close(descriptor)
        if free:
            with suppress(OSError):
                self._disk.unlink(path)
        return not free
