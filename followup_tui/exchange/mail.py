"""E-mails, one in a file (`.eml`) or many (`.mbox`): what was said, between whom and when, and the invitations in them.

A mailbox is read as it comes and may be of any size. Drafts and what lies in the trash are no messages.
"""

import dataclasses
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from hashlib import sha256
from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import FIRST_YEAR, LAST_YEAR, format_instant
from followup_tui.domain.text import clean
from followup_tui.exchange.addresses import address_in, is_address_of_user, is_machine, is_of, is_user, person_of
from followup_tui.exchange.calendar_times import moment
from followup_tui.exchange.found import (
    Found,
    FoundInterview,
    FoundMessage,
    Passed,
    Person,
    Reading,
    Remark,
    Source,
    Unit,
    Unreadable,
    Where,
)
from followup_tui.exchange.ics import read_ics
from followup_tui.exchange.mbox import Taken, lines, messages
from followup_tui.exchange.mime import Part, Taker, body_of, calendars_of, decoded_header

_MOST_OTHERS = 50
_MOST_UNREADABLE = 1_000
_MOST_IDS = 50
_LONGEST_ADDRESSES = 65_536
_MESSAGE_ID: Final = re.compile(r"<([^<>\s]{1,500})>")
_WHOLE_ADDRESS: Final = re.compile(r"(.*?)<([^<>]*)>[^<>]*", re.DOTALL)
_COMMENT: Final = re.compile(r"\(([^()]*)\)")

# Zones that mail programs write by their letters, beside those of America that the standard knows; in hours.
_LETTERS: Final = {
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "IST": 5.5,
    "CET": 1,
    "MET": 1,
    "CEST": 2,
    "MEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "SGT": 8,
    "HKT": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
}
_DAY_S = 24 * 3600
_OFFSET: Final = re.compile(r"[+-]\d{4}")
_LAST_WORD: Final = re.compile(r"\b([A-Z]{3,4})\)?\s*$")

# Thunderbird's flag of a message that was deleted and still lies in the file.
_EXPUNGED = 0x0008
_NO_MESSAGES: Final = frozenset({"draft", "drafts", "spam", "trash", "bin", "chat", "chats"})
_AUTOMATIC_SUBJECT: Final = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|undeliver(?:able|ed)"
    r"|delivery status|mail delivery failed|read:|automatische antwort|abwesenheit|respuesta autom[áa]tica"
    r"|r[ée]ponse automatique"
    r"|risposta automatica|fuera de la oficina)",
    re.IGNORECASE,
)
_WRITES_IN_BULK: Final = frozenset({"bulk", "list", "junk", "auto_reply"})
_FORM_HOSTS: Final = (
    "linkedin.com",
    "myworkday.com",
    "greenhouse-mail.io",
    "hire.lever.co",
    "smartrecruiters.com",
    "icims.com",
    "taleo.net",
    "successfactors.com",
    "indeed.com",
    "indeedemail.com",
)


def read_eml(source: Source, reading: Reading) -> Iterator[Unit]:
    """The message in a file. Raises FollowupError where that is no e-mail."""
    taker = Taker()
    first = True
    for line in lines(source):
        if not (first and line.startswith(b"From ")):
            taker.take(line)
        first = False
        if taker.trouble is not None:
            break
    message = taker.finish()
    if not {"from", "date", "subject", "to", "received", "message-id"} & message.headers.keys():
        raise FollowupError(f"{source.path}: is no e-mail; nothing was imported.")
    yield from _not_told(source, reading)
    yield from _units(Taken(Where(source.path, 1), message, taker.trouble), reading)


def read_mbox(source: Source, reading: Reading) -> Iterator[Unit]:
    """The messages of a mailbox, in its order. Raises FollowupError where it is none."""
    yield from _not_told(source, reading)
    whole = unreadable = 0
    for taken in messages(source):
        for unit in _units(taken, reading):
            if isinstance(unit, Unreadable):
                unreadable += 1
            elif isinstance(unit, Found | Passed):
                whole += 1
            yield unit
        if unreadable > _MOST_UNREADABLE and not whole:
            raise FollowupError(
                f"{source.path}: the first {_MOST_UNREADABLE:,} messages cannot be read; nothing was imported."
            )


