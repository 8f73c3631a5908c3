"""R5, R10, R11 and R12 at their edges: what plans a follow-up, what does it, to whom it is and when."""

import pytest

from tests.domain.cadence.small_books import SmallBook, started_with, wall_clock, window

# R5 and R10


@pytest.mark.parametrize(
    ("contact_id", "opportunity_id", "answer", "answered"),
    [
        pytest.param("ana", "opp", ("2026-11-10 10:01", "ana", None), True, id="to them, anywhere"),
        pytest.param("ana", "opp", ("2026-11-10 10:00", "ana", "opp"), False, id="not later"),
        pytest.param("ana", "opp", ("2026-11-10 12:00", "ben", "opp"), False, id="to someone else"),
        pytest.param("ana", None, ("2026-11-10 12:00", "ana", "opp"), True, id="no opportunity"),
        pytest.param(None, "opp", ("2026-11-10 12:00", "ben", "opp"), True, id="nobody: the opportunity"),
        pytest.param(None, "opp", ("2026-11-10 12:00", None, None), False, id="nobody: another opportunity"),
        pytest.param(None, None, ("2026-11-10 12:00", None, None), False, id="neither"),
        pytest.param("gone", "gone", ("2026-11-10 12:00", "gone", None), True, id="unknown"),
    ],
)
def test_r5_and_r10_are_answered_by_a_later_message(
    contact_id: str | None, opportunity_id: str | None, answer: tuple[str, str | None, str | None], *, answered: bool
) -> None:
    book = started_with("closed")
    book.got("met", "2026-11-10 10:00", contact_id, opportunity_id, id="tp", needs_reply=True)
    book.sent("other", *answer)
    plan = book.plan("2026-11-10 20:00")
    assert ("reply:tp" not in plan) == answered
    assert ("event_follow_up:tp" not in plan) == answered


def test_r5_and_r10_without_contact_or_opportunity_end_only_with_a_skip() -> None:
    book = SmallBook()
    book.got("met", "2026-11-10 10:00", None, None, id="tp", needs_reply=True)
    plan = book.plan("2026-11-11 10:00")
    assert window(plan["reply:tp"]) == ("2026-11-10 10:00", "2026-11-11 10:00", "2026-11-12 10:00")
    assert wall_clock(plan["event_follow_up:tp"].lapses_at) == "2026-11-24 10:00"
    book.skip("reply:tp", "2026-11-10 11:00")
    book.skip("event_follow_up:tp", "2026-11-10 11:00")
    assert book.plan("2026-11-11 10:00") == {}


def test_r5_is_about_what_they_wrote_and_r10_about_either_direction() -> None:
    book = SmallBook()
    book.sent("met", "2026-11-10 10:00", None, None, id="tp", needs_reply=True)
    assert list(book.plan("2026-11-11 10:00")) == ["event_follow_up:tp"]


# R11


@pytest.mark.parametrize(
    ("stage", "role", "planned"),
    [
        ("closed", "contact_ids", True),
        ("closed", "primary_contact_id", True),
        ("lead", "contact_ids", False),
        ("offer", "primary_contact_id", False),
    ],
)
def test_r11_is_for_those_with_whom_nothing_is_going_on(stage: str, role: str, *, planned: bool) -> None:
    book = SmallBook()
    book.contact(id="ana", keep_in_touch=True)
    book.opportunity(stage, id="opp", **{role: ["ana"] if role == "contact_ids" else "ana"})
    assert ("keep_in_touch:ana:2026-01-02" in book.plan("2026-11-05 12:00")) == planned


@pytest.mark.parametrize(
    ("touch", "since", "start"),
    [
        (None, None, "2026-01-02"),
        (None, "2025-06-01 10:00", "2025-06-01"),
        ("other", "2026-10-01 10:00", "2026-10-20"),
        ("other", "2026-11-20 10:00", "2026-11-20"),
        ("connect", None, "2026-10-20"),
        ("notice", None, "2026-01-02"),
    ],
)
def test_r11_counts_from_the_last_touch_or_the_day_that_was_set(
    touch: str | None, since: str | None, start: str
) -> None:
    book = SmallBook()
    book.contact(id="ana", keep_in_touch=True, keep_in_touch_days=30, keep_in_touch_since=since)
    if touch is not None:
        book.got(touch, "2026-10-20 00:30", "ana", None)
    [follow_up] = book.plan("2026-11-05 12:00").values()
    assert follow_up.key == f"keep_in_touch:ana:{start}"
    assert follow_up.opportunity_id is None


def test_r11_of_no_day_at_all_opens_with_the_last_touch_and_is_due_a_week_later() -> None:
    book = SmallBook()
    book.contact(id="ana", keep_in_touch=True, keep_in_touch_days=0, keep_in_touch_since="2026-11-02 10:00")
    [follow_up] = book.plan("2026-11-05 12:00").values()
    assert (follow_up.urgency, f"{follow_up.opens_at:%d %b}", f"{follow_up.due_at:%d %b}") == (
        "open",
        "02 Nov",
        "09 Nov",
    )


# R12


@pytest.mark.parametrize(
    ("fields", "channel"),
    [
        ({}, None),
        ({"contact_id": "ana"}, "phone"),
        ({"contact_id": "gone"}, "email"),
        ({"contact_id": "ana", "channel": "letter"}, "letter"),
    ],
)
def test_r12_reminds_by_its_own_channel_or_by_its_contact(fields: dict[str, object], channel: str | None) -> None:
    book = SmallBook()
    book.contact(id="ana", preferred_channel="phone")
    book.reminder("2026-11-21 10:00", id="rem", opportunity_id="gone", **fields)
    book.reminder("2026-11-21 10:00", id="done", done_at="2026-11-20 10:00")
    [follow_up] = book.plan("2026-11-21 10:00").values()
    assert (follow_up.key, follow_up.channel, follow_up.urgency) == ("reminder:rem", channel, "due")
    assert window(follow_up) == ("2026-11-21 10:00", "2026-11-21 10:00", "2026-11-22 10:00")


# Facts after now


def test_touchpoints_after_now_are_ignored_and_all_else_is_taken_as_it_is() -> None:
    book = started_with("applied", applied_at="2026-12-01 10:00")
    book.got("other", "2026-11-20 12:01", "ana", "opp")
    book.sent("application_check", "2026-11-20 12:01", "ana", "opp")
    book.got("met", "2026-11-20 12:01", "ana", None)
    assert list(book.plan("2026-11-20 12:00")) == ["application_check:opp"]
    assert "application_check:opp" not in book.plan("2026-11-20 12:01")
