"""A desk on a book of a few records, with a clock that stands still on Sat 21 Nov 2026 10:00 in Madrid."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Contact, Interview, Material, Opportunity, Record, Touchpoint
from followup_tui.store.book import Book

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=MADRID)
SINCE = "2026-10-01T09:00:00+02:00"


@contextmanager
def open_desk(path: Path, *records: Record, now: datetime = NOW, config: Config | None = None) -> Iterator[Desk]:
    """A desk on a new book with these records."""
    config = config or Config(zone=MADRID)
    clock = Clock(config.zone, now, frozen=True)
    desk = Desk(Book.open(path / "book.json", stamp=clock.now), config, clock)
    try:
        if records:
            desk.change("Made for a test", put=records)
        yield desk
    finally:
        desk.close()


def contact(name: str, record_id: str, **fields: Any) -> Contact:
    return Contact(id=record_id, name=name, created_at=SINCE, updated_at=SINCE, **fields)


def opportunity(company: str, record_id: str, **fields: Any) -> Opportunity:
    fields = {"stage": "interviewing", "role": "Engineer", **fields}
    return Opportunity(
        id=record_id, company=company, stage_changed_at=SINCE, created_at=SINCE, updated_at=SINCE, **fields
    )


def interview(record_id: str, starts: str, opportunity_id: str = "o1", **fields: Any) -> Interview:
    """`starts` as day and time of November 2026 in Madrid: `20T15:00`."""
    starts_at = f"2026-11-{starts}:00+01:00"
    return Interview(
        id=record_id, opportunity_id=opportunity_id, starts_at=starts_at, created_at=SINCE, updated_at=SINCE, **fields
    )


def touchpoint(record_id: str, at: str, contact_id: str | None, **fields: Any) -> Touchpoint:
    """`at` as day and time of November 2026 in Madrid; a message by e-mail unless said otherwise."""
    fields = {"direction": "out", "kind": "other", "channel": "email", **fields}
    return Touchpoint(id=record_id, at=f"2026-11-{at}:00+01:00", contact_id=contact_id, created_at=SINCE, **fields)


def material(record_id: str, title: str, **fields: Any) -> Material:
    return Material(id=record_id, title=title, created_at=SINCE, **{"kind": "article", **fields})
