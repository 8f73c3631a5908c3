"""What `due` reads without the typed book is what a window shows of the same book, at rest or open."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.clock import Clock
from followup_tui.config import load_config
from followup_tui.desk.desk import Desk
from followup_tui.domain.codec import from_plain
from followup_tui.domain.records import BY_TABLE, Reminder
from followup_tui.store.book import Book
from tests.bigbook import Sizes, big_book
from tests.cli.running import NOW, Command

SIZES = Sizes(30, 25, 40, 10, 20, 60, 10, 20)


@pytest.mark.parametrize("seed", range(4))
def test_the_quick_way_and_the_whole_way_agree(place: Path, followup: Command, seed: int) -> None:
    now = datetime.fromisoformat(NOW)
    config = load_config(place / ".config" / "followup-tui" / "config.toml")
    clock = Clock(config.zone, now, frozen=True)
    made = big_book(now, SIZES, seed)
    records = [from_plain(table, plain) for table in BY_TABLE for plain in made.get(table, [])]
    desk = Desk(Book.open(place / "book.json", stamp=clock.now), config, clock)
    desk.change("Made up", put=records)
    desk.change("One more", put=[Reminder(id="rem-late", title="Call", at=NOW, created_at=NOW)], delete=[records[0].id])
    whole = [(one.key, one.urgency, one.due_at.isoformat(), one.reason) for one in desk.plan()]
    counts = [sum(one[1] == urgency for one in whole) for urgency in ("overdue", "due")]
    short = " ".join(f"{symbol}{count}" for symbol, count in zip("‼●", counts, strict=True) if count)
    for _ in range(2):  # once while it is open, its changes in the journal, and once at rest
        listed = followup("due", "--all", "--json").json["follow_ups"]
        assert [(one["key"], one["urgency"], one["due_at"], one["reason"]) for one in listed] == whole
        assert followup("due", "--short").out == (f"{short}\n" if short else "")
        desk.close()
