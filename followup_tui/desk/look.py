"""What the screens show: the pipeline, one opportunity or contact with everything about it, and its story in time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import opportunities_of
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import OUTCOMES, STAGES, kind_words
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Reminder, Touchpoint
from followup_tui.domain.templates.salutation import first_name


class Item(NamedTuple):
    """An opportunity of the pipeline with the most urgent of its own follow-ups."""

    opportunity: Opportunity
    follow_up: FollowUp | None
    contacts: tuple[Contact, ...]
    title: str
    """What the follow-up is called where its kind does not say it: a reminder's own words."""

    @property
    def first_name(self) -> str:
        """What to call whom the follow-up is to; empty where it is to nobody known."""
        whom = self.follow_up.contact_id if self.follow_up else None
        return next((first_name(contact.name) for contact in self.contacts if contact.id == whom), "")


class Standing(NamedTuple):
    """What stands in every header: the moment, and how many follow-ups are overdue and due."""

    now: datetime
    overdue: int
    due: int


class Pipeline(NamedTuple):
    """All opportunities, the most urgent first."""

    standing: Standing
    items: tuple[Item, ...]


Sort = Literal["interview", "out", "in", "stage"]


class Moment(NamedTuple):
    """One entry of a timeline. `record_id` is what it opens; `text` is what was said, if there are words."""

    at: datetime
    sort: Sort
    title: str
    text: str
    record_id: str | None
    contact_ids: tuple[str, ...] = ()


class Dossier(NamedTuple):
    """An opportunity or a contact with all about it: follow-ups in the plan's order, the timeline newest first."""

    standing: Standing
    opportunity: Opportunity | None
    opportunities: tuple[Opportunity, ...]
    contacts: tuple[Contact, ...]
    follow_ups: tuple[FollowUp, ...]
    interviews: tuple[Interview, ...]
    drafts: tuple[Draft, ...]
    timeline: tuple[Moment, ...]


def pipeline(desk: Desk) -> Pipeline:
    """The pipeline as of now."""
    follow_ups = desk.plan()
    first: dict[str, tuple[int, FollowUp]] = {}
    for rank, follow_up in enumerate(follow_ups):
        if follow_up.opportunity_id is not None:
            first.setdefault(follow_up.opportunity_id, (rank, follow_up))
    last = len(follow_ups)
    ranked = sorted(
        desk.records(Opportunity).values(),
        key=lambda opportunity: (
            first[opportunity.id][0] if opportunity.id in first else last,
            -opportunity.priority,
            opportunity.company.casefold(),
            opportunity.id,
        ),
    )
    contacts = desk.records(Contact)
    items = (_item(desk, opportunity, first.get(opportunity.id, (0, None))[1], contacts) for opportunity in ranked)
    return Pipeline(_standing(desk, follow_ups), tuple(items))


def _standing(desk: Desk, follow_ups: Sequence[FollowUp]) -> Standing:
    urgencies = Counter(follow_up.urgency for follow_up in follow_ups)
    return Standing(desk.now(), urgencies["overdue"], urgencies["due"])


def _item(desk: Desk, opportunity: Opportunity, follow_up: FollowUp | None, contacts: Mapping[str, Contact]) -> Item:
    """Whom the follow-up is to stands first among the people."""
    ids = (follow_up and follow_up.contact_id, opportunity.primary_contact_id, *opportunity.contact_ids)
    people = tuple(contacts[one] for one in dict.fromkeys(ids) if one is not None and one in contacts)
    title = reminder_title(desk, follow_up) if follow_up and follow_up.rule == "R12" else ""
    return Item(opportunity, follow_up, people, title)


def reminder_title(desk: Desk, follow_up: FollowUp) -> str:
    """The user's own words for a reminder (R12)."""
    reminder = desk.find(Reminder, follow_up.key.removeprefix("reminder:"))
    return reminder.title if reminder else "reminder"


