"""The plan of a whole book, and the planner that keeps one up to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from followup_tui.domain.cadence.follow_up import URGENCIES, FollowUp
from followup_tui.domain.cadence.places import Place, all_places, candidates, decided_places, touched_places
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.cadence.settle import settle
from followup_tui.domain.facts import Facts
from followup_tui.domain.settings import PlanSettings

_RANK = {urgency: rank for rank, urgency in enumerate(URGENCIES)}


def plan(facts: Facts, settings: PlanSettings, now: datetime) -> list[FollowUp]:
    """Every follow-up that is not done, skipped or lapsed at `now` (an aware instant), the most urgent first."""
    return Planner(facts, settings).plan(now)


class _Ordered(NamedTuple):
    """A follow-up behind what sorts it: urgency, `due_at`, the key as text. `place` and `number` part equal keys."""

    rank: int
    due_at: datetime
    key: str
    place: Place
    number: int
    follow_up: FollowUp


class _Planned(NamedTuple):
    """The follow-ups of one place, when that may change by itself, and the keys whose decision matters to it."""

    ordered: tuple[_Ordered, ...]
    changes_at: datetime | None
    keys: tuple[str, ...]


class Planner:
    """Keeps the plan of a book: an edit replans the places it touches, time those whose hour has come.

    `plan(now)` always equals `plan(facts, settings, now)` of a fresh start, provided that each change of `facts` is
    followed by `touch`.
    """

    def __init__(self, facts: Facts, settings: PlanSettings) -> None:
        self._facts = facts
        self._settings = settings
        self._planned: dict[Place, _Planned] = {}
        self._stale: set[Place] = set()
        self._made_at: datetime | None = None

    def plan(self, now: datetime) -> list[FollowUp]:
        """The plan at `now`, which may also lie before the last one."""
        self._refresh(now)
        ordered = sorted(entry for planned in self._planned.values() for entry in planned.ordered)
        return _one_of_each_key(ordered)

    def plan_anew(self) -> None:
        """Plan all of it when asked next: quicker than to `touch` each of thousands of records that changed."""
        self._made_at = None

    def touch(self, table: str, before: Any | None, after: Any | None) -> None:
        """Take notice that a record of `table` changed. `facts` hold the change already; None is a record not there."""
        if self._made_at is None:
            return  # all of it is still to be planned
        versions = [record for record in (before, after) if record is not None]
        if table == "decisions":
            keys = {record.key for record in versions}
            self._stale.update(place for place, planned in self._planned.items() if not keys.isdisjoint(planned.keys))
            self._stale.update(place for key in keys for place in decided_places(key))
        else:
            self._stale |= touched_places(self._facts, table, *versions)

    def _refresh(self, now: datetime) -> None:
        now = now.astimezone(UTC)
        present = Present(self._facts, self._settings, now)
        if self._made_at is None or now < self._made_at:
            self._planned.clear()
            self._stale = all_places(present)
        else:
            self._stale.update(
                place for place, planned in self._planned.items() if planned.changes_at and planned.changes_at <= now
            )
        for place in self._stale:
            self._planned[place] = _plan_place(present, place)
        self._stale.clear()
        self._made_at = now


def _plan_place(present: Present, place: Place) -> _Planned:
    present.forget()
    ordered = []
    for number, candidate in enumerate(candidates(present, place)):
        follow_up = settle(present, candidate)
        if follow_up is not None:
            rank, due_at = _RANK[follow_up.urgency], follow_up.due_at.astimezone(UTC)
            ordered.append(_Ordered(rank, due_at, follow_up.key, place, number, follow_up))
    return _Planned(tuple(ordered), present.changes_at, tuple(present.keys))


def _one_of_each_key(ordered: Iterable[_Ordered]) -> list[FollowUp]:
    """The follow-ups in their order. A book that has one promise twice has its follow-up once, the more urgent."""
    follow_ups: dict[str, FollowUp] = {}
    for entry in ordered:
        follow_ups.setdefault(entry.key, entry.follow_up)
    return list(follow_ups.values())
