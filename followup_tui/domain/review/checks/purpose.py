"""Does the letter do what it is written for: `gratitude`, `interest`, `qualification` (G0–G4)."""

from collections.abc import Iterator

from followup_tui.domain.review.account import is_accounted_for
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import Phrases
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import stem, words_of
from followup_tui.domain.review.wordings.gratitude import NO_THANKS, STRONG_THANKS, THANKS
from followup_tui.domain.review.wordings.interest import COURTESIES, LOOSE_INTEREST, PLAIN_INTEREST, WISH_FOR_WORK
from followup_tui.domain.review.wordings.oblique import ELSEWHERE, LONGING, OBLIQUE_INTEREST

_GRATITUDE_KINDS = frozenset(("thank_you", "offer_reply", "rejection_reply", "event_follow_up"))
_INTEREST_KINDS = frozenset(("thank_you", "status_check", "application_check"))
# What goes before what was taken out, and what comes after it, make no sentence together.
_CUT = " ; "
_INTEREST = (PLAIN_INTEREST, WISH_FOR_WORK, LOOSE_INTEREST, OBLIQUE_INTEREST, LONGING)


def gratitude(reading: Reading) -> Iterator[Finding]:
    """No thanks are expressed, in any usual wording (G0, G1, G3, G4)."""
    if reading.kind not in _GRATITUDE_KINDS:
        return
    texts = [*reading.texts, reading.letter.closing.text]
    if not any(_gives_thanks(text) for text in texts):
        yield Finding("gratitude", "warning", "Say thank you: the message gives no thanks yet.")


def _gives_thanks(text: str) -> bool:
    return text in STRONG_THANKS or NO_THANKS.remove(text) in THANKS


def interest(reading: Reading) -> Iterator[Finding]:
    """No interest in the position is expressed (G0–G4). Looking forward to an answer is none."""
    if reading.kind not in _INTEREST_KINDS:
        return
    texts = [COURTESIES.remove(ELSEWHERE.remove(text, _CUT), _CUT) for text in reading.texts]
    parting = COURTESIES.remove(reading.letter.parting.text, _CUT) if reading.letter.parting else ""
    said = (*texts, parting)
    if not any(text in wordings for wordings in _INTEREST for text in said) and all(map(is_accounted_for, texts)):
        yield Finding("interest", "warning", "Say that you want the position: nothing here shows your interest yet.")


_TELLING_LENGTH = 4
_QUALIFIED = Phrases(
    r"experience[ds]?",
    r"(?:my|the|these|those) <3>(?:skills?|strengths?|background|training|knowledge|qualifications?|degree|"
    r"certificates?|track record|practice)",
    r"<1>(?:years?|winters|summers|seasons|months|decades?) (?:of|in|on|at|as|with|behind|before)",
    r"i (?:have |had )?<1>(?:led|lead|ran|run|built|trained|managed|taught|designed|shipped|sold|worked|made|spent|"
    r"cut|won|kept|closed|handled|delivered|launched|looked after|set up)",
    r"(?:good|strong|great|right|perfect|natural) (?:fit|match|candidate)",
    r"what i (?:am best at|do best|know best|have done)",
)


def qualification(reading: Reading) -> Iterator[Finding]:
    """Nothing says why the writer fits (G0, G4)."""
    if reading.kind != "thank_you" or reading.letter.text in _QUALIFIED:
        return
    body = {stem(word) for word in words_of(reading.letter.text)}
    strong = {
        stem(word)
        for strength in reading.context.strengths
        for word in words_of(strength)
        if len(word) >= _TELLING_LENGTH
    }
    if not body & strong:
        yield Finding(
            "qualification", "hint", "Say in a sentence why you fit: experience, a skill, one of your strengths."
        )
