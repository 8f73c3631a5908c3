"""The detail: who and what it is about, sections reached by tab, what was said and promised, and the whole story."""

from collections.abc import Iterator
from itertools import groupby

import msgspec
import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static, Tab

from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import (
    Contact,
    Draft,
    Interview,
    Material,
    Opportunity,
    Record,
    Reminder,
    StageChange,
    Touchpoint,
)
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.detail import DetailScreen
from followup_tui.tui.screens.detail_panes import DetailLines, DetailTimeline
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.screens.wanted import DetailWanted
from followup_tui.tui.widgets.fields import SafeTextArea
from followup_tui.tui.widgets.table_sections import Sections
from followup_tui.tui.widgets.table_timeline import Timeline
from tests.tui.small_book import SINCE, contact, small_book
from tests.tui.windows import NOW, MakeApp, settle, type_at_once

SIZES = [(120, 36), (80, 24), (60, 20)]
LETTER = "Dear Ben,\n\n" + "\n".join(f"line {number}" for number in range(100)) + "\n\nSam"


def rich_book() -> Iterator[Record]:
    """The small book with a letter to Ben, an article, a draft, a reminder, and where Ana lives."""
    for record in small_book():
        if isinstance(record, Contact) and record.id == "con-1":
            record = msgspec.structs.replace(  # noqa: PLW2901 - it is the same person
                record, timezone="America/New_York", phone="+1 212", notes="Likes short mails.", tags=("warm",)
            )
        if isinstance(record, Opportunity) and record.id == "opp-1":
            record = msgspec.structs.replace(  # noqa: PLW2901
                record, stage_history=(StageChange(stage="lead", at=SINCE),), location="Remote", notes="Four rounds."
            )
        yield record
    yield Touchpoint(
        id="tch-1",
        contact_id="con-2",
        opportunity_id="opp-1",
        interview_id="itv-1",
        at="2026-11-20T18:00:00+01:00",
        direction="out",
        channel="email",
        kind="thank_you",
        subject="Thank you",
        body=LETTER,
        material_ids=("mat-1",),
        created_at=SINCE,
    )
    yield Material(id="mat-1", kind="article", title="On rotas", url="https://example.com/rotas", created_at=SINCE)
    yield Reminder(
        id="rem-1", title="call back", at="2026-11-25T09:00:00+01:00", opportunity_id="opp-1", created_at=SINCE
    )
    yield Draft(
        id="dra-1",
        contact_id="con-1",
        opportunity_id="opp-1",
        kind="other",
        channel="email",
        subject="A thought",
        body="Dear Ana",
        created_at=SINCE,
        updated_at=SINCE,
    )


def detail_of(app: FollowupApp) -> DetailScreen:
    screen = app.screen
    assert isinstance(screen, DetailScreen)
    return screen


