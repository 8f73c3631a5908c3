"""Fields that say what they understood: a line, and beside it what it means or what is wrong with it."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from followup_tui.domain.instants import format_instant, is_ahead, parse_date, parse_instant
from followup_tui.domain.when import say_day, say_instant
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times


class Meaning(NamedTuple):
    """What a text means, in words; `is_problem` where it means nothing and so cannot be stored."""

    words: str
    is_problem: bool = False


class MeantField(Horizontal):
    """A line to type, and what it means. Where it is wide enough they stand side by side."""

    DEFAULT_CSS = """
    MeantField {
        height: auto;
        width: 1fr;
        & > SafeInput { width: 26; }
        & > Static { width: 1fr; height: auto; color: $text-success; padding: 0 1; }
        & > Static.-problem { color: $text-warning; }
        &.-below { layout: vertical; }
        &.-below > SafeInput { width: 1fr; }
        &.-below > Static { padding: 0; }
    }
    """

    def __init__(
        self,
        value: str,
        meaning: Callable[[str], Meaning],
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
    ) -> None:
        """A field that starts with `value`; `meaning` says what a text means."""
        super().__init__(id=id, classes=classes)
        self._value = value
        self._meaning = meaning
        self._placeholder = placeholder
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """The line and what it means."""
        yield SafeInput(self._value, self._placeholder, suggester=self._suggester, compact=True)
        meaning = self._meaning(self._value)
        yield Static(_shown(meaning), classes="-problem" if meaning.is_problem else "")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(SafeInput).value.strip() if self.is_mounted else self._value

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than at first."""
        return self.text != self._value.strip()

    @property
    def problem(self) -> str:
        """What is wrong with it; empty if nothing is."""
        meaning = self._meaning(self.text)
        return meaning.words if meaning.is_problem else ""

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Say what the text means now."""
        self.say(self._meaning(self.text))

    def say(self, meaning: Meaning) -> None:
        """Say what it means; for a meaning that takes a while to find."""
        line = self.query_one(Static)
        line.update(_shown(meaning))
        line.set_class(meaning.is_problem, "-problem")


def _shown(meaning: Meaning) -> Content:
    return shown(meaning.words)


class DateField(MeantField):
    """A date, or with `with_time` an instant, in words; what is stored is as the book writes it, or None."""

    def __init__(
        self,
        times: Times,
        stored: str | None,
        *,
        with_time: bool = False,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        """A field that shows what is stored in words; unless they are changed, exactly that stays stored."""
        self._times = times
        self._with_time = with_time
        self._stored = stored
        self._words = _in_words(stored, times.zone, with_time=with_time) if stored else ""
        super().__init__(self._words, self._means, placeholder=placeholder, id=id)

    @property
    def stored(self) -> str | None:
        """What was understood, as the book writes it; None for nothing."""
        text = self.text
        if text == self._words:
            return self._stored
        if self._with_time:
            instant = self._times.instant(text) if text else None
            return format_instant(instant) if instant else None
        understood = self._times.read(text) if text else None
        return understood.date.isoformat() if understood and understood.date else None

    @property
    def instant(self) -> datetime | None:
        """The instant that was understood, a date being its 09:00."""
        stored = self.stored
        if stored is None:
            return None
        return parse_instant(stored) if self._with_time else self._times.instant(self.text)

    def _means(self, text: str) -> Meaning:
        text = text.strip()
        if not text:
            return Meaning("")
        if text == self._words and self._stored:
            return Meaning(_since_or_till(self._stored, self._times, with_time=self._with_time))
        understood = self._times.read(text)
        instant = self._times.instant(text)
        if not understood.understood or understood.date is None or instant is None:
            return Meaning(understood.reason or "That is no date.", is_problem=True)
        if self._with_time and self._times.past and is_ahead(instant, self._times.now()):
            # Words that fix the day are taken as said, but nothing has happened tomorrow.
            return Meaning(f"{say_instant(instant)}: that is still to come", is_problem=True)
        return Meaning(say_instant(instant) if self._with_time else say_day(understood.date))


def _in_words(stored: str, zone: tzinfo, *, with_time: bool) -> str:
    return say_instant(parse_instant(stored).astimezone(zone)) if with_time else say_day(parse_date(stored))


def _since_or_till(stored: str, times: Times, *, with_time: bool) -> str:
    """How far away what is stored is: the words themselves stand in the field already."""
    now = times.now()
    day = parse_instant(stored).astimezone(times.zone).date() if with_time else parse_date(stored)
    days = (day - now.date()).days
    if days == 0:
        return "today"
    return f"in {days} d" if days > 0 else f"{-days} d ago"
