"""A window on a temporary book, with a clock that stands still."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Record
from followup_tui.exchange.template_files import load_templates
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.services import Services
from tests.tui.quiet import _waits_for_what_is_to_be_done, _what_is_loaded_stays  # noqa: F401  for all tests here
from tests.tui.windows import MADRID, NOW, USER, MakeApp


@pytest.fixture
def book_path(tmp_path: Path) -> Path:
    """Where the test's book is."""
    return tmp_path / "book.json"


@pytest.fixture
def config_path(tmp_path: Path) -> Path:
    """Where the test's settings are."""
    return tmp_path / "config.toml"


@pytest.fixture
def make_app(book_path: Path, config_path: Path, request: pytest.FixtureRequest) -> MakeApp:
    """Makes a window on a book with the records given, as of `now`."""

    def make(records: Iterable[Record] = (), *, now: datetime = NOW, config: Config | None = None) -> FollowupApp:
        config = config or Config(zone=MADRID, user=USER)
        clock = Clock(config.zone, now, frozen=True)
        records = list(records)
        if records:
            book = Book.open(book_path, stamp=clock.now)
            book.apply("Made for a test", put=records)
            book.close()
        desk = DeskThread(lambda: Desk(Book.open(book_path, stamp=clock.now), config, clock))
        request.addfinalizer(desk.close)
        services = Services(desk, clock, config, lambda: load_templates(None), ConfigFile(config_path))
        app = FollowupApp(services, book_path.parent)
        app.animation_level = "none"
        return app

    return make
