"""`attachment`: the text says that something is attached or enclosed, but nothing was chosen (G2)."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.plain import plain
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.wordings.attachment import (
    AGREED,
    EARLIER,
    FOREIGN,
    FOREIGN_EARLIER,
    OTHER_SENSE,
    SAYS_SO,
)

# What no wording of an attachment does without; few sentences have any of it.
_TELLTALE = re.compile(
    r"attach|enclos|encl\b|encs?\b|\batt(?:d|chd)?\b|herewith|accompan|append|annex|joined|pfa|includ|"
    r"this(?: |\b(?=[.,;!]|$))"
)
# "Encl.: writing sample", "Attachments (2)", "2 enclosures": below a letter, where one counts what lies beside it.
_COUNTING = re.compile(r"[ \t]*(?:encl?s?|enclosures?|attachments?)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^[ \t]*(?:\d{1,2} )?(?:encl?s?|enclosures?|attachments?|att|attd)(?: ?\(?\d{1,2}\)?|[.:](?! *(?:none|nil|-)).*)"
    r"[ \t.]*$|^[ \t]*(?:encl?s?|enclosures?)[ \t]*$|^[ \t]*\d{1,2} (?:enclosures?|attachments?|encls?\.?)[ \t.]*$",
    re.IGNORECASE | re.MULTILINE,
)


def attachment(reading: Reading) -> Iterator[Finding]:
    """Something is said to be attached, and no material is chosen. Not when it speaks of an earlier message."""
    if reading.context.material_ids:
        return
    message = "The text speaks of an attachment: choose the material, or take the words out."
    for sentence, mended in zip(reading.letter.sentences, reading.texts, strict=True):
        # "att." is no slip for "at", and "attachd" is one: both readings count.
        if _says_so(mended, english=reading.english) or _says_so(sentence.text, english=reading.english):
            yield Finding("attachment", "warning", message, (sentence.start, sentence.end))
            return
    for start, end in _lines_of_sign_off(reading):
        if _says_so(plain(reading.letter.masked[start:end]).text, english=reading.english):
            yield Finding("attachment", "warning", message, (start, end))
            return
    counted = _COUNTED.search(reading.letter.masked, *reading.letter.sign_off) if reading.letter.sign_off else None
    if counted is not None and reading.english:
        yield Finding("attachment", "warning", message, counted.span())


def _lines_of_sign_off(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the lines of the sign-off stand, without those that count what is enclosed."""
    start, end = reading.letter.sign_off or (0, 0)
    for line in reading.letter.masked[start:end].splitlines(keepends=True):
        if not _COUNTING.match(line):
            yield start, start + len(line.rstrip())
        start += len(line)


def _says_so(text: str, *, english: bool) -> bool:
    """Whether a plain sentence says that something comes with this letter."""
    if not english:
        return FOREIGN_EARLIER.remove(text) in FOREIGN
    if not _TELLTALE.search(text):
        return False
    return OTHER_SENSE.remove(EARLIER.remove(AGREED.remove(text, "agreed"))) in SAYS_SO
