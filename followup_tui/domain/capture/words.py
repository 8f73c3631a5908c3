"""What every reader of a part needs: the circumstances of its dates, and how a part begins."""

import re
from collections.abc import Container
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from followup_tui.domain.when import DateOrder, Understood, understand

# What a part begins with, but for those that need no separator.
OPENINGS = (
    r"(?:applied|screening|lead|offer|interviewing|had|was|phone|video|onsite|on-site|panel|interview|call|with|contact"
    r"|recruiter|hiring\s+manager|referred\s+by|they|decide|decision|hear\s+back|deadline|via|from|in|remote)"
)


class Context(NamedTuple):
    """When, where and how the line's dates are read."""

    now: datetime
    zone: tzinfo
    holidays: Container[date]
    date_order: DateOrder | None

    def understand(self, text: str, *, past: bool) -> Understood:
        """The date `text` means for this user, now."""
        return understand(
            text,
            self.now,
            past=past,
            zone=self.zone,
            holidays=self.holidays,
            date_order=self.date_order,
        )


def keyword(words: str) -> re.Pattern[str]:
    """A pattern for a part that begins with `words`, a colon or a space, and has the `rest` after them."""
    return re.compile(rf"(?:{words})(?::|(?=\s|$))\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
