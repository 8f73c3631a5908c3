"""The dictionary: which words are English, British or American, and what a misspelt one was meant to be.

`load_dictionary()` reads files and takes about a quarter of a second: call it in a worker, once.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from string import ascii_lowercase

from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.slips import is_slip

# Misspellings that a list of words cannot tell from words, or that are two words.
_MISTAKES: Mapping[str, tuple[str, ...]] = {
    "alot": ("a lot",),
    "abit": ("a bit",),
    "aswell": ("as well",),
    "atleast": ("at least",),
    "eachother": ("each other",),
    "everytime": ("every time",),
    "incase": ("in case",),
    "infact": ("in fact",),
    "inorder": ("in order",),
    "noone": ("no one",),
    "ofcourse": ("of course",),
    "thankyou": ("thank you",),
    "upto": ("up to",),
    "wellcome": ("welcome",),
    "fullfill": ("fulfil", "fulfill"),
    "wich": ("which",),
    "thier": ("their",),
    "teh": ("the",),
    "adn": ("and",),
    "taht": ("that",),
    "yuo": ("you",),
    "hte": ("the",),
    "dont": ("don't",),
    "doesnt": ("doesn't",),
    "didnt": ("didn't",),
    "cant": ("can't",),
    "wont": ("won't",),
    "wouldnt": ("wouldn't",),
    "couldnt": ("couldn't",),
    "shouldnt": ("shouldn't",),
    "isnt": ("isn't",),
    "arent": ("aren't",),
    "wasnt": ("wasn't",),
    "werent": ("weren't",),
    "hasnt": ("hasn't",),
    "havent": ("haven't",),
    "hadnt": ("hadn't",),
    "im": ("I'm",),
    "ive": ("I've",),
    "youre": ("you're",),
    "youve": ("you've",),
    "theyre": ("they're",),
    "thats": ("that's",),
    "whats": ("what's",),
    "lets": ("let's", "lets"),
    "definatly": ("definitely",),
    "definetly": ("definitely",),
    "oppertunity": ("opportunity",),
    "basicly": ("basically",),
    "begining": ("beginning",),
    "calender": ("calendar",),
    "coperate": ("cooperate",),
    "greatfull": ("grateful",),
    "nessecary": ("necessary",),
    "sandwhich": ("sandwich",),
    "therefor": ("therefore",),
    "wether": ("whether",),
    "wensday": ("wednesday",),
    "wendsday": ("wednesday",),
    "wenesday": ("wednesday",),
    "writting": ("writing",),
}
# Of these only the clear ones stand: "lets" and "wont" are words as well.
_ALSO_WORDS = frozenset(("lets", "wont"))
_PREFIXES = word_set(
    "micro multi anti semi non inter mini mega cyber bio geo hydro photo electro tele pre post mis super ultra eco "
    "agri neuro cardio physio psycho socio techno trans"
)
_PREFIXED_AT_LEAST = 5
_PREFIXED_FREQUENCY = 200
_DRAWN_TOGETHER = ("'s", "'ll", "'ve", "'d", "'re", "'ing", "'ed")
_PLURAL_OF_AT_LEAST = 5
_NO_PLAIN_PLURAL = ("s", "x", "z", "y", "ch", "sh", "ful")
_COMPOUND_PART = 4
_COMPOUND_FREQUENCY = 1_000
_NO_COMPOUND_END = word_set(
    "with from that this than they them have been very full fill ally ment able sion ence ance ness come till ever"
)
# A short unknown word has neighbours by chance, so that only a common one is what was meant.
_NEEDED_FREQUENCY = {3: 500_000, 4: 20_000, 5: 2_500, 6: 400, 7: 100}
_SHORTEST = 3
# A word up to this length is a misspelling only of one that the hand or the ear mixes up with it.
_SHORT = 5
_LONGEST = 30
_FAR_FREQUENCY = 1_500
_FAR = 2
_FAR_LENGTH = 8
# Two slips in a shorter word leave many words near, of which only a common one is what was meant.
_FAR_SHORT_FREQUENCY = 10_000
_FAR_SHORT_LENGTH = 6
_SUGGESTIONS = 3
# How often the words of our own lists are taken to be used. Terms less: in capitals they are abbreviations, not shouts.
_OWN_FREQUENCY: Mapping[str, int] = {"british.txt": 100, "modern.txt": 50, "software.txt": 50}
_LETTERS = ascii_lowercase + "'"
_SHAPE = re.compile(r"[a-z]+(?:'[a-z]+)*")


class Dictionary:
    """English words with how often they are used; the `uncommon` ones are right, but no misspelling means them."""

    def __init__(self, frequencies: Mapping[str, int], uncommon: frozenset[str] = frozenset()) -> None:
        self._frequencies = frequencies
        self._uncommon = uncommon
        self._common_by_letter: dict[str, list[str]] = {}
        self.corrections = lru_cache(maxsize=4096)(self._corrections)

    def knows(self, word: str) -> bool:
        """Whether `word`, in whatever case, is a word of the dictionary or made of such words in a usual way."""
        word = word.lower().strip("'")
        if word in _MISTAKES:
            return word in _ALSO_WORDS
        if self._is_listed(word) or self._is_listed(_without_ending(word)) or self._is_plural(word):
            return True
        if len(word) > _LONGEST:
            return False
        return (self._is_prefixed(word) or self._is_compound(word)) and not self._resembles_common(word)

    def _is_listed(self, word: str) -> bool:
        return word in self._frequencies or word in self._uncommon

    def frequency(self, word: str) -> int:
        """How often `word` is used; 0 for an unknown one."""
        return self._frequencies.get(word.lower(), 0)

    def is_one_slip_from(self, word: str, known: str) -> bool:
        """Whether one letter dropped, put in, changed or swapped makes `known` of `word`."""
        return _distance(word.lower(), known) <= 1

    def _corrections(self, word: str) -> tuple[str, ...]:
        """What the unknown `word` (lower case) was meant to be, most likely first; empty if nothing suggests itself."""
        if word in _MISTAKES:
            return _MISTAKES[word]
        if not _SHORTEST <= len(word) <= _LONGEST or not _SHAPE.fullmatch(word):
            return ()
        needed = _NEEDED_FREQUENCY.get(len(word), 1)
        near = [known for known in _edits(word) if self._frequencies.get(known, 0) >= needed]
        if len(word) <= _SHORT:
            near = [known for known in near if is_slip(word, known)]
        if not near and len(word) >= _FAR_SHORT_LENGTH:
            near = self._far(word)
        return tuple(sorted(near, key=self._rank(word))[:_SUGGESTIONS])

    def _rank(self, word: str) -> "_Rank":
        return _Rank(word, self._frequencies)

    def _far(self, word: str) -> list[str]:
        """Common words at distance 2 that begin with the same letter."""
        bag = sorted(word)
        short = len(word) < _FAR_LENGTH
        needed, apart = (_FAR_SHORT_FREQUENCY, 1) if short else (_FAR_FREQUENCY, _FAR)
        return [
            known
            for known in self._common(word[0])
            if abs(len(known) - len(word)) <= apart
            and self._frequencies[known] >= needed
            and _bags_differ(bag, sorted(known)) <= 2 * _FAR
            and _distance(word, known) <= _FAR
        ]

    def _common(self, letter: str) -> list[str]:
        if not self._common_by_letter:
            index: dict[str, list[str]] = {}
            for known, count in self._frequencies.items():
                if count >= _FAR_FREQUENCY and len(known) >= _FAR_LENGTH - _FAR:
                    index.setdefault(known[0], []).append(known)
            self._common_by_letter = index
        return self._common_by_letter.get(letter, [])

    def _resembles_common(self, word: str) -> bool:
        """Whether a common word stands so near that `pleasent` is rather it misspelt than `plea` and `sent`."""
        return any(self._frequencies.get(known, 0) >= _COMPOUND_FREQUENCY for known in _edits(word))

    def _is_plural(self, word: str) -> bool:
        """Whether `word` is the plain plural of a word that is long enough not to be one by chance."""
        single = word.removesuffix("s")
        return (
            len(word) > _PLURAL_OF_AT_LEAST
            and single != word
            and not single.endswith(_NO_PLAIN_PLURAL)
            and self._is_listed(single)
        )

    def _is_prefixed(self, word: str) -> bool:
        return any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= _PREFIXED_AT_LEAST
            and self._frequencies.get(word[len(prefix) :], 0) >= _PREFIXED_FREQUENCY
            for prefix in _PREFIXES
        )

    def _is_compound(self, word: str) -> bool:
        return any(
            word[cut:] not in _NO_COMPOUND_END
            and self._frequencies.get(word[:cut], 0) >= _COMPOUND_FREQUENCY
            and self._frequencies.get(word[cut:], 0) >= _COMPOUND_FREQUENCY
            for cut in range(_COMPOUND_PART, len(word) - _COMPOUND_PART + 1)
        )


class _Rank:
    """Sorts candidates: the same first letter first, then what is used more."""

    def __init__(self, word: str, frequencies: Mapping[str, int]) -> None:
        self._first = word[0]
        self._frequencies = frequencies

    def __call__(self, known: str) -> tuple[bool, int, str]:
        return (known[0] != self._first, -self._frequencies[known], known)


@cache
def load_dictionary() -> Dictionary:
    """The one dictionary of this process. Slow and reads files the first time: not for the event loop."""
    from spellchecker import SpellChecker

    frequencies = dict(SpellChecker(distance=1).word_frequency.dictionary)
    for name, frequency in _OWN_FREQUENCY.items():
        for word in _listed(name):
            frequencies.setdefault(word, frequency)
    return Dictionary(frequencies, frozenset(_listed("uncommon.txt")))


def _listed(name: str) -> Iterable[str]:
    """A word list that ships beside the library's, which is American and knows few words of trades."""
    text = (resources.files("followup_tui") / "defaults" / "words" / name).read_text(encoding="utf-8")
    return (word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _without_ending(word: str) -> str:
    """`there` of "there'll", `what` of "what've": any word may be drawn together with a verb, or own something."""
    return next((word.removesuffix(ending) for ending in _DRAWN_TOGETHER if word.endswith(ending)), word)


def _edits(word: str) -> set[str]:
    """All words at distance 1: a letter dropped, swapped with its neighbour, changed or put in."""
    halves = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    edits = {left + right[1:] for left, right in halves if right}
    edits.update(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    for left, right in halves:
        for letter in _LETTERS:
            edits.add(left + letter + right)
            if right:
                edits.add(left + letter + right[1:])
    return edits


def _bags_differ(one: list[str], other: list[str]) -> int:
    """How many letters the two sorted words do not share: a quick lower bound on twice their distance."""
    shared = i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            shared, i, j = shared + 1, i + 1, j + 1
        elif one[i] < other[j]:
            i += 1
        else:
            j += 1
    return len(one) + len(other) - 2 * shared


def _distance(one: str, other: str) -> int:
    """How many letters must be dropped, put in, changed or swapped with a neighbour."""
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
