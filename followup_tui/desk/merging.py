"""Contacts that are one person become one contact, with all that names them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import msgspec

from followup_tui.desk.deleting import counted
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import parse_date
from followup_tui.domain.phrases import date_words
from followup_tui.domain.records import Contact, Decision, Draft, Interview, Opportunity, Record, Reminder, Touchpoint
from followup_tui.domain.sameness import SCALARS, Group, combined, groups, is_empty
from followup_tui.store.changes import ChangeSet

Named = TypeVar("Named", Touchpoint, Draft, Reminder)
Words = Callable[[str, object], str]
"""Says the value of the field of this name."""

_MOMENTS = ("linkedin_connected_at", "keep_in_touch_since")
_CODES = ("role", "preferred_channel")
_UNITED = ("other_emails", "other_phones", "tags")


class Kept(NamedTuple):
    """One field of a merged contact: what it will say, what of that is new to it, and what is left out."""

    name: str
    value: str
    is_new: bool
    left_out: tuple[str, ...]


class Preview(NamedTuple):
    """What merging `others` into `kept` would make, field by field; `moved` says in words what will name `kept` too."""

    kept: Contact
    others: tuple[Contact, ...]
    fields: tuple[Kept, ...]
    moved: str


def likely(desk: Desk) -> list[Group]:
    """All contacts of the book that are likely the same person."""
    return groups(desk.records(Contact).values())


def likely_of(desk: Desk, contact_id: str) -> Group | None:
    """Who is likely the same person as this contact, the contact first; None if nobody is."""
    for group in likely(desk):
        if any(contact.id == contact_id for contact in group.contacts):
            return Group(tuple(sorted(group.contacts, key=lambda one: one.id != contact_id)), group.reason)
    return None


def best_known(desk: Desk, contact_ids: Sequence[str]) -> str:
    """Which of the contacts to keep, if nobody says: the one with most touchpoints and opportunities, else the first.

    Raises FollowupError for fewer than two contacts.
    """
    _at_least_two(contact_ids)
    facts = desk.facts
    return max(
        contact_ids,
        key=lambda one: len(facts.touchpoints_of_contact.of(one)) + len(facts.opportunities_of_contact.of(one)),
    )


def preview(desk: Desk, contact_ids: Sequence[str], kept_id: str) -> Preview:
    """What merging these contacts into `kept_id`, one of them, would make. Raises as `merge` does."""
    kept, others = _people(desk, contact_ids, kept_id)
    moved = counted(_renamed(desk, kept_id, {other.id for other in others}))
    fields = _fields(kept, others, combined(kept, others), _in_words(desk.clock.now()))
    return Preview(kept, others, tuple(fields), moved)


def merge(desk: Desk, contact_ids: Sequence[str], kept_id: str) -> ChangeSet:
    """Make one contact of several, as one step: the others are gone, and whatever named them names `kept_id`.

    Raises NotFound if one of them is gone, and FollowupError for fewer than two.
    """
    kept, others = _people(desk, contact_ids, kept_id)
    merged = msgspec.structs.replace(combined(kept, others), updated_at=desk.clock.stamp())
    gone = {other.id for other in others}
    names = ", ".join(dict.fromkeys(other.name for other in others))
    return desk.change(
        f"Merged {names} into {kept.name}", put=[merged, *_renamed(desk, kept_id, gone)], delete=sorted(gone)
    )


def _at_least_two(contact_ids: Sequence[str]) -> None:
    if len(set(contact_ids)) < 2:  # noqa: PLR2004 - that is what merging is
        raise FollowupError("Merging takes two contacts or more; mark them first.")


def _people(desk: Desk, contact_ids: Sequence[str], kept_id: str) -> tuple[Contact, tuple[Contact, ...]]:
    _at_least_two(contact_ids)
    people = [desk.get(Contact, contact_id) for contact_id in dict.fromkeys(contact_ids)]
    return desk.get(Contact, kept_id), tuple(person for person in people if person.id != kept_id)


# What it says


def _fields(kept: Contact, others: Sequence[Contact], merged: Contact, words: Words) -> Iterator[Kept]:
    yield _scalar("name", kept, others, merged, words)
    for name in SCALARS:
        yield _scalar(name, kept, others, merged, words)
    for name in _UNITED:
        values = getattr(merged, name)
        yield Kept(name, ", ".join(values), values != getattr(kept, name), ())
    yield Kept("keep_in_touch", "yes" if merged.keep_in_touch else "", merged.keep_in_touch != kept.keep_in_touch, ())
    yield Kept("notes", merged.notes, merged.notes != kept.notes, ())


def _scalar(name: str, kept: Contact, others: Sequence[Contact], merged: Contact, words: Words) -> Kept:
    value = getattr(merged, name)
    values = (getattr(other, name) for other in others)
    elsewhere = {words(name, other) for other in values if not is_empty(name, other)} - {words(name, value)}
    if name in ("email", "phone"):
        elsewhere = set()  # none is left out: it is one of the other addresses, the other numbers
    return Kept(
        name,
        "" if is_empty(name, value) else words(name, value),
        value != getattr(kept, name),
        tuple(sorted(elsewhere)),
    )


def _in_words(now: datetime) -> Words:
    """What says a field's value as it is said elsewhere: a moment as its date, a role without its underscore."""

    def words(name: str, value: object) -> str:
        if value is None:
            return ""
        if name in _MOMENTS:
            return date_words(instant(str(value)).astimezone(now.tzinfo), now)
        return str(value).replace("_", " ") if name in _CODES else str(value)

    return words


