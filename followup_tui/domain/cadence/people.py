"""Whom a follow-up is to, by what channel, and what to call them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup_tui.domain.cadence.present import Present

if TYPE_CHECKING:
    from followup_tui.domain.records import Opportunity

# Who speaks for a company, the one to ask first in front.
_SPEAKERS = ("recruiter", "coordinator", "hiring_manager")


def primary_contact(present: Present, opportunity: Opportunity) -> str | None:
    """The contact of an opportunity to whom its own follow-ups go; None where it has nobody."""
    if opportunity.primary_contact_id is not None:
        return opportunity.primary_contact_id
    return next(_candidates(present, opportunity), None)


def _candidates(present: Present, opportunity: Opportunity) -> Iterator[str]:
    contacts = present.facts.contacts
    for role in _SPEAKERS:
        for contact_id in opportunity.contact_ids:
            contact = contacts.get(contact_id)
            if contact is not None and contact.role == role:
                yield contact_id
    ended = present.ended_interviews(opportunity.id)
    if ended:
        yield from ended[-1].record.contact_ids
    yield from opportunity.contact_ids


def channel_to(present: Present, contact_id: str | None) -> str:
    """The channel the contact prefers, else `email`; of nobody and of an unknown contact, `email`."""
    contact = None if contact_id is None else present.facts.contacts.get(contact_id)
    return "email" if contact is None or contact.preferred_channel is None else contact.preferred_channel


def name_of(present: Present, contact_id: str | None) -> str:
    """What to call a contact in a sentence."""
    if contact_id is None:
        return "someone"
    contact = present.facts.contacts.get(contact_id)
    return "an unknown contact" if contact is None else contact.name


def company_of(present: Present, opportunity_id: str | None) -> str:
    """What to call an opportunity in a sentence."""
    opportunity = None if opportunity_id is None else present.facts.opportunities.get(opportunity_id)
    return "an unknown opportunity" if opportunity is None else opportunity.company
