"""Dates as tables have them: the forms of spreadsheets and of other programs, in five languages, and nothing guessed.

`27/11/2026` says itself which number is the day. `5/6/2026` does not: it is read by the user's `date_order`, else by
what the other cells of its column prove, else not at all.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Final, Literal, NamedTuple

from followup_tui.domain.instants import FIRST_YEAR, LAST_YEAR, format_instant
from followup_tui.domain.text import fold

Order = Literal["dmy", "mdy"]

# English, Spanish, German, French, Portuguese. Any beginning of three letters or more names the month.
_MONTHS: Final = (
    "january enero januar janner janvier janeiro",
    "february febrero februar feber fevrier fevereiro",
    "march marzo marz maerz mrz mars marco",
    "april abril avril",
    "may mayo mai maio",
    "june junio juni juin junho",
    "july julio juli juillet julho",
    "august agosto aout",
    "september septiembre setiembre septembre setembro",
    "october octubre oktober octobre outubro",
    "november noviembre novembre novembro",
    "december diciembre dezember decembre dezembro",
)
_SHORTEST_MONTH: Final = 3
_LONGEST: Final = 100
_CENTURY_TURNS: Final = 70
_NOON: Final = 12
_MONTHS_OF_A_YEAR: Final = 12

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
# Read the other way round, such a number has no month.
_DIGITS = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)")
_NUMBERS = re.compile(r"(?P<a>\d{1,2})\s?(?P<sign>[-/.])\s?(?P<b>\d{1,2})(?:\s?[-/.]\s?(?P<y>\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]*(?:de |of )?\s*(?P<month>[^\W\d_]{3,12})\.?,?"
    r"(?:[\s-]+(?:de |del )?)?'?(?P<y>\d{4}|\d{2})?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?P<month>[^\W\d_]{3,12})\.?[\s-]+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,?[\s-]+'?(?P<y>\d{4}|\d{2}))?", re.IGNORECASE
)
_ORDER_TOLD = re.compile(
    r"(?<![^\W_])(?:(?P<d>dd?|tt?|jj)[-/. ]mm?|(?P<m>mm?)[-/. ](?:dd?|tt?|jj))(?:[-/. ](?:y|j|a){2,4})?(?![^\W_])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:on|am|den|le|el|em)\s+(?=\S)", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mo|di|mi|do|fr|sa|so|mer|jeu|ven|sam|dim|seg|ter|"
    r"qua|qui|sex)[^\W\d_]*(?:-feira)?[.,]{0,2}\s+(?=\d|[^\W\d_]+\.?\s+\d)",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """What a cell says: a day, and perhaps a time of day with or without a zone."""

    day: date
    clock: time | None = None

    def instant(self, zone: tzinfo, otherwise: time) -> str:
        """The instant as the book writes it; a day alone has the time `otherwise`, and no zone means `zone`."""
        clock = self.clock or otherwise
        at = datetime.combine(self.day, clock)
        # Through UTC, so that a time that a change of the clocks skips becomes one that there is.
        at = at if at.tzinfo else at.replace(tzinfo=zone)
        return format_instant(at.astimezone(UTC).astimezone(zone))


def read(text: str, order: Order | None = None, today: date | None = None) -> Moment | None:
    """What a cell says, or None where that is not certain.

    `order` is how numbers alone are to be read. A day without a year is the last such day up to `today`.
    """
    if len(text) > _LONGEST:
        return None
    text = _ARTICLE.sub("", " ".join(text.split()).strip(" .,"))
    day, clock = _split(text)
    if day is None:
        return None
    found = _day(day, order, today) or _day(_WEEKDAY.sub("", day), order, today)
    return None if found is None or not FIRST_YEAR < found.year < LAST_YEAR else Moment(found, clock)


def order_of(cells: Iterable[str]) -> Order | None:
    """What a column proves: in which order its dates have day and month, if they are numbers and all agree."""
    proved: set[Order] = set()
    for cell in cells:
        if len(cell) > _LONGEST:
            continue
        day, _ = _split(" ".join(cell.split()))
        found = _NUMBERS.fullmatch(day) if day else None
        if found is not None:
            first, second = int(found["a"]), int(found["b"])
            if first > _MONTHS_OF_A_YEAR >= second:
                proved.add("dmy")
            elif second > _MONTHS_OF_A_YEAR >= first:
                proved.add("mdy")
    return proved.pop() if len(proved) == 1 else None


def order_in_title(title: str) -> Order | None:
    """The order that the title of a column asks for: `Date (dd/mm/yyyy)`, `Datum (TT.MM.JJJJ)`."""
    found = _ORDER_TOLD.search(title)
    return None if found is None else "dmy" if found["d"] else "mdy"


def _split(text: str) -> tuple[str | None, time | None]:
    """The day and the time in a text; no day where the time is none."""
    for found in _CLOCK.finditer(text):
        before, after = text[: found.start()].strip(" ,T"), text[found.end() :].strip(" ,")
        clock = _clock(found)
        if clock is not None and bool(before) != bool(after) and not before.endswith((".", "/", "-")):
            return _bare(before or after), clock
    return _bare(text), None


def _bare(text: str) -> str:
    for word in (" at", " um", " à", " a las", " às"):
        text = text.removesuffix(word)
    return text.strip(" ,")


def _clock(found: re.Match[str]) -> time | None:
    hour, half = int(found["hour"]), (found["half"] or "").casefold()[:1]
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0), tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _day(text: str, order: Order | None, today: date | None) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text):
        return _date(found["y"], int(found["m"]), int(found["d"]), today)
    if found := _NUMBERS.fullmatch(text):
        return _numbers(found, order, today)
    for form in (_DAY_MONTH, _MONTH_DAY):
        found = form.fullmatch(text)
        month = _month(found["month"]) if found else None
        if found and month:
            return _date(found["y"], month, int(found["d"]), today)
    return None


def _numbers(found: re.Match[str], order: Order | None, today: date | None) -> date | None:
    first, second = int(found["a"]), int(found["b"])
    if found["sign"] == "." and order is None:
        order = "dmy"  # with full stops, the day comes first wherever dates are written so
    if first > _MONTHS_OF_A_YEAR or first == second:
        order = "dmy"
    elif second > _MONTHS_OF_A_YEAR:
        order = "mdy"
    if order is None:
        return None
    day, month = (first, second) if order == "dmy" else (second, first)
    return _date(found["y"], month, day, today)


@cache
def _month(name: str) -> int | None:
    """The month that a name begins like."""
    name = fold(name)
    if len(name) < _SHORTEST_MONTH:
        return None
    return next((n for n, names in enumerate(_MONTHS, 1) if any(one.startswith(name) for one in names.split())), None)


def _date(year: str | None, month: int, day: int, today: date | None) -> date | None:
    try:
        if year:
            number = int(year)
            return date(number if len(year) > 2 else number + (2000 if number < _CENTURY_TURNS else 1900), month, day)  # noqa: PLR2004
        if today is None:
            return None
        found = date(today.year, month, day)
        return found if found <= today else date(today.year - 1, month, day)
    except ValueError:
        return None