# What names them


def _renamed(desk: Desk, kept_id: str, gone: set[str]) -> list[Record]:
    """Every record that names one of `gone`, naming `kept_id` in its place."""
    now = desk.clock.stamp()
    return [
        *_opportunities(desk, kept_id, gone, now),
        *_interviews(desk, kept_id, gone, now),
        *_named(desk, Touchpoint, kept_id, gone),
        *(_with_key(draft, kept_id, gone, desk) for draft in _drafts(desk, kept_id, gone)),
        *_named(desk, Reminder, kept_id, gone),
        *_decisions(desk, kept_id, gone),
    ]


def _ids(contact_ids: Sequence[str], kept_id: str, gone: set[str]) -> tuple[str, ...]:
    """The ids with the kept one in the place of the first that is gone, each once."""
    return tuple(dict.fromkeys(kept_id if one in gone else one for one in contact_ids))


def _opportunities(desk: Desk, kept_id: str, gone: set[str], now: str) -> Iterator[Opportunity]:
    for opportunity in desk.records(Opportunity).values():
        primary = opportunity.primary_contact_id
        if primary in gone or not gone.isdisjoint(opportunity.contact_ids):
            yield msgspec.structs.replace(
                opportunity,
                primary_contact_id=kept_id if primary in gone else primary,
                contact_ids=_ids(opportunity.contact_ids, kept_id, gone),
                updated_at=now,
            )


def _interviews(desk: Desk, kept_id: str, gone: set[str], now: str) -> Iterator[Interview]:
    for interview in desk.records(Interview).values():
        promised = any(promise.contact_id in gone for promise in interview.promises)
        if promised or not gone.isdisjoint(interview.contact_ids):
            promises = tuple(
                msgspec.structs.replace(promise, contact_id=kept_id) if promise.contact_id in gone else promise
                for promise in interview.promises
            )
            yield msgspec.structs.replace(
                interview, contact_ids=_ids(interview.contact_ids, kept_id, gone), promises=promises, updated_at=now
            )


def _named(desk: Desk, kind: type[Named], kept_id: str, gone: set[str]) -> Iterator[Named]:
    for record in desk.records(kind).values():
        if record.contact_id in gone:
            yield msgspec.structs.replace(record, contact_id=kept_id)


def _drafts(desk: Desk, kept_id: str, gone: set[str]) -> Iterator[Draft]:
    """The drafts to one of `gone`, and those whose follow-up's key names one."""
    for draft in desk.records(Draft).values():
        if draft.contact_id in gone:
            yield msgspec.structs.replace(draft, contact_id=kept_id)
        elif draft.follow_up_key and renamed_key(draft.follow_up_key, kept_id, gone, desk.records(Interview)):
            yield draft


def _with_key(draft: Draft, kept_id: str, gone: set[str], desk: Desk) -> Draft:
    key = renamed_key(draft.follow_up_key or "", kept_id, gone, desk.records(Interview))
    return msgspec.structs.replace(draft, follow_up_key=key) if key else draft


def _decisions(desk: Desk, kept_id: str, gone: set[str]) -> Iterator[Decision]:
    for decision in desk.records(Decision).values():
        key = renamed_key(decision.key, kept_id, gone, desk.records(Interview))
        if key is not None:
            yield msgspec.structs.replace(decision, key=key)


def renamed_key(key: str, kept_id: str, gone: set[str], interviews: Mapping[str, Any]) -> str | None:
    """A follow-up's key that names one of `gone`, naming `kept_id`; None if it names none of them.

    Ids may be anything, colons included; so a key is read by the rule that makes it (R1, R9, R11).
    """
    kind, _, rest = key.partition(":")
    if kind == "connect":
        return f"connect:{kept_id}" if rest in gone else None
    if kind == "keep_in_touch":
        contact_id, _, day = rest.rpartition(":")
        return f"keep_in_touch:{kept_id}:{day}" if contact_id in gone and _is_date(day) else None
    if kind == "thank_you":
        for contact_id in gone:
            interview_id = rest.removesuffix(f":{contact_id}")
            if interview_id != rest and (interview_id in interviews or ":" not in interview_id):
                return f"thank_you:{interview_id}:{kept_id}"
    return None


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
