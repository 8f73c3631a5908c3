"""Two moves through the pipeline that settle more than the stage: an offer with its deadline, and the end."""

from collections.abc import Collection, Container
from datetime import date, datetime, time, tzinfo
from typing import Final

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.pipeline import already_in, describe, moved_to
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import format_instant, parse_date
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Contact, Opportunity, Outcome, Record, Reminder
from followup_tui.domain.when import local, say_day
from followup_tui.domain.when.moment import add_business_days
from followup_tui.store.changes import ChangeSet

_MORNING: Final = time(9)
_ANSWER: Final = "answer the offer by"


def close(desk: Desk, opportunity_id: str, outcome: Outcome | None, stay_in_touch: Collection[str] = ()) -> ChangeSet:
    """Close an opportunity, and mark those contacts to be kept in touch with, counted from now (R11): one step of undo.

    Raises NothingToDo if it is closed with that outcome already and there is nobody to mark.
    """
    opportunity = desk.get(Opportunity, opportunity_id)
    people = [desk.get(Contact, contact_id) for contact_id in stay_in_touch]
    if opportunity.stage == "closed" and outcome == opportunity.outcome and not people:
        raise already_in(desk, opportunity)
    now = desk.clock.stamp()
    closed = moved_to(opportunity, "closed", outcome, now)
    kept = [kept_in_touch(contact, now) for contact in people]
    ending = f" ({OUTCOMES[outcome]})" if outcome else ""
    return desk.change(
        f"Moved {describe(opportunity)} to {desk.config.stages.name('closed')}{ending}", put=[closed, *kept]
    )


def kept_in_touch(contact: Contact, now: str) -> Contact:
    """The contact marked to be kept in touch with, counted from `now`; one that is marked already stays as it is."""
    if contact.keep_in_touch:
        return contact
    return msgspec.structs.replace(contact, keep_in_touch=True, keep_in_touch_since=now, updated_at=now)


def offer(desk: Desk, opportunity_id: str, decide_by: date | None) -> ChangeSet:
    """Move an opportunity to the stage offer, a deadline stored as `decision_by` and as a reminder: one step of undo.

    Raises FollowupError for a deadline that is over; NothingToDo where it stands there already and none is given.
    """
    opportunity = desk.get(Opportunity, opportunity_id)
    if decide_by is None and opportunity.stage == "offer":
        raise already_in(desk, opportunity)
    if decide_by is not None and decide_by < desk.now().date():
        raise FollowupError(f"{say_day(decide_by)} is over; give a deadline that lies ahead, or none.")
    moved = moved_to(opportunity, "offer", None, desk.clock.stamp())
    put: list[Record] = [moved]
    if decide_by is not None:
        decided = msgspec.structs.replace(moved, decision_by=decide_by.isoformat())
        put = [decided, *offer_reminders(desk, decided)]
    return desk.change(f"Moved {describe(opportunity)} to {desk.config.stages.name('offer')}", put=put)


def offer_reminders(desk: Desk, opportunity: Opportunity) -> list[Reminder]:
    """What an offer's deadline brings with it, to be stored: a reminder (R12), or the one there is put to another day.

    None for an opportunity that is no offer, has no deadline, or one that is over.
    """
    decide_by = parse_date(opportunity.decision_by) if opportunity.decision_by else None
    if opportunity.stage != "offer" or decide_by is None or decide_by < desk.now().date():
        return []
    at = format_instant(reminder_time(decide_by, desk.config.holidays, desk.clock.zone))
    title = f"{_ANSWER} {say_day(decide_by)}"
    reminders = (entry.record for entry in desk.facts.reminders_of_opportunity.of(opportunity.id))
    before = next((one for one in reminders if one.done_at is None and one.title.startswith(_ANSWER)), None)
    if before is not None:
        return [msgspec.structs.replace(before, title=title, at=at)]
    now, new_id = desk.clock.stamp(), desk.book.new_id("rem")
    return [Reminder(id=new_id, title=title, at=at, opportunity_id=opportunity.id, created_at=now)]


def reminder_time(decide_by: date, holidays: Container[date], zone: tzinfo) -> datetime:
    """09:00 of the last business day before a deadline."""
    return local(add_business_days(decide_by, -1, holidays), _MORNING, zone)