def _not_told(source: Source, reading: Reading) -> Iterator[Unit]:
    """What is to be known where nobody has said which address is the user's."""
    if not reading.user_emails:
        text = "it cannot be told which messages are yours: set email under [user] in config.toml, and then import"
        yield Remark(where=Where(source.path), text=text)


# Messages


def _units(taken: Taken, reading: Reading) -> Iterator[Unit]:
    """What a message is: a message, and an interview for each invitation in it."""
    message, where = taken.message, taken.where
    if taken.trouble is not None:
        yield Unreadable(where=where, reason=f"the message {taken.trouble}")
        return
    if (reason := _no_message(message)) is not None:
        yield Passed(where=where, text=reason)
        return
    sender = next(iter(_people(message, "from")), None) or next(iter(_people(message, "sender")), None)
    at = _date(message, taken.envelope, reading.zone)
    if sender is None or at is None:
        missing = "does not say whom it is from" if sender is None else "has no date that can be read"
        yield Unreadable(where=where, reason=f"the message {missing}")
        return
    invitations = [unit for text in calendars_of(message) for unit in _invitations(text, where, reading)]
    yield from dict.fromkeys(invitations)
    outgoing = is_user(sender, reading) if not reading.user_emails else is_address_of_user(sender.emails[0], reading)
    if outgoing and any(calendars_of(message)):
        yield Passed(where=where, text="carries your own invitation, or your answer to one; it is no letter")
        return
    found = _found(message, sender, at, where, reading, outgoing=outgoing)
    if found.others:
        yield dataclasses.replace(found, automatic=found.automatic or any(calendars_of(message)))
    else:
        yield Passed(where=where, text="went to nobody but yourself; left out")


def _no_message(message: Part) -> str | None:
    """Why a message in a file is none that was sent; None if it is one."""
    status = message.header("x-mozilla-status").strip()
    if re.fullmatch(r"[0-9A-Fa-f]{4}", status) and int(status, 16) & _EXPUNGED:
        return "was deleted in the mail program; left out"
    labels = decoded_header(message.header("x-gmail-labels")).casefold().split(",")
    if not _NO_MESSAGES.isdisjoint(label.strip().strip('"') for label in labels):
        return "is a draft, or lies in the trash or among spam; left out"
    if "x-mozilla-draft-info" in message.headers or message.header("x-unsent").strip() == "1":
        return "is an unsent draft; left out"
    return None


def _found(
    message: Part, sender: Person, at: datetime, where: Where, reading: Reading, *, outgoing: bool
) -> FoundMessage:
    subject = clean(decoded_header(message.header("subject")))
    body = clean(body_of(message)).rstrip()
    return FoundMessage(
        where=where,
        at=format_instant(at.astimezone(reading.zone)),
        outgoing=outgoing,
        others=_others(message, sender, reading, outgoing=outgoing),
        subject=subject,
        body=body,
        message_id=_id(message) or _made_id(sender, at, subject, body),
        answers=tuple(_MESSAGE_ID.findall(_ids(message)))[-_MOST_IDS:],
        automatic=_is_automatic(message, sender, subject),
        in_bulk="list-unsubscribe" in message.headers or "list-id" in message.headers,
    )


def _others(message: Part, sender: Person, reading: Reading, *, outgoing: bool) -> tuple[Person, ...]:
    if not outgoing:
        return (sender,)
    people: dict[str, Person] = {}
    for name in ("to", "cc", "bcc"):
        for person in _people(message, name):
            if not is_address_of_user(person.emails[0], reading) and not is_machine(person.emails[0]):
                people.setdefault(person.emails[0].casefold(), person)
    return tuple(people.values())[:_MOST_OTHERS]


def _id(message: Part) -> str | None:
    text = message.header("message-id").strip()
    found = _MESSAGE_ID.search(text)
    return found[1] if found is not None else (text.strip("<>")[:500] or None)


def _ids(message: Part) -> str:
    return " ".join([*message.headers.get("references", ()), *message.headers.get("in-reply-to", ())])[-20_000:]


