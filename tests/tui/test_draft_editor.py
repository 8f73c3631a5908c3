"""The keys of the draft editor, each pressed as a person would."""

import html
import re
from pathlib import Path
from threading import Event
from typing import TypeVar

import msgspec
import pytest
from textual.events import Key
from textual.pilot import Pilot

from followup_tui.config import Config
from followup_tui.desk import drafts, handing_over
from followup_tui.desk.clipboard import Clipboard, Outcome
from followup_tui.desk.desk import Desk
from followup_tui.desk.handing_over import HandedOver
from followup_tui.domain.records import Draft, Interview, Material, Record, Touchpoint
from followup_tui.exchange.eml_draft import Letter as Mail
from followup_tui.exchange.template_files import load_templates
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.choose import Choose
from followup_tui.tui.dialogs.finding import FindingMenu
from followup_tui.tui.dialogs.panel_letters import PanelLetters
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.dialogs.versions import Versions
from followup_tui.tui.dialogs.waiting import Waiting
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.draft import DraftScreen
from followup_tui.tui.screens.wanted import DetailWanted, DraftWanted, Target
from followup_tui.tui.widgets.state_line import StateLine
from tests.tui.small_book import SINCE, small_book
from tests.tui.windows import MADRID, MakeApp, settle, until

RecordType = TypeVar("RecordType", bound=Record)

ARTICLE = Material(
    id="mat-1", kind="article", title="On-call without tears", created_at=SINCE, url="https://example.com/calm"
)


def had_by(contact_id: str) -> Touchpoint:
    return Touchpoint(
        id=f"tch-{contact_id}",
        at="2026-11-03T09:00:00+01:00",
        direction="out",
        channel="email",
        kind="other",
        created_at=SINCE,
        contact_id=contact_id,
        material_ids=("mat-1",),
    )


def editor(pilot: Pilot[str]) -> DraftScreen:
    screen = next(screen for screen in pilot.app.screen_stack if isinstance(screen, DraftScreen))
    assert isinstance(screen, DraftScreen)
    return screen


async def press(pilot: Pilot[str], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def our(pilot: Pilot[str]) -> FollowupApp:
    assert isinstance(pilot.app, FollowupApp)
    return pilot.app


async def ask_for_draft(pilot: Pilot[str]) -> None:
    """What `d` on the thank-you to Ana asks for."""
    plan = await our(pilot).services.desk.ask(lambda desk: desk.plan())
    thanks = next(follow_up for follow_up in plan if follow_up.contact_id == "con-1")
    pilot.app.screen.post_message(DraftWanted(Target(follow_up=thanks)))
    await settle(pilot)


async def open_draft(pilot: Pilot[str]) -> DraftScreen:
    """The thank-you to Ana, once it has been read for the first time."""
    await settle(pilot)
    await ask_for_draft(pilot)
    screen = editor(pilot)
    await until(pilot, lambda: screen.review.reviewed == screen.body.text)
    return screen


async def write(pilot: Pilot[str], text: str) -> None:
    """Put a whole letter in, and wait till it was read."""
    screen = editor(pilot)
    screen.body.replace_all(text)
    await pilot.pause()
    await until(pilot, lambda: screen.review.reviewed == screen.body.text)
    await settle(pilot)


def state(screen: DraftScreen) -> str:
    return str(screen.query_one(StateLine).render())


def stored(pilot: Pilot[str], kind: type[RecordType]) -> list[RecordType]:
    return our(pilot).services.desk.ask_and_wait(lambda desk: list(desk.records(kind).values()))


LETTER = (
    "Dear Ana,\n\nThank you for the tour. I recieved the the plan, and I want the job.\n\nBest regards,\nSam Vega\n"
)


# The review


async def test_findings_stand_beside_the_letter_and_are_underlined(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, LETTER)
        typos = [found for found in screen.review.findings if found.check == "typo"]
        assert [LETTER[slice(*found.span)] for found in typos if found.span] == ["recieved", "the the"]
        assert {(mark.start, mark.end) for mark in screen.body.marks} >= {found.span for found in typos}
        warnings = sum(found.level == "warning" for found in screen.review.findings)
        assert f"● {warnings}" in str(screen.query_one("#review").border_title)


async def test_f4_offers_a_suggestion_and_puts_it_in(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, LETTER)
        while True:
            await press(pilot, "f4")
            assert isinstance(pilot.app.screen, FindingMenu)
            if screen.body.selected_text == "recieved":
                break
        await press(pilot, "1")
        assert "I received the the plan" in screen.body.text
        await press(pilot, "ctrl+z")
        assert screen.body.text == LETTER


async def test_a_word_of_ones_own_is_kept_in_a_file_of_ones_own(make_app: MakeApp, config_path: Path) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, LETTER)
        while screen.body.selected_text != "recieved":
            await press(pilot, "f4")
        await press(pilot, "a")
        await until(pilot, lambda: all(found.span != _place("recieved") for found in screen.review.findings))
        words = config_path.with_name("words.txt")
        assert words.read_text() == "recieved\n"
        assert words.stat().st_mode & 0o777 == 0o600


