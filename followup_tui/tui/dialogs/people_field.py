"""The field of a form that takes people by their names, and says who of them the book knows."""

from collections.abc import Callable, Sequence
from typing import cast

from textual import work
from textual.widgets import Input

from followup_tui.desk import people_named
from followup_tui.desk.people_named import Recognised
from followup_tui.desk.pipeline import Person
from followup_tui.domain.records import ContactRole
from followup_tui.domain.typed_lists import NamedPerson, read_people, write_people
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.complete import LastPiece
from followup_tui.tui.widgets.meant import Meaning, MeantField


class PeopleField(MeantField):
    """`Ana Ruiz (recruiter), Ben Cho <ben@x.com>`; below stands who is known, and who would be new."""

    def __init__(
        self,
        services: Services,
        people: Sequence[Person],
        *,
        company: Callable[[], str],
        here: Sequence[str] = (),
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        """A field that begins with `people`.

        Args:
            services: For asking the desk.
            people: Who stands there at first.
            company: Tells the company that new people would belong to, as the form says it now.
            here: The ids of the contacts who belong to the record already.
            id: The field's name in the form.
        """
        self._services = services
        self._company = company
        self._here = here

        async def complete(begun: str) -> str | None:
            return await services.desk.ask(people_named.name_beginning, begun)

        words = write_people(NamedPerson(person.name, person.email, person.role) for person in people)
        super().__init__(
            words,
            self._means,
            placeholder="Ana Ruiz (recruiter), Ben Cho <ben@example.com>",
            suggester=LastPiece(complete, ",;"),
            id=id,
            classes="-below",
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """Who was named."""
        return tuple(
            Person(one.name, one.email, cast("ContactRole", one.role)) for one in read_people(self.text).people
        )

    @staticmethod
    def _means(text: str) -> Meaning:
        problems = read_people(text).problems
        return Meaning(" ".join(problems), is_problem=bool(problems))

    def on_mount(self) -> None:
        """Say who is who."""
        self._recognise()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is wrong with the names, or who is who."""
        super().on_input_changed(event)
        self._recognise()

    @work(exclusive=True, group="recognise")
    async def _recognise(self) -> None:
        people = self.people
        if self.problem or not people:
            return
        recognised = await self._services.desk.ask(people_named.recognise, people, self._company(), self._here)
        self.say(Meaning(_words(recognised)))


def _words(recognised: Recognised) -> str:
    known = ", ".join(
        f"{contact.name} ({contact.company})" if contact.company else contact.name for contact in recognised.known
    )
    new = ", ".join(recognised.new)
    return " · ".join(part for part in (f"known: {known}" if known else "", f"new: {new}" if new else "") if part)
