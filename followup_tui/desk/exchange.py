"""The book as a file: our own JSON out."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.exchange import interchange


def dump(desk: Desk) -> str:
    """The whole book as interchange text."""
    return interchange.dump({table: _records(desk, table) for table in BY_TABLE})


def count(desk: Desk) -> int:
    """How many records the book has."""
    return sum(len(desk.book.records(table)) for table in BY_TABLE)


def _records(desk: Desk, table: str) -> Iterable[Record]:
    return desk.book.records(table).values()


def refuse_own(book: Path, target: Path) -> None:
    """Raises FollowupError if `target` is the book or one of the files beside it, by whatever name."""
    if "\0" in str(target):
        raise FollowupError(f"{target}: cannot be the name of a file; nothing was exported.")
    beside = _same(target.parent, book.parent) and os.path.realpath(target).startswith(f"{os.path.realpath(book)}.")
    if beside or _same(target, book):
        raise FollowupError(
            f"{target}: is the book itself, or one of its files; nothing was exported. Give another name."
        )


def write(book: Path, target: Path, data: bytes) -> None:
    """Write a file that only the user can read, whole or not at all. Raises FollowupError, also for the book itself."""
    refuse_own(book, target)
    try:
        if target.exists() and not target.is_file():
            raise FollowupError(f"{target}: is no file that can be replaced; nothing was exported. Give another name.")
        _put(target, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be a file's"
        raise FollowupError(f"{target}: cannot be written ({reason}); nothing was exported.") from error


def _put(target: Path, data: bytes) -> None:
    """Raises OSError, ValueError; then what was there is there still, and nothing else."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)
        raise


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)
