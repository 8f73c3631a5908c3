"""An interview in a line: `phone interview wed 10:00 for 20 min with Ana Ruiz`, `interview was mon 12:30`."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from followup_tui.domain.capture.people import Person, read_listed_people
from followup_tui.domain.capture.words import Context, keyword
from followup_tui.domain.when import as_instant, elapsed_minutes, names_a_date

INTERVIEWER = "interviewer"
USUAL_MINUTES = 60
_LONGEST_MINUTES = 24 * 60
_FORMATS = {"phone": "phone", "call": "phone", "onsite": "onsite", "on-site": "onsite", "panel": "panel"}
_USUAL_FORMAT = "video"

INTERVIEW = keyword(
    r"(?P<had>(?:had|was)\s+(?:(?:an?|my|the)\s+)?)?"
    r"(?:(?P<format>phone|video|onsite|on-site|panel)\s+(?:interview|call)"
    r"|(?P<alone>interview|call|onsite|on-site|video|panel))"
    r"(?P<was>\s+(?:was|had))?"
)
_CLAUSE = re.compile(r"(?:^|\s)(for|with)\s(?![^(]*\))", re.IGNORECASE)
_SAYS_PAST = re.compile(r"\b(?:ago|yesterday|last)\b", re.IGNORECASE)


class Interview(NamedTuple):
    """An interview. `time_assumed`: only a date was said, and 09:00 taken. `leftover`: words not understood in it."""

    starts_at: datetime
    duration_min: int
    format: str
    people: tuple[Person, ...]
    time_assumed: bool
    leftover: tuple[str, ...] = ()


class _Tail(NamedTuple):
    """What stands behind the word `interview`."""

    date: str
    minutes: int | None
    people: tuple[Person, ...]
    leftover: tuple[str, ...]


def read_interview(text: str, context: Context) -> Interview | None:
    """The interview that the whole of `text` says; None where it is none, or its date is not understood."""
    match = INTERVIEW.fullmatch(text)
    if match is None:
        return None
    says_past = bool(match["had"] or match["was"])
    tail = _tail(match["rest"], context, says_past=says_past)
    found = _when(tail.date, context, says_past=says_past)
    if found is None or any(names_a_date(words) for words in tail.leftover):
        return None
    at, time_assumed = found
    return Interview(
        at,
        tail.minutes or USUAL_MINUTES,
        _FORMATS.get((match["format"] or match["alone"]).lower(), _USUAL_FORMAT),
        tail.people,
        time_assumed,
        tail.leftover,
    )


def _when(text: str, context: Context, *, says_past: bool) -> tuple[datetime, bool] | None:
    """The start, and whether its time was assumed. An interview lies ahead unless its words say that it was."""
    found = context.understand(text, past=says_past or bool(_SAYS_PAST.search(text)))
    if not found.understood:
        return None
    return as_instant(found, context.now, past=False, zone=context.zone), found.at is None


def _tail(rest: str, context: Context, *, says_past: bool) -> _Tail:
    """The date, and the clauses `for 45 min` and `with Ana Ruiz` in any order; any other clause is left over."""
    words, *clauses = _CLAUSE.split(rest)
    tail = _Tail(words, None, (), ())
    for word, body in zip(clauses[::2], clauses[1::2], strict=True):
        minutes = elapsed_minutes(body) if word.lower() == "for" else None
        if minutes and minutes <= _LONGEST_MINUTES and tail.minutes is None:
            tail = tail._replace(minutes=minutes)
            continue
        for people, date in _people_and_date(body, tail.date) if word.lower() == "with" else ():
            if not date.strip() or _when(date, context, says_past=says_past):
                tail = tail._replace(people=tail.people + people, date=date)
                break
        else:
            tail = tail._replace(leftover=(*tail.leftover, f"{word} {body.strip()}"))
    return tail


def _people_and_date(body: str, date: str) -> Iterator[tuple[tuple[Person, ...], str]]:
    """Every way to see in `body` people, and behind them a date or the rest of `date`: `Ana Ruiz, tue 3pm`."""
    words = body.split()
    if date.strip() and (people := read_listed_people(" ".join(words), INTERVIEWER)):
        yield tuple(people), date
    for place in range(1, len(words)):
        if people := read_listed_people(" ".join(words[:place]).removesuffix(","), INTERVIEWER):
            yield tuple(people), f"{date} {' '.join(words[place:])}"
