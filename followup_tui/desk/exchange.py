"""The book as a file: our own JSON out."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import BY_TABLE, Record
from followup_tui.exchange import interchange
from followup_tui.private_file import put_private


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
        put_private(target, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be a file's"
        raise FollowupError(f"{target}: cannot be written ({reason}); nothing was exported.") from error


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)
