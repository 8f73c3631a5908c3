"""Wordings: patterns that are compiled when they are first needed, so that importing costs nothing.

They are written for *plain* text (see `plain.py`): lower case, straight apostrophes, contractions written out. `<3>`
stands for up to three words in between. Every pattern must be linear: no nested repetition, and a bound on each gap.
"""

import re
from collections.abc import Iterator
from functools import cached_property

_GAP = re.compile(r"<(\d+)>")


class Phrases:
    """Several wordings of one thing. They match whole words only."""

    def __init__(self, *wordings: str) -> None:
        self._wordings = wordings

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        wordings = _GAP.sub(r"(?:[\\w'-]+,? ){0,\1}", "|".join(self._wordings))
        return re.compile(rf"(?<!\w)(?:{wordings})(?!(?<=\w)\w)")

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text`, or None."""
        return self._pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in `text`."""
        return self._pattern.finditer(text)

    def remove(self, text: str, instead: str = " ") -> str:
        """`text` without the places; `instead` stands where they were."""
        return self._pattern.sub(instead, text)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self._pattern.search(text) is not None


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


def word_list(words: str) -> tuple[str, ...]:
    """The same where the order counts."""
    return tuple(words.split())
