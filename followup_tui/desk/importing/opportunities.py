"""Opportunities from files: the same one by company and role, a closed one only if applied to at the same time."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from followup_tui.desk.importing.people import People, called
from followup_tui.desk.importing.taking import Taking
from followup_tui.domain.instants import parse_instant
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Opportunity, StageChange
from followup_tui.domain.sameness import appended, united
from followup_tui.domain.text import clean, fold
from followup_tui.exchange.found import FoundOpportunity, Person, Where

NO_ROLE: Final = "role not known yet"
"""The role of an opportunity that an invitation made; who names one of that company says it."""
_LINES = ("source", "url", "location", "compensation")


class Opportunities:
    """The opportunities of a taking, by company and role."""

    def __init__(self, taking: Taking, people: People) -> None:
        self._taking = taking
        self._people = people
        self._running: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._closed: defaultdict[tuple[str, str, datetime | None], list[str]] = defaultdict(list)
        """Those that are closed, also by when they were applied to: there may be one for each day."""
        for opportunity in taking.records(Opportunity):
            self.know(opportunity)

    def know(self, opportunity: Opportunity) -> None:
        """Find this one too from now on."""
        company, role = fold(opportunity.company), fold(opportunity.role)
        if opportunity.stage == "closed":
            self._closed[company, role, _instant(opportunity.applied_at)].append(opportunity.id)
        else:
            self._running[company, role].append(opportunity.id)

    def take(self, found: FoundOpportunity) -> Opportunity:
        """The opportunity that a file names, made or filled with what the book did not have, with its people."""
        known = self._same(found) or self._without_role(found)
        if known is None:
            return self.make(found)
        contact_ids = self._contact_ids(found.where, found.company, found.people, known.contact_ids)
        if (known.stage, known.outcome) != (found.stage, found.outcome):
            self._taking.remark(found.where, _other_stage(known, found))
        filled = self._taking.change(known, _filled(known, found, contact_ids))
        if filled.role != known.role:
            self._taking.remark(found.where, f"{known.company}, {known.role}, was taken for it, and has its role now")
            self.know(filled)
        return filled

    def make(self, found: FoundOpportunity) -> Opportunity:
        """A new opportunity with its people, whatever there is of that name."""
        contact_ids = self._contact_ids(found.where, found.company, found.people)
        opportunity = self._taking.add(self._made(found, contact_ids))
        self.know(opportunity)
        return opportunity

    def _contact_ids(
        self, where: Where, company: str, people: Sequence[Person], near: Sequence[str] = ()
    ) -> tuple[str, ...]:
        named = (self._people.take(where, person, company, near) for person in people if called(person))
        return tuple(dict.fromkeys(contact.id for contact in named))

    def _same(self, found: FoundOpportunity) -> Opportunity | None:
        """The one of that name: one applied to at the same time before others, a running one before a closed one."""
        company, role = fold(found.company), fold(found.role)
        closed = self._closed.get((company, role, _instant(found.applied_at)), ())
        named = (self._taking.get(one) for one in (*self._running.get((company, role), ()), *closed))
        fitting = [one for one in named if isinstance(one, Opportunity) and _is_same(one, found)]
        return min(fitting, key=lambda one: (not _at_the_same_time(one, found), one.stage == "closed"), default=None)

    def _without_role(self, found: FoundOpportunity) -> Opportunity | None:
        """The running one of that company of which an invitation did not say the role."""
        named = (self._taking.get(one) for one in self._running.get((fold(found.company), NO_ROLE), ()))
        fitting = (one for one in named if isinstance(one, Opportunity) and one.role == NO_ROLE)
        return next(fitting, None) if found.stage != "closed" else None

    def _made(self, found: FoundOpportunity, contact_ids: tuple[str, ...]) -> Opportunity:
        now = self._taking.picture.stamp
        applied = found.applied_at
        if applied and parse_instant(applied) > parse_instant(now):
            applied = None  # what is still to come is no history
        history = [StageChange(stage="applied", at=applied)] if applied and found.stage != "lead" else []
        if found.stage != "applied" or not applied:
            history.append(StageChange(stage=found.stage, at=now))
        return Opportunity(
            id=self._taking.new_id("opp"),
            company=_line(found.company),
            role=_line(found.role),
            stage=found.stage,
            outcome=found.outcome if found.stage == "closed" else None,
            contact_ids=contact_ids,
            tags=united(filter(None, map(_line, found.tags)), fold),
            notes=clean(found.notes).strip(),
            **_values(found),
            stage_changed_at=history[-1].at,
            stage_history=tuple(history),
            created_at=now,
            updated_at=now,
        )


def _values(found: FoundOpportunity) -> dict[str, Any]:
    """The fields that hold one value."""
    lines = {name: _line(getattr(found, name)) or None for name in _LINES}
    return {**lines, "priority": found.priority, "applied_at": found.applied_at, "decision_by": found.decision_by}


def _is_same(known: Opportunity, found: FoundOpportunity) -> bool:
    """Whether one of the same company and role is the same application.

    A running one is, but for an application at another time that has ended already.
    """
    if known.stage != "closed" and (found.stage != "closed" or not (known.applied_at and found.applied_at)):
        return True
    return _at_the_same_time(known, found)


def _at_the_same_time(known: Opportunity, found: FoundOpportunity) -> bool:
    return _instant(known.applied_at) == _instant(found.applied_at)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else parse_instant(text)


def _filled(known: Opportunity, found: FoundOpportunity, contact_ids: tuple[str, ...]) -> Opportunity:
    """What is empty is filled, what is there stays; people and tags are united, notes are appended once."""
    return msgspec.structs.replace(
        known,
        role=_line(found.role) if known.role == NO_ROLE else known.role,
        **{name: getattr(known, name) or value for name, value in _values(found).items()},
        contact_ids=tuple(dict.fromkeys((*known.contact_ids, *contact_ids))),
        tags=united((*known.tags, *filter(None, map(_line, found.tags))), fold),
        notes=appended((known.notes, clean(found.notes))),
    )


def _other_stage(known: Opportunity, found: FoundOpportunity) -> str:
    return (
        f"{known.company}, {known.role} is {_standing(found.stage, found.outcome)} here and "
        f"{_standing(known.stage, known.outcome)} in the book, where it stays as it is"
    )


def _standing(stage: str, outcome: str | None) -> str:
    return f"{stage} ({OUTCOMES[outcome]})" if outcome else stage


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())
