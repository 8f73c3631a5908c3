"""R1, R6 and R9 at their edges: what plans a follow-up, what does it, to whom it is and when."""

import pytest

from tests.domain.cadence.small_books import started_with, wall_clock, window

# R1


@pytest.mark.parametrize(
    ("at", "fields", "done"),
    [
        pytest.param("2026-11-17 15:30", {"interview_id": "itv"}, True, id="names the interview"),
        pytest.param("2026-11-16 15:30", {"interview_id": "itv"}, True, id="names the interview, at any time"),
        pytest.param("2026-11-17 15:00", {}, True, id="names none, at its start"),
        pytest.param("2026-11-17 14:59", {}, False, id="names none, before its start"),
        pytest.param("2026-11-18 09:59", {}, True, id="names none, before the next one starts"),
        pytest.param("2026-11-18 10:00", {}, False, id="names none, when the next one starts"),
        pytest.param("2026-11-17 16:30", {"opportunity_id": None}, True, id="without an opportunity"),
        pytest.param("2026-11-17 16:30", {"opportunity_id": "other"}, False, id="in another opportunity"),
        pytest.param(
            "2026-11-17 16:30", {"opportunity_id": "other", "interview_id": "itv"}, True, id="by its interview"
        ),
        pytest.param("2026-11-17 16:30", {"interview_id": "next"}, False, id="names another interview"),
        pytest.param("2026-11-17 16:30", {"contact_id": "ben"}, False, id="to another person"),
        pytest.param("2026-11-17 16:30", {"direction": "in"}, False, id="from them"),
    ],
)
def test_r1_is_done_by_a_thank_you_for_this_interview_to_this_person(
    at: str, fields: dict[str, object], *, done: bool
) -> None:
    book = started_with()
    book.interview("opp", "2026-11-17 15:00", "ana", id="itv")
    book.interview("opp", "2026-11-18 10:00", "ana", id="next")
    book.sent("thank_you", at, "ana", "opp")
    book.tables["touchpoints"][0] |= fields
    assert ("thank_you:itv:ana" not in book.plan("2026-11-19 12:00")) == done


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"status": "cancelled"}, id="cancelled"),
        pytest.param({"contact_ids": ["ben"]}, id="with someone else"),
        pytest.param({"opportunity_id": "other"}, id="of another opportunity"),
        pytest.param({"starts_at": "2026-11-17T15:00:00+01:00"}, id="starting at the same time"),
    ],
)
def test_r1_only_the_next_interview_with_them_in_the_opportunity_ends_its_time(fields: dict[str, object]) -> None:
    book = started_with()
    book.interview("opp", "2026-11-17 15:00", "ana", id="itv")
    book.interview("opp", "2026-11-18 10:00", "ana", id="next")
    book.tables["interviews"][1] |= fields
    book.sent("thank_you", "2026-11-18 11:00", "ana", "opp")
    assert "thank_you:itv:ana" not in book.plan("2026-11-19 12:00")


def test_r1_is_planned_ahead_of_the_interview_and_once_for_each_person() -> None:
    book = started_with()
    book.interview("opp", "2026-11-17 15:00", "ana", "ben", "ana", id="itv")
    plan = book.plan("2026-11-17 12:00")
    assert [key for key in plan if key.startswith("thank_you")] == ["thank_you:itv:ana", "thank_you:itv:ben"]
    assert plan["thank_you:itv:ana"].urgency == "upcoming"
    assert plan["thank_you:itv:ben"].channel == "email"
    assert plan["thank_you:itv:ana"].interview_id == "itv"


@pytest.mark.parametrize("outcome", ["rejected", "accepted", "withdrawn", "no_response", None])
def test_r1_is_not_planned_once_the_opportunity_is_closed(outcome: str | None) -> None:
    book = started_with("closed", outcome=outcome)
    book.interview("opp", "2026-11-17 15:00", "ana", id="itv")
    assert "thank_you:itv:ana" not in book.plan("2026-11-17 17:00")


# R6


@pytest.mark.parametrize(
    ("due_on", "due_at"),
    [
        (None, "2026-11-19 16:00"),
        ("2026-11-18", "2026-11-18 17:00"),
        ("2026-11-17", "2026-11-17 17:00"),
        ("2026-11-16", "2026-11-17 16:00"),
        ("2026-11-22", "2026-11-22 17:00"),
    ],
)
def test_r6_is_due_on_its_date_and_not_before_the_end(due_on: str | None, due_at: str) -> None:
    book = started_with("offer")
    promise = {"id": "p1", "text": "the portfolio", "contact_id": None, "due_on": due_on, "kept_at": None}
    book.interview("opp", "2026-11-17 15:00", "ana", promises=[promise], id="itv", duration_min=60)
    follow_up = book.plan("2026-11-17 16:00")["promise:p1"]
    assert (wall_clock(follow_up.opens_at), wall_clock(follow_up.due_at)) == ("2026-11-17 16:00", due_at)
    assert follow_up.overdue_at - follow_up.due_at == book.at("2026-11-02 00:00") - book.at("2026-11-01 00:00")
    assert follow_up.contact_id == "ana"


@pytest.mark.parametrize(
    ("change", "planned"),
    [
        ({}, True),
        ({"status": "cancelled"}, False),
        ({"opportunity_id": "gone"}, True),
        ({"opportunity_id": "shut"}, False),
        ({"duration_min": 300}, False),
    ],
)
def test_r6_is_for_ended_interviews_of_what_is_not_closed(change: dict[str, object], *, planned: bool) -> None:
    book = started_with()
    book.opportunity("closed", id="shut")
    promises = [
        {"id": "p1", "text": "the portfolio", "contact_id": "ben", "due_on": None, "kept_at": None},
        {"id": "p2", "text": "references", "kept_at": "2026-11-17T16:10:00+01:00"},
    ]
    book.interview("opp", "2026-11-17 15:00", promises=promises, id="itv")
    book.tables["interviews"][0] |= change
    plan = book.plan("2026-11-17 17:00")
    assert ("promise:p1" in plan) == planned
    assert "promise:p2" not in plan
    assert not planned or plan["promise:p1"].contact_id == "ben"


# R9


def test_r9_counts_from_their_latest_interview_in_any_opportunity() -> None:
    book = started_with("closed")
    book.interview("opp", "2026-11-02 15:00", "ana", id="first")
    book.interview("gone", "2026-11-04 15:00", "ana", "unknown", id="last")
    plan = book.plan("2026-11-05 12:00")
    connect = plan["connect:ana"]
    assert (connect.opportunity_id, connect.channel, connect.interview_id) == ("gone", "linkedin", None)
    assert window(connect) == ("2026-11-05 16:00", "2026-11-07 16:00", "2026-11-11 16:00")
    assert wall_clock(connect.lapses_at) == "2026-11-25 16:00"
    assert "connect:unknown" not in plan


@pytest.mark.parametrize("fact", ["connected", "invited long ago"])
def test_r9_connects_once(fact: str) -> None:
    book = started_with()
    book.interview("opp", "2026-11-02 15:00", "ana")
    if fact == "connected":
        book.tables["contacts"][0]["linkedin_connected_at"] = "2030-01-01T09:00:00+01:00"
    else:
        book.sent("connect", "2026-02-02 10:00", "ana", None)
    assert "connect:ana" not in book.plan("2026-11-05 12:00")
