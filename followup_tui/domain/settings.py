"""What the user can set that changes the plan: the zone, the holidays and the numbers of `[cadence]`.

Standard library only: a reading command loads this before anything slow.
"""

import math
from collections.abc import Container, Mapping
from datetime import date, tzinfo
from itertools import pairwise
from typing import Any, NamedTuple

from followup_tui.domain.errors import FollowupError


class SettingError(FollowupError):
    """A setting was refused. `key` is the one to look for in the file, `reason` what is wrong with it."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


class CadenceNumbers(NamedTuple):
    """The numbers of `[cadence]` with their defaults.

    `_h` are elapsed hours, `_d` and `_days` calendar days, `_bd` business days; `max_status_checks` and `cap` count
    messages.
    """

    thank_you_due_h: float = 24
    thank_you_overdue_h: float = 48
    thank_you_lapse_d: int = 7
    check_open_d: int = 7
    check_due_d: int = 10
    check_overdue_d: int = 14
    max_status_checks: int = 2
    promise_open_bd: int = 1
    promise_due_bd: int = 2
    promise_overdue_bd: int = 5
    application_open_d: int = 7
    application_due_d: int = 10
    application_overdue_d: int = 14
    application_lapse_d: int = 30
    close_out_open_d: int = 14
    close_out_due_d: int = 21
    close_out_overdue_d: int = 30
    reply_due_h: float = 24
    reply_overdue_h: float = 48
    offer_due_h: float = 24
    offer_overdue_h: float = 48
    rejection_due_h: float = 24
    rejection_overdue_h: float = 48
    rejection_lapse_d: int = 14
    connect_open_d: int = 1
    connect_due_d: int = 3
    connect_overdue_d: int = 7
    connect_lapse_d: int = 21
    event_due_h: float = 24
    event_overdue_h: float = 48
    event_lapse_d: int = 14
    keep_in_touch_days: int = 84
    keep_in_touch_due_d: int = 7
    keep_in_touch_overdue_d: int = 21
    gap_d: int = 5
    cap: int = 3
    horizon_days: int = 3


class PlanSettings(NamedTuple):
    """What a plan is made with: the user's zone, the dates that are no business days, and the numbers."""

    zone: tzinfo
    holidays: Container[date] = frozenset()
    numbers: CadenceNumbers = CadenceNumbers()


# A century: what is longer is a slip of the finger, and would carry dates over the end of the calendar.
_MOST_DAYS = 36_500
_MOST_HOURS = _MOST_DAYS * 24

# Each in its order; where a lapse has no opening number to follow, it only must not be negative.
_ORDERS = (
    ("thank_you_due_h", "thank_you_overdue_h"),
    ("check_open_d", "check_due_d", "check_overdue_d"),
    ("promise_open_bd", "promise_due_bd", "promise_overdue_bd"),
    ("application_open_d", "application_due_d", "application_overdue_d"),
    ("application_open_d", "application_lapse_d"),
    ("close_out_open_d", "close_out_due_d", "close_out_overdue_d"),
    ("reply_due_h", "reply_overdue_h"),
    ("offer_due_h", "offer_overdue_h"),
    ("rejection_due_h", "rejection_overdue_h"),
    ("connect_open_d", "connect_due_d", "connect_overdue_d"),
    ("connect_open_d", "connect_lapse_d"),
    ("event_due_h", "event_overdue_h"),
    ("keep_in_touch_due_d", "keep_in_touch_overdue_d"),
)


def cadence_numbers(given: Mapping[str, object]) -> CadenceNumbers:
    """The numbers of a `[cadence]` table, the rest at their defaults.

    Raises SettingError, naming a key of `given`, for a key that is not known, a value that is no number of its kind,
    is negative or longer than a century, and for numbers out of order (open ≤ due ≤ overdue, open ≤ lapse).
    """
    checked: dict[str, Any] = {}
    for key, value in given.items():
        if key not in CadenceNumbers._fields:
            raise SettingError(key, "no such number in [cadence]")
        _check_number(key, value)
        checked[key] = value
    numbers = CadenceNumbers(**checked)
    for keys in _ORDERS:
        for lower, upper in pairwise(keys):
            least, value = getattr(numbers, lower), getattr(numbers, upper)
            if value < least:
                _refuse_order(given, (lower, least), (upper, value))
    return numbers


def _check_number(key: str, value: object) -> None:
    hours = key.endswith("_h")
    if isinstance(value, bool) or not isinstance(value, (int, float) if hours else int):
        raise SettingError(key, "must be a number" if hours else "must be a whole number")
    if isinstance(value, float) and not math.isfinite(value):
        raise SettingError(key, "must be a number")
    least = 1 if key.endswith("_bd") else 0
    if value < least:
        raise SettingError(key, f"must not be less than {least}")
    if hours and value > _MOST_HOURS:
        raise SettingError(key, f"must not be more than {_MOST_HOURS} hours, a century")
    if key.endswith(("_d", "_bd", "_days")) and value > _MOST_DAYS:
        raise SettingError(key, f"must not be more than {_MOST_DAYS} days, a century")


def _refuse_order(given: Mapping[str, object], lower: tuple[str, float], upper: tuple[str, float]) -> None:
    """The error names a number that the user wrote, for that one has a line."""
    (low_key, low), (high_key, high) = lower, upper
    if high_key in given:
        raise SettingError(high_key, f"is {high} and must not be less than {low_key}, which is {low}")
    raise SettingError(low_key, f"is {low} and must not be more than {high_key}, which is {high}")
