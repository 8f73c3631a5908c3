"""A field for a day in words, with the day that was understood below it."""

from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.domain.phrases import ago_words
from followup_tui.domain.when import say_day
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times


class DayField(Vertical):
    """A line to type a day into; a time of the day may be typed too and does not count."""

    DEFAULT_CSS = """
    DayField {
        height: auto;
        & > Static { color: $text-success; height: 1; }
        & > Static.-unclear { color: $text-warning; }
    }
    """

    def __init__(
        self,
        times: Times,
        value: date | None = None,
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        """A field that starts with `value`."""
        super().__init__(id=id)
        self._times = times
        self._value = say_day(value) if value else ""
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The line and what it means."""
        yield SafeInput(self._value, self._placeholder, compact=True)
        yield Static(self._words(self._value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say which day the text means now."""
        meaning = self.query_one(Static)
        meaning.update(self._words(event.value))
        meaning.set_class(not self.is_clear, "-unclear")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(SafeInput).value.strip()

    @property
    def day(self) -> date | None:
        """The day that was understood, if any."""
        return self._times.read(self.text).date if self.text else None

    @property
    def is_clear(self) -> bool:
        """Whether nothing was typed, or a day that is understood."""
        return not self.text or self.day is not None

    def _words(self, text: str) -> Content:
        if not text.strip():
            return Content("")
        understood = self._times.read(text)
        if understood.date is None:
            return shown(understood.reason or "")
        words = say_day(understood.date)
        if words == text.strip():
            # What is typed in full says itself which day it is; how far away that is, it does not.
            now = self._times.now()
            words = ago_words(datetime.combine(understood.date, now.timetz()), now)
        return shown(words)
