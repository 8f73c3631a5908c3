"""`a`: one line, understood while it is typed, shown field by field, and added by enter."""

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Interview, Opportunity
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.opportunity_form import OpportunityForm
from followup_tui.tui.dialogs.quick_add import QuickAdd
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.widgets.board import Board
from followup_tui.tui.widgets.captured_line import CapturedLine
from followup_tui.tui.widgets.fields import SafeInput
from tests.tui.small_book import small_book
from tests.tui.windows import MakeApp, settle

LINE = "Hooli, Welder, interview tue with Ana Ruiz, they decide by fri #metal !!, soon maybe"
SIZE = (120, 36)


async def opened(pilot: Pilot[str], line: str = "") -> QuickAdd:
    """The dialog, with this typed into it."""
    await settle(pilot)
    await pilot.press("a")
    await settle(pilot)
    await typed(pilot, line)
    return dialog_of(pilot)


async def typed(pilot: Pilot[str], line: str) -> None:
    """Typed in one go, as a quick hand or a paste does."""
    dialog_of(pilot).line.paste(line)
    await settle(pilot)


def dialog_of(pilot: Pilot[str]) -> QuickAdd:
    screen = pilot.app.screen
    assert isinstance(screen, QuickAdd)
    return screen


def shown(dialog: QuickAdd, name: str = "fields") -> list[str]:
    """The lines of a part of the dialog, with single spaces."""
    return [" ".join(line.split()) for line in str(dialog.query_one(f"#{name}", Static).content).splitlines()]


def opportunities(app: FollowupApp) -> list[Opportunity]:
    return app.services.desk.ask_and_wait(lambda desk: list(desk.records(Opportunity).values()))


async def test_an_empty_line_says_what_can_be_typed(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot)
        assert shown(dialog)[0].startswith("Begin with COMPANY, ROLE")


async def test_every_field_is_told_with_what_was_assumed_and_what_is_kept(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, LINE)
        assert shown(dialog) == [
            "Company Hooli",
            "Role Welder",
            "Stage Interviewing",
            "Interview Tue 24 Nov 09:00, in 3 d · 60 min · video",
            "no time was said: 09:00 is assumed",
            "People Ana Ruiz interviewer, new",
            "They decide Fri 27 Nov in 6 d",
            "Priority ★★",
            "Tags #metal",
            "Kept as a note soon maybe not understood",
        ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Globex, Welder, with Ana Ruiz", "People Ana Ruiz in the book, Globex"),
        ("Globex, staff sre", "Role staff sre already in the book, in Interviewing; this adds another"),
        ("Hooli, Welder", "Stage Lead nothing else was said"),
        ("Hooli, Welder, applied yesterday", "Applied Fri 20 Nov 09:00 1 d ago"),
        ("Hooli, Welder, in Madrid, remote", "Location Madrid, remote"),
        ("Hooli, Welder, via Ana, https://x.com/a", "Link https://x.com/a"),
        ("Hooli, Welder, note: a torch", "Note a torch"),
        ("Hooli", "Role not said yet"),
    ],
)
async def test_a_part_is_told_as_soon_as_it_is_typed(make_app: MakeApp, line: str, told: str) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        assert told in shown(await opened(pilot, line))


async def test_what_was_understood_follows_each_key(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot)
        await pilot.press(*"Hooli, SRE")
        await settle(pilot)
        assert shown(dialog)[:2] == ["Company Hooli", "Role SRE"]
        await pilot.press("backspace", *"O")
        await settle(pilot)
        assert shown(dialog)[1] == "Role SRO"


