"""Disks that fail, that die with their process, and that lose what was not yet durable when the power went."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import BinaryIO

from followup_tui.store.disk import Disk, Stamp

_ARRIVES = 0.75


class Killed(BaseException):
    """The process ended here; nothing of it runs any more, whatever it would have liked to put in order."""


class MortalDisk(Disk):
    """The real disk for a process that may die: its descriptors, and the locks on them, die with it."""

    def __init__(self) -> None:
        self.is_dead = False
        self._open: set[int] = set()

    def open(self, path: Path, flags: int) -> int:
        self.call("open")
        descriptor = super().open(path, flags)
        self._open.add(descriptor)
        return descriptor

    def close(self, descriptor: int) -> None:
        if not self.is_dead:
            self._open.discard(descriptor)
            super().close(descriptor)

    def die(self) -> None:
        """What the operating system does when a process is killed."""
        self.is_dead = True
        while self._open:
            os.close(self._open.pop())

    def call(self, name: str) -> None:
        """Called before each system call that changes something, or that a change depends on."""
        if self.is_dead:
            raise Killed(name)

    def write(self, descriptor: int, data: memoryview) -> int:
        self.call("write")
        return super().write(descriptor, data)

    def truncate(self, descriptor: int, size: int) -> None:
        self.call("truncate")
        super().truncate(descriptor, size)

    def fsync(self, descriptor: int) -> None:
        self.call("fsync")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.call("replace")
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self.call("unlink")
        super().unlink(path)

    def names(self, directory: Path) -> list[str]:
        self.call("names")
        return super().names(directory)

    def stamp(self, path: Path) -> Stamp | None:
        self.call("stamp")
        return super().stamp(path)

    def stamp_of(self, descriptor: int) -> Stamp:
        self.call("stamp_of")
        return super().stamp_of(descriptor)

    @contextmanager
    def reading(self, path: Path) -> Iterator[tuple[BinaryIO, Stamp]]:
        self.call("read")
        with super().reading(path) as opened:
            yield opened

    def make_directory(self, path: Path) -> None:
        self.call("make_directory")
        super().make_directory(path)

    def fsync_directory(self, path: Path) -> None:
        self.call("fsync_directory")
        super().fsync_directory(path)


class FailingDisk(MortalDisk):
    """Counts the calls from `arm` on, and lets the one with a certain number fail, be cut short, or be the last."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []
        # Names of calls that fail each time.
        self.broken: set[str] = set()
        self._at: int | None = None
        self._how = ""
        self._error = 0
        self._stays_broken = False

    def arm(self, at: int | None, how: str = "", error: int = 0, *, stays_broken: bool = False) -> None:
        """From now on: at call number `at` (from 0), `how` it goes wrong; None only counts. "fail", "short", "kill"."""
        self.calls = []
        self._at, self._how, self._error, self._stays_broken = at, how, error, stays_broken

    def call(self, name: str) -> None:
        super().call(name)
        number = len(self.calls)
        self.calls.append(name)
        if name in self.broken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if self._at is None or number < self._at or (number > self._at and not self._stays_broken):
            return
        if self._how == "kill":
            self.die()
            raise Killed(name)
        if self._how == "fail" or name != "write":
            raise OSError(self._error, os.strerror(self._error))

    def write(self, descriptor: int, data: memoryview) -> int:
        number = len(self.calls)
        return self._half(descriptor, data) if self._is_short(number) else super().write(descriptor, data)

    def _is_short(self, number: int) -> bool:
        return self._how == "short" and number == self._at

    def _half(self, descriptor: int, data: memoryview) -> int:
        """Takes half of the bytes, and fails when it is asked to take the rest."""
        self.calls.append("write")
        self._at, self._how = len(self.calls), "fail"
        return os.write(descriptor, data[: len(data) // 2])


@dataclass
class File:
    """One file: what is on the medium, and what was done since that may or may not be."""

    durable: bytes = b""
    pending: list[Callable[[bytes], bytes]] = field(default_factory=list)
    torn: list[Callable[[bytes, Random], bytes]] = field(default_factory=list)

    def now(self) -> bytes:
        content = self.durable
        for change in self.pending:
            content = change(content)
        return content


class RecordingDisk(MortalDisk):
    """The real disk, noting each call, so that every moment's power cut can be played afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[str, object, object, object]] = []
        self.dies_before_removing = ""
        self._files: dict[int, int] = {}
        self._names: dict[Path, int] = {}
        self._count = 0
        self._ends: dict[int, int] = {}

    def continues(self, events: list[tuple[str, object, object, object]], directory: Path) -> None:
        """Goes on where the disk of a dead process ended; what that one did in `directory` stays as it is."""
        self.events = events
        for what, one, two, _ in events:
            if what == "name" and isinstance(one, Path) and isinstance(two, int):
                self._names[one] = self._count = two
            elif what == "rename" and isinstance(one, Path) and isinstance(two, Path):
                self._names[two] = self._names[one]
        self._ends = {self._names[path]: path.stat().st_size for path in directory.iterdir()}

    def note(self, what: str, one: object = None, two: object = None, three: object = None) -> None:
        self.events.append((what, one, two, three))

    def open(self, path: Path, flags: int) -> int:
        is_new = not path.exists()
        descriptor = super().open(path, flags)
        if is_new:
            self._count += 1
            self._names[path] = self._count
            self._ends[self._count] = 0
            self.note("name", path, self._count)
        self._files[descriptor] = self._names[path]
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        written = super().write(descriptor, data)
        file = self._files[descriptor]
        self.note("write", file, self._ends[file], bytes(data[:written]))
        self._ends[file] += written
        return written

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self.note("truncate", self._files[descriptor], size)
        self._ends[self._files[descriptor]] = size

    def fsync(self, descriptor: int) -> None:
        super().fsync(descriptor)
        self.note("fsync", self._files[descriptor])

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._names[target] = self._names.pop(source)
        self.note("rename", source, target)

    def unlink(self, path: Path) -> None:
        if path.name == self.dies_before_removing:
            self.die()
        super().unlink(path)
        self._names.pop(path, None)
        self.note("name", path, None)

    def fsync_directory(self, path: Path) -> None:
        super().fsync_directory(path)
        self.note("fsync_directory", path)


class Medium:
    """What is on the medium after some of a recording's calls, and what the power cut may leave of the rest."""

    def __init__(self) -> None:
        self._files: dict[int, File] = {}
        self._names: dict[Path, int | None] = {}
        # Per name, what it was made to mean since the directory was last made durable.
        self._renamed: dict[Path, list[int | None]] = {}

    def play(self, event: tuple[str, object, object, object]) -> None:
        what, one, two, three = event
        if what == "name" and isinstance(one, Path):
            if isinstance(two, int):
                self._files[two] = File()
            self._mean(one, two if isinstance(two, int) else None)
        elif what == "rename" and isinstance(one, Path) and isinstance(two, Path):
            self._mean(two, self._meaning(one))
            self._mean(one, None)
        elif what == "fsync_directory":
            for name, meanings in self._renamed.items():
                self._names[name] = meanings[-1]
            self._renamed.clear()
        elif isinstance(one, int):
            self._play_file(what, self._files[one], two, three)

    def _play_file(self, what: str, file: File, two: object, three: object) -> None:
        if what == "fsync":
            file.durable = file.now()
            file.pending.clear()
            file.torn.clear()
        elif what == "truncate" and isinstance(two, int):
            file.pending.append(lambda content: content[:two])
            file.torn.append(lambda content, _: content[:two])
        elif what == "write" and isinstance(two, int) and isinstance(three, bytes):
            file.pending.append(lambda content: _over(content, two, three))
            file.torn.append(lambda content, random: _over(content, two, _torn(three, random)))

    def _meaning(self, name: Path) -> int | None:
        meanings = self._renamed.get(name)
        return meanings[-1] if meanings else self._names.get(name)

    def _mean(self, name: Path, file: int | None) -> None:
        self._renamed.setdefault(name, []).append(file)

    def left_by_power_cut(self, how: str, random: Random) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each file. `how`: "nothing" or "everything" of what was not durable, "names" or "data"
        only, or "some" of it, torn.
        """
        for name in {**self._names, **self._renamed}:
            meanings: list[int | None] = [self._names.get(name)]
            pending = self._renamed.get(name, [])
            if how in {"everything", "names"}:
                meanings += pending
            elif how == "some":
                meanings += pending[: random.randint(0, len(pending))]
            file = meanings[-1]
            if file is not None:
                yield name.name, self._content(self._files[file], how, random)

    def _content(self, file: File, how: str, random: Random) -> bytes:
        if how in {"everything", "data"}:
            return file.now()
        if how != "some" or not file.pending:
            return file.durable
        kept = random.randint(0, len(file.pending))
        content = file.durable
        for change in file.pending[:kept]:
            # They need not reach the medium in their order.
            content = change(content) if random.random() < _ARRIVES else content
        return content if kept == len(file.pending) else file.torn[kept](content, random)


def _over(content: bytes, at: int, data: bytes) -> bytes:
    """`data` written at a place of a file, which holds zeros where nothing ever arrived."""
    return content[:at].ljust(at, b"\0") + data + content[at + len(data) :]


def _torn(data: bytes, random: Random) -> bytes:
    """A write that the power cut: a beginning of it, or all its length with holes where blocks never arrived."""
    cut = random.randint(0, len(data))
    if random.random() < 0.5:
        return data[:cut]
    end = random.randint(cut, len(data))
    return data[:cut] + bytes(end - cut) + data[end:]
