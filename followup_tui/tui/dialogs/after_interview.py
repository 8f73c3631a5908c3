"""The minute after an interview: what every later message lives on is asked while it is fresh."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Select

from followup_tui.desk.interviews import Afterwards, Promised
from followup_tui.desk.today import Appointment
from followup_tui.domain.instants import parse_date
from followup_tui.domain.phrases import full_words
from followup_tui.domain.records import Contact, Promise
from followup_tui.domain.salutation import first_name
from followup_tui.domain.when import say_day
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.day_field import DayField
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.pick import Alternative, Pick
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times

_PLACE = [Alternative("", "it took place"), Alternative("cancelled", "it did not: cancelled")]


class AfterAnswer(NamedTuple):
    """What was filled in, and whether it is to be stored; "not now" keeps it for when one comes back to it."""

    said: Afterwards
    store: bool


class PromiseRow(Horizontal):
    """One promise: what, to whom, by when. One without words has the class `-empty`."""

    DEFAULT_CSS = """
    PromiseRow {
        height: auto;
        & > .promise--text { width: 2fr; }
        & > Select { width: 1fr; margin: 0 1; }
        & > DayField { width: 1fr; }
    }
    """

    def __init__(self, people: Mapping[str, str], times: Times, promised: Promised) -> None:
        """A row that starts with `promised`; `people` are names by id."""
        super().__init__(classes="" if promised.text else "-empty")
        self._people = people
        self._times = times
        self._promised = promised

    def compose(self) -> list[Widget]:
        """The three fields."""
        fields: list[Widget] = [
            SafeInput(self._promised.text, "the write-up, a reference …", classes="promise--text", compact=True)
        ]
        if self._people:
            whom = self._promised.contact_id if self._promised.contact_id in self._people else next(iter(self._people))
            options = [(shown(name), contact_id) for contact_id, name in self._people.items()]
            fields.append(Select(options, value=whom, allow_blank=False, compact=True))
        return [*fields, DayField(self._times, self._promised.due_on, "fri, in 3 days")]

    @on(Input.Changed, ".promise--text")
    def _typed(self) -> None:
        self.set_class(not self.text, "-empty")

    @property
    def text(self) -> str:
        """What was promised; nothing as long as the row has no fields yet."""
        return "".join(field.value.strip() for field in self.query(".promise--text").results(SafeInput))

    @property
    def due(self) -> DayField:
        """By when."""
        return self.query_one(DayField)

    @property
    def promised(self) -> Promised:
        """What the row says."""
        whom = self.query_one(Select).value if self._people else None
        return Promised(self.text, whom if isinstance(whom, str) else None, self.due.day)


class AfterInterview(Dialog[AfterAnswer]):
    """One form, all of whose fields may stay empty; `ctrl+s` stores it, escape is "not now"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "accept",
            "Keep it",
            tooltip="Store it, and mark the interview as done",
            id="after.accept",
            priority=True,
        ),
        Binding("escape", "cancel", "Not now", tooltip="Leave it; the card stays", id="after.later"),
        Binding("tab", "app.focus_next", "Next field", tooltip="To the next field", id="after.next"),
    ]

    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-short"),
        (30, "-tall"),
    ]

    DEFAULT_CSS = """
    AfterInterview {
        & > .dialog--box { width: 96; }
        & VerticalScroll { height: auto; max-height: 100%; }
        & Label { color: $text-primary; text-style: bold; }
        & SafeTextArea { height: 3; border: none; padding: 0 1; background: $panel; }
        & SafeTextArea:focus { border: none; background: $line-cursor; }
        & SafeInput { background: $panel; }
        & SafeInput:focus { background: $line-cursor; }
        &.-tall Label, &.-tall #place { margin-top: 1; }
        &.-tall SafeTextArea { height: 4; }
        /* Nobody has to go through what asks about a promise that was not made. */
        & PromiseRow.-empty > Select, & PromiseRow.-empty > DayField { visibility: hidden; }
    }
    """

    def __init__(self, appointment: Appointment, begun: Afterwards, times: Times) -> None:
        """A form on that interview, filled in with what was begun."""
        company = appointment.opportunity.company if appointment.opportunity else "the interview"
        super().__init__(f"How did it go at {company}?" if appointment.opportunity else "How did the interview go?")
        self._appointment = appointment
        self._begun = begun
        self._times = times

    def compose_question(self) -> list[Widget]:
        """The fields in the order in which one remembers."""
        begun = self._begun
        rows = [self._promise_row(promised) for promised in (*begun.promises, Promised(""))]
        return [
            VerticalScroll(
                explained(_when_and_who(self._appointment, self._times)),
                Label("How did it go?"),
                SafeTextArea(begun.notes, id="notes", tab_behavior="focus"),
                Label("What is worth coming back to? One per line"),
                SafeTextArea("\n".join(begun.talking_points), id="points", tab_behavior="focus"),
                Label("What did you promise, to whom, by when?"),
                *(explained(_kept_or_open(promise)) for promise in self._appointment.interview.promises),
                *rows,
                Label("When do they decide?"),
                DayField(
                    self._times, begun.decision_by, "fri 27, in two weeks; empty if they did not say", id="decision"
                ),
                Pick(_PLACE, "" if begun.took_place else "cancelled", id="place"),
                can_focus=False,
            )
        ]

    def on_mount(self) -> None:
        """One writes on where one left off."""
        for field in self.query(SafeTextArea):
            field.move_cursor(field.document.end)

    def _promise_row(self, promised: Promised) -> PromiseRow:
        return PromiseRow(_called(self._appointment.contacts), self._times, promised)

    @on(Input.Changed, ".promise--text")
    async def _promise_typed(self) -> None:
        """There is always an empty row for one promise more."""
        rows = self._rows()
        if rows[-1].text:
            await self.query_one(VerticalScroll).mount(self._promise_row(Promised("")), after=rows[-1])

    def _rows(self) -> Sequence[PromiseRow]:
        return list(self.query(PromiseRow))

    def action_accept(self) -> None:
        """Store it, once every date is understood."""
        unclear = [field for field in self.query(DayField) if not field.is_clear]
        if unclear:
            self.app.bell()
            unclear[0].query_one(SafeInput).focus()
            return
        self.dismiss(AfterAnswer(self._said(), store=True))

    def action_cancel(self) -> None:
        """Not now: the card stays, and what was typed is there when one comes back."""
        self.dismiss(AfterAnswer(self._said(), store=False))

    def _said(self) -> Afterwards:
        return Afterwards(
            notes=self.query_one("#notes", SafeTextArea).text,
            talking_points=tuple(self.query_one("#points", SafeTextArea).text.split("\n")),
            promises=tuple(row.promised for row in self._rows() if row.text),
            decision_by=self.query_one("#decision", DayField).day,
            took_place=not self.query_one("#place", Pick).value,
        )


def begun_with(appointment: Appointment) -> Afterwards:
    """What the book knows already: notes, talking points, and when they decide."""
    interview, opportunity = appointment.interview, appointment.opportunity
    decision_by = parse_date(opportunity.decision_by) if opportunity and opportunity.decision_by else None
    return Afterwards(notes=interview.notes, talking_points=interview.talking_points, decision_by=decision_by)


def _called(contacts: Sequence[Contact]) -> dict[str, str]:
    """What to call each, by id: the first name where it tells them apart."""
    first = {contact.id: first_name(contact.name) for contact in contacts}
    if len(set(first.values())) == len(first):
        return first
    return {contact.id: contact.name for contact in contacts}


def _when_and_who(appointment: Appointment, times: Times) -> str:
    people = ", ".join(contact.name for contact in appointment.contacts)
    return full_words(appointment.starts_at, times.now()) + (f" with {people}" if people else "")


def _kept_or_open(promise: Promise) -> str:
    due = f" by {say_day(parse_date(promise.due_on))}" if promise.due_on else ""
    return f"{'✓' if promise.kept_at else '○'} {promise.text}{due}"
