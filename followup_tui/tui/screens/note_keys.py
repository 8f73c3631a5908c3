"""The keys that write something down: a touchpoint, a reminder of the user's own, something worth sending."""

from typing import TYPE_CHECKING, Final

from textual import work
from textual.binding import Binding, BindingType

from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Direction
from followup_tui.tui.screens.record_keys import RecordKeys

if TYPE_CHECKING:
    from followup_tui.domain.cadence import FollowUp
    from followup_tui.tui.dialogs.log import LogAnswer
    from followup_tui.tui.screens.base import Target

NOTE_KEYS: Final[list[BindingType]] = [
    Binding("I", "interview", "Interview", tooltip="Add an interview to it", id="interview", show=False),
    Binding("R", "remind", "Remind", tooltip="A reminder about this, or about anything", id="remind", show=False),
    Binding(
        "W",
        "materials",
        "Worth sending",
        tooltip="Things to send, and who had them",
        id="materials",
        show=False,
    ),
]
"""The bindings of `NoteKeys` beside `log`, which `RECORD_KEYS` has."""


class NoteKeys(RecordKeys):
    """Writes down what concerns `target()`."""

    # Logging

    @work
    async def action_log(self) -> None:
        """Log what was sent, said or received."""
        await self.log_for(self.target())

    async def log_for(self, target: "Target", *, direction: Direction = "out") -> None:
        """Log a touchpoint about `target`; `direction` is what the form begins with. For a worker."""
        from followup_tui.desk.materials import shelf
        from followup_tui.tui.dialogs.log import Deciding, LogTouchpoint, Whom

        worth_sending = await self.services.desk.ask(shelf)
        people = [Whom(contact.id, contact.name, contact.preferred_channel) for contact in target.contacts]
        form = LogTouchpoint(
            "Log a message, a call or a meeting",
            people,
            self.services.times(past=True),
            begun=target.follow_up,
            direction=direction,
            materials=[one.material for one in worth_sending],
            keep=lambda answer: self._keep_log(answer, target),
        )
        if target.opportunity is not None and target.opportunity.stage != "closed":
            form.deciding = Deciding(target.opportunity.decision_by, self.services.times())
        answer = await self.app.push_screen_wait(form)
        if answer is not None:
            self.tell_done(f"Logged: {kind_words(answer.kind)}")

    async def _keep_log(self, answer: "LogAnswer", target: "Target") -> None:
        """Store what was logged; what is early asks for a reason first. Raises FollowupError."""
        from followup_tui.desk.log import log
        from followup_tui.domain.errors import FollowupError
        from followup_tui.tui.screens.early import reason_if_early
        from followup_tui.tui.screens.forms import entry_of

        follow_up = target.follow_up if _is_done_by(target.follow_up, answer) else None
        reason = await reason_if_early(self, follow_up, self.services.now())
        if reason is None:
            raise FollowupError("It is not logged: a message that is too early needs a reason.")
        opportunity_id = target.opportunity.id if target.opportunity else None
        entry = entry_of(answer)._replace(opportunity_id=opportunity_id, early_reason=reason or None)
        await self.services.desk.ask(log, entry, follow_up)

    # Reminders, interviews, and what is worth sending

    @work
    async def action_remind(self) -> None:
        """Write a reminder about what is at the cursor."""
        from followup_tui.tui.dialogs.reminder_form import ReminderForm

        target = self.target()
        form = ReminderForm.about(self.services, target.opportunity, target.contacts)
        reminder = await self.app.push_screen_wait(form)
        if reminder is not None:
            self.tell_done(f"Noted: {reminder.title}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An interview belongs to an opportunity."""
        if action == "interview":
            return self.target().opportunity is not None
        return super().check_action(action, parameters)

    @work
    async def action_interview(self) -> None:
        """Add an interview to the opportunity at the cursor."""
        from followup_tui.tui.dialogs.interview_form import InterviewForm

        opportunity = self.target().opportunity
        if opportunity is None:
            return
        interview = await self.app.push_screen_wait(InterviewForm(self.services, opportunity))
        if interview is not None:
            self.tell_done(f"Added the interview with {opportunity.company}")

    def action_materials(self) -> None:
        """Show what is worth sending, and who has had it."""
        from followup_tui.tui.dialogs.materials import Materials

        self.app.push_screen(Materials(self.services))


def _is_done_by(follow_up: "FollowUp | None", answer: "LogAnswer") -> bool:
    """Whether what was logged is what the follow-up at the cursor asks for."""
    if follow_up is None or answer.direction != "out":
        return False
    return (follow_up.kind, follow_up.contact_id) == (answer.kind, answer.contact_id)
