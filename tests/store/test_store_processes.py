"""Several windows and command lines on one book: no update is lost, and each sees what the others did."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.store.book import Book
from followup_tui.store.disk import Disk
from followup_tui.store.errors import Conflict, StoreError
from followup_tui.store.lock import ChangeLock
from followup_tui.store.reading import read_raw
from tests.store.simulated_disk import MortalDisk
from tests.store.store_samples import contact, contents, look, open_book, reminder

WRITER = """
import sys
from pathlib import Path
from tests.store.store_samples import contact, open_book
book = open_book(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    book.apply("Added", put=[contact(f"{sys.argv[2]}-{number}")])
book.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "book.json"
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    book.close()
    return path


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_two_processes_at_once_lose_nothing(path: Path) -> None:
    processes = [writer(path, name, 40) for name in ("a", "b")]
    watching = open_book(path)
    seen: set[str] = set()
    watching.subscribe(lambda changes, _: seen.update(change.id for change in changes))
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    while any(process.poll() is None for process in processes):
        watching.refresh()
    assert [process.wait() for process in processes] == [0, 0]
    for process in processes:
        process.communicate()
    watching.refresh()
    wanted = {f"{name}-{number}" for name in ("a", "b") for number in range(40)}
    assert set(watching.contacts) == wanted | {"con-1"}
    assert seen == wanted
    watching.close()
    assert set(look(path).contacts) == wanted | {"con-1"}
    assert len(look(path).history(limit=500)) == 81


def test_another_window_sees_a_change_when_it_looks(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    one.apply("Edited", put=[contact(notes="tall")], delete=["rem-1"])
    assert {change.id for change in two.refresh()} == {"con-1", "rem-1"}
    assert contents(two) == contents(one) == {"con-1": contact(notes="tall")}
    assert two.refresh() == []


def test_two_windows_may_begin_one_book_together(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.json"
    one, two = open_book(path), open_book(path)
    one.apply("Added", put=[contact()])
    two.apply("Added", put=[reminder()])
    one.refresh()
    assert contents(one) == contents(two) == {"con-1": contact(), "rem-1": reminder()}


def test_only_the_last_to_leave_writes_the_snapshot(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    before = path.read_bytes()
    one.apply("Edited", put=[contact(notes="tall")])
    one.close()
    assert path.read_bytes() == before
    two.close()
    assert b"tall" in path.read_bytes()
    assert not path.with_name("book.json.journal").exists()


def test_leaving_without_a_change_leaves_the_file_as_it_is(path: Path) -> None:
    before = Disk().stamp(path)
    open_book(path).close()
    assert Disk().stamp(path) == before


def test_a_process_that_was_killed_does_not_count_as_there(path: Path) -> None:
    disk = MortalDisk()
    killed = open_book(path, disk=disk)
    killed.apply("Edited", put=[contact(notes="tall")])
    disk.die()
    left_behind = list(path.parent.glob("book.json.open-*"))
    assert len(left_behind) == 1
    open_book(path).close()
    assert not left_behind[0].exists()
    assert b"tall" in path.read_bytes(), "its change is in the snapshot now"
    assert not path.with_name("book.json.journal").exists()


def test_fields_that_two_windows_changed_are_both_kept(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    seen = two.contacts["con-1"]
    one.apply("Edited", put=[replace(one.contacts["con-1"], notes="tall", updated_at="2026-11-20T10:00:00Z")])
    two.apply("Edited", put=[replace(seen, email="ana@x.org", updated_at="2026-11-20T11:00:00Z")])
    wanted = contact(notes="tall", email="ana@x.org")
    assert replace(two.contacts["con-1"], updated_at=wanted.updated_at) == wanted
    assert two.contacts["con-1"].updated_at == "2026-11-20T11:00:00Z"


def test_the_same_field_changed_in_two_windows_is_refused_to_the_second(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    seen = two.contacts["con-1"]
    one.apply("Edited", put=[replace(seen, notes="tall")])
    with pytest.raises(Conflict, match="Ana Ruiz was changed elsewhere meanwhile, so nothing was saved"):
        two.apply("Edited", put=[replace(seen, notes="short"), reminder(title="Write")])
    assert contents(two) == contents(one), "and what the other one did is shown"
    two.apply("Edited", put=[replace(two.contacts["con-1"], notes="short")])
    assert look(path).contacts["con-1"].notes == "short"


def test_what_a_change_was_made_from_can_be_said(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    opened = two.contacts["con-1"]
    one.apply("Edited", put=[replace(opened, notes="tall")])
    two.refresh()
    with pytest.raises(Conflict):
        two.apply("Edited", put=[replace(opened, notes="short")], expect={"con-1": opened})
    two.apply("Edited", put=[replace(opened, email="ana@x.org")], expect={"con-1": opened})
    assert two.contacts["con-1"] == replace(opened, notes="tall", email="ana@x.org")


@pytest.mark.parametrize("change", ["edit", "delete"])
def test_a_record_deleted_or_changed_elsewhere_is_not_overwritten(path: Path, change: str) -> None:
    one, two = open_book(path), open_book(path)
    seen = two.contacts["con-1"]
    if change == "edit":
        one.apply("Deleted", delete=["con-1"])
        with pytest.raises(Conflict):
            two.apply("Edited", put=[replace(seen, notes="tall")])
        assert "con-1" not in two.contacts
    else:
        one.apply("Edited", put=[replace(seen, notes="tall")])
        with pytest.raises(Conflict, match="so nothing was deleted"):
            two.apply("Deleted", delete=["con-1"])
        assert two.contacts["con-1"].notes == "tall"


def test_the_same_done_twice_is_done_once(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    one.apply("Edited", put=[contact(notes="tall"), reminder("rem-2")], delete=["rem-1"])
    assert not two.apply("Edited", put=[contact(notes="tall"), reminder("rem-2")], delete=["rem-1"])


def test_what_is_looked_up_exclusively_is_still_true_when_it_is_applied(path: Path) -> None:
    one, two = open_book(path), open_book(path)
    for number, book in enumerate((one, two, one, two)):
        with book.exclusively(), book.exclusively():
            assert book.contacts["con-1"].notes == "x" * number
            book.apply("Edited", put=[replace(book.contacts["con-1"], notes="x" * (number + 1))])
    assert look(path).contacts["con-1"].notes == "xxxx"


def test_whoever_holds_the_lock_too_long_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = ChangeLock(Disk(), path.with_name("book.json.lock"))
    book = open_book(path)
    monkeypatch.setattr(book._ledger._lock, "_patience_s", 0.01)
    with holder.hold(), pytest.raises(StoreError, match=r"Another process has been writing to .*book\.json for"):
        book.apply("Edited", put=[contact(notes="tall")])
    book.apply("Edited", put=[contact(notes="tall")])
    holder.close()


def test_a_lock_file_that_was_removed_locks_nobody_out_and_lets_nobody_in(path: Path) -> None:
    one = open_book(path)
    one.apply("Edited", put=[contact(notes="one")])
    path.with_name("book.json.lock").unlink()
    two = open_book(path)
    two.apply("Edited", put=[replace(two.contacts["con-1"], email="ana@x.org")])
    with two.exclusively():
        one._ledger._lock._patience_s = 0.01
        with pytest.raises(StoreError, match="Another process"):
            one.apply("Edited", put=[contact(notes="two")])


def test_threads_of_one_process_take_turns(path: Path) -> None:
    book = open_book(path)

    def add(name: str) -> None:
        for number in range(30):
            book.apply("Added", put=[contact(f"{name}-{number}")])
            book.refresh()

    threads = [threading.Thread(target=add, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(book.contacts) == 91
    assert contents(look(path)) == contents(book)


def test_a_reader_is_right_while_others_write_and_leave(path: Path) -> None:
    stop = threading.Event()
    counts: list[int] = []

    def read() -> None:
        while True:
            is_last = stop.is_set()
            counts.append(len(read_raw(path).tables["contacts"]))
            if is_last:
                return

    reader = threading.Thread(target=read)
    reader.start()
    for session in range(15):
        book = open_book(path)
        for number in range(3):
            book.apply("Added", put=[contact(f"con-{session}-{number}")])
        book.close()
    stop.set()
    reader.join()
    assert counts == sorted(counts), "what was there once never goes missing"
    assert counts[-1] == 46


def test_a_snapshot_changed_under_an_open_window_is_read_anew(path: Path) -> None:
    book: Book = open_book(path)
    path.write_text(path.read_text().replace("Ana Ruiz", "Ana Vega"))
    assert [change.id for change in book.refresh()] == ["con-1"]
    assert book.contacts["con-1"].name == "Ana Vega"
    whole = path.read_text()
    path.write_text(whole[:-20])
    with pytest.raises(StoreError, match="line"):
        book.refresh()
    assert book.refresh() == [], "it is said once"
    with pytest.raises(StoreError, match="line"):
        book.apply("Edited", put=[contact(notes="tall")])
    path.write_text(whole)
    book.apply("Edited", put=[replace(book.contacts["con-1"], notes="tall")])
    book.close()
    assert look(path).contacts["con-1"] == contact(name="Ana Vega", notes="tall")


def test_a_journal_of_another_snapshot_is_kept_beside_the_book(path: Path) -> None:
    old = path.read_bytes()
    disk = MortalDisk()
    book = open_book(path)
    book.apply("Edited", put=[contact(notes="one")])
    book.close()
    book = open_book(path, disk=disk)
    book.apply("Edited", put=[contact(notes="two")])
    disk.die()
    path.write_bytes(old.replace(b'"generation":"', b'"generation":"0'))
    lines = path.with_name("book.json.journal").read_bytes()
    book = open_book(path)
    assert book.contacts["con-1"].notes == ""
    assert any("changes of another state of the book" in notice for notice in book.notices)
    book.apply("Edited", put=[contact(notes="three")])
    book.close()
    (aside,) = path.parent.glob("book.json.journal-*")
    assert aside.read_bytes() == lines
    assert look(path).contacts["con-1"].notes == "three"


def test_a_long_journal_is_taken_into_the_snapshot_while_one_is_alone(path: Path) -> None:
    book = open_book(path)
    long = "x" * 300_000
    for number in range(20):
        book.apply("Noted", put=[contact(notes=f"{number}{long}")], session="writing")
    assert path.with_name("book.json.journal").stat().st_size < 2_000_000
    other = open_book(path)
    before = path.read_bytes()
    for number in range(20):
        other.apply("Noted", put=[contact(notes=f"other {number}{long}")])
    assert path.read_bytes() == before, "not while another window is open"
    book.refresh()
    assert book.contacts["con-1"].notes.startswith("other 19")
    other.undo_to(other.history()[19].id)
    book.refresh()
    book.undo(book.origin)
    assert book.contacts["con-1"].notes == "", "one session of writing is one step, also across snapshots"
