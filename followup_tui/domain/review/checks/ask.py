"""`ask`: a question the reader can answer, and not too many of them (G3, G4)."""

from collections.abc import Iterator

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.wordings.feedback import (
    ABOUT_THE_CHOICE,
    FEEDBACK,
    FEEDBACK_REQUEST,
    GIVEN,
    LISTENS,
    OTHER_QUESTION,
    WOULD_WELCOME,
)
from followup_tui.domain.review.wordings.status import ASIDE, HINTS_AT_STATUS, NO_STATUS, REQUEST, STANDALONE, STATUS
from followup_tui.domain.review.wordings.tone import REPROACH

_STATUS_KINDS = frozenset(("status_check", "application_check"))
_MOST_QUESTIONS = 2


def ask(reading: Reading) -> Iterator[Finding]:
    """Nothing is asked that should be, or more is asked than anybody answers."""
    if reading.kind in _STATUS_KINDS and not any(map(_asks_for_status, _spoken(reading))):
        message = "Ask what you want to know: how it stands, when they decide, or what comes next."
        yield Finding("ask", "warning", message)
    elif reading.kind == "rejection_reply" and not any(map(_asks_for_feedback, _spoken(reading))):
        yield Finding("ask", "warning", "Ask for feedback: what could you do better another time?")
    elif len(places := _questions(reading)) > _MOST_QUESTIONS:
        place = (places[-1], places[-1] + 1)
        yield Finding("ask", "warning", f"Ask at most {_MOST_QUESTIONS} questions: more are seldom answered.", place)


def _spoken(reading: Reading) -> tuple[str, ...]:
    """The sentences as they are meant, and the parting: "Hoping to hear how it stands,"."""
    parting = reading.letter.parting
    return (*reading.texts, *([parting.text] if parting else []))


def _questions(reading: Reading) -> list[int]:
    """Where the question marks stand; those of something left to fill ask nothing."""
    marks = enumerate(reading.letter.masked)
    return [at for at, mark in marks if mark == "?" and not reading.is_placeholder(at, at + 1)]


def _asks_for_status(text: str) -> bool:
    """Whether the sentence asks how things stand. Of the questions, only the plainest asides do not."""
    asked = NO_STATUS.remove(text)
    if (
        "?" in text
        and asked.strip(" ?.!")
        and (asked not in ASIDE or asked in STANDALONE or ASIDE.remove(asked) in STATUS)
    ):
        return True
    return (asked in REQUEST and asked in STATUS) or asked in HINTS_AT_STATUS


def _asks_for_feedback(text: str) -> bool:
    """Whether the sentence asks how one did. A question that only reproaches wants no answer."""
    if text in REPROACH and text not in ABOUT_THE_CHOICE:
        text = REPROACH.remove(text).replace("?", ".")
    asked = text if text in WOULD_WELCOME else GIVEN.remove(text)
    if "?" in asked and asked not in ASIDE and asked not in OTHER_QUESTION:
        return True
    return (asked in FEEDBACK and ("?" in asked or asked in FEEDBACK_REQUEST)) or asked in LISTENS
