"""Invitations become interviews: what is told apart by a calendar's id is moved, cancelled or left as it is.

Of two words about one interview the one with the higher number holds, and at the same number the cancellation; so the
order in which they come in makes no difference. What the user wrote of an interview stays whatever comes.
"""

import dataclasses
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

import msgspec

from followup_tui.desk.importing.opportunities import NO_ROLE, Opportunities
from followup_tui.desk.importing.people import People
from followup_tui.desk.importing.taking import Taking
from followup_tui.desk.importing.ties import Ties, is_employers
from followup_tui.domain.companies import company_of_host, is_host_of, read_title
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import parse_instant
from followup_tui.domain.records import Contact, Interview, InterviewFormat, Opportunity
from followup_tui.domain.sameness import appended
from followup_tui.domain.text import clean
from followup_tui.exchange.addresses import host_of
from followup_tui.exchange.found import FoundInterview, FoundOpportunity, Person

_SAME_TIME: Final = timedelta(minutes=15)
_BEFORE_ANY: Final = ("lead", "applied")
# A guess at where it is held says nothing of these, which are what the user made of it.
_KEPT_FORMATS: Final[frozenset[InterviewFormat]] = frozenset({"panel", "task"})


class Interviews:
    """The interviews of a taking, by their calendar's ids."""

    def __init__(self, taking: Taking, people: People, opportunities: Opportunities, ties: Ties) -> None:
        self._taking = taking
        self._people = people
        self._opportunities = opportunities
        self._ties = ties
        self._by_uid = {one.calendar_uid: one.id for one in taking.records(Interview) if one.calendar_uid}

    def take(self, found: FoundInterview) -> Interview:
        """The interview that an invitation is for: made, moved, cancelled, or as it was."""
        known = self._known(found.uid)
        whole = self._known(found.series) if known is None and found.series else None
        if whole is not None and not _is_first(found, whole):
            self._taking.left[Interview.table] += 1
            self._taking.remark(found.where, "is another meeting of a series; only the first is taken")
            return whole
        if whole is not None:
            known, found = whole, dataclasses.replace(found, uid=whole.calendar_uid or found.uid)
        if known is not None:
            if _word(found.sequence, cancelled=found.cancelled) <= _word_of(known):
                self._taking.left[Interview.table] += 1
                return known
            opportunity = self._taking.get(known.opportunity_id)
            known_opportunity = opportunity if isinstance(opportunity, Opportunity) else None
            contact_ids = () if found.cancelled else self._contact_ids(found, known_opportunity)
            return self._update(known, found, contact_ids)
        interview = self._new(found)
        self._by_uid[found.uid] = interview.id
        return interview

    def _known(self, uid: str) -> Interview | None:
        known = self._taking.get(self._by_uid.get(uid, ""))
        return known if isinstance(known, Interview) else None

    # One that is known

    def _update(self, known: Interview, found: FoundInterview, contact_ids: tuple[str, ...]) -> Interview:
        changed = msgspec.structs.replace(known, calendar_uid=found.uid, calendar_sequence=found.sequence)
        if found.cancelled:
            status = known.status if known.status == "done" else "cancelled"
            return self._taking.change(known, msgspec.structs.replace(changed, status=status))
        self._tell_who_left(known, found, contact_ids)
        return self._taking.change(
            known,
            msgspec.structs.replace(
                changed,
                starts_at=found.starts_at or known.starts_at,
                duration_min=found.duration_min,
                format=known.format if known.format in _KEPT_FORMATS else found.format,
                contact_ids=tuple(dict.fromkeys((*known.contact_ids, *contact_ids))),
                notes=appended((known.notes, clean(found.notes))),
                status="done" if known.status == "done" else "scheduled",
            ),
        )

    def _tell_who_left(self, known: Interview, found: FoundInterview, contact_ids: Iterable[str]) -> None:
        left = [self._taking.get(one) for one in known.contact_ids if one not in set(contact_ids)]
        names = [one.name for one in left if isinstance(one, Contact) and one.email]
        if names and found.people:
            verb = "is" if len(names) == 1 else "are"
            text = f"{', '.join(names)} {verb} no longer invited but kept among its people; take them out there"
            self._taking.remark(found.where, text)

    # A new one

    def _new(self, found: FoundInterview) -> Interview:
        now = self._taking.picture.stamp
        at = parse_instant(found.starts_at or now)
        opportunity = self._opportunity(found, at)
        contact_ids = self._contact_ids(found, opportunity)
        self._join(opportunity, contact_ids)
        by_hand = None if found.cancelled else self._by_hand(opportunity, at, set(contact_ids))
        if opportunity.stage in _BEFORE_ANY and not found.cancelled:
            name = f"{opportunity.company}, {opportunity.role}"
            self._taking.remark(found.where, f"is an interview for {name}, which still stands in {opportunity.stage}")
        if by_hand is not None:
            return self._update(by_hand, found, contact_ids)
        if found.cancelled:
            self._taking.remark(found.where, "was called off before it was known; it is kept as cancelled")
        return self._taking.add(
            Interview(
                id=self._taking.new_id("int"),
                opportunity_id=opportunity.id,
                starts_at=found.starts_at or now,
                duration_min=found.duration_min,
                format=found.format,
                contact_ids=contact_ids,
                notes=clean(found.notes).strip(),
                status="cancelled" if found.cancelled else "scheduled",
                calendar_uid=found.uid,
                calendar_sequence=found.sequence,
                created_at=now,
                updated_at=now,
            )
        )

    def _by_hand(self, opportunity: Opportunity, at: datetime, contact_ids: set[str]) -> Interview | None:
        """The same interview as the user typed it, before the invitation came."""
        for one in self._ties.by_hand_of(opportunity):
            if (
                one.status != "cancelled"
                and abs(instant(one.starts_at) - at) <= _SAME_TIME
                and (not one.contact_ids or not contact_ids or not contact_ids.isdisjoint(one.contact_ids))
            ):
                return one
        return None

    def _opportunity(self, found: FoundInterview, at: datetime) -> Opportunity:
        """That of its people, else of the company in its title, else of whoever invited, by their host; else new."""
        known = [contact for person in found.people if (contact := self._people.known(person)) is not None]
        hosts = _hosts(found)
        opportunity = (
            self._ties.of_people([contact.id for contact in known], at, found.summary)
            or self._ties.of_company(found.summary, at)
            or next((one for host in hosts if (one := self._ties.of_host(host, at, found.summary))), None)
            or next((one for contact in known if (one := self._ties.of_company(contact.company or "", at))), None)
        )
        if opportunity is None:
            return self._made(found, known, hosts)
        if rivals := self._ties.rivals_of(opportunity, at, found.summary):
            others = "another opportunity" if len(rivals) == 1 else f"{len(rivals)} other opportunities"
            text = f"was put with {opportunity.company}, {opportunity.role}; {others} of theirs could be meant as well"
            self._taking.remark(found.where, text)
        return opportunity

    def _made(self, found: FoundInterview, known: list[Contact], hosts: list[str]) -> Opportunity:
        names = [person.name for person in found.people]
        own = self._taking.picture.user_name
        employer = next((contact.company for contact in known if contact.company), None)
        company = employer or (company_of_host(hosts[0], found.summary) if hosts else "")
        title = read_title(found.summary, [*names, own], company)
        opportunity = self._opportunities.make(
            FoundOpportunity(
                where=found.where,
                company=title.company or next(iter(names), "") or found.summary or "Unknown",
                role=title.role or NO_ROLE,
                stage="screening" if found.format == "phone" else "interviewing",
            )
        )
        self._taking.remark(found.where, f"belongs to no opportunity; {opportunity.company} was added for it")
        return opportunity

    def _contact_ids(self, found: FoundInterview, opportunity: Opportunity | None) -> tuple[str, ...]:
        ids = []
        for person in found.people:
            namesake = self._ties.namesake_in(opportunity, person.name) if opportunity is not None else None
            # Whoever is in it already under that name, without an address, is meant.
            company = namesake.company if namesake is not None else self._company(person, opportunity)
            ids.append(self._people.take(found.where, person, company).id)
        return tuple(dict.fromkeys(ids))

    @staticmethod
    def _company(person: Person, opportunity: Opportunity | None) -> str | None:
        """Where somebody works who is invited: for the company, unless their host is another's."""
        host = host_of(person.emails[0]) if person.emails else ""
        if opportunity is not None and (not is_employers(host) or is_host_of(opportunity.company, host)):
            return opportunity.company
        return company_of_host(host) if is_employers(host) else None

    def _join(self, opportunity: Opportunity, contact_ids: Iterable[str]) -> None:
        """Make the people of an interview people of its opportunity."""
        joined = tuple(dict.fromkeys((*opportunity.contact_ids, *contact_ids)))
        if joined != opportunity.contact_ids:
            self._taking.change(opportunity, msgspec.structs.replace(opportunity, contact_ids=joined))


def _is_first(found: FoundInterview, whole: Interview) -> bool:
    """Whether word about one meeting of a series is about its first, which may have been moved meanwhile."""
    if found.meeting is None:
        return False
    meeting, first = parse_instant(found.meeting), parse_instant(whole.starts_at)
    return meeting <= first or meeting.astimezone(first.tzinfo).date() == first.date()


def _word(sequence: int, *, cancelled: bool) -> tuple[int, bool]:
    """How much a word about an interview counts against another."""
    return sequence, cancelled


def _word_of(known: Interview) -> tuple[int, bool]:
    sequence = -1 if known.calendar_sequence is None else known.calendar_sequence
    return _word(sequence, cancelled=known.status == "cancelled")


def _hosts(found: FoundInterview) -> list[str]:
    """The hosts of employers in an invitation: of whoever invited, else of those who are invited."""
    everybody = [found.organiser] if found.organiser is not None else []
    addresses = [address for person in (*everybody, *found.people) for address in person.emails]
    return list(dict.fromkeys(host for address in addresses if is_employers(host := host_of(address))))
