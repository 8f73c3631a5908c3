"""What all screens share: a header, a footer, the desk, and the keys that mean the same everywhere."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from followup_tui.desk.standing import Standing
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.tui.screens import book_acts, follow_up_acts, instead, note_acts, record_acts, stage_acts
from followup_tui.tui.screens.clerk import Clerk
from followup_tui.tui.screens.wanted import DraftWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.bars import KeyBar, Place, PlaceBar

if TYPE_CHECKING:
    from followup_tui.tui.screens.forms import Held

PLACES = (Place("1", "Board"), Place("2", "Today", counts=True), Place("3", "People"))
"""The places there are, in the order of the header; `DeskScreen.PLACE` is the name of one."""

_OLD_AFTER = timedelta(seconds=30)


class DeskScreen(Screen[None]):
    """A place: it shows what the desk answers, anew whenever the book or the time says so.

    A subclass composes its body, shows the desk's answer in `reload`, and says in `target` what its keys act on. What
    the keys do is done by the functions of the modules `…_acts`, for which the `clerk` speaks to desk and user.
    """

    PLACE: ClassVar[str] = ""
    IS_OPENED: ClassVar[bool] = False
    """Whether it was opened in a place and is none itself: the key of a place leaves it."""
    LINES_ARE_FOLLOW_UPS: ClassVar[bool] = False
    """Whether what is at the cursor is the follow-up itself, and not something that it concerns."""
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
        Binding("t", "log", "Log", tooltip="Log a message, a call or a meeting", id="log"),
        Binding("m", "move_stage", "Move", tooltip="Move it to another stage", id="move"),
        Binding("e", "edit", "Edit", tooltip="Edit everything about it", id="edit"),
        Binding("delete", "delete", "Delete", tooltip="Delete it, with what belongs to it", id="delete", show=False),
        Binding("asterisk", "star", "Star", tooltip="One more star; after three, none", id="star", show=False),
        Binding("number_sign", "tag", "Tags", tooltip="Change its tags", id="tag", show=False),
        Binding("O", "open_link", "Link", tooltip="Open its link in the browser", id="open_link", show=False),
        Binding("y", "copy_address", "Address", tooltip="Copy the e-mail address", id="copy_address", show=False),
        Binding("I", "interview", "Interview", tooltip="Add an interview to it", id="interview", show=False),
        Binding("R", "remind", "Remind", tooltip="A reminder about this, or about anything", id="remind", show=False),
        Binding(
            "W", "materials", "Worth sending", tooltip="Things to send, and who had them", id="materials", show=False
        ),
        Binding(
            "E",
            "export",
            "Export",
            tooltip="Write a report, a calendar, contacts, a table to a file",
            id="export",
            show=False,
        ),
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
        self.clerk = Clerk(self.app, services)
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

    def record(self) -> "Held | None":
        """What is edited, deleted, starred and tagged: the opportunity of the target, or else a person."""
        target = self.target()
        return target.opportunity or (target.contacts[0] if target.contacts else None)

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
        yield PlaceBar(_places_now(self.services), self.PLACE)
        yield from self.compose_body()
        yield KeyBar(self.LEADING_KEYS)

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
            self.clerk.tell(str(error), "warning")
            return
        self.query_one(PlaceBar).show(standing, _places_now(self.services))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a follow-up, of a record or of people are there only while there is one at the cursor."""
        needed = _NEEDED.get(action)
        if needed is not None:
            return bool(needed(self))
        return super().check_action(action, parameters)

    # The follow-up at the cursor

    def action_draft(self) -> None:
        """Write the message, or choose another way to reach them where the rule is content with one."""
        target = self.target()
        if instead.may_be_instead(target.follow_up):
            self._choose_way(target)
        else:
            self.post_message(DraftWanted(target))

    @work
    async def _choose_way(self, target: Target) -> None:
        await instead.choose_way(self.clerk, target)

    @work
    async def action_done(self) -> None:
        """Log the follow-up as done, asking for a reason where it is too early."""
        await follow_up_acts.mark_done(self.clerk, self.target().follow_up)

    @work
    async def action_snooze(self) -> None:
        """Snooze the follow-up, and go on to the next."""
        follow_up = self.target().follow_up
        until = await follow_up_acts.ask_until(self.clerk) if follow_up is not None else None
        if follow_up is None or until is None:
            return
        place = self.place()
        done = await follow_up_acts.snooze(self.clerk, follow_up, until)
        if done is not None:
            await self.go_on_from(place)
            self.clerk.tell_done(done)

    @work
    async def action_skip(self) -> None:
        """Strike the follow-up off."""
        await follow_up_acts.skip(self.clerk, self.target().follow_up)

    @work
    async def action_why(self) -> None:
        """The rule, the facts it read and the dates it made of them."""
        await follow_up_acts.explain(self.clerk, self.target().follow_up)

    # The record at the cursor

    def reminder(self) -> FollowUp | None:
        """The reminder that the line at the cursor is (R12)."""
        follow_up = self.target().follow_up if self.LINES_ARE_FOLLOW_UPS else None
        return follow_up if follow_up is not None and follow_up.rule == "R12" else None

    async def to_edit(self) -> "Held | None":
        """What is edited and deleted: the reminder that a line is, else the record."""
        reminder = self.reminder()
        return self.record() if reminder is None else await note_acts.reminder_of(self.clerk, reminder)

    @work
    async def action_edit(self) -> None:
        """Edit everything about it."""
        await record_acts.edit(self.clerk, await self.to_edit())

    @work
    async def action_delete(self) -> None:
        """Delete it, once the user knows what goes with it."""
        record = await self.to_edit()
        if record is not None:
            await record_acts.delete(self.clerk, [record.id])

    @work
    async def action_move_stage(self) -> None:
        """Ask for the stage, and move it there."""
        await stage_acts.choose_stage(self.clerk, self.record(), self.target().contacts)

    @work
    async def action_star(self) -> None:
        """One more star; after three, none."""
        await record_acts.star(self.clerk, self.record())

    @work
    async def action_tag(self) -> None:
        """Change its tags."""
        await record_acts.tag(self.clerk, self.record())

    @work(exclusive=True, group="link")
    async def action_open_link(self) -> None:
        """Open its link in the browser."""
        await record_acts.open_link(self.clerk, self.record())

    def action_copy_address(self) -> None:
        """Copy the e-mail address of whom this is about."""
        record_acts.copy_address(self.clerk, self.target().contacts)

    # What is written down about it

    @work
    async def action_log(self) -> None:
        """Log what was sent, said or received."""
        await note_acts.log(self.clerk, self.target())

    @work
    async def action_remind(self) -> None:
        """Write a reminder about what is at the cursor."""
        await note_acts.remind(self.clerk, self.target())

    @work
    async def action_interview(self) -> None:
        """Add an interview to the opportunity at the cursor."""
        await note_acts.add_interview(self.clerk, self.target().opportunity)

    def action_materials(self) -> None:
        """Show what is worth sending, and who has had it."""
        note_acts.show_materials(self.clerk)

    # The book

    @work
    async def action_add(self) -> None:
        """Add an opportunity, and go to it where this place shows it."""
        added = await book_acts.add(self.clerk)
        if added is not None:
            await self.show_anew()
            self.go_to(added.opportunity)
            self.clerk.tell_done(added.told)

    @work
    async def action_import(self) -> None:
        """Choose files, see what importing them would do, and import them."""
        done = await book_acts.import_files(self.clerk)
        if done is not None:
            await self.show_anew()
            self.clerk.tell_done(done)

    @work
    async def action_export(self) -> None:
        """Export; what is at the cursor is offered first."""
        await book_acts.export(self.clerk, self.target().opportunity)

    async def action_undo(self) -> None:
        """Take back this window's last change."""
        await book_acts.take_back(self.clerk)

    async def action_redo(self) -> None:
        """Make again what was taken back."""
        await book_acts.make_again(self.clerk)

    @work
    async def action_changes(self) -> None:
        """Show the last changes, and go back to before one of them."""
        await book_acts.go_back(self.clerk)


_NEEDED: Final[Mapping[str, Callable[[DeskScreen], object]]] = {
    **dict.fromkeys(("done", "snooze", "skip", "why"), lambda screen: screen.target().follow_up),
    **dict.fromkeys(("draft", "log"), lambda screen: any(screen.target())),
    **dict.fromkeys(("edit", "delete"), lambda screen: screen.record() or screen.reminder()),
    **dict.fromkeys(("star", "move_stage"), lambda screen: isinstance(screen.record(), Opportunity)),
    "tag": lambda screen: isinstance(screen.record(), Opportunity | Contact),
    "open_link": lambda screen: record_acts.link_of(screen.record()) is not None,
    "copy_address": lambda screen: screen.target().contacts,
    "interview": lambda screen: screen.target().opportunity,
}
"""What there must be at the cursor for a key to be there, by its action."""


def _places_now(services: Services) -> tuple[Place, ...]:
    """The places with the keys that they have now."""
    keys = services.config.keys
    if not keys:
        return PLACES
    from followup_tui.tui.keymap import key_of

    return tuple(place._replace(key=key_of(f"place.{place.name.lower()}", place.key, keys)) for place in PLACES)
