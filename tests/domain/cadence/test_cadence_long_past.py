"""What lapsed long ago is not looked at, and comes back with a decision as anything else does."""

from datetime import UTC, datetime, timedelta

from followup_tui.domain.cadence import Planner, plan
from followup_tui.domain.cadence.places import all_places
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import Contact, Decision, Interview, Opportunity, Touchpoint
from followup_tui.domain.settings import PlanSettings

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SETTINGS = PlanSettings(zone=UTC)


def ago(days: int) -> str:
    return (NOW - timedelta(days=days)).isoformat()


def book(days: int) -> Facts:
    at = ago(days)
    rejected = Opportunity(
        id="o", company="Acorn", role="Cook", stage="closed", outcome="rejected", stage_changed_at=at, created_at=at,
        updated_at=at, contact_ids=("c",),
    )  # fmt: skip
    met = Interview(
        id="i", opportunity_id="o", starts_at=ago(days + 1), contact_ids=("c",), created_at=at, updated_at=at
    )
    contact = Contact(id="c", name="Ana Ruiz", created_at=at, updated_at=at)
    at_a_fair = Touchpoint(
        id="t", at=at, direction="in", channel="in_person", kind="met", contact_id="c", created_at=at
    )
    return Facts.of(
        {"opportunities": [rejected], "interviews": [met], "contacts": [contact], "touchpoints": [at_a_fair]}
    )


def looked_at(facts: Facts) -> set[str]:
    return {place.id for place in all_places(Present(facts, SETTINGS, NOW))}


def test_only_what_may_still_ask_for_something_is_looked_at() -> None:
    assert looked_at(book(days=3)) == {"o", "c", "t"}
    assert looked_at(book(days=60)) == set()


def test_a_decision_about_what_was_passed_over_is_heard() -> None:
    facts = book(days=60)
    planner = Planner(facts, SETTINGS)
    assert planner.plan(NOW) == []
    for key in ("rejection_reply:o", "connect:c", "event_follow_up:t"):
        decision = Decision(id=key, key=key, action="snooze", at=ago(1), until=ago(0))
        facts.replace("decisions", decision.id, decision)
        planner.touch("decisions", None, decision)
    assert {each.rule for each in planner.plan(NOW)} == {"R8", "R9", "R10"}
    assert planner.plan(NOW) == plan(facts, SETTINGS, NOW)
    assert looked_at(facts) == {"o", "c", "t"}
