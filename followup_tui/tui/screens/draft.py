"""The draft editor: a message is written, copied, and marked as sent."""

import asyncio
import re
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from followup_tui.desk import agenda, drafts
from followup_tui.desk.clipboard import Clipboard, Outcome
from followup_tui.desk.drafts import Opened, Sent
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import kind_words, when_words
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.help import KeysHelp
from followup_tui.tui.draft_keeper import SAVE_AFTER_SECONDS, DraftKeeper
from followup_tui.tui.screens.what_to_say import what_to_say
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.letter import Letter
from followup_tui.tui.widgets.safe import notify, shown

_PLACEHOLDER = re.compile(r"\{\{[^{}\n]*\}\}")


class StateLine(Static, can_focus=True):
    """What happened to the draft last. It takes the focus when a copy cannot be checked, so that `w` can be pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "screen.write_file", "Write it to a file", tooltip="Write the message to a file", id="draft.file"),
    ]

    def on_key(self, event: events.Key) -> None:
        """Anything else that is typed belongs to the letter."""
        if event.is_printable and event.character != "w":
            event.stop()
            self.screen.query_one("#body", SafeTextArea).focus()
            self.app.simulate_key(event.key)


class DraftScreen(Screen[Sent | None]):
    """Subject and body on the left, what to write about on the right. The answer is what was sent, if it was."""

    CSS_PATH = "draft.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (90, "-wide"),
    ]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", tooltip="Save, and keep this version (it saves itself too)", id="draft.save"),
        Binding("f5", "copy", "Copy", tooltip="Copy the message", id="draft.copy"),
        Binding("f6", "copy_subject", "Copy subject", tooltip="Copy the subject", id="draft.copy_subject"),
        Binding(
            "f8", "sent", "Mark as sent", tooltip="It went out: keep its text, complete the follow-up", id="draft.sent"
        ),
        Binding("escape", "back", "Back", tooltip="Back; the draft is kept", id="draft.back"),
        Binding(
            "tab", "next_gap", "Next", show=False, tooltip="To the next {{gap}}, else to the next field", id="draft.tab"
        ),
        Binding("f1", "help", "Keys", tooltip="The keys of this place", id="draft.help"),
    ]

    def __init__(self, services: Services, opened: Opened, keeper: DraftKeeper, clipboard: Clipboard) -> None:
        """An editor for the draft that was opened."""
        super().__init__()
        self.services = services
        self.keeper = keeper
        self._opened = opened
        self._clipboard = clipboard
        self._save_timer: Timer | None = None
        self._warned = False

    # What is shown

    def compose(self) -> ComposeResult:
        """The letter, what to say in it, and what happened to it last."""
        draft = self._opened.draft
        yield Static(self._about(), id="about")
        with Horizontal(id="writing"):
            with Vertical(id="letter"):
                subject = SafeInput(draft.subject, id="subject")
                subject.border_title = "Subject"
                subject.display = draft.channel == "email" or bool(draft.subject)
                yield subject
                body = Letter(draft.body, id="body")
                body.border_title = "Message"
                yield body
            with VerticalScroll(id="side", can_focus=True) as side:
                side.border_title = "What to say"
                yield Static(what_to_say(self._opened, self.services.now()))
        yield StateLine("It saves itself while you write.", id="state", markup=False)
        yield KeyBar()

    def _about(self) -> Content:
        opened = self._opened
        contact, opportunity = opened.contact, opened.opportunity
        parts = [
            kind_words(opened.draft.kind).capitalize(),
            f"to {contact.name}" if contact else "to nobody yet",
            f"by {opened.draft.channel.replace('_', ' ')}",
            f"{opportunity.company}, {opportunity.role}" if opportunity else "",
            contact.email if contact and contact.email and opened.draft.channel == "email" else "",
        ]
        return shown("  ·  ".join(part for part in parts if part), style="bold")

    def on_mount(self) -> None:
        """Start in the letter, at the first gap if there is one."""
        body = self.query_one("#body", SafeTextArea)
        body.focus()
        if not self._select_gap():
            body.move_cursor(body.document.end)

    def say(self, text: str) -> None:
        """Say in the line below what happened."""
        self.query_one(StateLine).update(shown(text))

    # Keeping

    @on(Input.Changed, "#subject")
    @on(TextArea.Changed, "#body")
    def _typed(self) -> None:
        self.keeper.typed(self.query_one("#subject", SafeInput).value, self.query_one("#body", SafeTextArea).text)
        if self.keeper.unsaved and self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER_SECONDS, self._save_by_itself)

    async def _save_by_itself(self) -> None:
        self._save_timer = None
        await self._save(keep_version=False)

    async def _save(self, *, keep_version: bool) -> bool:
        try:
            await self.keeper.save(keep_version=keep_version)
        except FollowupError as error:
            self.say(f"Not saved: {error} It stays here; ctrl+s tries again.")
            return False
        return True

    async def action_save(self) -> None:
        """Save, and keep this version."""
        if await self._save(keep_version=True):
            self.say("Saved; this version is kept.")

    async def action_back(self) -> None:
        """Back to where the user came from; the draft is kept."""
        if not self.keeper.unsaved or await self._save(keep_version=False):
            self.dismiss(None)

    # Gaps

    def action_next_gap(self) -> None:
        """Select the next gap of the letter; without one, go to the next field."""
        if not (self.query_one("#body").has_focus and self._select_gap()):
            self.focus_next()

    def _select_gap(self) -> bool:
        """Select the first gap after the cursor, else the first of all; False if there is none."""
        body = self.query_one("#body", SafeTextArea)
        gaps = [match.span() for match in _PLACEHOLDER.finditer(body.text)]
        if not gaps:
            return False
        here = body.index_of(max(body.selection))
        start, end = next((gap for gap in gaps if gap[0] >= here), gaps[0])
        body.select_span(start, end)
        return True

    # Handing over

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the message, and ask whether it was sent."""
        await self._copy(self.query_one("#body", SafeTextArea).text, "message")

    @work(exclusive=True, group="copy")
    async def action_copy_subject(self) -> None:
        """Copy the subject."""
        await self._copy(self.query_one("#subject", SafeInput).value, "subject")

    async def _copy(self, text: str, what: str) -> None:
        if not await self._save(keep_version=True):
            return
        outcome = await asyncio.to_thread(self._clipboard.copy, text)
        self._say_copied(outcome, what)
        if outcome.where == "terminal":
            self.query_one(StateLine).focus()

    def _say_copied(self, outcome: Outcome, what: str) -> None:
        asking = "  Sent? f8 yes" if what == "message" and outcome.where != "nowhere" else ""
        self.say(f"The {what}: {outcome.sentence}{asking}")

    @work(exclusive=True, group="copy")
    async def action_write_file(self) -> None:
        """Write the message to a file, where a copy cannot be checked."""
        outcome = await asyncio.to_thread(self._clipboard.write_file, self.query_one("#body", SafeTextArea).text)
        self._say_copied(outcome, "message")
        self.query_one("#body").focus()

    @work(exclusive=True, group="send")
    async def action_sent(self) -> None:
        """Record the exact text as sent now, and say what comes next."""
        if _PLACEHOLDER.search(self.keeper.draft.body + self.keeper.draft.subject):
            choices = [
                Choice("n", "No, back to the letter", "", value=False),
                Choice("y", "Yes, it went out so", "", value=True),
            ]
            if not await self.app.push_screen_wait(Choose("There is still a {{gap}} in it. Was it sent so?", choices)):
                return
        reason = await self._early_reason()
        if reason is None:
            return
        try:
            sent = await self.services.desk.ask(drafts.mark_sent, self.keeper.draft, early_reason=reason or None)
        except FollowupError as error:
            self.say(f"Not marked as sent: {error}")
            return
        self.keeper.sent()
        self.dismiss(sent)

    async def _early_reason(self) -> str | None:
        """Why it goes out although it is too early; empty where it is not, None if the user thinks better of it."""
        follow_up = self._opened.follow_up
        early = agenda.too_early(follow_up, self.services.now()) if follow_up else None
        if early is None:
            return ""
        return await self.app.push_screen_wait(AskLine("It is early", f"{early} Why send it now?", required=True))

    def action_help(self) -> None:
        """The keys of this place."""
        self.app.push_screen(KeysHelp(self, self.app))


def sent_words(sent: Sent, services: Services) -> str:
    """What is said after marking as sent."""
    following = sent.following
    if following is None:
        return "Marked as sent. Nothing else is planned here."
    return f"Marked as sent. Next: {kind_words(following.kind)}, {when_words(following, services.now())}."


def told(screen: Screen[Any], sent: Sent, services: Services) -> None:
    """Say on the screen that came back what was sent and what comes next."""
    notify(screen, sent_words(sent, services))
