"""vCards of versions 2.1, 3 and 4, as phones, mail programs and address books write them.

One bad line loses only itself. Photos, sounds and keys are passed over; a group (`KIND:group`) is no person.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import ContactRole
from followup_tui.domain.sameness import linkedin_key
from followup_tui.domain.text import clean, fold
from followup_tui.exchange.addresses import address_in, name_for
from followup_tui.exchange.found import FoundPerson, Passed, Person, Reading, Remark, Source, Unit, Unreadable, Where
from followup_tui.exchange.properties import Broken, Property, parts, properties, unescaped

_MOST_LINES = 2_000
_MOST_BROKEN = 20
_MOST = 50_000
_MOST_OF_FILE = 1_000_000
_MOST_BROKEN_OF_FILE = 10_000
_CHUNK = 1_048_576
# As it stands in nearly every file; who writes it otherwise is counted while reading.
_BEGIN: Final = re.compile(rb"(?:^|(?<=[\r\n]))BEGIN:VCARD")
_LONGEST_BEGIN = 16
_KINDS: Final = ("KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND")
_PROFILES: Final = ("X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN")
_NAMES: Final = (
    "FN",
    "N",
    "NICKNAME",
    "ORG",
    "TITLE",
    "ROLE",
    "EMAIL",
    "TEL",
    "URL",
    "NOTE",
    "TZ",
    "CATEGORIES",
    "IMPP",
)
_READ: Final = frozenset({*_NAMES, *_KINDS, *_PROFILES})
_LINKEDIN: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/[^\s;,]+", re.IGNORECASE)
_ROLES: Final[dict[str, ContactRole]] = {
    "recruiter": "recruiter",
    "coordinator": "coordinator",
    "hiring manager": "hiring_manager",
    "interviewer": "interviewer",
    "referrer": "referrer",
}
_NOT_A_PHONE: Final = frozenset({"fax", "pager"})
# Google gives every contact its first, and its stars the second: they say nothing of anybody.
_NO_TAGS: Final = frozenset({"mycontacts", "starred"})


@dataclass(slots=True)
class _Card:
    """A card as it is read: its properties by name, and how much of it was read."""

    where: Where
    lines: int = 0
    broken: int = 0
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def all(self, name: str) -> list[Property]:
        """The properties of a name, those that are preferred first."""
        return sorted(self.properties.get(name, ()), key=_preference)

    def first(self, name: str) -> str:
        """The text of the first property of a name that has any; empty if none has."""
        return next((text for one in self.all(name) if (text := _text(one))), "")


def read_vcards(source: Source, _reading: Reading) -> Iterator[Unit]:
    """The people of a vCard file. Raises FollowupError where there is no card in it at all."""
    _check_amount(source)
    cards = _Cards(source.path)
    for line in properties(source):
        yield from cards.take(line)
    yield from cards.finish()


def _check_amount(source: Source) -> None:
    """Raises FollowupError for more cards or lines than are read, before any is; the source stands at its beginning."""
    cards, lines, at, kept = 0, 0, 1, b""
    while chunk := source.stream.read(_CHUNK):
        piece = kept + chunk.upper()
        for found in _BEGIN.finditer(piece):
            cards += 1
            if cards > _MOST:
                at += piece.count(b"\n", 0, found.start())
                raise FollowupError(_too_many(Where(source.path, at), _MOST, "cards"))
        # A line that stands across two chunks is looked at as one.
        whole = piece.rfind(b"\n") + 1
        at, kept = at + piece.count(b"\n"), piece[whole:][-_LONGEST_BEGIN:]
        lines += piece.count(b"\n") - piece.count(b"\n ") - piece.count(b"\n\t")
        if lines > _MOST_OF_FILE:
            raise FollowupError(_too_many(Where(source.path, at), _MOST_OF_FILE, "lines that are not folded"))
    source.stream.seek(0)


def _too_many(where: Where, most: int, what: str) -> str:
    return f"{where}: the file has more than {most:,} {what}; nothing was imported."


class _Cards:
    """The cards of a file, taken apart line by line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._card: _Card | None = None
        self._depth = 0
        """How many cards one stands in that stand in a card: somebody's assistant, in version 2.1."""
        self._count = 0
        self._lines_outside = 0
        self._broken = 0

    def take(self, line: Property | Broken) -> Iterator[Unit]:
        """What a line completes: a card, or the knowledge that it is none."""
        where = Where(self._path, line.line)
        self._broken += isinstance(line, Broken)
        self._refuse_beyond(_MOST_BROKEN_OF_FILE, self._broken, "lines that are no vCard's", where)
        if isinstance(line, Property) and _is_mark(line, "BEGIN"):
            yield from self._begin(where)
        elif self._card is None:
            self._lines_outside += 1
            self._refuse_beyond(_MOST, self._lines_outside, "lines outside of any card", where)
            if self._count and self._lines_outside == 1:
                yield Unreadable(where=where, reason="stands outside of any card")
        elif isinstance(line, Property) and _is_mark(line, "END"):
            yield from self._end(self._card)
        elif not self._depth:
            self._refuse_beyond(_MOST, self._card.lines, "lines in one card", where)
            yield from _take_in(self._card, line, where)

    def _refuse_beyond(self, most: int, count: int, what: str, where: Where) -> None:
        if count > most:
            raise FollowupError(_too_many(where, most, what))

    def _begin(self, where: Where) -> Iterator[Unit]:
        self._count += 1
        self._refuse_beyond(_MOST, self._count, "cards", where)
        if self._card is not None and "AGENT" in self._card.properties:
            self._depth += 1
            return
        if self._card is not None:
            yield from _without_end(self._card)
        self._card, self._lines_outside = _Card(where), 0

    def _end(self, card: _Card) -> Iterator[Unit]:
        if self._depth:
            self._depth -= 1
            if not self._depth:
                card.properties.pop("AGENT")
        else:
            yield from _read(card)
            self._card = None

    def finish(self) -> Iterator[Unit]:
        """What is left when the file ends. Raises FollowupError if no card was seen."""
        if self._card is not None:
            yield Unreadable(where=self._card.where, reason="is cut off: the card has no END:VCARD")
        if not self._count:
            raise FollowupError(f"{self._path}: holds no vCard; nothing was imported.")


