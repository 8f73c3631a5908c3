"""Which opportunity something belongs to that names people and companies, but no opportunity."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from followup_tui.desk.importing.taking import Taking
from followup_tui.domain.companies import is_host_of, is_named, label_of, name_words, said_words
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Interview, Opportunity, Record
from followup_tui.domain.sameness import addresses
from followup_tui.domain.text import fold
from followup_tui.exchange.addresses import FREE, SERVICES, host_of, is_of

_LONG_BEFORE: Final = timedelta(days=180)


def is_employers(host: str) -> bool:
    """Whether a host says where somebody works: it is neither everybody's nor a program's."""
    return bool(host) and not is_of(host, FREE) and not is_of(host, SERVICES)


class Ties:
    """The opportunities of a taking by their people, names and hosts; what is taken meanwhile is read before an answer.

    A calendar of years has thousands of meetings, each of which asks: no answer goes through all there is.
    """

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._seen = len(taking.log)
        self._opportunities: dict[str, Opportunity] = {}
        self._began: dict[str, datetime] = {}
        """Since when there is word of an opportunity: an interview may lie before it was written down."""
        self._of_contact: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._people: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        """The contacts of an opportunity, by its id and their folded name."""
        self._of_word: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """Opportunities by the first word of their company."""
        self._of_company: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """Opportunities by their folded company."""
        self._of_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """Opportunities by their company's words, written as one."""
        self._of_host: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._interviews: defaultdict[str, dict[str, Interview]] = defaultdict(dict)
        """Interviews by contact."""
        self._by_hand: defaultdict[str, dict[str, Interview]] = defaultdict(dict)
        """Interviews of an opportunity that no calendar has sent."""
        for opportunity in taking.records(Opportunity):
            self._know(opportunity)
        for interview in taking.records(Interview):
            self._know(interview)

    def _refresh(self) -> None:
        log = self._taking.log
        for record_id in log[self._seen :]:
            self._know(self._taking.get(record_id))
        self._seen = len(log)

    def _know(self, record: Record | None) -> None:
        if isinstance(record, Opportunity):
            self._know_opportunity(record)
        elif isinstance(record, Interview):
            self._know_interview(record)
        elif isinstance(record, Contact):
            for opportunity_id in self._of_contact.get(record.id, ()):
                self._tie_person(record, opportunity_id)

    def _know_opportunity(self, record: Opportunity) -> None:
        before = self._opportunities.get(record.id)
        self._opportunities[record.id] = record
        self._begins(record.id, record.created_at)
        if record.applied_at is not None:
            self._begins(record.id, record.applied_at)
        self._of_company[fold(record.company)][record.id] = None
        words = name_words(record.company)
        if words:
            self._of_word[words[0]][record.id] = None
            self._of_name["".join(words)][record.id] = None
        if host := _host_of_link(record.url):
            self._of_host[host][record.id] = None
        known = before.contact_ids if before is not None else ()
        # A calendar adds one of hundreds at a time.
        has_more = record.contact_ids[: len(known)] == known
        for contact_id in record.contact_ids[len(known) :] if has_more else record.contact_ids:
            self._tie(contact_id, record.id)
        if record.primary_contact_id:
            self._tie(record.primary_contact_id, record.id)

    def _know_interview(self, record: Interview) -> None:
        self._begins(record.opportunity_id, record.starts_at)
        if record.calendar_uid is None:
            self._by_hand[record.opportunity_id][record.id] = record
        else:
            self._by_hand[record.opportunity_id].pop(record.id, None)
        for contact_id in record.contact_ids:
            self._interviews[contact_id][record.id] = record
            self._tie(contact_id, record.opportunity_id)

    def _begins(self, opportunity_id: str, at: str) -> None:
        began = instant(at)
        self._began[opportunity_id] = min(began, self._began.get(opportunity_id, began))

    def _tie(self, contact_id: str, opportunity_id: str) -> None:
        if opportunity_id in self._of_contact[contact_id]:
            return
        self._of_contact[contact_id][opportunity_id] = None
        contact = self._taking.get(contact_id)
        if isinstance(contact, Contact):
            self._tie_person(contact, opportunity_id)

    def _tie_person(self, contact: Contact, opportunity_id: str) -> None:
        self._people[opportunity_id, fold(contact.name)][contact.id] = None
        for address in addresses(contact):
            if is_employers(host_of(address)):
                self._of_host[host_of(address)][opportunity_id] = None

    def _all(self, *ids: Iterable[str]) -> list[Opportunity]:
        """The opportunities with these ids, each once."""
        found = (self._opportunities.get(one) for one in dict.fromkeys(chain(*ids)))
        return [one for one in found if one is not None]

    def of_contact(self, contact_id: str, at: datetime) -> list[Opportunity]:
        """The opportunities that somebody belongs to and that something of that time may be about."""
        self._refresh()
        return [one for one in self._all(self._of_contact.get(contact_id, ())) if self._may_be_about(one, at)]

    def interviews_with(self, contact_id: str) -> Sequence[Interview]:
        """The interviews with a contact."""
        self._refresh()
        return tuple(self._interviews.get(contact_id, {}).values())

    def by_hand_of(self, opportunity: Opportunity) -> Sequence[Interview]:
        """The interviews for an opportunity that no calendar has sent."""
        self._refresh()
        return tuple(self._by_hand.get(opportunity.id, {}).values())

    def running_of(self, contact_id: str) -> list[Opportunity]:
        """The opportunities that somebody belongs to and that are not closed."""
        self._refresh()
        return [one for one in self._all(self._of_contact.get(contact_id, ())) if one.stage != "closed"]

    def of_people(self, contact_ids: Iterable[str], at: datetime, text: str) -> Opportunity | None:
        """The opportunity that most of these people belong to; of several, the one that `text` names."""
        count: dict[str, int] = {}
        found: dict[str, Opportunity] = {}
        for contact_id in contact_ids:
            for opportunity in self.of_contact(contact_id, at):
                count[opportunity.id] = count.get(opportunity.id, 0) + 1
                found[opportunity.id] = opportunity
        return max(found.values(), key=lambda one: (count[one.id], *_likeliness(one, text)), default=None)

    def of_company(self, text: str, at: datetime) -> Opportunity | None:
        """The opportunity whose company a text names."""
        self._refresh()
        likely = self._all(*(self._of_word.get(word, ()) for word in dict.fromkeys(said_words(text))))
        companies = {company for company in {one.company for one in likely} if is_named(company, text)}
        named = [one for one in likely if one.company in companies and self._may_be_about(one, at)]
        return max(named, key=lambda one: (len(one.company), *_likeliness(one, text)), default=None)

    def of_host(self, host: str, at: datetime, text: str) -> Opportunity | None:
        """The opportunity of a host: of whoever has an address there, or of the company that it is named after."""
        self._refresh()
        if not is_employers(host):
            return None
        tied = self._of_host.get(host, {})
        label = "".join(said_words(label_of(host)))
        ends = (part for size in range(1, len(label) + 1) for part in (label[:size], label[-size:]))
        likely = self._all(tied, self._of_word.get(label, ()), *(self._of_name.get(part, ()) for part in ends))
        fitting = [
            one for one in likely if self._may_be_about(one, at) and (one.id in tied or is_host_of(one.company, host))
        ]
        return max(fitting, key=lambda one: _likeliness(one, text), default=None)

    def rivals_of(self, opportunity: Opportunity, at: datetime, text: str) -> list[Opportunity]:
        """The others of its company that run, where a text names the role of none: any of them may be meant."""
        self._refresh()
        likely = self._all(self._of_company.get(fold(opportunity.company), ()))
        same = [one for one in likely if one.stage != "closed" and self._may_be_about(one, at)]
        if any(is_named(one.role, text) for one in (opportunity, *same)):
            return []
        return [one for one in same if one.id != opportunity.id]

    def namesake_in(self, opportunity: Opportunity, name: str) -> Contact | None:
        """Whoever belongs to an opportunity under that name and has no address; of several, the last."""
        self._refresh()
        found = (self._taking.get(one) for one in reversed(self._people.get((opportunity.id, fold(name)), {})))
        return next((one for one in found if isinstance(one, Contact) and not one.email), None)

    def _may_be_about(self, opportunity: Opportunity, at: datetime) -> bool:
        """Whether something of that time may be about an opportunity: not long before it began, nor once closed."""
        if at < self._began[opportunity.id] - _LONG_BEFORE:
            return False
        return opportunity.stage != "closed" or at <= instant(opportunity.stage_changed_at)


def _host_of_link(url: str | None) -> str:
    """The host of a link, without `www.`; empty where there is none."""
    return (url or "").partition("//")[2].partition("/")[0].partition(":")[0].casefold().removeprefix("www.")


def _likeliness(opportunity: Opportunity, text: str) -> tuple[bool, bool, bool, str, str]:
    """What makes one opportunity likelier than another: it runs, a text names it, and it is the newer one."""
    return (
        opportunity.stage != "closed",
        is_named(opportunity.company, text),
        is_named(opportunity.role, text),
        opportunity.updated_at,
        opportunity.id,
    )
