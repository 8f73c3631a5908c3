"""Moments as the lines of a timeline, made when they are drawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from followup_tui.desk.timeline import Moment
from followup_tui.domain.phrases import capitalised, full_words
from followup_tui.domain.text import visible
from followup_tui.tui.widgets.table_timeline import TimelineRow

_MARKS = {"interview": "◆", "out": "→", "in": "←", "stage": "▸", "reminder": "◷"}
_WHEN = 16
"""The cells of `Wed 25 Feb 08:20`: dates of this year stand below each other."""
_EXCERPT = 300


class TimelineRows(NamedTuple):
    """The moments of a timeline, newest first, seen from `now`."""

    moments: Sequence[Moment]
    now: datetime

    @property
    def heights(self) -> list[int]:
        """Two lines where there are words to show, else one."""
        return [2 if moment.text and not moment.text.isspace() else 1 for moment in self.moments]

    def entry(self, index: int) -> TimelineRow:
        """An entry, by its place."""
        moment = self.moments[index]
        excerpt = moment.text.strip()[:_EXCERPT].split("\n", 1)[0]
        title = visible(moment.title)
        return TimelineRow(
            _MARKS[moment.sort],
            f"{full_words(moment.at, self.now):<{_WHEN}}",
            capitalised(title),
            visible(excerpt),
        )
