"""What is true of every plan."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.cadence import URGENCIES, FollowUp, plan
from followup_tui.domain.cadence.windows import Calendar
from followup_tui.domain.facts import Facts, instant
from tests.domain.cadence.random_books import Case, random_case
from tests.domain.cadence.small_books import comparable, facts_of, settings_of

seeds = st.integers(0, 2**32)
some = settings(max_examples=80, deadline=None)


def plan_of(case: Case, now: datetime) -> list[FollowUp]:
    return plan(facts_of(case.book), settings_of(case.timezone, case.holidays, case.cadence), now)


@given(seeds)
@some
def test_windows_are_in_order_and_nothing_is_past_its_lapse(seed: int) -> None:
    case = random_case(seed)
    for each in comparable(plan_of(case, case.now)):
        assert each["opens_at"] <= each["due_at"] <= each["overdue_at"]
        assert each["lapses_at"] is None or max(each["opens_at"], case.now) <= each["lapses_at"]


@given(seeds)
@some
def test_the_plan_is_in_its_order_and_has_each_key_once(seed: int) -> None:
    case = random_case(seed)
    follow_ups = comparable(plan_of(case, case.now))
    order = [(URGENCIES.index(each["urgency"]), each["due_at"], each["key"]) for each in follow_ups]
    assert order == sorted(order)
    assert len({each["key"] for each in follow_ups}) == len(follow_ups)


@given(seeds)
@some
def test_instants_are_in_the_zone_of_the_user(seed: int) -> None:
    case = random_case(seed)
    zone = settings_of(case.timezone).zone
    for each in plan_of(case, case.now):
        assert each.opens_at.tzinfo == each.due_at.tzinfo == each.overdue_at.tzinfo == zone
        assert each.opens_at.astimezone(UTC).astimezone(zone).fold == each.opens_at.fold


def happenings(facts: Facts) -> list[datetime]:
    """The instants at which facts and decisions are dated, and interviews end."""
    dated = [touchpoint.at for touchpoint in facts.touchpoints.values()]
    dated += [decision.at for decision in facts.decisions.values()]
    ends = [meeting.ends_at for key in facts.opportunities for meeting in facts.interviews_of_opportunity.of(key)]
    ends += [meeting.ends_at for meeting in facts.interviews_of_opportunity.of("nowhere")]
    return sorted([*map(instant, dated), *ends])


@given(seeds, st.lists(st.floats(0, 1), min_size=2, max_size=4))
@some
def test_time_alone_never_brings_back_what_lapsed(seed: int, fractions: list[float]) -> None:
    case = random_case(seed)
    start = case.now.astimezone(UTC)
    following = [each for each in happenings(facts_of(case.book)) if each > start]
    quiet = (following[0] - start - timedelta(microseconds=1)) if following else timedelta(days=90)
    before: set[str] | None = None
    for fraction in sorted(fractions):
        keys = {each.key for each in plan_of(case, start + quiet * fraction)}
        assert before is None or keys <= before
        before = keys


@given(seeds)
@some
def test_after_an_answer_no_status_check_opens_within_a_week(seed: int) -> None:
    case = random_case(seed)._replace(cadence={})
    for opportunity in case.book["opportunities"]:
        opportunity["decision_by"] = None
    facts = facts_of(case.book)
    calendar = Calendar(settings_of(case.timezone).zone, frozenset())
    for each in plan_of(case, case.now):
        if each.rule != "R2":
            continue
        past = [t for t in facts.touchpoints_of_opportunity.of(each.opportunity_id) if t.at <= case.now]
        answers = [t.at for t in past if t.record.direction == "in" and t.record.kind not in ("notice", "connect")]
        attempts = [t.at for t in past if t.record.direction == "out" and t.record.kind == "status_check"]
        if answers and (not attempts or max(answers) >= max(attempts)):
            assert each.opens_at.astimezone(UTC) >= calendar.plus_days(max(answers), 7)


def test_a_promise_that_stands_in_two_interviews_is_planned_once_and_as_the_more_urgent() -> None:
    case = random_case(1)
    entry = {"id": "p", "text": "the portfolio"}
    case.book["interviews"] = [
        {"id": f"i{day}", "opportunity_id": "gone", "starts_at": f"2026-11-0{day}T10:00:00Z", "promises": [entry]}
        for day in (1, 2, 3)
    ]
    follow_ups = plan_of(case, datetime(2026, 11, 5, 10, tzinfo=UTC))
    assert [each.interview_id for each in follow_ups if each.key == "promise:p"] == ["i1"]
