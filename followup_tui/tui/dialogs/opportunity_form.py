"""The full form of an opportunity, for a new one and for one of the book."""

from collections.abc import Sequence
from typing import cast

from textual import on
from textual.widgets import Input, Static

from followup_tui.desk import editing, marks
from followup_tui.desk.form_values import OpportunityValues
from followup_tui.desk.pipeline import Person
from followup_tui.domain.instants import parse_instant
from followup_tui.domain.phrases import OUTCOMES, full_words
from followup_tui.domain.records import Opportunity, Outcome, Stage
from followup_tui.domain.typed_lists import read_tags
from followup_tui.tui.dialogs.form import Form, Row, text_area
from followup_tui.tui.dialogs.people_field import PeopleField
from followup_tui.tui.dialogs.tags import tag_field
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import DateField
from followup_tui.tui.widgets.pick import Alternative, Pick
from followup_tui.tui.widgets.safe import shown

_BY_ITSELF = Alternative("", "automatic")
_UNKNOWN = Alternative("", "unknown")
_STARS = [Alternative(str(count), "★" * count or "none") for count in range(4)]


class OpportunityForm(Form[Opportunity]):
    """Everything a person fills in about an opportunity; the answer is the opportunity as it was stored."""

    def __init__(
        self,
        services: Services,
        values: OpportunityValues | None = None,
        edited: Opportunity | None = None,
        known_tags: Sequence[str] = (),
    ) -> None:
        """A form that begins with `values`; it stores a new opportunity, or the changes of `edited`."""
        super().__init__(f"Edit {edited.company}, {edited.role}" if edited else "Add an opportunity")
        self._services = services
        self._values = values or OpportunityValues()
        self._edited = edited
        self._known_tags = known_tags

    @classmethod
    async def of(cls, services: Services, opportunity: Opportunity) -> "OpportunityForm":
        """The form of an opportunity of the book."""
        values = await services.desk.ask(editing.opportunity_values, opportunity)
        return cls(services, values, opportunity, await services.desk.ask(marks.known_tags))

    def rows(self) -> list[Row]:
        """What identifies it first, what is rarely known last."""
        values, services = self._values, self._services
        stages = [Alternative(name, title) for name, title in services.config.stages.titles.items()]
        outcomes = [_UNKNOWN, *(Alternative(name, words) for name, words in OUTCOMES.items())]
        here = self._edited.contact_ids if self._edited else ()
        return [
            Row("Company", SafeInput(values.company, id="company", compact=True)),
            Row("Role", SafeInput(values.role, id="role", compact=True)),
            Row("Stage", Pick(stages, values.stage, id="stage")),
            Row("It ended", Pick(outcomes, values.outcome or "", id="outcome")),
            Row("People", PeopleField(services, values.people, company=self._company, here=here, id="people")),
            Row("Write to", Pick(self._people_options(values.people), values.primary or "", id="primary")),
            *self._interview_row(),
            Row("Applied", DateField(services.times(past=True), values.applied_at, with_time=True, id="applied")),
            Row("Decision by", DateField(services.times(), values.decision_by, id="decision")),
            Row("Priority", Pick(_STARS, str(values.priority), id="priority")),
            Row("Tags", tag_field(values.tags, self._known_tags, id="tags")),
            Row("Location", SafeInput(values.location, id="location", compact=True)),
            Row("Link", SafeInput(values.url, "https://", id="url", compact=True)),
            Row("Found through", SafeInput(values.source, id="source", compact=True)),
            Row("Pay", SafeInput(values.compensation, id="compensation", compact=True)),
            Row("Notes", text_area(values.notes, "notes")),
        ]

    def _interview_row(self) -> list[Row]:
        """What is added with it."""
        interview = self._values.interview
        if interview is None:
            return []
        now = self._services.now()
        at = full_words(parse_instant(interview.starts_at).astimezone(now.tzinfo), now)
        names = ", ".join(person.name for person in interview.people)
        words = f"{at}, {interview.format}" + (f", with {names}" if names else "")
        return [Row("Interview", Static(shown(words), id="interview"))]

    @staticmethod
    def _people_options(people: Sequence[Person]) -> list[Alternative]:
        return [_BY_ITSELF, *(Alternative(person.name, person.name) for person in people)]

    def _company(self) -> str:
        return self.line("company") if self.is_mounted else self._values.company

    def on_mount(self) -> None:
        """How it ended is asked only of what is closed."""
        super().on_mount()
        self._show_outcome()

    @on(Pick.Changed, "#stage")
    def _show_outcome(self) -> None:
        self.show_row("outcome", shown=self.picked("stage") == "closed")

    @on(Input.Changed)
    def _offer_people(self) -> None:
        """Whoever was named can be the one to write to."""
        self.query_one("#primary", Pick).set_options(self._people_options(self._people.people))

    @property
    def _people(self) -> PeopleField:
        return self.query_one("#people", PeopleField)

    def problem(self) -> tuple[str, str] | None:
        """Company and role must be there."""
        for name in ("company", "role"):
            if not self.line(name):
                return name, f"Which {name}? This one is required."
        return None

    def values(self) -> OpportunityValues:
        """What the form says."""
        stage = cast("Stage", self.picked("stage"))
        outcome = cast("Outcome | None", self.picked("outcome") or None) if stage == "closed" else None
        return self._values._replace(
            company=self.line("company"),
            role=self.line("role"),
            stage=stage,
            outcome=outcome,
            source=self.optional("source"),
            url=self.optional("url"),
            location=self.optional("location"),
            compensation=self.optional("compensation"),
            priority=int(self.picked("priority")),
            tags=self.taken("tags", self._values.tags, read_tags),
            notes=self.area("notes"),
            applied_at=self.query_one("#applied", DateField).stored,
            decision_by=self.query_one("#decision", DateField).stored,
            people=self._people.people if self._people.is_changed else self._values.people,
            primary=self.picked("primary") or None,
        )

    async def store(self) -> Opportunity:
        """Add it, or change it."""
        return await self._services.desk.ask(editing.save_opportunity, self.values(), self._edited)
