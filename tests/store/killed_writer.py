"""A process that changes a book as fast as it can, says what it will do and what was acknowledged, and is killed.

Its account is a file, which outlives it: two lines a change, "begun" before the call and "done" after it.
"""

import json
import os
import signal
import time
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

from msgspec.structs import replace
from store_samples import contact, contents, open_book

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from followup_tui.store.errors import NothingToUndo

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
        random = Random(seed)
        book = open_book(path)
        _say(account, "found", state_of(book))
        while True:
            book = _step(book, path, random, account)
    except BaseException as error:  # noqa: BLE001 -- a forked child must never return into its parent's code
        os.write(account, repr(error).encode())
    os._exit(1)


def _step(book: Book, path: Path, random: Random, account: int) -> Book:
    """One change, or now and then the last one out writes the snapshot."""
    now = state_of(book)
    kind = random.random()
    if kind < 0.05:
        book.close()
        return open_book(path)
    name = random.choice(_NAMES)
    if kind < 0.15 and name in now:
        _say(account, "begun", {each: notes for each, notes in now.items() if each != name})
        book.apply("Deleted", delete=[name])
    elif kind < 0.25:
        return _undo(book, now, account)
    else:
        notes = str(random.random()) + "x" * random.choice([0, 100, 20_000])
        old = book.contacts.get(name)
        new = replace(old, notes=notes) if old is not None else contact(name, notes=notes)
        _say(account, "begun", {**now, name: checksum(new)})
        book.apply("Noted", put=[new])
    _say(account, "done", state_of(book))
    return book


def _undo(book: Book, now: State, account: int) -> Book:
    """What an undo will make of the book is known from its history."""
    steps = [step for step in book.history(200) if not step.undoes and not step.redoes]
    undone = {each for step in book.history(200) for each in step.undoes}
    last = next((step for step in steps if step.id not in undone), None)
    if last is None:
        return book
    begun = dict(now)
    for change in last.changes:
        begun.pop(change.id, None)
        if change.before is not None:
            begun[change.id] = checksum(change.before)
    _say(account, "begun", begun)
    try:
        book.undo()
    except NothingToUndo:
        return book
    _say(account, "done", state_of(book))
    return book


def _say(account: int, what: str, state: State) -> None:
    data = json.dumps([what, state]).encode() + b"\n"
    while data:
        data = data[os.write(account, data) :]
