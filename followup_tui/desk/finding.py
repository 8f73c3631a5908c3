"""What the palette finds in the book: opportunities, contacts and drafts, the most urgent first among equal fits."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from operator import itemgetter
from typing import Literal, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import ago_words, kind_words
from followup_tui.domain.records import Contact, Draft, Opportunity
from followup_tui.domain.search import Grade, Haystack
from followup_tui.domain.text import fold

What = Literal["opportunity", "contact", "draft"]
AT_FIRST = 8
"""So many of what is overdue or due are found before anything is typed, and so many drafts."""

_Findable = Opportunity | Contact | Draft


class Finding(NamedTuple):
    """Something found: how it is called, what else there is to say, its most urgent follow-up, how well it fits."""

    what: What
    id: str
    title: str
    note: str
    follow_up: FollowUp | None
    grade: Grade


class _Thing(NamedTuple):
    """A record that can be found by its folded words. `place` says what comes first among things with nothing to do."""

    place: int
    words: str
    subject: str
    """What its follow-ups are known by."""
    record: _Findable


_PRESSING = ("overdue", "due")
_BY_NAME = itemgetter(_Thing._fields.index("place"), _Thing._fields.index("words"))


class Finder:
    """Answers key after key: `desk.ask(finder.find, "ana")`. It belongs to the desk's thread.

    The order is that of the plan, then by name; it is made anew when the book changed or a minute passed, but the words
    of a record are folded again only when it changed itself.
    """

    def __init__(self) -> None:
        self._made_at: tuple[int, datetime] | None = None
        self._known: dict[str, _Thing] = {}
        self._first: dict[str, FollowUp] = {}
        self._things: list[_Thing] = []
        self._haystack = Haystack(())

    def find(self, desk: Desk, query: str, limit: int = 50) -> list[Finding]:
        """The best `limit` of what fits; for an empty query what presses most, then the drafts written at last."""
        self._keep_up(desk)
        if not fold(query):
            return [self._finding(desk, thing, Grade.START) for thing in self._first_of_all()]
        hits = self._haystack.find(query, limit)
        return [self._finding(desk, self._things[hit.place], hit.grade) for hit in hits]

    def _first_of_all(self) -> list[_Thing]:
        pressing = (thing for thing in self._things if self._is_pressing(thing))
        drafts = [(thing.record.updated_at, thing) for thing in self._things if isinstance(thing.record, Draft)]
        latest = sorted(drafts, key=itemgetter(0), reverse=True)
        return [*islice(pressing, AT_FIRST), *(thing for _, thing in latest[:AT_FIRST])]

    def _is_pressing(self, thing: _Thing) -> bool:
        follow_up = self._first.get(thing.subject)
        return not isinstance(thing.record, Draft) and follow_up is not None and follow_up.urgency in _PRESSING

    def _keep_up(self, desk: Desk) -> None:
        """Know the book and the plan as they are now."""
        made_at = (desk.revision, desk.now().replace(second=0, microsecond=0))
        if made_at == self._made_at:
            return
        if self._made_at is None or self._made_at[0] != desk.revision:
            self._known = {thing.record.id: thing for thing in sorted(self._read(desk), key=_BY_NAME)}
        self._first = _first_of_each(desk)
        rank = {subject: number for number, subject in enumerate(self._first)}
        planned = [thing for thing in self._known.values() if thing.subject in rank]
        rest = [thing for thing in self._known.values() if thing.subject not in rank]
        self._things = sorted(planned, key=lambda thing: rank[thing.subject]) + rest
        self._haystack = Haystack([thing.words for thing in self._things])
        self._made_at = made_at

    def _read(self, desk: Desk) -> Iterator[_Thing]:
        yield from (self._kept(desk, opportunity) for opportunity in desk.records(Opportunity).values())
        yield from (self._kept(desk, contact) for contact in desk.records(Contact).values())
        # What a draft is found by depends on other records too, and there are few.
        drafts = (draft for draft in desk.records(Draft).values() if draft.sent_touchpoint_id is None)
        yield from (_thing(desk, draft) for draft in drafts)

    def _kept(self, desk: Desk, record: Opportunity | Contact) -> _Thing:
        known = self._known.get(record.id)
        return known if known is not None and known.record is record else _thing(desk, record)

    def _finding(self, desk: Desk, thing: _Thing, grade: Grade) -> Finding:
        what, title, note = _described(desk, thing.record)
        return Finding(what, thing.record.id, title, note, self._first.get(thing.subject), grade)


def _first_of_each(desk: Desk) -> dict[str, FollowUp]:
    """The most urgent follow-up of each opportunity and contact, and each by its own key, in the order of the plan."""
    first: dict[str, FollowUp] = {}
    for follow_up in desk.plan():
        for subject in (follow_up.opportunity_id, follow_up.contact_id, follow_up.key):
            if subject is not None:
                first.setdefault(subject, follow_up)
    return first


def _thing(desk: Desk, record: _Findable) -> _Thing:
    match record:
        case Opportunity():
            place = 2 if record.stage == "closed" else 0
            words = _folded(record.company, record.role, record.location, *record.tags)
            return _Thing(place, words, record.id, record)
        case Contact():
            words = _folded(record.name, record.company, record.title, record.email, *record.tags)
            return _Thing(1, words, record.id, record)
        case Draft():
            words = _folded(record.subject, _about(desk, record), "draft")
            return _Thing(0, words, record.follow_up_key or "", record)


def _folded(*words: str | None) -> str:
    return fold(" ".join(filter(None, words)))


def _described(desk: Desk, record: _Findable) -> tuple[What, str, str]:
    """What a record is, what it is called, and what else there is to say of it."""
    match record:
        case Opportunity():
            tags = (f"#{tag}" for tag in record.tags)
            parts = (desk.config.stages.name(record.stage), record.location, *tags)
            return "opportunity", f"{record.company}, {record.role}", " · ".join(filter(None, parts))
        case Contact():
            return "contact", record.name, ", ".join(filter(None, (record.title, record.company)))
        case Draft():
            written = ago_words(instant(record.updated_at).astimezone(desk.clock.zone), desk.now())
            about = _about(desk, record)
            title = record.subject or f"{kind_words(record.kind).capitalize()} without a subject"
            return "draft", title, f"to {about}, {written}" if about else written


def _about(desk: Desk, draft: Draft) -> str:
    """Whom a draft is to, and where."""
    contact = desk.find(Contact, draft.contact_id)
    opportunity = desk.find(Opportunity, draft.opportunity_id)
    names = (contact.name if contact else "", opportunity.company if opportunity else "")
    return ", ".join(filter(None, names))
