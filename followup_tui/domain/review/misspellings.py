"""Finding the misspelt words of a letter, sparing what may be a name or a term."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from followup_tui.domain.review.language import is_foreign_small_word
from followup_tui.domain.review.letter import Letter
from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.spelling import Dictionary
from followup_tui.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_INSIDE_TOKEN = frozenset("@#/\\_+=&*~^|<>{}[]0123456789")
_SHORTEST_CAPITALISED = 5
_SURE_FREQUENCY = 5_000
# Beside a number such a word is a unit: "95 amp", "12 pts", "ext. 204". "teh 3" is still a slip.
_LONGEST_UNIT = 3
_NEVER_UNITS = frozenset(("teh", "hte", "adn", "yuo", "im", "ive"))
_NUMBER_BEFORE = re.compile(r"\d[ \xa0]")
_NUMBER_AFTER = re.compile(r"[.:]?[ \xa0]?[(+]?\d")
_REACH = 20
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]$")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")
# As many words in another language make a closing foreign.
_FOREIGN_CLOSING = 2
# What follows an apostrophe that stands for its beginning: 'tis, 'em.
_CLIPPED = frozenset(("tis", "twas", "twere", "em", "til", "cause", "bout", "cept", "nuff"))
# A greeting or a cry drawn out on purpose: "heyy", "hiii".
_DRAWN_OUT = re.compile(
    r"(?:hey{2,}|hi{2,}(?:ya+)?|hello{2,}|yo{2,}|bye{2,}|yay{2,}|woo{2,}|aw{2,}|oh{2,}|ooo+h*|wow{2,}|yess+)",
    re.IGNORECASE,
)
_INFLECTIONS = ("s", "ed", "er", "ers", "ing")

# What is usually written with a capital inside a sentence, so that a slip in it can be told from a name.
_CAPITALISED = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december christmas easter english french german spanish italian portuguese dutch swedish british american
european african asian australian canadian indian irish scottish welsh london england britain ireland scotland
manager engineer director department university college school hospital company council institute association
assistant coordinator developer designer analyst administrator supervisor technician consultant specialist executive
officer representative accountant architect librarian therapist receptionist operations marketing management human
resources engineering technology customer service services international national business senior junior
certificate certificates bachelor master diploma foundation curriculum vitae sincerely regards dear thanks
hello greetings
"""
# Before a surname stands a name: "Carys Bowen". Before a month, a title or a name of the book, any word may.
_CAPITALISED_NEXT = re.compile(r"(?: and)? ([A-Z][^\W\d_]+)")
_NO_SURNAMES = word_set("mr mrs ms mx miss dr prof sir madam sister father captain")
# Who tells, asks or shows is a person, unless it is one without a name.
_ACTS_NEXT = re.compile(
    r"(?: and I| and [^\W\d_]+)? (?:also |then |kindly |once )?(?:told|said|says|asked|showed|explained|mentioned|"
    r"suggested|wrote|thinks|introduced|promised|offered|invited|recommended|taught|rang|joined)\b| and I\b"
)
_NAMELESS = word_set(
    "everyone everybody someone somebody anyone anybody nobody nothing something everything people others another "
    "which what that there they these those neither either both customers candidates colleagues students"
)


class Misspelling(NamedTuple):
    """A word, where it stands in the body, and what it was probably meant to be, most likely first."""

    word: str
    start: int
    end: int
    corrections: tuple[str, ...]


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool
    hyphenated: bool


def find(letter: Letter, dictionary: Dictionary, known: Collection[str]) -> Iterator[Misspelling]:
    """The misspelt words of `letter` in order. `known` are folded words that are right however they look."""
    words = tuple(_words(letter))
    named = frozenset(word.text.removesuffix("'s") for word in words if word.text[0].isupper() and not word.opens)
    for word in words:
        if _is_signed(word, letter) or _is_beside_a_number(word, letter.masked):
            continue
        is_name = word.text.removesuffix("'s") in named or _is_used_as_name(word, letter.masked, known)
        corrections = _corrections(word, dictionary, is_name=is_name)
        if (
            corrections
            and _is_in_english(word, letter, dictionary)
            and fold(word.text) not in known
            and fold(word.text.removesuffix("'s")) not in known
        ):
            yield Misspelling(word.text, word.start, word.end, corrections)


def _is_signed(word: _Word, letter: Letter) -> bool:
    """Whether the word is part of the writer's own name, by whatever name the letter is signed."""
    return word.text[0].isupper() and any(start <= word.start < end for start, end in letter.signed)


