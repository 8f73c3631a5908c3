"""The draft editor without its special keys: subject and body, what stands beside them, and keeping all of it."""

import re
from collections.abc import Callable
from typing import Any, ClassVar, Concatenate, Final, ParamSpec, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from followup_tui.desk import worth_saying
from followup_tui.desk.clipboard import Clipboard
from followup_tui.desk.desk import Desk
from followup_tui.desk.drafts import Opened, Sent
from followup_tui.desk.worth_saying import WorthSaying
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import by_channel, kind_words
from followup_tui.domain.records import Draft
from followup_tui.tui.draft_keeper import SAVE_AFTER_SECONDS, DraftKeeper
from followup_tui.tui.screens.what_to_say import what_to_say
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.bars import KeyBar
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.letter import Letter
from followup_tui.tui.widgets.safe import shown

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

GAP: Final = re.compile(r"\{\{[^{}\n]*\}\}")
"""What a template could not fill in."""

AT_FIRST: Final = "It saves itself while you write. {keys} shows all the keys."


class StateLine(Static, can_focus=True):
    """What happened to the draft last. It takes the focus when a copy cannot be checked, so that `w` can be pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "screen.write_file", "Write it to a file", tooltip="Write the message to a file", id="draft.file"),
    ]

    def on_key(self, event: events.Key) -> None:
        """Anything else that is typed belongs to the letter."""
        active = self.screen.active_bindings.get(event.key)
        is_own = active is not None and active.node is self
        if event.is_printable and not is_own:
            event.stop()
            self.screen.query_one("#body", Letter).focus()
            self.app.simulate_key(event.key)


class DraftPage(Screen[Sent | None]):
    """Subject and body on the left, the review and what to write about on the right."""

    CSS_PATH = "draft.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (90, "-wide"),
    ]

    def __init__(self, services: Services, opened: Opened, keeper: DraftKeeper, clipboard: Clipboard) -> None:
        """An editor for the draft that was opened."""
        super().__init__()
        self.services = services
        self.keeper = keeper
        self.opened = opened
        self.clipboard = clipboard
        self.worth: WorthSaying | None = None
        self._save_timer: Timer | None = None

    # What is shown

    def compose(self) -> ComposeResult:
        """The letter, what to say in it, and what happened to it last."""
        yield Static(id="about")
        with Horizontal(id="writing"):
            with Vertical(id="letter"):
                subject = SafeInput(id="subject")
                subject.border_title = "Subject"
                yield subject
                body = Letter(self.opened.draft.body, id="body")
                body.border_title = "Message"
                yield body
            with Vertical(id="side"):
                with VerticalScroll(id="review", can_focus=True) as review:
                    review.border_title = "Review"
                    yield Static(id="findings")
                with VerticalScroll(id="what", can_focus=True) as what:
                    what.border_title = "What to say"
                    yield Static(id="panel")
                    yield Static(id="points")
        yield StateLine(AT_FIRST.format(keys=self.services.key("keys")), id="state", markup=False)
        yield KeyBar()

    @property
    def subject(self) -> SafeInput:
        """The field of the subject."""
        return self.query_one("#subject", SafeInput)

    @property
    def body(self) -> Letter:
        """The field of the message."""
        return self.query_one("#body", Letter)

    @property
    def draft(self) -> Draft:
        """The draft as it stands in the fields."""
        return self.keeper.draft

    async def on_mount(self) -> None:
        """Start in the letter, at the first gap if there is one."""
        await self.show_draft()
        problems = self.services.template_problems
        if problems and not self.opened.draft.revisions:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self.say(f"Not used: {problems[0]}{more}. {self.services.key('draft.template')} shows all.")

    async def show_draft(self) -> None:
        """Put the opened draft into the fields, and the cursor to where one writes on."""
        draft = self.opened.draft
        self.query_one("#about", Static).update(self._about())
        with self.prevent(Input.Changed):
            self.subject.value = draft.subject
        self.subject.display = draft.channel == "email" or bool(draft.subject)
        body = self.body
        if body.text != draft.body:
            body.load_text(draft.body)
        body.focus()
        if not self._select_gap():
            body.move_cursor(body.document.end)
        self.show_beside()
        self.worth = await self.ask(worth_saying.worth_saying, self.services.templates, draft)
        self.show_beside()

    def show_beside(self) -> None:
        """Show what the letter can be about."""
        self.query_one("#points", Static).update(what_to_say(self.opened, self.worth, self.services.now()))

    def _about(self) -> Content:
        opened = self.opened
        contact, opportunity = opened.contact, opened.opportunity
        parts = [
            kind_words(opened.draft.kind).capitalize(),
            f"to {contact.name}" if contact else "to nobody yet",
            by_channel(opened.draft.channel),
            f"{opportunity.company}, {opportunity.role}" if opportunity else "",
            contact.email if contact and contact.email and opened.draft.channel == "email" else "",
        ]
        return shown("  ·  ".join(part for part in parts if part), style="bold")

    def say(self, text: str) -> None:
        """Say in the line below what happened."""
        self.query_one(StateLine).update(shown(text))

    async def ask(
        self,
        question: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer | None:
        """The desk's answer; a refusal is said in the line below, and None returned."""
        try:
            return await self.services.desk.ask(question, *args, **kwargs)
        except FollowupError as error:
            self.say(str(error))
            return None

    def action_side(self) -> None:
        """Show or hide what stands beside the letter; where there is little room, in its place."""
        other = self.toggle_class("-other-side").has_class("-other-side")
        if self.has_class("-narrow") and other:
            self.query_one("#review").focus()
        else:
            self.body.focus()

    # Keeping

    @on(Input.Changed, "#subject")
    @on(TextArea.Changed, "#body")
    def typed(self) -> None:
        """Keep what was typed within the second, and have it read."""
        self.keeper.typed(self.subject.value, self.body.text)
        if self.keeper.unsaved and self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER_SECONDS, self._save_by_itself)
        self.after_typing()

    def after_typing(self) -> None:
        """Subject or body changed; a subclass may have something to do about it."""

    async def _save_by_itself(self) -> None:
        self._save_timer = None
        if self.keeper.unsaved:  # by then it may be another draft, which was only looked at
            await self.save(keep_version=False)

    async def save(self, *, keep_version: bool) -> bool:
        """Put the draft on the disk; whether that could be done."""
        try:
            await self.keeper.save(keep_version=keep_version)
        except FollowupError as error:
            self.say(f"Not saved: {error} It stays here; {self.services.key('draft.save')} tries again.")
            return False
        return True

    async def put(self, subject: str, body: str, *, template: str | None = None, material_ids: Any = None) -> bool:
        """Put another text in, as one step of undo, keeping the present one as a version. False if that failed."""
        if self.body.text.strip() and not await self.save(keep_version=True):
            return False
        self.subject.replace(subject, 0, len(self.subject.value))
        self.body.replace_all(body)
        self.keeper.typed(self.subject.value, self.body.text)
        self.keeper.concern(template=template, material_ids=material_ids)
        self.body.move_cursor((0, 0))
        if not self._select_gap():
            self.body.move_cursor(self.body.document.end)
        self.body.focus()
        return True

    async def action_save(self) -> None:
        """Save, and keep this version."""
        if await self.save(keep_version=True):
            self.say(f"Saved; this version is kept. {self.services.key('draft.versions')} shows the earlier ones.")

    async def action_back(self) -> None:
        """Back to the letter, or to where the user came from; the draft is kept."""
        if self.has_class("-narrow") and self.has_class("-other-side"):
            self.action_side()
        elif not self.keeper.unsaved or await self.save(keep_version=False):
            self.dismiss(None)

    # Gaps

    def action_next_gap(self) -> None:
        """Select the next gap of the letter; without one, go to the next field."""
        if not (self.body.has_focus and self._select_gap()):
            self.focus_next()

    def _select_gap(self) -> bool:
        """Select the first gap after the cursor, else the first of all; False if there is none."""
        body = self.body
        gaps = [match.span() for match in GAP.finditer(body.text)]
        if not gaps:
            return False
        here = body.index_of(max(body.selection))
        start, end = next((gap for gap in gaps if gap[0] >= here), gaps[0])
        body.select_span(start, end)
        return True
