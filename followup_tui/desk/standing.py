"""How things stand at this moment: what every header tells."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.records import Reminder


class Standing(NamedTuple):
    """What stands in every header: the moment, and how many follow-ups are overdue and due."""

    now: datetime
    overdue: int
    due: int


def standing(desk: Desk, follow_ups: Sequence[FollowUp]) -> Standing:
    """What a header tells, `follow_ups` being the whole plan."""
    urgencies = Counter(follow_up.urgency for follow_up in follow_ups)
    return Standing(desk.now(), urgencies["overdue"], urgencies["due"])


def reminder_title(desk: Desk, follow_up: FollowUp) -> str:
    """The user's own words for a reminder (R12)."""
    reminder = desk.find(Reminder, follow_up.key.removeprefix("reminder:"))
    return reminder.title if reminder else "reminder"
