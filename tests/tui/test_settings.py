"""Settings in the window: shown section by section, changed in the file and at once, refused with a reason."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.number_words import number_words
from followup_tui.domain.settings import CadenceNumbers
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.pick_theme import PickTheme
from followup_tui.tui.dialogs.press_key import PressKey
from followup_tui.tui.dialogs.setting_editors import AskMeant, AskText
from followup_tui.tui.dialogs.settings import SettingsDialog
from followup_tui.tui.dialogs.settings_rows import SECTIONS, Setting
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import MeantField
from followup_tui.tui.widgets.pick import Pick
from followup_tui.tui.widgets.table import Table
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle

OWN = """\
# mine
timezone = "Europe/Madrid"

[user]
name = "Sam Vega" # that is me
email = "sam@example.com"
strengths = ["calm under pressure"]
"""


def dialog_of(app: FollowupApp) -> SettingsDialog:
    screen = app.screen
    assert isinstance(screen, SettingsDialog)
    return screen


async def open_settings(pilot: Pilot[str], section: str = "Look", row: int = 0) -> SettingsDialog:
    """Open Settings at a row of a section, by keys."""
    await settle(pilot)
    await pilot.press("comma")
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, FollowupApp)
    await pilot.press(*["right"] * SECTIONS.index(section), *["j"] * row)
    await settle(pilot)
    dialog = dialog_of(app)
    assert dialog.query_one(Pick).value == section
    return dialog


def here(dialog: SettingsDialog) -> Setting:
    setting = dialog._here
    assert setting is not None
    return setting


async def type_over(pilot: Pilot[str], text: str) -> None:
    """Put a text in the place of the one in the line, and take it."""
    await pilot.press("enter")
    await settle(pilot)
    pilot.app.screen.query_one(SafeInput).value = text
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


def refusal(app: FollowupApp) -> str:
    screen = app.screen
    assert isinstance(screen, AskMeant)
    return screen.query_one(MeantField).problem


# What is shown


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_every_section_shows_its_settings_and_what_they_mean(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(small_book())
    async with app.run_test(size=size, notifications=True) as pilot:
        dialog = await open_settings(pilot)
        for section in SECTIONS:
            assert dialog.query_one(Pick).value == section
            assert here(dialog).name
            assert str(dialog.query_one("#meaning", Static).render()) == here(dialog).meaning
            assert here(dialog).meaning.endswith(".")
            await pilot.press("tab")
            await settle(pilot)
        assert dialog.query_one(Pick).value == SECTIONS[0]


async def test_the_cursor_is_where_it_was_when_one_comes_back_to_a_section(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Cadence", 5)
        name = here(dialog).name
        await pilot.press("l", "h")
        await settle(pilot)
        assert here(dialog).name == name


async def test_a_key_right_after_another_section_is_for_that_section(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot)
        dialog.action_section(1)
        dialog.query_one(Table).action_cursor_down()
        dialog.query_one(Table).action_cursor_down()
        await settle(pilot)
        assert here(dialog).id == "user.strengths"


async def test_what_the_file_sets_is_marked(make_app: MakeApp, config_path: Path) -> None:
    config_path.write_text(OWN + "[cadence]\ngap_d = 6\n")
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Cadence", 34)
        setting = here(dialog)
        assert (setting.id, setting.value, setting.note, setting.is_set) == (
            "cadence.gap_d",
            "6 d",
            "default 5 d",
            True,
        )
        await pilot.press("j")
        assert not here(dialog).is_set


def test_every_number_has_words() -> None:
    for key in CadenceNumbers._fields:
        words = number_words(key)
        assert words.name
        assert words.unit
        assert words.meaning.endswith(".")
    assert len({number_words(key).name for key in CadenceNumbers._fields}) == len(CadenceNumbers._fields)
    assert number_words("check_due_d") == (
        "Status check: due",
        "d",
        "It is due this many days after the thank-you, or after what was heard last.",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[cadence]\ngap = 6\n", "2: cadence.gap: no such number in [cadence]."),
        ("\ntheme = 'mine'\n", "2: theme: 'mine' is no theme"),
        ("[keys]\ndraft = 'w'\n", "2: keys.draft: w is the key of why (Why) already"),
    ],
)
async def test_a_file_that_is_wrong_is_told_and_nothing_can_be_changed(
    make_app: MakeApp, config_path: Path, text: str, reason: str
) -> None:
    app = make_app(small_book())
    config_path.write_text(text)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        (notice,) = app._notifications
        assert notice.message.startswith(f"{config_path}:{reason}")
        assert app.theme == "followup-dark"


# What is changed


async def test_a_change_is_in_the_file_at_once_and_its_comments_stay(make_app: MakeApp, config_path: Path) -> None:
    config_path.write_text(OWN)
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "You")
        await type_over(pilot, "Ana Vega")
        assert here(dialog).value == "Ana Vega"
        assert config_path.read_text() == OWN.replace("Sam Vega", "Ana Vega")
        assert app.services.config.user.name == "Ana Vega"
        desk_config = await app.services.desk.ask(lambda desk: desk.config)
        assert desk_config.user.name == "Ana Vega"


async def test_leaving_an_editor_changes_nothing(make_app: MakeApp, config_path: Path) -> None:
    config_path.write_text(OWN)
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, "You")
        await pilot.press("enter", "x", "escape")
        await settle(pilot)
        assert config_path.read_text() == OWN


async def test_a_signature_has_several_lines(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, "You", 3)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, AskText)
        await pilot.press("S", "enter", "V", "ctrl+s")
        await settle(pilot)
        assert app.services.config.user.signature == "S\nV"
        assert config_path.read_text() == '[user]\nsignature = """S\nV"""\n'


@pytest.mark.parametrize(
    ("section", "row", "typed", "reason"),
    [
        ("Dates", 0, "Europe/Atlantis", "'Europe/Atlantis' is not known"),
        ("Dates", 2, "25 Dec, soon", "Soon: "),
        ("Dates", 3, "followup.txt", "Expected the whole name of a file that ends in .ics"),
        ("Stages", 0, "Offer", "Is the name of another stage too"),
        ("Hours", 1, "8 to 9", "Expected hours like"),
        ("Cadence", 34, "many", "Must be a whole number."),
        ("Cadence", 0, "72", "Is 72 and must not be more than “Thank-you: overdue”, which is 48."),
    ],
)
async def test_what_the_file_would_refuse_is_refused_while_it_is_typed(
    make_app: MakeApp, config_path: Path, section: str, row: int, typed: str, reason: str
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, section, row)
        await type_over(pilot, typed)
        assert refusal(app).startswith(reason)
        assert not config_path.exists()


@pytest.mark.parametrize(
    ("section", "row", "typed", "text"),
    [
        ("You", 2, "Go, calm", '[user]\nstrengths = ["Go", "calm"]\n'),
        ("Dates", 0, "Asia/Tokyo", 'timezone = "Asia/Tokyo"\n'),
        ("Dates", 2, "25 Dec, 2027-01-01", 'holidays = ["2026-12-25", "2027-01-01"]\n'),
        ("Dates", 3, "~/followup.ics", '[calendar]\nfile = "~/followup.ics"\n'),
        ("Stages", 0, "Wishlist", '[stages]\nnames = {lead = "Wishlist"}\n'),
        ("Hours", 1, "09:00-10:00", '[hours]\nphone = ["09:00-10:00"]\n'),
        ("Hours", 1, "never", "[hours]\nphone = []\n"),
        ("Hours", 0, "any", '[hours]\nemail = "any"\n'),
        ("Cadence", 0, "20.5", "[cadence]\nthank_you_due_h = 20.5\n"),
        ("Cadence", 34, "6", "[cadence]\ngap_d = 6\n"),
    ],
)
async def test_what_is_typed_is_written_as_the_file_wants_it(
    make_app: MakeApp, config_path: Path, section: str, row: int, typed: str, text: str
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, section, row)
        await type_over(pilot, typed)
        dialog_of(app)
        assert config_path.read_text() == text


async def test_default_takes_a_setting_out_of_the_file(make_app: MakeApp, config_path: Path) -> None:
    config_path.write_text("[cadence]\n# patience\ngap_d = 6\n")
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Cadence", 34)
        await pilot.press("delete")
        await settle(pilot)
        assert config_path.read_text() == "[cadence]\n# patience\n"
        assert (here(dialog).value, here(dialog).is_set) == ("5 d", False)


async def test_the_date_order_is_chosen(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, "Dates", 1)
        await pilot.press("enter", "m")
        await settle(pilot)
        assert config_path.read_text() == 'date_order = "mdy"\n'
        assert app.services.config.date_order == "mdy"


# What holds at once


async def test_the_plan_goes_by_other_numbers_at_once(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, "Cadence")
        await type_over(pilot, "1")
        await pilot.press("escape")
        await settle(pilot)
        board = app.screen.query_one(Board)
        board.go_to("opp-1")
        card = board.highlighted
        assert card is not None
        assert card.urgency == "due"


async def test_a_stage_is_called_and_stands_where_the_user_wants_it_at_once(
    make_app: MakeApp, config_path: Path
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Stages")
        await type_over(pilot, "Wishlist")
        await pilot.press("J")
        await settle(pilot)
        assert here(dialog).where[-1] == "lead"
        names, order = config_path.read_text().splitlines()[1:]
        assert names == 'names = {lead = "Wishlist"}'
        assert order == 'order = ["applied", "lead", "screening", "interviewing", "offer", "closed"]'
        await pilot.press("escape")
        await settle(pilot)
        assert [column.title for column in app.screen.query_one(Board).columns][:2] == ["Applied", "Wishlist"]


async def test_a_stage_moved_back_leaves_no_order_in_the_file(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot, "Stages")
        for key in ("J", "K"):
            await pilot.press(key)
            await settle(pilot)
        assert config_path.read_text() == "[stages]\n"


async def test_another_time_zone_holds_from_the_next_start(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Dates")
        await type_over(pilot, "Asia/Tokyo")
        assert (here(dialog).value, here(dialog).note) == ("Asia/Tokyo", "now Europe/Madrid")
        assert str(app.services.config.zone) == "Europe/Madrid"
        assert [notice.message for notice in app._notifications] == ["The new time zone applies from the next start."]


async def test_what_an_editor_changed_in_the_file_holds_once_settings_are_opened(
    make_app: MakeApp, config_path: Path
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        config_path.write_text('timezone = "Europe/Madrid"\ntheme = "nord"\n[stages]\nnames = {lead = "Ideas"}\n')
        await pilot.press("comma")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.theme == "nord"
        assert app.screen.query_one(Board).columns[0].title == "Ideas"


# The theme


async def test_a_theme_is_shown_while_it_is_chosen_and_restored_by_escape(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot)
        await pilot.press("enter", "down")
        await settle(pilot)
        assert isinstance(app.screen, PickTheme)
        assert app.theme == "followup-light"
        await pilot.press("escape")
        await settle(pilot)
        assert app.theme == "followup-dark"
        assert not config_path.exists()


async def test_a_theme_that_is_taken_stays(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_settings(pilot)
        await pilot.press("enter", "j", "enter")
        await settle(pilot)
        dialog_of(app)
        assert app.theme == "followup-light"
        assert config_path.read_text() == 'theme = "followup-light"\n'
        await pilot.press("delete")
        await settle(pilot)
        assert app.theme == "followup-dark"


# Keys


def row_of(dialog: SettingsDialog, name: str) -> int:
    return next(index for index, row in enumerate(dialog._rows) if row.where[-1] == name)


async def test_a_key_is_bound_by_pressing_it_and_a_clash_is_said_at_once(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Keys")
        dialog.query_one(Table).go_to(row_of(dialog, "help"))
        await pilot.press("enter", "d")
        await settle(pilot)
        assert isinstance(app.screen, PressKey)
        said = str(app.screen.query_one("#pressed", Static).render())
        assert said.startswith("d is the key of draft (Draft) already")
        assert not config_path.exists()
        await pilot.press("Q")
        await settle(pilot)
        assert config_path.read_text() == '[keys]\nhelp = "Q"\n'
        assert (here(dialog).value, here(dialog).note) == ("Q", "default ?")
        await pilot.press("escape")
        await settle(pilot)
        assert "Q Keys" in str(app.screen.query_one(KeyBar).render())


async def test_another_key_can_be_added(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Keys")
        dialog.query_one(Table).go_to(row_of(dialog, "help"))
        await pilot.press("plus", "Q")
        await settle(pilot)
        assert config_path.read_text() == '[keys]\nhelp = "question_mark,Q"\n'


async def test_a_key_goes_back_to_its_default_only_where_that_is_still_free(
    make_app: MakeApp, config_path: Path
) -> None:
    text = '[keys]\ndraft = "s"\nsnooze = "d"\n'
    config_path.write_text(text)
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        dialog = await open_settings(pilot, "Keys")
        dialog.query_one(Table).go_to(row_of(dialog, "draft"))
        await pilot.press("delete")
        await settle(pilot)
        assert config_path.read_text() == text
        (notice,) = app._notifications
        assert "d is the key of" in notice.message
