"""What is written down about what is at the cursor: a touchpoint, a reminder of the user's own, an interview."""

from typing import TYPE_CHECKING

from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Direction, Opportunity, Reminder
from followup_tui.tui.screens.clerk import Clerk
from followup_tui.tui.screens.wanted import Target

if TYPE_CHECKING:
    from followup_tui.domain.cadence import FollowUp
    from followup_tui.tui.dialogs.log import LogAnswer


async def log(clerk: Clerk, target: Target, *, direction: Direction = "out") -> None:
    """Log a touchpoint about `target`; `direction` is what the form begins with."""
    from followup_tui.desk.materials import shelf
    from followup_tui.tui.dialogs.log import Deciding, LogTouchpoint, Whom

    services = clerk.services
    worth_sending = await services.desk.ask(shelf)
    people = [Whom(contact.id, contact.name, contact.preferred_channel) for contact in target.contacts]
    form = LogTouchpoint(
        "Log a message, a call or a meeting",
        people,
        services.times(past=True),
        begun=target.follow_up,
        direction=direction,
        materials=[one.material for one in worth_sending],
        keep=lambda answer: _keep_log(clerk, answer, target),
    )
    if target.opportunity is not None and target.opportunity.stage != "closed":
        form.deciding = Deciding(target.opportunity.decision_by, services.times())
    answer = await clerk.app.push_screen_wait(form)
    if answer is not None:
        clerk.tell_done(f"Logged: {kind_words(answer.kind)}")


async def _keep_log(clerk: Clerk, answer: "LogAnswer", target: Target) -> None:
    """Store what was logged; what is early asks for a reason first. Raises FollowupError."""
    from followup_tui.desk.log import log
    from followup_tui.domain.errors import FollowupError
    from followup_tui.tui.screens.early import reason_if_early
    from followup_tui.tui.screens.forms import entry_of

    follow_up = target.follow_up if _is_done_by(target.follow_up, answer) else None
    reason = await reason_if_early(clerk.app, follow_up, clerk.services.now())
    if reason is None:
        raise FollowupError("It is not logged: a message that is too early needs a reason.")
    opportunity_id = target.opportunity.id if target.opportunity else None
    entry = entry_of(answer)._replace(opportunity_id=opportunity_id, early_reason=reason or None)
    await clerk.services.desk.ask(log, entry, follow_up)


def _is_done_by(follow_up: "FollowUp | None", answer: "LogAnswer") -> bool:
    """Whether what was logged is what the follow-up at the cursor asks for."""
    if follow_up is None or answer.direction != "out":
        return False
    return (follow_up.kind, follow_up.contact_id) == (answer.kind, answer.contact_id)


async def remind(clerk: Clerk, target: Target) -> None:
    """Write a reminder about what is at the cursor."""
    from followup_tui.tui.dialogs.reminder_form import ReminderForm

    form = ReminderForm.about(clerk.services, target.opportunity, target.contacts)
    reminder = await clerk.app.push_screen_wait(form)
    if reminder is not None:
        clerk.tell_done(f"Noted: {reminder.title}")


async def add_interview(clerk: Clerk, opportunity: Opportunity | None) -> None:
    """Add an interview to an opportunity."""
    from followup_tui.tui.dialogs.interview_form import InterviewForm

    if opportunity is None:
        return
    if await clerk.app.push_screen_wait(InterviewForm(clerk.services, opportunity)) is not None:
        clerk.tell_done(f"Added the interview with {opportunity.company}")


async def reminder_of(clerk: Clerk, follow_up: "FollowUp") -> Reminder | None:
    """The reminder that a follow-up came of."""
    from followup_tui.desk import reminders

    return await clerk.services.desk.ask(reminders.reminder_of, follow_up)


def show_materials(clerk: Clerk) -> None:
    """Show what is worth sending, and who has had it."""
    from followup_tui.tui.dialogs.materials import Materials

    clerk.app.push_screen(Materials(clerk.services))
