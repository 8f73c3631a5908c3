"""Counted time: `3 days`, `a couple of weeks`, `an hour and a half`, `2 business days`."""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from followup_tui.domain.when.moment import NotUnderstoodError, add_business_days, add_months
from followup_tui.domain.when.tokens import SHORT_UNITS, Number, NumberWord, Token, Unit

_MOST_UNITS = 10_000
_MINUTES = {"minute": 1, "hour": 60}
CLOCK_UNITS = frozenset(_MINUTES)
BUSINESS_DAY = "business day"
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


class Span(NamedTuple):
    """So many of a unit."""

    number: int
    unit: str

    @property
    def elapsed(self) -> timedelta | None:
        """The time that passes, for minutes and hours; None for what is counted on the calendar."""
        minutes = _MINUTES.get(self.unit)
        return timedelta(minutes=self.checked().number * minutes) if minutes else None

    def checked(self) -> "Span":
        """Itself; NotUnderstoodError where nothing is counted, or more than anybody plans."""
        if self.number == 0:
            raise NotUnderstoodError(f"0 {self.unit}s is no time at all.")
        if self.number > _MOST_UNITS:
            raise NotUnderstoodError(f"More than {_MOST_UNITS:,} {self.unit}s is too far away.")
        return self

    def before(self, day: date, holidays: Container[date]) -> date:
        """The day that lies this long before `day`."""
        return _moved(day, self.checked(), -1, holidays)

    def after(self, day: date, holidays: Container[date]) -> date:
        """The day that lies this long after `day`."""
        return _moved(day, self.checked(), 1, holidays)


class Counted(NamedTuple):
    """A span counted from now: ahead, or `ago`."""

    span: Span
    ago: bool


def _moved(day: date, span: Span, sign: int, holidays: Container[date]) -> date:
    count = sign * span.number
    if span.unit in _DAYS:
        return day + timedelta(days=count * _DAYS[span.unit])
    if span.unit in _MONTHS:
        return add_months(day, count * _MONTHS[span.unit])
    return add_business_days(day, count, holidays)


def read_counted(words: Sequence[Token]) -> Counted | None:
    """`in 3 days`, `+3d`, `3 days`, `3 days from now`, `3 days ago`, `next business day`: the whole of `words`."""
    match words:
        case ["next", "business" | "working", Unit(_, "day")]:
            return Counted(Span(1, BUSINESS_DAY), ago=False)
        case ["in" | "+", *spanned]:
            span, after = read_span(spanned) or (None, spanned)
            return Counted(span, ago=False) if span and not after else None
        case _:
            span, after = read_span(words) or (None, words)
    match after:
        case ["ago"] if span:
            return Counted(span, ago=True)
        case [] | ["from", "now"] if span:
            return Counted(span, ago=False)
        case _:
            return None


def begins_with_count(words: Sequence[Token]) -> bool:
    """Whether `words` count something, or begin with a count: `3 days ago`, `2 weeks from monday`."""
    return read_span(_without_sign(words)) is not None


def is_count(words: Sequence[Token]) -> bool:
    """Whether `words` are a count and nothing behind it, which hours could go on with: `3d`, `in 3 days`."""
    span, after = read_span(_without_sign(words)) or (None, words)
    return span is not None and not after


def _without_sign(words: Sequence[Token]) -> Sequence[Token]:
    return words[1:] if words and words[0] in ("in", "+") else words


def read_span(words: Sequence[Token]) -> tuple[Span, Sequence[Token]] | None:
    """The span that `words` begin with, and the words after it."""
    match words:
        case ["half", "an", Unit(_, "hour"), *rest]:
            return Span(30, "minute"), rest
        case ["an", Unit(_, "hour"), "and", "a", "half", *rest]:
            return Span(90, "minute"), rest
        case [Number(count), *rest]:
            return _counted(count, rest, short_too=True)
        case [NumberWord(count), *rest]:
            return _counted(count, rest)
        case ["a", "couple", "of", *rest]:
            return _counted(2, rest)
        case ["a" | "an", *rest]:
            return _counted(1, rest)
        case _:
            return None


def _counted(count: int, words: Sequence[Token], *, short_too: bool = False) -> tuple[Span, Sequence[Token]] | None:
    """`count` of the unit that `words` begin with; letters stand only after digits ("in a mo" is no month)."""
    match words:
        case ["business" | "working", Unit("day", "day" | "days"), *rest]:
            return Span(count, BUSINESS_DAY), rest
        case [Unit(name, written), *rest] if short_too or written not in SHORT_UNITS:
            return Span(count, name), rest
        case _:
            return None
