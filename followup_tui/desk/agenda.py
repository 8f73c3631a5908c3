"""Follow-ups: done, snoozed, skipped, and what to do next."""

from datetime import datetime
from typing import cast

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import Entry, Logged, log
from followup_tui.desk.standing import reminder_title
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import format_instant, is_ahead
from followup_tui.domain.phrases import full_words, kind_words
from followup_tui.domain.records import Contact, Decision, DecisionAction, Reminder, TouchpointKind
from followup_tui.domain.text import clean
from followup_tui.store.changes import ChangeSet


def done(desk: Desk, follow_up: FollowUp, *, early_reason: str | None = None) -> Logged | ChangeSet:
    """Mark a follow-up as done without a draft: it is logged as sent now, or the user's own reminder is ticked off.

    A follow-up to nobody, about nothing, can only be skipped; that is what happens then, with "done" as the reason.
    """
    if follow_up.rule == "R12":
        return tick_off(desk, follow_up)
    if follow_up.contact_id is None and follow_up.opportunity_id is None:
        return skip(desk, follow_up, "done")
    entry = Entry(
        kind=cast("TouchpointKind", follow_up.kind),
        contact_id=follow_up.contact_id,
        opportunity_id=follow_up.opportunity_id,
        early_reason=early_reason,
    )
    return log(desk, entry, follow_up)


def tick_off(desk: Desk, follow_up: FollowUp) -> ChangeSet:
    """Set a reminder's `done_at` (R12)."""
    reminder = desk.get(Reminder, follow_up.key.removeprefix("reminder:"))
    ticked = msgspec.structs.replace(reminder, done_at=desk.clock.stamp())
    return desk.change(f"Done: {reminder.title}", put=[ticked])


def snooze(desk: Desk, follow_up: FollowUp, until: datetime) -> ChangeSet:
    """Snooze a follow-up until an instant ahead. Raises FollowupError for one that is not ahead."""
    now = desk.now()
    if not is_ahead(until, now):
        raise FollowupError("A follow-up can only be snoozed until a time that is still ahead.")
    until = until.astimezone(desk.clock.zone)
    decision = msgspec.structs.replace(_decision(desk, follow_up, "snooze"), until=format_instant(until))
    return desk.change(f"Snoozed {title(desk, follow_up)} till {full_words(until, now)}", put=[decision])


def skip(desk: Desk, follow_up: FollowUp, reason: str | None = None) -> ChangeSet:
    """Strike a follow-up off the plan, with a reason if the user gave one."""
    decision = msgspec.structs.replace(_decision(desk, follow_up, "skip"), reason=clean(reason) if reason else None)
    return desk.change(f"Skipped {title(desk, follow_up)}", put=[decision])


def _decision(desk: Desk, follow_up: FollowUp, action: DecisionAction) -> Decision:
    return Decision(id=desk.book.new_id("dec"), key=follow_up.key, action=action, at=desk.clock.stamp())


def title(desk: Desk, follow_up: FollowUp) -> str:
    """A follow-up in a few words: `thank-you to Ana Ruiz`; a reminder by its title."""
    if follow_up.rule == "R12":
        return reminder_title(desk, follow_up)
    contact = desk.find(Contact, follow_up.contact_id)
    return f"{kind_words(follow_up.kind)} to {contact.name}" if contact else kind_words(follow_up.kind)


def too_early(follow_up: FollowUp, now: datetime) -> str | None:
    """Why it is too early to write, if it is: the patience rules hold it (P2), or its window has not opened."""
    if follow_up.held:
        return "They have had several messages without an answer (G1: be patient)."
    if now < follow_up.opens_at:
        return f"It is not due before {full_words(follow_up.opens_at, now)}."
    return None