def _place(word: str) -> tuple[int, int]:
    return (LETTER.index(word), LETTER.index(word) + len(word))


async def test_what_is_ignored_here_is_not_found_again(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, LETTER)
        while screen.body.selected_text != "recieved":
            await press(pilot, "f4")
        await press(pilot, "i")
        assert all(found.span != _place("recieved") for found in screen.review.findings)
        await write(pilot, LETTER.replace("tour", "walk"))
        assert all("recieved" not in found.message for found in screen.review.findings)


async def test_what_is_ignored_is_kept_with_the_draft(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, LETTER)
        while screen.body.selected_text != "recieved":
            await press(pilot, "f4")
        await press(pilot, "i", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, DraftScreen))
        screen = await open_draft(pilot)
        found = [LETTER[slice(*found.span)] for found in screen.review.findings if found.check == "typo" and found.span]
        assert found == ["the the"]
        await write(pilot, LETTER.replace("recieved", "recieve"))
        assert any("recieve" in found.message for found in screen.review.findings)


async def test_marking_as_sent_with_errors_open_asks_once(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        await open_draft(pilot)
        await write(pilot, LETTER.replace("Ana", "Ben"))
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await press(pilot, "n")
        assert not stored(pilot, Touchpoint)
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await press(pilot, "y")
        assert [touchpoint.contact_id for touchpoint in stored(pilot, Touchpoint)] == ["con-1"]


# Templates and what to put in


async def test_f2_begins_anew_and_keeps_what_was_written(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, *"zebra ")
        before, template = screen.body.text, screen.draft.template
        await press(pilot, "f2", "3")
        assert screen.draft.template != template
        assert "zebra" not in screen.body.text
        assert screen.draft.revisions[-1].body == before
        await press(pilot, "ctrl+z")
        assert screen.body.text == before


async def test_what_is_wrong_with_ones_own_templates_is_said_with_line_and_column(
    make_app: MakeApp, tmp_path: Path
) -> None:
    (tmp_path / "mine.md").write_text("---\nname: Mine\nkind: thanks\nchannel: email\ntone: warm\n---\n{{nope}}\n")
    app = make_app(small_book())
    app.services.load_templates = lambda: load_templates(tmp_path)
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        assert "Not used:" in state(screen)
        assert "mine.md:3:7: kind has to be one of" in state(screen)
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await press(pilot, "?")
        await until(pilot, lambda: isinstance(app.screen, Reading))
        await settle(pilot)
        assert "nope" in app_text(pilot)
        await press(pilot, "escape")
        (tmp_path / "mine.md").unlink()
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert "What is wrong" not in app_text(pilot)


async def test_f3_puts_a_material_in_and_records_it(make_app: MakeApp) -> None:
    async with make_app([*small_book(), ARTICLE]).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f3", "3")
        assert "https://example.com/calm" in screen.body.text
        assert screen.draft.material_ids == ("mat-1",)
        await press(pilot, "escape")
        assert [draft.material_ids for draft in stored(pilot, Draft)] == [("mat-1",)]


async def test_what_the_person_has_had_is_offered_only_with_a_question(make_app: MakeApp) -> None:
    book = [*small_book(), ARTICLE, had_by("con-1")]
    async with make_app(book).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        before = screen.body.text
        await press(pilot, "f3", "3", "n")
        assert screen.body.text == before
        await press(pilot, "f3", "3", "y")
        assert "example.com" in screen.body.text


async def test_what_a_colleague_has_had_is_only_told(make_app: MakeApp) -> None:
    book = [*small_book(), ARTICLE, had_by("con-2")]
    async with make_app(book).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f3")
        assert "Ben Cho had it on 3 Nov" in app_text(pilot)
        await press(pilot, "3")
        assert "example.com" in screen.body.text


async def test_a_material_that_goes_along_is_taken_back_with_f3(make_app: MakeApp) -> None:
    book = [*small_book(), ARTICLE, had_by("con-1")]
    async with make_app(book).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f3", "3", "y")
        with_it = screen.body.text
        await press(pilot, "f3")
        assert "goes with this letter" in app_text(pilot)
        await press(pilot, "3", "escape")
        assert screen.draft.material_ids == ("mat-1",)
        await press(pilot, "f3", "3", "l")
        assert not screen.draft.material_ids
        assert screen.body.text == with_it
        assert "yours to delete" in state(screen)
        await press(pilot, "escape")
        assert [draft.material_ids for draft in stored(pilot, Draft)] == [()]


async def test_f3_says_which_letters_of_the_panel_have_a_talking_point_already(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        await open_draft(pilot)
        await write(pilot, "Dear Ana,\n\nI keep thinking of that rota, and its four\nring tones each night.")
        await press(pilot, "f9")
        await write(pilot, "Dear Ben,\n\nthank you.")
        await press(pilot, "f3")
        assert "in the letter to Ana Ruiz" in app_text(pilot)
        assert "in this letter" not in app_text(pilot)
        await press(pilot, "1", "f3")
        assert "in this letter, in the letter to Ana Ruiz" in " ".join(app_text(pilot).split())


async def test_all_there_is_can_be_put_in_also_when_no_key_is_left_for_it(make_app: MakeApp) -> None:
    many = [msgspec.structs.replace(ARTICLE, id=f"mat-{number}", title=f"Article {number}") for number in range(40)]
    async with make_app([*small_book(), *many]).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f3", "end", "enter")
        assert screen.draft.material_ids == ("mat-0",)


def app_text(pilot: Pilot[str]) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", pilot.app.export_screenshot())).replace("\xa0", " ")


@pytest.mark.parametrize(("size", "hide"), [((60, 20), []), ((120, 36), ["f10"])])
async def test_what_is_to_mend_is_counted_at_the_letter_where_the_review_is_not_beside_it(
    make_app: MakeApp, size: tuple[int, int], hide: list[str]
) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=size) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, *hide)
        await write(pilot, "Dear Ana,\n\nthank you. {{event}}")
        counted = str(screen.body.border_subtitle)
        assert counted.startswith("‼ 1  ● ")
        assert counted.endswith("f10")
        await pilot.resize_terminal(120, 36)
        await press(pilot, *hide)
        assert not screen.body.border_subtitle


