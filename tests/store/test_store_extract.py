"""The extract of a big book is used only while it is of just what the book is; what is wrong with it costs nothing."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from followup_tui.store import extract
from followup_tui.store.doctor import forget
from followup_tui.store.extract import About, Extract, read_extract, write_extract
from tests.store.simulated_disk import FailingDisk, Killed
from tests.store.store_samples import contact, open_book, reminder

ANA, BO = contact("con-1", "Ana Ruiz"), contact("con-2", "Bo")
PART = Extract({"made": 1}, {"contacts": {ANA.id: ANA}})


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with an extract, as it is for a big one."""
    monkeypatch.setattr(extract, "SMALLEST", 1)
    path = tmp_path / "book.json"
    book = open_book(path)
    book.apply("Added", put=[ANA, BO, reminder()])
    write_extract(path, book.close(), fits, lambda: PART)
    return path


def fits(about: About) -> bool:
    return about == PART.about


def beside(path: Path) -> Path:
    return path.with_name("book.json.extract")


def refuse() -> Extract:
    raise AssertionError("there is a right one already")


def test_what_was_written_is_read(path: Path) -> None:
    found = read_extract(path, fits)
    assert found is not None
    assert found.about == PART.about
    assert {table: dict(records) for table, records in found.tables.items() if records} == PART.tables
    assert beside(path).stat().st_mode & 0o777 == 0o600 or os.name == "nt"


def test_it_is_read_only_by_whom_it_fits(path: Path) -> None:
    assert read_extract(path, lambda _: False) is None


def test_a_right_one_is_left_alone_and_one_of_the_past_replaced(path: Path) -> None:
    book = open_book(path)
    write_extract(path, book.close(), fits, refuse)
    book = open_book(path)
    book.apply("Removed", delete=[ANA.id])
    generation = book.close()
    assert read_extract(path, fits) is None
    write_extract(path, generation, fits, lambda: Extract(PART.about, {"contacts": {BO.id: BO}}))
    found = read_extract(path, fits)
    assert found is not None
    assert list(found.tables["contacts"]) == [BO.id]


def test_it_does_not_count_while_there_are_changes_since(path: Path) -> None:
    book = open_book(path)
    book.apply("Changed", put=[reminder("rem-2")])
    assert read_extract(path, fits) is None
    generation = book._ledger.state.meta.generation
    beside(path).unlink()
    write_extract(path, generation, fits, refuse)
    assert not beside(path).exists()
    book.close()


def test_nothing_is_taken_from_memory_for_a_snapshot_of_another(path: Path) -> None:
    beside(path).unlink()
    write_extract(path, "another generation", fits, refuse)
    assert not beside(path).exists()


def test_a_book_with_one_byte_other_has_none_even_if_its_times_are_the_same(path: Path) -> None:
    written, status = path.read_bytes(), path.stat()
    for at in range(0, len(written), 3):
        path.write_bytes(written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :])
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert read_extract(path, fits) is None
    path.write_bytes(written)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read_extract(path, fits) is not None


def test_a_damaged_one_is_as_good_as_none(path: Path) -> None:
    written = beside(path).read_bytes()
    for at in range(0, len(written), 3):
        beside(path).write_bytes(written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :])
        assert read_extract(path, fits) is None
        beside(path).write_bytes(written[:at])
        assert read_extract(path, fits) is None
    beside(path).unlink()
    assert read_extract(path, fits) is None


def test_a_book_that_became_small_and_one_that_is_to_forget_keep_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(path)
    assert not beside(path).exists()
    book = open_book(path)
    generation = book.close()
    write_extract(path, generation, fits, lambda: PART)
    assert beside(path).exists()
    monkeypatch.setattr(extract, "SMALLEST", 1_000_000)
    write_extract(path, generation, fits, refuse)
    assert not beside(path).exists()


@pytest.mark.parametrize("how", ["fail", "kill"])
def test_a_disk_that_fails_costs_no_more_than_the_extract(path: Path, how: str) -> None:
    disk, generation, book, whole = FailingDisk(), open_book(path).close(), path.read_bytes(), read_extract(path, fits)
    for number in range(12):
        beside(path).unlink(missing_ok=True)
        disk = FailingDisk()
        disk.arm(number, how, errno.EIO)
        with suppress(OSError, Killed):
            write_extract(path, generation, fits, lambda: PART, disk)
        assert len(disk.calls) > number or read_extract(path, fits) == whole
        assert read_extract(path, fits) in (None, whole)
        assert path.read_bytes() == book
    for call in range(3):
        disk.arm(call, "fail", errno.EIO)
        assert read_extract(path, fits, disk) is None
