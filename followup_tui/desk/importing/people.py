"""People from files become contacts: the same one by e-mail, else by LinkedIn address, else by name and company."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from followup_tui.desk.importing.taking import Taking
from followup_tui.domain.records import Contact
from followup_tui.domain.sameness import addresses, combined, linkedin_key
from followup_tui.domain.text import clean, fold
from followup_tui.exchange.found import Person, Where

# Of more that are called the same in one company nobody can tell which is meant; a table of tens of thousands is none.
_MOST_NAMESAKES: Final = 50
_MOST_ASKED: Final = 5


class People:
    """The contacts of a taking, by all that they are known by."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._by_email: dict[str, str] = {}
        self._by_linkedin: dict[str, str] = {}
        self._by_name: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._by_whole_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for contact in taking.records(Contact):
            self._know(contact)

    def _know(self, contact: Contact) -> None:
        for address in addresses(contact):
            self._by_email.setdefault(address, contact.id)
        if page := linkedin_key(contact.linkedin):
            self._by_linkedin.setdefault(page, contact.id)
        self._by_name[_name_key(contact)][contact.id] = None
        self._by_whole_name[fold(contact.name)][contact.id] = None

    def of_address(self, address: str) -> Contact | None:
        """The contact with this e-mail address."""
        return self._contact(self._by_email.get(address.strip().casefold()))

    def _contact(self, contact_id: str | None) -> Contact | None:
        found = self._taking.get(contact_id) if contact_id else None
        return found if isinstance(found, Contact) else None

    def namesakes(self, name: str) -> Iterator[Contact]:
        """Everybody of that name, wherever they work."""
        for contact_id in self._by_whole_name.get(fold(name), ()):
            if (contact := self._contact(contact_id)) is not None:
                yield contact

    def known(self, person: Person, company: str | None = None) -> Contact | None:
        """The contact that a person is, without taking anything of them; `company` is theirs if they name none."""
        return self._same(self._contact_of(person, company, "", ""))

    def take(self, where: Where, person: Person, company: str | None = None, near: Iterable[str] = ()) -> Contact:
        """The contact that a person is, made or filled with what the book did not have.

        `company` is theirs if they name none. The person has a name or an address. Who is only named is the one of
        that name among `near`, the ids of those of whom the talk is, wherever they work.
        """
        found = self._contact_of(person, company, self._taking.new_id("con"), self._taking.picture.stamp)
        known = self._of_name(person, near) or self._same(found) or self._proposed(where, found)
        contact = self._taking.add(found) if known is None else self._taking.change(known, combined(known, [found]))
        self._know(contact)
        return contact

    def _same(self, found: Contact) -> Contact | None:
        for address in (found.email or "", *found.other_emails):
            if (known := self.of_address(address)) is not None:
                return known
        page = linkedin_key(found.linkedin)
        if page and page in self._by_linkedin:
            return self._contact(self._by_linkedin[page])
        return next((one for one in self._namesakes(found) if _agree(one, found)), None)

    def _of_name(self, person: Person, near: Iterable[str]) -> Contact | None:
        if person.emails or person.linkedin or person.company:
            return None
        name = fold(called(person))
        named = [
            one for contact_id in near if (one := self._contact(contact_id)) is not None and fold(one.name) == name
        ]
        return named[0] if len(named) == 1 else None

    def _proposed(self, where: Where, found: Contact) -> Contact | None:
        """A namesake of the same company with other addresses, if the user says that it is the same person."""
        if not found.company:
            return None
        for other in islice(self._namesakes(found), _MOST_ASKED):
            key = "|".join(("same", *_name_key(found), _address(other), _address(found)))
            text = f"{found.name}, {found.company}: {_address(found)} here, {_address(other)} before; the same person?"
            if self._taking.asks(key, where, text, otherwise=False):
                return other
        return None

    def _namesakes(self, found: Contact) -> Iterator[Contact]:
        for contact_id in islice(self._by_name.get(_name_key(found), ()), _MOST_NAMESAKES):
            contact = self._contact(contact_id)
            # Whose company became known meanwhile is no namesake without one any more.
            if contact is not None and _name_key(contact) == _name_key(found):
                yield contact

    @staticmethod
    def _contact_of(person: Person, company: str | None, contact_id: str, now: str) -> Contact:
        emails = [address for one in person.emails if (address := _text(one))]
        phones = [number for one in person.phones if (number := _text(one))]
        contact = Contact(
            id=contact_id,
            name=called(person),
            company=_text(person.company) or _text(company),
            title=_text(person.title),
            role=person.role,
            email=next(iter(emails), None),
            other_emails=tuple(emails[1:]),
            phone=next(iter(phones), None),
            other_phones=tuple(phones[1:]),
            linkedin=_text(person.linkedin),
            linkedin_connected_at=person.linkedin_connected_at,
            timezone=person.timezone,
            tags=tuple(filter(None, map(_text, person.tags))),
            notes=clean(person.notes).strip(),
            created_at=now,
            updated_at=now,
        )
        # What stands twice in one unit stands once in the book.
        return combined(contact, []) if len(emails) > 1 or len(phones) > 1 or person.tags else contact


def _text(text: str | None) -> str | None:
    """A text in one line, or None for an empty one."""
    return " ".join(clean(text or "").split()) or None


def called(person: Person) -> str:
    """What a person is called: their name, or what stands for it; empty if nothing does."""
    for text in (person.name, *person.emails, person.linkedin, *person.phones):
        if name := _text(text):
            return name
    return ""


def _name_key(contact: Contact) -> tuple[str, str]:
    return fold(contact.name), fold(contact.company or "")


def _agree(one: Contact, other: Contact) -> bool:
    """Whether no address of one contradicts those of the other."""
    emails, pages = (addresses(one), addresses(other)), (linkedin_key(one.linkedin), linkedin_key(other.linkedin))
    return (not all(emails) or not emails[0].isdisjoint(emails[1])) and (not all(pages) or pages[0] == pages[1])


def _address(contact: Contact) -> str:
    """What tells a contact from a namesake."""
    return contact.email or contact.linkedin or "no address"
