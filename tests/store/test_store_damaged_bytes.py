"""Every byte of a snapshot and of a journal flipped, cut and doubled in turn: what is whole opens, or it is refused."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from followup_tui.domain.schema import check_record
from followup_tui.store.book import Book
from followup_tui.store.errors import DamagedBook
from followup_tui.store.reading import RawBook, read_raw
from followup_tui.store.repair import repair
from tests.store.simulated_disk import MortalDisk
from tests.store.store_samples import contact, noon, open_book, reminder


def flipped(data: bytes) -> Iterator[bytes]:
    """One bit of each byte other, each time another one."""
    for at in range(len(data)):
        yield data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]


def cut(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        yield data[:at]


def doubled(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        yield data[: at + 1] + data[at:]


def without(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        yield data[:at] + data[at + 1 :]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book that a killed process left: two records in the snapshot, three changes in the journal."""
    path = tmp_path / "book.json"
    book = open_book(path)
    book.apply("Added", put=[reminder("rem-1", "Call Ana"), contact()])
    book.close()
    disk = MortalDisk()
    book = open_book(path, disk=disk)
    for number in (2, 3, 4):
        book.apply("Added", put=[reminder(f"rem-{number}")])
    disk.die()
    (tmp_path / "book.json.lock").unlink()
    return path


def opened(path: Path) -> tuple[RawBook | DamagedBook, Book | DamagedBook]:
    """What both ways in make of the file; they must agree, and neither may end in a traceback."""
    try:
        raw: RawBook | DamagedBook = read_raw(path)
    except DamagedBook as error:
        raw = error
    try:
        book: Book | DamagedBook = Book.open(path, stamp=noon, writable=False)
    except DamagedBook as error:
        book = error
    return raw, book


@pytest.mark.parametrize("damage", [flipped, cut, doubled, without])
def test_a_damaged_journal_opens_without_its_last_change_or_is_refused_with_its_line(
    path: Path, damage: Callable[[bytes], Iterator[bytes]]
) -> None:
    journal = path.with_name("book.json.journal")
    whole = journal.read_bytes()
    full = {"rem-1", "rem-2", "rem-3", "rem-4"}
    for data in damage(whole):
        journal.write_bytes(data)
        raw, book = opened(path)
        assert isinstance(raw, DamagedBook) == isinstance(book, DamagedBook)
        if isinstance(raw, RawBook) and isinstance(book, Book):
            found = set(raw.tables["reminders"])
            assert found == set(book.reminders)
            missing = full - found
            assert missing == {f"rem-{number}" for number in range(5 - len(missing), 5)}, "only the end may be missing"
            ends_at_a_line = data == b"" or (whole.startswith(data) and data.endswith(b"\n"))
            assert raw.notices or not missing or ends_at_a_line
            assert raw.notices == book.notices
        elif isinstance(book, DamagedBook):
            assert book.path == journal
            assert book.line in {1, 2, 3, 4}
            assert str(raw) in str(book)
        assert journal.read_bytes() == data, "the file is untouched"


@pytest.mark.parametrize("damage", [flipped, cut, doubled, without])
def test_a_damaged_snapshot_is_checked_field_by_field_or_refused_with_its_line(
    path: Path, damage: Callable[[bytes], Iterator[bytes]]
) -> None:
    path.with_name("book.json.journal").unlink()
    whole = path.read_bytes()
    lines = whole.count(b"\n") + 1
    for data in damage(whole):
        path.write_bytes(data)
        raw, book = opened(path)
        assert isinstance(raw, DamagedBook) == isinstance(book, DamagedBook)
        if isinstance(raw, RawBook) and isinstance(book, Book):
            for table, records in raw.tables.items():
                assert set(records) == set(book.records(table))
                assert not [problem for record in records.values() for problem in check_record(table, record)]
            count = sum(len(records) for records in raw.tables.values())
            assert count == 2 or raw.notices or raw.version > 1, "nothing goes missing without a word"
            assert json.loads(data), "what opens is JSON that TinyDB opens too"
        elif isinstance(book, DamagedBook):
            assert book.path == path
            assert book.line is not None
            assert 1 <= book.line <= lines + 1
        assert path.read_bytes() == data, "the file is untouched"


def test_what_is_whole_of_a_damaged_book_is_repaired_to_a_new_file(path: Path, tmp_path: Path) -> None:
    lines = path.read_bytes().split(b"\n")
    contact_line = next(number for number, line in enumerate(lines) if b"Ana Ruiz" in line)
    lines[contact_line] = lines[contact_line][:40]
    path.write_bytes(b"\n".join(lines))
    repaired = tmp_path / "repaired.json"
    result = repair(path, repaired)
    assert result.kept == 4
    assert [finding.line for finding in result.left_out] == [contact_line + 1]
    assert set(read_raw(repaired).tables["reminders"]) == {"rem-1", "rem-2", "rem-3", "rem-4"}
    assert path.read_bytes() == b"\n".join(lines)
