"""A model of the book as a dictionary, and a machine that takes random steps in both and compares them."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from followup_tui.store.errors import NothingToUndo
from followup_tui.store.reading import read_raw
from tests.store.simulated_disk import MortalDisk
from tests.store.store_samples import contact, contents, look, open_book, reminder

State = dict[str, Record]

NAMES = ("con-1", "con-2", "con-3", "rem-1", "rem-2")
TEXTS = st.sampled_from(["", "tall", "José", 'a "quote"\n{', "\x1b[31m", "😀\u2028", "x" * 5_000])


class Model:
    """What the book should hold, and the steps that could be undone: state before, state after, session."""

    def __init__(self) -> None:
        self.now: State = {}
        self.done: list[tuple[State, State, str | None]] = []
        self.undone: list[tuple[State, State, str | None]] = []

    def change(self, new: State, session: str | None) -> None:
        if new == self.now:
            return
        last = self.done[-1] if self.done else None
        if last is not None and session is not None and last[2] == session:
            self.done[-1] = (last[0], new, session)
        else:
            self.done.append((self.now, new, session))
        self.undone.clear()
        self.now = new

    def undo(self) -> bool:
        while self.done and self.done[-1][0] == self.done[-1][1]:
            self.done.pop()  # a session that came to nothing is no step
        if not self.done:
            return False
        self.undone.append(self.done.pop())
        self.now = self.undone[-1][0]
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        self.done.append(self.undone.pop())
        self.now = self.done[-1][1]
        return True


def made(record_id: str, text: str) -> Record:
    return contact(record_id, notes=text) if record_id.startswith("con") else reminder(record_id, text)


class BookMachine(RuleBasedStateMachine):
    """Two processes on one book: each is closed, killed and opened again as it comes. `steps` counts, over all runs."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp())
        self.path = self.directory / "book.json"
        self.model = Model()
        self.disks = [MortalDisk(), MortalDisk()]
        self.books: list[Book] = []
        self.sessions = 0

    @initialize()
    def begin(self) -> None:
        self.books = [open_book(self.path, disk=disk, origin="one") for disk in self.disks]

    def up_to_date(self, which: int) -> Book:
        self.books[which].refresh()
        return self.books[which]

    @rule(which=st.sampled_from([0, 1]), record_id=st.sampled_from(NAMES), text=TEXTS)
    def put(self, which: int, record_id: str, text: str) -> None:
        self.up_to_date(which).apply("Put", put=[made(record_id, text)])
        self.model.change({**self.model.now, record_id: made(record_id, text)}, None)

    @rule(which=st.sampled_from([0, 1]), texts=st.lists(TEXTS, min_size=1, max_size=4))
    def write(self, which: int, texts: list[str]) -> None:
        """One session of writing."""
        self.sessions += 1
        session = f"session {self.sessions}"
        for text in texts:
            self.up_to_date(which).apply("Wrote", put=[made("con-1", text)], session=session)
            self.model.change({**self.model.now, "con-1": made("con-1", text)}, session)

    @rule(which=st.sampled_from([0, 1]), ids=st.sets(st.sampled_from(NAMES)), text=TEXTS)
    def put_and_delete(self, which: int, ids: set[str], text: str) -> None:
        put = [made(record_id, text) for record_id in sorted(ids)]
        gone = sorted(set(self.model.now) - ids)[:1]
        self.up_to_date(which).apply("Put and deleted", put=put, delete=gone)
        kept = {record_id: record for record_id, record in self.model.now.items() if record_id not in gone}
        self.model.change(kept | {record.id: record for record in put}, None)

    @rule(which=st.sampled_from([0, 1]), text=TEXTS)
    def edit_what_the_other_changed_too(self, which: int, text: str) -> None:
        """Both edit one record from the same sight of it, in different fields."""
        if "con-1" not in self.model.now:
            return
        one, other = self.up_to_date(which), self.up_to_date(1 - which)
        seen = one.contacts["con-1"]
        one.apply("Edited notes", put=[replace(seen, notes=text)])
        self.model.change({**self.model.now, "con-1": replace(seen, notes=text)}, None)
        other.apply("Edited title", put=[replace(seen, title=text)])
        self.model.change({**self.model.now, "con-1": replace(seen, notes=text, title=text)}, None)

    @rule(which=st.sampled_from([0, 1]))
    def undo(self, which: int) -> None:
        try:
            self.books[which].undo()
            was_done = True
        except NothingToUndo:
            was_done = False
        assert self.model.undo() == was_done

    @rule(which=st.sampled_from([0, 1]))
    def redo(self, which: int) -> None:
        try:
            self.books[which].redo()
            was_done = True
        except NothingToUndo:
            was_done = False
        assert self.model.redo() == was_done

    @rule(which=st.sampled_from([0, 1]))
    def close_and_open(self, which: int) -> None:
        self.books[which].close()
        self.books[which] = open_book(self.path, disk=self.disks[which], origin="one")

    @rule(which=st.sampled_from([0, 1]))
    def kill_and_open(self, which: int) -> None:
        self.disks[which].die()
        self.disks[which] = MortalDisk()
        self.books[which] = open_book(self.path, disk=self.disks[which], origin="one")

    @rule()
    def come_to_rest(self) -> None:
        for book in self.books:
            book.close()
        assert not self.path.with_name("book.json.journal").exists()
        self.begin()

    @precondition(lambda self: self.books)
    @invariant()
    def all_agree(self) -> None:
        BookMachine.steps += 1
        for book in self.books:
            book.refresh()
            assert contents(book) == self.model.now
        tables = read_raw(self.path).tables
        assert {*tables["contacts"], *tables["reminders"]} == set(self.model.now)
        assert contents(look(self.path)) == self.model.now

    def teardown(self) -> None:
        for disk in self.disks:
            disk.die()
        shutil.rmtree(self.directory)