def _is_mark(line: Property, name: str) -> bool:
    return line.name == name and line.value.strip().upper() == b"VCARD"


def _take_in(card: _Card, line: Property | Broken, where: Where) -> Iterator[Unit]:
    """Keep a line of a card, if it says anything; what is no property is said, till it is enough."""
    card.lines += 1
    if isinstance(line, Broken):
        card.broken += 1
        if card.broken <= _MOST_BROKEN:
            yield Unreadable(where=where, reason=f"is no line of a vCard ({line.beginning!r}); the rest of it was read")
    elif line.name == "AGENT":
        if not line.value.strip():
            card.properties["AGENT"] = []
    elif line.name in _READ and card.lines <= _MOST_LINES:
        card.properties.setdefault(line.name, []).append(line)


def _without_end(card: _Card) -> Iterator[Unit]:
    yield from _read(card)
    yield Unreadable(where=card.where, reason="has no END:VCARD before the next card begins; the card itself was read")


def _read(card: _Card) -> Iterator[Unit]:
    if card.lines > _MOST_LINES:
        yield Unreadable(where=card.where, reason=f"has more than {_MOST_LINES} lines in one card")
        return
    kinds = {card.first(name).casefold() for name in _KINDS}
    if "group" in kinds:
        yield Passed(where=card.where, text="is a group, not a person; left out")
        return
    emails: list[str] = []
    for one in card.all("EMAIL"):
        text = _text(one).strip()
        address = address_in(text)
        if address is not None:
            emails.append(address)
        elif text and "ex" not in one.types:  # Exchange's inner addresses are none of the world's
            yield Remark(where=card.where._replace(line=one.line), text=f"{text[:60]!r} is no e-mail address; left out")
    person = _person(card, tuple(dict.fromkeys(emails)))
    if person.name:
        yield FoundPerson(where=card.where, person=person)
    else:
        yield Unreadable(where=card.where, reason="names nobody: the card has neither a name nor an address")


