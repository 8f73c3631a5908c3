"""Records as short texts for the top of a screen: one line a fact, what is unknown left out."""

from collections.abc import Iterable
from datetime import datetime

from textual.content import Content

from followup_tui.desk.look import Dossier, outcome_words
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import parse_date
from followup_tui.domain.phrases import ago_words, full_words
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.tui.widgets.safe import shown

_STARS = "★"


def about_opportunity(dossier: Dossier) -> Content:
    """Company, role and stage on the first line, then what is known."""
    opportunity, now = dossier.opportunity, dossier.standing.now
    assert opportunity is not None
    head = Content.assemble(
        shown(opportunity.company, style="bold"),
        "  ",
        shown(opportunity.role),
        ("  " + outcome_words(opportunity), "$text-primary"),
        ("  " + _STARS * opportunity.priority if opportunity.priority else "", "$text-warning"),
    )
    return _lines([head, *_facts(_opportunity_facts(opportunity, now)), *_notes(opportunity.notes)])


def about_contact(contact: Contact, now: datetime) -> Content:
    """Name, title and company on the first line, then how to reach them."""
    head = Content.assemble(shown(contact.name, style="bold"), "  ", shown(position(contact)))
    return _lines([head, *_facts(contact_facts(contact, now)), *_notes(contact.notes)])


def position(contact: Contact) -> str:
    """What they are and where: `Recruiter, Globex`."""
    return ", ".join(text for text in (contact.title or contact.role.replace("_", " "), contact.company) if text)


def contact_facts(contact: Contact, now: datetime) -> list[tuple[str, str]]:
    """What is known of a contact, each with its name."""
    facts = [
        ("e-mail", ", ".join(filter(None, (contact.email, *contact.other_emails)))),
        ("phone", ", ".join(filter(None, (contact.phone, *contact.other_phones)))),
        ("LinkedIn", contact.linkedin or ""),
        ("prefers", (contact.preferred_channel or "").replace("_", " ")),
        ("tags", " ".join(f"#{tag}" for tag in contact.tags)),
    ]
    if contact.linkedin_connected_at:
        facts.append(("connected", ago_words(_here(contact.linkedin_connected_at, now), now)))
    return facts


def _opportunity_facts(opportunity: Opportunity, now: datetime) -> list[tuple[str, str]]:
    since = _here(opportunity.stage_changed_at, now)
    facts = [("there since", f"{full_words(since, now)} ({ago_words(since, now)})")]
    if opportunity.applied_at:
        facts.append(("applied", ago_words(_here(opportunity.applied_at, now), now)))
    if opportunity.decision_by:
        day = datetime.combine(parse_date(opportunity.decision_by), now.timetz())
        facts.append(("they decide by", f"{day:%a} {day.day} {day:%b} ({ago_words(day, now)})"))
    facts += [
        ("at", opportunity.location or ""),
        ("pays", opportunity.compensation or ""),
        ("from", opportunity.source or ""),
        ("link", opportunity.url or ""),
        ("tags", " ".join(f"#{tag}" for tag in opportunity.tags)),
    ]
    return facts


def _here(text: str, now: datetime) -> datetime:
    return instant(text).astimezone(now.tzinfo)


def _facts(facts: Iterable[tuple[str, str]]) -> list[Content]:
    known = [Content.assemble((name + " ", "$text-muted"), shown(text)) for name, text in facts if text]
    return [Content("  ·  ").join(known)] if known else []


def _notes(notes: str) -> list[Content]:
    return [shown(notes.strip(), single_line=False)] if notes.strip() else []


def _lines(lines: Iterable[Content]) -> Content:
    return Content("\n").join(list(lines))
