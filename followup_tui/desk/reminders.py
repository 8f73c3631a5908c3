"""The user's own reminders (R12): written, and changed later."""

from datetime import datetime
from typing import NamedTuple

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import Reminder
from followup_tui.domain.text import clean


class Remembered(NamedTuple):
    """A reminder as it was filled in; it may belong to an opportunity, a contact, both or neither."""

    title: str
    at: datetime
    opportunity_id: str | None = None
    contact_id: str | None = None
    is_done: bool = False


def save_reminder(desk: Desk, values: Remembered, edited: Reminder | None = None) -> Reminder:
    """Store a new reminder, or what was changed of `edited`: one step of undo.

    Raises FollowupError for an empty title, and NotFound if `edited` is gone.
    """
    title = clean(values.title).strip()
    if not title:
        raise FollowupError("The reminder is empty; say what it should remind you of.")
    now, at = desk.clock.stamp(), format_instant(values.at.astimezone(desk.clock.zone))
    if edited is None:
        reminder = Reminder(
            id=desk.book.new_id("rem"),
            title=title,
            at=at,
            opportunity_id=values.opportunity_id,
            contact_id=values.contact_id,
            created_at=now,
        )
        desk.change(f"Remind: {title}", put=[reminder])
        return reminder
    current = desk.get(Reminder, edited.id)
    changed = msgspec.structs.replace(
        current,
        title=title,
        at=current.at if instant(current.at) == values.at else at,
        opportunity_id=values.opportunity_id,
        contact_id=values.contact_id,
        done_at=(current.done_at or now) if values.is_done else None,
    )
    if changed != current:
        desk.change(f"Edited the reminder “{title}”", put=[changed])
    return changed


def reminder_of(desk: Desk, follow_up: FollowUp) -> Reminder | None:
    """The reminder that an R12 follow-up comes from; None for any other follow-up, or if it is gone."""
    return desk.find(Reminder, follow_up.key.removeprefix("reminder:")) if follow_up.rule == "R12" else None
