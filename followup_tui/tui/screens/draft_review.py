"""The live review: what is read over the writer's shoulder, in a thread of its own, while one goes on typing."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from followup_tui.desk.ignoring import Ignored, ignored, name_of
from followup_tui.domain.records import Draft
from followup_tui.domain.review import Context, Finding, load_dictionary, review
from followup_tui.tui.dialogs.finding import AddWord, FindingMenu, Ignore, NextFinding, Replace
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.widgets.letter import Letter, Mark, moved
from followup_tui.tui.widgets.safe import shown

_SYMBOLS: Final = {"error": "‼", "warning": "●", "hint": "·"}
_COLOURS: Final = {"error": "$text-error", "warning": "$text-warning", "hint": "$text-muted"}


class ReviewPane(VerticalScroll):
    """What there is to mend in a letter: a list beside it, underlined in it, and gone through one by one.

    It reads what it is given and knows no book; what one wants to be kept of it, it tells.
    """

    BORDER_TITLE = "Review"

    @dataclass
    class WordAdded(Message):
        """A word that is not in the dictionary is one of the user's own."""

        word: str

    @dataclass
    class FindingIgnored(Message):
        """A finding is to be left alone in this draft, also when it is opened again; by `ignoring.name_of`."""

        name: tuple[str, str]

    findings: var[tuple[Finding, ...]] = var((), bindings=True)
    """What the last review found; it stays till the next is done."""

    def __init__(self, letter: Letter, key: KeyOf, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """The review of what stands in `letter`; `key` names the key that shows what is hidden."""
        super().__init__(id=id)
        self.context: Context | None = None
        """What stands around the draft; None while the book has not answered, and then nothing is found."""
        self.reviewed: str | None = None
        """The text that the findings are about; None before the first review."""
        self._letter = letter
        self._key = key
        self._draft_id = ""
        self._ignored: Ignored = frozenset()
        self._visited: Finding | None = None

    def compose(self) -> ComposeResult:
        """The list."""
        yield Static(id="findings")

    # Reading

    def turn_to(self, draft: Draft) -> None:
        """Another draft is in the letter; what was found is shown till it has been read."""
        self._draft_id, self._ignored = draft.id, ignored(draft)
        self._visited = self.reviewed = None

    async def read(self, draft: Draft) -> None:
        """Read a draft and show what is to mend; nothing, if another one is in the letter by then."""
        findings = await self.find(draft)
        if findings is not None and draft.id == self._draft_id:
            self._show(findings, draft.body)

    async def find(self, draft: Draft) -> tuple[Finding, ...] | None:
        """The findings of a draft without those that are to be ignored; None while the book has not answered."""
        if self.context is None:
            return None
        context = self.context._replace(subject=draft.subject, material_ids=draft.material_ids)
        findings = await asyncio.to_thread(_review, draft, context)
        return tuple(found for found in findings if name_of(found, draft.body) not in self._ignored)

    # Showing

    def _show(self, findings: tuple[Finding, ...], text: str) -> None:
        self.findings, self.reviewed = findings, text
        self._letter.mark([Mark(*found.span, found.level) for found in findings if found.span], text)
        self.border_title = shown("  ".join([self.BORDER_TITLE, *_counts(findings)]))
        self._count_at_letter()
        lines = [_line(found, text) for found in findings]
        self.query_one("#findings", Static).update(Content("\n").join(lines or [Content("Nothing to mend.")]))

    def _count_at_letter(self) -> None:
        """Where the review is not beside the letter, the letter's frame says how much there is to mend."""
        is_hidden = self.region.area == 0
        counts = [*_counts(self.findings), self._key("draft.side")] if is_hidden and self.findings else []
        self._letter.border_subtitle = shown("  ".join(counts))

    def on_show(self) -> None:
        """There is room for the review now."""
        self._count_at_letter()

    def on_hide(self) -> None:
        """There is none any more."""
        self._count_at_letter()

    # Going from one to the next

    @work(exclusive=True, group="finding")
    async def mend(self) -> None:
        """Select what the next finding is about, and offer what can be done about it; again and again."""
        while self.findings:
            finding = self._after(self._visited)
            self._visited = finding
            span = self._span(finding)
            if span is not None:
                self._letter.select_span(*span)
            self._letter.focus()
            quoted = (self.reviewed or "")[slice(*finding.span)] if finding.span else ""
            place = f"{self.findings.index(finding) + 1} of {len(self.findings)}"
            answer = await self.app.push_screen_wait(FindingMenu(finding, quoted, place))
            if not isinstance(answer, NextFinding):
                self._do(answer, finding, span)
                return

    def _after(self, visited: Finding | None) -> Finding:
        if visited in self.findings:
            return self.findings[(self.findings.index(visited) + 1) % len(self.findings)]
        return self.findings[0]

    def _span(self, finding: Finding) -> tuple[int, int] | None:
        """Where the finding's text is by now; None if it has no place, or was edited."""
        if finding.span is None:
            return None
        marks = moved([Mark(*finding.span, finding.level)], self.reviewed or "", self._letter.text)
        return (marks[0].start, marks[0].end) if marks else None

    def _do(self, answer: object, finding: Finding, span: tuple[int, int] | None) -> None:
        """Do what was chosen."""
        match answer:
            case Replace(text) if span is not None:
                self._letter.select_span(*span)
                self._letter.paste(text)
            case AddWord(word):
                self.post_message(self.WordAdded(word))
            case Ignore():
                self._ignore(finding)
            case _:
                pass

    def _ignore(self, finding: Finding) -> None:
        """Leave a finding alone, wherever its words stand in the letter."""
        text = self.reviewed or ""
        name = name_of(finding, text)
        self._ignored |= {name}
        self._show(tuple(found for found in self.findings if name_of(found, text) != name), text)
        self.post_message(self.FindingIgnored(name))


def _review(draft: Draft, context: Context) -> list[Finding]:
    """For a thread: the dictionary takes a quarter of a second to load, once."""
    return review(draft, context, load_dictionary())


def _counts(findings: Sequence[Finding]) -> list[str]:
    """How many there are of each level, most serious first."""
    counts = {level: sum(found.level == level for found in findings) for level in _SYMBOLS}
    return [f"{_SYMBOLS[level]} {count}" for level, count in counts.items() if count]


def _line(finding: Finding, text: str) -> Content:
    part = partial(Content.assemble, (f"{_SYMBOLS[finding.level]} ", f"bold {_COLOURS[finding.level]}"))
    quoted = text[slice(*finding.span)] if finding.span and finding.check == "repeat" else ""
    told = shown(f"  “{quoted}”", style="$text-muted") if quoted else ""
    return part(shown(finding.message), told)
