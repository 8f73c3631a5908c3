"""The full form of an interview, for a new one and for one of the book."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, cast

from textual import on
from textual.widgets import Input

from followup_tui.desk import editing
from followup_tui.desk.form_values import InterviewValues
from followup_tui.domain.records import Interview, InterviewFormat, InterviewStatus, Opportunity
from followup_tui.domain.schema import INTERVIEW_FORMATS, INTERVIEW_STATUSES
from followup_tui.tui.dialogs.form import Form, Row, text_area
from followup_tui.tui.dialogs.people_field import PeopleField
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.meant import DateField, Meaning, MeantField
from followup_tui.tui.widgets.pick import Alternative, Pick
from followup_tui.tui.widgets.promise_rows import PromiseRows

_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
_POINTS_HINT = "what is worth coming back to, one per line"
_LONGEST_MINUTES = 366 * 24 * 60


class InterviewForm(Form[Interview]):
    """Everything a person fills in about an interview; the answer is the interview as it was stored."""

    def __init__(
        self,
        services: Services,
        opportunity: Opportunity | None,
        values: InterviewValues | None = None,
        edited: Interview | None = None,
        promised: Mapping[str, str] = _NOBODY,
    ) -> None:
        """A form that begins with `values`; it stores a new interview of `opportunity`, or the changes of `edited`.

        `promised` are the names, by their ids, of those to whom something was promised.
        """
        company = opportunity.company if opportunity else "an unknown company"
        super().__init__(f"Interview with {company}")
        self._services = services
        self._opportunity = opportunity
        self._values = values or InterviewValues(starts_at="")
        self._edited = edited
        self._promised = promised

    @classmethod
    async def of(cls, services: Services, interview: Interview) -> "InterviewForm":
        """The form of an interview of the book."""
        values = await services.desk.ask(editing.interview_values, interview)
        opportunity = await services.desk.ask(lambda desk: desk.find(Opportunity, interview.opportunity_id))
        promised = await services.desk.ask(editing.promised_names, interview)
        return cls(services, opportunity, values, interview, promised)

    def rows(self) -> list[Row]:
        """When and with whom first, what came of it below."""
        values, times = self._values, self._services.times()
        formats = [Alternative(name, name) for name in INTERVIEW_FORMATS]
        statuses = [Alternative(name, name) for name in INTERVIEW_STATUSES]
        starts = DateField(
            times, values.starts_at or None, with_time=True, placeholder="tue 3pm, 27 nov 15:00", id="starts"
        )
        people = PeopleField(
            self._services,
            values.people,
            company=lambda: self._opportunity.company if self._opportunity else "",
            here=(*(self._edited.contact_ids if self._edited else ()), *self._contacts_of_opportunity),
            id="people",
        )
        return [
            Row("When", starts),
            Row("Minutes", MeantField(str(values.duration_min), _length, id="minutes")),
            Row("Format", Pick(formats, values.format, id="format")),
            Row("People", people),
            Row("Status", Pick(statuses, values.status, id="status")),
            Row(
                "Talking points",
                text_area("\n".join(values.talking_points), "points", "what is worth coming back to, one per line"),
            ),
            Row("You promised", PromiseRows(times, values.promises, self._names, self._promised, id="promises")),
            Row("Notes", text_area(values.notes, "notes")),
        ]

    def _names(self) -> list[str]:
        """Who stands in the field of the people."""
        return [person.name for person in self.query_one("#people", PeopleField).people]

    @on(Input.Changed, "#people SafeInput")
    def _people_typed(self) -> None:
        self.query_one(PromiseRows).say()

    @property
    def _contacts_of_opportunity(self) -> tuple[str, ...]:
        return self._opportunity.contact_ids if self._opportunity else ()

    def problem(self) -> tuple[str, str] | None:
        """There must be a time, and every promise's date must be one."""
        if not self.line("starts"):
            return "starts", "When is it? This one is required."
        unclear = self.query_one(PromiseRows).unclear
        return ("promises", unclear) if unclear else None

    def values(self) -> InterviewValues:
        """What the form says."""
        people, promised = self.query_one("#people", PeopleField), self.query_one(PromiseRows)
        return self._values._replace(
            starts_at=self.query_one("#starts", DateField).stored or "",
            duration_min=int(self.line("minutes")),
            format=cast("InterviewFormat", self.picked("format")),
            people=people.people if people.is_changed else self._values.people,
            talking_points=tuple(self.area("points").split("\n")),
            promises=promised.promises,
            promised_to=promised.promised_to,
            notes=self.area("notes"),
            status=cast("InterviewStatus", self.picked("status")),
        )

    async def store(self) -> Interview:
        """Add it, or change it."""
        opportunity_id = self._edited.opportunity_id if self._edited else self._opportunity_id
        return await self._services.desk.ask(editing.save_interview, opportunity_id, self.values(), self._edited)

    @property
    def _opportunity_id(self) -> str:
        return self._opportunity.id if self._opportunity else ""


def _length(text: str) -> Meaning:
    text = text.strip()
    if text.isascii() and text.isdigit() and int(text) <= _LONGEST_MINUTES:
        hours, minutes = divmod(int(text), 60)
        return Meaning(f"{hours} h {minutes} min" if hours and minutes else f"{hours} h" if hours else "")
    return Meaning("How many minutes? A whole number.", is_problem=True)
