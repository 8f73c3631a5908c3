"""What narrows the board: words and terms that are typed, and the cards as these look through them."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.desk.board_view import Shown
from followup_tui.tui.screens.cards import narrowed
from followup_tui.tui.widgets.board import Column

if TYPE_CHECKING:
    from followup_tui.desk.subjects import Subjects
    from followup_tui.domain.filtering import Filter, Subject


class Narrowing:
    """A filter with what it looks through. What it needs is loaded when something is typed."""

    def __init__(self) -> None:
        """Nothing was typed yet."""
        self.text = ""
        """What was typed."""
        self._filter: Filter | None = None
        self._subjects: Sequence[Subject] | None = None
        """The cards as the filter sees them; None while there is nothing to narrow."""
        self._folded: Subjects | None = None
        self._seen: tuple[Shown, Sequence[Subject]] | None = None
        """What was shown when the filter last looked, and how it saw that."""
        self._looking = asyncio.Lock()

    @property
    def is_on(self) -> bool:
        """Whether there is a term that cards have to fit."""
        return self._filter is not None and bool(self._filter.terms)

    @property
    def remarks(self) -> str:
        """What is wrong with what was typed, in sentences."""
        return " ".join(self._filter.remarks) if self._filter is not None else ""

    @property
    def is_looking(self) -> bool:
        """Whether it looks through cards, which then have to be shown to it anew when they change."""
        return self._subjects is not None

    def by(self, text: str, stages: Mapping[str, str]) -> None:
        """Narrow by another text; `stages` are the stages with the names that one may type."""
        from followup_tui.domain.filtering import parse_filter

        self.text, self._filter = text.strip(), parse_filter(text, stages)

    def end(self) -> None:
        """Narrow no more."""
        self.text, self._filter, self._subjects = "", None, None

    async def look_through(self, shown: Shown) -> None:
        """Look through what is shown now."""
        self._subjects = await self._see(shown)

    async def prepare(self, shown: Shown) -> None:
        """Make what is looked through before it is asked for: then no key waits for that."""
        await self._see(shown)

    async def _see(self, shown: Shown) -> "Sequence[Subject]":
        """What is shown as the filter sees it, made in another thread, and only once."""
        from followup_tui.desk.subjects import Subjects

        async with self._looking:
            if self._seen is None or self._seen[0] is not shown:
                folded = self._folded = self._folded or Subjects()
                self._seen = (shown, await asyncio.to_thread(lambda: folded.of(shown.all())))
            return self._seen[1]

    def of(self, columns: Sequence[Column], now: datetime) -> Sequence[Column]:
        """The columns with only the cards that fit."""
        if self._filter is None or not self._filter.terms or self._subjects is None:
            return columns
        return narrowed(columns, {subject.id for subject in self._filter.among(self._subjects, now)})
