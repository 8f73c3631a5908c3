"""`repeat`: a sentence that somebody has already had, or is about to get from a colleague (G0, G4)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from followup_tui.domain.review.letter import Letter
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.plain import plain
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.text import fold

_SHORTEST = 8
_SAME = 0.85
_MOST_MESSAGES = 60
_MOST_WORDS = 120


class _Source(NamedTuple):
    """A message to compare with: how to call it, and its sentences as words."""

    name: str
    sentences: tuple[tuple[str, ...], ...]


def repeat(reading: Reading) -> Iterator[Finding]:
    """A sentence of eight words or more stands, nearly word for word, in another message."""
    sources = list(_sources(reading))
    if not sources:
        return
    for sentence in reading.letter.sentences:
        words = _words(sentence.text)
        if len(words) < _SHORTEST:
            continue
        found = next(
            (source for source in sources if any(_stands_in(words, other) for other in source.sentences)), None
        )
        if found is not None:
            message = f"This sentence also stands in {found.name}: say it in other words."
            yield Finding("repeat", "warning", message, (sentence.start, sentence.end))


def _sources(reading: Reading) -> Iterator[_Source]:
    """Messages to other interviewers of the same interview, and earlier ones to this contact; the newest of them."""
    context = reading.context
    for other in context.others[-_MOST_MESSAGES:]:
        if fold(other.contact) == fold(context.contact.name) and other.contact:
            continue
        if other.interview_id is None or context.interview_id is None or other.interview_id == context.interview_id:
            yield _Source(
                f"the message to {other.contact or 'another interviewer'}", _taken_apart(other.body, other.contact)
            )
    for earlier in context.earlier[-_MOST_MESSAGES:]:
        when = f" of {earlier.at.day} {earlier.at:%B %Y}" if earlier.at else ""
        yield _Source(f"your earlier message{when}", _taken_apart(earlier.body, context.contact.name))


@lru_cache(maxsize=256)
def _taken_apart(body: str, contact: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of a message, and each two neighbours as one, for sentences that were joined since."""
    single = [_words(sentence.text) for sentence in Letter(body, contact).sentences]
    pairs = [(*one, *next_one) for one, next_one in pairwise(single)]
    return tuple(words for words in (*single, *pairs) if len(words) >= _SHORTEST * _SAME)


def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(plain(text).text))[:_MOST_WORDS]


def _stands_in(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether at least 85 % of `words` are a common subsequence with `other`."""
    needed = _SAME * len(words)
    # Each draft word that the other text lacks is lost: most pairs are told apart by that alone.
    if len(other) < needed or len(set(words).difference(other)) > len(words) - needed:
        return False
    return _common_subsequence(words, other) >= needed


def _common_subsequence(words: Sequence[str], other: Sequence[str]) -> int:
    row = [0] * (len(other) + 1)
    for word in words:
        diagonal = 0
        for place, against in enumerate(other, 1):
            above = row[place]
            row[place] = diagonal + 1 if word == against else max(above, row[place - 1])
            diagonal = above
    return row[-1]


def repeated_in(body: str, contact: str, other: str, other_contact: str) -> list[tuple[int, int]]:
    """The sentences of `body`, a letter to `contact`, that also stand in `other`, as spans of `body`."""
    source = _taken_apart(other, other_contact)
    return [
        (sentence.start, sentence.end)
        for sentence in Letter(body, contact).sentences
        if len(words := _words(sentence.text)) >= _SHORTEST and any(_stands_in(words, one) for one in source)
    ]
