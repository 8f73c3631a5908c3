"""`specific`: something in a thank-you note must come from this one conversation (G1–G4 personalise)."""

import re
from collections.abc import Iterator
from functools import cache

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import stem, stems_of, words_of
from followup_tui.domain.review.wordings.generic import GENERIC, OPENINGS
from followup_tui.domain.review.wordings.reference import (
    LATER,
    OCCASION,
    OWN_PAST,
    SET_PHRASES,
    SHARED,
    THEY_SAID,
)

_ONESELF = re.compile(r"\b(?:i|my|myself|mine)\b")
_PIECE_END = re.compile(r"[;:.!?–—]|, (?:and|but|so) (?=(?:the|your|you|we|it|that|this|he|she|they)\b)")
_ENOUGH_TOLD = 2
_RARE = 20_000
_ENOUGH_SHARED = 2
_SHORT_POINT = 2
_MOST_OF_A_POINT = 2 / 3
_SHORTEST_QUOTE = 4
# Words that hold a sentence together and say nothing by themselves.
_BARE = word_set(
    "a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it "
    "its me my no not of off on one or our out she so that the their them then there they this to too two until up "
    "us was we were what when where which who why will with would you your after before about every each more most "
    "much many some any all new first last own"
)


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(GENERIC))


def specific(reading: Reading) -> Iterator[Finding]:
    """Nothing comes from this conversation: no talking point, and no reference to what was said, asked or shown."""
    if reading.kind != "thank_you":
        return
    if not (_uses_talking_point(reading) or _refers_back(reading) or _tells_of_things(reading)):
        message = "Mention something from the conversation itself: this could have been sent after any interview."
        yield Finding("specific", "warning", message)


def _common_ground(reading: Reading) -> frozenset[str]:
    """Stems that prove nothing: generic ones, and those of the position, the company and the names."""
    context = reading.context
    own = (context.role, context.company, context.user_name, *context.contact, *context.strengths)
    return _generic_stems() | {each for text in own for each in stems_of(text)}


def _uses_talking_point(reading: Reading) -> bool:
    ground = _common_ground(reading)
    told = [text for text in reading.texts if not _is_own_past(text)]
    body = {stem(word): word for text in told for word in words_of(text)}
    telling = [stems_of(point) - ground for point in reading.context.talking_points]
    if any(_matches(point, body, reading) for point in telling):
        return True
    # In the writer's own story one word in common may be the trade's; two in a sentence are hardly chance.
    own = [stems_of(text) for text in reading.texts if _is_own_past(text)]
    if any(len(point & sentence) >= _ENOUGH_SHARED for point in telling for sentence in own):
        return True
    if any(
        _quotes(words_of(point), words_of(text)) for point in reading.context.talking_points for text in reading.texts
    ):
        return True
    points = [_content(point) for point in reading.context.talking_points]
    sentences = [_content(text) for text in reading.texts]
    return any(_nearly_whole(point, sentence) for point in points for sentence in sentences)


def _quotes(point: list[str], sentence: list[str]) -> bool:
    """Whether most of a talking point stands in the sentence word for word, be the words ever so usual."""
    size = max(_SHORTEST_QUOTE, round(_MOST_OF_A_POINT * len(point)))
    runs = {tuple(point[at : at + size]) for at in range(len(point) - size + 1)}
    return any(tuple(sentence[at : at + size]) in runs for at in range(len(sentence) - size + 1))


def _content(text: str) -> set[str]:
    return {stem(word) for word in words_of(text) if word not in _BARE}


def _nearly_whole(point: set[str], sentence: set[str]) -> bool:
    """Whether one sentence has most of a talking point, be its words ever so usual or the writer's own strengths."""
    shared = point & sentence
    enough = len(shared) >= max(_ENOUGH_SHARED, _MOST_OF_A_POINT * len(point))
    return enough and (len(shared) > _ENOUGH_SHARED or not shared <= _generic_stems())


def _matches(point: set[str], body: dict[str, str], reading: Reading) -> bool:
    """Whether enough of a talking point's own words stand in the body: two, or one that can hardly be chance."""
    shared = point & body.keys()
    if len(shared) >= _ENOUGH_SHARED or (shared and len(point) <= _SHORT_POINT):
        return True
    dictionary = reading.dictionary
    return any(dictionary is None or dictionary.frequency(body[each]) < _RARE for each in shared)


def _refers_back(reading: Reading) -> bool:
    """Whether a phrase points at the conversation and then names something that not every conversation has."""
    proves_nothing = _common_ground(reading) | _opening_stems()
    for text in _telling_texts(reading):
        # What is telling may stand in the phrase itself, as in "our talk about looms".
        said = (text[match.start() :] for match in THEY_SAID.finditer(text))
        found = () if _is_own_past(text) else OCCASION.finditer(text)
        occasions = (_before_oneself(text, match) for match in found)
        if any(stems_of(words) - proves_nothing for words in (*said, *occasions)):
            return True
    return False


def _tells_of_things(reading: Reading) -> bool:
    """Whether something is told, not of the writer, in words that few letters have: it can only come from there."""
    tells_nothing = _common_ground(reading) | _opening_stems() | _bare_stems()
    pieces = (piece for text in _telling_texts(reading) for piece in _PIECE_END.split(text))
    return any(len(stems_of(piece) - tells_nothing) >= _ENOUGH_TOLD for piece in pieces if not _ONESELF.search(piece))


def _telling_texts(reading: Reading) -> Iterator[str]:
    """The sentences without what is only offered, and without phrases that are said of every place."""
    return (SET_PHRASES.remove(LATER.remove(text)) for text in reading.texts)


def _is_own_past(text: str) -> bool:
    """Whether a plain sentence tells of the writer's earlier working life, and of nobody here."""
    return _ONESELF.search(text) is not None and text in OWN_PAST and text not in SHARED


@cache
def _bare_stems() -> frozenset[str]:
    return frozenset(map(stem, _BARE))


def _before_oneself(text: str, match: re.Match[str]) -> str:
    """What is said from the match on, up to where the writer comes in."""
    oneself = _ONESELF.search(text, match.end())
    return text[match.start() : oneself.start() if oneself else len(text)]


@cache
def _opening_stems() -> frozenset[str]:
    """Verbs and nouns of the references themselves, which alone tell nothing."""
    return frozenset(stem(word) for word in words_of(OPENINGS))
