"""What a template can do to a field before it is shown. Each filter is a pure function that never raises."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from followup_tui.domain import salutation
from followup_tui.domain.templates.fields import Shape

Argument = str | int | None

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A weekday alone is understood within the week around today; further off it takes a date.
_NEAR_DAYS = 6


class Style(NamedTuple):
    """How dates are written: what day it is, and whether the month stands before the day (`date_order = "mdy"`)."""

    today: date | None = None
    month_first: bool = False


class Filter(NamedTuple):
    """One filter: the shapes it takes, what it makes (None: the same), and the argument it takes."""

    run: Callable[[Any, Any, Style], Any]
    takes: frozenset[Shape]
    makes: Shape | None
    meaning: str
    words: tuple[str, ...] = ()
    number: bool = False
    required: bool = False


def written_date(day: date, form: Argument, style: Style) -> str:
    """`full` Tuesday, 17 November; `long` 17 November 2026; `short` 17 November; `weekday` Tuesday."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    day_and_month = f"{month} {day.day}" if style.month_first else f"{day.day} {month}"
    if form == "weekday":
        return weekday
    if form == "short":
        return day_and_month
    if form == "long":
        return f"{day_and_month}, {day.year}" if style.month_first else f"{day_and_month} {day.year}"
    return f"{weekday}, {day_and_month}"


def _near_day(day: date, _form: Argument, style: Style) -> str:
    near = style.today is not None and abs((day - style.today).days) <= _NEAR_DAYS
    return written_date(day, "weekday" if near else "short", style)


def enumeration(items: list[str], most: Argument, _style: Style) -> str:
    """`a`, `a and b`, `a, b and c`: at most `most` of them."""
    shown = items[:most] if isinstance(most, int) else items
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _bullets(items: list[str], most: Argument, _style: Style) -> str:
    return "\n".join(f"- {item}" for item in (items[:most] if isinstance(most, int) else items))


def _first(items: list[str], _argument: Argument, _style: Style) -> str:
    return items[0] if items else ""


def _first_name(name: str, _argument: Argument, _style: Style) -> str:
    return salutation.first_name(name)


def _formal_name(name: str, _argument: Argument, _style: Style) -> str:
    return salutation.formal_name(name)


# A word that a note begins with and that is no name: inside a sentence it loses its capital.
_SMALL_WORD_LIST = (
    "a an the this that these those how why what when where who whether if our my your their his her its we they it "
    "you he she there with without in on at for from about of to no not more less some any all one two three"
)
_SMALL_WORDS = frozenset(_SMALL_WORD_LIST.split())


def phrase(text: str, _argument: Argument = None, _style: Style | None = None) -> str:
    """A note as it stands inside a sentence: no stop at its end, no capital on `The` at its beginning."""
    text = text.strip().rstrip(".;,:! ")
    first, space, rest = text.partition(" ")
    return first.lower() + space + rest if first.lower() in _SMALL_WORDS and not first.isupper() else text


def _capital(text: str, _argument: Argument, _style: Style) -> str:
    return text[:1].upper() + text[1:]


def _shorten(text: str, most: Argument, _style: Style) -> str:
    text = " ".join(text.split())
    if not isinstance(most, int) or len(text) <= most:
        return text
    cut = text[: max(most - 1, 0)]
    at_word, _, _ = cut.rpartition(" ")
    return (at_word or cut).rstrip(" ,;:-") + "…"


def _quote(text: str, _argument: Argument, _style: Style) -> str:
    return re.sub("^", "> ", text, flags=re.MULTILINE)


_PLAIN = frozenset((Shape.TEXT, Shape.PROSE))
_ONLY_TEXT, _ONLY_DATE, _ONLY_LIST = frozenset((Shape.TEXT,)), frozenset((Shape.DATE,)), frozenset((Shape.LIST,))

FILTERS: dict[str, Filter] = {
    "date": Filter(
        written_date,
        _ONLY_DATE,
        Shape.TEXT,
        'Tuesday, 17 November; "long" 17 November 2026; "short" 17 November; "weekday" Tuesday',
        words=("full", "long", "short", "weekday"),
    ),
    "day": Filter(_near_day, _ONLY_DATE, Shape.TEXT, "after “on”: Tuesday within the week, else 17 November"),
    "list": Filter(enumeration, _ONLY_LIST, Shape.TEXT, "a, b and c; with a number, at most that many", number=True),
    "bullets": Filter(
        _bullets, _ONLY_LIST, Shape.PROSE, "a line for each; with a number, at most that many", number=True
    ),
    "first": Filter(_first, _ONLY_LIST, Shape.TEXT, "the first of a list"),
    "first_name": Filter(_first_name, _ONLY_TEXT, Shape.TEXT, "what to call someone of that name"),
    "formal_name": Filter(_formal_name, _ONLY_TEXT, Shape.TEXT, "the name for a formal greeting"),
    "phrase": Filter(phrase, _PLAIN, None, "as it stands inside a sentence: no final stop, no capital on The"),
    "capital": Filter(_capital, _PLAIN, None, "with a capital, to begin a sentence"),
    "shorten": Filter(
        _shorten, _PLAIN, Shape.TEXT, "at most this many characters, cut at a word", number=True, required=True
    ),
    "quote": Filter(_quote, _PLAIN, Shape.PROSE, "each line after a >, as mail quotes"),
}


def shown(value: Any, shape: Shape, style: Style) -> str:
    """A value as text, where the template names no filter for its shape."""
    if shape is Shape.DATE:
        return written_date(value, None, style)
    if shape is Shape.LIST:
        return enumeration(value, None, style)
    return str(value)
