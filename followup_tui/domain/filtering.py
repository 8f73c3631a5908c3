"""What narrows the board: words, and terms such as `stage:applied`, `who:ana`, `is:overdue`, `due:<3d`.

A text is parsed once for each key and then asked about every card, so what is looked through is folded beforehand
(`Subject`) and each term goes over all cards in one pass.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from followup_tui.domain.phrases import STAGES
from followup_tui.domain.text import fold

QUIET_AFTER = timedelta(days=14)
"""A running opportunity without a word in or out for so long is quiet."""

STATES = ("overdue", "due", "open", "upcoming", "later", "held", "snoozed", "none", "quiet")
"""What may stand after `is:`; `none` is nothing planned."""

_TOKEN = re.compile(r'(?:[^\s":]+:)?"[^"]*"?|\S+')
_DUE = re.compile(r"(<=|<|>=|>)?(\d{1,4})([hdw])")
_PRIORITY = re.compile(r"([0-3])(\+?)")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24}
_MOST_PRIORITY = 3


class Subject(NamedTuple):
    """A card as the filter sees it. Texts are folded, instants in UTC."""

    id: str
    text: str
    """All that words are looked for in."""
    names: str
    """Its people's names, a space before each word of them."""
    tags: str
    """As `names`."""
    stage: str
    priority: int
    states: tuple[str, ...]
    """Of `STATES`, all that it is but quiet: of a snoozed one `upcoming` and `snoozed`."""
    due_at: datetime | None
    """When the first of its follow-ups is due that the patience rules do not hold."""
    silent_since: datetime | None
    """For one that is active and has nothing due: the last word in or out, or where it began."""


Term = Callable[[Sequence[Subject], datetime], list[Subject]]


class Filter(NamedTuple):
    """What was typed, as terms that must all hold, and what there is to say about terms that are not understood."""

    terms: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()

    def among(self, subjects: Sequence[Subject], now: datetime) -> Sequence[Subject]:
        """Those for which all terms hold at `now`, in their order."""
        now = now.astimezone(UTC)
        for term in self.terms:
            subjects = term(subjects, now)
        return subjects


def parse_filter(text: str, stages: Mapping[str, str] = STAGES) -> Filter:
    """The filter that `text` is; `stages` gives the name shown for each stage.

    A value may be the beginning of one (`is:over`), and several with commas mean any of them. What is not understood
    narrows nothing and is said in `remarks`: a filter is typed letter by letter, and a half-typed term is no mistake.
    """
    terms: list[Term] = []
    remarks: list[str] = []
    for token in _TOKEN.findall(text):
        name, colon, value = token.partition(":")
        read = _READERS.get(name.casefold()) if colon else None
        try:
            if read is not None:
                terms.append(read(_unquoted(value), stages))
                continue
            if colon and name.isalpha():
                remarks.append(f"{name}: is no term ({', '.join(_READERS)}), so it is looked for as a word.")
            terms += _words(_unquoted(token))
        except _NotYetError as error:
            remarks.append(str(error))
    return Filter(tuple(terms), tuple(remarks))


class _NotYetError(Exception):
    """A term's value means nothing, or nothing yet; `str()` is the sentence that says what it may be."""


def _unquoted(text: str) -> str:
    return text.replace('"', "")


def _words(text: str) -> list[Term]:
    wanted = fold(text)
    return [lambda subjects, _now: [one for one in subjects if wanted in one.text]] if wanted else []


def _stage(value: str, stages: Mapping[str, str]) -> Term:
    known = {fold(name): stage for stage, name in stages.items()} | {stage: stage for stage in stages}
    wanted = _begun("stage", value, known)
    return lambda subjects, _now: [one for one in subjects if one.stage in wanted]


def _state(value: str, _stages: Mapping[str, str]) -> Term:
    wanted = _begun("is", value, {state: state for state in STATES})

    def term(subjects: Sequence[Subject], now: datetime) -> list[Subject]:
        found = [one for one in subjects if not wanted.isdisjoint(one.states)]
        if "quiet" not in wanted:
            return found
        others = {one.id for one in found}
        return [one for one in subjects if one.id in others or _is_quiet(one, now)]

    return term


def _is_quiet(subject: Subject, now: datetime) -> bool:
    return subject.silent_since is not None and now - subject.silent_since >= QUIET_AFTER


def _begun(term: str, value: str, known: Mapping[str, str]) -> frozenset[str]:
    """Everything in `known` that one of the values names, in full or by its beginning."""
    found: set[str] = set()
    for part in (fold(part) for part in value.split(",")):
        if part in known:
            found.add(known[part])
        elif part:
            found.update(known[name] for name in known if name.startswith(part))
    if not found:
        said = f"{term}:{value} is not known." if value.strip(", ") else f"{term}: what?"
        raise _NotYetError(f"{said} It may be {_listed(dict.fromkeys(known.values()))}.")
    return frozenset(found)


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"


def _tag(value: str, _stages: Mapping[str, str]) -> Term:
    wanted = _beginnings("tag", value)
    return lambda subjects, _now: [one for one in subjects if any(tag in one.tags for tag in wanted)]


def _who(value: str, _stages: Mapping[str, str]) -> Term:
    wanted = _beginnings("who", value)
    return lambda subjects, _now: [one for one in subjects if any(name in one.names for name in wanted)]


def _beginnings(term: str, value: str) -> list[str]:
    parts = [f" {folded}" for part in value.split(",") if (folded := fold(part.removeprefix("#")))]
    if not parts:
        raise _NotYetError(f"{term}: whose name?" if term == "who" else f"{term}: which?")
    return parts


def _due(value: str, _stages: Mapping[str, str]) -> Term:
    match = _DUE.fullmatch(value.casefold())
    if match is None:
        raise _NotYetError(f"due:{value} by when? Like due:<3d, with h, d or w; what is overdue counts too.")
    ahead = timedelta(hours=int(match[2]) * _HOURS[match[3]])
    if (match[1] or "<").startswith(">"):
        return lambda subjects, now: [one for one in subjects if one.due_at is not None and one.due_at > now + ahead]
    return lambda subjects, now: [one for one in subjects if one.due_at is not None and one.due_at <= now + ahead]


def _priority(value: str, _stages: Mapping[str, str]) -> Term:
    match = _PRIORITY.fullmatch(value)
    if match is None:
        raise _NotYetError(f"priority:{value} is not known. It may be 0, 1, 2 or 3, and 2+ for 2 and more.")
    least = int(match[1])
    most = _MOST_PRIORITY if match[2] else least
    return lambda subjects, _now: [one for one in subjects if least <= one.priority <= most]


_READERS: Mapping[str, Callable[[str, Mapping[str, str]], Term]] = {
    "stage": _stage,
    "tag": _tag,
    "who": _who,
    "is": _state,
    "due": _due,
    "priority": _priority,
}
