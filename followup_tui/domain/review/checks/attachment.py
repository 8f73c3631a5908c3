"""`attachment`: the text says that something is attached or enclosed, but nothing was chosen (G2)."""

from collections.abc import Iterator

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.wordings.attachment import (
    AGREED,
    EARLIER,
    FOREIGN,
    FOREIGN_EARLIER,
    OTHER_SENSE,
    SAYS_SO,
)


def attachment(reading: Reading) -> Iterator[Finding]:
    """Something is said to be attached, and no material is chosen. Not when it speaks of an earlier message."""
    if reading.context.material_ids:
        return
    found, excused = (SAYS_SO, (EARLIER, OTHER_SENSE)) if reading.english else (FOREIGN, (FOREIGN_EARLIER,))
    for sentence, mended in zip(reading.letter.sentences, reading.texts, strict=True):
        text = AGREED.remove(mended, "agreed") if reading.english else sentence.text
        for phrases in excused:
            text = phrases.remove(text)
        if text in found:
            message = "The text speaks of an attachment: choose the material, or take the words out."
            yield Finding("attachment", "warning", message, (sentence.start, sentence.end))
            return
