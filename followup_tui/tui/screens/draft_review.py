"""The live review: what is read over the writer's shoulder, in a thread of its own, while one goes on typing."""

import asyncio
from functools import partial
from typing import Final

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from followup_tui.desk import reviewing
from followup_tui.desk.ignoring import Ignored, ignored, name_of
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Draft
from followup_tui.domain.review import Context, Finding, load_dictionary, review
from followup_tui.tui.dialogs.finding import AddWord, FindingMenu, Ignore, NextFinding, Replace
from followup_tui.tui.screens.draft_page import DraftPage
from followup_tui.tui.widgets.letter import Mark, moved
from followup_tui.tui.widgets.safe import shown

REVIEW_AFTER_SECONDS: Final = 0.3
"""How long nothing must be typed till the letter is read again."""

_SYMBOLS: Final = {"error": "‼", "warning": "●", "hint": "·"}
_COLOURS: Final = {"error": "$text-error", "warning": "$text-warning", "hint": "$text-muted"}


class ReviewKeys(DraftPage):
    """The editor with the review: findings beside the letter and underlined in it, `f4` to go from one to the next."""

    findings: tuple[Finding, ...] = ()
    """What the last review found; it stays till the next is done."""

    _around: Context | None = None
    reviewed: str | None = None
    """The text that the findings are about; None before the first review."""

    _ignored: Ignored = frozenset()
    _visited: Finding | None = None
    _review_timer: Timer | None = None

    async def show_draft(self) -> None:
        """Put the opened draft into the fields, and read it."""
        self._ignored, self._visited, self.reviewed = ignored(self.opened.draft), None, None
        await super().show_draft()
        await self.look_around()

    async def look_around(self) -> None:
        """Ask the book anew what stands around the draft, and read it."""
        words = self.services.settings.path.with_name(reviewing.WORDS_FILE)
        self._around = await self.ask(reviewing.review_context, self.draft, words)
        self._read()

    def after_typing(self) -> None:
        """Read the letter once the typing pauses."""
        super().after_typing()
        if self._review_timer is None:
            self._review_timer = self.set_timer(REVIEW_AFTER_SECONDS, self._read)
        else:
            self._review_timer.reset()

    def _read(self) -> None:
        if self._review_timer is not None:
            self._review_timer.stop()
            self._review_timer = None
        self._read_in_thread(self.draft)

    @work(exclusive=True, group="review")
    async def _read_in_thread(self, draft: Draft) -> None:
        """Read a draft; one that was overtaken by typing is not shown."""
        findings = await self.review_now(draft)
        if findings is not None and draft.id == self.draft.id:
            self._show_findings(findings, draft.body)

    async def review_now(self, draft: Draft) -> tuple[Finding, ...] | None:
        """The findings of a draft without those that are to be ignored; None while the book has not answered."""
        if self._around is None:
            return None
        context = self._around._replace(subject=draft.subject, material_ids=draft.material_ids)
        findings = await asyncio.to_thread(_review, draft, context)
        return tuple(found for found in findings if name_of(found, draft.body) not in self._ignored)

    # Showing

    def _show_findings(self, findings: tuple[Finding, ...], text: str) -> None:
        self.findings, self.reviewed = findings, text
        self.body.mark([Mark(*found.span, found.level) for found in findings if found.span], text)
        self.query_one("#review", VerticalScroll).border_title = shown("  ".join(["Review", *_counts(findings)]))
        self._count_at_letter()
        lines = [_line(found, text) for found in findings]
        self.query_one("#findings", Static).update(Content("\n").join(lines or [Content("Nothing to mend.")]))
        self.refresh_bindings()

    def _count_at_letter(self) -> None:
        """Where the review is not beside the letter, the letter's frame says how much there is to mend."""
        hidden = self.query_one("#side").region.area == 0
        counts = [*_counts(self.findings), self.services.key("draft.side")] if hidden and self.findings else []
        self.body.border_subtitle = shown("  ".join(counts))

    def on_resize(self) -> None:
        """There may be room for the review, or none any more."""
        self.call_after_refresh(self._count_at_letter)

    def action_side(self) -> None:
        """Show or hide what stands beside the letter; what is hidden is counted at the letter."""
        super().action_side()
        self.call_after_refresh(self._count_at_letter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next finding only while there is one."""
        if action == "next_finding":
            return bool(self.findings)
        return super().check_action(action, parameters)

    # Going from one to the next

    @work(exclusive=True, group="finding")
    async def action_next_finding(self) -> None:
        """Select what the next finding is about, and offer what can be done about it; again and again."""
        while self.findings:
            finding = self._after(self._visited)
            self._visited = finding
            span = self._span(finding)
            if span is not None:
                self.body.select_span(*span)
            self.body.focus()
            quoted = (self.reviewed or "")[slice(*finding.span)] if finding.span else ""
            place = f"{self.findings.index(finding) + 1} of {len(self.findings)}"
            answer = await self.app.push_screen_wait(FindingMenu(finding, quoted, place))
            if not await self._do(answer, finding, span):
                return

    def _after(self, visited: Finding | None) -> Finding:
        if visited in self.findings:
            return self.findings[(self.findings.index(visited) + 1) % len(self.findings)]
        return self.findings[0]

    def _span(self, finding: Finding) -> tuple[int, int] | None:
        """Where the finding's text is by now; None if it has no place, or was edited."""
        if finding.span is None:
            return None
        marks = moved([Mark(*finding.span, finding.level)], self.reviewed or "", self.body.text)
        return (marks[0].start, marks[0].end) if marks else None

    async def _do(self, answer: object, finding: Finding, span: tuple[int, int] | None) -> bool:
        """Do what was chosen; whether to go on to the next finding."""
        match answer:
            case NextFinding():
                return True
            case Replace(text) if span is not None:
                self.body.select_span(*span)
                self.body.paste(text)
            case AddWord(word):
                file = self.services.settings.path.with_name(reviewing.WORDS_FILE)
                if await self.ask(reviewing.add_word, file, word) is not None:
                    self.say(f"“{word}” is one of your words now.")
                    await self.look_around()
            case Ignore():
                await self._ignore(finding)
            case _:
                pass
        return False

    async def _ignore(self, finding: Finding) -> None:
        """Leave a finding alone, also when the draft is opened again."""
        text = self.reviewed or ""
        name = name_of(finding, text)
        self._ignored |= {name}
        self._show_findings(tuple(found for found in self.findings if name_of(found, text) != name), text)
        if await self.save(keep_version=False):
            try:
                await self.keeper.note_ignored(name)
            except FollowupError as error:
                self.say(f"Ignored for now, but that could not be kept: {error}")


def _review(draft: Draft, context: Context) -> list[Finding]:
    """For a thread: the dictionary takes a quarter of a second to load, once."""
    return review(draft, context, load_dictionary())


def _counts(findings: tuple[Finding, ...]) -> list[str]:
    """How many there are of each level, most serious first."""
    counts = {level: sum(found.level == level for found in findings) for level in _SYMBOLS}
    return [f"{_SYMBOLS[level]} {count}" for level, count in counts.items() if count]


def _line(finding: Finding, text: str) -> Content:
    part = partial(Content.assemble, (f"{_SYMBOLS[finding.level]} ", f"bold {_COLOURS[finding.level]}"))
    quoted = text[slice(*finding.span)] if finding.span and finding.check == "repeat" else ""
    told = shown(f"  “{quoted}”", style="$text-muted") if quoted else ""
    return part(shown(finding.message), told)
