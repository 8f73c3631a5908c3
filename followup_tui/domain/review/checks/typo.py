"""`typo`: misspelt words, doubled words, and sentences that begin small (G0: free of typos)."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DOUBLED = re.compile(r"(?<![\w'-])([^\W\d_]+)\s+(\1)(?![\w'-])", re.IGNORECASE)
# Doubled on purpose or by grammar; "please please" is a matter of tone.
_MAY_DOUBLE = word_set("had that please ha bye knock night tut her there now so blah no")
# "What it is is a start", but not "nine o'clock is is best".
_BEFORE_IS_IS = re.compile(r"\b(?:it|this|that|he|she|what|there) $", re.IGNORECASE)
_SMALL_WORDS = word_set("a an and as at in of on the to")
_REACH = 8
_SMALL_START = re.compile(r"[a-zà-öø-ÿ]")


def typo(reading: Reading) -> Iterator[Finding]:
    """Misspelt and doubled words as warnings, sentences that begin small as hints."""
    yield from _misspelt(reading)
    yield from _doubled(reading)
    yield from _small_starts(reading)


def _misspelt(reading: Reading) -> Iterator[Finding]:
    for found in reading.misspellings:
        if reading.is_placeholder(found.start, found.end):
            continue
        shown = tuple(_in_case_of(found.word, correction) for correction in found.corrections)
        message = f"“{found.word}” looks misspelt: did you mean “{shown[0]}”?"
        yield Finding("typo", "warning", message, (found.start, found.end), shown)


def _in_case_of(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _doubled(reading: Reading) -> Iterator[Finding]:
    text = reading.letter.masked
    for match in _DOUBLED.finditer(text):
        first, second = match.group(1), match.group(2)
        names = first[0].isupper() and second[0].isupper()
        if first.lower() in _MAY_DOUBLE or names or "\n\n" in match.group() or reading.is_placeholder(*match.span()):
            continue
        if first.lower() == "is" and _BEFORE_IS_IS.search(text[max(0, match.start() - _REACH) : match.start()]):
            continue
        if _is_alone(text, *match.span()):
            continue
        if fold(first) in reading.known_words and first.lower() not in _SMALL_WORDS:
            continue
        yield Finding("typo", "warning", f"“{first}” stands twice.", match.span(), (first,))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands between the marks around the place: "Sharp sharp," is said so on purpose."""
    before, after = text[max(0, start - _REACH) : start].rstrip(' "“('), text[end : end + 1]
    return before[-1:] in {"", *"\n.,;:!?–—"} and after in {"", *'\n.,;:!?–—)"”'}


def _small_starts(reading: Reading) -> Iterator[Finding]:
    text = reading.letter.masked
    for sentence in reading.letter.sentences:
        if not _SMALL_START.match(text, sentence.start) or reading.is_placeholder(sentence.start, sentence.start + 1):
            continue
        word = _WORD.match(text, sentence.start)
        if word is None or not word.group().islower():
            continue
        if _runs_on(reading, sentence.start):
            continue
        shown = word.group()[0].upper() + word.group()[1:]
        yield Finding("typo", "hint", f"Begin the sentence with a capital: “{shown}”.", word.span(), (shown,))


def _runs_on(reading: Reading, start: int) -> bool:
    """Whether the sentence goes on from the greeting on the same line: "Hi Conor, it was good …"."""
    greeting = reading.letter.greeting
    return (
        greeting is not None
        and start >= greeting.end
        and "\n" not in reading.letter.masked[greeting.end : start]
        and not reading.letter.masked[greeting.end : start].strip()
    )
