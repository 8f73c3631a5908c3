"""Everything that happened with somebody, or about an opportunity, in the order of time."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import channel_words, kind_words
from followup_tui.domain.records import Contact, Interview, Opportunity, Reminder, Touchpoint

Sort = Literal["interview", "out", "in", "stage", "reminder"]


class Moment(NamedTuple):
    """One entry of a timeline. `record_id` is what it opens; `text` is what was said, if there are words."""

    at: datetime
    sort: Sort
    title: str
    text: str
    record_id: str | None
    contact_ids: tuple[str, ...] = ()


class Story(NamedTuple):
    """What a timeline is made of."""

    opportunities: Iterable[Opportunity]
    interviews: Iterable[Interview]
    touchpoints: Iterable[Touchpoint]
    reminders: Iterable[Reminder] = ()


def timeline(desk: Desk, story: Story) -> tuple[Moment, ...]:
    """The moments of a story, newest first, their times in the user's zone."""
    zone = desk.clock.zone
    in_zone = (moment._replace(at=moment.at.astimezone(zone)) for moment in _moments(desk, story))
    return tuple(sorted(in_zone, key=lambda moment: (moment.at, moment.title), reverse=True))


def _moments(desk: Desk, story: Story) -> Iterator[Moment]:
    for touchpoint in story.touchpoints:
        yield _touchpoint_moment(desk, touchpoint)
    for interview in story.interviews:
        yield _interview_moment(desk, interview)
    for reminder in story.reminders:
        yield _reminder_moment(reminder)
    for opportunity in story.opportunities:
        for change in opportunity.stage_history:
            title = f"{opportunity.company}: {desk.config.stages.name(change.stage)}"
            yield Moment(instant(change.at), "stage", title, "", opportunity.id)


def _touchpoint_moment(desk: Desk, touchpoint: Touchpoint) -> Moment:
    contact = desk.find(Contact, touchpoint.contact_id)
    towards = "to" if touchpoint.direction == "out" else "from"
    whom = contact.name if contact else "unknown" if touchpoint.contact_id else "nobody in particular"
    title = f"{kind_words(touchpoint.kind)} {towards} {whom}, {channel_words(touchpoint.channel)}"
    text = "\n\n".join(part for part in (touchpoint.subject, touchpoint.body) if part)
    people = (touchpoint.contact_id,) if touchpoint.contact_id else ()
    return Moment(instant(touchpoint.at), touchpoint.direction, title, text, touchpoint.id, people)


def _interview_moment(desk: Desk, interview: Interview) -> Moment:
    names = [contact.name for one in interview.contact_ids if (contact := desk.find(Contact, one)) is not None]
    people = f" with {', '.join(names)}" if names else ""
    cancelled = " (cancelled)" if interview.status == "cancelled" else ""
    text = "\n".join([*interview.talking_points, interview.notes]).strip()
    title = f"{interview.format} interview{people}{cancelled}"
    return Moment(instant(interview.starts_at), "interview", title, text, interview.id, interview.contact_ids)


def _reminder_moment(reminder: Reminder) -> Moment:
    title = f"reminder: {reminder.title}" + ("" if reminder.done_at is None else " (done)")
    people = (reminder.contact_id,) if reminder.contact_id else ()
    return Moment(instant(reminder.at), "reminder", title, "", reminder.id, people)
