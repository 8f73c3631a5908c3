"""The form in which a record of the book is edited."""

from typing import Any

from followup_tui.desk import people
from followup_tui.desk.log import Entry, correct
from followup_tui.desk.materials import shelf
from followup_tui.domain.records import Contact, Interview, Material, Opportunity, Reminder, Touchpoint
from followup_tui.tui.dialogs.contact_form import ContactForm
from followup_tui.tui.dialogs.form import Form
from followup_tui.tui.dialogs.interview_form import InterviewForm
from followup_tui.tui.dialogs.log import LogAnswer, LogTouchpoint, Whom
from followup_tui.tui.dialogs.material_form import MaterialForm
from followup_tui.tui.dialogs.opportunity_form import OpportunityForm
from followup_tui.tui.dialogs.reminder_form import ReminderForm
from followup_tui.tui.services import Services

Held = Opportunity | Contact | Interview | Touchpoint | Reminder | Material
"""What can be edited in a form."""


async def form_of(services: Services, record: Held) -> Form[Any]:
    """The form of a record; it stores what is changed."""
    match record:
        case Opportunity():
            return await OpportunityForm.of(services, record)
        case Contact():
            return await ContactForm.of(services, record)
        case Interview():
            return await InterviewForm.of(services, record)
        case Material():
            return MaterialForm(services, record)
        case Reminder():
            return await _reminder_form(services, record)
        case Touchpoint():
            return await _log_form(services, record)


async def _reminder_form(services: Services, reminder: Reminder) -> ReminderForm:
    opportunity = await services.desk.ask(lambda desk: desk.find(Opportunity, reminder.opportunity_id))
    contacts = await services.desk.ask(people.people_about, reminder.opportunity_id, reminder.contact_id)
    return ReminderForm.about(services, opportunity, contacts, reminder)


async def _log_form(services: Services, touchpoint: Touchpoint) -> LogTouchpoint:
    contacts = await services.desk.ask(people.people_about, touchpoint.opportunity_id, touchpoint.contact_id)

    async def keep(answer: LogAnswer) -> None:
        await services.desk.ask(correct, touchpoint.id, entry_of(answer))

    return LogTouchpoint(
        "Edit what was logged",
        [Whom(one.id, one.name, one.preferred_channel) for one in contacts],
        services.times(past=True),
        begun=touchpoint,
        materials=[one.material for one in await services.desk.ask(shelf)],
        keep=keep,
    )


def entry_of(answer: LogAnswer) -> Entry:
    """What the form of a touchpoint was filled in with, as it is logged."""
    return Entry(**answer._asdict())
