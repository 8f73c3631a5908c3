"""The form of the user's own reminder (R12): what it reminds of, when, and what it is about."""

from collections.abc import Sequence
from typing import NamedTuple

from followup_tui.desk.reminders import Remembered, save_reminder
from followup_tui.domain.records import Contact, Opportunity, Reminder
from followup_tui.tui.dialogs.form import Form, Row
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import DateField
from followup_tui.tui.widgets.pick import Alternative, Pick

_NOT_DONE = [Alternative("", "no"), Alternative("yes", "yes")]


class About(NamedTuple):
    """What a reminder may belong to."""

    text: str
    opportunity_id: str | None = None
    contact_id: str | None = None


_NOTHING = About("nothing in particular")


class ReminderForm(Form[Reminder]):
    """The answer is the reminder as it was stored."""

    def __init__(self, services: Services, abouts: Sequence[About], edited: Reminder | None = None) -> None:
        """A form for a new reminder about the first of `abouts`, or for the changes of `edited`."""
        super().__init__("Edit the reminder" if edited else "Remind me")
        self._services = services
        self._abouts = abouts
        self._edited = edited

    @classmethod
    def about(
        cls,
        services: Services,
        opportunity: Opportunity | None,
        contacts: Sequence[Contact],
        edited: Reminder | None = None,
    ) -> "ReminderForm":
        """A form that offers an opportunity, these people, and nothing; of `edited`, what it belongs to first."""
        abouts = [About(opportunity.company, opportunity.id)] if opportunity is not None else []
        abouts += [About(contact.name, None, contact.id) for contact in contacts]
        abouts.append(_NOTHING)
        if edited is not None:
            kept = About("as it is", edited.opportunity_id, edited.contact_id)
            same = next((one for one in abouts if one[1:] == kept[1:]), kept)
            abouts = [same, *(one for one in abouts if one != same)]
        return cls(services, abouts, edited)

    def rows(self) -> list[Row]:
        """What and when; then what it is about, and of one that is there whether it is done."""
        edited = self._edited
        abouts = [Alternative(str(number), about.text) for number, about in enumerate(self._abouts)]
        when = DateField(
            self._services.times(),
            edited.at if edited else None,
            with_time=True,
            placeholder="fri 9am, in 2 weeks",
            id="at",
        )
        rows = [
            Row("Remind me to", SafeInput(edited.title if edited else "", "call Maya back", id="title", compact=True)),
            Row("When", when),
            Row("About", Pick(abouts, "0", id="about")),
        ]
        if edited is not None:
            rows.append(Row("Done", Pick(_NOT_DONE, "yes" if edited.done_at else "", id="done")))
        return rows

    def problem(self) -> tuple[str, str] | None:
        """There must be words and a time."""
        if not self.line("title"):
            return "title", "What should it remind you of? This one is required."
        return None if self.line("at") else ("at", "When? This one is required.")

    async def store(self) -> Reminder:
        """Add it, or change it."""
        about = self._abouts[int(self.picked("about"))]
        at = self.query_one("#at", DateField).instant
        assert at is not None
        is_done = self._edited is not None and bool(self.picked("done"))
        values = Remembered(self.line("title"), at, about.opportunity_id, about.contact_id, is_done)
        return await self._services.desk.ask(save_reminder, values, self._edited)
