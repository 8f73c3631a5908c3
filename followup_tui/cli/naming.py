"""Records by the names people type: which one is meant, and how several are told apart."""

from followup_tui.desk.desk import Desk
from followup_tui.domain.names import Named, pick
from followup_tui.domain.records import Contact, Opportunity


def contact_named(desk: Desk, name: str) -> Contact:
    """The contact that `name` means, by id, name, company or the beginnings of words. Raises NotFound, Ambiguous."""
    contacts = desk.records(Contact)
    found = pick(name, (_contact(contact, with_company=True) for contact in contacts.values()), "contact")
    return contacts[found.id]


def opportunity_named(desk: Desk, name: str) -> Opportunity:
    """The opportunity that `name` means, by id, company or the beginnings of words. Raises NotFound, Ambiguous."""
    opportunities = desk.records(Opportunity)
    found = pick(name, (_opportunity(desk, opportunity) for opportunity in opportunities.values()), "opportunity")
    return opportunities[found.id]


def either_named(desk: Desk, name: str) -> Contact | Opportunity:
    """The opportunity (by its company) or contact (by their name) that `name` means. Raises NotFound, Ambiguous."""
    contacts, opportunities = desk.records(Contact), desk.records(Opportunity)
    candidates = [
        *(_opportunity(desk, each) for each in opportunities.values()),
        *(_contact(contact, with_company=False) for contact in contacts.values()),
    ]
    found = pick(name, candidates, "record")
    return opportunities.get(found.id) or contacts[found.id]


def _contact(contact: Contact, *, with_company: bool) -> Named:
    company = contact.company or ""
    return Named(
        contact.id,
        (contact.name, company) if with_company and company else (contact.name,),
        f"{contact.name} {company}" if with_company else contact.name,
        ", ".join(text for text in (contact.name, contact.title, contact.company) if text),
    )


def _opportunity(desk: Desk, opportunity: Opportunity) -> Named:
    return Named(
        opportunity.id,
        (opportunity.company,),
        f"{opportunity.company} {opportunity.role}",
        f"{opportunity.company}, {opportunity.role} ({desk.config.stages.name(opportunity.stage)})",
    )
