"""What is done with people, one or many at once: keep in touch with them, tag them. Each change is one undo step."""

from collections.abc import Iterable, Sequence

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import opportunities_of
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import clean, fold
from followup_tui.store.changes import ChangeSet


def keep_in_touch(desk: Desk, contact_ids: Sequence[str], *, keep: bool) -> ChangeSet:
    """Say that these people are to hear from the user now and then (R11), counted from now on; or no longer.

    Raises NotFound if one of them is gone.
    """
    people = _people(desk, contact_ids)
    now = desk.clock.stamp()
    since = {"keep_in_touch_since": now} if keep else {}
    changed = [
        msgspec.structs.replace(person, keep_in_touch=keep, updated_at=now, **since)
        for person in people
        if person.keep_in_touch != keep
    ]
    verb = "Keep in touch with" if keep else "No longer keep in touch with"
    return desk.change(f"{verb} {names(people)}", put=changed)


def tag(desk: Desk, contact_ids: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> ChangeSet:
    """Give tags to people and take others from them; one that is there in another case or with accents is there.

    Raises NotFound if one of them is gone, and FollowupError where there is no tag to give or take.
    """
    adding = [text for one in add if (text := clean(one).strip().lstrip("#"))]
    removing = {fold(text) for one in remove if (text := clean(one).strip().lstrip("#"))}
    if not adding and not removing:
        raise FollowupError("No tag was given; type some words, with a - before those to take away.")
    people = _people(desk, contact_ids)
    now = desk.clock.stamp()
    changed = [
        msgspec.structs.replace(person, tags=tags, updated_at=now)
        for person in people
        if (tags := _tags(person.tags, adding, removing)) != person.tags
    ]
    words = " ".join([f"#{text}" for text in adding] + [f"-#{text}" for text in sorted(removing)])
    return desk.change(f"Tagged {names(people)} {words}", put=changed)


def _tags(tags: Sequence[str], adding: Sequence[str], removing: set[str]) -> tuple[str, ...]:
    kept = [text for text in tags if fold(text) not in removing]
    there = {fold(text) for text in kept}
    for text in adding:
        if fold(text) not in there:
            there.add(fold(text))
            kept.append(text)
    return tuple(kept)


def running(desk: Desk, contact_id: str) -> tuple[Opportunity, ...]:
    """The opportunities that a person belongs to and that are not closed."""
    return tuple(one for one in opportunities_of(desk, contact_id) if one.stage != "closed")


def people_about(desk: Desk, opportunity_id: str | None, contact_id: str | None) -> tuple[Contact, ...]:
    """Whom something about an opportunity and a contact may be with, the contact first; those unknown left out."""
    opportunity = desk.find(Opportunity, opportunity_id)
    ids = dict.fromkeys((contact_id, *(opportunity.contact_ids if opportunity else ())))
    return tuple(person for one in ids if (person := desk.find(Contact, one)) is not None)


def names(people: Sequence[Contact]) -> str:
    """One by name, several by their number."""
    return people[0].name if len(people) == 1 else f"{len(people)} people"


def _people(desk: Desk, contact_ids: Sequence[str]) -> list[Contact]:
    if not contact_ids:
        raise FollowupError("Nobody is marked; mark the people it is about first.")
    return [desk.get(Contact, contact_id) for contact_id in dict.fromkeys(contact_ids)]
