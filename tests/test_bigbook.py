"""The generated books are whole, of the sizes asked for, and the same for the same seed."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from followup_tui.domain.cadence import plan
from followup_tui.domain.facts import Facts
from followup_tui.domain.rows import rows
from followup_tui.domain.schema import check_record
from followup_tui.domain.settings import PlanSettings
from tests import bigbook

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SMALL = bigbook.Sizes(
    opportunities=200,
    active=60,
    contacts=400,
    keep_in_touch=30,
    interviews=150,
    touchpoints=900,
    reminders=8,
    decisions=12,
)
TABLES = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")


def test_every_record_is_valid_and_every_size_is_as_asked() -> None:
    book = bigbook.big_book(NOW, SMALL, seed=3)
    assert [problem for table in TABLES for each in book[table] for problem in check_record(table, each)] == []
    assert {table: len(book[table]) for table in TABLES}.items() <= SMALL._asdict().items()
    assert sum(each["stage"] != "closed" for each in book["opportunities"]) == SMALL.active
    assert sum(each["keep_in_touch"] for each in book["contacts"]) == SMALL.keep_in_touch
    ids = [each["id"] for table in TABLES for each in book[table]]
    assert len(ids) == len(set(ids))


def test_the_same_seed_gives_the_same_book() -> None:
    assert bigbook.big_book(NOW, SMALL, seed=3) == bigbook.big_book(NOW, SMALL, seed=3)
    assert bigbook.big_book(NOW, SMALL, seed=3) != bigbook.big_book(NOW, SMALL, seed=4)


def test_a_book_without_anything_active_can_be_asked_for() -> None:
    sizes = bigbook.Sizes(3, 0, 2, 0, 0, 0, 0, 5)
    book = bigbook.big_book(NOW, sizes)
    assert [len(book[table]) for table in TABLES] == [3, 2, 0, 0, 0, 0]


def test_most_rules_have_something_to_say_about_it() -> None:
    book = bigbook.big_book(NOW, SMALL, seed=3)
    facts = Facts.of({table: list(rows(table, book[table])) for table in TABLES})
    rules = Counter(follow_up.rule for follow_up in plan(facts, PlanSettings(UTC), NOW))
    assert len(rules) >= 9


def test_the_command_writes_what_import_reads(tmp_path: Path) -> None:
    out = tmp_path / "book.json"
    arguments = ["--now", NOW.isoformat(), "--seed", "3"]
    for name, count in SMALL._asdict().items():
        arguments += ["--" + name.replace("_", "-"), str(count)]
    bigbook.main([str(out), *arguments])
    assert json.loads(out.read_text(encoding="utf-8")) == bigbook.big_book(NOW, SMALL, seed=3)
