"""Copies of the whole book beside it: `FILE.backup-20261117T150000.123Z`, the newest ten, then one a day for a month.

Every command is a session of its own, so that a script makes ten of them in a minute: what was kept before it is there
still, because of the last 24 hours one an hour is kept as well.

Only what was read and found whole is ever copied, so that a damaged book never pushes out a good one. The age of a
backup is told by the system's clock, whatever `--now` says.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from followup_tui.domain.errors import NotFound
from followup_tui.domain.records import Record
from followup_tui.store.disk import Disk, read_or_nothing, said, write_atomically
from followup_tui.store.lock import ChangeLock
from followup_tui.store.places import Places
from followup_tui.store.snapshot import same_content
from followup_tui.store.state import State, load_state
from followup_tui.store.strict import Unreadable

_KEPT = 10
_DAYS = 30
_HOURLY = timedelta(hours=24)
_FORM = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the book; `made_at` is the system's clock, in UTC."""

    path: Path
    made_at: datetime


def list_backups(path: Path, disk: Disk | None = None) -> list[Backup]:
    """The backups of the book at `path`, newest first. Raises StoreError."""
    disk = disk or Disk()
    places = Places(path)
    with said(places.directory, "read"):
        names = [name for name in disk.names(places.directory) if places.is_backup(name)]
    found = [_backup(places, name) for name in names]
    return sorted((each for each in found if each is not None), key=lambda backup: backup.made_at, reverse=True)


def _backup(places: Places, name: str) -> Backup | None:
    stamp = name.removeprefix(places.backup("").name).removesuffix("Z")
    try:
        return Backup(places.directory / name, datetime.strptime(stamp, _FORM).replace(tzinfo=UTC))
    except ValueError:
        return None  # another program's file


def find_backup(path: Path, name: str) -> Backup:
    """The backup that `name` means: a file name, its stamp, or the beginning of one that fits only one. NotFound."""
    places = Places(path)
    backups = list_backups(path)
    stamp = Path(name).name.removeprefix(places.backup("").name)
    fitting = [each for each in backups if each.path.name.removeprefix(places.backup("").name).startswith(stamp)]
    if len(fitting) != 1:
        found = "several backups are" if fitting else "no backup is"
        raise NotFound(f"{found.capitalize()} called {name!r}; the list of them shows their names.")
    return fitting[0]


def newest_good(path: Path, disk: Disk | None = None) -> Path | None:
    """The newest backup that can be read, if there is one."""
    disk = disk or Disk()
    for backup in list_backups(path, disk):
        try:
            if not load_state(disk.read(backup.path)[0]).is_empty():
                return backup.path
        except (OSError, Unreadable):
            continue
    return None


def load_backup(backup: Path, disk: Disk | None = None) -> State:
    """The book in a backup. Raises StoreError if it cannot be read, NotFound if it is not whole."""
    with said(backup, "read"):
        raw, _ = (disk or Disk()).read(backup)
    try:
        return load_state(raw)
    except Unreadable as error:
        raise NotFound(f"{backup}, line {error.flaw.line}: {error.flaw}; choose another backup.") from error


def back_up(disk: Disk, places: Places, state: State) -> Path | None:
    """Makes a backup of a book that was read and found whole; None if the newest is the same. Raises OSError.

    Call it while the change lock is held.
    """
    raw = state.to_snapshot(state.meta)
    backups = list_backups(places.book, disk)
    if backups and _holds(disk, backups[0].path, raw):
        return None
    now = datetime.fromtimestamp(disk.now(), UTC)
    while (path := places.backup(now.strftime(_FORM)[:-3] + "Z")) in {backup.path for backup in backups}:
        now += timedelta(milliseconds=1)
    write_atomically(disk, places, path, raw)
    for old in superseded(list_backups(places.book, disk), now):
        disk.unlink(old.path)
    return path


def _holds(disk: Disk, backup: Path, raw: bytes) -> bool:
    try:
        return same_content(raw, disk.read(backup)[0])
    except OSError:
        return False  # what cannot be read is no backup


def superseded(backups: list[Backup], now: datetime) -> list[Backup]:
    """Which of the backups (newest first) may go.

    Kept are the newest ten, the last of each day for 30 days, and the last of each hour of the last 24.
    """
    seen: set[str] = set()
    gone = []
    for backup in backups[_KEPT:]:
        age = now - backup.made_at
        spans = {f"{backup.made_at:%Y-%m-%d}"} if age <= timedelta(days=_DAYS) else set()
        if age <= _HOURLY:
            spans.add(f"{backup.made_at:%Y-%m-%d %H}")
        if spans <= seen:
            gone.append(backup)
        seen |= spans
    return gone


def difference(current: State, wanted: State) -> tuple[list[Record], list[str]]:
    """What to put and what to delete, so that the one becomes the other; tables of a newer version stay as they are."""
    changes = list(current.changes_to(wanted))
    put = [change.after for change in changes if change.after is not None]
    return put, [change.id for change in changes if change.after is None]


def replace_damaged(path: Path, backup: Path, disk: Disk | None = None) -> list[Path]:
    """Puts a backup in the place of a book that cannot be opened, and answers under which names its files are kept.

    A book that can be opened is restored by `Book.restore`, which can be undone. Raises StoreError, NotFound.
    """
    disk = disk or Disk()
    places = Places(path)
    state = load_backup(backup, disk)
    lock = ChangeLock(disk, places.lock)
    kept = []
    try:
        with said(places.book, "replaced"), lock.hold():
            stamp = datetime.fromtimestamp(disk.now(), UTC).strftime(_FORM)[:-3] + "Z"
            damaged, there = read_or_nothing(disk, places.book)
            if there is not None:
                kept.append(places.beside(f"damaged-{stamp}"))
                write_atomically(disk, places, kept[-1], damaged)
            if disk.stamp(places.journal) is not None:
                kept.append(places.beside(f"journal-{stamp}"))
                disk.replace(places.journal, kept[-1])
            write_atomically(disk, places, places.book, state.to_snapshot(state.meta))
    finally:
        lock.close()
    return kept
