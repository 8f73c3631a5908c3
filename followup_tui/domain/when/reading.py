"""A text read as a date or an instant: the whole of it is understood, or nothing is."""

from collections.abc import Container, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from followup_tui.domain.when.clocks import (
    END_OF_WORK,
    PARTS_OF_THE_DAY,
    TONIGHT,
    Apart,
    TimeOfDay,
    read_hour,
    read_time,
    taken_apart,
)
from followup_tui.domain.when.days import LIES_AHEAD, LIES_BEHIND, Day, read_day
from followup_tui.domain.when.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    OUT_OF_RANGE,
    Moment,
    NotUnderstoodError,
    add_months,
    local,
)
from followup_tui.domain.when.spans import begins_with_count, is_count, read_counted
from followup_tui.domain.when.tokens import DateOrder, Number, Token, Unit, Written, tokens

START_OF_WORK = time(9)

_NOTHING = "Nothing was typed."
_WHICH = "That could be a day or an hour: write 3pm, 15:00 or 3rd."
_HOUR = "If that is an hour, write it as 9am or 9:00."
_TIME_OR_HOURS = "That could be a time or so many hours: write 15:00, or in 15 hours."
_UNKNOWN = "That is no date: try “tue 3pm”, “in 2 weeks” or “27 nov”."
_LEADING = ("at", "@", "on", "by")
_FRIDAY = 4
# Longer than any date; what is pasted by mistake is refused without reading it.
_LONGEST = 200


class Understood(NamedTuple):
    """What a text was understood as.

    A text with a time gives `at`, an instant in the user's zone, and `date`, its day there; one without gives `date`
    alone. Not understood: both are None and `reason` is a sentence that says why.
    """

    understood: bool
    date: date | None
    at: datetime | None
    reason: str | None


def understand(
    text: str,
    now: datetime,
    *,
    past: bool = False,
    zone: tzinfo,
    holidays: Container[date] = frozenset(),
    date_order: DateOrder | None = None,
) -> Understood:
    """The date or the instant that `text` means at `now`, strictly: anything left over, and nothing is understood.

    `now` is an instant with any offset; days begin and end in `zone`. What is meant lies ahead of `now`, or with
    `past` behind it, but words and full dates that fix the day are taken as said. `holidays` are no business days;
    `date_order` says how `5/6` is read. Never raises for any text.
    """
    if len(text) > _LONGEST:
        return _refusal(_UNKNOWN)
    try:
        moment = Moment(now.astimezone(zone), past, holidays, date_order)
        return _in_range(_read(tokens(text), moment))
    except NotUnderstoodError as refused:
        return _refusal(str(refused))
    except (OverflowError, ValueError):
        # Beyond the years 1 to 9999 the calendar itself ends.
        return _refusal(OUT_OF_RANGE)


def _refusal(reason: str) -> Understood:
    return Understood(understood=False, date=None, at=None, reason=reason)


def _in_range(found: Understood) -> Understood:
    if found.date is None or FIRST_YEAR <= found.date.year <= LAST_YEAR:
        return found
    raise NotUnderstoodError(OUT_OF_RANGE)


def _read(words: Sequence[Token], moment: Moment) -> Understood:
    """What `words` mean; NotUnderstoodError where that is nothing."""
    if not words:
        raise NotUnderstoodError(_NOTHING)
    led_by = words[0] if len(words) > 1 and words[0] in _LEADING else None
    words = words[1:] if led_by else words
    at = _instant(words, led_by, moment)
    if at is not None:
        return Understood(understood=True, date=at.date(), at=at, reason=None)
    day = read_day(words, moment)
    if day is not None:
        return Understood(understood=True, date=day.date, at=None, reason=None)
    raise NotUnderstoodError(_why_not(words, moment))


def _why_not(words: Sequence[Token], moment: Moment) -> str:
    """What to do about words that are no date: `tomorrow 11` lacks but a little."""
    *before, last = words
    if not isinstance(last, Number):
        return _UNKNOWN
    if not before:
        return _WHICH
    day = before[:-1] if before[-1] in ("at", "@") else before
    with suppress(NotUnderstoodError):
        if day and read_day(day, moment) is not None:
            return _HOUR
    return _UNKNOWN


def _instant(words: Sequence[Token], led_by: Token | None, moment: Moment) -> datetime | None:
    """The instant, where `words` have a time or are one."""
    # Alone it is a duration, `48h` as well as `15h`; only with a word before it can it be a time.
    if led_by is not None and read_hour(words):
        if led_by != "at":
            raise NotUnderstoodError(_TIME_OR_HOURS)
        return _next_time(read_hour(words), moment)
    return (
        _said_at_once(words, moment)
        or _elapsed(words, moment)
        or _end_of_period(words, moment)
        or _next_time(read_time(words), moment)
        or _day_and_time(words, moment, after_at=led_by in ("at", "@"))
    )


