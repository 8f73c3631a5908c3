"""People named in a form: who of the book is meant, and who is new."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.pipeline import Person, find_or_make
from followup_tui.domain.records import Contact, ContactRole
from followup_tui.domain.text import fold


def meant(
    desk: Desk, people: Sequence[Person], here: Sequence[Contact], company: str, *, usual: ContactRole = "other"
) -> tuple[tuple[str, ...], list[Contact]]:
    """The ids of who was named, and the contacts that are new or were told something: a role, an address.

    Those who are `here` already are meant first, by their names, then whoever the book knows, then someone new. Who has
    no role gets the `usual` one.
    """
    by_name = {fold(contact.name): contact for contact in reversed(here)}
    ids: list[str] = []
    put: dict[str, Contact] = {}
    for person in people:
        contact = by_name.get(fold(person.name))
        if contact is None:
            (contact,), made = find_or_make(desk, [person], company)
            put |= {one.id: one for one in made}
        ids.append(contact.id)
        told = _told(contact, person, usual)
        if told != contact:
            put[contact.id] = msgspec.structs.replace(told, updated_at=desk.clock.stamp())
        by_name[fold(person.name)] = told
    return tuple(dict.fromkeys(ids)), list(put.values())


def _told(contact: Contact, person: Person, usual: ContactRole) -> Contact:
    """The contact with the role and the address that were said; an address never replaces one."""
    role = next((one for one in (person.role, contact.role) if one != "other"), usual)
    return msgspec.structs.replace(contact, role=role, email=contact.email or person.email)


class Recognised(NamedTuple):
    """Of the people that were named, those in the book with where they work, and those who would be new."""

    known: tuple[Contact, ...]
    new: tuple[str, ...]


def recognise(desk: Desk, people: Sequence[Person], company: str, here: Sequence[str] = ()) -> Recognised:
    """Who is meant by the names in a form, `here` being the ids of those who belong to it already."""
    by_name = {fold(contact.name): contact for contact in contacts_of(desk, here)}
    found: list[Contact] = []
    new: list[str] = []
    for person in people:
        contact = by_name.get(fold(person.name))
        if contact is None:
            (contact,), made = find_or_make(desk, [person], company)
            if made:
                new.append(person.name)
                continue
        found.append(contact)
    return Recognised(tuple(found), tuple(new))


def name_beginning(desk: Desk, text: str) -> str | None:
    """A contact's name that begins so, for completing it; accents and case aside."""
    wanted = fold(text)
    if not wanted:
        return None
    return next((one.name for one in desk.records(Contact).values() if fold(one.name).startswith(wanted)), None)


def contacts_of(desk: Desk, ids: Sequence[str]) -> list[Contact]:
    """The contacts with these ids that there are, in their order."""
    return [contact for one in ids if (contact := desk.find(Contact, one)) is not None]


def person_of(contact: Contact) -> Person:
    """A contact as a form names them."""
    return Person(contact.name, None, contact.role)
