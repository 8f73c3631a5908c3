"""Where words belong that are put into a letter: at the cursor, but never behind the sign-off."""

from typing import NamedTuple

from followup_tui.domain.profile import Profile
from followup_tui.domain.review.letter import Letter

_SENTENCE_ENDS = (".", "!", "?", "…")


class Insertion(NamedTuple):
    """`text`, spaces and empty lines included, in the place of what stands from `start` to before `end`."""

    start: int
    end: int
    text: str


def put_in(body: str, selected: tuple[int, int], words: str, user: Profile) -> Insertion:
    """`words` in the place of what is selected, parted from what stands beside them.

    With nothing selected and the cursor behind the sign-off, at the very end of the letter, they become its last
    paragraph: nobody goes on writing there.
    """
    start, end = selected
    if start == end and not body[end:].strip():
        sign_off = _sign_off(body, user)
        if sign_off is not None and sign_off <= start:
            return _before(body, sign_off, words)
    before, after = body[:start], body[end:]
    space = " " if before and not before[-1].isspace() else ""
    then = " " if after and after[0].isalnum() else ""
    return Insertion(start, end, f"{space}{words}{then}")


def _sign_off(body: str, user: Profile) -> int | None:
    """Where the closing words, the name and the signature begin that the body ends with; None if it has none."""
    signed = body.rstrip()
    above = signed.removesuffix(user.signature.strip())
    letter = Letter(above, user=user.name)
    begin, end = letter.sign_off or (len(above), len(above))
    closing = above[begin:end]
    # Links and quoted lines are blank in what is read of a letter: below a name they belong to the signature.
    is_last = not letter.masked[end:].strip()
    is_sentence = "\n" not in closing and closing.endswith(_SENTENCE_ENDS)
    if closing and is_last and not is_sentence:
        return begin
    return len(above) if above != signed else None


def _before(body: str, sign_off: int, words: str) -> Insertion:
    """The words as a paragraph before the sign-off; behind the last sentence where that is on the same line."""
    place = len(body[:sign_off].rstrip())
    if not place:
        return Insertion(0, 0, f"{words}\n\n")
    gap = "\n\n" if "\n" in body[place:sign_off] else " "
    return Insertion(place, place, f"{gap}{words}")
