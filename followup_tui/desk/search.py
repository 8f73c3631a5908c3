"""Words looked for in the whole book, accents and case aside."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Contact, Draft, Interview, Material, Opportunity, Record, Reminder, Touchpoint
from followup_tui.domain.text import fold


class Found(NamedTuple):
    """A record in which all the words stand: what it is, how it is called, and where the first word was found."""

    what: str
    id: str
    title: str
    excerpt: str


def search(desk: Desk, words: str) -> list[Found]:
    """Every record that has all the words, those first that have them in their title."""
    wanted = fold(words).split()
    if not wanted:
        return []
    found = [(one, title_hit) for what in _KINDS for one, title_hit in _in_table(desk, what, wanted)]
    return [one for one, _ in sorted(found, key=lambda pair: not pair[1])]


class _Kind(NamedTuple):
    """How a table is searched: the title of a record, and the texts beside it."""

    what: str
    record_type: type[Record]
    title: Callable[[Desk, Any], str]
    texts: Callable[[Any], tuple[str | None, ...]]


def _in_table(desk: Desk, kind: _Kind, wanted: list[str]) -> Iterator[tuple[Found, bool]]:
    for record in desk.records(kind.record_type).values():
        title = kind.title(desk, record)
        folded = fold(title)
        if all(word in folded for word in wanted):
            yield Found(kind.what, record.id, title, ""), True
            continue
        texts = " · ".join(filter(None, kind.texts(record)))
        everything = f"{folded} {fold(texts)}"
        if all(word in everything for word in wanted):
            yield Found(kind.what, record.id, title, _excerpt(texts, wanted[0])), False


def _excerpt(text: str, word: str) -> str:
    """The words around the first that was found, on one line."""
    words = text.split()
    index = next((number for number, one in enumerate(words) if word in fold(one)), 0)
    start = max(index - 4, 0)
    return " ".join(words[start : index + 5])


def _whom(desk: Desk, contact_id: str | None) -> str:
    contact = desk.find(Contact, contact_id)
    return contact.name if contact else "nobody known"


def _about(desk: Desk, opportunity_id: str) -> str:
    opportunity = desk.find(Opportunity, opportunity_id)
    return f"{opportunity.company}, {opportunity.role}" if opportunity else "unknown"


_KINDS = (
    _Kind(
        "opportunity",
        Opportunity,
        lambda _, one: f"{one.company}, {one.role}",
        lambda one: (one.location, one.source, one.url, " ".join(one.tags), one.notes),
    ),
    _Kind(
        "contact",
        Contact,
        lambda _, one: ", ".join(filter(None, (one.name, one.company))),
        lambda one: (one.title, one.email, *one.other_emails, one.phone, " ".join(one.tags), one.notes),
    ),
    _Kind(
        "interview",
        Interview,
        lambda desk, one: f"{one.format} interview, {_about(desk, one.opportunity_id)}",
        lambda one: (*one.talking_points, *(promise.text for promise in one.promises), one.notes),
    ),
    _Kind(
        "touchpoint",
        Touchpoint,
        lambda desk, one: (
            f"{kind_words(one.kind)} {'to' if one.direction == 'out' else 'from'} {_whom(desk, one.contact_id)}"
        ),
        lambda one: (one.subject, one.body),
    ),
    _Kind(
        "draft",
        Draft,
        lambda desk, one: f"{kind_words(one.kind)} to {_whom(desk, one.contact_id)}",
        lambda one: (one.subject, one.body),
    ),
    _Kind("material", Material, lambda _, one: one.title, lambda one: (one.url, one.text)),
    _Kind("reminder", Reminder, lambda _, one: one.title, lambda _: ()),
)
