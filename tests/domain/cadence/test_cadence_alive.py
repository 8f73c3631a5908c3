"""From the part of a book that is alive the same follows as from the whole, now and at any later moment."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from followup_tui.domain.cadence import plan
from followup_tui.domain.cadence.alive import alive
from followup_tui.domain.facts import Facts
from followup_tui.domain.settings import PlanSettings
from tests.bigbook import Sizes, big_book
from tests.domain.cadence.random_books import random_case
from tests.domain.cadence.small_books import facts_of, settings_of

LATER = (timedelta(), timedelta(microseconds=1), timedelta(hours=5), timedelta(days=2), timedelta(days=40))
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def planner_on_part(facts: Facts, settings: PlanSettings, now: datetime) -> Callable[[datetime], list[object]]:
    part = Facts.by_id({table: dict(records) for table, records in alive(facts, settings, now).items()})
    return lambda later: list(plan(part, settings, later))


@pytest.mark.parametrize("days", [0, 9, 30, 200])
@pytest.mark.parametrize("seed", range(60))
def test_the_plan_is_the_same_whenever_the_part_was_taken(seed: int, days: int) -> None:
    case = random_case(seed)
    settings = settings_of(case.timezone, case.holidays, case.cadence)
    facts, now = facts_of(case.book), case.now.astimezone(UTC) + timedelta(days=days)
    planned = planner_on_part(facts, settings, now)
    for later in LATER:
        assert planned(now + later) == plan(facts, settings, now + later)


def test_most_of_a_book_that_has_grown_for_years_is_not_needed() -> None:
    book = big_book(NOW, Sizes(1_000, 40, 3_000, 40, 600, 4_000), seed=3)
    facts, settings = facts_of(book), PlanSettings(UTC)
    there = alive(facts, settings, NOW)
    assert len(there["touchpoints"]) < len(facts.touchpoints) / 3
    assert planner_on_part(facts, settings, NOW)(NOW) == plan(facts, settings, NOW)
