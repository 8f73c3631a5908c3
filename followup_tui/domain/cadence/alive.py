"""The part of a book from which its plan follows: most of a big one is long past, and asks for nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from followup_tui.domain.cadence.places import Place, all_places
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.facts import Facts
from followup_tui.domain.settings import PlanSettings


class _Ids(NamedTuple):
    """What is alive in three tables; also what is only named there and unknown."""

    opportunities: set[str]
    contacts: set[str]
    interviews: set[str]


def alive(facts: Facts, settings: PlanSettings, now: datetime) -> Mapping[str, Mapping[str, Any]]:
    """The records by table and id from which alone the plan is the same, at `now` and at any later moment.

    The later plan may be made in another zone and with other holidays, but with the same numbers. These are the places
    of the plan, whatever they name, all messages of those, and the opportunity of every interview among them: one of
    an unknown opportunity would be a place itself. More than necessary may be there, never less.
    """
    places = all_places(Present(facts, settings, now))
    asking = [facts.touchpoints[one.id] for one in places if one.table == "touchpoints" and one.id in facts.touchpoints]
    ids = _Ids(_of(places, "opportunities"), _of(places, "contacts"), set())
    met = [one for contact_id in ids.contacts for one in facts.interviews_of_contact.unsorted(contact_id)]
    _add_named(ids, (*asking, *met, *facts.reminders.values()))
    for opportunity_id in ids.opportunities:
        interviews = facts.interviews_of_opportunity.unsorted(opportunity_id)
        ids.interviews.update(one.id for one in interviews)
        _add_people(ids, facts.opportunities.get(opportunity_id), interviews)
    messages = [
        *asking,
        *(one for each in ids.opportunities for one in facts.touchpoints_of_opportunity.unsorted(each)),
        *(one for each in ids.contacts for one in facts.touchpoints_of_contact.unsorted(each)),
    ]
    return {
        "opportunities": _known(facts.opportunities, ids.opportunities),
        "contacts": _known(facts.contacts, ids.contacts),
        "interviews": _known(facts.interviews, ids.interviews),
        "touchpoints": {one.id: one for one in messages},
        "reminders": facts.reminders,
        "decisions": facts.decisions,
    }


def _of(places: Iterable[Place], table: str) -> set[str]:
    return {place.id for place in places if place.table == table}


def _add_named(ids: _Ids, records: Iterable[Any]) -> None:
    """Adds what messages, interviews and reminders are about."""
    for record in records:
        if record.opportunity_id is not None:
            ids.opportunities.add(record.opportunity_id)
        contact_id = getattr(record, "contact_id", None)
        if contact_id is not None:
            ids.contacts.add(contact_id)


def _add_people(ids: _Ids, opportunity: Any | None, interviews: Iterable[Any]) -> None:
    if opportunity is not None:
        ids.contacts.update(opportunity.contact_ids)
        if opportunity.primary_contact_id is not None:
            ids.contacts.add(opportunity.primary_contact_id)
    for interview in interviews:
        ids.contacts.update(interview.contact_ids)
        ids.contacts.update(each.contact_id for each in interview.promises if each.contact_id is not None)


def _known(records: Mapping[str, Any], ids: Iterable[str]) -> dict[str, Any]:
    return {one: records[one] for one in ids if one in records}
