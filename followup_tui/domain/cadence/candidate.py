"""What a rule yields, before decisions and patience have their say."""

from datetime import date, datetime
from typing import NamedTuple

from followup_tui.domain.cadence.windows import Window


class Candidate(NamedTuple):
    """A follow-up as its rule alone makes it. `read` are the facts it was made of, each with what it is called."""

    rule: str
    kind: str
    key: str
    opportunity_id: str | None
    contact_id: str | None
    channel: str | None
    window: Window
    reason: str
    read: tuple[tuple[str, datetime | date | str], ...]
    attempt: int = 1
    interview_id: str | None = None
