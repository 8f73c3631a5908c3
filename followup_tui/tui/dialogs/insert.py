"""Something to put into the letter: a talking point, a promise, a material."""

from collections.abc import Sequence
from itertools import chain, repeat

from followup_tui.desk.worth_saying import Piece
from followup_tui.tui.dialogs.choose import Choice, Choose

_LETTERS = "123456789abcdefghilmnopqrstuvwxyz"


def choose_piece(pieces: Sequence[Piece]) -> Choose[Piece]:
    """A question: which piece to put in at the cursor. Those for which no key is left are chosen with the arrows."""
    choices = [
        Choice(letter, piece.title, "  ·  ".join(filter(None, (piece.what, piece.note))), piece)
        for letter, piece in zip(chain(_LETTERS, repeat("")), pieces, strict=False)
    ]
    return Choose("Put in", choices)


def ask_to_leave_out(piece: Piece) -> Choose[bool]:
    """A question: a material goes with the letter already."""
    choices = [
        Choice("l", "Leave it out", "what the letter says about it is yours to delete", value=True),
        Choice("p", "Put its words in once more", "", value=False),
    ]
    return Choose("It goes with this letter already", choices, f"{piece.title}.")


def ask_again(piece: Piece) -> Choose[bool]:
    """A question: the person has had this before."""
    choices = [Choice("n", "No, leave it out", "", value=False), Choice("y", "Yes, once more", "", value=True)]
    return Choose("They have had it before. Put it in all the same?", choices, f"{piece.title}: {piece.note}.")
