"""Every change can be undone, also after a restart; nothing of another window is lost by it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.store import ledger
from followup_tui.store.book import Book
from followup_tui.store.doctor import forget
from followup_tui.store.errors import Conflict, NothingToUndo, StoreError
from followup_tui.store.history import LIMIT
from tests.store.simulated_disk import FailingDisk
from tests.store.store_samples import contact, contents, look, noon, open_book, reminder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


def note(book: Book, notes: str, session: str | None = None) -> str:
    return book.apply(f"Noted {notes}", put=[contact(notes=notes)], session=session).id


def test_undo_and_redo_walk_back_and_forth(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "one")
    book.apply("Deleted", delete=["con-1"])
    assert book.undo().label == "Undo: Deleted"
    assert book.contacts["con-1"].notes == "one"
    assert book.undo().label == "Undo: Noted one"
    assert book.undo().label == "Undo: Added"
    assert contents(book) == {}
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        book.undo()
    assert [book.redo().label for _ in range(3)] == ["Redo: Added", "Redo: Noted one", "Redo: Deleted"]
    assert contents(book) == {}
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        book.redo()


def test_a_new_change_ends_what_could_be_done_again(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "one")
    book.undo()
    note(book, "two")
    with pytest.raises(NothingToUndo):
        book.redo()
    book.undo()
    assert book.contacts["con-1"].notes == ""


def test_undo_works_after_a_restart_and_after_a_crash(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "one")
    book.close()
    book = open_book(path)
    note(book, "two")
    assert [step.label for step in look(path).history()] == ["Noted two", "Noted one", "Added"], "journal and history"
    book.undo()
    book.undo()
    book.close()
    book = open_book(path)
    assert book.contacts["con-1"].notes == ""
    assert book.redo().label == "Redo: Noted one"
    book.close()
    book = open_book(path)
    book.redo()
    assert book.contacts["con-1"].notes == "two"


def test_one_session_of_writing_is_one_step(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    for text in ("a", "ab", "abc"):
        note(book, text, session="writing 1")
    note(book, "other", session="writing 2")
    assert [step.label for step in book.history()] == ["Noted other", "Noted a", "Added"]
    book.undo()
    assert book.contacts["con-1"].notes == "abc"
    book.undo()
    assert book.contacts["con-1"].notes == ""
    book.redo()
    assert book.contacts["con-1"].notes == "abc"


def test_a_session_is_one_step_also_across_a_restart_and_beside_another_window(path: Path) -> None:
    book = open_book(path, origin="w")
    book.apply("Added", put=[contact()])
    note(book, "a", session="writing")
    note(book, "ab", session="writing")
    book.close()
    book, other = open_book(path, origin="w"), open_book(path)
    other.apply("By another", put=[reminder()])
    note(book, "abc", session="writing")
    book.undo("w")
    assert book.contacts["con-1"].notes == ""
    assert book.reminders["rem-1"] == reminder()


def test_a_session_goes_on_in_a_book_that_was_replaced_meanwhile(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(email="a@x.org")])
    book.close()
    book = open_book(path)
    note_of = replace(book.contacts["con-1"], notes="a")
    book.apply("Noted a", put=[note_of], session="writing")
    path.write_text(path.read_text().replace("a@x.org", "b@x.org").replace('"generation":"', '"generation":"0'))
    book.refresh()
    book.apply("Noted b", put=[replace(book.contacts["con-1"], notes="b")], session="writing")
    book.close()
    assert look(path).contacts["con-1"] == contact(email="b@x.org", notes="b")
    book = open_book(path)
    book.undo()
    assert book.contacts["con-1"] == contact(email="b@x.org")


def test_a_session_that_came_to_nothing_is_no_step(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "a", session="writing")
    note(book, "", session="writing")
    assert book.undo().label == "Undo: Added"


def test_writing_on_after_an_undo_is_a_new_step(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "a", session="writing")
    book.undo()
    note(book, "b", session="writing")
    book.undo()
    assert book.contacts["con-1"].notes == ""
    book.undo()
    assert contents(book) == {}


def test_a_window_takes_back_its_own_last_change(path: Path) -> None:
    one, two = open_book(path, origin="one"), open_book(path, origin="two")
    one.apply("By one", put=[contact()])
    two.apply("By two", put=[reminder()])
    assert one.undo("one").label == "Undo: By one"
    assert contents(one) == {"rem-1": reminder()}
    assert one.redo("one").label == "Redo: By one"
    assert one.undo().label == "Undo: By two", "without an origin it is the book's last change"
    with pytest.raises(NothingToUndo):
        two.undo("two")
    with pytest.raises(NothingToUndo):
        one.undo("three")


def test_undo_never_overwrites_a_later_change_of_the_same_record(path: Path) -> None:
    one, two = open_book(path, origin="one"), open_book(path, origin="two")
    one.apply("Added", put=[contact(), reminder()])
    note(one, "by one")
    two.refresh()
    note(two, "by two")
    with pytest.raises(Conflict, match="Ana Ruiz was changed since"):
        one.undo("one")
    assert one.contacts["con-1"].notes == "by two"
    two.undo("two")
    one.undo("one")
    assert one.contacts["con-1"].notes == ""


def test_redo_never_overwrites_a_later_change_either(path: Path) -> None:
    one, two = open_book(path, origin="one"), open_book(path, origin="two")
    one.apply("Added", put=[contact()])
    note(one, "by one")
    one.undo("one")
    two.refresh()
    note(two, "by two")
    with pytest.raises(Conflict):
        one.redo("one")
    assert look(path).contacts["con-1"].notes == "by two"


def test_all_since_a_certain_change_is_taken_back_as_one_step(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    first = note(book, "one")
    note(book, "two")
    book.apply("Added a reminder", put=[reminder()])
    assert book.undo_to(first).label == "Undo: Added a reminder and 2 more"
    assert contents(book) == {"con-1": contact()}
    with pytest.raises(NothingToUndo, match="not among those"):
        book.undo_to(first)
    book.redo()
    assert contents(book) == {"con-1": contact(notes="two"), "rem-1": reminder()}


def test_the_history_shows_the_last_steps_newest_first(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "one")
    book.undo()
    assert [step.label for step in book.history()] == ["Undo: Noted one", "Noted one", "Added"]
    assert [step.label for step in book.history(limit=1)] == ["Undo: Noted one"]
    assert book.history(limit=0) == []


def test_the_history_keeps_the_last_thousand(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    for number in range(LIMIT + 5):
        note(book, str(number))
    book.close()
    book = open_book(path)
    assert len(book.history(limit=5_000)) == LIMIT == 1_000
    book.undo()
    assert book.contacts["con-1"].notes == str(LIMIT + 3)


def test_the_book_opens_without_its_history_and_with_a_damaged_one(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    note(book, "one")
    note(book, "two")
    book.close()
    history = path.with_name("book.json.history")
    lines = history.read_bytes().splitlines(keepends=True)
    history.write_bytes(lines[0] + lines[1].replace(b"one", b"eno") + lines[2])
    book = open_book(path)
    assert book.undo().label == "Undo: Noted two"
    assert book.notices == ("Damaged lines in the history: 1; what they say is not undone.",)
    with pytest.raises(Conflict):
        book.undo()
    book.close()
    history.unlink()
    with pytest.raises(NothingToUndo):
        open_book(path).undo()


def test_a_history_that_cannot_be_read_stops_nothing_else(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    disk = FailingDisk()
    book = open_book(path, disk=disk)
    note(book, "one")
    disk.broken = {"read"}
    assert book.undo().label == "Undo: Noted one"
    assert "book.json.history cannot be read: the disk reported an error" in book.notices[0]


def test_the_history_can_be_forgotten(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    with pytest.raises(StoreError, match="open in another window"):
        forget(path)
    book.close()
    assert forget(path) == 1
    book = open_book(path)
    with pytest.raises(NothingToUndo):
        book.undo()
    assert contents(book) == {"con-1": contact()}
    assert not path.with_name("book.json.history").exists()


def test_forgetting_the_history_of_no_book_makes_no_book(tmp_path: Path) -> None:
    assert forget(tmp_path / "book.json") == 0
    assert list(tmp_path.iterdir()) == []


def test_a_window_does_again_what_it_took_back_of_another(path: Path) -> None:
    one, two = open_book(path, origin="one"), open_book(path, origin="two")
    two.apply("By two", put=[reminder()])
    one.refresh()
    one.undo_to(one.history()[0].id)
    assert one.redo("one").label == "Redo: By two"
    assert contents(one) != {}


def test_a_long_session_is_kept_in_memory_as_one_change(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    for number in range(50):
        note(book, f"typed {number}", "session")
    log = book._ledger.log
    assert [len(log.unsettled), len(log.take())] == [2, 2]
    assert [change_set.label for change_set in log.unsettled] == ["Added", "Noted typed 0"]


def test_a_session_is_one_step_though_the_journal_is_settled_in_between(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_JOURNAL_LIMIT", 0)
    book = open_book(path)
    book.apply("Added", put=[contact()])
    settled = [book._ledger.log.unsettled == [] for number in range(20) if note(book, "long" * 40 * number, "session")]
    assert True in settled[:-1]
    book.undo()
    assert book.contacts["con-1"].notes == ""
    book.redo()
    book.close()
    book = open_book(path)
    book.undo()
    assert book.contacts["con-1"].notes == ""


def test_lines_that_another_window_settled_meanwhile_are_the_same_step(path: Path) -> None:
    first = open_book(path)
    first.apply("Added", put=[contact()])
    note(first, "one", "session")
    note(first, "two", "session")
    second = Book.open(path, stamp=noon, enters_later=True)
    first.close()
    second.enter()
    assert [step.label for step in second.history()] == ["Noted one", "Added"]
    second.undo()
    assert second.contacts["con-1"].notes == ""