async def open_detail(pilot: Pilot[str], *, opportunity_id: str | None = None, contact_id: str | None = None) -> None:
    await settle(pilot)
    pilot.app.screen.post_message(DetailWanted(opportunity_id, contact_id))
    await settle(pilot)


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Type a text at once, and wait after every other key."""
    for is_text, group in groupby(keys, lambda key: len(key) == 1 and key.islower()):
        for part in [list(group)] if is_text else [[key] for key in group]:
            await pilot.press(*part)
            await settle(pilot)


def text_of(app: FollowupApp) -> str:
    """All of the sections, whether in view or not, a line an entry."""
    lines = detail_of(app).query_one(DetailLines).lines.values()
    return "\n".join(line.entry.text.plain for line in lines)


def headings(app: FollowupApp) -> list[str]:
    blocks = detail_of(app).query_one(Sections)._blocks
    return [block.title.plain for block in blocks if block.title is not None]


def key_at_cursor(app: FollowupApp) -> str:
    return detail_of(app).query_one(Sections).highlighted or ""


async def go_to(pilot: Pilot[str], key: str) -> None:
    """Put the cursor on the entry whose key begins so."""
    assert isinstance(pilot.app, FollowupApp)
    sections = detail_of(pilot.app).query_one(Sections)
    sections.go_to(next(index for index, one in enumerate(sections._ids) if one.startswith(key)))
    await settle(pilot)


def story(app: FollowupApp) -> list[str]:
    return [moment.title for moment in detail_of(app).query_one(DetailTimeline).moments.values()]


def interview(app: FollowupApp) -> Interview:
    return app.services.desk.ask_and_wait(lambda desk: desk.get(Interview, "itv-1"))


async def test_an_opportunity_stands_on_top_with_sections_below_and_its_progress(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        head = str(detail_of(app).query_one("#head", Static).render())
        assert " ".join(head.split()) == "Globex Staff SRE Interviewing · thanked 1 of 2"
        assert headings(app) == ["Next", "People", "Interviews  thanked 1 of 2", "Drafts", "They have had", "About"]
        text = text_of(app)
        assert "thanked 1 of 2" in text
        assert "Ben Cho ✓" in text
        assert "On rotas  article, to Ben Cho, 1 d ago" in text
        assert "Call back  opens Wed 09:00" in text
        assert "Remote" in text
        assert "Four rounds." in text
        assert "Sat 04:00 in New York" in text


async def test_a_contact_is_told_with_the_hour_where_they_are(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, contact_id="con-1")
        head = str(detail_of(app).query_one("#head", Static).render())
        assert "Ana Ruiz  interviewer, Globex" in head
        assert "There Sat 04:00 in New York" in head
        assert "Not a good hour to write: better Mon 07:00–19:00 there" in head
        assert "Not a good hour to call" in head
        assert headings(app)[:3] == ["Next", "About", "Opportunities"]
        for fact in (
            "person1@example.com",
            "+1 212",
            "America/New_York",
            "#warm",
            "Likes short mails.",
            "Globex  Staff",
        ):
            assert fact in text_of(app), fact


async def test_the_tab_of_a_person_shows_their_part(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        assert [str(tab.label) for tab in app.screen.query(Tab)] == ["Everybody", "Ana Ruiz", "Ben Cho ✓"]
        await press(pilot, "right")
        person = detail_of(app).person
        assert person is not None
        assert person.name == "Ana Ruiz"
        assert "thank-you to Ben Cho, e-mail" not in story(app)
        assert "On rotas" not in text_of(app)
        await press(pilot, "right")
        assert "thank-you to Ben Cho, e-mail" in story(app)
        assert "A thought" not in text_of(app)
        await press(pilot, "left", "left")
        assert detail_of(app).person is None


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_tab_reaches_every_section_and_the_timeline_and_comes_round(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=size, notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        seen = []
        for _ in range(6):
            seen.append(key_at_cursor(app).partition(":")[0])
            await press(pilot, "tab")
        assert seen == ["next", "person", "interview", "draft", "given", "about"]
        timeline = detail_of(app).query_one(Timeline)
        assert timeline.has_focus
        assert timeline.size.height > 5
        await press(pilot, "tab")
        assert key_at_cursor(app).startswith("next:")
        assert detail_of(app).query_one(Sections).has_focus
        await press(pilot, "shift+tab")
        assert timeline.has_focus
        await press(pilot, "shift+tab")
        assert key_at_cursor(app) == "about"


async def test_with_little_room_the_timeline_takes_the_place_of_the_sections(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        sections, timeline = app.screen.query_one(Sections), app.screen.query_one(Timeline)
        assert sections.size.width > 70
        assert app.screen.query_one("#timeline-part").display is False
        await press(pilot, "shift+tab")
        assert timeline.size.width > 70
        assert app.screen.query_one("#sections-part").display is False
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert app.screen.query_one("#sections-part").display is True


async def test_the_whole_message_can_be_read_and_scrolled(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "shift+tab")
        while "Thank-you" not in story(app)[detail_of(app).query_one(Timeline).cursor or 0].capitalize():
            await press(pilot, "j")
        await press(pilot, "enter")
        dialog = app.screen
        assert isinstance(dialog, Reading)
        text = dialog.query_one("VerticalScroll")
        assert text.max_scroll_y > 50
        await press(pilot, "end")
        assert text.scroll_offset.y == text.max_scroll_y
        await press(pilot, "escape")
        assert detail_of(app).query_one(Timeline).has_focus


async def test_the_story_has_messages_interviews_stages_and_reminders(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        assert story(app) == [
            "reminder: call back",
            "thank-you to Ben Cho, e-mail",
            "video interview with Ana Ruiz, Ben Cho",
            "Globex: Lead",
        ]


async def test_a_timeline_of_a_thousand_messages_opens_with_those_in_view(make_app: MakeApp) -> None:
    many = [
        Touchpoint(
            id=f"tch-{number:04}",
            contact_id="con-1",
            at=f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}T10:00:00+01:00",
            direction="in" if number % 2 else "out",
            channel="email",
            kind="other",
            body=f"message {number}\nsecond line",
            created_at=SINCE,
        )
        for number in range(1000)
    ]
    app = make_app([*small_book(), *many])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_detail(pilot, contact_id="con-1")
        await press(pilot, "shift+tab", "end")
        timeline = detail_of(app).query_one(Timeline)
        assert timeline.cursor == 1000
        lines = [timeline.render_line(y).text for y in range(timeline.size.height)]
        assert sum("message " in line for line in lines) >= 4


async def test_a_talking_point_is_added_with_one_key(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "plus")
        await press(pilot, *"their garden", "enter")
        assert interview(app).talking_points[-1] == "their garden"
        assert "their garden" in text_of(app)
        await press(pilot, "u")
        assert "their garden" not in text_of(app)


async def test_a_promise_is_added_with_one_key_to_whom_and_by_when(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "p")
        await press(pilot, *"a reference", "tab", "tab", *"fri", "enter")
        promise = interview(app).promises[-1]
        assert (promise.text, promise.contact_id, promise.due_on) == ("a reference", "con-1", "2026-11-27")


async def test_the_only_open_promise_is_marked_as_kept_with_one_key(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, contact_id="con-1")
        assert "Promise" in "".join(
            line.entry.text.plain for line in detail_of(app).query_one(DetailLines).lines.values()
        )
        await press(pilot, "v")
        assert interview(app).promises[0].kept_at == format_instant(NOW)
        assert "the incident write-up  kept today" in text_of(app)
        assert app.screen.check_action("keep_promise", ()) is False


async def test_of_several_open_promises_the_one_at_the_cursor_is_kept_or_it_is_asked(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "p")
        await press(pilot, *"tea", "enter", "v")
        assert isinstance(app.screen, Choose)
        await press(pilot, "escape")
        await go_to(pilot, "promise:itv-1:pro-1")
        await press(pilot, "v")
        assert [promise.kept_at is not None for promise in interview(app).promises] == [True, False]


async def test_empty_sections_invite(make_app: MakeApp) -> None:
    bare = [
        msgspec.structs.replace(one, talking_points=(), promises=()) if isinstance(one, Interview) else one
        for one in small_book()
    ]
    app = make_app(bare)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        assert "No talking points yet: + adds one, no promises: p adds one." in text_of(app)
        sections = detail_of(app).query_one(Sections)
        seen = "\n".join(sections.render_line(y).text for y in range(sections.size.height))
        assert "No draft is begun: d begins one." in seen
        await press(pilot, "escape")
        await open_detail(pilot, opportunity_id="opp-3")
        assert app.screen.check_action("add_point", ()) is False
        await press(pilot, "shift+tab")
        assert "Nothing yet: t logs." in detail_of(app).query_one(Timeline).render_line(1).text


async def test_enter_on_a_draft_continues_it_with_what_is_typed_next(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await go_to(pilot, "draft:")
        await type_at_once(pilot, "enter", *"zebra")
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        assert screen.keeper.draft.id == "dra-1"
        assert screen.body.text.endswith("zebra")


async def test_enter_on_a_person_and_on_an_opportunity_goes_there_and_escape_comes_back(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await go_to(pilot, "person:con-2")
        await press(pilot, "enter")
        assert "Ben Cho" in str(detail_of(app).query_one("#head", Static).render())
        await go_to(pilot, "opportunity:")
        await press(pilot, "enter")
        assert "Globex" in str(detail_of(app).query_one("#head", Static).render())
        await press(pilot, "escape", "escape")
        assert key_at_cursor(app) == "person:con-2"


async def test_enter_on_an_interview_and_on_what_was_sent_shows_all_of_it(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        for key, expected in (("interview:", "rings four times a night"), ("given:", "https://example.com/rotas")):
            await go_to(pilot, key)
            await press(pilot, "enter")
            dialog = app.screen
            assert isinstance(dialog, Reading)
            assert expected in str(dialog.query_one("VerticalScroll > Static", Static).render())
            await press(pilot, "escape")


async def test_the_keys_of_a_follow_up_act_on_the_one_at_the_cursor_only(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        assert app.screen.check_action("done", ()) is True
        await go_to(pilot, "interview:")
        assert app.screen.check_action("done", ()) is False
        await go_to(pilot, "promise:itv-1:pro-1")
        await press(pilot, "space")
        assert interview(app).promises[0].kept_at is not None


async def test_deleting_what_was_logged_by_mistake_is_one_step(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "shift+tab", "j", "delete", "d")
        assert "thank-you to Ben Cho, e-mail" not in story(app)
        await press(pilot, "u")
        assert "thank-you to Ben Cho, e-mail" in story(app)


async def test_when_what_it_is_about_is_deleted_it_is_left(make_app: MakeApp) -> None:
    app = make_app(rich_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        before = app.screen
        await open_detail(pilot, contact_id="con-1")
        await go_to(pilot, "about")
        await press(pilot, "delete", "d")
        assert app.screen is before


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_texts_of_any_kind_are_shown_as_text(make_app: MakeApp, size: tuple[int, int]) -> None:
    evil = "[@click=app.quit]x[/] [/] \x1b]0;x\x07"
    hostile = [
        msgspec.structs.replace(contact(evil, 1), notes=evil, title=evil, tags=(evil,)),
        contact("Ben", 2),
        *(
            msgspec.structs.replace(one, talking_points=(evil,), notes=evil)
            if isinstance(one, Interview)
            else msgspec.structs.replace(one, company=evil, notes=evil)
            for one in small_book()
            if isinstance(one, Interview | Opportunity)
        ),
    ]
    app = make_app(hostile)
    async with app.run_test(size=size, notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        await press(pilot, "shift+tab", "right", "escape")
        await open_detail(pilot, contact_id="con-1")
        assert "[@click=app.quit]x[/]" in str(detail_of(app).query_one("#head", Static).render())
        await go_to(pilot, "interview:")
        await press(pilot, "enter", "escape")
        text = text_of(app)
        assert "␛]0;x␇" in text
        assert "\x1b" not in text


async def test_how_it_went_is_asked_at_the_interviews_line(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        assert not app.screen.check_action("after", ())
        await go_to(pilot, "interview:")
        await press(pilot, "h", *"Well", "ctrl+s")
        (told,) = app.services.desk.ask_and_wait(lambda desk: list(desk.records(Interview).values()))
        assert (told.status, told.notes) == ("done", "Well")
        await go_to(pilot, "interview:")
        await press(pilot, "h")
        assert app.screen.query_one("#notes", SafeTextArea).text == "Well"


@pytest.mark.parametrize(("width", "left_out"), [(120, ""), (60, "an engineer"), (40, "thanked")])
async def test_the_head_keeps_to_one_line_by_what_matters_most(make_app: MakeApp, width: int, left_out: str) -> None:
    long = [
        msgspec.structs.replace(one, role="Staff site reliability engineer for an engineering group", priority=2)
        if isinstance(one, Opportunity) and one.id == "opp-1"
        else one
        for one in small_book()
    ]
    app = make_app(long)
    async with app.run_test(size=(width, 24), notifications=True) as pilot:
        await open_detail(pilot, opportunity_id="opp-1")
        head = app.screen.query_one("#head", Static)
        text = str(head.content)
        assert head.size.height == 1
        assert cell_len(text) <= width - 2
        assert text.startswith("Globex")
        assert "Interviewing" in text
        assert not left_out or left_out not in text


async def test_the_key_of_a_place_leaves_what_was_opened_there(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        for away in ([], ["2"]):
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, DetailScreen)
            await pilot.press(*away, "1")
            await settle(pilot)
            assert isinstance(app.screen, BoardScreen)
