"""What the forms store: an opportunity, a contact or an interview as it was filled in.

A form hands over only values; what a value brings with it (a stage its history, an offer its reminder, a name its
contact) is settled here. Of a record that is there, only fields that the form changed are changed, so that what another
window did meanwhile stays.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.form_values import (
    ContactValues,
    InterviewValues,
    OpportunityValues,
    changes,
    cleaned,
    values_of,
)
from followup_tui.desk.moving import offer_reminders
from followup_tui.desk.people_named import contacts_of, meant, person_of
from followup_tui.desk.pipeline import Added, describe, moved_to, new_opportunity, store_added
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Interview, Opportunity, Promise, Record
from followup_tui.domain.text import fold

_BEFORE_INTERVIEWS: Final = ("lead", "applied", "screening")

# Opportunities


def opportunity_values(desk: Desk, opportunity: Opportunity) -> OpportunityValues:
    """An opportunity of the book as a form begins with it; people who are unknown are left out."""
    names = {contact.id: contact.name for contact in contacts_of(desk, (opportunity.primary_contact_id or "",))}
    return values_of(OpportunityValues, opportunity)._replace(
        people=tuple(map(person_of, contacts_of(desk, opportunity.contact_ids))),
        primary=names.get(opportunity.primary_contact_id or ""),
    )


def save_opportunity(desk: Desk, values: OpportunityValues, edited: Opportunity | None = None) -> Opportunity:
    """Store a new opportunity, or what was changed of `edited`, with its people, as one step of undo.

    Raises FollowupError for an empty company or role.
    """
    values = cleaned(values)
    if edited is None:
        return _add(desk, values)
    before = cleaned(opportunity_values(desk, edited))
    current = desk.get(Opportunity, edited.id)
    differing = changes(before, values, leave=("people", "primary", "interview", "stage", "outcome"))
    for name in ("company", "role"):
        if not getattr(values, name):
            raise FollowupError(f"The {name} is empty; give it a name.")
    changed = msgspec.structs.replace(current, **differing)
    put: list[Record] = []
    if values.people != before.people:
        contact_ids, others = _staff(desk, values, changed)
        put += others
        changed = msgspec.structs.replace(changed, contact_ids=contact_ids)
    if values.primary != before.primary or values.people != before.people:
        changed = msgspec.structs.replace(changed, primary_contact_id=_primary(desk, values, changed, put))
    if (values.stage, values.outcome) != (before.stage, before.outcome):
        changed = moved_to(changed, values.stage, values.outcome, desk.clock.stamp())
    if (values.stage, values.decision_by) != (before.stage, before.decision_by):
        put += offer_reminders(desk, changed)
    if changed != current:
        put.append(msgspec.structs.replace(changed, updated_at=desk.clock.stamp()))
    desk.change(f"Edited {describe(changed)}", put=put)
    return desk.get(Opportunity, edited.id)


def _add(desk: Desk, values: OpportunityValues) -> Opportunity:
    fields = values._asdict()
    for name in ("company", "role", "stage", "people", "primary", "interview"):
        del fields[name]
    added = new_opportunity(desk, values.company, values.role, values.stage, people=values.people, **fields)
    primary = _primary(desk, values, added.opportunity, added.contacts)
    opportunity = msgspec.structs.replace(added.opportunity, primary_contact_id=primary)
    made = {contact.id: contact for contact in added.made}
    also: list[Record] = [*offer_reminders(desk, opportunity)]
    if values.interview is not None:
        interview, interviewers = _new_interview(desk, opportunity, values.interview, added.made)
        made |= {contact.id: contact for contact in interviewers}
        also.append(interview)
    store_added(desk, Added(opportunity, added.contacts, tuple(made.values())), also)
    return opportunity


def _staff(desk: Desk, values: OpportunityValues, opportunity: Opportunity) -> tuple[tuple[str, ...], list[Contact]]:
    """The ids of the people who were named, and the contacts that are new or now have a role or an address."""
    here = contacts_of(desk, opportunity.contact_ids)
    ids, put = meant(desk, values.people, here, opportunity.company)
    unknown = [one for one in opportunity.contact_ids if desk.find(Contact, one) is None]
    return tuple(dict.fromkeys((*ids, *unknown))), put


def _primary(desk: Desk, values: OpportunityValues, opportunity: Opportunity, new: Sequence[Record]) -> str | None:
    """The id of whom follow-ups go to, if someone was named."""
    if values.primary is None:
        return None
    known: list[Record] = [*contacts_of(desk, opportunity.contact_ids), *new]
    if (before := desk.find(Contact, opportunity.primary_contact_id)) is not None:
        known.append(before)
    wanted = fold(values.primary)
    return next((one.id for one in known if isinstance(one, Contact) and fold(one.name) == wanted), None)


# Contacts


def contact_values(contact: Contact) -> ContactValues:
    """A contact of the book as a form begins with it."""
    return values_of(ContactValues, contact)


def save_contact(desk: Desk, values: ContactValues, edited: Contact | None = None) -> Contact:
    """Store a new contact, or what was changed of `edited`. Raises FollowupError for an empty name."""
    values = cleaned(values)
    if not values.name:
        raise FollowupError("The name is empty; give them a name.")
    now = desk.clock.stamp()
    if edited is None:
        since = now if values.keep_in_touch else None
        contact = Contact(
            id=desk.book.new_id("con"), created_at=now, updated_at=now, keep_in_touch_since=since, **values._asdict()
        )
        desk.change(f"Added {describe(contact)}", put=[contact])
        return contact
    current = desk.get(Contact, edited.id)
    changed = msgspec.structs.replace(current, **changes(cleaned(contact_values(edited)), values))
    if changed.keep_in_touch and not edited.keep_in_touch:
        changed = msgspec.structs.replace(changed, keep_in_touch_since=now)
    if changed != current:
        desk.change(f"Edited {describe(changed)}", put=[msgspec.structs.replace(changed, updated_at=now)])
    return desk.get(Contact, edited.id)


# Interviews


def interview_values(desk: Desk, interview: Interview) -> InterviewValues:
    """An interview of the book as a form begins with it; people who are unknown are left out."""
    people = tuple(map(person_of, contacts_of(desk, interview.contact_ids)))
    return values_of(InterviewValues, interview)._replace(people=people)


def promised_names(desk: Desk, interview: Interview) -> dict[str, str]:
    """By their ids, the names of those to whom something was promised in an interview."""
    return {one.id: one.name for one in contacts_of(desk, [one.contact_id or "" for one in interview.promises])}


def save_interview(
    desk: Desk, opportunity_id: str, values: InterviewValues, edited: Interview | None = None
) -> Interview:
    """Store a new interview of an opportunity, or what was changed of `edited`, with its people: one step of undo.

    A new one brings its people into the opportunity, and takes that to the stage of interviews if it stood before it;
    a call leaves it in screening.
    """
    values = cleaned(values)
    if edited is None:
        opportunity = desk.get(Opportunity, opportunity_id)
        interview, made = _new_interview(desk, opportunity, values, ())
        also = _interviewed(desk, opportunity, interview)
        desk.change(f"Added the interview with {opportunity.company}", put=[*made, interview, *also])
        return interview
    before, current = cleaned(interview_values(desk, edited)), desk.get(Interview, edited.id)
    about = desk.find(Opportunity, current.opportunity_id)
    company = about.company if about else ""
    differing = changes(before, values, leave=("people", "promised_to"))
    put: list[Contact] = []
    if values.people != before.people:
        here = contacts_of(desk, current.contact_ids)
        ids, put = meant(desk, values.people, here, company, usual="interviewer")
        unknown = [one for one in current.contact_ids if desk.find(Contact, one) is None]
        differing["contact_ids"] = tuple(dict.fromkeys((*ids, *unknown)))
    if "promises" in differing or any(whom is not None for whom in values.promised_to):
        there = contacts_of(desk, differing.get("contact_ids", current.contact_ids))
        differing["promises"] = _promises(desk, values, [*there, *put])
    changed = msgspec.structs.replace(current, **differing)
    stamped = [] if changed == current else [msgspec.structs.replace(changed, updated_at=desk.clock.stamp())]
    desk.change(f"Edited the interview with {company or 'an unknown company'}", put=[*put, *stamped])
    return desk.get(Interview, edited.id)


def _interviewed(desk: Desk, opportunity: Opportunity, interview: Interview) -> list[Opportunity]:
    """The opportunity as a new interview changes it; none where it does not."""
    now = desk.clock.stamp()
    people = tuple(dict.fromkeys((*opportunity.contact_ids, *interview.contact_ids)))
    changed = msgspec.structs.replace(opportunity, contact_ids=people)
    stays = opportunity.stage == "screening" and interview.format == "phone"
    if opportunity.stage in _BEFORE_INTERVIEWS and interview.status != "cancelled" and not stays:
        changed = moved_to(changed, "interviewing", None, now)
    return [] if changed == opportunity else [msgspec.structs.replace(changed, updated_at=now)]


def _new_interview(
    desk: Desk, opportunity: Opportunity, values: InterviewValues, made: Sequence[Contact]
) -> tuple[Interview, list[Contact]]:
    """An interview, not stored yet, and the contacts that come with it; those in `made` are not stored yet either."""
    here = [*contacts_of(desk, opportunity.contact_ids), *made]
    ids, put = meant(desk, values.people, here, opportunity.company, usual="interviewer")
    now = desk.clock.stamp()
    people = [one for one in (*here, *contacts_of(desk, ids), *put) if one.id in ids]
    fields = values._asdict() | {"promises": _promises(desk, values, people), "contact_ids": ids}
    del fields["people"], fields["promised_to"]
    interview = Interview(
        id=desk.book.new_id("itv"), opportunity_id=opportunity.id, created_at=now, updated_at=now, **fields
    )
    return interview, put


def _promises(desk: Desk, values: InterviewValues, people: Sequence[Contact]) -> tuple[Promise, ...]:
    """What was promised, each to whom was named of `people`; new ones get an id."""
    by_name = {fold(one.name): one.id for one in people}
    names = (*values.promised_to, *[None] * len(values.promises))
    return tuple(
        msgspec.structs.replace(
            promise,
            id=promise.id or desk.book.new_id("pro"),
            contact_id=promise.contact_id if name is None else by_name.get(fold(name)),
        )
        for promise, name in zip(values.promises, names, strict=False)
    )
