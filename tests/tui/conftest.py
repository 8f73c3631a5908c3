"""A window on a temporary book, with a clock that stands still."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk.desk import Desk
from followup_tui.domain.profile import Profile
from followup_tui.domain.records import Record
from followup_tui.exchange.template_files import load_templates
from followup_tui.store.book import Book
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.services import Services

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=MADRID)
USER = Profile(name="Sam Vega", email="sam@example.com", strengths=("calm under pressure",))

MakeApp = Callable[..., FollowupApp]


@pytest.fixture
def book_path(tmp_path: Path) -> Path:
    """Where the test's book is."""
    return tmp_path / "book.json"


@pytest.fixture
def make_app(book_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> MakeApp:
    """Makes a window on a book with the records given, as of `now`."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")

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
        services = Services(desk, clock, config, load_templates(None).templates)
        return FollowupApp(services, book_path.parent)

    return make


async def settle(pilot: Pilot[str]) -> None:
    """Wait until everything that a key set off is done: the screen's handlers, the desk's answers, what they set off."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    for _ in range(3):
        await pilot.pause()
        await app.services.desk.ask(lambda _desk: None)
        await pilot.pause()
