"""One opportunity with all that is known of it, as a page to read or to take along to an interview."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from followup_tui.desk.desk import Desk
from followup_tui.desk.look import Dossier, opportunity_dossier, outcome_words
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import kind_words, when_words
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity
from followup_tui.exchange.markdown import quoted, words


def dossier_markdown(desk: Desk, opportunity_id: str) -> str:
    """The page. Raises NotFound if the opportunity is gone."""
    dossier = opportunity_dossier(desk, opportunity_id)
    opportunity = desk.get(Opportunity, opportunity_id)
    parts = [
        _head(desk, opportunity),
        _section("What is next", _next(dossier)),
        _section("People", (f"- {_person(contact)}" for contact in dossier.contacts)),
        _interviews(desk, dossier),
        _section("Drafts", _drafts(dossier)),
        _section("What they have been sent", _given(dossier)),
        _story(dossier),
    ]
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with lines below it, or nothing where there are no lines."""
    if filled := list(lines):
        yield from [f"## {title}", "", *filled, ""]


def _head(desk: Desk, opportunity: Opportunity) -> Iterator[str]:
    yield f"# {words(opportunity.company)}: {words(opportunity.role)}"
    yield ""
    applied = instant(opportunity.applied_at).astimezone(desk.clock.zone) if opportunity.applied_at else None
    facts = {
        "Stage": outcome_words(opportunity, desk.config.stages.names),
        "Priority": "★" * opportunity.priority,
        "Place": opportunity.location or "",
        "Compensation": opportunity.compensation or "",
        "Found through": opportunity.source or "",
        "Link": opportunity.url or "",
        "Applied": _day(applied) if applied else "",
        "They decide by": opportunity.decision_by or "",
        "Tags": ", ".join(opportunity.tags),
    }
    yield from (f"- {name}: {words(text)}" for name, text in facts.items() if text)
    yield f"- As of {_moment(desk.now())}"
    yield ""
    if opportunity.notes.strip():
        yield from [*quoted(opportunity.notes), ""]


def _next(dossier: Dossier) -> Iterator[str]:
    for follow_up in dossier.follow_ups:
        whom = dossier.names.get(follow_up.contact_id or "", "")
        about = f", {words(whom)}" if whom else ""
        when = words(when_words(follow_up, dossier.standing.now))
        yield f"- {kind_words(follow_up.kind)}{about}: {when}. {words(follow_up.reason)}."


def _person(contact: Contact) -> str:
    role = "" if contact.role == "other" else contact.role.replace("_", " ")
    ways = (contact.email, *contact.other_emails, contact.phone, *contact.other_phones, contact.linkedin)
    details = [text for text in (contact.title, contact.company, role, *ways) if text]
    notes = f" ({' '.join(contact.notes.split())})" if contact.notes.strip() else ""
    return words(", ".join([contact.name, *details]) + notes)


def _interviews(desk: Desk, dossier: Dossier) -> Iterator[str]:
    if not dossier.interviews:
        return
    yield "## Interviews"
    yield ""
    for interview in dossier.interviews:
        yield from _interview(desk, dossier, interview)


def _interview(desk: Desk, dossier: Dossier, interview: Interview) -> Iterator[str]:
    at = instant(interview.starts_at).astimezone(desk.clock.zone)
    yield f"### {_moment(at)}, {interview.format}, {interview.duration_min} min, {interview.status}"
    yield ""
    thanked = dossier.thanked.get(interview.id, frozenset())
    for one in interview.contact_ids:
        yield f"- With {words(dossier.names.get(one, 'unknown'))}{' (thanked)' if one in thanked else ''}"
    for point in interview.talking_points:
        yield f"- To come back to: {words(point)}"
    for promise in interview.promises:
        whom = f" to {words(dossier.names.get(promise.contact_id, 'unknown'))}" if promise.contact_id else ""
        due = f", by {promise.due_on}" if promise.due_on else ""
        yield f"- Promised{whom}{due}{', kept' if promise.kept_at else ''}: {words(promise.text)}"
    yield ""
    if interview.notes.strip():
        yield from [*quoted(interview.notes), ""]


def _drafts(dossier: Dossier) -> Iterator[str]:
    for draft in dossier.drafts:
        if draft.sent_touchpoint_id is None:
            yield f"- {_draft(dossier, draft)}"


def _draft(dossier: Dossier, draft: Draft) -> str:
    whom = dossier.names.get(draft.contact_id or "", "")
    towards = f" to {words(whom)}" if whom else ""
    return f"{kind_words(draft.kind)}{towards}: {words(draft.subject) or 'without a subject'} ({words(draft.id)})"


def _given(dossier: Dossier) -> Iterator[str]:
    for given in dossier.materials:
        whom = f" to {words(given.contact.name)}" if given.contact else ""
        yield f"- {words(given.material.title)}{whom}, {_day(given.at)}"


def _story(dossier: Dossier) -> Iterator[str]:
    """All that happened, the first first, with the words of every message."""
    if not dossier.timeline:
        return
    yield "## What happened"
    yield ""
    for moment in reversed(dossier.timeline):
        yield f"**{_moment(moment.at)}**: {words(moment.title)}"
        yield ""
        if moment.text.strip() and moment.sort != "interview":
            yield from [*quoted(moment.text), ""]


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _moment(moment: datetime) -> str:
    return f"{moment:%a} {_day(moment)} {moment:%H:%M}"
