"""R2, R3, R4, R7 and R8 at their edges: what plans a follow-up, what does it, to whom it is and when."""

from typing import Any

import pytest

from tests.domain.cadence.small_books import SmallBook, started_with, wall_clock, window

# R2


@pytest.mark.parametrize("stage", ["offer", "closed"])
def test_r2_asks_only_while_active(stage: str) -> None:
    book = started_with(stage)
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    assert not [key for key in book.plan("2026-11-20 12:00") if key.startswith(("status_check", "close_out"))]


@pytest.mark.parametrize(
    ("starts_at", "status", "asks"),
    [
        ("2026-11-20 11:30", "scheduled", False),
        ("2026-11-20 11:00", "scheduled", True),
        ("2026-11-21 11:00", "done", False),
        ("2026-11-21 11:00", "cancelled", True),
    ],
)
def test_r2_waits_for_an_interview_ahead(starts_at: str, status: str, *, asks: bool) -> None:
    book = started_with()
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    book.interview("opp", starts_at, status=status, id="itv", duration_min=60)
    assert any(key.startswith("status_check") for key in book.plan("2026-11-20 12:00")) == asks


@pytest.mark.parametrize("kind", ["notice", "connect"])
def test_r2_no_person_wrote_an_automatic_message(kind: str) -> None:
    book = started_with()
    book.got(kind, "2026-11-02 10:00", "ana", "opp")
    assert book.plan("2026-11-20 12:00") == {}


def test_r2_at_the_same_instant_the_anchor_is_the_answer_and_the_greater_id() -> None:
    book = started_with()
    book.interview("opp", "2026-11-02 09:00", id="itv", duration_min=60)
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg1")
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg2")
    assert "status_check:opp:msg2:1" in book.plan("2026-11-20 12:00")


def test_r2_counts_from_the_last_thank_you_in_the_opportunity_whoever_got_it() -> None:
    book = started_with()
    book.interview("opp", "2026-11-02 09:00", "ana", id="itv", duration_min=60)
    book.sent("thank_you", "2026-11-02 12:00", "ana", "opp")
    book.sent("thank_you", "2026-11-03 12:00", "ben", "opp")
    book.sent("thank_you", "2026-11-04 12:00", "ana", None, interview_id="itv")
    assert wall_clock(book.plan("2026-11-05 12:00")["status_check:opp:itv:1"].opens_at) == "2026-11-10 12:00"


def test_r2_counts_from_an_answer_and_not_from_a_thank_you_after_it() -> None:
    book = started_with()
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    book.sent("thank_you", "2026-11-03 10:00", "ben", "opp")
    assert wall_clock(book.plan("2026-11-05 12:00")["status_check:opp:msg:1"].opens_at) == "2026-11-09 10:00"


@pytest.mark.parametrize(
    ("decision_by", "opens_at"),
    [
        pytest.param("2026-11-01", "2026-11-09 10:00", id="spent"),
        pytest.param("2026-11-02", "2026-11-03 09:00", id="on the date of the anchor"),
        pytest.param("2026-11-06", "2026-11-09 09:00", id="a Friday"),
    ],
)
def test_r2_the_date_they_named_counts_from_the_date_of_the_anchor_on(decision_by: str, opens_at: str) -> None:
    book = started_with(decision_by=decision_by)
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    assert wall_clock(book.plan("2026-11-02 12:00")["status_check:opp:msg:1"].opens_at) == opens_at


@pytest.mark.parametrize(
    ("decision_by", "expected"),
    [
        pytest.param("2026-11-13", ("2026-11-17 10:00", "2026-11-20 10:00", "2026-11-24 10:00"), id="sooner"),
        pytest.param("2026-11-16", ("2026-11-17 10:00", "2026-11-20 10:00", "2026-11-24 10:00"), id="same day"),
        pytest.param("2026-11-17", ("2026-11-18 09:00", "2026-11-19 17:00", "2026-11-24 17:00"), id="later"),
    ],
)
def test_r2_the_second_attempt_waits_for_the_later_of_a_week_and_the_date(
    decision_by: str, expected: tuple[str, str, str]
) -> None:
    book = started_with(decision_by=decision_by)
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    book.sent("status_check", "2026-11-10 10:00", "ana", "opp")
    check = book.plan("2026-11-10 12:00")["status_check:opp:msg:2"]
    assert check.attempt == 2
    assert window(check) == expected


# The primary contact


@pytest.mark.parametrize(
    ("fields", "roles", "expected"),
    [
        ({"primary_contact_id": "ben", "contact_ids": ["rec"]}, {}, "ben"),
        ({"primary_contact_id": "gone", "contact_ids": ["rec"]}, {}, "gone"),
        ({"contact_ids": ["ana", "man", "coo", "rec"]}, {}, "rec"),
        ({"contact_ids": ["ana", "man", "coo"]}, {}, "coo"),
        ({"contact_ids": ["ana", "man"]}, {}, "man"),
        ({"contact_ids": ["ana"]}, {"last": ["ben", "rec"]}, "ben"),
        ({"contact_ids": ["ana"]}, {"first": ["ben"], "last": []}, "ana"),
        ({"contact_ids": ["gone", "ana"]}, {}, "gone"),
        ({"contact_ids": []}, {}, None),
    ],
)
def test_the_primary_contact(fields: dict[str, Any], roles: dict[str, list[str]], expected: str | None) -> None:
    book = SmallBook()
    for contact_id, role in (("ana", "interviewer"), ("rec", "recruiter"), ("coo", "coordinator"), ("ben", "other")):
        book.contact(contact_id, id=contact_id, role=role, preferred_channel="phone")
    book.contact("man", id="man", role="hiring_manager", preferred_channel="phone")
    book.opportunity(id="opp", **fields)
    book.interview("opp", "2026-11-02 09:00", *roles.get("first", []), id="first")
    book.interview("opp", "2026-11-03 09:00", *roles.get("last", []), id="last")
    check = book.plan("2026-11-10 12:00")["status_check:opp:last:1"]
    assert check.contact_id == expected
    assert check.channel == ("email" if expected in ("gone", None) else "phone")


