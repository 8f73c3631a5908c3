"""Messages become touchpoints of whom they are from or to; whoever is not in the book is proposed as a contact.

A message is taken once for each person, whatever file it comes in: by its id, or, where the user has logged it before,
by what it says. One whose people only come in behind it is taken then: the same files read again would bring it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

import msgspec

from followup_tui.desk.importing.people import People, called
from followup_tui.desk.importing.strangers import Notice
from followup_tui.desk.importing.taking import Taking
from followup_tui.desk.importing.ties import Ties, is_employers
from followup_tui.domain.companies import company_of_host, is_host_of
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import parse_instant
from followup_tui.domain.letters_seen import asks_how_it_stands, asks_something, is_reply, thanks_for_meeting
from followup_tui.domain.records import Contact, Interview, Opportunity, Touchpoint, TouchpointKind
from followup_tui.domain.text import clean, fold
from followup_tui.exchange.addresses import host_of
from followup_tui.exchange.found import FoundMessage, Person, Where

_THANKED_WITHIN: Final = timedelta(days=7)
_ASKED_WITHIN: Final = timedelta(days=14)
_LOGGED_WITHIN: Final = timedelta(days=3)
_MOST_STRANGERS = 5
_LONG_ENOUGH = 40


class Messages:
    """The touchpoints of a taking, by the ids of their messages and by their people."""

    def __init__(self, taking: Taking, people: People, ties: Ties) -> None:
        self._taking = taking
        self._people = people
        self._ties = ties
        self._of_message: defaultdict[str, dict[str | None, str]] = defaultdict(dict)
        """By a message's id: its touchpoints, by contact."""
        self._of_contact: defaultdict[str, list[str]] = defaultdict(list)
        self._unmarked: defaultdict[str, list[str]] = defaultdict(list)
        """Touchpoints by contact that nobody knows the message of."""
        for touchpoint in taking.records(Touchpoint):
            self._know(touchpoint)

    def _know(self, touchpoint: Touchpoint) -> None:
        if touchpoint.message_id:
            self._of_message[touchpoint.message_id][touchpoint.contact_id] = touchpoint.id
        if touchpoint.contact_id:
            self._of_contact[touchpoint.contact_id].append(touchpoint.id)
            if touchpoint.message_id is None:
                self._unmarked[touchpoint.contact_id].append(touchpoint.id)

    def take(self, found: FoundMessage) -> None:
        """Take a message: one touchpoint for each of its people who is in the book, or is wanted there."""
        people = [(person, self._contact(person, found)) for person in found.others]
        contacts = {contact.id: contact for _, contact in people if contact is not None}
        is_taken = bool(contacts) or self._take_without_contact(found)
        if strangers := [person for person, contact in people if contact is None]:
            self._taking.strangers.add(found, strangers, left_out=not is_taken)
        for contact in contacts.values():
            self._take_of(contact, found)

    def _take_without_contact(self, found: FoundMessage) -> bool:
        """A program's message is kept if it names one of the companies; others are of nobody's concern."""
        if found.message_id in self._of_message:
            self._taking.left[Touchpoint.table] += 1
            return True
        notice = Notice.of(found)
        opportunity = self._concerned(notice) if notice is not None else None
        if opportunity is not None:
            self._add(found, None, opportunity.id, "notice", None)
        return opportunity is not None

    def _concerned(self, notice: Notice) -> Opportunity | None:
        """The opportunity that a program writes about, as to the company that it names."""
        return self._ties.of_company(notice.said, notice.at)

    def late(self) -> frozenset[Where]:
        """Where the messages stand that were left out, and would not be now; they are to be taken again."""
        return self._taking.strangers.known_by_now(
            lambda person: self._known(person)[0] is not None, lambda notice: self._concerned(notice) is not None
        )

    # Whom it is from or to

    def _contact(self, person: Person, found: FoundMessage) -> Contact | None:
        """The contact that somebody is, with what the book did not have; None for a stranger who is not wanted."""
        known, company = self._known(person)
        if known is None and not self._is_wanted(person, found):
            return None
        if known is not None and not _tells(person, known):
            return known
        return self._people.take(found.where, person, company)

    def _known(self, person: Person) -> tuple[Contact | None, str | None]:
        """The contact that somebody is; and where they work, as far as that was needed to tell."""
        by_address = (self._people.of_address(address) for address in person.emails)
        known = next((contact for contact in by_address if contact is not None), None)
        company = None if known is not None else self._company(person)
        return known or self._people.known(person, company), company

    def _is_wanted(self, person: Person, found: FoundMessage) -> bool:
        """Whether a stranger is to be a contact: whoever wrote, or was written to, as one person to another."""
        if not called(person) or found.automatic or found.in_bulk or len(found.others) > _MOST_STRANGERS:
            return False
        address = next(iter((*person.emails, person.linkedin or "", person.name)), "")
        did = "you wrote to them" if found.outgoing else "they wrote"
        said = f", “{found.subject[:60]}”" if found.subject.strip() else ""
        at = parse_instant(found.at)
        text = f"{person.name} <{address}>: {did} on {at.day} {at:%b %Y}{said}; a contact?"
        return self._taking.asks(f"contact|{address.casefold()}", found.where, text, otherwise=True)

    def _company(self, person: Person) -> str | None:
        """Where somebody works, by their host; as the book calls it, if it knows somebody of that name there."""
        host = host_of(person.emails[0]) if person.emails else ""
        if not is_employers(host):
            return None
        for contact in self._people.namesakes(person.name):
            if contact.email is None and contact.company and is_host_of(contact.company, host):
                return contact.company
        return company_of_host(host)

    # What becomes of it

    def _take_of(self, contact: Contact, found: FoundMessage) -> None:
        if found.message_id and contact.id in self._of_message.get(found.message_id, ()):
            self._taking.left[Touchpoint.table] += 1
            return
        if (notice := self._of_nobody(found)) is not None:
            self._know(self._taking.change(notice, msgspec.structs.replace(notice, contact_id=contact.id)))
            return
        logged = self._logged(contact, found)
        if logged is not None:
            marked = msgspec.structs.replace(logged, message_id=found.message_id)
            self._know(self._taking.change(logged, marked))
            return
        answered = self._answered(contact, found)
        opportunity_id = self._opportunity_id(contact, found, answered)
        thanked = self._thanked(contact, found, opportunity_id)
        if thanked is not None:
            self._add(found, contact, thanked.opportunity_id, "thank_you", thanked.id)
        else:
            self._add(found, contact, opportunity_id, self._kind(contact, found, answered), None)

    def _of_nobody(self, found: FoundMessage) -> Touchpoint | None:
        """The touchpoint of the same message that has no contact, since its sender was not known then."""
        touchpoint = self._taking.get(self._of_message.get(found.message_id or "", {}).pop(None, ""))
        return touchpoint if isinstance(touchpoint, Touchpoint) else None

    def _add(
        self,
        found: FoundMessage,
        contact: Contact | None,
        opportunity_id: str | None,
        kind: TouchpointKind,
        interview_id: str | None,
    ) -> None:
        at = parse_instant(found.at)
        recent = self._taking.picture.now - at <= _ASKED_WITHIN
        touchpoint = Touchpoint(
            id=self._taking.new_id("tch"),
            at=found.at,
            direction="out" if found.outgoing else "in",
            channel=found.channel,
            kind=kind,
            contact_id=contact.id if contact is not None else None,
            opportunity_id=opportunity_id,
            interview_id=interview_id,
            subject=clean(found.subject),
            body=clean(found.body),
            needs_reply=not found.outgoing and kind != "notice" and recent and asks_something(found.body),
            message_id=found.message_id,
            created_at=self._taking.picture.stamp,
        )
        self._know(self._taking.add(touchpoint))

    def _logged(self, contact: Contact, found: FoundMessage) -> Touchpoint | None:
        """The same message as the user logged it, or as it was marked as sent here."""
        said = _squeezed(found.body) if contact.id in self._unmarked else ""
        for touchpoint in self._found(self._unmarked.get(contact.id, ())):
            logged = _squeezed(touchpoint.body)
            if (
                touchpoint.message_id is None
                and touchpoint.direction == ("out" if found.outgoing else "in")
                and logged
                and (logged == said or (len(logged) >= _LONG_ENOUGH and logged in said))
                and abs(instant(touchpoint.at) - parse_instant(found.at)) <= _LOGGED_WITHIN
            ):
                return touchpoint
        return None

    def _touchpoints(self, contact: Contact) -> list[Touchpoint]:
        return self._found(self._of_contact.get(contact.id, ()))

    def _found(self, ids: Iterable[str]) -> list[Touchpoint]:
        found = (self._taking.get(one) for one in ids)
        return [one for one in found if isinstance(one, Touchpoint)]

    def _answered(self, contact: Contact, found: FoundMessage) -> Touchpoint | None:
        """The message of the book that it answers."""
        for message_id in reversed(found.answers):
            ids = self._of_message.get(message_id, {})
            answered = self._taking.get(ids.get(contact.id) or next(iter(ids.values()), ""))
            if isinstance(answered, Touchpoint):
                return answered
        return None

    def _opportunity_id(self, contact: Contact, found: FoundMessage, answered: Touchpoint | None) -> str | None:
        """That of the message it answers, else the contact's only one; of several, the one its subject names."""
        if answered is not None and answered.opportunity_id is not None:
            return answered.opportunity_id
        running = self._ties.running_of(contact.id)
        if len(running) == 1:
            return running[0].id
        named = self._ties.of_company(found.subject, parse_instant(found.at))
        return named.id if named is not None and named.id in {one.id for one in running} else None

    def _kind(self, contact: Contact, found: FoundMessage, answered: Touchpoint | None) -> TouchpointKind:
        if found.automatic:
            return "notice"
        if found.outgoing and asks_how_it_stands(found.subject, found.body) and self._may_ask(contact, found):
            return "status_check"
        towards = "in" if found.outgoing else "out"
        if is_reply(found.subject) or found.answers or (answered is not None and answered.direction == towards):
            return "reply"
        return "other"

    def _may_ask(self, contact: Contact, found: FoundMessage) -> bool:
        """Whether there is something of which one may ask how it stands: an interview that is over, or an answer."""
        at = parse_instant(found.at)
        heard = any(one.direction == "in" and instant(one.at) < at for one in self._touchpoints(contact))
        return heard or any(_end(one) <= at for one in self._interviews(contact))

    def _thanked(self, contact: Contact, found: FoundMessage, opportunity_id: str | None) -> Interview | None:
        """The interview that a letter thanks for: the last that was over then, if not long, and not thanked for yet."""
        if not found.outgoing or found.automatic:
            return None
        at = parse_instant(found.at)
        over = [one for one in self._interviews(contact) if _end(one) <= at <= _end(one) + _THANKED_WITHIN]
        last = max(over, key=lambda one: (one.opportunity_id == opportunity_id, _end(one)), default=None)
        if last is None or not thanks_for_meeting(found.subject, found.body):
            return None
        thanked = {one.interview_id for one in self._touchpoints(contact) if one.kind == "thank_you"}
        return None if last.id in thanked else last

    def _interviews(self, contact: Contact) -> list[Interview]:
        return [interview for interview in self._ties.interviews_with(contact.id) if interview.status != "cancelled"]


def _end(interview: Interview) -> datetime:
    return instant(interview.starts_at) + timedelta(minutes=interview.duration_min)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _tells(person: Person, known: Contact) -> bool:
    """Whether a message tells something of a contact that the book does not know: an address, a page."""
    return not {fold(one) for one in person.emails} <= {
        fold(one) for one in (known.email or "", *known.other_emails)
    } or bool(person.linkedin and not known.linkedin)