def _is_used_as_name(word: _Word, text: str, known: Collection[str]) -> bool:
    """Whether a surname follows the word, or what only people do: that makes it a name wherever it stands."""
    if _ACTS_NEXT.match(text, word.end):
        return True
    match = _CAPITALISED_NEXT.match(text, word.end)
    if match is None:
        return False
    following = {match[1].lower(), match[1].lower().removesuffix("s")}
    return following.isdisjoint(_capitalised() | _NO_SURNAMES) and following.isdisjoint(known)


def _is_beside_a_number(word: _Word, text: str) -> bool:
    """Whether the word is a unit or an abbreviation of what the number counts or calls: "40 hrs", "ext 204"."""
    if len(word.text) > _LONGEST_UNIT or word.text in _NEVER_UNITS:
        return False
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 4]
    return _NUMBER_BEFORE.fullmatch(before) is not None or _NUMBER_AFTER.match(after) is not None


def _is_in_english(word: _Word, letter: Letter, dictionary: Dictionary) -> bool:
    """Whether the word stands in no phrase, quotation or closing of another language: "med vennlig hilsen"."""
    if any(map(is_foreign_small_word, _beside(word, letter.masked))):
        return False
    start, end = next(
        ((start, end) for start, end in (*letter.quotations, letter.closing_line) if start <= word.start < end), (0, 0)
    )
    words = _WORD.findall(letter.masked, start, end)
    strange = sum(not dictionary.knows(each) for each in words)
    # One strange word in quotation marks is a term; one in a closing is "sincerly".
    return strange * 2 < len(words) or (strange < _FOREIGN_CLOSING and (start, end) == letter.closing_line) or not words


def _beside(word: _Word, text: str) -> list[str]:
    """The words right before and behind."""
    before = _LAST_WORD.search(text, max(0, word.start - _REACH), word.start)
    after = _NEXT_WORD.match(text, word.end)
    return [found[1] for found in (before, after) if found]


def _words(letter: Letter) -> Iterator[_Word]:
    """The words of greeting, prose and sign-off; not what is part of an address or a code."""
    text = letter.masked
    starts = {sentence.start for sentence in letter.sentences}
    begin = letter.greeting.start if letter.greeting else 0
    for match in _WORD.finditer(text, begin):
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if (
            before in _INSIDE_TOKEN
            or after in _INSIDE_TOKEN
            or (before == "'" and match.group().lower() in _CLIPPED)
            or (before == "." and not text[start - 2 : start - 1].isspace())
        ):
            continue
        opens = start in starts or _opens(text, start)
        yield _Word(match.group(), start, end, opens, "-" in (before, after))


def _opens(text: str, start: int) -> bool:
    """Whether nothing but marks stands before the word on its line, or before it in its sentence."""
    before = text[max(0, start - 4) : start].rstrip("\"'“‘(*-– ")
    return not before or before[-1] in "\n.!?:"


def _corrections(word: _Word, dictionary: Dictionary, *, is_name: bool) -> tuple[str, ...]:
    """What `word` was probably meant to be; empty if it is right, or may be right, as a name above all."""
    text = word.text
    if not text.isascii() or dictionary.knows(text) or _DRAWN_OUT.fullmatch(text):
        return ()
    if word.hyphenated and any(text.endswith(end) and dictionary.knows(text.removesuffix(end)) for end in _INFLECTIONS):
        return ()
    if text.islower():
        return dictionary.corrections(text)
    if not text[1:].islower() or len(text) < _SHORTEST_CAPITALISED:
        return ()
    return _of_capitalised(word, dictionary, is_name=is_name)


def _of_capitalised(word: _Word, dictionary: Dictionary, *, is_name: bool) -> tuple[str, ...]:
    """A capital makes a name likely: only words that have one anyway, or common ones at the start, are meant."""
    near = dictionary.corrections(word.text.lower())
    if not near:
        return ()
    usual = [correction for correction in near if correction in _capitalised()]
    if usual:
        return tuple(usual)
    common = dictionary.frequency(near[0]) >= _SURE_FREQUENCY and near[0][0] == word.text[0].lower()
    common = common and dictionary.is_one_slip_from(word.text, near[0])
    is_name = is_name and near[0] not in _NAMELESS
    return near if word.opens and common and not is_name else ()


@cache
def _capitalised() -> frozenset[str]:
    return frozenset(_CAPITALISED.split())
