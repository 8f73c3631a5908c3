"""What was done for the search in a period: the rows of the report that an employment office asks for."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import OUTCOMES, channel_words, kind_words
from followup_tui.domain.records import Contact, Interview, Opportunity, Touchpoint
from followup_tui.exchange.report import Activity, Course, Report, Step

_FORMATS: Final = {"onsite": "on site", "task": "work sample or task"}
_MESSAGES: Final = {
    ("reply", "in"): "answer",
    ("status_check", ""): "inquiry about the status",
    ("application_check", ""): "inquiry about the application",
    ("keep_in_touch", ""): "message to the network",
    ("event_follow_up", ""): "message after an event",
    ("promise", ""): "promised material",
}
_ENDINGS: Final = {
    "accepted": "Offer accepted",
    "rejected": "Refusal received",
    "withdrawn": "Application withdrawn",
    "no_response": "Closed without an answer",
}
_TELLING: Final = frozenset({"applied", "offer", "closed"})
"""The stages whose beginning is something that was done or answered; the others follow from it."""


class Period(NamedTuple):
    """The days of a report, both included; None is as far as the book goes back, or today."""

    first: date | None = None
    last: date | None = None


class _Span(NamedTuple):
    first: date | None
    last: date

    def has(self, moment: datetime) -> bool:
        """Whether a moment, given in the user's zone, lies on one of the days."""
        return (self.first is None or self.first <= moment.date()) and moment.date() <= self.last


def report(desk: Desk, period: Period) -> Report:
    """Every application, interview, message and answer of a period, in order of time, and where each led."""
    now = desk.now()
    span = _Span(period.first, period.last or now.date())
    found = [activity for activity in _activities(desk) if span.has(activity.at)]
    activities = tuple(sorted(found, key=lambda one: (one.at, one.employer, one.position, one.action)))
    ids = dict.fromkeys(activity.opportunity_id for activity in activities if activity.opportunity_id)
    ended = [
        activity._replace(result=_standing(desk, activity.opportunity_id, span.last))
        if activity.opportunity_id
        else activity
        for activity in activities
    ]
    return Report(
        name=desk.config.user.name,
        email=desk.config.user.email,
        first=span.first or (activities[0].at.date() if activities else None),
        last=span.last,
        made_at=now,
        activities=tuple(ended),
        courses=tuple(_course(desk, desk.get(Opportunity, one), span.last) for one in ids),
    )


def _activities(desk: Desk) -> Iterator[Activity]:
    for opportunity in desk.records(Opportunity).values():
        yield from _moves(desk, opportunity)
    for interview in desk.records(Interview).values():
        if interview.status != "cancelled":
            yield _interview(desk, interview)
    for touchpoint in desk.records(Touchpoint).values():
        yield _touchpoint(desk, touchpoint)


def _moves(desk: Desk, opportunity: Opportunity) -> Iterator[Activity]:
    """The application, an offer and the end."""
    steps = [step for step in _steps(desk, opportunity) if step.stage in _TELLING]
    applied = opportunity.applied_at
    if applied is not None:
        steps = [Step(_local(desk, applied), "applied", ""), *(step for step in steps if step.stage != "applied")]
    for step in steps:
        yield Activity(
            at=step.at,
            employer=opportunity.company,
            position=opportunity.role,
            action=_move_words(step.stage, opportunity),
            channel=opportunity.source or "" if step.stage == "applied" else "",
            reference=opportunity.url or "" if step.stage == "applied" else "",
            opportunity_id=opportunity.id,
        )


def _move_words(stage: str, opportunity: Opportunity) -> str:
    if stage == "applied":
        return "Application"
    if stage == "offer":
        return "Offer received"
    return _ENDINGS.get(opportunity.outcome or "", "Closed")


