"""The worked examples of the cadence's text, in its order and its words (zone Europe/Madrid, no holidays)."""

import pytest

from tests.domain.cadence.small_books import SmallBook, wall_clock, window


def interview_with_ana_and_ben() -> SmallBook:
    """Interview Tue 2026-11-17 15:00 for 60 min with Ana and Ben; nothing sent."""
    book = SmallBook()
    book.contact("Ana", id="ana", role="interviewer")
    book.contact("Ben", id="ben", role="interviewer")
    book.opportunity(id="acorn", contact_ids=["ana", "ben"])
    book.interview("acorn", "2026-11-17 15:00", "ana", "ben", id="itv", duration_min=60)
    return book


def ana_thanked() -> SmallBook:
    book = interview_with_ana_and_ben()
    book.sent("thank_you", "2026-11-18 09:00", "ana", "acorn", interview_id="itv")
    return book


@pytest.mark.parametrize(
    ("now", "urgency"),
    [
        ("2026-11-18 10:00", "open"),
        ("2026-11-18 17:00", "due"),
        ("2026-11-19 17:00", "overdue"),
        ("2026-11-24 16:00", "overdue"),
    ],
)
def test_1_both_thank_yous_become_more_urgent(now: str, urgency: str) -> None:
    plan = interview_with_ana_and_ben().plan(now)
    for key in ("thank_you:itv:ana", "thank_you:itv:ben"):
        assert plan[key].urgency == urgency
        assert wall_clock(plan[key].due_at) == "2026-11-18 16:00"


def test_1_the_thank_yous_are_gone_after_a_week_and_linkedin_opens_a_day_later() -> None:
    book = interview_with_ana_and_ben()
    assert not [key for key in book.plan("2026-11-24 16:01") if key.startswith("thank_you")]
    assert wall_clock(book.plan("2026-11-18 10:00")["connect:ana"].opens_at) == "2026-11-18 16:00"


def test_2_the_status_check_counts_from_the_thank_you() -> None:
    check = ana_thanked().plan("2026-11-18 12:00")["status_check:acorn:itv:1"]
    assert window(check) == ("2026-11-25 09:00", "2026-11-30 09:00", "2026-12-02 09:00")


def test_3_the_status_check_waits_for_the_date_they_named() -> None:
    book = ana_thanked()
    book.tables["opportunities"][0]["decision_by"] = "2026-11-27"
    check = book.plan("2026-11-18 12:00")["status_check:acorn:itv:1"]
    assert window(check) == ("2026-11-30 09:00", "2026-12-01 17:00", "2026-12-04 17:00")


@pytest.mark.parametrize(
    ("decision_by", "opens_at"), [("2026-12-08", "2026-12-09 09:00"), ("2026-11-27", "2026-12-08 11:00")]
)
def test_4_an_answer_is_the_new_anchor_and_a_date_before_it_is_spent(decision_by: str, opens_at: str) -> None:
    book = ana_thanked()
    book.tables["opportunities"][0]["decision_by"] = decision_by
    book.got("other", "2026-12-01 11:00", "ana", "acorn", id="msg")
    check = book.plan("2026-12-01 12:00")["status_check:acorn:msg:1"]
    assert wall_clock(check.opens_at) == opens_at


def test_5_after_two_status_checks_comes_the_close_out_and_no_third() -> None:
    book = ana_thanked()
    book.sent("status_check", "2026-11-25 10:00", "ana", "acorn")
    book.sent("status_check", "2026-12-07 09:30", "ana", "acorn")
    plan = book.plan("2026-12-08 12:00")
    assert not [key for key in plan if key.startswith("status_check")]
    assert wall_clock(plan["close_out:acorn:itv"].opens_at) == "2026-12-21 09:30"
    assert plan["close_out:acorn:itv"].channel is None


def test_6_a_refusal_takes_the_place_of_thank_yous_and_checks() -> None:
    book = interview_with_ana_and_ben()
    book.tables["opportunities"][0] |= {
        "stage": "closed",
        "outcome": "rejected",
        "stage_changed_at": book.at("2026-12-03 12:00").isoformat(),
    }
    plan = book.plan("2026-12-03 12:00")
    assert {key.partition(":")[0] for key in plan} == {"rejection_reply", "connect"}
    reply = plan["rejection_reply:acorn"]
    assert reply.urgency == "open"
    assert window(reply) == ("2026-12-03 12:00", "2026-12-04 12:00", "2026-12-05 12:00")
    assert "rejection_reply:acorn" in book.plan("2026-12-17 12:00")
    assert "rejection_reply:acorn" not in book.plan("2026-12-17 12:01")
