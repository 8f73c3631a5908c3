"""Each system call fails, is cut short, or is the last one: the book holds the old state or the new one, always."""

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from followup_tui.store.errors import StoreError
from followup_tui.store.reading import read_raw
from tests.store.simulated_disk import FailingDisk, Killed
from tests.store.store_samples import contact, contents, look, open_book, reminder

WAYS = [
    pytest.param("fail", errno.ENOSPC, False, id="one call finds the disk full"),
    pytest.param("fail", errno.EIO, False, id="one call gets an input/output error"),
    pytest.param("fail", errno.ENOSPC, True, id="the disk is full and stays so"),
    pytest.param("fail", errno.EIO, True, id="the disk breaks and stays broken"),
    pytest.param("short", errno.ENOSPC, False, id="a write is cut short by a full disk"),
    pytest.param("kill", 0, False, id="the process is killed"),
]
Act = Callable[[Book], object]


def edit(book: Book) -> object:
    return book.apply("Edited", put=[contact(name="Ana Vega"), reminder("rem-2")], delete=["rem-1"])


def close(book: Book) -> None:
    book.close()


def fresh(path: Path, disk: FailingDisk) -> Book:
    """A book that was there before, with nothing done to it yet: the next change makes a backup first."""
    with_records(path).close()
    return open_book(path, disk=disk)


def in_use(path: Path, disk: FailingDisk) -> Book:
    """A book with a change in its journal."""
    with_records(path).close()
    book = open_book(path, disk=disk)
    book.apply("Noted", put=[contact(notes="tall")])
    return book


def missing(path: Path, disk: FailingDisk) -> Book:
    """No book and no directory."""
    return open_book(path, disk=disk)


def with_records(path: Path) -> Book:
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    return book


def on_disk(path: Path) -> dict[str, object]:
    tables = read_raw(path).tables
    return {**tables["contacts"], **tables["reminders"]}


def names_of(state: dict[str, Record]) -> dict[str, str]:
    return {
        record_id: getattr(record, "name", "") + getattr(record, "notes", "") for record_id, record in state.items()
    }


def count_calls(directory: Path, begin: Callable[[Path, FailingDisk], Book], act: Act) -> int:
    disk = FailingDisk()
    book = begin(directory / "counted" / "book.json", disk)
    disk.arm(None)
    act(book)
    calls = len(disk.calls)
    book.close()
    return calls


@pytest.mark.parametrize(("how", "error", "stays"), WAYS)
@pytest.mark.parametrize("begin", [missing, fresh, in_use])
def test_a_change_is_there_whole_or_not_at_all(
    tmp_path: Path, begin: Callable[[Path, FailingDisk], Book], how: str, error: int, *, stays: bool
) -> None:
    calls = count_calls(tmp_path, begin, edit)
    assert calls >= 6
    for number in range(calls):
        path = tmp_path / str(number) / "book.json"
        disk = FailingDisk()
        book = begin(path, disk)
        old = contents(book)
        disk.arm(number, how, error, stays_broken=stays)
        said: list[str] = []
        try:
            edit(book)
            acknowledged = True
        except (StoreError, Killed) as refusal:
            acknowledged = False
            said.append(str(refusal))
        new = {"con-1": contact(name="Ana Vega"), "rem-2": reminder("rem-2")}
        allowed = [new] if acknowledged else [old, new]
        if disk.is_dead:
            assert contents(open_book(path)) in allowed, f"killed at call {number}"
            continue
        assert all(str(tmp_path) in sentence for sentence in said)
        disk.arm(None)
        book.refresh()
        assert contents(book) in allowed, f"call {number} failed"
        assert names_of(contents(book)) == names_of(contents(open_book(path))), "memory is what the disk has"
        book.apply("Added after", put=[contact("con-9", "Ben Ode")])
        book.close()
        after = contents(open_book(path))
        assert after.pop("con-9").id == "con-9"
        assert after in allowed


@pytest.mark.parametrize(("how", "error", "stays"), WAYS)
def test_the_snapshot_is_written_whole_or_not_at_all(tmp_path: Path, how: str, error: int, *, stays: bool) -> None:
    calls = count_calls(tmp_path, in_use, close)
    assert calls >= 15
    for number in range(calls):
        path = tmp_path / str(number) / "book.json"
        disk = FailingDisk()
        book = in_use(path, disk)
        edit(book)
        wanted = contents(book)
        disk.arm(number, how, error, stays_broken=stays)
        with suppress(Killed):
            book.close()
        disk.die()
        again = open_book(path)
        assert contents(again) == wanted, f"call {number} went wrong"
        assert again.notices == (), "a journal whose lines the snapshot has is nothing to speak of"
        again.undo()
        again.undo()
        assert contents(again) == {"con-1": contact(), "rem-1": reminder()}, "what was done can still be undone"
        again.close()
        assert not list(path.parent.glob("*.journal*"))


