"""What was promised in an interview: what, below it to whom and by when; a free line always waits at the end."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalGroup
from textual.widgets import Input, Static

from followup_tui.domain.instants import parse_date, parse_instant
from followup_tui.domain.names import named_one
from followup_tui.domain.phrases import ago_words
from followup_tui.domain.records import Promise
from followup_tui.domain.text import clean
from followup_tui.domain.when import say_day
from followup_tui.tui.widgets.complete import LastPiece
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times

Names = Callable[[], Sequence[str]]
"""The names of those to whom something can be promised, as they stand now."""


class Said(NamedTuple):
    """What a field means: as the book writes it, in words, and whether the words mean nothing."""

    stored: str | None
    words: str
    is_problem: bool = False


class PromiseRow(VerticalGroup):
    """One promise. One that is kept says so; one without words is none, and is not asked about."""

    DEFAULT_CSS = """
    PromiseRow {
        width: 1fr;
        & > Horizontal { height: 1; display: none; }
        &.-begun > Horizontal { display: block; }
        & .promise--label { width: auto; color: $text-muted; padding: 0 1; }
        & .promise--whom { width: 16; }
        & .promise--due { width: 17; }
        & .promise--remark { width: 1fr; height: auto; padding: 0 0 0 5; color: $text-success; display: none; }
        & .promise--remark.-said { display: block; }
        & .promise--remark.-problem { color: $text-warning; }
    }
    """

    def __init__(self, times: Times, names: Names, promise: Promise | None, whom: str = "") -> None:
        """A line for a promise of the book to `whom`, or for a new one."""
        super().__init__(classes="-begun" if promise else "")
        self._times = times
        self._names = names
        self._promise = promise
        self._whom_words = whom
        self._due_words = say_day(parse_date(promise.due_on)) if promise and promise.due_on else ""

    def compose(self) -> ComposeResult:
        """What; to whom, by when, and what that means."""
        text = self._promise.text if self._promise else ""
        yield SafeInput(text, "what you said you would send", classes="promise--text", compact=True)
        with Horizontal():
            yield Static("  to", classes="promise--label")
            yield SafeInput(
                self._whom_words,
                "the first of them",
                classes="promise--whom",
                compact=True,
                suggester=LastPiece(self._complete, ","),
            )
            yield Static("by", classes="promise--label")
            yield SafeInput(self._due_words, "fri, in 3 days", classes="promise--due", compact=True)
        yield Static(classes="promise--remark")

    async def _complete(self, begun: str) -> str | None:
        return next((name for name in self._names() if name.casefold().startswith(begun.casefold())), None)

    def on_mount(self) -> None:
        """Say what the promise means as it stands."""
        self.say()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Say what was typed means now."""
        self.set_class(bool(self.text), "-begun")
        self.say()

    def say(self) -> None:
        """Say to whom it is and when it is due, or what of that means nothing."""
        parts = (self.whom, self.due)
        wrong = [part.words for part in parts if part.is_problem]
        words = " · ".join(filter(None, wrong or [part.words for part in parts])) if self.text else ""
        remark = self.query_one(".promise--remark", Static)
        remark.update(shown(words))
        remark.set_class(bool(words), "-said")
        remark.set_class(bool(wrong), "-problem")

    @property
    def text(self) -> str:
        """What is promised; empty for none."""
        return self._typed("text")

    def _typed(self, name: str) -> str:
        """What stands in a field; nothing as long as the line has none yet."""
        return "".join(clean(field.value).strip() for field in self.query(f".promise--{name}").results(SafeInput))

    @property
    def whom(self) -> Said:
        """To whom, by name: None where that was not changed, nothing for the first of them."""
        words = self._typed("whom")
        if words == self._whom_words:
            return Said(None, "")
        if not words:
            return Said("", "")
        name = named_one(words, self._names())
        if name is None:
            return Said(None, f"“{words}” is not one of the people of this interview.", is_problem=True)
        return Said(name, name)

    @property
    def due(self) -> Said:
        """By when."""
        before, words = self._promise, self._typed("due")
        if words == self._due_words:
            kept = before.kept_at if before else None
            return Said(before.due_on if before else None, f"✓ kept {self._ago(kept)}" if kept else "")
        if not words:
            return Said(None, "")
        understood = self._times.read(words)
        if not understood.understood or understood.date is None:
            return Said(None, understood.reason or "no such date", is_problem=True)
        return Said(understood.date.isoformat(), say_day(understood.date))

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

    @property
    def unclear(self) -> str:
        """What means nothing, as a sentence; empty if there is nothing of the kind."""
        if not self.text:
            return ""
        if self.due.is_problem:
            return f"By when? The date for “{self.text}” is not understood."
        if not self.whom.is_problem:
            return ""
        return f"To whom? Whoever is promised “{self.text}” is not one of the people of this interview."


class PromiseRows(VerticalGroup):
    """All promises; emptying a line takes its promise back."""

    def __init__(
        self,
        times: Times,
        promises: Sequence[Promise],
        names: Names,
        called: Mapping[str, str],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        """Lines for these promises, and a free one.

        Args:
            times: How dates in words are read.
            promises: Those there are.
            names: Whom something can be promised to.
            called: The names of those to whom something was promised, by their ids.
            id: The field's name in the form.
        """
        super().__init__(id=id)
        self._times = times
        self._begun_with = promises
        self._names = names
        self._called = called

    def compose(self) -> ComposeResult:
        """A line each."""
        for promise in self._begun_with:
            yield PromiseRow(self._times, self._names, promise, self._called.get(promise.contact_id or "", ""))
        yield PromiseRow(self._times, self._names, None)

    async def on_input_changed(self, _event: Input.Changed) -> None:
        """When the free line is filled, there is another."""
        if self._rows[-1].text:
            await self.mount(PromiseRow(self._times, self._names, None))

    def say(self) -> None:
        """There are other people now: say anew who is meant."""
        for row in self._rows:
            if row.text:
                row.say()

    @property
    def _rows(self) -> list[PromiseRow]:
        return list(self.query(PromiseRow))

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What the lines say."""
        return tuple(promise for row in self._rows if (promise := row.promise) is not None)

    @property
    def promised_to(self) -> tuple[str | None, ...]:
        """To whom each of `promises` is, by name; None where that was not changed, nothing for the first of them."""
        return tuple(row.whom.stored for row in self._rows if row.text)

    @property
    def unclear(self) -> str:
        """What means nothing, as a sentence; empty if there is nothing of the kind."""
        return next((sentence for row in self._rows if (sentence := row.unclear)), "")
