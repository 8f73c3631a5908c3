"""Contacts that are one person: how that is seen, and what the one contact is that they make together.

The same by any e-mail address (case-folded), by the LinkedIn address, or by folded name and company. Where a company is
missing on both sides, only if their addresses do not contradict it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec import UNSET, UnsetType

from followup_tui.domain.records import Contact
from followup_tui.domain.text import fold

SCALARS: Final = (
    "company",
    "title",
    "role",
    "email",
    "phone",
    "linkedin",
    "timezone",
    "preferred_channel",
    "linkedin_connected_at",
    "keep_in_touch_days",
    "keep_in_touch_since",
)
"""The fields that hold one value: what is there stays, what is empty is filled."""

_EMPTY_ROLE = "other"
# With one of these behind the host, a LinkedIn address is of no person, and many people may have it.
_PAGES_OF_NOBODY: Final = frozenset(
    {"company", "school", "showcase", "edu", "jobs", "job", "groups", "events", "feed", "posts", "pulse", "learning"}
)


class Group(NamedTuple):
    """Contacts that are likely one person, in the order given, and by what that was seen: `e-mail ana@x.org`."""

    contacts: tuple[Contact, ...]
    reason: str


def addresses(contact: Contact) -> frozenset[str]:
    """A contact's e-mail addresses as they are compared."""
    return frozenset(address.strip().casefold() for address in (contact.email or "", *contact.other_emails)) - {""}


@lru_cache(maxsize=64)  # of one person it is asked several times in a row
def linkedin_key(address: str | None) -> str:
    """A LinkedIn address as it is compared: `linkedin.com/in/ana-ruiz`, however it was written.

    Empty for none, and for that of a company, an advertisement or whatever else is no person.
    """
    text = (address or "").strip()
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
    except ValueError:
        return text.casefold()
    host = parts.netloc.casefold()
    if host.endswith(".linkedin.com"):
        host = "linkedin.com"  # www, or a country's
    if host == "linkedin.com" and parts.path.strip("/").partition("/")[0].casefold() in _PAGES_OF_NOBODY:
        return ""
    return (host + unquote(parts.path).rstrip("/")).casefold()


def groups(contacts: Iterable[Contact]) -> list[Group]:
    """The contacts that are likely the same, each in one group at most; those first that share an address."""
    everybody = list(contacts)
    joined: dict[str, Group] = {}
    for signs in (_by_email, _by_linkedin, _by_name):
        for sign, members in _shared(everybody, signs).items():
            _join(joined, members, sign)
    found = {id(group): group for group in joined.values()}
    order = {contact.id: number for number, contact in enumerate(everybody)}
    return [
        Group(tuple(sorted(group.contacts, key=lambda contact: order[contact.id])), group.reason)
        for group in found.values()
    ]


def _join(joined: dict[str, Group], members: Sequence[Contact], reason: str) -> None:
    """Make one group of `members` and of all that they are in a group with already; its first reason stays."""
    touched = {id(group): group for contact in members if (group := joined.get(contact.id))}
    people = {contact.id: contact for group in touched.values() for contact in group.contacts}
    people.update((contact.id, contact) for contact in members)
    first = next(iter(touched.values()), None)
    group = Group(tuple(people.values()), first.reason if first else reason)
    joined.update(dict.fromkeys(people, group))


def _shared(contacts: Iterable[Contact], signs: Callable[[Contact], Iterator[str]]) -> dict[str, list[Contact]]:
    """By each sign that several have: who has it."""
    by_sign: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        for sign in signs(contact):
            by_sign[sign].append(contact)
    return {sign: members for sign, members in by_sign.items() if len(members) > 1 and _agree(sign, members)}


def _by_email(contact: Contact) -> Iterator[str]:
    for address in addresses(contact):
        yield f"e-mail {address}"


def _by_linkedin(contact: Contact) -> Iterator[str]:
    key = linkedin_key(contact.linkedin)
    if key:
        yield f"LinkedIn {key}"


_NAMELESS_COMPANY = "name, no company: "


def _by_name(contact: Contact) -> Iterator[str]:
    name, company = fold(contact.name), fold(contact.company or "")
    yield f"name and company: {name}, {company}" if company else f"{_NAMELESS_COMPANY}{name}"


def _agree(sign: str, members: Sequence[Contact]) -> bool:
    """Without a company on either side, a name is only enough where no address differs."""
    if not sign.startswith(_NAMELESS_COMPANY):
        return True
    emails = {addresses(contact) for contact in members} - {frozenset()}
    pages = {linkedin_key(contact.linkedin) for contact in members} - {""}
    return len(emails) <= 1 and len(pages) <= 1


def is_empty(name: str, value: object) -> bool:
    """Whether a field of a contact says nothing: the role `other` is what a contact has without any."""
    return value in (None, "") or (name == "role" and value == _EMPTY_ROLE)


def combined(kept: Contact, others: Sequence[Contact]) -> Contact:
    """The contact that `kept` becomes when `others` are found to be the same person.

    What is empty is filled from the first that has it, what is there stays. Addresses, numbers and tags are united,
    each once; notes are appended once. Who is to be kept in touch with stays so.
    """
    everybody = (kept, *others)
    filled = {name: _first(name, everybody) for name in SCALARS}
    return msgspec.structs.replace(
        kept,
        **filled,
        other_emails=_others(everybody, filled["email"], lambda one: (one.email, *one.other_emails), str.casefold),
        other_phones=_others(everybody, filled["phone"], lambda one: (one.phone, *one.other_phones), _digits),
        keep_in_touch=any(contact.keep_in_touch for contact in everybody),
        tags=united((tag for contact in everybody for tag in contact.tags), fold),
        notes=appended(contact.notes for contact in everybody),
        unknown=_unknown(everybody),
    )


def _first(name: str, contacts: Iterable[Contact]) -> Any:
    values = [getattr(contact, name) for contact in contacts]
    return next((value for value in values if not is_empty(name, value)), values[0])


def _others(
    contacts: Iterable[Contact],
    first: str | None,
    of: Callable[[Contact], Iterable[str | None]],
    key: Callable[[str], str],
) -> tuple[str, ...]:
    """All addresses or numbers but the first, which has a field of its own."""
    every = united((text for contact in contacts for text in of(contact) if text), key)
    return tuple(text for text in every if first is None or key(text) != key(first))


def united(texts: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """Each text once, as it was written first."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(key(text), text)
    return tuple(found.values())


def _digits(number: str) -> str:
    """A phone number as it is compared; one without any digit as it is written."""
    return "".join(letter for letter in number if letter.isdigit()) or number


def appended(every: Iterable[str]) -> str:
    """Notes one below the other, each line once; the first stay as they are."""
    notes = ""
    for one in every:
        if not notes.strip():
            notes = one if one.strip() else ""
            continue
        lines = one.splitlines()
        # Notes grow long where many rows of a table are about one: they are taken apart only for what stands in them.
        is_there = any(line.strip() and line.strip() in notes for line in lines)
        there = {line.strip() for line in notes.splitlines()} if is_there else frozenset[str]()
        new = [line for line in lines if not line.strip() or line.strip() not in there]
        addition = "\n".join(new).strip()
        if addition:
            notes = f"{notes.rstrip()}\n\n{addition}"
    return notes


def _unknown(contacts: Iterable[Contact]) -> dict[str, Any] | UnsetType:
    """What a newer version wrote is kept too."""
    found: dict[str, Any] = {}
    for contact in contacts:
        if not isinstance(contact.unknown, UnsetType):
            found = contact.unknown | found
    return found or UNSET
