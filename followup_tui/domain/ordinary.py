"""Ordinary words, which are no names: `with great benefits` names nobody, and `in marketing` no city.

What is typed in lower case can be told from a name in no other way.
"""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

_SURNAME_TOO = "*"
# "don't" and "Ana's" are no names, "o'brien" is one.
_DRAWN_TOGETHER = re.compile(r".*['’ʼ](?:s|t|re|ll|ve|d|m)", re.DOTALL)
_PARTS = re.compile(r"[-.]+")


class _Words(NamedTuple):
    """`ordinary`: the words that begin no name; `surnames`: those of them that may end one (`jo bell`)."""

    ordinary: frozenset[str]
    surnames: frozenset[str]


def is_ordinary(word: str, *, after_a_name: bool = False) -> bool:
    """Whether `word`, in lower case, is a word and no name; `after_a_name` it may be a surname all the same."""
    words = _words()
    known = words.ordinary - words.surnames if after_a_name else words.ordinary
    return bool(_DRAWN_TOGETHER.fullmatch(word)) or any(part in known for part in _PARTS.split(word))


@cache
def _words() -> _Words:
    text = (resources.files("followup_tui") / "defaults" / "words" / "ordinary.txt").read_text(encoding="utf-8")
    listed = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return _Words(
        frozenset(word.removesuffix(_SURNAME_TOO) for word in listed),
        frozenset(word.removesuffix(_SURNAME_TOO) for word in listed if word.endswith(_SURNAME_TOO)),
    )
