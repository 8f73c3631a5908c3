"""A planner that is told of each change has the plan of a fresh start."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from followup_tui.domain.cadence import Planner, plan
from followup_tui.domain.facts import Facts
from followup_tui.domain.rows import rows
from tests.domain.cadence.random_books import BookMaker
from tests.domain.cadence.small_books import SmallBook, facts_of, settings_of, started_with


class Run:
    """A random book with a planner on it, and a copy of its records from which to start afresh."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.maker = BookMaker(self.random)
        case = self.maker.case()
        self.book = case.book
        self.now = case.now.astimezone(UTC)
        self.settings = settings_of(case.timezone, case.holidays, case.cadence)
        self.facts = facts_of(case.book)
        self.planner = Planner(self.facts, self.settings)

    def fresh_plan(self, now: datetime) -> list[Any]:
        names = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")
        return plan(Facts.of({name: self.facts.table(name).values() for name in names}), self.settings, now)

    def edit(self) -> None:
        """Add, change or take away one record of some table."""
        makers: dict[str, Callable[[str], dict[str, Any]]] = {
            "opportunities": self.maker.opportunity,
            "contacts": self.maker.contact,
            "interviews": self.maker.interview,
            "touchpoints": self.maker.touchpoint,
            "reminders": self.maker.reminder,
            "decisions": lambda each: self.maker.decision(each, self.book),
        }
        name = self.random.choice(list(makers))
        known = sorted(self.facts.table(name))
        record_id = self.random.choice([*known, f"{name[0]}8", f"{name[0]}9"])
        before = self.facts.table(name).get(record_id)
        after = None
        if before is None or self.random.random() < 0.75:
            [after] = rows(name, [makers[name](record_id)])
        self.facts.replace(name, record_id, after)
        self.planner.touch(name, before, after)

    def wait(self) -> None:
        """Let time pass, or go back."""
        self.now += timedelta(minutes=self.random.randint(-300 * 60, 300 * 60))


@pytest.mark.parametrize("first", range(0, 160, 20))
def test_after_any_edits_and_at_any_time_the_plan_is_that_of_a_fresh_start(first: int) -> None:
    for seed in range(first, first + 20):
        run = Run(seed)
        for step in range(10):
            run.random.choice((run.edit, run.edit, run.edit, run.wait))()
            assert run.planner.plan(run.now) == run.fresh_plan(run.now), f"seed {seed}, step {step}"


def test_after_many_edits_at_once_all_is_planned_anew() -> None:
    run = Run(7)
    run.planner.plan(run.now)
    run.planner.plan_anew()
    for _ in range(20):
        run.edit()
    assert run.planner.plan(run.now) == run.fresh_plan(run.now)


def test_an_empty_book_has_no_plan() -> None:
    book = SmallBook()
    planner = Planner(Facts(), book.settings)
    now = book.at("2026-11-17 14:00")
    assert planner.plan(now) == []


@pytest.mark.parametrize(
    ("contact_id", "opportunity_id", "key"),
    [
        pytest.param("ana", None, "status_check:opp:msg:1", id="written elsewhere to the primary contact"),
        pytest.param("ben", "opp", "reply:question", id="a question from nobody, answered in its opportunity"),
        pytest.param("carla", None, "promise:p1", id="a promise to someone who was not there"),
        pytest.param("ana", None, "reminder:rem", id="a reminder of the contact"),
    ],
)
def test_an_edit_replans_what_it_touches_from_afar(contact_id: str, opportunity_id: str | None, key: str) -> None:
    book = started_with()
    for name in ("ben", "carla"):
        book.contact(name, id=name)
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    book.got("notice", "2026-11-02 10:00", None, "opp", id="question", needs_reply=True)
    book.interview("opp", "2026-11-01 10:00", promises=[{"id": "p1", "text": "references", "contact_id": "carla"}])
    book.reminder("2026-11-21 10:00", id="rem", contact_id="ana")
    facts, now = facts_of(book.tables), book.at("2026-11-10 12:00")
    planner = Planner(facts, book.settings)
    before = {each.key: each for each in planner.plan(now)}[key]

    book.sent("other", "2026-11-09 10:00", contact_id, opportunity_id, id="new")
    [touchpoint] = rows("touchpoints", book.tables["touchpoints"][-1:])
    facts.replace("touchpoints", "new", touchpoint)
    planner.touch("touchpoints", None, touchpoint)
    contact = facts.contacts[contact_id]
    raw = {"id": contact_id, "name": "New", "preferred_channel": "phone", "created_at": contact.created_at}
    [renamed] = rows("contacts", [raw])
    facts.replace("contacts", contact_id, renamed)
    planner.touch("contacts", contact, renamed)

    after = planner.plan(now)
    assert after == plan(facts, book.settings, now)
    assert before not in after
