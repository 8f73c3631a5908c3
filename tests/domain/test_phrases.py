"""The words for follow-ups: every urgency with symbol and word, every date with what it means now."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.cadence import URGENCIES, FollowUp
from followup_tui.domain.phrases import (
    KINDS,
    OUTCOMES,
    STAGES,
    ago_words,
    card_words,
    date_words,
    full_words,
    look,
    moment_words,
    span_words,
    when_words,
)
from followup_tui.domain.phrases import URGENCIES as LOOKS
from followup_tui.domain.phrases import action_words as action
from followup_tui.domain.schema import FOLLOW_UP_KINDS, TOUCHPOINT_KINDS
from followup_tui.domain.schema import OUTCOMES as OUTCOME_NAMES
from followup_tui.domain.schema import STAGES as STAGE_NAMES

MADRID = ZoneInfo("Europe/Madrid")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MADRID)


NOW = at("2026-11-21 10:00")  # a Saturday


def follow_up(urgency: str = "open", **fields: Any) -> FollowUp:
    whole: dict[str, Any] = {
        "key": "reply:t1",
        "rule": "R5",
        "kind": "reply",
        "urgency": urgency,
        "opportunity_id": None,
        "contact_id": None,
        "interview_id": None,
        "channel": "email",
        "attempt": 1,
        "opens_at": at("2026-11-20 09:00"),
        "due_at": at("2026-11-23 09:00"),
        "overdue_at": at("2026-11-24 09:00"),
        "lapses_at": None,
        "snoozed_until": None,
        "held": False,
        "reason": "They asked.",
    }
    return FollowUp(**(whole | fields))


# Names


def test_every_urgency_is_told_without_colour() -> None:
    shown = {urgency: tuple(LOOKS[urgency]) for urgency in URGENCIES}
    assert shown == {
        "overdue": ("‼", "overdue"),
        "due": ("●", "due"),
        "open": ("○", "open"),
        "upcoming": ("◔", "upcoming"),
        "later": ("·", "later"),
        "held": ("⏸", "held"),
    }


@pytest.mark.parametrize("urgency", URGENCIES)
def test_a_follow_up_looks_like_its_urgency(urgency: str) -> None:
    assert look(follow_up(urgency, held=urgency == "held")) == LOOKS[urgency]


def test_nothing_planned_and_a_snooze_have_a_look_too() -> None:
    assert tuple(look(None)) == ("·", "nothing planned")
    assert tuple(look(follow_up("later", snoozed_until=at("2026-11-25 09:00")))) == ("⏸", "snoozed")
    assert look(follow_up("held", held=True, snoozed_until=at("2026-11-25 09:00"))) == LOOKS["held"]


def test_every_kind_stage_and_outcome_has_words() -> None:
    assert set(KINDS) == {*TOUCHPOINT_KINDS, "reminder"}
    assert tuple(STAGES) == STAGE_NAMES
    assert tuple(OUTCOMES) == OUTCOME_NAMES
    assert [kind for kind in FOLLOW_UP_KINDS if action(kind, "Ana") == kind.replace("_", " ")] == []


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("thank_you", "Ana", "thank Ana"),
        ("thank_you", "", "thank them"),
        ("thank_you", "{0.__class__}", "thank {0.__class__}"),
        ("connect", "Ana", "connect with Ana"),
        ("close_out", "Ana", "close it or wait?"),
        ("of_a_newer_version", "Ana", "of a newer version"),
    ],
)
def test_a_card_says_what_is_to_be_done(kind: str, name: str, words: str) -> None:
    assert action(kind, name) == words


# Dates


@pytest.mark.parametrize(
    ("follow", "on_card", "in_list"),
    [
        (follow_up("overdue", overdue_at=at("2026-11-21 04:00")), "6 h", "overdue 6 h"),
        (follow_up("overdue", overdue_at=at("2026-11-21 09:59")), "1 min", "overdue 1 min"),
        (follow_up("overdue", overdue_at=at("2026-11-18 10:00")), "3 d", "overdue 3 d"),
        (follow_up("due", overdue_at=at("2026-11-21 16:00")), "by 16:00", "due, till today 16:00"),
        (follow_up("due", overdue_at=at("2026-11-23 16:00")), "by Mon", "due, till Mon 16:00"),
        (follow_up("due", overdue_at=at("2026-11-30 16:00")), "by 30 Nov", "due, till 30 Nov"),
        (follow_up("open", due_at=at("2026-11-28 16:00")), "till 28 Nov", "open till 28 Nov"),
        (follow_up("open", due_at=at("2026-11-21 16:00")), "till 16:00", "open till today 16:00"),
        (follow_up("open", due_at=at("2026-11-23 16:00")), "till Mon", "open till Mon 16:00"),
        (follow_up("upcoming", opens_at=at("2026-11-23 16:00")), "Mon", "opens Mon 16:00"),
        (follow_up("later", opens_at=at("2026-11-30 09:00")), "in 9 d", "opens in 9 d"),
        (follow_up("later", opens_at=at("2027-01-12 09:00")), "12 Jan 2027", "opens 12 Jan 2027"),
        (follow_up("held", held=True), "held", "held: wait for an answer"),
        (
            follow_up("upcoming", opens_at=at("2026-11-23 16:00"), snoozed_until=at("2026-11-23 16:00")),
            "Mon",
            "snoozed till Mon 16:00",
        ),
        (
            follow_up("later", opens_at=at("2026-11-30 16:00"), snoozed_until=at("2026-11-30 16:00")),
            "in 9 d",
            "snoozed till 30 Nov",
        ),
    ],
)
def test_a_follow_up_says_when(follow: FollowUp, on_card: str, in_list: str) -> None:
    assert (card_words(follow, NOW), when_words(follow, NOW)) == (on_card, in_list)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(), "1 min"),
        (timedelta(seconds=59), "1 min"),
        (timedelta(minutes=40), "40 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=47, minutes=59), "47 h"),
        (timedelta(days=2), "2 d"),
        (timedelta(days=400), "400 d"),
    ],
)
def test_a_span_is_told_in_its_greatest_unit(span: timedelta, words: str) -> None:
    assert span_words(span) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-21 23:59", "23:59"),
        ("2026-11-21 00:00", "00:00"),
        ("2026-11-22 00:00", "Sun"),
        ("2026-11-27 23:59", "Fri"),
        ("2026-11-28 00:00", "in 7 d"),
        ("2026-12-05 12:00", "in 14 d"),
        ("2026-12-06 12:00", "6 Dec"),
        ("2027-01-06 12:00", "6 Jan 2027"),
        ("2026-11-20 12:00", "20 Nov"),
    ],
)
def test_a_moment_is_told_from_here(moment: str, words: str) -> None:
    assert moment_words(at(moment), NOW) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-21 23:00", "today"),
        ("2026-11-20 23:00", "1 d ago"),
        ("2026-11-22 01:00", "in 1 d"),
        ("2026-08-14 10:00", "99 d ago"),
        ("2026-08-13 10:00", "13 Aug"),
        ("2025-08-13 10:00", "13 Aug 2025"),
    ],
)
def test_how_long_ago_is_told_in_days_of_the_calendar(moment: str, words: str) -> None:
    assert ago_words(at(moment), NOW) == words


def test_a_date_and_time_in_full() -> None:
    assert full_words(at("2026-11-17 15:00"), NOW) == "Tue 17 Nov 15:00"
    assert full_words(at("2025-11-17 15:00"), NOW) == "Mon 17 Nov 2025 15:00"
    assert date_words(at("2026-11-07 15:00"), NOW) == "7 Nov"
