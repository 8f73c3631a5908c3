"""A `Context` from the records of a book, for the editor. Anything with the fields of `data.md` will do."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from followup_tui.domain.instants import parse_instant
from followup_tui.domain.profile import Profile
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Touchpoint
from followup_tui.domain.review.model import Context, Earlier, Other, Person, Timing


class Surroundings(NamedTuple):
    """What stands around a draft in the book; all of it may be missing.

    `others` are (name of the person, draft or message) of the other interviewers of the same interview; `earlier`
    are the messages this contact has had. `book` holds names and places whose words are no misspellings, and
    `words` the user's own list.
    """

    contact: Contact | None = None
    opportunity: Opportunity | None = None
    interview: Interview | None = None
    other_companies: tuple[str, ...] = ()
    others: tuple[tuple[str, Draft | Touchpoint], ...] = ()
    earlier: tuple[Touchpoint, ...] = ()
    words: tuple[str, ...] = ()
    book: tuple[str, ...] = ()


def context_from_records(
    draft: Draft, around: Surroundings, profile: Profile, now: datetime, timing: Timing | None = None
) -> Context:
    """The context of `draft` at `now`; `timing` is what the plan says of the follow-up it is written for."""
    opportunity, interview = around.opportunity, around.interview
    return Context(
        now=now,
        user_name=profile.name,
        strengths=profile.strengths,
        contact=_person(around.contact),
        company=opportunity.company if opportunity else "",
        role=opportunity.role if opportunity else "",
        interview_id=interview.id if interview else None,
        interview_at=_instant(interview.starts_at) if interview else None,
        talking_points=interview.talking_points if interview else (),
        subject=draft.subject,
        material_ids=draft.material_ids,
        other_companies=around.other_companies,
        others=tuple(Other(name, message.body, message.interview_id) for name, message in around.others),
        earlier=tuple(Earlier(message.body, _instant(message.at)) for message in around.earlier),
        words=around.words,
        book=(*around.book, *_texts(around)),
        timing=timing or Timing(),
    )


def _person(contact: Contact | None) -> Person:
    return Person(contact.name, contact.title or "", contact.company or "") if contact else Person()


def _texts(around: Surroundings) -> Iterable[str]:
    """The free texts of the records, whose words are known."""
    contact, opportunity, interview = around.contact, around.opportunity, around.interview
    if contact:
        yield from (contact.email or "", contact.notes, *contact.tags)
    if opportunity:
        yield from (opportunity.location or "", opportunity.source or "", opportunity.notes, *opportunity.tags)
    if interview:
        yield interview.notes


def _instant(text: str) -> datetime | None:
    try:
        return parse_instant(text)
    except ValueError:
        return None
