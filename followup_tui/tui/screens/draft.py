"""The draft editor: a message is written, read over one's shoulder, handed over, and marked as sent."""

from typing import Any, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from followup_tui.desk import reviewing, worth_saying
from followup_tui.desk.clipboard import Clipboard
from followup_tui.desk.drafts import Opened, Sent
from followup_tui.desk.worth_saying import WorthSaying
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import action_words, when_words
from followup_tui.domain.records import Draft
from followup_tui.domain.salutation import first_name
from followup_tui.tui.draft_keeper import SAVE_AFTER_SECONDS, DraftKeeper
from followup_tui.tui.screens.draft_help import WritingHelp
from followup_tui.tui.screens.draft_name import is_name_missed, sign
from followup_tui.tui.screens.draft_panel import PanelLines
from followup_tui.tui.screens.draft_review import ReviewPane
from followup_tui.tui.screens.draft_sending import Sending
from followup_tui.tui.screens.draft_writing import AT_FIRST, Writing
from followup_tui.tui.screens.early import reason_if_early
from followup_tui.tui.screens.what_to_say import what_to_say, whom_and_what
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.hanging import unlabelled
from followup_tui.tui.widgets.letter import Letter
from followup_tui.tui.widgets.letter_pane import LetterPane
from followup_tui.tui.widgets.safe import notify
from followup_tui.tui.widgets.state_line import StateLine

_READ_AFTER_SECONDS: Final = 0.3
"""How long nothing must be typed till the letter is read again."""


