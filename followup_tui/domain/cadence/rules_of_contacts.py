"""The rules between people: answer, write after having met, stay in touch, and the user's own reminders.

Each function stands beside the paragraph of its number in the cadence's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.people import channel_to, name_of
from followup_tui.domain.cadence.present import Present, last_sent
from followup_tui.domain.cadence.windows import hours_window
from followup_tui.domain.cadence.wording import day_of
from followup_tui.domain.facts import instant

if TYPE_CHECKING:
    from followup_tui.domain.records import Contact, Reminder, Touchpoint

# R12's hours have no key in `[cadence]`.
_REMINDER_OVERDUE_H = 24


def reply(present: Present, touchpoint: Touchpoint) -> Iterator[Candidate]:
    """R5: they asked something."""
    if touchpoint.direction != "in" or not touchpoint.needs_reply:
        return
    at = instant(touchpoint.at)
    if not present.has_come(at) or _wrote_later(present, touchpoint, at):
        return
    yield Candidate(
        rule="R5",
        kind="reply",
        key=f"reply:{touchpoint.id}",
        opportunity_id=touchpoint.opportunity_id,
        contact_id=touchpoint.contact_id,
        channel=channel_to(present, touchpoint.contact_id),
        window=hours_window(at, present.numbers.reply_due_h, present.numbers.reply_overdue_h),
        reason=f"A question from {name_of(present, touchpoint.contact_id)} on {day_of(present, at)}; no reply yet",
        read=(("they wrote", at),),
    )


def event_follow_up(present: Present, touchpoint: Touchpoint) -> Iterator[Candidate]:
    """R10: write to those one has met at networking events (G4)."""
    if touchpoint.kind != "met":
        return
    at, numbers, key = instant(touchpoint.at), present.numbers, f"event_follow_up:{touchpoint.id}"
    if not present.has_come(at) or present.is_long_over(key, at, numbers.event_lapse_d):
        return
    if _wrote_later(present, touchpoint, at):
        return
    yield Candidate(
        rule="R10",
        kind="event_follow_up",
        key=key,
        opportunity_id=touchpoint.opportunity_id,
        contact_id=touchpoint.contact_id,
        channel=channel_to(present, touchpoint.contact_id),
        window=hours_window(
            at,
            numbers.event_due_h,
            numbers.event_overdue_h,
            present.calendar.plus_days(at, numbers.event_lapse_d),
        ),
        reason=f"Met {name_of(present, touchpoint.contact_id)} on {day_of(present, at)}; not written to since",
        read=(("met", at),),
    )


def _wrote_later(present: Present, touchpoint: Touchpoint, at: datetime) -> bool:
    """Whether the user wrote to the same contact after `at`; where there is none, in the same opportunity."""
    if touchpoint.contact_id is not None:
        sent = last_sent(present.touchpoints_with(touchpoint.contact_id))
    else:
        sent = last_sent(present.touchpoints_of(touchpoint.opportunity_id))
    return sent is not None and sent.at > at


def keep_in_touch(present: Present, contact: Contact) -> Iterator[Candidate]:
    """R11: occasional updates to those with whom nothing is going on (G2, G4)."""
    if not contact.keep_in_touch:
        return
    if any(one.stage != "closed" for one in present.facts.opportunities_of_contact.unsorted(contact.id)):
        return
    numbers, start = present.numbers, _last_in_touch(present, contact)
    days = numbers.keep_in_touch_days if contact.keep_in_touch_days is None else contact.keep_in_touch_days
    yield Candidate(
        rule="R11",
        kind="keep_in_touch",
        key=f"keep_in_touch:{contact.id}:{present.calendar.date_of(start).isoformat()}",
        opportunity_id=None,
        contact_id=contact.id,
        channel=channel_to(present, contact.id),
        window=present.calendar.window(
            start, days, days + numbers.keep_in_touch_due_d, days + numbers.keep_in_touch_overdue_d
        ),
        reason=f"In touch with {contact.name} every {days} days; last on {day_of(present, start)}",
        read=(("counted from", start), ("every", f"{days} days")),
    )


def _last_in_touch(present: Present, contact: Contact) -> datetime:
    """B: the last touchpoint that is no notice, or the day from which to count if that is later."""
    timeline = reversed(present.touchpoints_with(contact.id))
    starts = [timed.at for timed in timeline if timed.record.kind != "notice"][:1]
    if contact.keep_in_touch_since is not None:
        starts.append(instant(contact.keep_in_touch_since))
    return max(starts, default=instant(contact.created_at))


def reminder(present: Present, entry: Reminder) -> Iterator[Candidate]:
    """R12: the user's own."""
    if entry.done_at is not None:
        return
    at = instant(entry.at)
    by_contact = None if entry.contact_id is None else channel_to(present, entry.contact_id)
    yield Candidate(
        rule="R12",
        kind="reminder",
        key=f"reminder:{entry.id}",
        opportunity_id=entry.opportunity_id,
        contact_id=entry.contact_id,
        channel=entry.channel or by_contact,
        window=hours_window(at, 0, _REMINDER_OVERDUE_H),
        reason=f"Your reminder for {day_of(present, at)}: {entry.title}",
        read=(("your reminder", at),),
    )
