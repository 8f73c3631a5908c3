"""What is shown of a big book before it is open is what is shown when it is."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk.board_view import Archive, Pipeline, pipeline
from followup_tui.desk.desk import Desk
from followup_tui.desk.first_look import first_look
from followup_tui.domain.records import BY_TABLE, Contact, Opportunity, Record
from followup_tui.domain.settings import cadence_numbers
from followup_tui.store.book import Book
from tests.bigbook import Sizes, big_book

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=MADRID)
SIZES = Sizes(400, 30, 1_200, 30, 240, 1_600, 10, 20)
USUAL = Config(zone=MADRID)


@pytest.fixture(autouse=True)
def _every_book_is_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup_tui.store.extract.SMALLEST", 1)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    book = big_book(NOW, SIZES, seed=5)
    return [msgspec.convert(each, kind) for table, kind in BY_TABLE.items() for each in book.get(table, ())]


@pytest.fixture
def path(tmp_path: Path, records: list[Record]) -> Path:
    """A book that was left by a desk."""
    path = tmp_path / "book.json"
    desk = open_desk(path)
    desk.change("Made for a test", put=records)
    desk.close()
    return path


def open_desk(path: Path, now: datetime = NOW, config: Config = USUAL, *, writable: bool = True) -> Desk:
    clock = Clock(config.zone, now, frozen=True)
    return Desk(Book.open(path, stamp=clock.now, writable=writable), config, clock)


def whole(path: Path, now: datetime = NOW, config: Config = USUAL) -> Pipeline:
    desk = open_desk(path, now, config, writable=False)
    try:
        return pipeline(desk)
    finally:
        desk.close()


def looked(path: Path, now: datetime = NOW, config: Config = USUAL) -> Pipeline | None:
    def archive() -> Archive:
        return whole(path, now, config).shown.archive

    return first_look(path, config, Clock(config.zone, now, frozen=True), archive)


@pytest.mark.parametrize(
    "config", [USUAL, Config(zone=ZoneInfo("America/Sao_Paulo"), holidays=frozenset({NOW.date() + timedelta(days=2)}))]
)
@pytest.mark.parametrize("later", [timedelta(hours=-5), timedelta(), timedelta(minutes=7), timedelta(days=25)])
def test_it_is_the_same_whenever_and_wherever_one_looks(path: Path, later: timedelta, config: Config) -> None:
    seen, there = looked(path, NOW + later, config), whole(path, NOW + later, config)
    assert seen is not None
    assert (seen.standing, seen.shown.items, seen.is_new) == (there.standing, there.shown.items, False)
    assert seen.shown.total == there.shown.total == SIZES.opportunities


def test_the_archive_is_counted_and_waited_for_only_by_who_looks_into_it(path: Path) -> None:
    def refuse() -> Archive:
        raise AssertionError("nobody looks into it")

    seen, there = first_look(path, USUAL, Clock(MADRID, NOW, frozen=True), refuse), whole(path).shown.archive
    assert seen is not None
    assert len(seen.shown.archive) == len(there) > 0
    archive = looked(path).shown.archive  # type: ignore[union-attr]  # as the line above says
    assert archive.ids == there.ids
    assert archive.item(there.ids[0]) == there.item(there.ids[0])
    assert there.ids[0] in archive
    assert "nowhere" not in archive


def test_by_other_numbers_and_long_before_it_was_made_the_whole_book_is_read(path: Path) -> None:
    assert looked(path, config=USUAL._replace(numbers=cadence_numbers({"connect_lapse_d": 400}))) is None
    assert looked(path, NOW - timedelta(days=2)) is None


def test_who_leaves_a_changed_book_leaves_what_is_to_be_shown_next(path: Path) -> None:
    desk = open_desk(path)
    gone = next(one for one in desk.records(Opportunity).values() if one.stage != "closed")
    desk.change("Removed", delete=[gone.id])
    assert looked(path) is None
    desk.close()
    seen = looked(path)
    assert seen is not None
    assert gone.id not in {item.opportunity.id for item in seen.shown.items}
    assert seen.shown.items == whole(path).shown.items


def test_who_only_reads_writes_none(path: Path) -> None:
    beside = path.with_name("book.json.extract")
    beside.unlink()
    whole(path)
    assert not beside.exists()
    assert looked(path) is None


def test_a_disk_that_refuses_it_is_no_matter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("followup_tui.store.extract.write_atomically", refuse)
    desk = open_desk(path)
    desk.change("Added", put=[Contact(id="new", name="Ana", created_at=NOW.isoformat(), updated_at=NOW.isoformat())])
    desk.close()
    assert looked(path) is None
    assert "new" in open_desk(path, writable=False).records(Contact)
