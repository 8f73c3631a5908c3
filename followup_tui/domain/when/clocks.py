"""The time of day: `3pm`, `15:00`, `noon`, `morning`, `eod`, and a text taken apart into its day and its time."""

from collections.abc import Iterator, Sequence
from datetime import time
from typing import NamedTuple

from followup_tui.domain.when.moment import NotUnderstoodError
from followup_tui.domain.when.tokens import Clock, Number, Token, Unit

END_OF_WORK = time(17)
TONIGHT = time(20)
PARTS_OF_THE_DAY = {"morning": time(9), "afternoon": time(14), "evening": time(18)}
_LAST_HOUR, _LAST_MINUTE = 23, 59
_HOURS_OF_A_HALF = 12
_HOUR_DIGITS = 2
# `end of day` is the longest name of a time.
_MOST_WORDS = 3


class TimeOfDay(NamedTuple):
    """A time on the clock. `ends_day`: midnight, the end of the day named. `is_deadline`: `eod`, never behind."""

    clock: time
    ends_day: bool = False
    is_deadline: bool = False


class Apart(NamedTuple):
    """A text taken apart: the words of its day, and its time, which may stand first.

    `bare_hour`: `15h` without `at`, perhaps a duration.
    """

    day: Sequence[Token]
    time: TimeOfDay
    time_first: bool
    bare_hour: bool = False


def read_time(words: Sequence[Token]) -> TimeOfDay | None:
    """The time that `words`, all of them, name; NotUnderstoodError for a time there is not, like `25:00` and `13pm`."""
    match words:
        case [Clock(hour, minute, ":" | "h")]:
            return TimeOfDay(_time(hour, minute))
        case [Clock(hour, minute, ":" | "."), "am" | "pm" as half]:
            return TimeOfDay(_time_of_half(hour, minute, str(half)))
        case [Number(hour, width), "am" | "pm" as half] if width <= _HOUR_DIGITS:
            return TimeOfDay(_time_of_half(hour, 0, str(half)))
        case ["noon"]:
            return TimeOfDay(time(12))
        case ["midnight"]:
            return TimeOfDay(time(0), ends_day=True)
        case ["morning" | "afternoon" | "evening" as part]:
            return TimeOfDay(PARTS_OF_THE_DAY[str(part)])
        case ["eod"] | ["end", "of", Unit(_, "day")]:
            return TimeOfDay(END_OF_WORK, is_deadline=True)
        case _:
            return None


def read_hour(words: Sequence[Token]) -> TimeOfDay | None:
    """`15h`, where it is known to be a time and no duration."""
    match words:
        case [Number(hour, width), Unit(_, "h")] if width <= _HOUR_DIGITS:
            return TimeOfDay(_time(hour, 0))
        case _:
            return None


def taken_apart(words: Sequence[Token], *, after_at: bool) -> Iterator[Apart]:
    """Every way to see in `words` a day and a time, in either order, the longest times first.

    `after_at` says that an `at` or `@` led the text.
    """
    for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        day, at_end = words[:-size], words[-size:]
        said_at = day[-1] in ("at", "@")
        if apart := _apart(day[:-1] if said_at else day, at_end, time_first=False, after_at=said_at):
            yield apart
        at_start, day = words[:size], words[size:]
        if apart := _apart(day[1:] if day[0] == "on" else day, at_start, time_first=True, after_at=after_at):
            yield apart


def _apart(day: Sequence[Token], words: Sequence[Token], *, time_first: bool, after_at: bool) -> Apart | None:
    if time_of_day := read_time(words):
        return Apart(day, time_of_day, time_first)
    if time_of_day := read_hour(words):
        return Apart(day, time_of_day, time_first, bare_hour=not after_at)
    return None


def _time(hour: int, minute: int) -> time:
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise NotUnderstoodError(f"There is no such time as {hour}:{minute:02}.")
    return time(hour, minute)


def _time_of_half(hour: int, minute: int, half: str) -> time:
    """The time of a clock with twelve hours: 12am is 0:00, 12pm is noon."""
    if not 1 <= hour <= _HOURS_OF_A_HALF or minute > _LAST_MINUTE:
        raise NotUnderstoodError(f"There is no such time as {hour}:{minute:02} {half}.")
    return time(hour % _HOURS_OF_A_HALF + (_HOURS_OF_A_HALF if half == "pm" else 0), minute)