async def test_each_stretch_of_the_line_has_the_colour_of_its_field(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        line = (await opened(pilot, LINE)).line
        colours = {name: line.get_component_styles(f"line--{name}").color for name in ("company", "contacts")}
        assert colour_at(line, LINE.index("Hooli")) == colours["company"]
        assert colour_at(line, LINE.index("Ana Ruiz")) == colours["contacts"]
        assert colour_at(line, LINE.index("tue")) == line.get_component_styles("line--interview").color
        unknown = line.get_line(0).get_style_at_offset(pilot.app.console, LINE.index("soon"))
        assert unknown.underline


def colour_at(line: CapturedLine, place: int) -> Color:
    style = line.get_line(0).get_style_at_offset(line.app.console, place)
    assert style.color is not None
    return Color.from_rich_color(style.color)


async def test_enter_adds_it_in_one_step_of_undo_and_the_cursor_goes_to_it(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, LINE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        card = app.screen.query_one(Board).highlighted
        assert card is not None
        assert (card.company, card.role) == ("Hooli", "Welder")
        added = next(one for one in opportunities(app) if one.company == "Hooli")
        assert (added.stage, added.priority, added.tags, added.notes) == ("interviewing", 2, ("metal",), "soon maybe")
        assert added.decision_by == "2026-11-27"
        await pilot.press("u")
        await settle(pilot)
        desk = app.services.desk
        assert "Hooli" not in [one.company for one in opportunities(app)]
        assert len(desk.ask_and_wait(lambda desk: list(desk.records(Interview)))) == 1
        assert len(desk.ask_and_wait(lambda desk: list(desk.records(Contact)))) == 2


@pytest.mark.parametrize(("line", "asked"), [("Hooli", "Which role at Hooli?"), ("#metal", "Which company?")])
async def test_while_something_is_missing_enter_asks_for_it_and_keeps_the_line(
    make_app: MakeApp, line: str, asked: str
) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, line)
        await pilot.press("enter")
        await settle(pilot)
        assert dialog_of(pilot).line.text == line
        assert shown(dialog, "missing")[0].startswith(asked)
        assert len(opportunities(app)) == 3


async def test_a_refusal_is_told_and_the_line_stays(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FollowupError("The disk is full; nothing was saved.")

    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, LINE)
        monkeypatch.setattr(Desk, "change", refuse)
        await pilot.press("enter")
        await settle(pilot)
        assert shown(dialog, "missing") == ["The disk is full; nothing was saved."]
        assert dialog_of(pilot).line.text == LINE


async def test_tab_opens_the_full_form_filled_in_and_what_it_stores_is_the_one_added(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, LINE)
        await pilot.press("tab")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, OpportunityForm)
        assert [form.line(name) for name in ("company", "role")] == ["Hooli", "Welder"]
        form.query_one("#company", SafeInput).value = "Hooli XYZ"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        card = app.screen.query_one(Board).highlighted
        assert card is not None
        assert card.company == "Hooli XYZ"


async def test_back_from_the_form_the_line_is_as_it_was(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, LINE)
        await pilot.press("tab")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert dialog_of(pilot).line.text == LINE


async def test_a_line_is_not_dropped_by_one_key(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot, LINE)
        await pilot.press("escape", "b")
        await settle(pilot)
        assert dialog_of(pilot).line.text == LINE
        await pilot.press("escape", "d")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert len(opportunities(app)) == 3


async def test_an_empty_line_is_left_at_once(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_lines_that_are_pasted_become_one(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, "Hooli,\r\nWelder\n#metal")
        assert dialog.line.text == "Hooli, Welder #metal"
        assert shown(dialog)[:2] == ["Company Hooli", "Role Welder"]


async def test_a_page_that_is_pasted_is_cut_where_a_line_ends(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, "Hooli, Welder, note: " + "x" * 20_000)
        assert len(dialog.line.text) == 10_000


async def test_text_that_looks_like_markup_is_shown_as_text(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(size=SIZE, notifications=True) as pilot:
        dialog = await opened(pilot, "[red]ACME[/], [@click=app.quit]x[/], [bold]y")
        assert shown(dialog)[0] == "Company [red]ACME[/]"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_in_a_small_terminal_the_line_wraps_and_everything_can_be_reached(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app(small_book()).run_test(size=size, notifications=True) as pilot:
        dialog = await opened(pilot, LINE + ", applied yesterday, via a friend, in Madrid, with Ben Cho and Cy Young")
        box = dialog.query_one(".dialog--box").region
        assert box.x >= 0
        assert box.bottom <= size[1]
        assert dialog.line.size.height >= 2
