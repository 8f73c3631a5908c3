"""P1, P2, snoozes and skips: what moves, holds back or takes away a follow-up after its rule has spoken."""

from typing import Any

import pytest

from tests.domain.cadence.small_books import SmallBook, started_with, wall_clock, window

NOW = "2026-11-13 12:00"
CHECK = "status_check:opp:msg:1"


def waiting_since_monday(**settings: Any) -> SmallBook:
    """Ana wrote on Mon 2 Nov 10:00: the check opens Mon 9 Nov, due Thu 12, overdue Mon 16."""
    book = SmallBook(**settings)
    book.contact("Ana Ruiz", id="ana")
    book.opportunity(id="opp", contact_ids=["ana"])
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    return book


# P1


@pytest.mark.parametrize(
    ("sent", "opens_at"),
    [
        pytest.param("2026-11-04 10:00", "2026-11-09 10:00", id="five days before it opens"),
        pytest.param("2026-11-04 10:01", "2026-11-09 10:01", id="a minute less"),
        pytest.param("2026-11-09 10:00", "2026-11-16 09:00", id="ends on a Saturday"),
        pytest.param("2026-11-13 12:00", "2026-11-18 12:00", id="now"),
        pytest.param("2026-11-13 12:01", "2026-11-09 10:00", id="after now"),
    ],
)
def test_p1_keeps_five_days_from_the_last_message_in_any_opportunity(sent: str, opens_at: str) -> None:
    book = waiting_since_monday()
    book.sent("thank_you", sent, "ana", "elsewhere", channel="phone")
    assert wall_clock(book.plan(NOW)[CHECK].opens_at) == opens_at


def test_p1_moves_the_whole_window_by_the_same_time_and_rolls_it() -> None:
    book = waiting_since_monday()
    book.sent("other", "2026-11-10 15:00", "ana", "opp")
    assert window(book.plan(NOW)[CHECK]) == ("2026-11-16 09:00", "2026-11-19 09:00", "2026-11-23 09:00")
    book = waiting_since_monday(holidays=["2026-11-19", "2026-11-20", "2026-11-23"])
    book.sent("other", "2026-11-10 15:00", "ana", "opp")
    assert window(book.plan(NOW)[CHECK]) == ("2026-11-16 09:00", "2026-11-24 09:00", "2026-11-24 09:00")


@pytest.mark.parametrize(
    ("kind", "at", "moved"),
    [
        ("other", "2026-11-10 15:01", False),
        ("other", "2026-11-10 15:00", True),
        ("notice", "2026-11-10 15:01", True),
        ("connect", "2026-11-10 15:01", True),
    ],
)
def test_p1_ends_with_an_answer_after_the_message(kind: str, at: str, *, moved: bool) -> None:
    book = waiting_since_monday()
    book.sent("other", "2026-11-10 15:00", "ana", "opp")
    book.got(kind, at, "ana", "elsewhere")
    assert (wall_clock(book.plan(NOW)[CHECK].opens_at) != "2026-11-09 10:00") == moved


def test_p1_does_not_count_thank_yous_before_connecting() -> None:
    book = started_with()
    book.interview("opp", "2026-11-10 15:00", "ana", id="itv", duration_min=60)
    book.sent("thank_you", "2026-11-11 10:00", "ana", "opp")
    assert wall_clock(book.plan(NOW)["connect:ana"].opens_at) == "2026-11-11 16:00"
    book.sent("other", "2026-11-10 18:00", "ana", "opp")
    assert wall_clock(book.plan(NOW)["connect:ana"].opens_at) == "2026-11-16 09:00"


def test_p1_leaves_a_window_alone_that_opens_when_the_gap_ends_on_a_free_day() -> None:
    book = started_with()
    book.interview("opp", "2026-11-13 15:00", "ana", id="itv", duration_min=60)
    book.sent("other", "2026-11-09 16:00", "ana", "opp")
    assert wall_clock(book.plan("2026-11-13 17:00")["connect:ana"].opens_at) == "2026-11-14 16:00"


def test_p1_is_not_for_what_cannot_wait() -> None:
    book = started_with()
    book.interview("opp", "2026-11-12 15:00", "ana", id="itv", duration_min=60)
    book.sent("other", "2026-11-12 18:00", "ana", "opp")
    assert wall_clock(book.plan(NOW)["thank_you:itv:ana"].opens_at) == "2026-11-12 16:00"


def test_p1_is_not_for_nobody() -> None:
    book = SmallBook()
    book.opportunity("applied", id="opp", applied_at="2026-11-03 10:00")
    book.sent("other", "2026-11-10 10:00", None, "opp")
    assert wall_clock(book.plan(NOW)["application_check:opp"].opens_at) == "2026-11-10 10:00"


def test_what_the_gap_moves_past_its_lapse_is_not_planned() -> None:
    book = started_with("applied", applied_at="2026-11-03 10:00")
    book.sent("other", "2026-12-01 10:00", "ana", None)
    assert "application_check:opp" not in book.plan("2026-12-02 12:00")
    assert "application_check:opp" in book.plan("2026-11-30 12:00")


# P2


