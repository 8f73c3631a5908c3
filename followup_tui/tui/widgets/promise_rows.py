"""What was promised in an interview: a line each, with when it is due; a free line always waits at the end."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.widgets import Input, Static

from followup_tui.domain.instants import parse_date, parse_instant
from followup_tui.domain.phrases import ago_words
from followup_tui.domain.records import Promise
from followup_tui.domain.text import clean
from followup_tui.domain.when import say_day
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times


class Due(NamedTuple):
    """When a promise is due: as the book writes it, in words, and whether the words mean nothing."""

    stored: str | None
    words: str
    is_problem: bool = False


class PromiseRow(Horizontal):
    """One promise. One that is kept says so; one without words is none."""

    DEFAULT_CSS = """
    PromiseRow {
        height: 1;
        width: 1fr;
        & > .promise--text { width: 1fr; margin-right: 1; }
        & > .promise--due { width: 12; }
        & > Static { width: auto; max-width: 17; padding: 0 0 0 1; color: $text-success; }
        & > Static.-problem { color: $text-warning; }
    }
    """

    def __init__(self, times: Times, promise: Promise | None) -> None:
        """A line for a promise of the book, or for a new one."""
        super().__init__()
        self._times = times
        self._promise = promise
        self._due_words = say_day(parse_date(promise.due_on)) if promise and promise.due_on else ""

    def compose(self) -> ComposeResult:
        """What, by when, and what that means."""
        text = self._promise.text if self._promise else ""
        yield SafeInput(text, "what you said you would send", classes="promise--text", compact=True)
        yield SafeInput(self._due_words, "by when", classes="promise--due", compact=True)
        yield Static(shown(self._remark(self._due_words).words))

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Say what the date means now."""
        due = self.due
        remark = self.query_one(Static)
        remark.update(shown(due.words))
        remark.set_class(due.is_problem, "-problem")

    @property
    def text(self) -> str:
        """What is promised; empty for none."""
        return clean(self.query_one(".promise--text", SafeInput).value).strip()

    @property
    def due(self) -> Due:
        """By when."""
        return self._remark(self.query_one(".promise--due", SafeInput).value.strip())

    def _remark(self, words: str) -> Due:
        before = self._promise
        if words == self._due_words:
            kept = before.kept_at if before else None
            remark = f"✓ kept {self._ago(kept)}" if kept else ""
            return Due(before.due_on if before else None, remark)
        if not words:
            return Due(None, "")
        understood = self._times.read(words)
        if not understood.understood or understood.date is None:
            return Due(None, "no such date", is_problem=True)
        return Due(understood.date.isoformat(), say_day(understood.date))

    def _ago(self, stored: str) -> str:
        now = self._times.now()
        return ago_words(parse_instant(stored).astimezone(now.tzinfo), now)

    @property
    def promise(self) -> Promise | None:
        """The promise as the line says it; None for none. A new one has no id yet."""
        if not self.text:
            return None
        before = self._promise
        if before is None:
            return Promise(id="", text=self.text, due_on=self.due.stored)
        return Promise(
            id=before.id,
            text=self.text,
            due_on=self.due.stored,
            contact_id=before.contact_id,
            kept_at=before.kept_at,
            unknown=before.unknown,
        )


class PromiseRows(VerticalGroup):
    """All promises; emptying a line takes its promise back."""

    def __init__(self, times: Times, promises: Sequence[Promise], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """Lines for these promises, and a free one."""
        super().__init__(id=id)
        self._times = times
        self._begun_with = promises

    def compose(self) -> ComposeResult:
        """A line each."""
        for promise in (*self._begun_with, None):
            yield PromiseRow(self._times, promise)

    async def on_input_changed(self, _event: Input.Changed) -> None:
        """When the free line is filled, there is another."""
        if self._rows[-1].text:
            await self.mount(PromiseRow(self._times, None))

    @property
    def _rows(self) -> list[PromiseRow]:
        return list(self.query(PromiseRow))

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What the lines say."""
        return tuple(promise for row in self._rows if (promise := row.promise) is not None)

    @property
    def unclear(self) -> str:
        """The first date that means nothing, as a sentence; empty if there is none."""
        row = next((row for row in self._rows if row.text and row.due.is_problem), None)
        return f"By when? “{row.text}” is due on no date." if row else ""
