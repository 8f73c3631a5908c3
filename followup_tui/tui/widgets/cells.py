"""Text measured in terminal cells. Everything here expects text that `visible` has been over."""

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"
SEPARATOR = " · "
"""Between what is to be done and when."""

_SAYS_SOMETHING = 7
"""Cells for a symbol and the start of a word; with fewer it is better to cut from the end."""


def fit(text: str, width: int) -> str:
    """The text if it is at most `width` cells wide, else as much of it as fits before an ellipsis."""
    longest = 8 * width + 64  # combining marks have no width: a cell may hold several characters, but not any number
    if len(text) <= longest and cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text[:longest], width - 1).rstrip(SEPARATOR) + ELLIPSIS


def fit_words(text: str, width: int) -> str:
    """Like `fit`, but cut between two words where that costs less than two fifths of the room."""
    cut = fit(text, width)
    if cut == text or not cut:
        return cut
    kept = cut.removesuffix(ELLIPSIS)
    whole = (kept if text[len(kept) :][:1].isspace() else kept.rpartition(" ")[0]).rstrip(f"{SEPARATOR},")
    return whole + ELLIPSIS if cell_len(whole) * 5 > width * 3 else cut


def pad(text: str, width: int) -> str:
    """The text in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    text = fit(text, width)
    return text + " " * (width - cell_len(text))


def shorter(text: str) -> tuple[str, ...]:
    """Fewer and fewer words for what is to be done and when: `connect with Rosa · till Wed` down to `connect`.

    Small words go first, then whom it is about, which stands elsewhere too; the last two are without the time.
    """
    start, found, end = text.rpartition(SEPARATOR)
    if not found:
        return (text,)
    bare = end.removeprefix("till ").removeprefix("by ")
    verb = start.partition(" with ")[0].partition(" to ")[0].replace(" the ", " ")
    return (f"{start} {end}", f"{start} {bare}", f"{verb} {end}", f"{verb} {bare}", start, verb)


def fit_with_end(text: str, width: int) -> str:
    """Like `fit`, but in fewer words where those fit; else the time is the last thing to be cut."""
    if cell_len(text) <= width:
        return text
    start, found, end = text.rpartition(SEPARATOR)
    for words in shorter(text)[:-2]:
        if cell_len(words) <= width:
            return words
    room = width - cell_len(found + end)
    if not found or room < _SAYS_SOMETHING:
        return fit_words(text, width)
    return fit_words(start, room) + found + end
