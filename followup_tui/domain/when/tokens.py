"""The words of a date as they were typed, each told apart: numbers, weekdays, months, units, times, written dates.

Nothing is decided here but what a word is. What it means beside its neighbours is read in the modules that follow.
"""

import re
from typing import Literal, NamedTuple


class Number(NamedTuple):
    """Digits: `27`, `2026`. `width` is how many, because a day has one or two and a year four."""

    value: int
    width: int


class NumberWord(NamedTuple):
    """`one` … `twelve`: counts things, but is no day of the month and no hour."""

    value: int


class Ordinal(NamedTuple):
    """`1st`, `27th`: a day of the month."""

    value: int


class Weekday(NamedTuple):
    """A weekday's name; Monday is 0."""

    number: int


class Month(NamedTuple):
    """A month's name; January is 1."""

    number: int


class Unit(NamedTuple):
    """What is counted: minute, hour, day, week, month, year or business day (`bd`), and how it was `written`."""

    name: str
    written: str


class Clock(NamedTuple):
    """`15:00`, `3.30` or `15h30`. `mark` stands between: `3.30` needs its `pm`, and `15h30` takes none."""

    hour: int
    minute: int
    mark: str


class Dotted(NamedTuple):
    """`27.11.` or `27.11.2026`: always the day first."""

    day: int
    month: int
    year: int | None


class Slashed(NamedTuple):
    """`27/11`, `27/11/2026` or `27/11/26`: which is the day, only the configuration says. `year` as it was written."""

    first: int
    second: int
    year: str | None


class Written(NamedTuple):
    """`2026-11-27`, or with a time `2026-11-27T15:00+01:00`; `text` is in upper case, as ISO 8601 has it."""

    text: str
    has_time: bool


Token = str | Number | NumberWord | Ordinal | Weekday | Month | Unit | Clock | Dotted | Slashed | Written
DateOrder = Literal["dmy", "mdy"]

SHORT_UNITS = frozenset({"d", "w", "mo", "y", "h", "m"})

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = {
    "minute": ("m", "min", "mins", "minute", "minutes"),
    "hour": ("h", "hr", "hrs", "hour", "hours"),
    "day": ("d", "day", "days"),
    "week": ("w", "week", "weeks"),
    "month": ("mo", "month", "months"),
    "year": ("y", "year", "years"),
    "business day": ("bd",),
}


def _spellings(name: str) -> tuple[str, str]:
    """A name as it may be typed, whole or by its first three letters, in lower case."""
    return name.lower(), name[:3].lower()


_NAMES: dict[str, Token] = {
    **{name: Weekday(number) for number, whole in enumerate(WEEKDAY_NAMES) for name in _spellings(whole)},
    "tues": Weekday(1),
    "thur": Weekday(3),
    "thurs": Weekday(3),
    **{name: Month(number) for number, whole in enumerate(MONTH_NAMES, 1) for name in _spellings(whole)},
    "sept": Month(9),
    **{name: NumberWord(value) for value, name in enumerate(_NUMBERS, 1)},
    **{name: Unit(unit, name) for unit, names in _UNITS.items() for name in names},
}

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})([:.h])(\d\d)(am|pm)?", re.ASCII)
_COUNTED = re.compile(r"(\d{1,9})([a-z]*)", re.ASCII)
_WRITTEN = re.compile(
    r"\d{4}-\d\d-\d\d(?P<time>t(?!24)\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:z|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)


def tokens(text: str) -> list[Token]:
    """The words of `text`; case, extra spaces, commas, an inner `the` and a final full stop are gone.

    A word that is none of ours stays as it is, in lower case, so that it is left over and nothing is guessed.
    """
    words = text.lower().replace(",", " ").split()
    if words and words[-1].endswith(".") and not _is_dotted_without_year(words[-1]):
        words[-1] = words[-1][:-1]
    *inner, last = [found for word in words if word for found in _split(word)] or [""]
    return [*(word for word in inner if word != "the"), last] if last else []


def _is_dotted_without_year(word: str) -> bool:
    match = _DOTTED.fullmatch(word)
    return match is not None and match[3] is None


def _split(word: str) -> list[Token]:
    """The tokens of one word: `@3pm` is three of them."""
    if len(word) > 1 and word[0] in "@+":
        return [word[0], *_split(word[1:])]
    if name := _NAMES.get(word):
        return [name]
    return _digits(word) if word[0].isdigit() else [word]


def _digits(word: str) -> list[Token]:
    """A word that begins with a digit; whatever it is not stays whole."""
    if match := _COUNTED.fullmatch(word):
        return _number(match) or [word]
    if match := _CLOCK.fullmatch(word):
        clock = Clock(int(match[1]), int(match[3]), match[2])
        return [clock, match[4]] if match[4] else [clock]
    if match := _SLASHED.fullmatch(word):
        return [Slashed(int(match[1]), int(match[2]), match[3])]
    if match := _DOTTED.fullmatch(word):
        return [Dotted(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)]
    if match := _WRITTEN.fullmatch(word):
        return [Written(word.upper(), has_time=match["time"] is not None)]
    return [word]


def _number(match: re.Match[str]) -> list[Token] | None:
    """`27`, `27th`, `3pm` or `3d`; None for any other letters after the digits."""
    value, letters = int(match[1]), match[2]
    number = Number(value, len(match[1]))
    if not letters:
        return [number]
    if letters in ("am", "pm"):
        return [number, letters]
    if letters == _suffix(value):
        return [Ordinal(value)]
    unit = _NAMES.get(letters)
    return [number, unit] if isinstance(unit, Unit) else None


def _suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
