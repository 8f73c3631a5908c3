"""The kinds of file that can be read, and the module that reads each; a reader is loaded when it is needed."""

from importlib import import_module
from typing import Final, Literal, NamedTuple, cast

from followup_tui.exchange.found import Reader

Kind = Literal[
    "linkedin-connections",
    "linkedin-messages",
    "linkedin-applications",
    "contacts",
    "applications",
    "vcard",
    "ics",
    "eml",
    "mbox",
    "json",
]


class _Home(NamedTuple):
    """Where the reader of a kind stands, and what a person calls such a file."""

    module: str
    function: str
    name: str


_HOMES: Final[dict[Kind, _Home]] = {
    "linkedin-connections": _Home("linkedin", "read_connections", "LinkedIn connections"),
    "linkedin-messages": _Home("linkedin", "read_messages", "LinkedIn messages"),
    "linkedin-applications": _Home("linkedin", "read_applications", "LinkedIn job applications"),
    "contacts": _Home("contacts_csv", "read", "a table of contacts"),
    "applications": _Home("applications_csv", "read", "a table of applications"),
    "vcard": _Home("vcard", "read_vcards", "vCard"),
    "ics": _Home("ics", "read_ics", "a calendar"),
    "eml": _Home("mail", "read_eml", "an e-mail"),
    "mbox": _Home("mail", "read_mbox", "a mailbox"),
}
JSON: Final[Kind] = "json"
"""Our own form, which `interchange` reads: whole records, not units to be merged."""

KINDS: Final[tuple[Kind, ...]] = (*_HOMES, JSON)
"""What can be read."""


def reader_of(kind: Kind) -> Reader:
    """The reader of a kind other than our own JSON."""
    home = _HOMES[kind]
    return cast("Reader", getattr(import_module(f"followup_tui.exchange.{home.module}"), home.function))


def name_of(kind: Kind) -> str:
    """What a person calls a file of that kind: "LinkedIn connections"."""
    return "our own JSON" if kind == JSON else _HOMES[kind].name