def _person(card: _Card, emails: tuple[str, ...]) -> Person:
    company = next((part for one in card.all("ORG") for part in parts(one.text) if part), None)
    role = card.first("ROLE")
    return Person(
        name=_name(card) or card.first("NICKNAME") or company or (name_for("", emails[0]) if emails else ""),
        emails=emails,
        phones=tuple(_phones(card)),
        company=company,
        title=card.first("TITLE") or (role if role.casefold() not in _ROLES else "") or None,
        role=_ROLES.get(role.casefold(), "other"),
        linkedin=_linkedin(card),
        timezone=_zone(card),
        tags=tuple(_tags(card.all("CATEGORIES"))),
        notes="\n\n".join(text for one in card.all("NOTE") if (text := _text(one))),
    )


def _preference(one: Property) -> int:
    """How much it is preferred: 1 is most (`PREF=1`, `TYPE=pref`); what is not preferred comes last."""
    number = one.parameters.get("PREF", "")
    if number.isascii() and number.isdigit():
        return int(number[:3])
    return 1 if "pref" in one.types else 101


def _text(one: Property) -> str:
    """The text of a property, without its escapes."""
    if one.parameters.get("ENCODING", "").upper() in ("B", "BASE64"):
        try:
            one = one._replace(value=base64.b64decode(b"".join(one.value.split()), validate=True))
        except ValueError:
            return ""
    return clean(unescaped(one.text)).strip()


def _name(card: _Card) -> str:
    """The whole name: as it is to be shown, unless that is an address or turns the surname to the front."""
    shown = " ".join(card.first("FN").split())
    names = card.all("N")
    structured = parts(names[0].text) if names else []
    family, given, more, before, after, *_ = [*structured, "", "", "", "", ""]
    made = " ".join(f"{before} {given} {more} {family} {after}".split())
    turned = fold(shown) in {fold(f"{family}, {given}"), fold(f"{family}, {given} {more}")}
    return made if made and (not shown or "@" in shown or turned) else shown


def _phones(card: _Card) -> Iterable[str]:
    numbers: dict[str, str] = {}
    for one in card.all("TEL"):
        if not _NOT_A_PHONE.isdisjoint(one.types) and "voice" not in one.types:
            continue
        text = _text(one)
        if text[:4].casefold() == "tel:":
            text = text[4:].replace(";ext=", " ext. ").partition(";")[0]
        if any(letter.isdigit() for letter in text):
            numbers.setdefault("".join(letter for letter in text if letter.isdigit()), text)
    return numbers.values()


def _linkedin(card: _Card) -> str | None:
    """Their LinkedIn address: any link that is a person's, or the name that a profile of that kind gives."""
    for name in ("URL", *_PROFILES, "NOTE"):
        for one in card.all(name):
            pages = (found[0] for found in _LINKEDIN.finditer(_text(one)))
            page = next(filter(linkedin_key, pages), None)
            if page is not None:
                return page.rstrip(".)>") if name == "NOTE" else page
    for name in _PROFILES:
        for one in card.all(name):
            if user := _linkedin_user(one):
                return f"https://www.linkedin.com/in/{user}"
    return None


def _linkedin_user(one: Property) -> str:
    """The name of a LinkedIn profile that stands without its address: `X-SOCIALPROFILE;TYPE=linkedin:ana-ruiz`."""
    kind = {*one.types, one.parameters.get("SERVICE-TYPE", "").casefold()}
    if one.name != "X-LINKEDIN" and "linkedin" not in kind:
        return ""
    user = one.parameters.get("X-USER") or one.parameters.get("USERNAME") or _text(one).rpartition(":")[2]
    user = user.strip().strip("/").rpartition("/")[2]
    return user if re.fullmatch(r"[\w%-]{3,100}", user) else ""


def _zone(card: _Card) -> str | None:
    """Their time zone, if it is given by name; an offset alone is none."""
    for one in card.all("TZ"):
        for text in (_text(one), *parts(_text(one))):
            name = text.strip().removeprefix("/")
            if "/" in name and " " not in name:
                try:
                    return ZoneInfo(name).key
                except (ZoneInfoNotFoundError, ValueError, OSError):
                    continue
    return None


def _tags(categories: Iterable[Property]) -> Iterable[str]:
    tags = (tag for one in categories for tag in parts(one.text, ","))
    return dict.fromkeys(tag for tag in tags if tag and tag.casefold() not in _NO_TAGS and not tag.startswith("* "))
