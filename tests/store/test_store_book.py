"""What the book promises to those who use it: changes, what they leave, what they cost, who is told."""

import errno
import json
import os
from pathlib import Path
from random import Random

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from tinydb import TinyDB, where

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Interview, Promise
from followup_tui.store.book import Book
from followup_tui.store.changes import Change, ChangeSet
from followup_tui.store.codec import Misfit
from followup_tui.store.disk import Disk
from followup_tui.store.errors import StoreError
from followup_tui.store.reading import read_raw
from tests.store.store_samples import contact, contents, look, noon, open_book, reminder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


def test_opening_and_reading_a_missing_book_creates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "book.json"
    book = open_book(path)
    assert contents(book) == {}
    assert book.refresh() == []
    assert read_raw(path).tables["contacts"] == {}
    book.close()
    assert list(tmp_path.iterdir()) == []


def test_the_first_change_makes_the_directories_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "book.json"
    old_mask = os.umask(0)
    try:
        book = open_book(path)
        book.apply("Added", put=[contact()])
        book.close()
    finally:
        os.umask(old_mask)
    assert [each.stat().st_mode & 0o777 for each in (path.parent, path.parent.parent)] == [0o700, 0o700]
    assert {each.stat().st_mode & 0o777 for each in path.parent.iterdir()} == {0o600}