@pytest.mark.parametrize(
    ("kinds", "held"),
    [
        (["other", "other"], False),
        (["other", "other", "reply"], True),
        (["other", "other", "thank_you"], False),
        (["other", "other", "connect"], False),
        (["status_check", "status_check", "notice"], True),
    ],
)
def test_p2_holds_after_three_messages_without_an_answer(kinds: list[str], *, held: bool) -> None:
    book = started_with("applied", applied_at="2026-11-02 10:00")
    for kind in kinds:
        book.sent(kind, "2026-11-03 10:00", "ben", "opp")
    follow_up = book.plan("2026-11-09 09:00")["application_check:opp"]
    assert (follow_up.held, follow_up.urgency) == (held, "held" if held else "upcoming")


@pytest.mark.parametrize(("at", "held"), [("2026-11-03 10:00", False), ("2026-11-03 09:59", True)])
def test_p2_counts_what_came_after_the_last_answer(at: str, *, held: bool) -> None:
    book = started_with()
    book.got("other", at, "ana", "opp", id="msg")
    for _ in range(3):
        book.sent("other", "2026-11-03 10:00", "ana", "opp")
    assert book.plan(NOW)[CHECK].held == held


def test_p2_counts_in_an_unknown_opportunity_and_never_without_one() -> None:
    book = SmallBook()
    book.contact(id="ana", keep_in_touch=True)
    book.interview("gone", "2026-11-02 10:00", "ana")
    for _ in range(3):
        book.sent("other", "2026-11-03 10:00", None, "gone")
        book.sent("other", "2026-01-03 10:00", "ana", None)
    plan = book.plan("2026-11-09 09:00")
    assert plan["connect:ana"].held
    assert not plan["keep_in_touch:ana:2026-01-03"].held


# Decisions


def test_a_snooze_moves_what_would_be_sooner_and_is_shown_until_it_ends() -> None:
    book = started_with()
    book.interview("opp", "2026-11-10 15:00", "ana", id="itv", duration_min=60)
    book.snooze("thank_you:itv:ana", "2026-11-10 17:00", "2026-11-15 09:00")
    snoozed = book.plan("2026-11-15 08:59")["thank_you:itv:ana"]
    assert window(snoozed) == ("2026-11-15 09:00", "2026-11-15 09:00", "2026-11-16 09:00")
    assert (wall_clock(snoozed.lapses_at), snoozed.urgency) == ("2026-11-22 09:00", "upcoming")
    assert wall_clock(snoozed.snoozed_until) == "2026-11-15 09:00"
    again = book.plan("2026-11-15 09:00")["thank_you:itv:ana"]
    assert (again.snoozed_until, again.urgency) == (None, "due")


def test_a_snooze_that_ends_before_the_window_changes_nothing() -> None:
    book = waiting_since_monday()
    book.snooze(CHECK, "2026-11-02 11:00", "2026-11-03 09:00")
    assert window(book.plan(NOW)[CHECK]) == ("2026-11-09 10:00", "2026-11-12 10:00", "2026-11-16 10:00")


def test_a_snooze_is_applied_after_the_gap() -> None:
    book = waiting_since_monday()
    book.sent("other", "2026-11-10 15:00", "ana", "opp")
    book.snooze(CHECK, "2026-11-11 11:00", "2026-11-20 08:00")
    assert window(book.plan(NOW)[CHECK]) == ("2026-11-20 08:00", "2026-11-20 08:00", "2026-11-23 09:00")


def test_a_snooze_brings_back_what_had_lapsed() -> None:
    book = started_with()
    book.interview("opp", "2026-06-10 15:00", "ana", id="itv")
    assert "connect:ana" not in book.plan(NOW)
    book.snooze("connect:ana", "2026-11-01 10:00", "2026-11-12 09:00")
    assert wall_clock(book.plan(NOW)["connect:ana"].lapses_at) == "2026-11-19 09:00"


@pytest.mark.parametrize(
    ("decisions", "planned"),
    [
        ([("skip", "d1", "2026-11-03 10:00")], False),
        ([("skip", "d1", "2026-11-03 10:00"), ("snooze", "d2", "2026-11-03 10:01")], True),
        ([("snooze", "d1", "2026-11-03 10:00"), ("skip", "d2", "2026-11-03 10:01")], False),
        ([("skip", "d1", "2026-11-03 10:00"), ("snooze", "d2", "2026-11-03 10:00")], True),
        ([("skip", "d2", "2026-11-03 10:00"), ("snooze", "d1", "2026-11-03 10:00")], False),
        ([("snooze", "d1", "2026-11-03 10:00"), ("skip", "d2", "2026-11-13 12:01")], True),
    ],
)
def test_the_latest_decision_counts_and_then_the_greater_id(
    decisions: list[tuple[str, str, str]], *, planned: bool
) -> None:
    book = waiting_since_monday()
    for action, decision_id, at in decisions:
        if action == "skip":
            book.skip(CHECK, at, id=decision_id)
        else:
            book.snooze(CHECK, at, "2026-11-10 10:00", id=decision_id)
    assert (CHECK in book.plan(NOW)) == planned
