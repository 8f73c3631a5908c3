"""A column with a company and what one does there in one: how its title is seen, and how its cells are taken apart."""

import re
from functools import cache
from typing import Final

from followup_tui.exchange.column_names import APPLICATION_COLUMNS, CONTACT_COLUMNS, TableKind, folded, names_of

_BETWEEN_TITLES: Final = re.compile(
    r"\s*(?:[/|,;&+@:\n–—]|\s-\s|\b(?:and|at|und|bei|et|chez|y|en|e|na)\b)\s*", re.IGNORECASE
)
# Behind one of these comes the company, whatever the title says.
_AT: Final = re.compile(r"\s+(?:@|at|bei|chez)\s+", re.IGNORECASE)
# What stands between the two, the surest first.
_BETWEEN: Final = tuple(
    re.compile(sign) for sign in (r"\s*\n\s*", r"\s+[|/]\s+", r"\s+[-–—]\s+", r":\s+", r"\s*[;|]\s*", r",\s+", r"/")
)


BOTH: Final[dict[TableKind, str]] = {"contacts": "company_title", "applications": "company_role"}
"""The field of such a column."""
PARTS: Final[dict[TableKind, tuple[str, str]]] = {"contacts": ("company", "title"), "applications": ("company", "role")}
"""The two fields that are in it."""
_TABLES: Final[dict[TableKind, dict[str, str]]] = {"contacts": CONTACT_COLUMNS, "applications": APPLICATION_COLUMNS}


@cache
def _names(kind: TableKind, field: str) -> frozenset[str]:
    return frozenset(names_of(_TABLES[kind][field]))


def is_of_both(title: str, kind: TableKind) -> bool:
    """Whether a title names a company and a role: `Company / Role`, `Stelle bei Firma`."""
    return sorted(_fields_in(title, kind)) == sorted(PARTS[kind])


def _fields_in(title: str, kind: TableKind) -> list[str]:
    """What the parts of a title name, in its order; empty if it has another part."""
    parts = list(filter(None, map(folded, _BETWEEN_TITLES.split(title))))
    named = [next((field for field in PARTS[kind] if part in _names(kind, field)), "") for part in parts]
    return named if all(named) else []


def apart(title: str, text: str, kind: TableKind) -> tuple[str, str]:
    """The company and the role that a cell names; the one that the title names first, and an empty one, if it is one.

    `Globex / Staff SRE`, `Globex - Staff SRE`, `Globex, Staff SRE`; or `Staff SRE at Globex`, however the title goes.
    """
    role_first = _fields_in(title, kind)[:1] == [PARTS[kind][1]]
    for sign in _BETWEEN if not _AT.search(text) else (*_BETWEEN[:2], _AT, *_BETWEEN[2:]):
        found = list(sign.finditer(text))
        if not found:
            continue
        turned = role_first or sign is _AT
        # A role may have signs in it, and it is the longer of the two.
        one = found[-1] if turned else found[0]
        before, after = " ".join(text[: one.start()].split()), " ".join(text[one.end() :].split())
        if before and after:
            return (after, before) if turned else (before, after)
    whole = " ".join(text.split())
    return ("", whole) if role_first else (whole, "")
