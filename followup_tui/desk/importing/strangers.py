"""Messages of people whom the book does not know: they may become known further on, in the same files.

A mailbox may hold a million of them, so no more is kept of each than where it stands.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from followup_tui.domain.instants import parse_instant
from followup_tui.exchange.found import FoundMessage, Person, Remark, Where


class Notice(NamedTuple):
    """What a program wrote, as far as it says of which company it speaks."""

    where: Where
    at: datetime
    said: str

    @classmethod
    def of(cls, found: FoundMessage) -> "Notice | None":
        """What a message is as a program's notice; None for what a person wrote, or the user."""
        if not found.automatic or found.outgoing:
            return None
        names = " ".join(person.name for person in found.others)
        return cls(found.where, parse_instant(found.at), f"{names} {found.subject}")


class _Key(NamedTuple):
    path: Path
    outgoing: bool
    people: tuple[Person, ...]


@dataclass(slots=True)
class _Messages:
    """The messages of the same people in one file, by their lines."""

    lines: set[int | None] = field(default_factory=set)
    left_out: set[int | None] = field(default_factory=set)
    """Those of which nothing was taken."""
    notices: list[Notice] = field(default_factory=list)


class Strangers:
    """Whom the messages read so far are from or to, and the book did not know."""

    def __init__(self) -> None:
        self._messages: dict[_Key, _Messages] = {}

    def add(self, found: FoundMessage, people: Iterable[Person], *, left_out: bool) -> None:
        """Keep in mind that these people of a message are not known; and whether nothing of it was taken."""
        key = _Key(found.where.path, found.outgoing, tuple(people))
        messages = self._messages.setdefault(key, _Messages())
        messages.lines.add(found.where.line)
        if left_out:
            messages.left_out.add(found.where.line)
            if (notice := Notice.of(found)) is not None:
                messages.notices.append(notice)

    def known_by_now(self, is_known: Callable[[Person], bool], concerns: Callable[[Notice], bool]) -> frozenset[Where]:
        """Where the messages stand that are not strangers' any more; they are forgotten here."""
        late: set[Where] = set()
        for key, messages in list(self._messages.items()):
            if any(map(is_known, key.people)):
                late.update(Where(key.path, line) for line in messages.lines)
                del self._messages[key]
                continue
            for notice in list(filter(concerns, messages.notices)):
                late.add(notice.where)
                messages.notices.remove(notice)
                messages.lines.discard(notice.where.line)
                messages.left_out.discard(notice.where.line)
        return frozenset(late)

    def remarks(self) -> Iterator[Remark]:
        """What is to be said of those of whom nothing was taken: one sentence for all messages of the same people."""
        for key, messages in self._messages.items():
            if not messages.left_out:
                continue
            line = min(messages.left_out, key=lambda one: one or 0)
            address = next((person.emails[0] for person in key.people if person.emails), "")
            whom = address or " ".join(person.name for person in key.people)
            count = len(messages.left_out)
            which = "is" if count == 1 else f"is the first of {count:,}"
            towards = "to" if key.outgoing else "from"
            text = f"{which} {towards} {whom}, whom the book does not know; left out"
            yield Remark(where=Where(key.path, line), text=text)
