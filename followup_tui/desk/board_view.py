"""What the board shows: every opportunity with its next step, in the order asked for, ready to be narrowed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Final, Literal, NamedTuple, get_args

from followup_tui.desk.desk import Desk
from followup_tui.desk.standing import Standing, reminder_title, standing
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import Facts, instant
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.salutation import first_name
from followup_tui.domain.text import fold

Order = Literal["urgency", "company", "change", "priority"]

FIRST_ORDER: Final[Order] = "urgency"
"""How the cards stand when the window opens."""

ORDERS: Final[tuple[Order, ...]] = get_args(Order)
"""The orders of the cards in a column, in which `o` goes through them."""

# In the archive only these rules still ask for something; all else there is at rest.
_ALIVE_WHEN_CLOSED = ("R5", "R8", "R12")
_PRESSING = ("overdue", "due")


class Item(NamedTuple):
    """An opportunity of the pipeline with the most urgent of its own follow-ups and its people, whom that is to first.

    Instants are in UTC. `due_at` is when the first of its follow-ups is due, those that are held aside. `silent_since`
    is set for an active one that has nothing due: the last word in or out, or where it began.
    """

    opportunity: Opportunity
    follow_up: FollowUp | None
    contacts: tuple[Contact, ...]
    title: str
    """What the follow-up is called where its kind does not say it: a reminder's own words."""
    due_at: datetime | None = None
    silent_since: datetime | None = None

    @property
    def first_name(self) -> str:
        """What to call whom the follow-up is to; empty where it is to nobody known."""
        whom = self.follow_up.contact_id if self.follow_up else None
        return next((first_name(contact.name) for contact in self.contacts if contact.id == whom), "")


class Archive:
    """What is closed and at rest: it grows for years, so that its order and its items are made when it is looked at.

    The opportunities are those of when it was made, so that any thread may look; only their people are those of now.
    """

    def __init__(
        self, opportunities: Sequence[Opportunity] = (), contacts: Mapping[str, Contact] | None = None
    ) -> None:
        self._opportunities = opportunities
        self._contacts = contacts or {}

    def __len__(self) -> int:
        return len(self._opportunities)

    @cached_property
    def ids(self) -> Sequence[str]:
        """Which opportunities these are, in their order."""
        return [one.id for one in sorted(self._opportunities, key=_by_priority)]

    @cached_property
    def _by_id(self) -> Mapping[str, Opportunity]:
        return {one.id: one for one in self._opportunities}

    def __contains__(self, opportunity_id: str) -> bool:
        return opportunity_id in self._by_id

    def item(self, opportunity_id: str) -> Item:
        """One of them. Raises KeyError for another."""
        opportunity = self._by_id[opportunity_id]
        return Item(opportunity, None, _people(opportunity, None, self._contacts), "")


class Shown(NamedTuple):
    """What there is to show, in its order; by urgency, what is closed and at rest stands behind, in `archive`."""

    items: tuple[Item, ...] = ()
    archive: Archive = Archive()

    @property
    def total(self) -> int:
        """How many these are."""
        return len(self.items) + len(self.archive)

    def all(self) -> Iterator[Item]:
        """All of them, those of the archive made."""
        yield from self.items
        yield from map(self.archive.item, self.archive.ids)


class Pipeline(NamedTuple):
    """All opportunities in the order asked for. `is_new`: nothing was ever put into the book."""

    standing: Standing
    shown: Shown
    is_new: bool


class _Next(NamedTuple):
    """What is planned for one opportunity: its most urgent follow-up with its place in the plan, and the first due."""

    rank: int
    follow_up: FollowUp
    due_at: datetime | None


