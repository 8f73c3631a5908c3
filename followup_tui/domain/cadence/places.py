"""Where follow-ups come from, so that an edit replans only what it touches.

A place is one record, or the id of an unknown one, from which rules make follow-ups by themselves: an opportunity with
its interviews, a contact, a touchpoint that asks for an answer, a reminder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from followup_tui.domain.cadence import rules_of_contacts, rules_of_interviews, rules_of_opportunities
from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.facts import Facts, Timed

if TYPE_CHECKING:
    from followup_tui.domain.records import Touchpoint

_DAY_MIN = 24 * 60


class Place(NamedTuple):
    """One place by the table and the id of its record."""

    table: Literal["opportunities", "contacts", "touchpoints", "reminders"]
    id: str


def all_places(present: Present) -> set[Place]:
    """Every place that can have a follow-up now. What is long past is seen at a glance: a book is mostly past."""
    places = {Place("opportunities", opportunity_id) for opportunity_id in _opportunities(present)}
    places.update(Place("contacts", contact_id) for contact_id in _contacts(present))
    places.update(Place("touchpoints", touchpoint_id) for touchpoint_id in _touchpoints(present))
    places.update(Place("reminders", reminder_id) for reminder_id in present.facts.reminders)
    places.update(place for key in present.facts.decisions_of_key.keys() for place in decided_places(key))  # noqa: SIM118 - an index is no mapping
    return places


def _opportunities(present: Present) -> Iterator[str]:
    """Those that are not closed, those that are unknown, and those whose refusal R8 may still answer."""
    facts, lately = present.facts, present.not_before(present.numbers.rejection_lapse_d)
    for opportunity_id, one in facts.opportunities.items():
        if one.stage != "closed" or (one.outcome == "rejected" and one.stage_changed_at >= lately):
            yield opportunity_id
    yield from facts.interviews_of_opportunity.keys() - facts.opportunities.keys()


def _contacts(present: Present) -> Iterator[str]:
    """Those to keep in touch with (R11), and those talked to lately that are not connected (R9)."""
    facts, lately = present.facts, present.not_before(present.numbers.connect_lapse_d)
    for contact_id, one in facts.contacts.items():
        if one.keep_in_touch:
            yield contact_id
    for interview in facts.interviews.values():
        if interview.starts_at >= lately or interview.duration_min > _DAY_MIN:
            for contact_id in interview.contact_ids:
                contact = facts.contacts.get(contact_id)
                if contact is not None and contact.linkedin_connected_at is None:
                    yield contact_id


def _touchpoints(present: Present) -> Iterator[str]:
    """Those that ask for an answer (R5), and those of having met somebody lately (R10)."""
    facts, lately = present.facts, present.not_before(present.numbers.event_lapse_d)
    for touchpoint_id, touchpoint in facts.touchpoints.items():
        if touchpoint.needs_reply or (touchpoint.kind == "met" and touchpoint.at >= lately):
            yield touchpoint_id


def decided_places(key: str) -> Iterator[Place]:
    """What `all_places` may have passed over and has to be planned once there is a decision about it."""
    kind, _, name = key.partition(":")
    if kind == "rejection_reply":
        yield Place("opportunities", name)
    elif kind == "connect":
        yield Place("contacts", name)
    elif kind == "event_follow_up":
        yield Place("touchpoints", name)


def asks_for_answer(touchpoint: Touchpoint) -> bool:
    """Whether R5 or R10 may make a follow-up of it."""
    return touchpoint.needs_reply or touchpoint.kind == "met"


def candidates(present: Present, place: Place) -> Iterator[Candidate]:
    """What the rules make of one place; nothing where the record is gone."""
    facts = present.facts
    if place.table == "opportunities":
        yield from _of_opportunity(present, place.id)
    elif place.table == "contacts" and place.id in facts.contacts:
        contact = facts.contacts[place.id]
        yield from rules_of_interviews.connect(present, contact)
        yield from rules_of_contacts.keep_in_touch(present, contact)
    elif place.table == "touchpoints" and place.id in facts.touchpoints:
        touchpoint = facts.touchpoints[place.id]
        yield from rules_of_contacts.reply(present, touchpoint)
        yield from rules_of_contacts.event_follow_up(present, touchpoint)
    elif place.table == "reminders" and place.id in facts.reminders:
        yield from rules_of_contacts.reminder(present, facts.reminders[place.id])


def _of_opportunity(present: Present, opportunity_id: str) -> Iterator[Candidate]:
    """Of an unknown opportunity only its interviews speak, of a closed one only R8."""
    opportunity = present.facts.opportunities.get(opportunity_id)
    if opportunity is not None and opportunity.stage == "closed":
        yield from rules_of_opportunities.rejection_reply(present, opportunity)
        return
    for meeting in present.facts.interviews_of_opportunity.of(opportunity_id):
        yield from rules_of_interviews.thank_you(present, meeting)
        yield from rules_of_interviews.promise(present, meeting)
    if opportunity is not None:
        state = rules_of_opportunities.waiting(present, opportunity)
        yield from rules_of_opportunities.status_check(present, opportunity, state)
        yield from rules_of_opportunities.application_check(present, opportunity)
        yield from rules_of_opportunities.close_out(present, opportunity, state)
        yield from rules_of_opportunities.offer_reply(present, opportunity)


def touched_places(facts: Facts, table: str, *versions: Any) -> set[Place]:
    """Whose follow-ups may differ after one record changed: `versions` are the record before and after, if any.

    `facts` hold the change already. More than necessary may be named, never less: an opportunity's plan depends on
    its people and what was written with them anywhere, a contact's on every opportunity they are part of.
    """
    places: set[Place] = set()
    for record in versions:
        if table in ("touchpoints", "reminders"):
            places.add(Place(table, record.id))  # type: ignore[arg-type] # one of the two, as the line above says
        for opportunity_id in _opportunities_of(table, record):
            places.update(_around_opportunity(facts, opportunity_id))
        for contact_id in _contacts_of(table, record):
            places.update(_around_contact(facts, contact_id))
    return places


def _opportunities_of(table: str, record: Any) -> Iterator[str]:
    if table == "opportunities":
        yield record.id
    if table in ("interviews", "touchpoints", "reminders") and record.opportunity_id is not None:
        yield record.opportunity_id


def _contacts_of(table: str, record: Any) -> Iterator[str]:
    if table == "contacts":
        yield record.id
    if table in ("opportunities", "interviews"):
        yield from record.contact_ids
    if table == "opportunities" and record.primary_contact_id is not None:
        yield record.primary_contact_id
    if table in ("touchpoints", "reminders") and record.contact_id is not None:
        yield record.contact_id


def _around_opportunity(facts: Facts, opportunity_id: str) -> Iterator[Place]:
    """An opportunity, the people of its interviews, and the messages and reminders that name it."""
    yield Place("opportunities", opportunity_id)
    for meeting in facts.interviews_of_opportunity.of(opportunity_id):
        for contact_id in meeting.record.contact_ids:
            yield Place("contacts", contact_id)
    yield from _asking(facts.touchpoints_of_opportunity.of(opportunity_id))


def _around_contact(facts: Facts, contact_id: str) -> Iterator[Place]:
    """A contact, every opportunity whose messages may go to them, and the messages and reminders that name them."""
    yield Place("contacts", contact_id)
    for opportunity in facts.opportunities_of_contact.of(contact_id):
        yield Place("opportunities", opportunity.id)
    for index in (facts.interviews_of_contact, facts.interviews_promised_to):
        for meeting in index.of(contact_id):
            yield Place("opportunities", meeting.record.opportunity_id)
    touchpoints = facts.touchpoints_of_contact.of(contact_id)
    for timed in touchpoints:
        if timed.record.opportunity_id is not None:
            yield Place("opportunities", timed.record.opportunity_id)
    yield from _asking(touchpoints)
    for reminder in facts.reminders_of_contact.of(contact_id):
        yield Place("reminders", reminder.id)


def _asking(timeline: Iterable[Timed[Touchpoint]]) -> Iterator[Place]:
    for timed in timeline:
        if asks_for_answer(timed.record):
            yield Place("touchpoints", timed.id)
