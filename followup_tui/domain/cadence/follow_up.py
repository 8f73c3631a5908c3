"""What the plan is made of."""

from datetime import datetime
from typing import Literal, NamedTuple

Urgency = Literal["overdue", "due", "open", "upcoming", "later", "held"]
# The order of the plan.
URGENCIES: tuple[Urgency, ...] = ("overdue", "due", "open", "upcoming", "later", "held")


class FollowUp(NamedTuple):
    """Something to write, or for `close_out` to decide, with its window in the user's zone.

    `key` names it in decisions and never changes while the facts it comes from stand; `rule` is `R1` to `R12`;
    `reason` is a sentence that names the facts. Ids are as the facts give them and may point nowhere. Compare its
    instants only after `astimezone(UTC)`: those of one zone compare by wall clock.
    """

    key: str
    rule: str
    kind: str
    urgency: Urgency
    opportunity_id: str | None
    contact_id: str | None
    interview_id: str | None
    channel: str | None
    attempt: int
    opens_at: datetime
    due_at: datetime
    overdue_at: datetime
    lapses_at: datetime | None
    snoozed_until: datetime | None
    held: bool
    reason: str
