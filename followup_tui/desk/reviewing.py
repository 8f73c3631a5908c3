"""What the review needs to know of the book around one draft, and the user's own words."""

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from followup_tui.desk.desk import Desk
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.hours import welcome, zone_named
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Touchpoint
from followup_tui.domain.review import Context, Surroundings, Timing, context_from_records
from followup_tui.domain.text import clean
from followup_tui.store.disk import Disk, make_directories, write_atomically
from followup_tui.store.places import Places

WORDS_FILE = "words.txt"
"""The user's own words, beside the settings: one a line."""

_MOST_BYTES = 1_000_000


def review_context(desk: Desk, draft: Draft, words_file: Path) -> Context:
    """The context of a draft now. Its subject and materials are those it has; the editor puts newer ones in."""
    interview = desk.find(Interview, draft.interview_id)
    opportunity = desk.find(Opportunity, draft.opportunity_id)
    around = Surroundings(
        contact=desk.find(Contact, draft.contact_id),
        opportunity=opportunity,
        interview=interview,
        other_companies=tuple(_other_companies(desk, opportunity)),
        others=tuple(_others(desk, draft, interview)),
        earlier=tuple(_earlier(desk, draft)),
        words=read_words(words_file),
        book=tuple(_names(desk, interview, opportunity)),
    )
    follow_up = desk.follow_up(draft.follow_up_key) if draft.follow_up_key else None
    return context_from_records(draft, around, desk.config.user, desk.now(), _timing(desk, draft, follow_up))


def _other_companies(desk: Desk, opportunity: Opportunity | None) -> set[str]:
    own = opportunity.company if opportunity else None
    return {other.company for other in desk.records(Opportunity).values() if other.company != own}


def _others(desk: Desk, draft: Draft, interview: Interview | None) -> Iterator[tuple[str, Draft | Touchpoint]]:
    """What was written, or is being written, to the other people of the same interview."""
    if interview is None:
        return
    for other in desk.records(Draft).values():
        if other.interview_id == interview.id and other.id != draft.id and other.sent_touchpoint_id is None:
            yield from _named(desk, draft, other)
    for entry in desk.facts.touchpoints_of_opportunity.of(interview.opportunity_id):
        sent = entry.record
        if sent.interview_id == interview.id and sent.direction == "out" and sent.body:
            yield from _named(desk, draft, sent)


def _named(desk: Desk, draft: Draft, other: Draft | Touchpoint) -> Iterator[tuple[str, Draft | Touchpoint]]:
    contact = desk.find(Contact, other.contact_id)
    if contact is not None and contact.id != draft.contact_id:
        yield contact.name, other


def _earlier(desk: Desk, draft: Draft) -> Iterator[Touchpoint]:
    for entry in desk.facts.touchpoints_of_contact.of(draft.contact_id):
        if entry.record.direction == "out" and entry.record.body:
            yield entry.record


def _names(desk: Desk, interview: Interview | None, opportunity: Opportunity | None) -> Iterator[str]:
    """The names of the people around, whose words are no misspellings."""
    ids = {*(interview.contact_ids if interview else ()), *(opportunity.contact_ids if opportunity else ())}
    for contact_id in ids:
        contact = desk.find(Contact, contact_id)
        if contact is not None:
            yield from filter(None, (contact.name, contact.company, contact.title))


def _timing(desk: Desk, draft: Draft, follow_up: FollowUp | None) -> Timing:
    contact = desk.find(Contact, draft.contact_id)
    zone = (zone_named(contact.timezone) if contact else None) or desk.clock.zone
    outside = draft.channel == "phone" and not _may_call(desk, zone)
    if follow_up is None:
        return Timing(outside_hours=outside)
    return Timing(follow_up.held, follow_up.opens_at, outside)


def _may_call(desk: Desk, zone: tzinfo) -> bool:
    return welcome(desk.config.hours, "phone", desk.now(), zone, desk.config.holidays).now


# The user's own words


def read_words(file: Path) -> tuple[str, ...]:
    """The words of the user's list; a file that is missing, or none of ours, holds none."""
    try:
        with file.open("rb") as stream:
            text = stream.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ()
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def add_word(_desk: Desk, file: Path, word: str) -> tuple[str, ...]:
    """Add a word to the user's list, durable when this returns; the answer is the whole list. Raises FollowupError."""
    words = tuple(dict.fromkeys((*read_words(file), " ".join(clean(word).split()))))
    disk, places = Disk(), Places(file)
    try:
        make_directories(disk, places.directory)
        write_atomically(disk, places, places.book, "".join(f"{each}\n" for each in words).encode())
    except OSError as error:
        raise FollowupError(f"{file} cannot be written ({error.strerror}); the word was not kept.") from error
    return words