class DraftScreen(Screen[Sent | None]):
    """The letter on the left, the review and what to say on the right. The answer is what was sent, if it was.

    The screen lays them out, has the keys (those that matter most first, as the footer shows them), and tells each
    part what it has to know. What they do stands in the parts: `Writing` has the draft and keeps it, `ReviewPane` the
    findings, `PanelLines` the letters to the others; `WritingHelp` writes for one, and `Sending` gets it out.
    """

    CSS_PATH = "draft.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (90, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "sent", "Sent", tooltip="It went out: keep its text, complete the follow-up", id="draft.sent"),
        Binding("f5", "copy", "Copy", tooltip="Copy the message", id="draft.copy"),
        Binding("f7", "mail", "Mail", tooltip="Hand it to the mail client, ready to send", id="draft.mail"),
        Binding("f2", "template", "Template", tooltip="Another template or tone", id="draft.template"),
        Binding("f3", "insert", "Put in", tooltip="Put in a talking point, a promise or a material", id="draft.insert"),
        Binding("f4", "next_finding", "Mend", tooltip="To the next finding of the review", id="draft.finding"),
        Binding("f10", "side", "Side", tooltip="Show or hide what stands beside the letter", id="draft.side"),
        Binding("f9,ctrl+pagedown", "turn(1)", "Panel", tooltip="The same for the next interviewer", id="draft.panel"),
        Binding("ctrl+l", "letters", "Letters", tooltip="The letters of the panel side by side", id="draft.letters"),
        Binding("f12", "versions", "Versions", tooltip="Earlier versions, to go back to", id="draft.versions"),
        Binding("ctrl+o", "editor", "Editor", tooltip="Write in your own editor ($VISUAL, $EDITOR)", id="draft.editor"),
        Binding("escape", "back", "Back", tooltip="Back; the draft is kept", id="draft.back"),
        Binding("f6", "copy_subject", "Subject", tooltip="Copy the subject", id="draft.copy_subject"),
        Binding("ctrl+s", "save", "Save", tooltip="Save, and keep this version (it saves itself)", id="draft.save"),
        Binding(
            "ctrl+pageup", "turn(-1)", "Before", tooltip="The same for the interviewer before", id="draft.panel_back"
        ),
        Binding(
            "tab", "next_gap", "Next", show=False, tooltip="To the next {{gap}}, else to the next field", id="draft.tab"
        ),
    ]

    def __init__(self, services: Services, opened: Opened, keeper: DraftKeeper, clipboard: Clipboard) -> None:
        """An editor for the draft that was opened."""
        super().__init__()
        self.services = services
        self.keeper = keeper
        self._letter = LetterPane(opened.draft.body, id="letter")
        self._state = StateLine(AT_FIRST.format(keys=services.key("keys")), self.body, id="state")
        self._writing = Writing(services, opened, keeper, self._letter, self._state)
        self.review = ReviewPane(self.body, services.key, id="review")
        self._panel = PanelLines(self._writing, id="panel")
        self._help = WritingHelp(self.app, self._writing)
        self._sending = Sending(self.app, self._writing, self.review, clipboard)
        self._words = services.settings.path.with_name(reviewing.WORDS_FILE)
        self._save_timer: Timer | None = None
        self._read_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The letter, what to say in it, and what happened to it last."""
        yield Static(id="about")
        with Horizontal(id="writing"):
            yield self._letter
            with Vertical(id="side"):
                yield self.review
                with VerticalScroll(id="what") as what:
                    what.border_title = "What to say"
                    yield self._panel
                    yield Static(id="points")
        yield self._state
        yield KeyBar()

    @property
    def subject(self) -> SafeInput:
        """The field of the subject."""
        return self._letter.subject

    @property
    def body(self) -> Letter:
        """The field of the message."""
        return self._letter.body

    @property
    def draft(self) -> Draft:
        """The draft as it stands in the fields."""
        return self._writing.draft

    # What is shown

    async def on_mount(self) -> None:
        """Start in the letter, at the first gap if there is one."""
        if is_name_missed(self._writing):
            self._sign()
        await self._show_draft()
        problems = self.services.template_problems
        if problems and not self._writing.opened.draft.revisions:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self._writing.say(f"Not used: {problems[0]}{more}. {self.services.key('draft.template')} shows all.")

    @work(group="name")
    async def _sign(self) -> None:
        """Ask what letters are signed with."""
        await sign(self.app, self._writing)

    async def _show_draft(self) -> None:
        """Show the opened draft with what stands around it, and have it read."""
        opened = self._writing.opened
        draft = opened.draft
        self.review.turn_to(draft)
        self.query_one("#about", Static).update(unlabelled(whom_and_what(opened)))
        self._letter.open(draft.subject, draft.body, with_subject=draft.channel == "email" or bool(draft.subject))
        self._show_points(None)
        await self._ask_what_to_say()
        await self._look_around()
        self._sending.ask_again()

    async def _ask_what_to_say(self) -> WorthSaying | None:
        """Ask the book what the letter can be about, and show that."""
        worth = await self._writing.ask(worth_saying.worth_saying, self.services.templates, self.draft)
        self._show_points(worth)
        return worth

    def _show_points(self, worth: WorthSaying | None) -> None:
        points = what_to_say(self._writing.opened, worth, self.services.now())
        self.query_one("#points", Static).update(points)

    def action_side(self) -> None:
        """Show or hide what stands beside the letter; where there is little room, in its place."""
        other = self.toggle_class("-other-side").has_class("-other-side")
        if self.has_class("-narrow") and other:
            self.review.focus()
        else:
            self.body.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next finding only while there is one, and a next letter only where there is a panel."""
        if action == "next_finding":
            return bool(self.review.findings)
        if action in ("turn", "letters"):
            return self._panel.seats is not None
        return super().check_action(action, parameters)

    # Writing

    @on(Input.Changed, "#subject")
    @on(TextArea.Changed, "#body")
    def _typed(self) -> None:
        """Keep what was typed within the second, and have it read once the typing pauses."""
        self._writing.typed()
        if self.keeper.unsaved and self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER_SECONDS, self._save_by_itself)
        if self._read_timer is None:
            self._read_timer = self.set_timer(_READ_AFTER_SECONDS, self._read_soon)
        else:
            self._read_timer.reset()

    async def _save_by_itself(self) -> None:
        self._save_timer = None
        if self.keeper.unsaved:  # by then it may be another draft, which was only looked at
            await self._writing.save(keep_version=False)

    async def action_save(self) -> None:
        """Save, and keep this version."""
        if await self._writing.save(keep_version=True):
            versions = self.services.key("draft.versions")
            self._writing.say(f"Saved; this version is kept. {versions} shows the earlier ones.")

    async def action_back(self) -> None:
        """Back to the letter, or to where the user came from; the draft is kept."""
        if self.has_class("-narrow") and self.has_class("-other-side"):
            self.action_side()
        elif not self.keeper.unsaved or await self._writing.save(keep_version=False):
            self.dismiss(None)

    def action_next_gap(self) -> None:
        """Select the next gap of the letter; without one, go to the next field."""
        if not self._letter.go_to_next_gap():
            self.focus_next()

    @work(exclusive=True, group="write")
    async def action_template(self) -> None:
        """Begin the letter anew from another template; ctrl+z brings the old one back."""
        await self._help.begin_anew()

    @work(exclusive=True, group="write")
    async def action_insert(self) -> None:
        """Put something in at the cursor."""
        if await self._help.put_in(await self._ask_what_to_say()):
            self._typed()

    @work(exclusive=True, group="write")
    async def action_versions(self) -> None:
        """Show the earlier versions, and go back to one."""
        await self._help.go_back()

    async def action_editor(self) -> None:
        """Write in the user's own editor, which has the terminal meanwhile."""
        await self._help.write_outside()

    # The review

    async def _look_around(self) -> None:
        """Ask the book anew what stands around the draft, and have it read."""
        await self._panel.look_around()
        self.review.context = await self._writing.ask(reviewing.review_context, self.draft, self._words)
        self._read_soon()

    def _read_soon(self) -> None:
        if self._read_timer is not None:
            self._read_timer.stop()
            self._read_timer = None
        self._read(self.draft)

    @work(exclusive=True, group="review")
    async def _read(self, draft: Draft) -> None:
        """Have a draft read in threads, while one goes on typing; one that was overtaken by typing is not shown."""
        await self._panel.compare(draft)
        await self.review.read(draft)

    def action_next_finding(self) -> None:
        """Select what the next finding is about, and offer what can be done about it."""
        self.review.mend()

    @on(ReviewPane.WordAdded)
    @work(group="finding")
    async def _add_word(self, event: ReviewPane.WordAdded) -> None:
        """Keep a word, aside: a disk that is slow holds up no key."""
        if await self._writing.ask(reviewing.add_word, self._words, event.word) is not None:
            self._writing.say(f"“{event.word}” is one of your words now.")
            await self._look_around()

    @on(ReviewPane.FindingIgnored)
    @work(group="finding")
    async def _keep_ignored(self, event: ReviewPane.FindingIgnored) -> None:
        """Keep with the draft what is to be left alone in it, aside as well."""
        if await self._writing.save(keep_version=False):
            try:
                await self.keeper.note_ignored(event.name)
            except FollowupError as error:
                self._writing.say(f"Ignored for now, but that could not be kept: {error}")

    # The panel

    @work(exclusive=True, group="write")
    async def action_turn(self, step: int) -> None:
        """Put this letter away, and open the one to the next interviewer who has had none."""
        await self._turn_to(await self._panel.next_letter(step))

    @work(exclusive=True, group="write")
    async def action_letters(self) -> None:
        """Show the letters side by side; the one that is chosen there is opened."""
        await self._turn_to(await self._panel.choose_letter())

    async def _turn_to(self, opened: Opened | None) -> None:
        if opened is not None and await self._writing.turn_to(opened):
            await self._show_draft()

    # Sending

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the message, and ask whether it was sent."""
        await self._sending.copy("message")

    @work(exclusive=True, group="copy")
    async def action_copy_subject(self) -> None:
        """Copy the subject."""
        await self._sending.copy("subject")

    @work(exclusive=True, group="copy")
    async def action_write_file(self) -> None:
        """Write the message to a file, where a copy cannot be checked."""
        await self._sending.write_file()

    @work(exclusive=True, group="copy")
    async def action_mail(self) -> None:
        """Open the message in the mail client, ready to send."""
        await self._sending.mail()

    @work(exclusive=True, group="send")
    async def action_sent(self) -> None:
        """Record the exact text as sent now, and leave, to say what comes next."""
        if not await self._sending.is_meant():
            return
        reason = await reason_if_early(self.app, self._writing.opened.follow_up, self.services.now())
        sent = await self._sending.mark_sent(reason) if reason is not None else None
        if sent is not None:
            self.dismiss(sent)


def sent_words(sent: Sent, services: Services) -> str:
    """What is said after marking as sent."""
    following = sent.following
    if following is None:
        return "Marked as sent. Nothing else is planned here."
    what = action_words(following.kind, first_name(sent.whom) if sent.whom else "")
    return f"Marked as sent. Next: {what}, {when_words(following, services.now())}."


def told(screen: Screen[Any], sent: Sent, services: Services) -> None:
    """Say on the screen that came back what was sent and what comes next."""
    notify(screen, sent_words(sent, services))
