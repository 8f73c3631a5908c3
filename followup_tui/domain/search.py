"""Texts found by a few letters: how well each fits what was typed, and which of its letters were meant.

Every word that was typed has to fit, in any order. How well it does is a grade, and within a grade the texts keep the
order in which they were given: who wants the most urgent first gives them in that order. The time is linear in the
texts, whatever was typed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from followup_tui.domain.text import fold

LONGEST_TEXT = 240
"""So many characters of a text are looked through; a name that is a whole page is found by its beginning."""

_LONGEST_QUERY = 80
_LONGEST_GAP = 8
# The letters of English, the commonest last: what has few is asked for first.
_RAREST_FIRST = "zqjxkvbpgywfmucldrhsnioate"


class Grade(IntEnum):
    """How well a text fits, the best first."""

    START = 0
    """It begins with what was typed."""
    WORDS = 1
    """Each word typed is the beginning of one of its words."""
    WITHIN = 2
    """Each word typed stands somewhere in it."""
    LETTERS = 3
    """The letters of each word stand in it in their order, the first at the beginning of a word, the others near."""


class Hit(NamedTuple):
    """A text that fits: its place among the texts, and how well it fits."""

    place: int
    grade: Grade


class Haystack:
    """Folded texts, in the order in which equally good ones are to be found."""

    def __init__(self, texts: Iterable[str]) -> None:
        # The space tells the beginning of the first word as that of any other.
        self._texts = [" " + text[:LONGEST_TEXT] for text in texts]

    def find(self, query: str, limit: int) -> list[Hit]:
        """The first `limit` texts that fit, the best grade first; everything fits an empty query."""
        words = words_of(query)
        within = self._within(words)
        grades = (
            (Grade.START, self._at_start(words, within)),
            (Grade.WORDS, self._at_words(words, within)),
            (Grade.WITHIN, iter(within)),
            (Grade.LETTERS, self._by_letters(words)),
        )
        hits: dict[int, Hit] = {}
        for grade, indexes in grades:
            for index in indexes:
                if len(hits) == limit:
                    return list(hits.values())
                hits.setdefault(index, Hit(index, grade))
        return list(hits.values())

    def _within(self, words: Sequence[str]) -> Sequence[int]:
        texts = self._texts
        found: Sequence[int] = range(len(texts))
        for word in sorted(words, key=len, reverse=True):
            found = [index for index in found if word in texts[index]]
        return found

    def _at_start(self, words: Sequence[str], among: Sequence[int]) -> Iterator[int]:
        texts, beginning = self._texts, " " + " ".join(words)
        return (index for index in among if texts[index].startswith(beginning))

    def _at_words(self, words: Sequence[str], among: Sequence[int]) -> Iterator[int]:
        texts, beginnings = self._texts, [" " + word for word in words]
        return (index for index in among if all(beginning in texts[index] for beginning in beginnings))

    def _by_letters(self, words: Sequence[str]) -> Iterator[int]:
        """Those in which every word stands, or else its letters do; few are left when the patterns are tried."""
        texts = self._texts
        found: Sequence[int] = range(len(texts))
        for letter in sorted(set("".join(words)), key=_RAREST_FIRST.find):
            found = [index for index in found if letter in texts[index]]
        patterns = [(word, _letters(word)) for word in words]
        return (
            index
            for index in found
            if all(word in texts[index] or pattern.search(texts[index]) for word, pattern in patterns)
        )


def words_of(query: str) -> list[str]:
    """The words that are looked for, folded."""
    return fold(query[:_LONGEST_QUERY]).split()


def matched(query: str, text: str) -> list[int]:
    """Which characters of a text, as it is shown, were meant by a query that fits it: their places, in order."""
    letters = [(folded, place) for place, letter in enumerate(text[:LONGEST_TEXT]) for folded in _fold_one(letter)]
    folded = " " + "".join(letter for letter, _ in letters)
    found: set[int] = set()
    for word in words_of(query):
        found.update(letters[place - 1][1] for place in _places(word, folded))
    return sorted(found)


def _fold_one(letter: str) -> str:
    return " " if letter.isspace() else fold(letter)


def _places(word: str, folded: str) -> Iterable[int]:
    """Where the letters of a word stand in a folded text: at the beginning of one of its words, within, or apart."""
    at = folded.find(" " + word) + 1 or folded.find(word)
    if at >= 0:
        return range(at, at + len(word))
    match = _letters(word).search(folded)
    return [match.start(number) for number in range(1, len(word) + 1)] if match else ()


@lru_cache(maxsize=64)
def _letters(word: str) -> re.Pattern[str]:
    """The letters of a word in their order with gaps between; no part of it is ever tried twice at one place."""
    first, *others = (re.escape(letter) for letter in word)
    gaps = (f"[^{letter}]{{0,{_LONGEST_GAP}}}+({letter})" for letter in others)
    return re.compile(f" ({first})" + "".join(gaps))
