"""Whether a sentence is accounted for: nothing in it can be a wish, whatever the words wishes come in.

Lists of wordings of interest are never complete. What a letter without interest is made of is few things: reports of
what was, thanks, requests, particulars, and what is said of others. So a clause in which the writer stands, and which
is none of these, is taken for a sign of interest (G0–G4 ask for it in no set words).
"""

import re

from followup_tui.domain.review.wordings.account import (
    BARE,
    BEING,
    BETWEEN,
    BROODING,
    DISPOSITION,
    DOING,
    ERRANDS,
    HOPING_FOR_OTHERS,
    IMAGINING,
    MODALS,
    OF_ITSELF,
    PARTICULARS,
    PAST,
    REQUESTS,
    VERBS_IN_LY,
    WANTING,
    WANTING_NO_WORK,
    WAYS,
)
from followup_tui.domain.review.wordings.gratitude import THANKS

_CLAUSE_END = re.compile(
    r"[.;:!(),–—]|\b(?:and|but|because|so|as|though) (?=(?:i|my|we)\b)|"
    r"\b(?:and|but) (?=(?:would|will|shall|should|might)\b)"
)
_ONESELF = re.compile(r"\b(?:i|me|my|myself)\b")
_SUBJECT = re.compile(r"\bi\b")
# "My landlord asks me each day whether I stay": what others want to know of the writer.
_ASKED_BY_OTHERS = re.compile(
    r"^(?:because |so |as |and |but |since |when )?(?:my|our|the|his|her|"
    r"their) [\w'-]+ [\w'-]+(?: (?!i\b)[\w'-]+){0,5} (?:if|whether|when|where|why|how|what) i\b"
)
_READER = re.compile(r"\b(?:you|yours?|it|this|that|here|there)\b")
_BIDDING = re.compile(r"\b(?:please|do|and|just|to) \w+ me\b")
_MODAL = re.compile(r"\b(?:would|will|shall|might|could)\b(?! not)")
# "the boy who would not …", "you said that you would …": what others do is no wish of the writer's.
_OTHERS = re.compile(
    r"(?:\b(?:who|that|which|whether|if|what|how|as|when|where|than) (?:you |he |she |they |it )?|^you )"
    r"(?:would|will|shall|might|could)\b"
)


def is_accounted_for(text: str) -> bool:
    """Whether every clause of a plain sentence is; a question is."""
    return "?" in text or all(_clause_is(clause.strip()) for clause in _CLAUSE_END.split(text))


def _clause_is(clause: str) -> bool:
    # "Still want it", "and would gladly come": the writer is left out, and meant.
    if next((word for word in clause.split() if not _is_between(word)), "") in MODALS | WANTING:
        clause = f"i {clause}"
    if not _ONESELF.search(clause) or clause in THANKS or clause in REQUESTS or _ASKED_BY_OTHERS.match(clause):
        return True
    clause = _OTHERS.sub(" ", clause)
    subject = _SUBJECT.search(clause)
    if subject:
        return _statement_is(clause[subject.end() :].split())
    if clause in PARTICULARS and clause in OF_ITSELF:
        return True
    if _BIDDING.search(clause) or _MODAL.search(clause):
        return False
    return clause in PARTICULARS or any(map(_is_past, clause.split()))


def _statement_is(words: list[str]) -> bool:
    """Whether what follows "I" tells a fact, an opinion or an errand."""
    words = [word for word in words if not _is_between(word)]
    verb, rest = (words or [""])[0], " ".join(words[1:])
    if not rest or _is_past(verb):
        return verb not in WANTING
    if verb == "am":
        return rest in BEING or rest in DISPOSITION
    if verb == "can":
        return rest not in IMAGINING
    if verb in MODALS:
        # "I'd never seen one" is no "I would".
        return rest in ERRANDS or (verb == "would" and words[1] not in BARE and _is_past(words[1]))
    if verb in WAYS:
        return not _READER.search(rest)
    whole = f"{verb} {rest}"
    return whole in HOPING_FOR_OTHERS or whole in WANTING_NO_WORK or (verb in DOING and whole not in BROODING)


def _is_between(word: str) -> bool:
    return word in BETWEEN or (word.endswith("ly") and word not in VERBS_IN_LY)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in PAST
