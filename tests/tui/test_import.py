"""`i`: a file is chosen, looked at, corrected and imported."""

import asyncio
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from followup_tui.config import Config
from followup_tui.desk.importing import files
from followup_tui.desk.importing.files import listing, path_of
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.import_choices import ImportChoices
from followup_tui.tui.dialogs.import_columns import ImportColumns
from followup_tui.tui.dialogs.import_file import ImportFile
from followup_tui.tui.dialogs.import_preview import ImportPreview
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.results import Results
from tests.tui.windows import MADRID, MakeApp, settle, until

SIZE = (80, 24)
SHEET = "Company,Role,Status,Who is it\nGlobex,SRE,Applied,Ana Ruiz\n[b]Initech[/],Chef,Saved,\n"


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home" / "Downloads"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (folder / "sheet.csv").write_text(SHEET)
    return folder


async def worked(pilot: Pilot[str]) -> None:
    """Wait until what is read and listed in other threads is there."""
    await settle(pilot)
    app = pilot.app
    while running := [one for one in app.workers if one.group in ("import", "listing") and not one.is_finished]:
        with suppress(WorkerCancelled):  # a newer one took its place
            await app.workers.wait_for_complete(running)
    await settle(pilot)


async def previewed(pilot: Pilot[str], name: str = "sheet") -> ImportPreview:
    await settle(pilot)
    await pilot.press("i")
    await worked(pilot)
    await pilot.press(*name, "enter")
    await worked(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ImportPreview)
    return screen


def told(screen: ImportPreview) -> str:
    return str(screen.query_one("#told", Static).render())


def names(app: FollowupApp) -> list[str]:
    opportunities = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Opportunity).values()))
    people = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Contact).values()))
    return [one.company for one in opportunities] + [one.name for one in people]


