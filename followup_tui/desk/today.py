"""What the day asks for: the interviews ahead and just behind, who should hear from the user, and all about one."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.look import thanked
from followup_tui.desk.standing import Standing, reminder_title, standing
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.cadence.explain import Line, explain
from followup_tui.domain.facts import Meeting, instant
from followup_tui.domain.hours import Welcome, welcome, zone_named
from followup_tui.domain.records import Contact, Interview, Opportunity, Promise, Touchpoint

_STILL_ASKED = timedelta(days=14)
"""How long after an interview it is asked how it went."""
_TOUCHPOINTS_SHOWN = 3


PRESSING: Final = ("overdue", "due", "open")
"""The urgencies of what can be done now."""


class Appointment(NamedTuple):
    """An interview that is ahead, or has ended without having been talked about. Its times are in the user's zone."""

    interview: Interview
    opportunity: Opportunity | None
    contacts: tuple[Contact, ...]
    starts_at: datetime
    ends_at: datetime
    has_ended: bool

    @property
    def elsewhere(self) -> tuple[datetime, ...]:
        """When it starts for those of its people to whom that is another time of the day, each time once."""
        here = self.starts_at.utcoffset()
        there: dict[timedelta | None, datetime] = {}
        for contact in self.contacts:
            zone = zone_named(contact.timezone)
            at = self.starts_at.astimezone(zone) if zone else self.starts_at
            if at.utcoffset() != here:
                there.setdefault(at.utcoffset(), at)
        return tuple(there.values())


class Task(NamedTuple):
    """A follow-up with what and whom it concerns; `title` is a reminder's own words, `promised` what was promised."""

    follow_up: FollowUp
    opportunity: Opportunity | None
    contact: Contact | None
    title: str = ""
    promised: str = ""


class Today(NamedTuple):
    """The day: interviews, those first that have ended and ask how they went, then by time; all follow-ups in order."""

    standing: Standing
    appointments: tuple[Appointment, ...]
    tasks: tuple[Task, ...]
    sent_today: int
    """How many messages went out since midnight; counted only when nothing waits, to be told then."""


class Context(NamedTuple):
    """What one should know before writing: the person, what was said last, what is worth saying."""

    contact: Contact | None
    opportunity: Opportunity | None
    there: datetime | None
    """Now, where the person is; None for nobody. In the user's zone if theirs is not known."""
    zone_known: bool
    channel: str | None
    welcome: Welcome | None
    """Whether now is a good hour on that channel; None where there is nobody, or nothing to send."""
    touchpoints: tuple[Touchpoint, ...]
    """The last ones with the person (of the opportunity, if there is none), the newest first."""
    talking_points: tuple[str, ...]
    promises: tuple[Promise, ...]
    """What was promised to the person, what is still open first."""
    panel: tuple[int, int] | None = None
    """Of a thank-you's panel, how many have been thanked, and how many there are; None for anything else."""


def today(desk: Desk) -> Today:
    """The day as of now."""
    follow_ups = desk.plan()
    now = desk.now()
    waits = any(follow_up.urgency in PRESSING for follow_up in follow_ups)
    return Today(
        standing(desk, follow_ups),
        tuple(_appointments(desk, now)),
        tuple(_task(desk, follow_up) for follow_up in follow_ups),
        0 if waits else _sent_today(desk, now),
    )


def _sent_today(desk: Desk, now: datetime) -> int:
    days = {(now.date() + timedelta(days=days)).isoformat() for days in (-1, 0, 1)}  # its offset may be another one
    return sum(
        touchpoint.direction == "out"
        and touchpoint.at[:10] in days
        and instant(touchpoint.at).astimezone(now.tzinfo).date() == now.date()
        for touchpoint in desk.records(Touchpoint).values()
    )


def _task(desk: Desk, follow_up: FollowUp) -> Task:
    return Task(
        follow_up,
        desk.find(Opportunity, follow_up.opportunity_id),
        desk.find(Contact, follow_up.contact_id),
        reminder_title(desk, follow_up) if follow_up.rule == "R12" else "",
        _promised(desk, follow_up) if follow_up.rule == "R6" else "",
    )


def _promised(desk: Desk, follow_up: FollowUp) -> str:
    """The words of the promise that an R6 follow-up reminds of."""
    interview = desk.find(Interview, follow_up.interview_id)
    promises = interview.promises if interview else ()
    return next((promise.text for promise in promises if follow_up.key == f"promise:{promise.id}"), "")


def _appointments(desk: Desk, now: datetime) -> list[Appointment]:
    here, zone = now.astimezone(UTC), desk.clock.zone
    found = []
    for interview in desk.records(Interview).values():
        if interview.status == "cancelled":
            continue
        starts_at = instant(interview.starts_at)
        ends_at = starts_at + timedelta(minutes=interview.duration_min)
        has_ended = ends_at <= here
        if has_ended and (interview.status == "done" or here - ends_at > _STILL_ASKED):
            continue
        found.append(_appointment(desk, interview, starts_at.astimezone(zone), ends_at.astimezone(zone), has_ended))
    return sorted(found, key=lambda one: (not one.has_ended, one.starts_at.astimezone(UTC), one.interview.id))


