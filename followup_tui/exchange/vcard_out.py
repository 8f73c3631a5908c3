"""Contacts as vCard 4 (RFC 6350), one card each."""

from collections.abc import Iterable, Iterator

from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact
from followup_tui.exchange.content_lines import content_lines, escaped, unbroken

PRODUCT = "-//followup-tui//EN"


def vcards(contacts: Iterable[Contact]) -> bytes:
    """The file: every contact's names, ways to reach them, tags and notes, in the order given."""
    return content_lines(line for contact in contacts for line in _card(contact))


def _card(contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    yield f"UID;VALUE=text:{escaped(contact.id)}"
    yield f"FN:{escaped(contact.name)}"
    # Which part of a name is the family's, a name does not tell; many programs show nothing without this line.
    yield f"N:;{escaped(contact.name)};;;"
    yield from _texts("ORG", contact.company)
    yield from _texts("TITLE", contact.title)
    if contact.role != "other":
        yield f"ROLE:{escaped(contact.role.replace('_', ' '))}"
    yield from _ways("EMAIL", contact.email, contact.other_emails)
    yield from _ways("TEL", contact.phone, contact.other_phones)
    if contact.linkedin:
        yield f"URL:{unbroken(contact.linkedin)}"
    yield from _texts("TZ", contact.timezone)
    if contact.tags:
        yield "CATEGORIES:" + ",".join(map(escaped, contact.tags))
    yield from _texts("NOTE", contact.notes)
    yield f"REV:{instant(contact.updated_at):%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _texts(name: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{name}:{escaped(text)}"


def _ways(name: str, first: str | None, others: Iterable[str]) -> Iterator[str]:
    """Addresses or numbers, the one that is used marked as preferred."""
    if first:
        yield f"{name};PREF=1:{escaped(first)}"
    for other in others:
        yield f"{name}:{escaped(other)}"
