"""Which opportunity something belongs to that names people and companies, but no opportunity."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from followup_tui.desk.importing.taking import Taking
from followup_tui.domain.companies import is_host_of, is_named
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Interview, Opportunity
from followup_tui.domain.sameness import addresses
from followup_tui.domain.text import fold
from followup_tui.exchange.addresses import FREE, SERVICES, host_of, is_of

_READ: Final = ("opportunities", "interviews")
_LONG_BEFORE: Final = timedelta(days=180)


def is_employers(host: str) -> bool:
    """Whether a host says where somebody works: it is neither everybody's nor a program's."""
    return bool(host) and not is_of(host, FREE) and not is_of(host, SERVICES)


class Ties:
    """The opportunities of a taking by their people, names and hosts; read anew when some have changed."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._seen: tuple[int, ...] | None = None
        self._opportunities: dict[str, Opportunity] = {}
        self._of_contact: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._of_host: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._interviews: defaultdict[str, list[Interview]] = defaultdict(list)

    def _refresh(self) -> None:
        seen = tuple(self._taking.puts[table] for table in _READ)
        if seen == self._seen:
            return
        self._seen = seen
        self._opportunities = {one.id: one for one in self._taking.records(Opportunity)}
        self._of_contact.clear()
        self._of_host.clear()
        self._interviews.clear()
        for opportunity in self._opportunities.values():
            for contact_id in (*opportunity.contact_ids, *filter(None, [opportunity.primary_contact_id])):
                self._tie(contact_id, opportunity.id)
        for interview in self._taking.records(Interview):
            for contact_id in interview.contact_ids:
                self._tie(contact_id, interview.opportunity_id)
                self._interviews[contact_id].append(interview)

    def _tie(self, contact_id: str, opportunity_id: str) -> None:
        self._of_contact[contact_id][opportunity_id] = None
        contact = self._taking.get(contact_id)
        if isinstance(contact, Contact):
            for address in addresses(contact):
                if is_employers(host_of(address)):
                    self._of_host[host_of(address)][opportunity_id] = None

    def of_contact(self, contact_id: str, at: datetime) -> list[Opportunity]:
        """The opportunities that somebody belongs to and that something of that time may be about."""
        self._refresh()
        found = (self._opportunities.get(one) for one in self._of_contact.get(contact_id, ()))
        return [one for one in found if one is not None and _may_be_about(one, at)]

    def interviews_of(self, contact_id: str) -> Sequence[Interview]:
        """The interviews with somebody."""
        self._refresh()
        return self._interviews.get(contact_id, ())

    def running_of(self, contact_id: str) -> list[Opportunity]:
        """The opportunities that somebody belongs to and that are not closed."""
        self._refresh()
        found = (self._opportunities.get(one) for one in self._of_contact.get(contact_id, ()))
        return [one for one in found if one is not None and one.stage != "closed"]

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
        named = [one for one in self._opportunities.values() if _may_be_about(one, at) and is_named(one.company, text)]
        return max(named, key=lambda one: (len(one.company), *_likeliness(one, text)), default=None)

    def of_host(self, host: str, at: datetime, text: str) -> Opportunity | None:
        """The opportunity of a host: of whoever has an address there, or of the company that it is named after."""
        self._refresh()
        if not is_employers(host):
            return None
        ids = self._of_host.get(host, {})
        fitting = [
            one
            for one in self._opportunities.values()
            if _may_be_about(one, at)
            and (one.id in ids or is_host_of(one.company, host) or _host_of_link(one.url) == host)
        ]
        return max(fitting, key=lambda one: _likeliness(one, text), default=None)

    def rivals_of(self, opportunity: Opportunity, at: datetime, text: str) -> list[Opportunity]:
        """The others of its company that run, where a text names the role of none: any of them may be meant."""
        self._refresh()
        same = [
            one
            for one in self._opportunities.values()
            if fold(one.company) == fold(opportunity.company) and one.stage != "closed" and _may_be_about(one, at)
        ]
        if any(is_named(one.role, text) for one in (opportunity, *same)):
            return []
        return [one for one in same if one.id != opportunity.id]

    def people_of(self, opportunity: Opportunity) -> Sequence[Contact]:
        """Everybody who belongs to an opportunity."""
        self._refresh()
        ids = [contact_id for contact_id, tied in self._of_contact.items() if opportunity.id in tied]
        return [contact for one in ids if isinstance(contact := self._taking.get(one), Contact)]


def _host_of_link(url: str | None) -> str:
    """The host of a link, without `www.`; empty where there is none."""
    return (url or "").partition("//")[2].partition("/")[0].partition(":")[0].casefold().removeprefix("www.")


def _may_be_about(opportunity: Opportunity, at: datetime) -> bool:
    """Whether something of that time may be about an opportunity: not long before it began, nor once it is closed."""
    began = min(instant(one) for one in (opportunity.created_at, *filter(None, [opportunity.applied_at])))
    if at < began - _LONG_BEFORE:
        return False
    return opportunity.stage != "closed" or at <= instant(opportunity.stage_changed_at)


def _likeliness(opportunity: Opportunity, text: str) -> tuple[bool, bool, bool, str, str]:
    """What makes one opportunity likelier than another: it runs, a text names it, and it is the newer one."""
    return (
        opportunity.stage != "closed",
        is_named(opportunity.company, text),
        is_named(opportunity.role, text),
        opportunity.updated_at,
        opportunity.id,
    )
