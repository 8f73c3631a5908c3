"""By when an offer has to be answered."""

from collections.abc import Callable
from datetime import date, datetime
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.domain.when import say_day, say_instant
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import Meaning, MeantField
from followup_tui.tui.widgets.when_field import Times


class Deadline(NamedTuple):
    """The answer: the last day, or None where there is no deadline."""

    day: date | None


class OfferDeadline(Dialog[Deadline]):
    """A date in words, and when the reminder of it will come; it may stay empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Done", tooltip="Take the deadline as it stands", id="offer.accept", priority=True),
    ]

    DEFAULT_CSS = """
    OfferDeadline SafeInput, OfferDeadline SafeInput:focus { height: 1; border: none; padding: 0; background: $panel; }
    """

    def __init__(self, company: str, times: Times, reminder_time: Callable[[date], datetime]) -> None:
        """A dialog about the offer of `company`; `reminder_time` says when one is reminded of a deadline."""
        super().__init__(f"An offer from {company}!")
        self._times = times
        self._reminder_time = reminder_time

    def compose_question(self) -> list[Widget]:
        """What is asked, and the date."""
        field = MeantField("", self._meaning, placeholder="fri 27, in 2 weeks", classes="-below")
        return [explained("When do you have to decide by? Leave it empty if they did not say."), field]

    def action_accept(self) -> None:
        """Take the deadline, once it is understood and ahead."""
        field = self.query_one(MeantField)
        if field.problem:
            self.app.bell()
            field.query_one(SafeInput).focus()
        else:
            self.dismiss(Deadline(self._times.read(field.text).date if field.text else None))

    def _meaning(self, text: str) -> Meaning:
        if not text.strip():
            return Meaning("no deadline, no reminder")
        understood = self._times.read(text)
        if not understood.understood or understood.date is None:
            return Meaning(understood.reason or "That is no date.", is_problem=True)
        if understood.date < self._times.now().date():
            return Meaning(f"{say_day(understood.date)} is over.", is_problem=True)
        return Meaning(f"{say_day(understood.date)}; a reminder {say_instant(self._reminder_time(understood.date))}")