@pytest.mark.usefixtures("downloads")
async def test_an_empty_book_offers_it_and_a_file_goes_in_as_one_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert "i  import contacts or applications" in str(app.screen.query_one("Greeting > Static", Static).render())
        screen = await previewed(pilot)
        assert "new: 2 opportunities" in told(screen)
        assert "[b]Initech[/]" in told(screen)
        assert names(app) == []
        await pilot.press("enter")
        await worked(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert names(app) == ["Globex", "[b]Initech[/]"]
        await pilot.press("u")
        await settle(pilot)
        assert names(app) == []


@pytest.mark.usefixtures("downloads")
async def test_columns_are_corrected_and_remembered(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await previewed(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, ImportColumns)
        await pilot.press("down", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        choices = [choice.text for choice in app.screen._choices]
        await pilot.press(*["down"] * choices.index("contact"), "enter")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await worked(pilot)
        assert "1 contact" in told(screen)
        await pilot.press("escape")
        await worked(pilot)
        assert isinstance(app.screen, ImportFile)  # with the file still in the line
        await pilot.press("enter")
        await worked(pilot)
        assert isinstance(app.screen, ImportPreview)
        assert "Who is it → contact" in told(app.screen)


async def test_several_files_that_are_marked_go_in_as_one_step(make_app: MakeApp, downloads: Path) -> None:
    (downloads / "more.csv").write_text("Company,Role,Status,Whom\nHooli,SRE,Applied,Ben Cho\n")
    (downloads / "people.csv").write_text("Name,Company,Email\nEva Ott,Hooli,e@x.org\n")
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await worked(pilot)
        for name in ("more", "people", "sheet"):
            await pilot.press(*name)
            await worked(pilot)
            await pilot.press("ctrl+t", *["backspace"] * len(name))
            await worked(pilot)
        await pilot.press(*"people")
        await worked(pilot)
        await pilot.press("ctrl+t", "enter")  # this one not, after all
        await worked(pilot)
        screen = app.screen
        assert isinstance(screen, ImportPreview)
        assert "more.csv: a table of applications\nsheet.csv: a table of applications\n" in told(screen)
        await pilot.press("c", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ImportColumns)
        await pilot.press("down", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        choices = [choice.text for choice in app.screen._choices]
        await pilot.press(*["down"] * choices.index("contact"), "enter", "ctrl+s")
        await worked(pilot)
        assert "new: 1 contact, 3 opportunities" in told(screen)
        await pilot.press("enter")
        await worked(pilot)
        assert names(app) == ["Hooli", "Globex", "[b]Initech[/]", "Ben Cho"]
        await pilot.press("u")
        await settle(pilot)
        assert names(app) == []


@pytest.mark.parametrize(
    ("file", "asked", "answers", "expected"),
    [
        ("mail.eml", "Your e-mail address", ("sam@home.example",), "Ana Ruiz"),
        ("mail.eml", "Your e-mail address", (None,), "Sam"),
        ("meeting.ics", "Your name", ("Sam Reed", "sam@home.example"), "Globex"),
    ],
)
async def test_who_the_user_is_is_asked_for_once_where_a_file_cannot_be_read_without_it(
    make_app: MakeApp,
    downloads: Path,
    file: str,
    asked: str,
    answers: tuple[str | None, ...],
    expected: str,
) -> None:
    (downloads / "mail.eml").write_text(
        "From: Sam <sam@home.example>\nTo: Ana Ruiz <ana@x.org>\nDate: Tue, 17 Nov 2026 15:00:00 +0000\n\nHello\n"
    )
    (downloads / "meeting.ics").write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261202T150000Z\nSUMMARY:Globex with Sam Reed\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    app = make_app(config=Config(zone=MADRID))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await worked(pilot)
        await pilot.press(*file, "enter")
        for answer in answers:
            # Once another thread has seen what the file is.
            await until(pilot, lambda: isinstance(app.screen, AskLine))
            assert isinstance(app.screen, AskLine)
            assert answer != answers[0] or app.screen._title == asked
            await pilot.press(*(answer or ""), "enter" if answer else "escape")
            await settle(pilot)
        await worked(pilot)
        assert isinstance(app.screen, ImportPreview)
        assert f"  {expected}" in told(app.screen)
        await pilot.press("escape")
        await worked(pilot)
        await pilot.press("enter")
        await worked(pilot)
        assert isinstance(app.screen, ImportPreview)
        user = app.services.config.user
        assert [one for one in (user.name, user.email) if one] == [answer for answer in answers if answer]


async def test_people_who_may_be_one_are_merged_only_if_the_user_says_so(make_app: MakeApp, downloads: Path) -> None:
    (downloads / "people.csv").write_text("Name,Company,Email\nAna Ruiz,Globex,a@x.org\nAna Ruiz,Globex,b@x.org\n")
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await previewed(pilot, "people")
        assert "new: 2 contacts" in told(screen)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(app.screen, ImportChoices)
        await pilot.press("space", "enter")
        await worked(pilot)
        assert "new: 1 contact" in told(screen)
        await pilot.press("enter")
        await worked(pilot)
        assert names(app) == ["Ana Ruiz"]


async def test_a_file_that_is_none_is_told_in_a_sentence_and_escape_leads_back(
    make_app: MakeApp, downloads: Path
) -> None:
    (downloads / "strange.bin").write_bytes(b"\x00\x01" * 50)
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await previewed(pilot, "strange")
        assert "nothing was imported" in told(screen)
        await pilot.press("enter", "escape")  # there is nothing to import
        await worked(pilot)
        assert isinstance(app.screen, ImportFile)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_escape_stops_the_reading(make_app: MakeApp, downloads: Path) -> None:
    rows = "".join(f"Person {number},Globex,p{number}@x.org\n" for number in range(20_000))
    (downloads / "many.csv").write_text(f"Name,Company,Email\n{rows}")
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await worked(pilot)
        await pilot.press(*"many", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ImportPreview)
        await pilot.press("escape")
        assert screen._stop.is_set()
        await worked(pilot)
        assert isinstance(app.screen, ImportFile)
    assert names(make_app()) == []


async def test_the_picker_goes_into_folders_and_back_and_completes(make_app: MakeApp, downloads: Path) -> None:
    (downloads / "deep").mkdir()
    (downloads / "deep" / "in it.csv").write_text(SHEET)
    app = make_app()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await worked(pilot)
        picker = app.screen
        assert isinstance(picker, ImportFile)
        await pilot.press(*"de", "enter")
        await worked(pilot)
        assert picker.line.value == "~/Downloads/deep/"
        await pilot.press("tab")
        assert picker.line.value == "~/Downloads/deep/in it.csv"
        await pilot.press("ctrl+up")
        await worked(pilot)
        assert picker.line.value == "~/Downloads/"
        await pilot.press(*"nothing", "enter")
        await worked(pilot)
        assert picker.query_one(Results).highlighted is None


async def test_enter_means_what_was_typed_and_not_what_is_still_listed(
    make_app: MakeApp, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (downloads / "deep").mkdir()
    may_list = threading.Event()

    def slow(typed: str) -> files.Listing:
        assert typed.endswith("Downloads/") or may_list.wait(8)
        return files.listing(typed)

    monkeypatch.setattr("followup_tui.tui.dialogs.import_file.listing", slow)
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await worked(pilot)
        picker = app.screen
        assert isinstance(picker, ImportFile)
        for key in ("d", "e", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(50):
            await asyncio.sleep(0)
        assert picker.line.value == "~/Downloads/de"
        may_list.set()
        await worked(pilot)
        assert picker.line.value == "~/Downloads/deep/"


def test_a_path_may_be_typed_pasted_or_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "a b.csv"
    file.write_text("")
    for typed in (f" {file} ", f"'{file}'", str(file).replace(" ", "\\ "), f"file://{tmp_path}/a%20b.csv", "~/a b.csv"):
        assert path_of(typed) == file
    assert listing("/no/such/folder/x").problem
    assert listing("nul\0/").problem
    assert listing(f"{'x' * 300}/").problem
    assert not files.is_file(path_of("x" * 300))
    assert files.start_folder() == tmp_path


def test_an_empty_folder_is_told_apart_from_a_name_that_nothing_has(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("")
    assert listing(f"{tmp_path}/").problem == "Nothing here can be imported."
    assert listing(f"{tmp_path}/sheet").problem == "Nothing here has such a name."
    assert listing(f"{tmp_path}/.hid").entries
