"""The day: each function reads one row of what may be typed, from the whole of the words it is given.

A function answers None where the words are not its own, and raises NotUnderstoodError, with the sentence that says
why, where they are but mean no day.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from followup_tui.domain.when.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    OUT_OF_RANGE,
    Moment,
    NotUnderstoodError,
    add_months,
    date_or_none,
    say,
)
from followup_tui.domain.when.spans import CLOCK_UNITS, read_counted, read_span
from followup_tui.domain.when.tokens import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Dotted,
    Month,
    Number,
    Ordinal,
    Slashed,
    Token,
    Unit,
    Weekday,
    Written,
)

LIES_AHEAD = "That lies ahead, and this is about what has been."
LIES_BEHIND = "That lies behind, and this is about what is to come."
_DAY_DIGITS, _YEAR_DIGITS = 2, 4
_CENTURY = 2000
# `27/11/99`: 2099 is too far away to be meant for sure, and 1999 would be a guess.
_SHORT_YEAR_REACH = 50


class Day(NamedTuple):
    """A day, and what its words allow beside them.

    `as_said`: they fix it, on whatever side it lies. `opens_period`: they name the first day of a period, `next week`,
    of which an end of day would be a riddle.
    """

    date: date
    as_said: bool = False
    opens_period: bool = False


Reader = Callable[[Sequence[Token], Moment], Day | None]


def read_day(words: Sequence[Token], moment: Moment) -> Day | None:
    """The day that `words`, all of them, mean."""
    return _first_of((*_NAMED_DAYS, _counted, _counted_from), words, moment)


def _first_of(readers: Sequence[Reader], words: Sequence[Token], moment: Moment) -> Day | None:
    for reader in readers:
        if day := reader(words, moment):
            if not FIRST_YEAR <= day.date.year <= LAST_YEAR:
                raise NotUnderstoodError(OUT_OF_RANGE)
            return day
    return None


def _beside_today(words: Sequence[Token], moment: Moment) -> Day | None:
    match words:
        case ["today"]:
            return Day(moment.today)
        case ["tomorrow" | "tmrw" | "tom"]:
            days = 1
        case [Unit(_, "day"), "after", "tomorrow"]:
            days = 2
        case ["yesterday"]:
            days = -1
        case [Unit(_, "day"), "before", "yesterday"]:
            days = -2
        case _:
            return None
    return Day(moment.today + timedelta(days=days), as_said=True)


def _weekday(words: Sequence[Token], moment: Moment) -> Day | None:
    """`tue`, `this tue`, `next tue`, `tuesday next week`, `last tue`."""
    monday = moment.today - timedelta(days=moment.today.weekday())
    match words:
        case [Weekday(number)]:
            away = (moment.today.weekday() - number) if moment.past else (number - moment.today.weekday())
            return Day(moment.away(away % 7 or 7))
        case ["this", Weekday(number)]:
            day = monday + timedelta(days=number)
            if (day > moment.today) if moment.past else (day < moment.today):
                raise NotUnderstoodError(LIES_AHEAD if moment.past else LIES_BEHIND)
            return Day(day)
        case ["next", Weekday(number)] | [Weekday(number), "next", Unit(_, "week")]:
            _only_ahead(moment)
            return Day(monday + timedelta(days=7 + number))
        case ["last", Weekday(number)]:
            _only_behind(moment)
            return Day(moment.today - timedelta(days=(moment.today.weekday() - number) % 7 or 7))
        case _:
            return None


def _next_period(words: Sequence[Token], moment: Moment) -> Day | None:
    match words:
        case ["next", Unit(_, "week")]:
            day = moment.today + timedelta(days=7 - moment.today.weekday())
        case ["next", Unit(_, "month")]:
            day = add_months(moment.today.replace(day=1), 1)
        case ["next", Unit(_, "year")]:
            day = date(moment.today.year + 1, 1, 1)
        case _:
            return None
    _only_ahead(moment)
    return Day(day, opens_period=True)


def _on_the_calendar(words: Sequence[Token], moment: Moment) -> Day | None:
    """`27 nov`, `27.11.`, `27/11/2026`, `2026-11-27` and their like."""
    match words:
        case [Number() | Ordinal() as day, "of", Month() as month, *year]:
            return _dated(day, month, year, moment)
        case [Number() | Ordinal() as day, Month() as month, *year]:
            return _dated(day, month, year, moment)
        case [Month() as month, Number() | Ordinal() as day, *year]:
            return _dated(day, month, year, moment)
        case [Dotted(day_number, month_number, year_number)]:
            return _date(day_number, month_number, year_number, moment)
        case [Slashed() as slashed]:
            return _slashed(slashed, moment)
        case [Written(text, False)]:
            year_number, month_number, day_number = map(int, text.split("-"))
            return _date(day_number, month_number, year_number, moment)
        case _:
            return None


def _dated(day: Number | Ordinal, month: Month, after: Sequence[Token], moment: Moment) -> Day | None:
    """A day and a month, and perhaps the year after them."""
    if isinstance(day, Number) and day.width > _DAY_DIGITS:
        return None
    match after:
        case []:
            return _date(day.value, month.number, None, moment)
        case [Number(year, width)] if width == _YEAR_DIGITS:
            return _date(day.value, month.number, year, moment)
        case _:
            return None


def _date(day: int, month: int, year: int | None, moment: Moment) -> Day:
    """That very day, or without a year the next (last) such day, today included."""
    if not 1 <= month <= len(MONTH_NAMES):
        raise NotUnderstoodError(f"There is no month {month}.")
    if year is None:
        return Day(moment.next_date(day, month))
    found = date_or_none(year, month, day)
    if found is None:
        raise NotUnderstoodError(f"There is no {day} {MONTH_NAMES[month - 1]} {year}.")
    return Day(found, as_said=True)


def _slashed(slashed: Slashed, moment: Moment) -> Day:
    """A date with slashes, in the configured order; without one only where there is no choice."""
    first, second, year = slashed.first, slashed.second, _whole_year(slashed.year, moment)
    if moment.date_order == "dmy":
        return _date(first, second, year, moment)
    if moment.date_order == "mdy":
        return _date(second, first, year, moment)
    readings = {day for day in (_try_date(first, second, year, moment), _try_date(second, first, year, moment)) if day}
    if len(readings) > 1:
        raise NotUnderstoodError(f"{first}/{second} could be two dates: set date_order, or write the month as a word.")
    if not readings:
        raise NotUnderstoodError(f"{first}/{second} is no date.")
    return readings.pop()


def _try_date(day: int, month: int, year: int | None, moment: Moment) -> Day | None:
    try:
        return _date(day, month, year, moment)
    except NotUnderstoodError:
        return None


def _whole_year(year: str | None, moment: Moment) -> int | None:
    """`26` is 2026; a short year far ahead would be a guess between two centuries."""
    if year is None or len(year) == _YEAR_DIGITS:
        return int(year) if year else None
    whole = _CENTURY + int(year)
    if whole - moment.today.year > _SHORT_YEAR_REACH:
        raise NotUnderstoodError("Write the year in full.")
    return whole


def _with_weekday(words: Sequence[Token], moment: Moment) -> Day | None:
    """`fri 27`, `fri the 27th`, `fri 27 nov`: the weekday has to agree."""
    match words:
        case [Weekday(number), Number(day, 1 | 2)] | [Weekday(number), Ordinal(day)]:
            found: Day | None = Day(moment.next_day_of_month(day, today_counts=True))
        case [Weekday(number), *rest]:
            found = _on_the_calendar(rest, moment)
        case _:
            return None
    if found and found.date.weekday() != number:
        raise NotUnderstoodError(f"{say(found.date)} is a {WEEKDAY_NAMES[found.date.weekday()]}.")
    return found


def _day_of_month(words: Sequence[Token], moment: Moment) -> Day | None:
    match words:
        case [Ordinal(day)]:
            return Day(moment.next_day_of_month(day, today_counts=False))
        case _:
            return None


def _counted(words: Sequence[Token], moment: Moment) -> Day | None:
    """`in 3 days`, `3d`, `3 days from now`, `3 days ago`, `next business day`."""
    counted = read_counted(words)
    if counted is None or counted.span.unit in CLOCK_UNITS:
        return None
    if counted.ago:
        _only_behind(moment)
        return Day(counted.span.before(moment.today, moment.holidays))
    _only_ahead(moment)
    return Day(counted.span.after(moment.today, moment.holidays))


def _counted_from(words: Sequence[Token], moment: Moment) -> Day | None:
    """`2 weeks from monday`, `3 days after tomorrow`, `a week on friday`."""
    span, after = read_span(words) or (None, words)
    if span is None or span.unit in CLOCK_UNITS:
        return None
    match after:
        case ["from" | "after", *start]:
            pass
        case ["on", *start] if span.unit == "week":
            pass
        case _:
            return None
    day = _first_of(_NAMED_DAYS, start, moment)
    if day is None:
        return None
    _only_ahead(moment)
    counted = span.after(day.date, moment.holidays)
    if counted <= moment.today:
        raise NotUnderstoodError(LIES_BEHIND)
    return Day(counted)


def _only_ahead(moment: Moment) -> None:
    if moment.past:
        raise NotUnderstoodError(LIES_AHEAD)


def _only_behind(moment: Moment) -> None:
    if not moment.past:
        raise NotUnderstoodError(LIES_BEHIND)


# What a count may start from ("2 weeks from monday"); a count is no such start.
_NAMED_DAYS: tuple[Reader, ...] = (
    _beside_today,
    _weekday,
    _next_period,
    _on_the_calendar,
    _with_weekday,
    _day_of_month,
)
