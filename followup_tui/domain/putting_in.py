"""Where words belong that are put into a letter: at the cursor, but never behind the sign-off."""

from typing import NamedTuple

from followup_tui.domain.profile import Profile
from followup_tui.domain.review.letter import Letter

_SENTENCE_ENDS = (".", "!", "?", "…")
_GOES_ON = frozenset(".!?…,;:)")


class Words(NamedTuple):
    """What is put in: a sentence, or a few words where there is a sentence already and a gap in it."""

    sentence: str
    bare: str


class Insertion(NamedTuple):
    """`text`, spaces and empty lines included, in the place of what stands from `start` to before `end`."""

    start: int
    end: int
    text: str


def put_in(body: str, selected: tuple[int, int], words: Words, user: Profile) -> Insertion:
    """`words` in the place of what is selected, parted from what stands beside them.

    In the place of a {{gap}} within a sentence they are the bare ones. With nothing selected and the cursor behind the
    sign-off, at the very end of the letter, they become its last paragraph: nobody goes on writing there.
    """
    start, end = selected
    if start == end and not body[end:].strip():
        sign_off = _sign_off(body, user)
        if sign_off is not None and sign_off <= start:
            return _before(body, sign_off, words.sentence)
    before, after = body[:start], body[end:]
    if _is_gap_in_a_sentence(before, body[start:end], after):
        return Insertion(start, end, words.bare.rstrip(".") if after.startswith(_SENTENCE_ENDS) else words.bare)
    space = " " if before and not before[-1].isspace() else ""
    then = " " if after and after[0].isalnum() else ""
    return Insertion(start, end, f"{space}{words.sentence}{then}")


def _is_gap_in_a_sentence(before: str, selected: str, after: str) -> bool:
    """Whether what is selected is what a template could not fill in, and its sentence goes on or ends behind it."""
    if not (selected.startswith("{{") and selected.endswith("}}")):
        return False
    follows = after.partition("\n")[0].lstrip()[:1]
    return follows in _GOES_ON or follows.islower() or before.rstrip(" ").endswith(":")


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
