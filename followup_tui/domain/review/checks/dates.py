"""`date`: a weekday that does not fit the date beside it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import word_list, word_set
from followup_tui.domain.review.reading import Reading

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:\s?(?:st|nd|rd|th))?"
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)\.?"
)
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?(?![a-z])"
)
_YEAR = r"(?:,?\s{{1,3}}(?P<{0}>(?:19|20)\d\d)(?!\d))?"
_TIME = (
    r"(?:\s(?:at\s)?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)?(?=[,\s])|"
    r"\s(?:at\s)?(?:noon|midday|(?:half\s(?:past\s)?|quarter\s(?:past|to)\s)?(?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve))(?:\so'clock)?(?=,\s|\s[-–—(])|"
    r"\s(?:morning|afternoon|evening|night|next|this|coming|week))?"
)
_BETWEEN = _TIME + r"(?:,|\s[-–—])?\s{0,3}\(?\s?(?:on\s|of\s)?(?:the\s)?"
_ORDINALS = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_IN_WORDS = r"(?P<w1>" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r")\sof\s" + _MONTH.format("mw")
_DAY_MONTH = _DAY.format("d1") + r"(?:\s(?:of\s)?|\s?[-.]\s?)" + _MONTH.format("m1") + _YEAR.format("y1")
_MONTH_DAY = _MONTH.format("m2") + r"\s(?:the\s)?" + _DAY.format("d2") + r"(?![\d:])" + _YEAR.format("y2")
_ISO = r"(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
_NUMERIC = r"(?P<n1>[0-3]?\d)(?P<sep>[/.])(?P<n2>[0-3]?\d)(?:(?P=sep)(?P<y4>(?:20)?\d\d))?(?![\d%])(?:\.(?=\s))?"
# A day alone must say that it is one ("the 18th"), or share the month of a date that follows in the list.
_DAY_ALONE = r"(?:(?<=the\s)[0-3]?\d(?:\s?(?:st|nd|rd|th))?|[0-3]?\d\s?(?:st|nd|rd|th))"
_NEXT_IN_LIST = (
    r"(?:,|\s(?:and|or|to|till|until)|\s?[-–—&])\s?(?:(?:on\s)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s)?(?:the\s)?"
    r"[0-3]?\d(?:st|nd|rd|th)?"
)
_LISTED = _DAY.format("d6") + rf"(?={_NEXT_IN_LIST}(?:{_NEXT_IN_LIST})?\s(?:of\s)?" + _MONTH.format("m6") + r")"
_RANGE_BEFORE = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s?(?:to|until|till|through|thru|and|or|-|–|—|/|&)\s?$", re.IGNORECASE
)
_ABBREVIATIONS = word_set("mon wed sat sun fri thu tue")
# As far as this from today the other year is as likely.
_NEAR = timedelta(days=130)
_MONTH_NEAR = timedelta(days=45)
_RANGE_REACH = 16
_CENTURY = 2000
_TWO_DIGITS = 100


class _Said(NamedTuple):
    """A weekday with a date beside it; `months` and `year` as far as they are said."""

    weekday: int
    day: int
    months: tuple[int, ...]
    year: int | None
    span: tuple[int, int]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    dates = (
        _ISO,
        _DAY_MONTH,
        _MONTH_DAY,
        _IN_WORDS,
        _LISTED,
        _NUMERIC,
        r"(?P<d5>"
        + _DAY_ALONE
        + r")(?!\s(?:of|floor|time|street|avenue|century|year|grade|birthday|anniversary|round|week))",
    )
    after = [rf"(?<!\w){_WEEKDAY}{_BETWEEN}(?:{form})" for form in dates]
    before = [
        rf"(?<![\w./]){form}(?:,?\s(?:which\s)?(?:is|was|falls\son)\s)?[,]?\s{{0,3}}\(?\s?(?:an?\s)?{_WEEKDAY}(?!\w)"
        for form in (_ISO, _DAY_MONTH, _MONTH_DAY, _IN_WORDS)
    ]
    # "the 20th (Tuesday)", "the 26th of this month, a Thursday": the weekday must say that it is the day's.
    alone = (
        rf"(?P<d5>{_DAY_ALONE})(?:\sof\s(?:this|the|next)\smonth)?(?:,?\s(?:which\s)?(?:is|was|falls\son)\san?\s|"
        rf",?\san?\s|\s\(){_WEEKDAY}(?![\w'])"
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*after, *before, alone))


def weekday_of_date(reading: Reading) -> Iterator[Finding]:
    """A weekday does not fit its date, in the year that the context makes likely."""
    today = _today(reading)
    for said in _all_said(reading.letter.masked):
        likely = _likely_dates(said, today)
        if likely is None or any(day.weekday() == said.weekday for day in likely):
            continue
        place = reading.body[slice(*said.span)]
        if not likely:
            yield Finding("date", "warning", f"“{place}”: there is no such date.", said.span)
            continue
        nearest = min(likely, key=lambda day: abs(day - today)) if today else likely[0]
        message = f"“{place}”: {nearest.day} {nearest:%B %Y} is a {nearest:%A}."
        yield Finding("date", "warning", message, said.span)


def _today(reading: Reading) -> date | None:
    context = reading.context
    moment = context.now or context.interview_at
    return moment.date() if moment else None


def _all_said(text: str) -> list[_Said]:
    """Every weekday that has a date beside it; where several patterns fit a weekday, the first, fullest one counts."""
    taken: dict[int, _Said] = {}
    spans: list[tuple[int, int]] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            place = match.start("weekday")
            said = _read(match)
            overlap = any(match.start() < end and start < match.end() for start, end in spans)
            if said is None or place in taken or overlap or _is_end_of_range(text, match.start()):
                continue
            if match["weekday"].lower() in _ABBREVIATIONS and not match["weekday"][0].isupper():
                continue
            taken[place] = said
            spans.append(match.span())
    return sorted(taken.values(), key=lambda said: said.span)


def _is_end_of_range(text: str, start: int) -> bool:
    """Whether the date ends a span: in "Monday to Friday, 24 to 28 November" it is not Friday's own."""
    return _RANGE_BEFORE.search(text[max(0, start - _RANGE_REACH) : start]) is not None