# The panel


async def test_f9_goes_round_the_panel_and_says_how_alike_the_letters_are(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        first = screen.draft
        await press(pilot, "f9")
        await until(pilot, lambda: "% alike" in app_text(pilot))
        assert (screen.draft.contact_id, screen.draft.interview_id) == ("con-2", "itv-1")
        assert "thanked 0 of 2" in app_text(pilot)
        assert screen.draft.template != first.template
        await write(pilot, first.body.replace("Ana", "Ben"))
        repeated = [found for found in screen.review.findings if found.check == "repeat"]
        assert repeated
        assert "Ana Ruiz" in repeated[0].message
        await press(pilot, "ctrl+pageup")
        assert screen.draft.id == first.id
        assert screen.body.text == first.body


REPEATED = "What you said about the rota has stayed with me since I left."


async def test_ctrl_l_shows_the_letters_side_by_side_and_quotes_what_stands_in_both(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, f"Dear Ana,\n\nThank you. {REPEATED} I want it.\n\nBest,\nSam Vega\n")
        await press(pilot, "f9")
        await write(pilot, f"Dear Ben,\n\nThanks for the tour. {REPEATED}\n\nBest,\nSam Vega\n")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, PanelLetters))
        await settle(pilot)
        seen = app_text(pilot)
        assert "Dear Ana," in seen
        assert "Dear Ben," in seen
        assert "To Ana Ruiz and to Ben Cho:" in seen
        assert f"“{REPEATED}”" in seen
        assert "% alike" in seen
        await press(pilot, "left", "enter")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: screen.draft.contact_id == "con-1")


async def test_the_letters_side_by_side_are_seen_in_a_small_terminal(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(60, 20)) as pilot:
        await open_draft(pilot)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, PanelLetters))
        await settle(pilot)
        assert "Ana Ruiz" in app_text(pilot)
        await press(pilot, "right")
        assert "No letter yet." in app_text(pilot)


async def test_alone_there_is_no_panel(make_app: MakeApp) -> None:
    alone = [
        msgspec.structs.replace(record, contact_ids=("con-1",)) if isinstance(record, Interview) else record
        for record in small_book()
    ]
    async with make_app(alone).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        assert screen.check_action("turn", (1,)) is False
        assert not screen.query_one("#panel").display


# Versions, the editor, the side


