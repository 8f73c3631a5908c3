"""The keys that mean the same everywhere for the record at the cursor: edit, delete, star, tag, link, address, move."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Concatenate, Final, ParamSpec, TypeVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from followup_tui.desk.desk import Desk
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Contact, Opportunity, Outcome, Stage
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import Severity

if TYPE_CHECKING:
    from followup_tui.tui.dialogs.choose import Choice
    from followup_tui.tui.screens.base import Target
    from followup_tui.tui.screens.forms import Held

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

RECORD_KEYS: Final[list[BindingType]] = [
    Binding("t", "log", "Log", tooltip="Log a message, a call or a meeting", id="log"),
    Binding("m", "move_stage", "Move", tooltip="Move it to another stage", id="move"),
    Binding("e", "edit", "Edit", tooltip="Edit everything about it", id="edit"),
    Binding("delete", "delete", "Delete", tooltip="Delete it, with what belongs to it", id="delete", show=False),
    Binding("asterisk", "star", "Star", tooltip="One more star; after three, none", id="star", show=False),
    Binding("number_sign", "tag", "Tags", tooltip="Change its tags", id="tag", show=False),
    Binding("O", "open_link", "Link", tooltip="Open its link in the browser", id="open_link", show=False),
    Binding("y", "copy_address", "Address", tooltip="Copy the e-mail address", id="copy_address", show=False),
]
"""The bindings of `RecordKeys`; a list of their own, so that a screen decides where in its footer they stand."""


class RecordKeys(Screen[None]):
    """Acts on `record()`, which unless a screen says otherwise is the opportunity of its target, or else a person."""

    LINES_ARE_FOLLOW_UPS: ClassVar[bool] = False
    """Whether what is at the cursor is the follow-up itself, and not something that it concerns."""

    services: Services

    # What `DeskScreen` gives

    def target(self) -> "Target":
        """What the keys act on."""
        raise NotImplementedError

    def tell(self, message: str, severity: Severity = "information") -> None:
        """A notice that may quote the user."""
        raise NotImplementedError

    def tell_done(self, what: str) -> None:
        """A notice of something done, with the key that takes it back."""
        raise NotImplementedError

    async def perform(
        self,
        change: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer | None:
        """Let the desk do something; a refusal is told in its sentence, and None returned."""
        raise NotImplementedError

    # What a screen may say otherwise

    def record(self) -> "Held | None":
        """What is edited, deleted, starred and tagged."""
        target = self.target()
        return target.opportunity or (target.contacts[0] if target.contacts else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a record are there only while there is one, and those of an opportunity only for one."""
        if action in ("edit", "delete"):
            return self.record() is not None or self._is_on_reminder()
        if action in ("star", "move_stage"):
            return isinstance(self.record(), Opportunity)
        if action == "tag":
            return isinstance(self.record(), Opportunity | Contact)
        if action == "open_link":
            return self._link() is not None
        if action == "copy_address":
            return bool(self.target().contacts)
        return super().check_action(action, parameters)

    # Editing, deleting

    async def to_edit(self) -> "Held | None":
        """What is edited and deleted: the reminder that a line is (R12), else the record."""
        follow_up = self.target().follow_up
        if follow_up is None or not self._is_on_reminder():
            return self.record()
        from followup_tui.desk.reminders import reminder_of

        return await self.services.desk.ask(reminder_of, follow_up)

    def _is_on_reminder(self) -> bool:
        follow_up = self.target().follow_up
        return self.LINES_ARE_FOLLOW_UPS and follow_up is not None and follow_up.rule == "R12"

    @work
    async def action_edit(self) -> None:
        """Edit everything about it."""
        await self.edit()

    async def edit(self) -> None:
        """Show the form of what is to be edited. For a worker."""
        from followup_tui.tui.screens.forms import form_of

        record = await self.to_edit()
        if record is not None and await self.app.push_screen_wait(await form_of(self.services, record)) is not None:
            self.tell_done("Saved")

    @work
    async def action_delete(self) -> None:
        """Delete it, once the user knows what goes with it."""
        record = await self.to_edit()
        if record is not None:
            await self.delete([record.id])

    async def delete(self, ids: Sequence[str]) -> bool:
        """Ask about deleting these records and do so; whether they are gone. For a worker."""
        from followup_tui.desk import deleting
        from followup_tui.tui.dialogs.delete import Delete

        doomed = await self.perform(deleting.deletion, ids)
        if doomed is None or not doomed.records:
            return False
        if not await self.app.push_screen_wait(Delete(doomed, self.services.key("undo"))):
            return False
        change = await self.perform(deleting.delete, ids)
        return self._told(change.label if change is not None else None)

    # One key

    @work
    async def action_star(self) -> None:
        """One more star; after three, none."""
        from followup_tui.desk import marks

        record = self.record()
        if isinstance(record, Opportunity):
            await self.perform(marks.star, record.id)

    @work
    async def action_tag(self) -> None:
        """Change its tags."""
        from followup_tui.desk import marks
        from followup_tui.desk.pipeline import describe
        from followup_tui.tui.dialogs.tags import Tags

        record = self.record()
        if not isinstance(record, Opportunity | Contact):
            return
        known = await self.services.desk.ask(marks.known_tags)
        tags = await self.app.push_screen_wait(Tags(f"Tags of {describe(record)}", record.tags, known))
        if tags is not None:
            await self.perform(marks.tag, record.id, tags)

    def _link(self) -> str | None:
        record = self.record()
        if isinstance(record, Opportunity):
            return record.url
        return record.linkedin if isinstance(record, Contact) else None

    @work(exclusive=True, group="link")
    async def action_open_link(self) -> None:
        """Open its link in the browser: a web page only, whatever else the link may say."""
        from followup_tui.desk.browser import is_web_page, open_page

        link = (self._link() or "").strip()
        if not is_web_page(link):
            self.tell(f"{link} is not a link to a web page; only http and https are opened.", "warning")
            return
        opened = await asyncio.to_thread(open_page, link)
        if opened:
            self.tell(f"Opened {link}")
        else:
            self.tell(f"No browser could be started here. The link: {link}", "warning")

    def action_copy_address(self) -> None:
        """Copy the e-mail address of whom this is about."""
        people = self.target().contacts
        address = next((person.email for person in people if person.email), None)
        if address is not None:
            self.app.copy_to_clipboard(address)
        elif people:
            key = self.services.key("edit")
            self.tell(f"No e-mail address of {people[0].name} is known; {key} adds one.", "warning")

    # Moving

    @work
    async def action_move_stage(self) -> None:
        """Ask for the stage, and move it there."""
        from followup_tui.desk.pipeline import describe
        from followup_tui.tui.dialogs.choose import Choice, Choose

        record, target = self.record(), self.target()
        if not isinstance(record, Opportunity):
            return
        here: dict[str, str] = {record.stage: "it is here"}
        names = self.services.config.stages
        letters = names.letters()
        stages = [Choice(letters[name], names.name(name), here.get(name, ""), name) for name in names.order]
        following = min(names.order.index(record.stage) + 1, len(stages) - 1)
        stage = await self.app.push_screen_wait(Choose(f"Move {describe(record)} to", stages, at=following))
        if stage is not None:
            await self.move_to(record, cast("Stage", stage), target.contacts)

    async def move_to(self, opportunity: Opportunity, stage: Stage, people: Sequence[Contact]) -> bool:
        """Move an opportunity, asking what a stage wants to know; whether it was moved. For a worker."""
        from followup_tui.desk import pipeline

        if stage == "closed":
            return await self._close(opportunity, people)
        if stage == "offer" and opportunity.stage != "offer":
            return await self._take_offer(opportunity)
        change = await self.perform(pipeline.move, opportunity.id, stage)
        return self._told(change.label if change is not None else None)

    async def _close(self, opportunity: Opportunity, people: Sequence[Contact]) -> bool:
        """Ask how it ended, and with whom to stay in touch; going back from either leaves it where it is."""
        from followup_tui.desk import moving
        from followup_tui.tui.dialogs.choose import Choose
        from followup_tui.tui.dialogs.stay_in_touch import StayInTouch

        title = f"How did it end with {opportunity.company}?"
        ending = await self.app.push_screen_wait(Choose(title, _endings()))
        if ending is None:
            return False
        others = [person for person in people if not person.keep_in_touch]
        kept = await self.app.push_screen_wait(StayInTouch(others)) if others else ()
        if kept is None:
            return False
        change = await self.perform(moving.close, opportunity.id, cast("Outcome", ending) or None, kept)
        if change is not None and ending == "rejected":
            await self._offer_reply(opportunity)
        return self._told(change.label if change is not None else None)

    async def _offer_reply(self, opportunity: Opportunity) -> None:
        """After a refusal: thanks and a request for feedback, written now or left to Today (G4)."""
        from followup_tui.tui.dialogs.choose import Choice, Choose
        from followup_tui.tui.screens.base import DraftWanted, Target

        reply = await self.services.desk.ask(Desk.follow_up, f"rejection_reply:{opportunity.id}")
        if reply is None:
            return
        choices = [
            Choice("d", "Write it now", "from a template; nothing is sent", value=True),
            Choice("l", "Later", "it stands on Today", value=False),
        ]
        if await self.app.push_screen_wait(Choose("Thank them, and ask what was missing?", choices)):
            self.post_message(DraftWanted(Target(reply, opportunity)))

    async def _take_offer(self, opportunity: Opportunity) -> bool:
        from followup_tui.desk import moving
        from followup_tui.tui.dialogs.offer import OfferDeadline

        config = self.services.config
        question = OfferDeadline(
            opportunity.company,
            self.services.times(),
            lambda day: moving.reminder_time(day, config.holidays, config.zone),
        )
        deadline = await self.app.push_screen_wait(question)
        if deadline is None:
            return False
        change = await self.perform(moving.offer, opportunity.id, deadline.day)
        return self._told(change.label if change is not None else None)

    def _told(self, label: str | None) -> bool:
        if label is not None:
            self.tell_done(label)
        return label is not None


def _endings() -> "list[Choice[str]]":
    """How an opportunity can end."""
    from followup_tui.tui.dialogs.choose import Choice

    endings = [Choice(name[0], words, "", name) for name, words in OUTCOMES.items()]
    return [*endings, Choice("u", "unknown", "nothing is said about it", "")]
