"""What all screens share: a header, a footer, the desk, and the keys that mean the same everywhere."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import ClassVar, Concatenate, NamedTuple, ParamSpec, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from followup_tui.desk.desk import Desk
from followup_tui.desk.standing import Standing
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError, NothingToDo
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.tui.screens.export_keys import EXPORT_KEYS, ExportKeys
from followup_tui.tui.screens.note_keys import NOTE_KEYS
from followup_tui.tui.screens.record_keys import RECORD_KEYS
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.bars import KeyBar, Place, PlaceBar
from followup_tui.tui.widgets.safe import Severity, notify

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

PLACES = (Place("1", "Board"), Place("2", "Today", counts=True), Place("3", "People"))
"""The places there are, in the order of the header; `DeskScreen.PLACE` is the name of one."""

_OLD_AFTER = timedelta(seconds=30)


class Target(NamedTuple):
    """What the keys of a screen act on: the follow-up at the cursor, and whom and what it concerns."""

    follow_up: FollowUp | None = None
    opportunity: Opportunity | None = None
    contacts: tuple[Contact, ...] = ()


class DeskChanged(Message):
    """The book changed, here or in another process; posted to every screen by the app."""


class DraftWanted(Message):
    """The user wants to write: for a follow-up, or else to a contact about an opportunity. The app opens the editor.

    With `draft_id`, at a draft that was begun earlier.
    """

    def __init__(self, target: Target, draft_id: str | None = None) -> None:
        super().__init__()
        self.target = target
        self.draft_id = draft_id


class DetailWanted(Message):
    """The user wants to see an opportunity, or else a contact, with everything about it."""

    def __init__(self, opportunity_id: str | None, contact_id: str | None) -> None:
        super().__init__()
        self.opportunity_id = opportunity_id
        self.contact_id = contact_id


class DeskScreen(ExportKeys):
    """A place: it shows what the desk answers, anew whenever the book or the time says so.

    A subclass composes its body, shows the desk's answer in `reload`, and says in `target` what its keys act on.
    """

    PLACE: ClassVar[str] = ""
    IS_OPENED: ClassVar[bool] = False
    """Whether it was opened in a place and is none itself: the key of a place leaves it."""
    LEADING_KEYS: ClassVar[tuple[str, ...]] = (
        *("board.select", "list.select", "today.open"),
        *("draft", "done", "log", "snooze", "skip", "move", "add"),
    )
    """The ids of the bindings that a narrow footer shows before all others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "draft", "Draft", tooltip="Write the message", id="draft"),
        Binding("space", "done", "Done", tooltip="It is done: log it without a draft", id="done"),
        Binding("s", "snooze", "Snooze", tooltip="Snooze the follow-up", id="snooze"),
        Binding("x", "skip", "Skip", tooltip="Strike the follow-up off, with a reason if you like", id="skip"),
        Binding("a", "add", "Add", tooltip="Add an opportunity in one line, or in a form", id="add"),
        Binding("i", "import", "Import", tooltip="Import a file of another program", id="import", show=False),
        *RECORD_KEYS,
        *NOTE_KEYS,
        *EXPORT_KEYS,
        Binding("w", "why", "Why", tooltip="Why this follow-up is there", id="why", show=False),
        Binding("u", "undo", "Undo", tooltip="Take back the last change", id="undo"),
        Binding("ctrl+r", "redo", "Redo", tooltip="Make again what was taken back", id="redo", show=False),
        Binding("U", "changes", "Changes", tooltip="The last changes, to go back to", id="changes", show=False),
        Binding("question_mark", "app.keys", "Keys", tooltip="The keys of this place", id="help"),
        Binding(
            "ctrl+z",
            "app.suspend_process",
            "Suspend",
            tooltip="Back to the shell; fg returns",
            id="suspend",
            show=False,
        ),
    ]

    def __init__(self, services: Services) -> None:
        """A screen that asks the desk of `services`."""
        super().__init__()
        self.services = services
        self._shown_revision: int | None = None
        self._shown_at = services.now()

    # What a subclass says

    def compose_body(self) -> ComposeResult:
        """The widgets between header and footer."""
        raise NotImplementedError

    async def reload(self) -> Standing:
        """Ask the desk and show its answer; returns what the header is to tell."""
        raise NotImplementedError

    def target(self) -> Target:
        """What the keys act on."""
        raise NotImplementedError

    def go_to(self, opportunity: Opportunity) -> None:
        """Put the cursor on an opportunity, where this place shows it."""

    def place(self) -> int:
        """Which line the cursor is on, where follow-ups are gone through one by one."""
        return 0

    async def go_on_from(self, place: int) -> None:
        """The follow-up in that line was put off: go to the one that takes its place, where there are lines."""

    # What all do

    def compose(self) -> ComposeResult:
        """Header, body, footer."""
        yield PlaceBar(self._places(), self.PLACE)
        yield from self.compose_body()
        yield KeyBar(self.LEADING_KEYS)

    def _places(self) -> tuple[Place, ...]:
        """The places with the keys that they have now."""
        keys = self.services.config.keys
        if not keys:
            return PLACES
        from followup_tui.tui.keymap import key_of

        return tuple(place._replace(key=key_of(f"place.{place.name.lower()}", place.key, keys)) for place in PLACES)

    async def on_mount(self) -> None:
        """Show the book."""
        await self.show_anew()

    async def on_desk_changed(self) -> None:
        """Show what changed; while another screen is in front, `on_screen_resume` will."""
        if self.is_active:
            await self.show_anew()

    async def on_screen_resume(self) -> None:
        """Show what changed, or what time has changed, while another screen was in front."""
        old = self.services.now() - self._shown_at > _OLD_AFTER
        if self._shown_revision is not None and (old or self._shown_revision != self.services.desk.revision):
            await self.show_anew()

    async def show_anew(self) -> None:
        """Ask the desk for everything this screen shows."""
        self._shown_revision, self._shown_at = self.services.desk.revision, self.services.now()
        try:
            standing = await self.reload()
        except FollowupError as error:
            self.tell(str(error), "warning")
            return
        self.query_one(PlaceBar).show(standing, self._places())
        self.refresh_bindings()

    def tell(self, message: str, severity: Severity = "information") -> None:
        """A notice that may quote the user; it takes the place of those before it, which were of keys before."""
        self.app.clear_notifications()
        notify(self, message, severity=severity)

    def tell_done(self, what: str) -> None:
        """A notice of something done, with the key that takes it back."""
        self.tell(f"{what}. {self.services.key('undo')} takes it back.")

    async def perform(
        self,
        change: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer | None:
        """Let the desk do something; a refusal is told in its sentence, and None returned."""
        try:
            return await self.services.desk.ask(change, *args, **kwargs)
        except NothingToDo as error:
            self.tell(f"{error}")
        except FollowupError as error:
            self.tell(f"{error}", "error")
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of follow-ups are there only while there is one."""
        if action in ("done", "snooze", "skip", "why"):
            return self.target().follow_up is not None
        if action in ("draft", "log"):
            target = self.target()
            return target.follow_up is not None or target.opportunity is not None or bool(target.contacts)
        return super().check_action(action, parameters)

    # Keys

    def action_draft(self) -> None:
        """Write the message."""
        self.post_message(DraftWanted(self.target()))

    @work
    async def action_done(self) -> None:
        """Log the follow-up as done, asking for a reason where it is too early."""
        from followup_tui.desk import agenda
        from followup_tui.tui.screens.early import reason_if_early

        follow_up = self.target().follow_up
        if follow_up is None:
            return
        written = None if follow_up.rule == "R12" else follow_up  # the user's own reminder may be ticked off any time
        reason = await reason_if_early(self, written, self.services.now())
        if reason is None:
            return
        title = await self.services.desk.ask(agenda.title, follow_up)
        if await self.perform(agenda.done, follow_up, early_reason=reason or None) is not None:
            self.tell_done(f"Done: {title}")

    @work
    async def action_snooze(self) -> None:
        """Snooze the follow-up."""
        from followup_tui.desk import agenda
        from followup_tui.tui.dialogs.snooze import Snooze

        follow_up = self.target().follow_up
        if follow_up is None:
            return
        until = await self.app.push_screen_wait(Snooze("Snooze until when?", self.services.times()))
        if until is None:
            return
        place = self.place()
        change = await self.perform(agenda.snooze, follow_up, until)
        if change is not None:
            await self.go_on_from(place)
            self.tell_done(change.label)

    @work
    async def action_skip(self) -> None:
        """Strike the follow-up off."""
        from followup_tui.desk import agenda
        from followup_tui.tui.dialogs.ask import AskLine

        follow_up = self.target().follow_up
        if follow_up is None:
            return
        reason = await self.app.push_screen_wait(AskLine("Skip it", "Why? (may stay empty)", placeholder="a reason"))
        if reason is None:
            return
        change = await self.perform(agenda.skip, follow_up, reason)
        if change is not None:
            self.tell_done(change.label)

    @work
    async def action_why(self) -> None:
        """The rule, the facts it read and the dates it made of them."""
        from followup_tui.desk.today import why
        from followup_tui.tui.dialogs.why import Why

        follow_up = self.target().follow_up
        lines = await self.perform(why, follow_up) if follow_up is not None else None
        if follow_up is not None and lines is not None:
            self.app.push_screen(Why(follow_up, lines, self.services.now()))

    async def action_undo(self) -> None:
        """Take back this window's last change."""
        change = await self.perform(Desk.undo, own=True)
        if change is not None:
            self.tell(f"{change.label}.")

    async def action_redo(self) -> None:
        """Make again what was taken back."""
        change = await self.perform(Desk.redo, own=True)
        if change is not None:
            self.tell(f"{change.label}.")

    @work
    async def action_add(self) -> None:
        """Add an opportunity, and go to it where this place shows it."""
        from followup_tui.desk.pipeline import describe
        from followup_tui.tui.dialogs.quick_add import QuickAdd

        added = await self.app.push_screen_wait(QuickAdd(self.services))
        if added is not None:
            await self.show_anew()
            self.go_to(added)
            self.tell_done(f"Added {describe(added)}")

    @work
    async def action_import(self) -> None:
        """Choose files, see what importing them would do, and import them; whoever turns back there chooses again."""
        from followup_tui.tui.dialogs.import_file import ImportFile
        from followup_tui.tui.dialogs.import_preview import ImportPreview

        chosen: tuple[Path, ...] = ()
        while (paths := await self.app.push_screen_wait(ImportFile(self.services, chosen))) is not None:
            chosen = paths
            done = await self.app.push_screen_wait(ImportPreview(self.services, paths))
            if done is not None:
                await self.show_anew()
                self.tell_done(done)
                return

    @work
    async def action_changes(self) -> None:
        """Show the last changes, and go back to before one of them."""
        from followup_tui.tui.dialogs.changes import Changes

        label = await self.app.push_screen_wait(Changes(self.services))
        if label is not None:
            self.tell(f"{label}.")
