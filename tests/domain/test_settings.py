"""The numbers of `[cadence]`: their defaults, and the sentences with which others are refused."""

import re
from typing import Any

import pytest

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.settings import CadenceNumbers, SettingError, cadence_numbers

DEFAULTS = """
thank_you_due_h 24, thank_you_overdue_h 48, thank_you_lapse_d 7, check_open_d 7, check_due_d 10, check_overdue_d 14,
max_status_checks 2, promise_open_bd 1, promise_due_bd 2, promise_overdue_bd 5, application_open_d 7,
application_due_d 10, application_overdue_d 14, application_lapse_d 30, close_out_open_d 14, close_out_due_d 21,
close_out_overdue_d 30, reply_due_h 24, reply_overdue_h 48, offer_due_h 24, offer_overdue_h 48, rejection_due_h 24,
rejection_overdue_h 48, rejection_lapse_d 14, connect_open_d 1, connect_due_d 3, connect_overdue_d 7,
connect_lapse_d 21, event_due_h 24, event_overdue_h 48, event_lapse_d 14, keep_in_touch_days 84,
keep_in_touch_due_d 7, keep_in_touch_overdue_d 21, gap_d 5, cap 3, horizon_days 3
"""


def test_the_defaults_are_those_of_the_text() -> None:
    expected = {name: int(number) for name, number in re.findall(r"(\w+) (\d+)", DEFAULTS)}
    assert cadence_numbers({})._asdict() == expected
    assert CadenceNumbers()._asdict() == expected


def test_what_is_given_replaces_its_default_alone() -> None:
    numbers = cadence_numbers({"reply_due_h": 1.5, "cap": 0, "max_status_checks": 10**12})
    assert numbers == CadenceNumbers(reply_due_h=1.5, cap=0, max_status_checks=10**12)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"chek_open_d": 7}, "chek_open_d"),
        ({"_fields": 7}, "_fields"),
        ({"gap_d": "5"}, "gap_d"),
        ({"gap_d": True}, "gap_d"),
        ({"reply_due_h": False}, "reply_due_h"),
        ({"gap_d": 5.5}, "gap_d"),
        ({"gap_d": [5]}, "gap_d"),
        ({"max_status_checks": 1.5}, "max_status_checks"),
        ({"reply_due_h": float("nan")}, "reply_due_h"),
        ({"reply_overdue_h": float("inf")}, "reply_overdue_h"),
        ({"gap_d": -1}, "gap_d"),
        ({"reply_due_h": -0.5}, "reply_due_h"),
        ({"cap": -1}, "cap"),
        ({"promise_open_bd": 0}, "promise_open_bd"),
        ({"gap_d": 36_501}, "gap_d"),
        ({"horizon_days": 10**30}, "horizon_days"),
        ({"promise_overdue_bd": 40_000}, "promise_overdue_bd"),
        ({"reply_overdue_h": 1e300}, "reply_overdue_h"),
    ],
)
def test_what_is_no_number_of_its_kind_is_refused_by_its_key(given: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingError) as refused:
        cadence_numbers(given)
    assert refused.value.key == key
    assert str(refused.value) == f"{key}: {refused.value.reason}"
    assert isinstance(refused.value, FollowupError)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"thank_you_due_h": 49}, "thank_you_due_h"),
        ({"thank_you_overdue_h": 23}, "thank_you_overdue_h"),
        ({"check_open_d": 11}, "check_open_d"),
        ({"check_due_d": 15}, "check_due_d"),
        ({"check_due_d": 6}, "check_due_d"),
        ({"check_open_d": 5, "check_due_d": 4}, "check_due_d"),
        ({"promise_due_bd": 6}, "promise_due_bd"),
        ({"application_overdue_d": 9}, "application_overdue_d"),
        ({"application_open_d": 31, "application_due_d": 31, "application_overdue_d": 31}, "application_open_d"),
        ({"application_lapse_d": 6}, "application_lapse_d"),
        ({"close_out_open_d": 22}, "close_out_open_d"),
        ({"reply_overdue_h": 1}, "reply_overdue_h"),
        ({"offer_due_h": 48.1}, "offer_due_h"),
        ({"rejection_overdue_h": 3}, "rejection_overdue_h"),
        ({"connect_lapse_d": 0}, "connect_lapse_d"),
        ({"connect_due_d": 0}, "connect_due_d"),
        ({"event_due_h": 50}, "event_due_h"),
        ({"keep_in_touch_overdue_d": 6}, "keep_in_touch_overdue_d"),
    ],
)
def test_what_is_out_of_order_is_refused_by_a_key_that_was_given(given: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingError) as refused:
        cadence_numbers(given)
    assert refused.value.key == key


@pytest.mark.parametrize(
    "given",
    [
        {"check_open_d": 7, "check_due_d": 7, "check_overdue_d": 7},
        {"application_lapse_d": 7},
        {"connect_lapse_d": 1},
        {"thank_you_lapse_d": 0, "rejection_lapse_d": 0, "event_lapse_d": 0},
        {"keep_in_touch_days": 0, "keep_in_touch_due_d": 0},
        {"reply_due_h": 0, "reply_overdue_h": 0.0},
        {"horizon_days": 0, "gap_d": 0},
    ],
)
def test_equal_is_in_order_and_nothing_is_allowed(given: dict[str, Any]) -> None:
    assert cadence_numbers(given)._asdict().items() >= given.items()
