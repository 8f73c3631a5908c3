"""Rotating backups, of a validated book only, and the way back to one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.domain.errors import NotFound
from followup_tui.store.backups import Backup, find_backup, list_backups, newest_good, replace_damaged, superseded
from followup_tui.store.disk import Disk
from followup_tui.store.errors import DamagedBook, NothingToUndo
from followup_tui.store.reading import read_raw
from tests.store.store_samples import contact, contents, look, open_book, reminder


class Calendar(Disk):
    """A disk whose clock says what it is told."""

    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> float:
        return self.time.timestamp()


NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "book.json"
    session(path, "first")
    return path


def session(path: Path, notes: str, disk: Disk | None = None) -> None:
    book = open_book(path, disk=disk)
    book.apply("Noted", put=[contact(notes=notes)])
    book.apply("Noted more", put=[contact(notes=f"{notes}, and more")])
    book.close()


def names(path: Path) -> list[str]:
    return [backup.path.name for backup in list_backups(path)]


def test_the_first_change_of_a_session_makes_a_backup_of_what_was_there(path: Path) -> None:
    assert names(path) == [], "there was nothing to keep"
    session(path, "second", Calendar(NOON))
    assert names(path) == ["book.json.backup-20261120T120000.000Z"]
    (backup,) = list_backups(path)
    assert backup.made_at == NOON
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert look(backup.path).contacts["con-1"].notes == "first, and more"


def test_a_session_without_a_change_makes_none(path: Path) -> None:
    open_book(path).close()
    assert names(path) == []


def test_a_book_that_is_as_the_newest_backup_is_not_copied_again(path: Path) -> None:
    book = open_book(path)
    assert book.back_up() is not None
    assert book.back_up() is None
    book.close()
    session(path, "second")
    assert len(names(path)) == 1


def test_two_backups_of_one_moment_have_two_names(path: Path) -> None:
    disk = Calendar(NOON)
    session(path, "second", disk)
    session(path, "third", disk)
    assert names(path) == ["book.json.backup-20261120T120000.001Z", "book.json.backup-20261120T120000.000Z"]


def test_the_age_of_a_backup_is_the_systems_whatever_now_is_said_to_be(path: Path) -> None:
    session(path, "second")
    assert abs(list_backups(path)[0].made_at - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_newest_ten_stay_and_then_one_a_day_for_thirty_days() -> None:
    every_hour = [Backup(Path(str(hour)), NOON - timedelta(hours=hour)) for hour in range(24 * 60)]
    gone = superseded(every_hour, NOON)
    kept = [backup for backup in every_hour if backup not in gone]
    assert kept[:10] == every_hour[:10]
    days = [backup.made_at.date() for backup in kept if NOON - backup.made_at > timedelta(hours=24)]
    assert len(days) == len(set(days))
    assert 28 <= len(days) <= 30
    assert min(backup.made_at for backup in kept) >= NOON - timedelta(days=30)
    assert superseded(every_hour[:10], NOON) == []


def test_a_script_of_many_commands_does_not_push_out_what_was_kept_from_this_morning(path: Path) -> None:
    disk = Calendar(NOON - timedelta(hours=3))
    session(path, "this morning", disk)
    disk.time += timedelta(hours=1)
    session(path, "later", disk)
    (later, morning) = names(path)
    for second in range(25):
        disk.time = NOON + timedelta(seconds=second)
        session(path, str(second), disk)
    assert names(path)[-2:] == [later, morning]
    assert len(names(path)) == 13, "ten, the last of this hour before them, and the two"


def test_old_backups_go_when_a_new_one_comes(path: Path) -> None:
    disk = Calendar(NOON)
    for number in range(15):
        disk.time = NOON + timedelta(minutes=number)
        session(path, str(number), disk)
    assert len(names(path)) == 11, "ten, and the last of that day before them"


def test_a_damaged_book_never_becomes_a_backup(path: Path) -> None:
    session(path, "second")
    good = names(path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DamagedBook) as refusal:
        open_book(path)
    assert names(path) == good
    assert refusal.value.backup == path.with_name(good[0])
    assert str(refusal.value).endswith(
        f"The newest good backup is {path.with_name(good[0])}; `followup restore {good[0]}` puts it in its place."
    )


def test_the_newest_good_backup_is_the_newest_that_is_whole(path: Path) -> None:
    disk = Calendar(NOON)
    session(path, "second", disk)
    disk.time += timedelta(hours=1)
    session(path, "third", disk)
    newest, older = list_backups(path)
    newest.path.write_bytes(b"{")
    assert newest_good(path) == older.path
    older.path.write_bytes(b"")
    assert newest_good(path) is None


def test_a_restore_is_one_change_that_can_be_undone(path: Path) -> None:
    session(path, "second", Calendar(NOON))
    book = open_book(path)
    book.apply("Added", put=[reminder()])
    before = contents(book)
    change_set = book.restore(list_backups(path)[-1].path)
    assert change_set.label == "Restored book.json.backup-20261120T120000.000Z"
    assert contents(book) == {"con-1": contact(notes="first, and more")}
    book.undo()
    assert contents(book) == before == contents(look(path))


def test_a_backup_is_found_by_its_name_or_the_beginning_of_its_stamp(path: Path) -> None:
    disk = Calendar(NOON)
    session(path, "second", disk)
    disk.time += timedelta(days=1)
    session(path, "third", disk)
    for name in ("20261120", "20261120T120000.000Z", "book.json.backup-20261120T120000.000Z"):
        assert find_backup(path, name).made_at == NOON
    with pytest.raises(NotFound, match="Several backups are called '2026'"):
        find_backup(path, "2026")
    with pytest.raises(NotFound, match="No backup is called 'x'"):
        find_backup(path, "x")


def test_a_damaged_backup_is_not_restored(path: Path) -> None:
    session(path, "second")
    (backup,) = list_backups(path)
    backup.path.write_bytes(b"{")
    book = open_book(path)
    with pytest.raises(NotFound, match="line 1"):
        book.restore(backup.path)
    assert book.contacts["con-1"].notes == "second, and more"


def test_a_file_of_another_program_is_no_backup(path: Path) -> None:
    path.with_name("book.json.backup-old").write_text("mine")
    assert names(path) == []


def test_a_backup_takes_the_place_of_a_damaged_book_which_is_kept(path: Path) -> None:
    session(path, "second", Calendar(NOON))
    damaged = path.read_bytes()[:-40]
    path.write_bytes(damaged)
    path.with_name("book.json.journal").write_bytes(b"torn")
    kept = replace_damaged(path, list_backups(path)[0].path, Calendar(NOON))
    assert [(each.name, each.read_bytes()) for each in kept] == [
        ("book.json.damaged-20261120T120000.000Z", damaged),
        ("book.json.journal-20261120T120000.000Z", b"torn"),
    ]
    assert read_raw(path).tables["contacts"]["con-1"]["notes"] == "first, and more"
    open_book(path).close()


def test_a_backup_takes_the_place_of_a_book_that_is_gone_but_for_its_journal(path: Path) -> None:
    session(path, "second", Calendar(NOON))
    path.unlink()
    path.with_name("book.json.journal").write_bytes(b"torn")
    kept = replace_damaged(path, list_backups(path)[0].path, Calendar(NOON))
    assert [each.name for each in kept] == ["book.json.journal-20261120T120000.000Z"]
    assert open_book(path).contacts["con-1"].notes == "first, and more"


def test_where_there_is_no_book_nothing_is_made_for_a_backup_an_undo_or_a_redo(tmp_path: Path) -> None:
    book = open_book(tmp_path / "new" / "book.json")
    with pytest.raises(NothingToUndo, match="nothing to keep a copy of"):
        book.back_up()
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        book.undo()
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        book.redo()
    assert list(tmp_path.iterdir()) == []
