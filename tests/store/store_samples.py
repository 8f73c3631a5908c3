"""A clock that stands still, and small records."""

import os
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from followup_tui.domain.records import Contact, Record, Reminder
from followup_tui.store.book import Book
from followup_tui.store.disk import Disk

AT = "2026-11-17T15:00:00+01:00"


def noon() -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


def contact(record_id: str = "con-1", name: str = "Ana Ruiz", **fields: object) -> Contact:
    return Contact(id=record_id, name=name, created_at=AT, updated_at=AT, **fields)  # type: ignore[arg-type]  # any field


def reminder(record_id: str = "rem-1", title: str = "Call") -> Reminder:
    return Reminder(id=record_id, title=title, at=AT, created_at=AT)


def open_book(path: Path, *, disk: Disk | None = None, origin: str | None = None, seed: int | None = None) -> Book:
    """A book whose ids are other than those of any other one opened in a test, unless they get the same seed."""
    random = Random(seed if seed is not None else int.from_bytes(os.urandom(8)))
    return Book.open(path, stamp=noon, disk=disk, origin=origin, random=random)


def look(path: Path) -> Book:
    """The book as it is on the disk, opened for reading."""
    return Book.open(path, stamp=noon, writable=False)


def contents(book: Book) -> dict[str, Record]:
    return {
        record_id: record for table in ("contacts", "reminders") for record_id, record in book.records(table).items()
    }
