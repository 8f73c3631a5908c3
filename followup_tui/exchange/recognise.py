"""What kind of file something is, by what stands in it: a name says nothing that can be relied on."""

import re
from collections.abc import Callable
from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source
from followup_tui.exchange.kinds import Kind
from followup_tui.exchange.sources import head
from followup_tui.exchange.tables import kind_of_table

# What a file begins with that cannot be read, and what would help.
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "is a zip archive or a spreadsheet program's own file; unpack it, or save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "is an Office file; save the sheet as CSV"),
    (b"%PDF", "is a PDF"),
    (b"\x1f\x8b", "is compressed; unpack it"),
    (b"SQLite format 3", "is a database; export its tables as CSV"),
    (b"!BDN", "is an Outlook archive; export the contacts as CSV, the messages as mbox or .eml"),
)
_MARKS: Final = ("\ufeff", "\x00")
_BEGIN: Final = re.compile(r"BEGIN[ \t]*:[ \t]*(VCALENDAR|VCARD)\b", re.IGNORECASE)
_BEGINNINGS: Final[dict[str, Kind]] = {"VCALENDAR": "ics", "VCARD": "vcard"}
_HEADER: Final = re.compile(r"([!-9;-~]+)[ \t]*:(.*)")
# One of these begins a message; of the common ones, two do.
_SURE_HEADERS: Final = frozenset(
    {"received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature", "x-unsent"}
)
_LIKELY_HEADERS: Final = frozenset(
    {"from", "to", "cc", "subject", "date", "reply-to", "sender", "content-type", "thread-topic", "thread-index"}
)


def recognise(source: Source) -> Kind:
    """The kind of a file. Raises FollowupError, saying what it is if that can be told, for one that cannot be read."""
    beginning = head(source)
    for mark, what in _OTHERS:
        if beginning.startswith(mark):
            raise FollowupError(f"{source.path}: {what}; nothing was imported.")
    if not beginning.strip():
        raise FollowupError(f"{source.path}: is empty; nothing was imported.")
    text = _text(beginning)
    checks: tuple[Callable[[str], Kind | None], ...] = (_json, _card_or_calendar, _mail)
    for check in checks:
        if (kind := check(text)) is not None:
            return kind
    return kind_of_table(source)


def _text(data: bytes) -> str:
    """The beginning as far as marks matter, which are ASCII in every encoding but UTF-16."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _json(text: str) -> Kind | None:
    return "json" if text.lstrip()[:1] in ("{", "[") else None


def _card_or_calendar(text: str) -> Kind | None:
    found = _BEGIN.match(text.lstrip())
    return _BEGINNINGS[found[1].upper()] if found else None


def _mail(text: str) -> Kind | None:
    if text.startswith("From ") and set(",;\t").isdisjoint(text.partition("\n")[0]):
        return "mbox"
    sure = likely = 0
    for line in text.lstrip("\r\n").splitlines():
        if line[:1] in (" ", "\t"):
            continue
        header = _HEADER.fullmatch(line)
        if header is None:
            break
        name = header[1].casefold()
        sure += name in _SURE_HEADERS
        likely += name in _LIKELY_HEADERS
    return "eml" if sure or likely > 1 else None
