"""A column that has the company and the role in one: how its title is seen, and how a cell of it is taken apart."""

import re
from functools import cache
from typing import Final

from followup_tui.exchange.column_names import APPLICATION_COLUMNS, folded, names_of

_BETWEEN_TITLES: Final = re.compile(
    r"\s*(?:[/|,;&+@:\n–—]|\s-\s|\b(?:and|at|und|bei|et|chez|y|en|e|na)\b)\s*", re.IGNORECASE
)
# Behind one of these comes the company, whatever the title says.
_AT: Final = re.compile(r"\s+(?:@|at|bei|chez)\s+", re.IGNORECASE)
# What stands between the two, the surest first.
_BETWEEN: Final = tuple(
    re.compile(sign) for sign in (r"\s*\n\s*", r"\s+[|/]\s+", r"\s+[-–—]\s+", r":\s+", r"\s*[;|]\s*", r",\s+", r"/")
)


@cache
def _names(field: str) -> frozenset[str]:
    return frozenset(names_of(APPLICATION_COLUMNS[field]))


def is_of_both(title: str) -> bool:
    """Whether a title names a company and a role: `Company / Role`, `Stelle bei Firma`."""
    return sorted(_fields_in(title)) == ["company", "role"]


def _fields_in(title: str) -> list[str]:
    """What the parts of a title name, in its order; empty if it has another part."""
    parts = list(filter(None, map(folded, _BETWEEN_TITLES.split(title))))
    named = ["company" if part in _names("company") else "role" if part in _names("role") else "" for part in parts]
    return named if all(named) else []


def apart(title: str, text: str) -> tuple[str, str]:
    """The company and the role that a cell names; the one that the title names first, and an empty one, if it is one.

    `Globex / Staff SRE`, `Globex - Staff SRE`, `Globex, Staff SRE`; or `Staff SRE at Globex`, however the title goes.
    """
    role_first = _fields_in(title)[:1] == ["role"]
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
