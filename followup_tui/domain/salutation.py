"""What to call a person, given the one line of name the book has.

Only what the writing itself shows is used: titles, commas, capitals, script. Whether `Nagy Péter` or `Kim Min-jun`
put the family first cannot be seen, so their first word is taken; `NAGY Péter` and `Nagy, Péter` are understood.
"""

import re
from typing import NamedTuple

_TITLE_WORDS = "dr prof professor mr mrs ms miss mx sir dame rev herr frau mme madame monsieur señor señora"
_TITLES = frozenset(_TITLE_WORDS.split())
# These are titles only with their stop: without it they are names, or the ends of names.
_TITLES_WITH_STOP = frozenset(("sr.", "sra.", "ing.", "mag.", "dott.", "dipl.-ing.", "hon."))
_SUFFIX_WORDS = "phd md mba msc ma bsc jr sr ii iii iv esq cpa cfa pmp dds rn pe sphr phr shrm-cp csm"
_SUFFIXES = frozenset(_SUFFIX_WORDS.split())
_PARTICLE_WORDS = "van von de der den del della di da du la le el al bin ibn ter ten zu zur st"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# Compiled when the first name calls for them: the board names people before anything else is on the screen.
_ASIDE = r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”"
_TAIL = r"\s[-–—|•·]\s.*"
_IDEOGRAPHS = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
_SHOUTED = 3


class Parts(NamedTuple):
    """A name taken apart; `given` and `family` are empty where they cannot be told."""

    title: str
    given: str
    family: str
    whole: str


def first_name(name: str) -> str:
    """What to call someone: `Ana`; `Dr. Ruiz` when only title and surname are known; else the whole name."""
    parts = take_apart(name)
    if parts.given:
        return parts.given
    return f"{parts.title} {parts.family}" if parts.title and parts.family else parts.whole


def formal_name(name: str) -> str:
    """For `Dear …` in a formal letter: `Dr. Ruiz` when the title is known, else the whole name without extras."""
    parts = take_apart(name)
    return f"{parts.title} {parts.family}" if parts.title and parts.family else parts.whole


def take_apart(name: str) -> Parts:
    """`name` as title, given and family name. Asides, post-nominals and decoration are left out."""
    plain = " ".join(name.split())
    words = _even_case(_in_order(_without_additions(plain)))
    titles = []
    while len(words) > 1 and _is_title(words[0]):
        titles.append(words.pop(0))
    words = _shouted_family_last(words)
    whole = " ".join(words) or plain
    title = " ".join(titles)
    if not whole.isascii() and re.search(_IDEOGRAPHS, whole):
        return Parts(title, "", whole, whole)
    given = _given(words, titled=bool(titles))
    family = " ".join(words[words.index(given) + 1 :]) if given else whole
    return Parts(title, given, _surname(family), whole)


def _without_additions(name: str) -> str:
    """The name without what is said in brackets or quotes, and without what follows a dash or a bullet."""
    if all(letter.isalpha() or letter in " ,." for letter in name):
        return name
    return re.sub(_TAIL, "", re.sub(_ASIDE, " ", name), flags=re.DOTALL)


def _in_order(name: str) -> list[str]:
    """The words of a name in speaking order: `Ruiz, Dr. Ana` is turned round, `Ana Ruiz, PhD` is not."""
    first, *others = [list(filter(_is_word, piece.split())) for piece in name.split(",")]
    others = [piece for piece in others if not all(map(_is_suffix, piece))]
    words = others[0] + first if others else first
    # Without a comma before them, only capitals tell the degree in "Ana Ruiz MA" from the name in "Yo-Yo Ma".
    while len(words) > 1 and _is_suffix(words[-1]) and words[-1] != words[-1].capitalize():
        words = words[:-1]
    return words


def _even_case(words: list[str]) -> list[str]:
    """`ANA RUIZ` and `ana ruiz` as `Ana Ruiz`; a name that uses both cases is as its owner writes it."""
    joined = "".join(words)
    if not (joined.isupper() or joined.islower()) or len(joined) < _SHOUTED:
        return words
    return [word.lower() if word.lower() in _PARTICLES else _capitalised(word) for word in words]


def _capitalised(word: str) -> str:
    return "-".join(piece[:1].upper() + piece[1:].lower() for piece in word.split("-"))


def _shouted_family_last(words: list[str]) -> list[str]:
    """`NAGY Péter` as `Péter Nagy`: capitals are how family names are marked where they come first."""
    shouted = 0
    while shouted < len(words) and _is_shouted(words[shouted]):
        shouted += 1
    if not 0 < shouted < len(words):
        return words
    return words[shouted:] + [_capitalised(word) for word in words[:shouted]]


def _is_shouted(word: str) -> bool:
    return len(word) >= _SHOUTED and word.isupper() and "." not in word


def _given(words: list[str], *, titled: bool) -> str:
    """The given name, or nothing where there is none to be sure of."""
    if not words or words[0] in _PARTICLES or (titled and len(words) == 1):
        return ""
    if not _is_initial(words[0]):
        return words[0]
    # "J. Robert Oppenheimer" goes by the second name; of "J. Oppenheimer" none is known.
    return next((word for word in words[1:-1] if not _is_initial(word) and word.lower() not in _PARTICLES), "")


def _surname(family: str) -> str:
    """The surname out of what follows the given name: middle names and initials go, particles stay."""
    words = family.split()
    first = next((at for at, word in enumerate(words) if word.lower() in _PARTICLES), None)
    if first is not None:
        return " ".join(words[first:])
    return words[-1] if words else ""


def _is_word(word: str) -> bool:
    """Whether it can be part of a name: not an emoji, and not `she/her`."""
    return any(map(str.isalpha, word)) and "/" not in word


def _is_title(word: str) -> bool:
    return word.lower() in _TITLES_WITH_STOP or word.lower().rstrip(".") in _TITLES


def _is_suffix(word: str) -> bool:
    return word.lower().replace(".", "") in _SUFFIXES


def _is_initial(word: str) -> bool:
    return all(len(piece) == 1 for piece in word.split(".") if piece) and word.rstrip(".").isupper()
