"""TinyDB on the book: its whole interface works, and an edit costs what it touches."""

from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import set as setting
from tinydb.table import Document, Table

from followup_tui.store.codec import Misfit
from followup_tui.store.storage import BookStorage, Documents, RecordDB
from tests.store.store_samples import AT, contact, look, open_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


@pytest.fixture
def database(path: Path) -> RecordDB:
    return RecordDB(path)


def ana(**fields: Any) -> dict[str, Any]:
    return {"id": "con-1", "name": "Ana", "created_at": AT, "updated_at": AT, **fields}


def test_it_is_a_tinydb(database: RecordDB) -> None:
    assert isinstance(database, TinyDB)
    assert isinstance(database.table("contacts"), Table)
    assert isinstance(database.storage, BookStorage)


def test_documents_are_inserted_found_updated_and_removed(database: RecordDB, path: Path) -> None:
    contacts = database.table("contacts")
    assert contacts.insert(ana()) == 1
    assert contacts.insert_multiple([ana(id="con-2", name="Ben"), ana(id="con-3", name="Kim")]) == [2, 3]
    assert contacts.insert(Document(ana(id="con-9", name="Lee"), doc_id=9)) == 9
    assert contacts.insert(ana(id="con-10", name="Max")) == 10
    assert len(contacts) == 5
    assert [document["name"] for document in contacts] == ["Ana", "Ben", "Kim", "Lee", "Max"]
    assert contacts.update({"notes": "tall"}, doc_ids=[2, 77]) == [2]
    assert contacts.update(setting("notes", "short"), where("name") == "Kim") == [3]
    assert contacts.upsert(ana(id="con-2", notes="thin"), where("id") == "con-2") == [2]
    assert contacts.remove(doc_ids=[1, 77]) == [1]
    assert contacts.remove(where("name") == "Lee") == [9]
    assert contacts.get(doc_id=1) is None
    found = contacts.get(where("id") == "con-2")
    assert isinstance(found, Document)
    assert (found.doc_id, found["notes"]) == (2, "thin")
    assert contacts.contains(doc_id=3)
    database.close()
    assert {each.name: each.notes for each in look(path).contacts.values()} == {
        "Ana": "thin",
        "Kim": "short",
        "Max": "",
    }
    with TinyDB(path) as stock:
        assert {document.doc_id for document in stock.table("contacts")} == {2, 3, 10}


def test_each_call_is_a_change_that_can_be_undone(database: RecordDB, path: Path) -> None:
    database.table("contacts").insert(ana())
    book = open_book(path)
    assert [step.label for step in book.history()] == ["Changed through TinyDB"]
    book.undo()
    assert not book.contacts


def test_truncating_and_dropping_tables_are_single_changes(database: RecordDB, path: Path) -> None:
    database.table("contacts").insert_multiple([ana(), ana(id="con-2")])
    database.table("moods").insert({"good": True})
    database.table("moods").truncate()
    assert len(database.table("moods")) == 0
    database.drop_table("contacts")
    assert len(database.table("contacts")) == 0
    database.table("contacts").insert_multiple([ana(), ana(id="con-2")])
    database.drop_tables()
    assert not look(path).contacts


def test_a_table_that_only_a_newer_version_knows_takes_any_document(database: RecordDB, path: Path) -> None:
    moods = database.table("moods")
    assert moods.insert({"good": True}) == 1
    moods.update({"good": False}, doc_ids=[1])
    database.close()
    database = RecordDB(path)
    assert database.table("moods").all() == [{"good": False}]
    assert "moods" in database.tables()


def test_a_document_that_is_no_record_is_refused(database: RecordDB) -> None:
    contacts = database.table("contacts")
    contacts.insert(ana())
    with pytest.raises(Misfit, match="name is 7"):
        contacts.update({"name": 7}, doc_ids=[1])
    with pytest.raises(Misfit, match="keeps its id for life"):
        contacts.update({"id": "con-2"}, doc_ids=[1])
    with pytest.raises(Misfit, match="expected is text"):
        contacts.insert({"x": 1})
    with pytest.raises(Misfit, match="the store's own"):
        database.table("meta").insert({"version": 9})
    assert contacts.all() == [contacts.get(doc_id=1)]


def test_the_id_of_another_document_is_refused(database: RecordDB) -> None:
    database.table("contacts").insert(ana())
    with pytest.raises(Misfit, match="another record's already"):
        database.table("contacts").insert(ana())
    with pytest.raises(Misfit, match="another record's already"):
        database.table("reminders").insert({"id": "con-1", "title": "Call", "at": AT, "created_at": AT})


def test_an_edit_of_the_book_looks_at_no_other_document(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact(f"con-{number}") for number in range(50)])
    looked: list[str] = []
    original = Documents.__getitem__

    def noting(documents: Documents, key: str) -> Any:
        looked.append(key)
        return original(documents, key)

    monkeypatch.setattr(Documents, "__getitem__", noting)
    monkeypatch.setattr(Documents, "__iter__", lambda _: pytest.fail("walked through the whole table"))
    book.apply("Edited", put=[contact("con-7", notes="tall")])
    assert looked == []
    database = RecordDB(book._ledger)
    database.table("contacts").update({"notes": "short"}, doc_ids=[8])
    database.table("contacts").insert(ana(id="con-99"))
    database.table("contacts").remove(doc_ids=[9])
    assert set(looked) <= {"8", "9", "51"}
    assert book.contacts["con-7"].notes == "short"


def test_it_is_a_storage_for_tinydbs_own_tables_too(path: Path) -> None:
    with TinyDB(path, storage=BookStorage) as database:
        contacts = database.table("contacts")
        contacts.insert_multiple([ana(), ana(id="con-2", name="Ben")])
        contacts.update({"notes": "tall"}, where("name") == "Ben")
        contacts.remove(doc_ids=[1])
        database.table("moods").insert({"good": True})
        database.table("moods").update({"good": False})
    assert {each.name: each.notes for each in look(path).contacts.values()} == {"Ben": "tall"}
    with TinyDB(path, storage=BookStorage) as database:
        assert database.table("moods").all() == [{"good": False}]
