"""Words brought to their stems, so that `suppliers`, `supplied` and `supplying` compare as one."""

import re
from functools import lru_cache

from followup_tui.domain.review.phrases import word_list
from followup_tui.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SUFFIXES = word_list(
    "izations isations ization isation ations ation ators ator ities ity ments ment nesses ness ingly ings ing edly "
    "ed iers ier ers er ors or est ies ied ily ly ives ive ables able ible ances ance ences ence fully ful ships "
    "ship ists ist ially ial ally al es s"
)
_SHORTEST_STEM = 3
# "forest" is no more "for" than "order" is "ord".
_OFTEN_PART_OF_THE_WORD = frozenset(("est", "er", "ers", "ing", "ings", "ed", "al", "ist", "ate"))
_MOST_SUFFIXES = 4
_VOWEL = re.compile("[aeiouy]")


def words_of(text: str) -> list[str]:
    """The words of `text`, folded; hyphenated words come apart."""
    return _WORD.findall(fold(text.replace("'s", " ").replace("’s", " ")))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a folded English word. Crude on purpose: two words with one stem are near enough."""
    for _ in range(_MOST_SUFFIXES):
        shorter = _evened(_without_suffix(word))
        if shorter == word:
            break
        word = shorter
    return word


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        rest = word.removesuffix(suffix)
        shortest = _SHORTEST_STEM + (suffix in _OFTEN_PART_OF_THE_WORD)
        if rest != word and len(rest) >= shortest and _VOWEL.search(rest):
            return rest
    return word


def _evened(rest: str) -> str:
    """`stopp` and `stop`, `rotat` and `rotate`, `countri` and `country` are one."""
    if len(rest) > _SHORTEST_STEM and rest[-1] == rest[-2] and rest[-1] not in "aeiou":
        rest = rest[:-1]
    if len(rest) > _SHORTEST_STEM and rest[-1] in "eiy":
        rest = rest[:-1]
    return rest


def stems_of(text: str) -> set[str]:
    """The stems of all words of `text`."""
    return {stem(word) for word in words_of(text)}
