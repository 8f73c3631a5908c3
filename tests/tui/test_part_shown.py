"""A big book is shown from a part of it: a key pressed before the whole is open is answered when it is."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from textual import events
from textual.pilot import Pilot

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.desk.board_view import FIRST_ORDER, Archive, pipeline
from followup_tui.desk.desk import Desk
from followup_tui.desk.first_look import first_look
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Opportunity, Touchpoint
from followup_tui.exchange.template_files import load_templates
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.people import PeopleScreen
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.board import Board
from tests.tui.small_book import SINCE, small_book
from tests.tui.windows import MADRID, NOW, USER, MakeApp, settle, until

CLOSED = Opportunity(
    id="opp-9",
    company="Wayne",
    role="Pilot",
    stage="closed",
    outcome="withdrawn",
    contact_ids=("con-2",),
    stage_changed_at=SINCE,
    created_at=SINCE,
    updated_at=SINCE,
)


class Opening:
    """A window that shows a part of its book, which is opened no sooner than a test says."""

    def __init__(self, path: Path, config_path: Path) -> None:
        self.may_open = threading.Event()
        self.config = Config(zone=MADRID, user=USER)
        self.clock = Clock(MADRID, NOW, frozen=True)
        self.path = path
        self.desk = DeskThread(self._open)
        self.desk.prepare(pipeline, FIRST_ORDER, look=lambda: first_look(path, self.config, self.clock, self._archive))
        self.desk.wait_till_ready()
        services = Services(self.desk, self.clock, self.config, lambda: load_templates(None), ConfigFile(config_path))
        self.app = FollowupApp(services, path.parent)
        self.app.animation_level = "none"

    def _open(self) -> Desk:
        assert self.may_open.wait(8)
        return Desk(Book.open(self.path, stamp=self.clock.now, enters_later=True), self.config, self.clock)

    def _archive(self) -> Archive:
        return self.desk.ask_and_wait(pipeline, FIRST_ORDER).shown.archive

    @property
    def board(self) -> Board:
        return self.app.screen.query_one(Board)

    def companies(self) -> list[list[str]]:
        return [[card.company for card in column.cards] for column in self.board.columns]


@pytest.fixture
def opening(
    make_app: MakeApp, book_path: Path, config_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opening]:
    """A window on a book that was left once, so that there is an extract."""
    monkeypatch.setattr("followup_tui.store.extract.SMALLEST", 1)
    before = make_app([*small_book(), CLOSED]).services.desk
    before.wait_till_ready()
    before.close()
    opening = Opening(book_path, config_path)
    assert opening.desk.knows_part
    assert not opening.desk.is_open
    yield opening
    opening.may_open.set()
    opening.desk.close()


async def shown(pilot: Pilot[str], opening: Opening) -> None:
    """Wait for the first frame, the book not being open."""
    await until(pilot, lambda: isinstance(opening.app.screen, BoardScreen) and bool(opening.board.columns))
    assert not opening.desk.is_open


async def type_before_it_opens(opening: Opening, *keys: str) -> None:
    """Press keys, and open the book when they are on their way."""
    for key in keys:
        opening.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(50):
        await asyncio.sleep(0)
    assert not opening.desk.is_open
    opening.may_open.set()


async def test_the_board_is_there_before_the_book_is_and_the_same_after(opening: Opening) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        first = [(column.title, len(column.cards)) for column in opening.board.columns]
        assert ("Interviewing", 1) in first
        assert opening.board.highlighted is not None
        opening.may_open.set()
        await settle(pilot)
        assert opening.desk.is_open
        assert [(column.title, len(column.cards)) for column in opening.board.columns] == first
        assert "Wayne" in opening.companies()[-1]


@pytest.mark.parametrize(
    ("key", "is_answered"),
    [
        ("enter", lambda app: isinstance(app.screen, DetailScreen)),
        ("3", lambda app: isinstance(app.screen, PeopleScreen) and "Ruiz" in app.export_screenshot()),
        ("space", lambda app: len(app.services.desk.ask_and_wait(lambda desk: list(desk.records(Touchpoint)))) == 1),
        ("o", lambda app: app.screen._order == "company"),
    ],
)
async def test_a_key_waits_for_the_book_and_is_not_lost(
    opening: Opening, key: str, is_answered: Callable[[FollowupApp], bool]
) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        opening.board.go_to("opp-1")
        await type_before_it_opens(opening, key)
        await settle(pilot)
        assert is_answered(opening.app)


async def test_undo_before_the_book_is_open_takes_back_nothing_of_another_window(opening: Opening) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        await type_before_it_opens(opening, "u")
        await settle(pilot)
        assert len(opening.desk.ask_and_wait(lambda desk: list(desk.records(Opportunity)))) == 4


async def test_what_is_typed_to_narrow_finds_what_is_closed_too(opening: Opening) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        await type_before_it_opens(opening, "slash", *"wayne")
        await settle(pilot)
        assert opening.companies()[-1] == ["Wayne"]
        assert [names for names in opening.companies()[:-1] if names] == []


async def test_a_change_that_another_process_made_meanwhile_is_shown_once_the_book_is_open(
    opening: Opening, book_path: Path
) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        other = Book.open(book_path, stamp=opening.clock.now)
        other.apply("Renamed", put=[msgspec.structs.replace(CLOSED, company="Initrode", stage="lead", outcome=None)])
        opening.may_open.set()
        await settle(pilot)
        assert "Initrode" in opening.companies()[0]
        other.close()


async def test_the_window_is_left_before_the_book_is_open(opening: Opening) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        await type_before_it_opens(opening, "ctrl+q")
    assert opening.app.return_code == 0
    assert opening.desk.close() == ()


async def test_a_book_that_cannot_be_opened_after_all_ends_the_window_and_is_told(
    opening: Opening, book_path: Path
) -> None:
    async with opening.app.run_test(size=(120, 36), notifications=True) as pilot:
        await shown(pilot, opening)
        book_path.write_bytes(book_path.read_bytes()[:-40])
        opening.may_open.set()
        await until(pilot, lambda: not opening.app.is_running)
    with pytest.raises(FollowupError, match=r"book\.json"):
        opening.desk.raise_failure()


def test_a_book_without_an_extract_is_open_when_the_window_is(opening: Opening, book_path: Path) -> None:
    book_path.with_name("book.json.extract").unlink()
    opening.may_open.set()
    desk = DeskThread(opening._open)
    desk.prepare(pipeline, FIRST_ORDER, look=lambda: first_look(book_path, opening.config, opening.clock, Archive))
    desk.wait_till_ready()
    assert desk.is_open
    assert not desk.knows_part
    desk.close()