def test_a_directory_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    book = open_book(tmp_path / "book.json")
    book.apply("Added", put=[contact()])
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_change_is_on_the_disk_when_the_call_returns(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    assert read_raw(path).tables["contacts"]["con-1"]["name"] == "Ana Ruiz"
    assert contents(look(path)) == {"con-1": contact()}


def test_a_change_set_says_what_was_done(path: Path) -> None:
    book = open_book(path, origin="window 1")
    book.apply("Added Ana", put=[contact()])
    change_set = book.apply("Called Ana tall", put=[contact(notes="tall")], session="s")
    assert change_set.label == "Called Ana tall"
    assert change_set.at == "2026-11-20T12:00:00+00:00"
    assert (change_set.origin, change_set.session) == ("window 1", "s")
    assert change_set.changes == (Change("contacts", "con-1", contact(), contact(notes="tall")),)


def test_a_change_that_changes_nothing_is_not_written(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    size = path.with_name("book.json.journal").stat().st_size
    assert not book.apply("Again", put=[contact(), reminder()], delete=["rem-9"])
    assert path.with_name("book.json.journal").stat().st_size == size
    assert len(book.history()) == 1


def test_records_that_stay_as_they_are_are_left_out_of_a_change(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    change_set = book.apply("Edited", put=[contact(), reminder(title="Write")])
    assert [change.id for change in change_set.changes] == ["rem-1"]


def test_saving_one_edit_writes_the_edit_and_not_the_book(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(f"con-{number}") for number in range(500)])
    journal = path.with_name("book.json.journal")
    before, snapshot = journal.stat().st_size, Disk().stamp(path)
    book.apply("Edited", put=[contact("con-7", notes="tall")])
    assert journal.stat().st_size - before < 900
    assert Disk().stamp(path) == snapshot


def test_at_rest_the_book_is_one_tinydb_file_with_sorted_keys_and_a_record_a_line(path: Path) -> None:
    book = open_book(path)
    added = [contact(f"con-{number}", f"José {number}") for number in range(12)]
    book.apply("Added", put=[*added, reminder()])
    book.apply("Deleted", delete=["con-3"])
    book.close()
    assert not path.with_name("book.json.journal").exists()
    text = path.read_text(encoding="utf-8")
    data = json.loads(text)
    assert json.dumps(data) == json.dumps(data, sort_keys=True)
    assert "José 5" in text
    assert len([line for line in text.splitlines() if '"name":' in line]) == 11
    assert data["meta"]["1"]["version"] == 1
    assert list(data["contacts"]["1"]) == sorted(data["contacts"]["1"])
    with TinyDB(path) as database:
        assert database.tables() == {"contacts", "meta", "reminders"}
        found = database.table("contacts").search(where("name") == "José 5")
        assert [(document.doc_id, document["id"]) for document in found] == [(6, "con-5")]


def test_writing_the_same_book_again_changes_one_line(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(f"con-{number}") for number in range(12)])
    book.close()
    before = path.read_text().splitlines()
    book = open_book(path)
    book.apply("Edited", put=[contact("con-5", notes="tall")])
    book.close()
    after = path.read_text().splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 2
    assert ["tall" in line or "generation" in line for line in changed] == [True, True]


def test_what_tinydb_itself_wrote_is_a_book(path: Path) -> None:
    with TinyDB(path) as database:
        document = {
            "id": "con-1",
            "name": "Ana",
            "created_at": "2026-11-17T15:00:00Z",
            "updated_at": "2026-11-17T15:00:00Z",
        }
        database.table("contacts").insert(document)
    book = open_book(path)
    assert book.contacts["con-1"].keep_in_touch is False
    assert read_raw(path).tables["contacts"]["con-1"]["role"] == "other"
    book.apply("Edited", put=[replace(book.contacts["con-1"], notes="tall")])
    book.close()
    assert look(path).contacts["con-1"].notes == "tall"


def test_an_edit_by_hand_is_taken_and_said(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    path.write_text(path.read_text().replace("Ana Ruiz", "Ana Vega"))
    book = open_book(path)
    assert book.contacts["con-1"].name == "Ana Vega"
    assert book.notices == ("The file was changed by another program since it was written; each record was checked.",)
    assert read_raw(path).notices == book.notices


def test_keys_of_a_newer_version_survive_in_records_and_in_their_entries(path: Path) -> None:
    book = open_book(path)
    interview = Interview(
        id="int-1",
        opportunity_id="opp-1",
        starts_at="2026-11-17T15:00:00Z",
        created_at="2026-11-17T15:00:00Z",
        updated_at="2026-11-17T15:00:00Z",
        promises=(Promise(id="p", text="CV", unknown={"colour": "red", "<unknown>": {"a": 1}}),),
        unknown={"unknown": {"a": [1, None]}, "<unknown>": 2, "mood": "good"},
    )
    book.apply("Added", put=[interview])
    assert look(path).interviews["int-1"] == interview, "from the journal"
    book.close()
    data = json.loads(path.read_text())["interviews"]["1"]
    assert (data["mood"], data["<unknown>"], data["promises"][0]["colour"]) == ("good", 2, "red")
    book = open_book(path)
    assert book.interviews["int-1"] == interview, "from the snapshot"
    book.apply("Edited", put=[replace(interview, notes="went well")])
    book.close()
    assert look(path).interviews["int-1"] == replace(interview, notes="went well")
    assert contact().unknown is UNSET


def test_a_table_of_a_newer_version_survives(path: Path) -> None:
    path.write_text(
        '{"moods": {"1": {"good": true}, "12": {"good": false}}, "meta": {"1": {"version": 1, "x": 2}, "7": 3}}'
    )
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    open_book(path).close()
    data = json.loads(path.read_text())
    assert data["moods"] == {"1": {"good": True}, "12": {"good": False}}
    assert data["meta"]["1"]["x"] == 2
    assert data["meta"]["7"] == 3
    assert data["contacts"]["1"]["name"] == "Ana Ruiz"


def test_a_book_of_a_newer_version_opens_for_reading_only(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    book.close()
    newer = path.read_text().replace('"version":1', '"version":2').replace('"title":"Call"', '"title":7')
    path.write_text(newer)
    book = open_book(path)
    assert list(contents(book)) == ["con-1"]
    assert set(read_raw(path).tables["reminders"]) == set()
    assert book.notices[-1] == "Records of a newer version that are not shown: 1."
    assert book.read_only is not None
    assert "version 2" in book.read_only
    with pytest.raises(FollowupError, match="newer followup-tui"):
        book.apply("Edited", put=[contact(notes="x")])
    with pytest.raises(FollowupError, match="newer followup-tui"):
        book.undo()
    book.close()
    assert path.read_text() == newer


def test_opened_for_reading_it_writes_nothing_and_refuses_changes(path: Path) -> None:
    open_book(path).apply("Added", put=[contact()])
    before = sorted(path.parent.iterdir())
    book = Book.open(path, stamp=noon, writable=False)
    assert book.contacts["con-1"] == contact()
    with pytest.raises(StoreError, match="for reading only"):
        book.apply("Edited", put=[contact(notes="x")])
    book.close()
    assert sorted(path.parent.iterdir()) == before


class Forbidding(Disk):
    """A disk on which this user may change nothing; the tests may run as one who may do all."""

    def __init__(self, *, file_only: bool) -> None:
        self._file_only = file_only

    def may_write(self, path: Path) -> bool:
        return super().may_write(path) and not self._file_only

    def open(self, path: Path, flags: int) -> int:
        if not self._file_only and flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return super().open(path, flags)


@pytest.mark.parametrize("file_only", [True, False])
def test_a_book_that_this_user_may_not_write_opens_for_reading(path: Path, *, file_only: bool) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    before = path.read_bytes()
    book = open_book(path, disk=Forbidding(file_only=file_only))
    assert contents(book) == {"con-1": contact()}
    assert book.read_only is not None
    assert "can be read only" in book.read_only
    with pytest.raises(StoreError, match="can be read only"):
        book.apply("Edited", put=[contact(notes="tall")])
    book.close()
    assert path.read_bytes() == before


def test_a_new_book_where_this_user_may_not_write_is_refused_at_its_first_change(path: Path) -> None:
    book = open_book(path, disk=Forbidding(file_only=False))
    with pytest.raises(StoreError, match="cannot be written, so nothing was saved: this user is not allowed to"):
        book.apply("Added", put=[contact()])
    assert contents(book) == {}


def test_a_link_to_a_book_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real" / "book.json")
    book = open_book(link)
    book.apply("Added", put=[contact()])
    book.close()
    assert link.is_symlink()
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("link")] == ["link.json"]
    assert contents(look(link)) == {"con-1": contact()}


def test_a_record_that_could_not_be_read_again_is_never_written(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    wrong = [
        (contact(name=""), None),
        (replace(contact(), created_at="yesterday"), "created_at is 'yesterday'"),
        (replace(contact(), role="friend"), "role is 'friend'"),
        (replace(contact(), tags=None), "tags is null"),
        (replace(contact(), notes="half \ud83d of a face"), "half of a character"),
        (reminder("con-1"), "another record's already"),
    ]
    for record, message in wrong:
        if message is None:
            book.apply("Allowed", put=[record])
        else:
            with pytest.raises(Misfit, match=message):
                book.apply("Wrong", put=[record])
    deep: list[object] = []
    for _ in range(60):
        deep = [deep]
    with pytest.raises(Misfit, match="nested too deeply"):
        book.apply("Wrong", put=[contact(unknown={"deep": deep})])
    for twice in ([contact("x"), contact("x")], [contact("x"), reminder("x")]):
        with pytest.raises(Misfit, match="another record's already"):
            book.apply("Wrong", put=twice)
    assert contents(look(path)) == {"con-1": contact(name="")} == contents(book)


def test_listeners_hear_of_changes_until_they_leave(path: Path) -> None:
    book, other = open_book(path), open_book(path)
    heard: list[tuple[list[str], str | None]] = []

    def listen(changes: object, change_set: ChangeSet | None) -> None:
        assert isinstance(changes, list | tuple)
        heard.append(([change.id for change in changes], change_set.label if change_set is not None else None))

    leave = book.subscribe(listen)
    book.apply("Added", put=[contact()])
    other.apply("By another", put=[reminder()])
    assert [change.id for change in book.refresh()] == ["rem-1"]
    other.apply("By another", put=[reminder(title="Write")])
    book.apply("Edited", put=[contact(notes="tall")])
    leave()
    leave()
    book.apply("Unheard", put=[contact(notes="short")])
    assert heard == [(["con-1"], "Added"), (["rem-1"], None), (["rem-1"], None), (["con-1"], "Edited")]


def test_the_records_are_live_and_cannot_be_written_to(path: Path) -> None:
    book = open_book(path)
    contacts = book.contacts
    book.apply("Added", put=[contact()])
    assert contacts["con-1"] is book.get("con-1")
    assert book.get("con-2") is None
    with pytest.raises(TypeError):
        contacts["con-1"] = contact()  # type: ignore[index]  # that it cannot is the point
    assert book.records("contacts") == {"con-1": contact()}


def test_ids_sort_by_time_and_are_the_same_only_for_the_same_seed(path: Path) -> None:
    book, same, other = (Book.open(path, stamp=noon, random=Random(seed)) for seed in (1, 1, 2))
    ids = [book.new_id("opp") for _ in range(50)]
    assert ids == sorted(set(ids))
    assert ids == [same.new_id("opp") for _ in range(50)]
    assert not set(ids) & {other.new_id("opp") for _ in range(50)}
    assert all(len(each) == len("opp-") + 13 for each in ids)


def test_a_closed_book_takes_no_change(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    book.close()
    with pytest.raises(StoreError, match="was closed"):
        book.apply("Edited", put=[contact(notes="x")])
    assert book.refresh() == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x00\x01\x02\x03", "line 1: expected a book"),
        (b"\xff\xfe{\x00}\x00", "line 1: not UTF-8"),
        (b"[]", "line 1: expected a book"),
        (b"hello", "line 1: expected a book"),
        (b'{"contacts": []}', "line 1: expected the table contacts"),
        (b'{"contacts": {"one": {}}}', "TinyDB's keys are whole numbers"),
        (b'{"contacts": {"01": {}}}', "TinyDB's keys are whole numbers"),
        (b'{"contacts": {"1": 5}}', "contacts 1: expected an object, found 5"),
        (b'{\n"contacts": {\n"1": {"id": "a"}}}', "line 3: contacts 1, field name: expected text, found nothing"),
        (b'{"meta": {"1": {"version": "one"}}}', "meta 1: not the version of a book"),
        (b'{"meta": {"1": {"version": 0}}}', "meta 1: not the version of a book"),
        (b'{"contacts": {}} {}', "something stands behind the end"),
        (b'{"contacts": {"1": {"id": "a", "id": "b"}}}', "a field stands twice"),
        (b'{"contacts": {}, "contacts": {}}', "'contacts' stands there twice"),
        (b'{"contacts": {"1": {"id": NaN}}}', "NaN is no JSON"),
        (b'{"contacts": {"1": {"id": 1e999}}}', "1e999 is too large a number"),
        (b'{"moods": {"1": ' + b"[" * 60 + b"]" * 60 + b"}}", "moods 1: nested too deeply"),
        (b'{"contacts": {"1": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"contacts": {"1": ' + b"9" * 5_000 + b"}}", "line 1: not JSON"),
    ],
)
def test_a_file_that_is_no_book_is_refused_with_line_and_reason(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    for way in (open_book, read_raw):
        with pytest.raises(StoreError, match="line ") as refusal:
            way(path)
        assert message in str(refusal.value)
        assert str(path) in str(refusal.value)
    assert path.read_bytes() == content


def test_an_id_that_stands_twice_is_refused(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    book.close()
    path.write_text(path.read_text().replace("rem-1", "con-1"))
    with pytest.raises(StoreError, match="the id con-1 is taken by contacts 1"):
        open_book(path)


def test_half_of_a_character_in_a_file_is_replaced(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    book.close()
    path.write_text(path.read_text().replace("Ana Ruiz", "Ana \\ud83d \\ud83d\\ude00"))
    assert look(path).contacts["con-1"].name == "Ana \ufffd 😀"


def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    (tmp_path / "file").write_text("{}")
    for path in (tmp_path, pipe, circle, tmp_path / "file" / "book.json", tmp_path / ("long" * 100)):
        for way in (open_book, read_raw):
            with pytest.raises(StoreError, match="cannot be read"):
                way(path)


def test_an_empty_file_is_an_empty_book_unless_there_was_more(path: Path) -> None:
    path.touch()
    book = open_book(path)
    book.apply("Added", put=[contact()])
    assert contents(look(path)) == {"con-1": contact()}
    book.close()
    path.write_bytes(b"")
    with pytest.raises(StoreError, match="it is empty, though it was not always"):
        open_book(path)


def test_a_book_that_went_away_is_never_written_as_an_empty_one(path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact()])
    moved = path.rename(path.with_name("moved.json"))
    with pytest.raises(StoreError, match="is gone"):
        book.refresh()
    assert book.refresh() == [], "it is said once"
    with pytest.raises(StoreError, match="is gone"):
        book.apply("Edited", put=[contact(notes="tall")])
    assert contents(book) == {"con-1": contact()}
    journal = path.with_name("book.json.journal").rename(path.with_name("moved.journal"))
    with pytest.raises(StoreError, match="is gone; put it back"):
        book.apply("Edited", put=[contact(notes="tall")])
    assert contents(book) == {"con-1": contact()}
    journal.rename(path.with_name("book.json.journal"))
    moved.rename(path)
    book.apply("Edited", put=[contact(notes="tall")])
    assert contents(look(path)) == {"con-1": contact(notes="tall")}


def test_a_typed_view_has_the_records_of_its_table(path: Path) -> None:
    book = open_book(path)
    views = (
        (book.opportunities, "opportunities"),
        (book.contacts, "contacts"),
        (book.interviews, "interviews"),
        (book.touchpoints, "touchpoints"),
        (book.drafts, "drafts"),
        (book.materials, "materials"),
        (book.reminders, "reminders"),
        (book.decisions, "decisions"),
    )
    assert all(view is book.records(table) for view, table in views)
    assert isinstance(contact(), Contact)