def _interview(desk: Desk, interview: Interview) -> Activity:
    opportunity = desk.find(Opportunity, interview.opportunity_id)
    at = _local(desk, interview.starts_at)
    form = _FORMATS.get(interview.format, interview.format)
    return Activity(
        at=at,
        employer=opportunity.company if opportunity else "",
        position=opportunity.role if opportunity else "",
        action="Interview" if at <= desk.now() else "Interview, planned",
        channel=form,
        person=", ".join(_names(desk, interview.contact_ids)),
        opportunity_id=opportunity.id if opportunity else None,
    )


def _touchpoint(desk: Desk, touchpoint: Touchpoint) -> Activity:
    opportunity = desk.find(Opportunity, touchpoint.opportunity_id)
    contact = desk.find(Contact, touchpoint.contact_id)
    return Activity(
        at=_local(desk, touchpoint.at),
        employer=(opportunity.company if opportunity else contact.company if contact else None) or "",
        position=opportunity.role if opportunity else "",
        action=_message_words(touchpoint),
        channel=channel_words(touchpoint.channel),
        person=contact.name if contact else "",
        reference=touchpoint.subject,
        opportunity_id=opportunity.id if opportunity else None,
    )


def _message_words(touchpoint: Touchpoint) -> str:
    """What it was, for somebody who does not know the app: `Thank-you sent`, `Answer received`, `Call`."""
    if touchpoint.kind == "met":
        return "Meeting"
    words = _MESSAGES.get((touchpoint.kind, touchpoint.direction)) or _MESSAGES.get((touchpoint.kind, ""), "")
    words = words or kind_words(touchpoint.kind)
    if words == "message" and touchpoint.channel == "phone":
        return "Call made" if touchpoint.direction == "out" else "Call received"
    return f"{words[:1].upper()}{words[1:]} {'sent' if touchpoint.direction == 'out' else 'received'}"


def _names(desk: Desk, ids: Iterable[str]) -> list[str]:
    return [contact.name for one in ids if (contact := desk.find(Contact, one)) is not None]


def _steps(desk: Desk, opportunity: Opportunity) -> list[Step]:
    """Its way through the pipeline, in order of time; where no history was kept, what its fields tell."""
    history = [
        Step(_local(desk, one.at), one.stage, desk.config.stages.name(one.stage)) for one in opportunity.stage_history
    ]
    if not history:
        name = desk.config.stages.name(opportunity.stage)
        history = [Step(_local(desk, opportunity.stage_changed_at), opportunity.stage, name)]
    return sorted(history, key=lambda step: step.at)


def _course(desk: Desk, opportunity: Opportunity, last: date) -> Course:
    steps = [step for step in _steps(desk, opportunity) if step.at.date() <= last]
    if opportunity.stage == "closed" and opportunity.outcome and steps and steps[-1].stage == "closed":
        steps[-1] = steps[-1]._replace(name=f"{steps[-1].name} ({OUTCOMES[opportunity.outcome]})")
    return Course(
        employer=opportunity.company,
        position=opportunity.role,
        place=opportunity.location or "",
        source=opportunity.source or "",
        link=opportunity.url or "",
        steps=tuple(steps),
        result=_standing(desk, opportunity.id, last),
    )


def _standing(desk: Desk, opportunity_id: str, last: date) -> str:
    """Where an opportunity stood at the end of a day: `Interviewing since 9 Nov 2026`, `Rejected 20 Nov 2026`."""
    opportunity = desk.get(Opportunity, opportunity_id)
    steps = [step for step in _steps(desk, opportunity) if step.at.date() <= last]
    if not steps:
        return ""
    step = steps[-1]
    day = f"{step.at.day} {step.at:%b %Y}"
    if step.stage != "closed":
        return f"{step.name} since {day}"
    return f"{OUTCOMES[opportunity.outcome].capitalize() if opportunity.outcome else step.name} {day}"


def _local(desk: Desk, text: str) -> datetime:
    return instant(text).astimezone(desk.clock.zone)
