"""What a message is that was written elsewhere: thanks, a question how it stands, an answer; and whether it asks.

Cautious on purpose: what is taken for nothing in particular loses nothing, what is taken for more nags or falls silent.
"""

import re
from typing import Final

_QUOTED: Final = re.compile(
    r"^(?:>.*|-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|mensaje original).*|_{20,}"
    r"|(?:on|el|le|am)\b.{4,200}\b(?:wrote|escribió|a écrit|schrieb).{0,80}:|from:.*@.*|von:.*@.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)
_LONGEST = 20_000
_REPLY: Final = re.compile(r"\s*(?:re|aw|sv|antw|antwort|rif|odp|vs|r)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_THANKS: Final = re.compile(
    r"\b(?:thank(?:s| you)|grateful|appreciate[d]?|gracias|merci|danke|grazie|obrigad[oa])\b", re.IGNORECASE
)
_OF_MEETING: Final = re.compile(
    r"\b(?:your time|the time|interview|conversation|meeting|met|speaking|talking|chat(?:ting)?|call|discussi\w+|today"
    r"|yesterday|this (?:morning|afternoon)|opportunity to|entrevista|tiempo|gespräch|zeit|entretien|temps)\b",
    re.IGNORECASE,
)
_HOW_IT_STANDS: Final = re.compile(
    r"\b(?:any|an) (?:news|updates?)\b|\b(?:check|follow)(?:ing)?[ -](?:in|up) (?:on|about|regarding|to see|with)"
    r"|\bstatus of (?:my|the)\b|\bnext steps?\b.{0,60}\?|\bwhere (?:things|you|we) (?:stand|are)\b"
    r"|\bwondering (?:if|whether) (?:there|you)\b.{0,60}\b(?:news|update|decision|decided)\b|\btimeline\b.{0,80}\?",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"[^.!?\n]{8,400}\?(?=\s|$)")
_ASKS: Final = re.compile(
    r"\b(?:you|your|yours|u|te|tu|usted|le|sie|ihr|ihnen|vous|votre)\b"
    r"|^\W*(?:when|what|which|where|who|how|could|can|would|will|are|is|do|does|did|have|may|shall)\b",
    re.IGNORECASE,
)
_COURTESY: Final = re.compile(
    r"\bhow are you\b|\bhow(?:'s| is| are) (?:it|things|everything)\b|\bhow (?:was|is) your (?:week|day|weekend)\b"
    r"|\bright\?|\bmakes sense\?|\bany questions\b|\bquestions\?$|\bunsubscribe\b|\bneed help\b|\bhaving trouble\b"
    r"|\bqu[eé] tal\b|\bwie geht\b|\bcomment (?:allez|vas)\b",
    re.IGNORECASE,
)


def own_words(body: str) -> str:
    """What a message says itself: what it quotes, and the signature below, left out."""
    body = body[:_LONGEST]
    signature = _SIGNATURE.search(body)
    quoted = _QUOTED.search(body, 0, signature.start() if signature is not None else len(body))
    ends = [found.start() for found in (signature, quoted) if found is not None]
    before = body[: min(ends)] if ends else body
    if before.strip():
        return before
    # Answers between or below what is quoted.
    return "\n".join(line for line in body.splitlines() if not line.startswith(">") and not _QUOTED.match(line))


def is_reply(subject: str) -> bool:
    """Whether a subject is an answer's: it begins with `Re:`, in whatever language."""
    return _REPLY.match(subject) is not None


def thanks_for_meeting(subject: str, body: str) -> bool:
    """Whether it is thanks for an interview."""
    text = f"{subject}\n{own_words(body)[:1_500]}"
    return _THANKS.search(text) is not None and _OF_MEETING.search(text) is not None


def asks_how_it_stands(subject: str, body: str) -> bool:
    """Whether it asks how an application stands."""
    return _HOW_IT_STANDS.search(f"{subject}\n{own_words(body)}") is not None


def asks_something(body: str) -> bool:
    """Whether it plainly asks its reader something, courtesies aside."""
    questions = (found[0] for found in _QUESTION.finditer(own_words(body)))
    return any(_ASKS.search(question) and not _COURTESY.search(question) for question in questions)