def opportunity_dossier(desk: Desk, opportunity_id: str) -> Dossier:
    """Everything about an opportunity. Raises NotFound if it is gone."""
    opportunity = desk.get(Opportunity, opportunity_id)
    facts = desk.facts
    meetings = facts.interviews_of_opportunity.of(opportunity_id)
    people = [opportunity.primary_contact_id, *opportunity.contact_ids]
    people += [contact_id for meeting in meetings for contact_id in meeting.record.contact_ids]
    contacts = _contacts(desk, people)
    drafts = [draft for draft in desk.records(Draft).values() if draft.opportunity_id == opportunity_id]
    touchpoints = [entry.record for entry in facts.touchpoints_of_opportunity.of(opportunity_id)]
    interviews = tuple(meeting.record for meeting in meetings)
    follow_ups = desk.plan()
    return Dossier(
        _standing(desk, follow_ups),
        opportunity,
        (opportunity,),
        contacts,
        tuple(follow_up for follow_up in follow_ups if follow_up.opportunity_id == opportunity_id),
        interviews,
        tuple(drafts),
        _timeline(desk, (opportunity,), interviews, touchpoints),
    )


def contact_dossier(desk: Desk, contact_id: str) -> Dossier:
    """Everything about a contact. Raises NotFound if they are gone."""
    contact = desk.get(Contact, contact_id)
    facts = desk.facts
    opportunities = tuple(opportunities_of(desk, contact_id))
    interviews = tuple(meeting.record for meeting in facts.interviews_of_contact.of(contact_id))
    drafts = [draft for draft in desk.records(Draft).values() if draft.contact_id == contact_id]
    touchpoints = [entry.record for entry in facts.touchpoints_of_contact.of(contact_id)]
    follow_ups = desk.plan()
    return Dossier(
        _standing(desk, follow_ups),
        None,
        opportunities,
        (contact,),
        tuple(follow_up for follow_up in follow_ups if follow_up.contact_id == contact_id),
        interviews,
        tuple(drafts),
        _timeline(desk, opportunities, interviews, touchpoints),
    )


def _contacts(desk: Desk, ids: Iterable[str | None]) -> tuple[Contact, ...]:
    known = desk.records(Contact)
    return tuple(
        known[contact_id] for contact_id in dict.fromkeys(ids) if contact_id is not None and contact_id in known
    )


def _timeline(
    desk: Desk,
    opportunities: Sequence[Opportunity],
    interviews: Sequence[Interview],
    touchpoints: Sequence[Touchpoint],
) -> tuple[Moment, ...]:
    zone = desk.clock.zone
    moments = [_touchpoint_moment(desk, touchpoint) for touchpoint in touchpoints]
    moments += [_interview_moment(desk, interview) for interview in interviews]
    moments += [
        Moment(instant(change.at), "stage", f"{opportunity.company}: {STAGES[change.stage]}", "", opportunity.id)
        for opportunity in opportunities
        for change in opportunity.stage_history
    ]
    in_zone = (moment._replace(at=moment.at.astimezone(zone)) for moment in moments)
    return tuple(sorted(in_zone, key=lambda moment: (moment.at, moment.title), reverse=True))


def _touchpoint_moment(desk: Desk, touchpoint: Touchpoint) -> Moment:
    contact = desk.find(Contact, touchpoint.contact_id)
    towards = "to" if touchpoint.direction == "out" else "from"
    whom = contact.name if contact else "unknown" if touchpoint.contact_id else "nobody in particular"
    title = f"{kind_words(touchpoint.kind)} {towards} {whom}, {touchpoint.channel.replace('_', ' ')}"
    text = "\n\n".join(part for part in (touchpoint.subject, touchpoint.body) if part)
    people = (touchpoint.contact_id,) if touchpoint.contact_id else ()
    return Moment(instant(touchpoint.at), touchpoint.direction, title, text, touchpoint.id, people)


def _interview_moment(desk: Desk, interview: Interview) -> Moment:
    names = [contact.name for contact in _contacts(desk, interview.contact_ids)]
    people = f" with {', '.join(names)}" if names else ""
    cancelled = " (cancelled)" if interview.status == "cancelled" else ""
    text = "\n".join([*interview.talking_points, interview.notes]).strip()
    title = f"{interview.format} interview{people}{cancelled}"
    return Moment(instant(interview.starts_at), "interview", title, text, interview.id, interview.contact_ids)


def outcome_words(opportunity: Opportunity) -> str:
    """Where an opportunity stands, in words: `Interviewing`, `Closed, rejected`."""
    ending = f", {OUTCOMES[opportunity.outcome]}" if opportunity.outcome else ""
    return STAGES[opportunity.stage] + ending