def appointment_of(desk: Desk, interview_id: str) -> Appointment:
    """One interview as an appointment, whatever its time. Raises NotFound if it is gone."""
    interview, zone = desk.get(Interview, interview_id), desk.clock.zone
    starts_at = instant(interview.starts_at)
    ends_at = starts_at + timedelta(minutes=interview.duration_min)
    has_ended = ends_at <= desk.now()
    return _appointment(desk, interview, starts_at.astimezone(zone), ends_at.astimezone(zone), has_ended)


def _appointment(
    desk: Desk,
    interview: Interview,
    starts_at: datetime,
    ends_at: datetime,
    has_ended: bool,  # noqa: FBT001 - one field among others
) -> Appointment:
    people = (desk.find(Contact, contact_id) for contact_id in dict.fromkeys(interview.contact_ids))
    contacts = tuple(contact for contact in people if contact is not None)
    opportunity = desk.find(Opportunity, interview.opportunity_id)
    return Appointment(interview, opportunity, contacts, starts_at, ends_at, has_ended)


def context(desk: Desk, follow_up: FollowUp) -> Context:
    """What to know before doing a follow-up."""
    now = desk.now()
    contact = desk.find(Contact, follow_up.contact_id)
    zone = zone_named(contact.timezone) if contact else None
    meetings = _ended_meetings(desk, follow_up, now.astimezone(UTC))
    return Context(
        contact=contact,
        opportunity=desk.find(Opportunity, follow_up.opportunity_id),
        there=now.astimezone(zone or desk.clock.zone) if contact else None,
        zone_known=zone is not None,
        channel=follow_up.channel,
        welcome=_welcome(desk, follow_up.channel, now, zone) if contact and follow_up.channel else None,
        touchpoints=_last_touchpoints(desk, follow_up, now),
        talking_points=_talking_points(meetings, follow_up),
        promises=_promises(meetings, follow_up.contact_id),
        panel=_panel(desk, follow_up) if follow_up.rule == "R1" else None,
    )


def _panel(desk: Desk, follow_up: FollowUp) -> tuple[int, int] | None:
    interview = desk.find(Interview, follow_up.interview_id)
    if interview is None or len(set(interview.contact_ids)) < 2:  # noqa: PLR2004 - one is no panel
        return None
    meetings = desk.facts.interviews_of_opportunity.of(interview.opportunity_id)
    done = thanked(desk, [meeting for meeting in meetings if meeting.id == interview.id])
    return len(done.get(interview.id, ())), len(set(interview.contact_ids))


def _welcome(desk: Desk, channel: str, now: datetime, zone: tzinfo | None) -> Welcome:
    return welcome(desk.config.hours, channel, now, zone or desk.clock.zone, desk.config.holidays)


def _ended_meetings(desk: Desk, follow_up: FollowUp, now: datetime) -> list[Meeting]:
    """The interviews with the person (of the opportunity, if there is none) that have ended, the last one first."""
    facts = desk.facts
    if follow_up.contact_id is not None:
        meetings = facts.interviews_of_contact.of(follow_up.contact_id)
    else:
        meetings = facts.interviews_of_opportunity.of(follow_up.opportunity_id)
    ended = [meeting for meeting in meetings if meeting.ends_at <= now and meeting.record.status != "cancelled"]
    return ended[::-1]


def _last_touchpoints(desk: Desk, follow_up: FollowUp, now: datetime) -> tuple[Touchpoint, ...]:
    facts = desk.facts
    if follow_up.contact_id is not None:
        timeline = facts.touchpoints_of_contact.of(follow_up.contact_id)
    else:
        timeline = facts.touchpoints_of_opportunity.of(follow_up.opportunity_id)
    behind = [timed.record for timed in timeline if timed.at <= now.astimezone(UTC)]
    return tuple(behind[-_TOUCHPOINTS_SHOWN:][::-1])


def _talking_points(meetings: Iterable[Meeting], follow_up: FollowUp) -> tuple[str, ...]:
    """Those of the interview that the follow-up is about, else of the last one that has any."""
    ordered = sorted(meetings, key=lambda meeting: meeting.id != follow_up.interview_id)
    return next((meeting.record.talking_points for meeting in ordered if meeting.record.talking_points), ())


def _promises(meetings: Iterable[Meeting], contact_id: str | None) -> tuple[Promise, ...]:
    """What was promised to the person: by name, or to nobody in particular in an interview with them."""
    promises = [
        promise
        for meeting in meetings
        for promise in meeting.record.promises
        if contact_id is None or promise.contact_id in (None, contact_id)
    ]
    return tuple(sorted(promises, key=lambda promise: promise.kept_at is not None))


def why(desk: Desk, follow_up: FollowUp) -> list[Line]:
    """The rule, the facts it read and the dates it made of them; none if it is no longer planned."""
    return explain(desk.facts, desk.config.plan_settings, desk.now(), follow_up.key)
