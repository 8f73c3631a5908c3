"""A field for a date in words, with what was understood beside it."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.domain.instants import is_ahead
from followup_tui.domain.when import Understood, as_instant, describe
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown

Reader = Callable[[str], Understood]


class Times(NamedTuple):
    """How a field reads times: what a text means now, and what now is. `past`: what is asked for lies behind."""

    read: Reader
    now: Callable[[], datetime]
    zone: tzinfo
    past: bool = False

    def instant(self, text: str) -> datetime | None:
        """The instant a text means, a date being its 09:00; None where it is not understood."""
        understood = self.read(text)
        return as_instant(understood, self.now(), past=self.past, zone=self.zone) if understood.understood else None


class WhenField(Vertical):
    """A line to type a time to come into; below it stands what it means, or why it means nothing yet."""

    DEFAULT_CSS = """
    WhenField {
        height: auto;
        & > SafeInput { background: $panel; padding: 0 1; }
        & > Static { color: $text-success; padding: 0 1; height: 1; }
        & > Static.-unclear { color: $text-muted; }
    }
    """

    def __init__(self, times: Times, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """A field that starts with `value`."""
        super().__init__(id=id)
        self._times = times
        self._value = value
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The line and what it means."""
        yield SafeInput(self._value, self._placeholder, select_on_focus=False, compact=True)
        yield Static(self._meaning(self._value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what the text means now."""
        meaning = self.query_one(Static)
        meaning.update(self._meaning(event.value))
        meaning.set_class(self.instant is None, "-unclear")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(SafeInput).value.strip()

    @property
    def instant(self) -> datetime | None:
        """The instant that was understood, if any, and if it is still to come."""
        instant = self._times.instant(self.text) if self.text else None
        return instant if instant and is_ahead(instant, self._times.now()) else None

    def _meaning(self, text: str) -> Content:
        if not text.strip():
            return shown("")
        instant = self._times.instant(text)
        understood = self._times.read(text)
        if instant is None:
            return shown(understood.reason or "")
        # Words that fix the day are taken as said ("yesterday"), and the 09:00 of a date may have passed.
        behind = "" if is_ahead(instant, self._times.now()) else ": that is over"
        return shown(f"{describe(understood._replace(at=instant))}{behind}")