def _said_at_once(words: Sequence[Token], moment: Moment) -> datetime | None:
    """`now`, `2026-11-27T15:00+01:00`, `tonight`, `this morning`: what is a time without any other word."""
    match words:
        case ["now"]:
            return moment.now
        case [Written(text, True)]:
            written = _written(text)
            return written.astimezone(moment.zone) if written.tzinfo else _local(written.date(), written.time(), moment)
        case ["tonight"]:
            return _meant(_local(moment.today, TONIGHT, moment), moment)
        case ["this", "morning" | "afternoon" | "evening" as part]:
            return _meant(_local(moment.today, PARTS_OF_THE_DAY[str(part)], moment), moment)
        case _:
            return None


def _written(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise NotUnderstoodError(f"There is no such date and time as {text}.") from None


def _elapsed(words: Sequence[Token], moment: Moment) -> datetime | None:
    """`in 2 hours`, `90m`, `half an hour from now`, `2h ago`: time that passes, whatever the clocks do meanwhile."""
    counted = read_counted(words)
    elapsed = counted and counted.span.elapsed
    if counted is None or elapsed is None:
        return None
    at = moment.now.astimezone(UTC) + (-elapsed if counted.ago else elapsed)
    return _meant(at.astimezone(moment.zone), moment)


def _end_of_period(words: Sequence[Token], moment: Moment) -> datetime | None:
    """`eow`, `end of next week`, `eom`, `end of next month`: 17:00 of its last working day, or last day."""
    monday = moment.today - timedelta(days=moment.today.weekday())
    match words:
        case ["eow"] | ["end", "of", Unit(_, "week")]:
            friday = _local(monday + timedelta(days=_FRIDAY), END_OF_WORK, moment)
            is_over = moment.today.weekday() > _FRIDAY or moment.now.astimezone(UTC) > friday.astimezone(UTC)
            end = monday + timedelta(days=_FRIDAY + (7 if is_over else 0))
        case ["end", "of", "next", Unit(_, "week")]:
            end = monday + timedelta(days=_FRIDAY + 7)
        case ["eom"] | ["end", "of", Unit(_, "month")]:
            end = add_months(moment.today.replace(day=1), 1) - timedelta(days=1)
        case ["end", "of", "next", Unit(_, "month")]:
            end = add_months(moment.today.replace(day=1), 2) - timedelta(days=1)
        case _:
            return None
    if moment.past:
        raise NotUnderstoodError(LIES_AHEAD)
    return _meant(_local(end, END_OF_WORK, moment), moment)


def _next_time(time_of_day: TimeOfDay | None, moment: Moment) -> datetime | None:
    """A time alone: today's where that is on the asked-for side, else that of the day after (before)."""
    if time_of_day is None:
        return None
    if time_of_day.is_deadline:
        return _on_day(Day(moment.today), time_of_day, moment)
    today = _on_day(Day(moment.today, as_said=True), time_of_day, moment)
    if moment.is_meant(today):
        return today
    return _on_day(Day(moment.away(1)), time_of_day, moment)


def _day_and_time(words: Sequence[Token], moment: Moment, *, after_at: bool) -> datetime | None:
    for apart in taken_apart(words, after_at=after_at):
        day = read_day(apart.day, moment)
        if day and _go_together(day, apart):
            return _on_day(day, apart.time, moment)
    return None


def _go_together(day: Day, apart: Apart) -> bool:
    """`3d 2h` may be a duration, and `eod next week` any day of that week: neither is guessed at."""
    if apart.bare_hour and (is_count(apart.day) or (apart.time_first and begins_with_count(apart.day))):
        raise NotUnderstoodError(_TIME_OR_HOURS)
    return not (day.opens_period and apart.time.is_deadline)


def _on_day(day: Day, time_of_day: TimeOfDay, moment: Moment) -> datetime:
    """The time on that day; NotUnderstoodError where it lies on the wrong side and is not to be taken as said."""
    if time_of_day.is_deadline and moment.past:
        raise NotUnderstoodError(LIES_AHEAD)
    date_of_clock = day.date + timedelta(days=1) if time_of_day.ends_day else day.date
    at = _local(date_of_clock, time_of_day.clock, moment)
    return at if day.as_said and not time_of_day.is_deadline else _meant(at, moment)


def _meant(at: datetime, moment: Moment) -> datetime:
    """`at`, where it is strictly on the asked-for side; else NotUnderstoodError."""
    if not moment.is_meant(at):
        raise NotUnderstoodError(LIES_AHEAD if moment.past else LIES_BEHIND)
    return at


def _local(day: date, clock: time, moment: Moment) -> datetime:
    return local(day, clock, moment.zone)


def as_instant(understood: Understood, now: datetime, *, past: bool, zone: tzinfo) -> datetime:
    """The instant where one is needed: a date is its 09:00, and today, where something is logged, is `now`.

    Raises ValueError for what was not understood.
    """
    if understood.date is None:
        raise ValueError(understood.reason)
    if understood.at is not None:
        return understood.at
    here = now.astimezone(zone)
    if past and understood.date == here.date():
        return here
    return local(understood.date, START_OF_WORK, zone)