async def test_f12_shows_what_changed_and_goes_back(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "ctrl+s")
        first = screen.body.text
        await press(pilot, *"zebra", "f12")
        assert isinstance(pilot.app.screen, Versions)
        shown = app_text(pilot)
        assert "- Sam Vega" in shown
        assert "+ Sam Vegazebra" in shown
        await press(pilot, "enter")
        assert screen.body.text == first
        assert screen.draft.revisions[-1].body.endswith("zebra")


async def test_without_another_version_f12_says_so(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        await open_draft(pilot)
        await press(pilot, "f12")
        assert "There is no other version yet" in app_text(pilot)


async def test_without_a_terminal_or_an_editor_the_app_says_so(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        monkeypatch.setenv("VISUAL", "true")
        await press(pilot, "ctrl+o")
        assert "needs a terminal" in state(screen)
        monkeypatch.delenv("VISUAL")
        monkeypatch.delenv("EDITOR", raising=False)
        await press(pilot, "ctrl+o")
        assert "No editor is named" in state(screen)


async def test_in_a_narrow_terminal_f10_shows_the_side_in_the_letters_place(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(60, 20)) as pilot:
        screen = await open_draft(pilot)
        assert not screen.query_one("#side").display or screen.query_one("#side").size.width == 0
        await press(pilot, "f10")
        assert screen.query_one("#side").size.width == 60
        await press(pilot, "escape")
        assert screen.body.has_focus
        assert screen.body.size.width > 50


# Handing over


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Mail]:
    """What the mail client was given, by one that always works."""
    letters: list[Mail] = []

    def hand_over(letter: Mail, _folder: Path) -> HandedOver:
        letters.append(letter)
        return HandedOver(done=True, sentence="Handed to the mail client.")

    monkeypatch.setattr(handing_over, "hand_over", hand_over)
    return letters


async def test_f7_hands_the_letter_to_the_mail_client_and_asks(make_app: MakeApp, handed: list[Mail]) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f7")
        await until(pilot, lambda: "Sent?" in state(screen))
        assert [(mail.to, mail.body) for mail in handed] == [("person1@example.com", screen.body.text)]
        assert not stored(pilot, Touchpoint)


async def test_a_copied_draft_asks_again_when_it_is_opened(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clipboard, "copy", lambda _self, _text, **_said: Outcome("system", "Copied to the clipboard."))
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f5")
        await until(pilot, lambda: "Copied" in state(screen))
        await press(pilot, "escape")
        await ask_for_draft(pilot)
        await until(pilot, lambda: "handed over on Sat 21 Nov 10:00. Sent? f8 yes" in state(editor(pilot)))


async def test_f6_copies_the_subject_alone(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(_self: Clipboard, text: str, **_said: str) -> Outcome:
        copied.append(text)
        return Outcome("system", "Copied to the clipboard.")

    monkeypatch.setattr(Clipboard, "copy", copy)
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f6")
        await until(pilot, lambda: "Copied" in state(screen))
        assert copied == [screen.subject.value]
        assert "Sent?" not in state(screen)


async def test_w_writes_what_a_terminal_was_sent_to_a_file(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clipboard, "copy", lambda _self, _text, *, doubt: Outcome("terminal", f"Who knows; {doubt}."))
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "f5")
        await until(pilot, lambda: "Who knows; w writes it to a file." in state(screen))
        letter = screen.body.text
        await press(pilot, "w")
        await until(pilot, lambda: "Who knows" not in state(screen))
        written = [path.read_text(encoding="utf-8") for path in our(pilot).copier.folder.glob("*.txt")]
        assert written == [letter]
        assert screen.body.text == letter


# Gaps, undo and redo


async def test_tab_goes_from_gap_to_gap_and_then_to_the_next_field(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, "Dear Ana,\n\n{{one}} and {{two}}\n")
        screen.body.move_cursor((0, 0))
        await press(pilot, "tab")
        assert screen.body.selected_text == "{{one}}"
        await press(pilot, *"1st", "tab")
        assert screen.body.selected_text == "{{two}}"
        await press(pilot, *"2nd", "tab")
        assert screen.body.text == "Dear Ana,\n\n1st and 2nd\n"
        assert not screen.body.has_focus


async def test_ctrl_y_does_again_what_ctrl_z_took_back(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        before = screen.body.text
        await press(pilot, "f2", "3")
        await until(pilot, lambda: screen.body.text != before)
        after = screen.body.text
        await press(pilot, "ctrl+z")
        assert screen.body.text == before
        await press(pilot, "ctrl+y")
        assert screen.body.text == after


# Patience


async def test_a_letter_that_is_early_asks_why_and_the_reason_is_kept(make_app: MakeApp) -> None:
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        await settle(pilot)
        plan = await our(pilot).services.desk.ask(lambda desk: desk.plan())
        early = next(follow_up for follow_up in plan if follow_up.urgency in ("upcoming", "later"))
        app.screen.post_message(DraftWanted(Target(follow_up=early)))
        await settle(pilot)
        screen = editor(pilot)
        await until(pilot, lambda: screen.review.reviewed == screen.body.text)
        await write(pilot, "Hi there, it was good to meet you. Best, Sam")
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(app.screen, Choose | AskLine))
        if isinstance(app.screen, Choose):
            await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await press(pilot, *"asked", "enter")
        await until(pilot, lambda: bool(stored(pilot, Touchpoint)))
        assert [touchpoint.early_reason for touchpoint in stored(pilot, Touchpoint)] == ["asked"]


# A slow disk


async def test_nothing_can_be_typed_into_a_letter_that_is_being_marked_as_sent(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("followup_tui.tui.type_ahead._AT_MOST_SECONDS", 0.01)
    monkeypatch.setattr("followup_tui.tui.dialogs.waiting._AFTER_SECONDS", 0.01)
    written, mark_sent = Event(), drafts.mark_sent

    def mark_slowly(desk: Desk, draft: Draft, *, early_reason: str | None = None) -> drafts.Sent:
        written.wait(60)
        return mark_sent(desk, draft, early_reason=early_reason)

    monkeypatch.setattr(drafts, "mark_sent", mark_slowly)
    app = make_app(small_book())
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await write(pilot, "Dear Ana, {{gap}}")
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        app.post_message(Key("y", "y"))  # which is not waited for
        await until(pilot, lambda: isinstance(app.screen, Waiting))
        for key in ("x", "f8", "escape"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: not app.is_acting)
        assert isinstance(app.screen, Waiting)
        assert screen.body.text == "Dear Ana, {{gap}}"
        written.set()
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await settle(pilot)
        (sent,) = stored(pilot, Touchpoint)
        assert [draft.sent_touchpoint_id for draft in stored(pilot, Draft)] == [sent.id]


# After a refusal


async def test_closing_as_rejected_leads_to_the_reply_in_three_keys(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        await settle(pilot)
        pilot.app.screen.post_message(DetailWanted("opp-1", None))
        await settle(pilot)
        await press(pilot, "m", "c")
        assert "How did it end with Globex?" in app_text(pilot)
        await press(pilot, "r", "enter", "d")
        screen = editor(pilot)
        assert (screen.draft.kind, screen.draft.opportunity_id) == ("rejection_reply", "opp-1")
        assert "thank" in screen.body.text.casefold()


async def test_the_reply_to_a_refusal_can_wait(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        await settle(pilot)
        pilot.app.screen.post_message(DetailWanted("opp-1", None))
        await settle(pilot)
        await press(pilot, "m", "c", "r", "enter", "l")
        assert not any(isinstance(screen, DraftScreen) for screen in pilot.app.screen_stack)
        plan = await our(pilot).services.desk.ask(lambda desk: desk.plan())
        assert "rejection_reply" in {follow_up.kind for follow_up in plan}


async def test_a_letter_of_the_panel_that_was_only_looked_at_is_not_kept(make_app: MakeApp) -> None:
    async with make_app(small_book()).run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "x", "f9")
        assert screen.draft.contact_id == "con-2"
        await until(pilot, lambda: screen._save_timer is None)
        await press(pilot, "escape")
        assert [draft.contact_id for draft in stored(pilot, Draft)] == ["con-1"]


async def test_the_users_name_is_asked_for_once_kept_and_signed_with(make_app: MakeApp, config_path: Path) -> None:
    app = make_app(small_book(), config=Config(zone=MADRID))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, AskLine)
        await pilot.press(*"Sam", "enter")
        await settle(pilot)
        editor = app.screen
        assert isinstance(editor, DraftScreen)
        assert editor.body.text.rstrip().endswith("Sam")
        assert 'name = "Sam"' in config_path.read_text()
        assert app.services.config.user.name == "Sam"


async def test_without_a_name_the_letter_says_where_it_is_set(make_app: MakeApp) -> None:
    app = make_app(small_book(), config=Config(zone=MADRID))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        for keys in (("d", "escape"), ("escape", "d")):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            assert isinstance(app.screen, DraftScreen)
            assert "settings (," in str(app.screen.query_one(StateLine).content)