def _read(match: re.Match[str]) -> _Said | None:
    groups = match.groupdict()
    weekday = _index(groups["weekday"], _WEEKDAYS)
    for number in "126":
        if groups.get(f"d{number}") and groups.get(f"m{number}"):
            if groups[f"m{number}"] == "may":
                return None
            year = groups.get(f"y{number}")
            month = _index(groups[f"m{number}"] or "", _MONTHS) + 1
            return _Said(weekday, int(groups[f"d{number}"] or 0), (month,), int(year) if year else None, match.span())
    if groups.get("w1"):
        day = _ORDINALS.index((groups["w1"] or "").lower()) + 1
        return _Said(weekday, day, (_index(groups["mw"] or "", _MONTHS) + 1,), None, match.span())
    if groups.get("d3"):
        return _Said(weekday, int(groups["d3"] or 0), (int(groups["m3"] or 0),), int(groups["y3"] or 0), match.span())
    if groups.get("n1"):
        return _read_numeric(weekday, groups, match)
    digits = "".join(filter(str.isdecimal, groups.get("d5") or ""))
    return _Said(weekday, int(digits), (), None, match.span()) if digits else None


def _read_numeric(weekday: int, groups: dict[str, str | None], match: re.Match[str]) -> _Said | None:
    """In "18/11" and "11/18": the day shows itself, or either may be it. "10.30" is a time."""
    first, second = int(groups["n1"] or 0), int(groups["n2"] or 0)
    written = groups.get("y4")
    if groups["sep"] == "." and not written:
        return None
    year = int(written) + (_CENTURY if int(written) < _TWO_DIGITS else 0) if written else None
    if 1 <= second <= len(_MONTHS) and 1 <= first <= len(_MONTHS) and first != second:
        return None
    if 1 <= second <= len(_MONTHS):
        return _Said(weekday, first, (second,), year, match.span())
    return _Said(weekday, second, (first,), year, match.span()) if 1 <= first <= len(_MONTHS) else None


def _index(word: str, names: tuple[str, ...]) -> int:
    short = word.lower().strip(".")[:3]
    return next(index for index, name in enumerate(names) if name.startswith(short))


def _likely_dates(said: _Said, today: date | None) -> list[date] | None:
    """The dates that may be meant; None if nothing tells. Empty if the date does not exist in a likely year."""
    if said.day < 1:
        return None
    if said.year is not None:
        return _existing([(said.year, month) for month in said.months], said.day)
    if today is None:
        return None
    if not said.months:
        around = [today - _MONTH_NEAR, today - _MONTH_NEAR / 2, today, today + _MONTH_NEAR / 2, today + _MONTH_NEAR]
        near = [
            day
            for day in _existing(sorted({(day.year, day.month) for day in around}), said.day)
            if abs(day - today) <= _MONTH_NEAR
        ]
        return near or None
    days = _existing([(today.year + shift, month) for shift in (-1, 0, 1) for month in said.months], said.day)
    if not days:
        return days
    nearest = min(days, key=lambda day: abs(day - today))
    if abs(nearest - today) <= _NEAR:
        return [nearest]
    reach = timedelta(days=366) - _NEAR
    return [day for day in days if abs(day - today) <= reach]


def _existing(months: list[tuple[int, int]], day: int) -> list[date]:
    dates = []
    for year, month in months:
        try:
            dates.append(date(year, month, day))
        except ValueError:
            continue
    return dates
