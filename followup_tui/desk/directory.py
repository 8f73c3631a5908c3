"""Everybody in the book: in the order asked for, narrowed by what is typed, with when they were last heard of."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple, get_args

from followup_tui.desk.desk import Desk
from followup_tui.desk.standing import Standing, standing
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Touchpoint
from followup_tui.domain.text import fold

Sort = Literal["name", "company", "heard", "next", "added"]

SORTS: Final[tuple[Sort, ...]] = get_args(Sort)


class Query(NamedTuple):
    """What is to be shown: words that a contact must have, accents and case aside; the order; and whether turned."""

    words: str = ""
    sort: Sort = "name"
    backwards: bool = False


class Listing(NamedTuple):
    """The contacts that fit a query, in its order.

    The mappings are by contact id, and of all contacts: the contact; the instant of the last touchpoint, in or out,
    notices aside, in UTC; and the most urgent follow-up.
    """

    standing: Standing
    contacts: Sequence[Contact]
    everybody: Mapping[str, Contact]
    heard: Mapping[str, datetime]
    next: Mapping[str, FollowUp]


class _Entry(NamedTuple):
    """A contact with what is folded once.

    Words are found anywhere in `names`, which is name and company, but in the `rest` only where one begins: many are
    managers, and few of them are meant by `ana`.
    """

    contact: Contact
    name: str
    company: str
    names: str
    rest: str


class Directory:
    """Answers queries about all contacts, and keeps what would be computed again for each key.

    It belongs to the desk's thread: `desk.ask(directory.listing, query)`.
    """

    def __init__(self) -> None:
        self._revision: int | None = None
        self._everybody: dict[str, Contact] = {}
        self._entries: dict[str, _Entry] = {}
        self._heard: dict[str, datetime] = {}
        self._next: dict[str, FollowUp] = {}
        self._ranks: dict[str, int] = {}
        self._standing: Standing | None = None
        self._ordered: tuple[Sort, list[_Entry]] | None = None

    def _refresh(self, desk: Desk) -> None:
        """Take in what changed: records, the plan, the time."""
        if self._revision != desk.revision:
            # A copy: the listings that were answered are read in another thread.
            self._everybody = dict(desk.records(Contact))
            self._entries = {one: self._entry(contact) for one, contact in self._everybody.items()}
            self._heard = _last_heard(desk)
            self._revision = desk.revision
        follow_ups = desk.plan()
        self._standing = standing(desk, follow_ups)
        self._next, self._ranks = {}, {}
        for rank, follow_up in enumerate(follow_ups):
            if follow_up.contact_id is not None and follow_up.contact_id not in self._next:
                self._next[follow_up.contact_id] = follow_up
                self._ranks[follow_up.contact_id] = rank
        self._ordered = None

    def _entry(self, contact: Contact) -> _Entry:
        known = self._entries.get(contact.id)
        return known if known is not None and known.contact is contact else _entry(contact)

    def listing(self, desk: Desk, query: Query, *, anew: bool = True) -> Listing:
        """The contacts that fit. `anew`: take in first what changed, as every question does but those for each key."""
        if anew or self._standing is None:
            self._refresh(desk)
        assert self._standing is not None
        entries = self._in_order(query.sort)
        for word in fold(query.words).split():
            begun = f" {word}"
            entries = [entry for entry in entries if word in entry.names or begun in entry.rest]
        contacts = [entry.contact for entry in entries]
        if query.backwards:
            contacts.reverse()
        return Listing(self._standing, contacts, self._everybody, self._heard, self._next)

    def _in_order(self, sort: Sort) -> list[_Entry]:
        if self._ordered is None or self._ordered[0] != sort:
            by_name = sorted(self._entries.values(), key=lambda entry: (entry.name, entry.contact.id))
            self._ordered = (sort, by_name if sort == "name" else sorted(by_name, key=self._key(sort)))
        return self._ordered[1]

    def _key(self, sort: Sort) -> Callable[[_Entry], Any]:
        """What comes first: the last one heard of, the most urgent, the newest; those that have none come last."""
        keys: dict[Sort, Callable[[_Entry], Any]] = {
            "company": lambda entry: (not entry.company, entry.company),
            "heard": lambda entry: -_timestamp(self._heard.get(entry.contact.id)),
            "next": lambda entry: self._ranks.get(entry.contact.id, len(self._ranks) + len(self._next)),
            "added": lambda entry: -instant(entry.contact.created_at).timestamp(),
        }
        return keys[sort]


def _timestamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


def _entry(contact: Contact) -> _Entry:
    name, company = fold(contact.name), fold(contact.company or "")
    rest = (
        contact.title,
        contact.role.replace("_", " "),
        contact.email,
        *contact.other_emails,
        contact.phone,
        *(f"#{tag}" for tag in contact.tags),
        contact.notes,
    )
    return _Entry(contact, name, company, f"{name} {company}", f" {fold(' '.join(filter(None, rest)))}")


def _last_heard(desk: Desk) -> dict[str, datetime]:
    """When each contact was last written to or heard from, automatic messages and what is still ahead aside."""
    now, heard = desk.now(), dict[str, datetime]()
    for touchpoint in desk.records(Touchpoint).values():
        contact_id = touchpoint.contact_id
        if contact_id is None or touchpoint.kind == "notice":
            continue
        at = instant(touchpoint.at)
        known = heard.get(contact_id)
        if at <= now and (known is None or at > known):
            heard[contact_id] = at
    return heard
