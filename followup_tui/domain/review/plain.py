"""Plain text: what a person wrote, evened out so that one wording covers `I'd`, `I’d` and `I would`."""

import re
from bisect import bisect_right
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]|_+")
_WHOLE = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "let's": "let us",
    "e-mail": "email",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "here's": "here is",
    "what's": "what is",
    "where's": "where is",
    "who's": "who is",
    "how's": "how is",
    "y'all": "you all",
    "u": "you",
    "thx": "thanks",
    "tysm": "thank you so much",
    "ty": "thank you",
    "pls": "please",
    "plz": "please",
    # Apostrophes that people in a hurry leave out, where no other word is meant.
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "wouldnt": "would not",
    "couldnt": "could not",
    "shouldnt": "should not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "hasnt": "has not",
    "havent": "have not",
    "hadnt": "had not",
    "aint": "have not",
    "ain't": "have not",
    "ive": "i have",
    "youre": "you are",
    "youve": "you have",
    "theyre": "they are",
    "thats": "that is",
    "whats": "what is",
    "thankyou": "thank you",
}
_ENDINGS = (("n't", " not"), ("'ve", " have"), ("'d", " would"), ("'ll", " will"), ("'re", " are"), ("'m", " am"))


class Plain(NamedTuple):
    """Plain text with the way back: `text`, and for each token where it starts here, and where it stood before."""

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original. Both must lie in the text."""
        if not self.places:
            return (0, 0)
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        return (self.places[first][0], self.places[last][1])


def plain(text: str, offset: int = 0) -> Plain:
    """`text` in lower case, single-spaced, contractions written out; `offset` is where `text` starts in the body."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    length = end = 0
    for match in _TOKEN.finditer(straight(text)):
        piece = _written_out(match.group().lower())
        glued = not pieces or _is_glued(piece, pieces[-1], touching=match.start() == end)
        end = match.end()
        length += not glued
        starts.append(length)
        places.append((match.start() + offset, match.end() + offset))
        pieces.append(piece if glued else " " + piece)
        length += len(piece)
    return Plain("".join(pieces), tuple(starts), tuple(places))


def _is_glued(piece: str, before: str, *, touching: bool) -> bool:
    """Whether no space goes between the two: before punctuation never, around a hyphen as it was written."""
    if piece[0].isalnum():
        return touching and before in "-/&"
    return piece != "-" or touching


def straight(text: str) -> str:
    """`text` with straight apostrophes, of the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def _written_out(word: str) -> str:
    if "'" not in word and word not in _WHOLE:
        return word
    whole = _WHOLE.get(word)
    if whole is not None:
        return whole
    for ending, full in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + full
    return word
