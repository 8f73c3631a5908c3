"""What the screens show of one opportunity or contact: everything about it, and its story in time."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import opportunities_of
from followup_tui.desk.standing import Standing, reminder_title, standing
from followup_tui.desk.timeline import Moment, Story, timeline
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.cadence.rules_of_interviews import is_thanked
from followup_tui.domain.facts import Meeting, instant
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Contact, Draft, Interview, Material, Opportunity, Touchpoint


class Given(NamedTuple):
    """Something worth sending that somebody has had: what, who (None: nobody in particular), and when."""

    material: Material
    contact: Contact | None
    at: datetime


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
    materials: tuple[Given, ...] = ()
    """What they have been sent, the last first."""
    thanked: Mapping[str, frozenset[str]] = MappingProxyType({})
    """By interview, the ids of those of its people who have been thanked for it (R1)."""
    names: Mapping[str, str] = MappingProxyType({})
    """By id, what everybody is called who is named here: by the record, an interview, a follow-up or a draft."""
    titles: Mapping[str, str] = MappingProxyType({})
    """By the key of its follow-up, the user's own words for a reminder (R12)."""


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
    reminders = [entry.record for entry in facts.reminders_of_opportunity.of(opportunity_id)]
    follow_ups = desk.plan()
    return Dossier(
        standing(desk, follow_ups),
        opportunity,
        (opportunity,),
        contacts,
        tuple(follow_up for follow_up in follow_ups if follow_up.opportunity_id == opportunity_id),
        interviews,
        tuple(drafts),
        timeline(desk, Story((opportunity,), interviews, touchpoints, reminders)),
        _given(desk, touchpoints),
        thanked(desk, meetings),
        _names(desk, contacts, interviews, drafts),
        _titles(desk, follow_ups),
    )


def contact_dossier(desk: Desk, contact_id: str) -> Dossier:
    """Everything about a contact. Raises NotFound if they are gone."""
    contact = desk.get(Contact, contact_id)
    facts = desk.facts
    opportunities = tuple(opportunities_of(desk, contact_id))
    meetings = facts.interviews_of_contact.of(contact_id)
    interviews = tuple(meeting.record for meeting in meetings)
    reminders = [entry.record for entry in facts.reminders_of_contact.of(contact_id)]
    drafts = [draft for draft in desk.records(Draft).values() if draft.contact_id == contact_id]
    touchpoints = [entry.record for entry in facts.touchpoints_of_contact.of(contact_id)]
    follow_ups = desk.plan()
    return Dossier(
        standing(desk, follow_ups),
        None,
        opportunities,
        (contact,),
        tuple(follow_up for follow_up in follow_ups if follow_up.contact_id == contact_id),
        interviews,
        tuple(drafts),
        timeline(desk, Story(opportunities, interviews, touchpoints, reminders)),
        _given(desk, touchpoints),
        thanked(desk, meetings),
        _names(desk, (contact,), interviews, drafts),
        _titles(desk, follow_ups),
    )


def _contacts(desk: Desk, ids: Iterable[str | None]) -> tuple[Contact, ...]:
    known = desk.records(Contact)
    return tuple(
        known[contact_id] for contact_id in dict.fromkeys(ids) if contact_id is not None and contact_id in known
    )


def _names(
    desk: Desk, contacts: Iterable[Contact], interviews: Iterable[Interview], drafts: Iterable[Draft]
) -> Mapping[str, str]:
    ids = [contact.id for contact in contacts]
    ids += [contact_id for interview in interviews for contact_id in interview.contact_ids]
    ids += [promise.contact_id for interview in interviews for promise in interview.promises if promise.contact_id]
    ids += [draft.contact_id for draft in drafts if draft.contact_id]
    return {contact.id: contact.name for contact in _contacts(desk, ids)}


def _given(desk: Desk, touchpoints: Iterable[Touchpoint]) -> tuple[Given, ...]:
    """What was sent with these touchpoints, to each person once: when that was last."""
    given: dict[tuple[str, str | None], Given] = {}
    for touchpoint in touchpoints:
        for material_id in touchpoint.material_ids if touchpoint.direction == "out" else ():
            material = desk.find(Material, material_id)
            if material is not None:
                at = instant(touchpoint.at).astimezone(desk.clock.zone)
                contact = desk.find(Contact, touchpoint.contact_id)
                given[material_id, touchpoint.contact_id] = Given(material, contact, at)
    return tuple(sorted(given.values(), key=lambda one: (one.at, one.material.title), reverse=True))


def _titles(desk: Desk, follow_ups: Iterable[FollowUp]) -> Mapping[str, str]:
    return {one.key: reminder_title(desk, one) for one in follow_ups if one.rule == "R12"}


def thanked(desk: Desk, meetings: Iterable[Meeting]) -> Mapping[str, frozenset[str]]:
    """By interview, the ids of those of its people who have been thanked for it (R1)."""
    present = Present(desk.facts, desk.config.plan_settings, desk.now())
    return {
        meeting.id: frozenset(one for one in meeting.record.contact_ids if is_thanked(present, meeting, one))
        for meeting in meetings
    }


def outcome_words(opportunity: Opportunity, stages: Mapping[str, str]) -> str:
    """Where an opportunity stands, in words: `Interviewing`, `Closed, rejected`; `stages` are the user's names."""
    ending = f", {OUTCOMES[opportunity.outcome]}" if opportunity.outcome else ""
    return stages[opportunity.stage] + ending