def pipeline(desk: Desk, order: Order = "urgency") -> Pipeline:
    """The pipeline as of now; those that are the same by `order` stand by urgency."""
    follow_ups = desk.plan()
    opportunities = desk.records(Opportunity)
    planned = _planned(follow_ups, opportunities)
    contacts = desk.records(Contact)
    at_rest: list[Opportunity] = []
    shown: list[Opportunity] = []
    for one in opportunities.values():
        is_at_rest = order == "urgency" and one.stage == "closed" and one.id not in planned
        (at_rest if is_at_rest else shown).append(one)
    shown.sort(key=lambda one: _by_urgency(one, planned.get(one.id), len(follow_ups)))
    if order != "urgency":
        shown.sort(key=_KEYS[order])
    now = desk.now()
    items = tuple(_item(desk, one, planned.get(one.id), contacts, now) for one in shown)
    return Pipeline(
        standing(desk, follow_ups), Shown(items, Archive(at_rest, contacts)), is_new=not opportunities and not contacts
    )


def _planned(follow_ups: Sequence[FollowUp], opportunities: Mapping[str, Opportunity]) -> dict[str, _Next]:
    planned: dict[str, _Next] = {}
    for rank, follow_up in enumerate(follow_ups):
        opportunity = opportunities.get(follow_up.opportunity_id or "")
        if opportunity is None or (opportunity.stage == "closed" and follow_up.rule not in _ALIVE_WHEN_CLOSED):
            continue
        due_at = None if follow_up.held else follow_up.due_at.astimezone(UTC)
        before = planned.get(opportunity.id)
        if before is None:
            planned[opportunity.id] = _Next(rank, follow_up, due_at)
        elif due_at is not None and (before.due_at is None or due_at < before.due_at):
            planned[opportunity.id] = before._replace(due_at=due_at)
    return planned


def _by_urgency(opportunity: Opportunity, planned: _Next | None, last: int) -> tuple[int, int, str, str]:
    return (planned.rank if planned else last, *_by_priority(opportunity))


def _by_priority(opportunity: Opportunity) -> tuple[int, str, str]:
    return (-opportunity.priority, opportunity.company.casefold(), opportunity.id)


def _by_change(opportunity: Opportunity) -> float:
    return -datetime.fromisoformat(opportunity.updated_at).timestamp()


_KEYS: Mapping[Order, Callable[[Opportunity], str | float]] = {
    "company": lambda opportunity: fold(opportunity.company),
    "change": _by_change,
    "priority": lambda opportunity: -opportunity.priority,
}


def _item(
    desk: Desk, opportunity: Opportunity, planned: _Next | None, contacts: Mapping[str, Contact], now: datetime
) -> Item:
    follow_up = planned.follow_up if planned else None
    people = _people(opportunity, follow_up, contacts)
    title = reminder_title(desk, follow_up) if follow_up and follow_up.rule == "R12" else ""
    is_pressing = follow_up is not None and follow_up.urgency in _PRESSING
    silent = (
        None if is_pressing or opportunity.stage in ("offer", "closed") else _silent_since(desk.facts, opportunity, now)
    )
    return Item(opportunity, follow_up, people, title, planned.due_at if planned else None, silent)


def _people(
    opportunity: Opportunity, follow_up: FollowUp | None, contacts: Mapping[str, Contact]
) -> tuple[Contact, ...]:
    """Whom the follow-up is to, then the primary contact, then the others, as far as they are known."""
    ids = (follow_up and follow_up.contact_id, opportunity.primary_contact_id, *opportunity.contact_ids)
    found = (contacts.get(one) for one in dict.fromkeys(ids) if one is not None)
    return tuple(contact for contact in found if contact is not None)


def _silent_since(facts: Facts, opportunity: Opportunity, now: datetime) -> datetime:
    """The last touchpoint or ended interview at `now`; without one, when it was applied to, or added."""
    words = [timed.at for timed in facts.touchpoints_of_opportunity.of(opportunity.id)]
    words += [
        meeting.ends_at
        for meeting in facts.interviews_of_opportunity.of(opportunity.id)
        if meeting.record.status != "cancelled"
    ]
    began = instant(opportunity.applied_at or opportunity.created_at)
    return max((at for at in words if at <= now), default=began)
