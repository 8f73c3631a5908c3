"""`E`: a file is written without leaving the window."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.tui.dialogs.export import Export
from followup_tui.tui.dialogs.find import Find
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import MeantField
from followup_tui.tui.widgets.pick import Pick
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


async def opened(pilot: Pilot[str], what: str = "") -> Export:
    await settle(pilot)
    await pilot.press("E")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, Export)
    pick = screen.query_one("#what", Pick)
    while what and pick.value != what:
        await pilot.press("right")
    await settle(pilot)
    return screen


def line(screen: Export, name: str) -> SafeInput:
    return screen.query_one(f"#{name}", MeantField).query_one(SafeInput)


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_the_report_of_a_period_is_written_where_it_says(
    make_app: MakeApp, home: Path, size: tuple[int, int]
) -> None:
    async with make_app(small_book()).run_test(size=size, notifications=True) as pilot:
        screen = await opened(pilot, "md:report")
        assert line(screen, "file").value == "~/report-2026-11-21.md"
        line(screen, "first").value = "1 nov"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, Export)
    page = (home / "report-2026-11-21.md").read_text()
    assert "- Period: 1 Nov 2026 to 21 Nov 2026" in page
    assert (home / "report-2026-11-21.md").stat().st_mode & 0o777 == 0o600


async def test_what_is_at_the_cursor_is_offered_first(make_app: MakeApp, home: Path) -> None:
    async with make_app(small_book()).run_test(size=(120, 36), notifications=True) as pilot:
        screen = await opened(pilot)
        assert screen.query_one("#what", Pick).value.startswith("md:opp")
        assert not screen.query_one("#first").display
        await pilot.press("ctrl+s")
        await settle(pilot)
    (page,) = home.iterdir()
    assert page.read_text().casefold().startswith(f"# {page.stem}")


async def test_the_name_follows_what_is_picked_until_the_user_gives_one(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=(120, 36), notifications=True) as pilot:
        screen = await opened(pilot, "vcf:")
        assert line(screen, "file").value == "~/contacts.vcf"
        line(screen, "file").value = "~/mine.vcf"
        await pilot.press("right")
        await settle(pilot)
        assert line(screen, "file").value == "~/mine.vcf"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "must end in .csv" in str(screen.query_one("#refused", Static).render())


@pytest.mark.parametrize("name", ["~/none/x.ics", "", "~nobody-of-that-name/x.ics", "a\0b.ics"])
async def test_a_name_that_leads_nowhere_is_not_taken(make_app: MakeApp, home: Path, name: str) -> None:
    async with make_app(small_book()).run_test(size=(120, 36), notifications=True) as pilot:
        screen = await opened(pilot, "ics:")
        line(screen, "file").value = name
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Export)
    assert list(home.rglob("*.ics")) == []


async def test_the_palette_has_it_too(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Find)
        await pilot.press(*"calendar")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Export)
