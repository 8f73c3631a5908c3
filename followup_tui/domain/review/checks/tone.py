"""`tone`: pushy, reproachful or begging words, exclamation marks, and shouting (G0, G1: professional, not pushy)."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.aimed import is_about_others, is_own_deed, is_somebody_elses, is_spared, urges
from followup_tui.domain.review.letter import Sentence
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.review.wordings.tone import (
    BEGGING,
    BIDDEN,
    DEMAND_IN_IT,
    PUSHY,
    REPROACH,
    SILENCE,
    SOON,
    WELCOMES,
)
from followup_tui.domain.text import fold

_PRESSED = "This reads as pressure: ask without urging."
_REPROACHED = "This reads as a reproach: say what you would like instead."
# "as soon as possible" of the writer's own haste is no pressure.
_OWN_HASTE = re.compile(
    r"(?:^|[\s,(])(?:i|we|they|he|she|it|me|courier|doctor|office|team)(?: (?:will|would|can|could|shall|am|was|have|"
    r"had|wanted|want|promise|promised|hope|plan|intend|aim|try|tried|did|made|of course|then|also|just|is|are|were|"
    r"do|going|to|able|ready|happy|glad|would like|like|prefer|be|got))*"
    r"(?: you to)?(?: \w+ly)? (?:send|sent|start|starting|begin|come|join|joining|reply|return|returned|respond|"
    r"confirm|complete|post|forward|bring|deliver|finish|get|thank|write|wrote|have|provide|let|call|supply|make|"
    r"move|work|see|answer|arrange|upload|fix|hand|travel|leave|try|do|left|go|share|clear|pass|tell|repair|treat|"
    r"reach)\b"
)
_EXCLAIMED_TWICE = re.compile(r"[!?](?:\s?[!?])+")
_MANY_EXCLAMATIONS = 2
# No code, which has digits in it: "LEAP-1A", "SAFE2".
_CAPITALS = re.compile(r"(?<![\w@#/.-])[A-Z]{4,}(?:'[A-Z]{1,2})?(?![\w@]|[-/.]\w*\d)")
# What stands on a thing: "the sign CLOSED", "marked FRAGILE".
_INSCRIBED = re.compile(
    r"\b(?:said|says?|saying|reads?|marked|labell?ed|labels?|signs?|buttons?|keys?|stamped|stamps?|printed|spelled|"
    r"spelt|words?|called|named|titled|headed|heading|banner|notices?|stencilled|painted|field|column|row|option|"
    r"mode)[ :]+(?:the )?$",
    re.IGNORECASE,
)
# "JIRA and OKTA", "LIDAR, RADAR": beside an acronym stands another.
_NEIGHBOURS = re.compile(r"([A-Z]{2,}),? (?:(?:and|or|the|&) ){0,2}$|(?:,| (?:and|or|&)) (?:the )?([A-Z]{2,})\b")
_REACH = 24
# Below this a word of the dictionary is met more often as somebody's name.
_RATHER_A_NAME = 100
# Acronyms that happen to be words.
_ACRONYMS = word_set(
    "rest soap raid leed aids nice swift unix java basic sage lamp mean solid crud stem scorm gaap care agile lean "
    "scrum cobol pisa opal erasmus iris pets cats snap soar safe arms epic cord case step ping dash arm rasp beam "
    "path cats bart lips gore pace moot mooc zoom who acts aims apes bans bios cans carp cams cops dare dart fast "
    "fans fife gates gifs heat hubs ides jets lans laser radar sonar scuba mars mast mint nato opec pins pops prism "
    "quip rams riot rock sals sims sine spar stag tops toefl vans wasp wars yams zips cite cast bats bass adept asap "
    "alps hips nhs-trust lidar lisp jira imap html css sql json yaml hvac pdfs urls ceos ngos msds"
)


def tone(reading: Reading) -> Iterator[Finding]:
    """What a reader would take for pressure, reproach, begging or shouting."""
    yield from _wordings(reading)
    yield from _exclamations(reading)
    yield from _shouting(reading)


def _wordings(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.letter.spoken:
        for phrases, message in (
            (PUSHY, _PRESSED),
            (REPROACH, _REPROACHED),
            (BEGGING, "This reads as begging: ask once, plainly."),
        ):
            match = phrases.search(sentence.text)
            if match is None or is_somebody_elses(sentence.text, match.start()):
                continue
            if message is not _PRESSED or not _is_let_off(sentence.text, match):
                yield from _of_the_writer(reading, sentence.plain.span(*match.span()), message)
        bidden = BIDDEN.search(sentence.text)
        if bidden is not None and not (
            is_own_deed(sentence.text, bidden.start()) or _is_let_off(sentence.text, bidden)
        ):
            yield from _of_the_writer(reading, sentence.plain.span(*bidden.span()), _PRESSED)
        yield from _silence(reading, sentence)
        yield from _haste(reading, sentence)


def _is_let_off(text: str, match: re.Match[str]) -> bool:
    """Whether the pressing words tell the reader what need not be done, or when to be a guest."""
    return is_spared(text, match.start()) or text in WELCOMES


def _silence(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """The first silence in the sentence that is held against the reader."""
    contact = reading.context.contact
    readers = frozenset(words_of(f"{contact.name} {contact.company} {reading.context.company}"))
    for match in SILENCE.finditer(sentence.text):
        if not is_about_others(sentence.text, *match.span(), readers):
            yield from _of_the_writer(reading, sentence.plain.span(*match.span()), _REPROACHED)
            return


def _haste(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    text = sentence.text
    match = SOON.search(text)
    if match is not None and urges(text, *match.span()) and not _is_own_haste(text[: match.start()], text):
        message = "“As soon as possible” urges the reader: name a date that helps you, or leave it out."
        yield from _of_the_writer(reading, sentence.plain.span(*match.span()), message)


def _of_the_writer(reading: Reading, span: tuple[int, int], message: str) -> Iterator[Finding]:
    """The finding, unless somebody else is quoted there."""
    if not reading.letter.is_quoted(*span):
        yield from _unless_placeholder(reading, span, message)


def _is_own_haste(before: str, whole: str) -> bool:
    return _OWN_HASTE.search(before) is not None and whole not in DEMAND_IN_IT


def _unless_placeholder(reading: Reading, span: tuple[int, int], message: str) -> Iterator[Finding]:
    if not reading.is_placeholder(*span):
        yield Finding("tone", "warning", message, span)


def _exclamations(reading: Reading) -> Iterator[Finding]:
    text = reading.letter.masked
    marks = text.count("!")
    for match in _EXCLAIMED_TWICE.finditer(text):
        if match.group().count("!") > 1:
            yield from _unless_placeholder(reading, match.span(), "One exclamation mark is enough.")
            return
    if marks > _MANY_EXCLAMATIONS:
        place = text.rindex("!")
        yield Finding("tone", "warning", f"{marks} exclamation marks: keep one or two at most.", (place, place + 1))


def _shouting(reading: Reading) -> Iterator[Finding]:
    for match in _CAPITALS.finditer(reading.letter.masked):
        word = match.group()
        if _is_shouted(word, reading) and not _is_label(match, reading) and not reading.is_placeholder(*match.span()):
            message = f"“{word}” in capitals reads as shouting."
            yield Finding("tone", "warning", message, match.span(), (word.lower(),))


def _is_label(match: re.Match[str], reading: Reading) -> bool:
    """Whether the word is quoted, stands on a thing, or in a row with an acronym that is no word."""
    text = reading.letter.masked
    before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
    if reading.letter.is_quoted(*match.span()) or _INSCRIBED.search(before):
        return True
    beside = [found for found in (_NEIGHBOURS.search(before), _NEIGHBOURS.match(after)) if found is not None]
    return any(not _is_shouted(found[1] or found[2], reading) for found in beside)


def _is_shouted(word: str, reading: Reading) -> bool:
    """Whether `word` is an English word put in capitals, and no acronym or name of the book."""
    if word.lower() in _ACRONYMS or fold(word) in reading.known_words:
        return False
    return reading.dictionary is not None and reading.dictionary.frequency(word) >= _RATHER_A_NAME