def _made_id(sender: Person, at: datetime, subject: str, body: str) -> str:
    """An id for a message that has none: the same wherever the message is found again."""
    said = "\n".join([sender.emails[0].casefold(), at.astimezone(UTC).isoformat(), subject, " ".join(body.split())])
    return f"no-id-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _is_automatic(message: Part, sender: Person, subject: str) -> bool:
    """Whether no person wrote it: a program says so, or it comes from where programs write."""
    if message.header("auto-submitted").strip().casefold() not in ("", "no"):
        return True
    if message.header("precedence").strip().casefold() in _WRITES_IN_BULK:
        return True
    if any(name in message.headers for name in ("x-autoreply", "x-autorespond", "x-failed-recipients", "feedback-id")):
        return True
    address = sender.emails[0]
    host = address.rpartition("@")[2]
    is_form = is_machine(address) or is_of(host, _FORM_HOSTS)
    return is_form or message.kind == "multipart/report" or _AUTOMATIC_SUBJECT.match(subject) is not None


def _invitations(text: str, where: Where, reading: Reading) -> Iterator[Unit]:
    """The interviews of an invitation in a message; one that cannot be read is said, and the message is read."""
    data = text.encode("utf-8", "replace")
    inner = Source(where.path, len(data), io.BytesIO(data))
    try:
        for unit in read_ics(inner, reading):
            if isinstance(unit, FoundInterview | Unreadable | Remark | Passed):
                yield dataclasses.replace(unit, where=where)
    except FollowupError:
        yield Unreadable(where=where, reason="the invitation in the message cannot be read")


# Addresses


def _people(message: Part, name: str) -> Iterator[Person]:
    """Everybody whom a header names with an address."""
    for header in message.headers.get(name, ()):
        before = ""
        for piece in _pieces(header[:_LONGEST_ADDRESSES]):
            person = _person(f"{before}{piece}")
            # A name with a comma that nobody quoted comes in two pieces, the first without an address.
            before = f"{piece.strip()}, " if person is None and "@" not in piece and ":" not in piece else ""
            if person is not None:
                yield person


def _pieces(header: str) -> Iterator[str]:
    """A list of addresses, taken apart at the commas that stand in no quotes and no brackets."""
    start, quoted, depth = 0, False, 0
    for index, letter in enumerate(header):
        if letter == '"' and header[index - 1 : index] != "\\":
            quoted = not quoted
        elif not quoted and letter in "<(":
            depth += 1
        elif not quoted and letter in ">)":
            depth = max(depth - 1, 0)
        elif letter in ",;" and not quoted and not depth:
            yield header[start:index]
            start = index + 1
    yield header[start:]


def _person(text: str) -> Person | None:
    """Somebody as `Ana Ruiz <ana@globex.com>`, `ana@globex.com (Ana Ruiz)` or an address alone."""
    found = _WHOLE_ADDRESS.fullmatch(text.strip())
    if found is not None:
        address, name = address_in(found[2]), found[1]
    else:
        address = address_in(_COMMENT.sub(" ", text)) or address_in(text)
        comment = _COMMENT.search(text)
        name = comment[1] if comment is not None else ""
    if address is None:
        return None
    name = name.rpartition(":")[2] if name.count(":") == 1 and '"' not in name else name
    name = decoded_header(re.sub(r"\\(.)", r"\1", name.strip().strip('"')))
    return person_of(name, address)


# Dates


def _date(message: Part, envelope: str, zone: tzinfo) -> datetime | None:
    """When a message was written, or else when it came."""
    candidates = [message.header("date"), *(one.rpartition(";")[2] for one in message.headers.get("received", ()))]
    candidates += [message.header("delivery-date"), " ".join(envelope.split()[2:])]
    return next((at for text in candidates if (at := _moment(text[:200], zone)) is not None), None)


def _moment(text: str, zone: tzinfo) -> datetime | None:
    """An instant as mail writes it, in whatever way; one without a zone is in UTC. None for what is no date."""
    text = text.strip()
    try:
        parts = parsedate_tz(text)
        if parts is None:
            return moment(text, zone).at
        at = datetime(*parts[:5], min(parts[5], 59), tzinfo=_offset(parts[9], text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if FIRST_YEAR < at.year < LAST_YEAR else None


def _offset(seconds: int | None, text: str) -> tzinfo:
    if seconds and abs(seconds) < _DAY_S:
        return timezone(timedelta(seconds=seconds))
    letters = None if _OFFSET.search(text) else _LAST_WORD.search(text)
    return timezone(timedelta(hours=_LETTERS.get(letters[1], 0))) if letters is not None else UTC
