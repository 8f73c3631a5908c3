"""The form of the message: `length`, `subject`, `sign_off`, `timing`."""

from collections.abc import Iterator

from followup_tui.domain.review.letter import count_words
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import words_of

_MOST_WORDS = {"status_check": 120, "application_check": 120, "close_out": 120}
_MOST_WORDS_ELSE = 200
_FEWEST_WORDS = 20
_NEARLY = 0.75
_INVITATION_LIMIT, _INVITATION_GOOD = 300, 200
_SOCIAL_LIMIT = 280
_SUBJECT_LIMIT = 78


def length(reading: Reading) -> Iterator[Finding]:
    """The message is longer than anybody reads (G0, G4), or longer than its channel takes, or hardly there."""
    characters = len(reading.body.strip())
    if reading.channel == "linkedin" and reading.kind == "connect":
        yield from _invitation(characters)
    elif reading.channel == "social" and characters > _SOCIAL_LIMIT:
        yield Finding("length", "warning", f"{characters} characters: keep a social message to {_SOCIAL_LIMIT}.")
    yield from _words(reading)


def _invitation(characters: int) -> Iterator[Finding]:
    if characters > _INVITATION_LIMIT:
        message = f"{characters} characters: LinkedIn takes an invitation of {_INVITATION_LIMIT} at most."
        yield Finding("length", "error", message)
    elif characters > _INVITATION_GOOD:
        message = f"{characters} characters: some accounts may send only {_INVITATION_GOOD} with an invitation."
        yield Finding("length", "hint", message)


def _words(reading: Reading) -> Iterator[Finding]:
    words = reading.letter.own_words()
    most = _MOST_WORDS.get(reading.kind, _MOST_WORDS_ELSE)
    if words > most:
        yield Finding("length", "warning", f"{words} words: cut it to {most} or fewer.")
    elif words > most * _NEARLY:
        yield Finding("length", "hint", f"{words} words: shorter is better; {most} is the most.")
    elif reading.channel == "email" and words < _FEWEST_WORDS:
        yield Finding("length", "hint", "Very short for an e-mail: a sentence more would be kind.")


def subject(reading: Reading) -> Iterator[Finding]:
    """An e-mail without a subject, or with one that gets cut off."""
    text = reading.context.subject
    if reading.channel != "email" or text is None:
        return
    if not text.strip():
        yield Finding("subject", "error", "Write a subject.")
    elif len(text.strip()) > _SUBJECT_LIMIT:
        yield Finding(
            "subject", "hint", f"Shorten the subject: over {_SUBJECT_LIMIT} characters are cut off in most inboxes."
        )


def sign_off(reading: Reading) -> Iterator[Finding]:
    """No closing line with the user's name (G0: professional)."""
    parts = words_of(reading.context.user_name)
    if reading.letter.sign_off is None:
        yield Finding("sign_off", "hint", "Close with a line like “Kind regards” and your name.")
    elif parts and not set(parts) & set(words_of(_closing(reading))):
        yield Finding("sign_off", "hint", "Put your name below the closing line.", reading.letter.sign_off)
    elif not parts and count_words(_closing(reading)) == 0:
        yield Finding("sign_off", "hint", "Close with your name.")


def _closing(reading: Reading) -> str:
    start, end = reading.letter.sign_off or (0, 0)
    return reading.body[start:end]


def timing(reading: Reading) -> Iterator[Finding]:
    """It is too early, or the wrong hour to call (G0, G1: patience)."""
    plan, now = reading.context.timing, reading.context.now
    if plan.held:
        yield Finding("timing", "hint", "They have had several messages without an answer: wait, or say why not.")
    elif plan.opens_at is not None and now is not None and now < plan.opens_at:
        day = f"{plan.opens_at:%A} {plan.opens_at.day} {plan.opens_at:%B}"
        yield Finding("timing", "hint", f"It is early: this is planned from {day} on.")
    if plan.outside_hours:
        yield Finding("timing", "hint", "This is not a good hour to call them.")
