"""A process that changes a book as fast as it can, says what it will do and what was acknowledged, and is killed.

Its account is a file, which outlives it: two lines a change, "begun" before the call and "done" after it.
"""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

from msgspec.structs import replace

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from tests.store.store_samples import contact, contents, open_book

# Record id → the checksum of its notes, which are all that changes.
State = dict[str, str]
_NAMES = tuple(f"con-{number}" for number in range(40))


class Account(NamedTuple):
    """What a killed writer said: the state it last had acknowledged, the one it was about to make, and how many."""

    acknowledged: State
    begun: State | None
    changes: int


def state_of(book: Book) -> State:
    return {record_id: checksum(record) for record_id, record in contents(book).items()}


def checksum(record: Record) -> str:
    return f"{crc32(str(getattr(record, 'notes', '')).encode()):08x}"


def run_until_killed(path: Path, before: State, seed: int, seconds: float) -> Account:
    """Forks a writer on a book that holds `before`, kills it after so long, and answers its account of what it did."""
    account = path.with_name("account")
    account.write_bytes(b"")
    child = os.fork()
    if child == 0:
        _write_for_ever(path, seed, os.open(account, os.O_WRONLY | os.O_APPEND))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    said = account.read_bytes()
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the writer ended by itself: {said[-2_000:].decode()}")
    return _account(said, before)


def _account(said: bytes, before: State) -> Account:
    acknowledged = before
    begun: State | None = None
    changes = 0
    for line in said.split(b"\n")[:-1]:
        what, state = json.loads(line)
        if what == "begun":
            begun = state
        else:
            acknowledged, begun = state, None
            changes += what == "done"
    return Account(acknowledged, begun, changes)


def _write_for_ever(path: Path, seed: int, account: int) -> None:
    try:
        writer = _Writer(path, Random(seed), account)
        while True:
            writer.step()
    except BaseException as error:  # noqa: BLE001 -- a forked child must never return into its parent's code
        os.write(account, repr(error).encode())
    os._exit(1)


class _Writer:
    """Changes, undoes, closes and opens, and says so before and after."""

    def __init__(self, path: Path, random: Random, account: int) -> None:
        self._path = path
        self._random = random
        self._account = account
        self._book = open_book(path)
        self._now = state_of(self._book)
        # The states to which undo leads back, newest last.
        self._before: list[State] = []
        self._say("found", self._now)

    def step(self) -> None:
        """One change; now and then the last one out writes the snapshot."""
        kind = self._random.random()
        name = self._random.choice(_NAMES)
        if kind < 0.05:
            self._book.close()
            self._book = open_book(self._path)
        elif kind < 0.15 and self._before:
            self._make(self._before.pop(), self._book.undo)
        elif kind < 0.25 and name in self._now:
            self._before.append(self._now)
            gone = {each: notes for each, notes in self._now.items() if each != name}
            self._make(gone, lambda: self._book.apply("Deleted", delete=[name]))
        else:
            self._before.append(self._now)
            notes = str(self._random.random()) + "x" * self._random.choice([0, 100, 2_000, 20_000])
            old = self._book.contacts.get(name)
            new = replace(old, notes=notes) if old is not None else contact(name, notes=notes)
            self._make({**self._now, name: checksum(new)}, lambda: self._book.apply("Noted", put=[new]))

    def _make(self, wanted: State, act: Callable[[], object]) -> None:
        self._say("begun", wanted)
        act()
        self._now = wanted
        self._say("done", wanted)

    def _say(self, what: str, state: State) -> None:
        data = json.dumps([what, state]).encode() + b"\n"
        if os.write(self._account, data) != len(data):
            raise OSError("the account is full")