# R3


def test_r3_one_nudge_after_applying_that_lapses_after_a_month() -> None:
    book = started_with("applied", applied_at="2026-11-03 10:00")
    check = book.plan("2026-11-04 12:00")["application_check:opp"]
    assert window(check) == ("2026-11-10 10:00", "2026-11-13 10:00", "2026-11-17 10:00")
    assert wall_clock(check.lapses_at) == "2026-12-03 10:00"


@pytest.mark.parametrize(
    "fact", ["not applied", "screening", "answer", "interview ahead", "cancelled interview", "sent", "notice"]
)
def test_r3_is_for_an_application_without_any_sign(fact: str) -> None:
    book = started_with(
        "screening" if fact == "screening" else "applied",
        applied_at=None if fact == "not applied" else "2026-11-03 10:00",
    )
    if fact == "answer":
        book.got("other", "2026-11-04 10:00", "ana", "opp")
    if fact == "notice":
        book.got("notice", "2026-11-04 10:00", "ana", "opp")
    if fact == "sent":
        book.sent("application_check", "2026-11-04 10:00", None, "opp")
    if fact.endswith("interview") or fact == "interview ahead":
        status = "cancelled" if fact == "cancelled interview" else "scheduled"
        book.interview("opp", "2026-11-20 10:00", "ana", status=status)
    planned = "application_check:opp" in book.plan("2026-11-05 12:00")
    assert planned == (fact in ("notice", "cancelled interview"))


# R4


def test_r4_counts_from_the_anchor_where_no_status_check_is_allowed() -> None:
    book = SmallBook(cadence={"max_status_checks": 0})
    book.opportunity(id="opp")
    book.got("other", "2026-11-02 10:00", None, "opp", id="msg")
    plan = book.plan("2026-11-05 12:00")
    assert window(plan["close_out:opp:msg"]) == ("2026-11-16 10:00", "2026-11-23 10:00", "2026-12-02 10:00")
    assert plan["close_out:opp:msg"].contact_id is None


@pytest.mark.parametrize(("at", "done"), [("2026-11-20 10:00", False), ("2026-11-20 10:01", True)])
def test_r4_is_done_by_a_last_note_later_than_the_last_attempt(at: str, *, done: bool) -> None:
    book = started_with()
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    book.sent("status_check", "2026-11-10 10:00", "ana", "opp")
    book.sent("status_check", "2026-11-20 10:00", "ana", "opp")
    book.sent("close_out", at, "ana", "opp")
    assert ("close_out:opp:msg" not in book.plan("2026-12-20 12:00")) == done


# R7 and R8


@pytest.mark.parametrize(("at", "done"), [("2026-11-19 09:59", False), ("2026-11-19 10:00", True)])
def test_r7_and_r8_are_done_by_a_reply_from_the_change_of_stage_on(at: str, *, done: bool) -> None:
    book = started_with("offer", stage_changed_at="2026-11-19 10:00")
    book.opportunity("closed", id="shut", outcome="rejected", stage_changed_at="2026-11-19 10:00")
    book.interview("shut", "2026-11-02 10:00", "ana")
    book.sent("offer_reply", at, "ana", "opp")
    book.sent("rejection_reply", at, "ana", "shut")
    plan = book.plan("2026-11-19 12:00")
    assert ("offer_reply:opp" not in plan) == done
    assert ("rejection_reply:shut" not in plan) == done


@pytest.mark.parametrize(
    ("talk", "planned"),
    [
        ("nothing", False),
        ("notice", False),
        ("answer in time", True),
        ("answer too late", False),
        ("interview in time", True),
        ("interview too late", False),
        ("interview cancelled", False),
    ],
)
def test_r8_thanks_only_those_with_whom_one_had_talked(talk: str, *, planned: bool) -> None:
    book = started_with("closed", outcome="rejected", stage_changed_at="2026-11-19 10:00")
    if talk.startswith("answer"):
        book.got("other", "2026-11-19 10:00" if talk.endswith("in time") else "2026-11-19 10:01", "ana", "opp")
    if talk == "notice":
        book.got("notice", "2026-11-18 10:00", "ana", "opp")
    if talk.startswith("interview"):
        start = "2026-11-19 09:01" if talk.endswith("late") else "2026-11-19 09:00"
        status = "cancelled" if talk.endswith("cancelled") else "scheduled"
        book.interview("opp", start, "ana", duration_min=60, status=status)
    assert ("rejection_reply:opp" in book.plan("2026-11-19 12:00")) == planned
