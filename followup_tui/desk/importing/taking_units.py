"""Each kind of unit and how it is taken into the book: who adds a kind of unit adds it here."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Final

import msgspec

from followup_tui.desk.importing.interviews import Interviews
from followup_tui.desk.importing.messages import Messages
from followup_tui.desk.importing.opportunities import Opportunities
from followup_tui.desk.importing.people import People, called
from followup_tui.desk.importing.taking import Taking
from followup_tui.desk.importing.ties import Ties
from followup_tui.domain.records import Contact, Opportunity, Record
from followup_tui.domain.text import fold
from followup_tui.exchange.found import (
    FoundInterview,
    FoundMessage,
    FoundOpportunity,
    FoundPerson,
    Passed,
    Remark,
    Unit,
    Unreadable,
)

_NAMELESS = "has neither a name nor an address"
_HALF = "has no company or no role"
_DIGEST_BYTES: Final = 12


class Taker:
    """Takes units one after another."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self.people = People(taking)
        self.opportunities = Opportunities(taking, self.people)
        ties = Ties(taking)
        self.interviews = Interviews(taking, self.people, self.opportunities, ties)
        self.messages = Messages(taking, self.people, ties)

    def take(self, unit: Unit) -> bool:
        """Take one unit; whether it was a whole one."""
        said = self.taking.said
        match unit:
            case FoundPerson():
                if not called(unit.person):
                    said.unreadable.append(Unreadable(where=unit.where, reason=_NAMELESS))
                    return False
                self._once(unit, Contact.table, lambda: self._person(unit))
            case FoundOpportunity():
                if not (unit.company.strip() and unit.role.strip()):
                    said.unreadable.append(Unreadable(where=unit.where, reason=_HALF))
                    return False
                self._once(unit, Opportunity.table, lambda: self.opportunities.take(unit))
            case FoundInterview():
                self.interviews.take(unit)
            case FoundMessage():
                self.messages.take(unit)
            case Passed():
                said.remarks.append(Remark(where=unit.where, text=unit.text))
            case Unreadable():
                said.unreadable.append(unit)
                return False
            case Remark():
                said.remarks.append(unit)
                return False
        return True

    def _person(self, unit: FoundPerson) -> Contact:
        """The contact that somebody is; an address that is another's by name makes them that one, and is said."""
        contact, name = self.people.take(unit.where, unit.person), called(unit.person)
        words, known = set(fold(name).split()), set(fold(contact.name).split())
        if words.isdisjoint(known) and "@" not in f"{name}{contact.name}":
            text = f"{name} has an address of {contact.name} and was taken for the same person, under that name"
            self.taking.remark(unit.where, text)
        return contact

    def take_again(self, units: Iterable[Unit]) -> None:
        """Take the messages among units that were read once more."""
        for unit in units:
            if isinstance(unit, FoundMessage):
                self.messages.take(unit)

    def _once(self, unit: FoundPerson | FoundOpportunity, table: str, take: Callable[[], Record]) -> None:
        """Take what a unit says, unless it was taken before and what it became is still in the book."""
        values = [getattr(unit, one.name) for one in fields(unit) if one.name != "where"]
        digest = hashlib.blake2b(msgspec.json.encode([table, values]), digest_size=_DIGEST_BYTES).hexdigest()
        if not self.taking.was_taken(digest, table):
            self.taking.taken[digest] = take().id