@pytest.mark.parametrize(("how", "error", "stays"), WAYS)
def test_a_book_that_cannot_be_opened_is_refused_and_left_as_it_is(
    tmp_path: Path, how: str, error: int, *, stays: bool
) -> None:
    path = tmp_path / "book.json"
    with_records(path).close()
    before = path.read_bytes()
    counting = FailingDisk()
    counting.arm(None)
    open_book(path, disk=counting).close()
    for number in range(len(counting.calls)):
        disk = FailingDisk()
        disk.arm(number, how, error, stays_broken=stays)
        with suppress(StoreError, Killed):
            book = open_book(path, disk=disk)
            assert len(contents(book)) == 2
            book.close()
        disk.die()
        assert path.read_bytes() == before


def test_after_a_failed_fsync_the_same_file_is_never_written_again(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    disk = FailingDisk()
    book = in_use(path, disk)
    journal = tmp_path / "book.json.journal"
    inode = journal.stat().st_ino
    book.apply("Measured", put=[contact(notes="one")])
    disk.broken = {"fsync"}
    with pytest.raises(StoreError, match="the disk reported an error"):
        book.apply("Lost", put=[contact(notes="two")])
    disk.broken = set()
    book.apply("Kept", put=[contact(notes="three")])
    assert journal.stat().st_ino != inode
    assert read_raw(path).tables["contacts"]["con-1"]["notes"] == "three"
    assert [step.label for step in book.history()][:2] == ["Kept", "Measured"]


def test_a_second_process_goes_on_after_the_first_one_wrote_a_new_journal(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    disk = FailingDisk()
    first = in_use(path, disk)
    second = open_book(path)
    second.apply("By the second", put=[contact("con-2", "Ben Ode")])
    first.refresh()
    disk.broken = {"fsync"}
    with pytest.raises(StoreError):
        first.apply("Lost", put=[contact(notes="two")])
    disk.broken = set()
    first.apply("Kept", put=[contact(notes="three")])
    second.refresh()
    assert contents(second) == contents(first)
    second.apply("Afterwards", put=[contact("con-2", "Ben Ode", notes="tall")])
    first.refresh()
    assert contents(first) == contents(second)
    assert replace(contents(first)["con-2"], notes="") == contact("con-2", "Ben Ode")


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    disk = FailingDisk()
    book = fresh(path, disk)
    disk.arm(None)
    counting = fresh(tmp_path / "other.json", counting_disk := FailingDisk())
    counting_disk.arm(None)
    edit(counting)
    disk.arm(counting_disk.calls.index("write"), "fail", errno.ENOSPC)
    edit(book)
    assert any("No backup could be made: the disk is full" in notice for notice in book.notices)
    assert contents(open_book(path))["con-1"] == contact(name="Ana Vega")


def test_a_line_that_could_not_be_written_whole_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    disk = FailingDisk()
    book = in_use(path, disk)
    disk.arm(None)
    book.apply("Measured", put=[contact(notes="one")])
    book.undo()
    before = path.with_name("book.json.journal").read_bytes()
    disk.arm(disk.calls.index("write"), "short", errno.ENOSPC)
    with pytest.raises(StoreError, match="the disk is full; make room and do it again"):
        book.apply("Lost", put=[contact(notes="one")])
    assert path.with_name("book.json.journal").read_bytes() == before


def test_a_change_that_may_be_on_the_disk_though_it_failed_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    disk = FailingDisk()
    book = in_use(path, disk)
    for broken, shown in (("fsync", "tall"), ("fsync_directory", "of fsync_directory")):
        disk.broken = {broken}
        with pytest.raises(StoreError):
            book.apply("Lost", put=[contact(notes=f"of {broken}")])
        disk.broken = set()
        assert book.contacts["con-1"].notes == shown == look(path).contacts["con-1"].notes
    book.apply("Kept", put=[contact(notes="three")])
    assert look(path).contacts["con-1"].notes == "three"


def test_new_directories_are_durable_before_anything_is_put_into_them(tmp_path: Path) -> None:
    disk = FailingDisk()
    book = open_book(tmp_path / "new" / "deep" / "book.json", disk=disk)
    disk.arm(None)
    book.apply("Added", put=[contact()])
    assert disk.calls[:4] == ["make_directory", "fsync_directory"] * 2


def test_the_name_of_a_new_journal_is_durable_also_when_its_first_line_failed(tmp_path: Path) -> None:
    disk = FailingDisk()
    book = fresh(tmp_path / "book.json", disk)
    disk.broken = {"write"}
    with pytest.raises(StoreError):
        edit(book)
    disk.broken = set()
    disk.arm(None)
    edit(book)
    assert disk.calls.index("fsync") < disk.calls.index("fsync_directory")
