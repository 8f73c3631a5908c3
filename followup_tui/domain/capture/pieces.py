"""A line taken apart: what stands by itself anywhere (note, links, tags, priority), and the pieces between separators.

What is taken out leaves a gap as wide, so that every piece knows where it stands in the line.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.domain.capture.words import OPENINGS

# The note runs to the end of the line, whatever it holds.
_NOTE = re.compile(r"(?:^|(?<=[\s,;—–―]))notes?\s*:", re.IGNORECASE)
# A host has no commas. Behind it one may belong to the link, and separates where a part begins: "….example/7,applied".
_LINK = re.compile(
    r"(?:\b(?:(?P<origin>via|from)|(?P<label>link|url)):?\s+)?(?<![\w@.])"
    r"(?P<link>(?:https?://|www\.)[^\s<>—–―,;/?#]+"
    rf"(?:[/?#](?:(?![,;](?:{OPENINGS}(?:[\s,;:—–―]|$)|[#!]|https?://|www\.))[^\s<>—–―])*)?)",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(?<![^\s,;—–―])(?:#[^\s,;#—–―]+)+#?")
_PRIORITY = re.compile(r"(?<![^\s,;—–―])(?P<marks>!{1,3})(?![^\s,;.—–―])")
# A comma inside a number and a dash between two are no separators; a hyphen is one only between spaces. Brackets are
# stepped over whole, with what separators they hold.
_SEPARATOR = re.compile(
    r"\([^()]*\)|<[^<>]*>"
    r"|(?P<separator>,(?!(?<=\d,)\d{3}(?!\d))|;|(?:^|(?<=\s))-+(?=\s|$)|[—―]|–(?!(?<=\d–)\d))"
)
_OPENING = {")": "(", "]": "["}
_BRACKETS = ("()", "[]", "<>")
# A space like any other to all who read words; nobody types it.
_GAP = "\x1f"
_BETWEEN_GAPS = re.compile(rf"[^{_GAP}]+")
# What stands behind a link or a tag that was taken out is no piece.
_STRAY = f" \t.:{_GAP}"


class Piece(NamedTuple):
    """A piece of the line between two separators, from `start` to `end`.

    `text` is as long, with gaps in place of what was taken out; it is empty where that is all there was.
    `after_comma`: a comma, not a dash or a semicolon, stands before it.
    """

    text: str
    start: int
    end: int
    after_comma: bool

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())

    def has_gap_before(self, place: int) -> bool:
        """Whether something was taken out between `place` in the text and the word before it."""
        return _GAP in self.text[len(self.text[:place].rstrip()) : place]

    def between_gaps(self) -> Iterator[tuple[int, int]]:
        """Where in the text the words stand between which something was taken out: their beginnings and ends."""
        for match in _BETWEEN_GAPS.finditer(self.text):
            if words := match[0].strip():
                start = match.start() + match[0].index(words)
                yield start, start + len(words)

    def cut(self, start: int, end: int) -> "Piece":
        """The piece from `start` to `end` in the text."""
        after_comma = self.after_comma and not start
        return Piece(self.text[start:end], self.start + start, self.start + end, after_comma)

    def divided(self, place: int) -> tuple["Piece", "Piece"]:
        """The two pieces before and after `place` in the text."""
        before, after = self.text[:place].rstrip(), self.text[place:].lstrip()
        return (
            self._replace(text=before, end=self.start + len(before)),
            Piece(after, self.end - len(after), self.end, after_comma=False),
        )


class Marked(NamedTuple):
    """Something that needs no separators: a `tag`, a `link`, the `source` before a link, a `priority` or the `note`."""

    kind: str
    text: str
    start: int
    end: int


def take_apart(line: str) -> tuple[list[Piece], list[Marked]]:
    """The pieces of `line`, and what needs no separators, both in the order they stand.

    A piece that was taken out whole stays, with an empty text, because it too stands between separators.
    """
    marked: list[Marked] = []
    rest = line
    for find in (_note, _links, _tags, _priorities):
        taken = list(find(rest))
        for item in taken:
            rest = rest[: item.start] + _GAP * (item.end - item.start) + rest[item.end :]
        marked += taken
    return list(_pieces(rest, line)), sorted(marked, key=lambda item: item.start)


def _note(line: str) -> Iterator[Marked]:
    if match := _NOTE.search(line):
        yield Marked("note", line[match.end() :].strip(), match.start(), len(line))


def _links(line: str) -> Iterator[Marked]:
    for match in _LINK.finditer(line):
        link = _without_punctuation(match["link"])
        start, end = match.start() if match["label"] else match.start("link"), match.start("link") + len(link)
        # The brackets of "Engineer (https://acme.example/j)" go with the link.
        around = line[start - 1 : start] + line[end : end + 1]
        yield Marked("link", link, start - 1, end + 1) if around in _BRACKETS else Marked("link", link, start, end)
        if match["origin"]:
            yield Marked("source", link, match.start(), end)


def _without_punctuation(link: str) -> str:
    """The link without what belongs to the sentence around it."""
    while link[-1] in ".,;:!?\"'—–―" or (
        link[-1] in _OPENING and link.count(link[-1]) > link.count(_OPENING[link[-1]])
    ):
        link = link[:-1]
    return link


def _tags(line: str) -> Iterator[Marked]:
    """`#go`, `#c#`, and `#a#b`, which are two; the punctuation behind them goes with them."""
    for match in _TAGS.finditer(line):
        found = [tag.rstrip(".:!?)\"'") for tag in match[0].strip("#").split("#")]
        # A company may begin with a number: "#1 Plumbing".
        if match.start() == 0 and found[0].isdigit():
            continue
        if match[0].endswith("#"):
            found[-1] += "#"
        yield from (Marked("tag", tag, match.start(), match.end()) for tag in found if tag)


def _priorities(line: str) -> Iterator[Marked]:
    for match in _PRIORITY.finditer(line):
        yield Marked("priority", match[0], match.start(), match.end())


def _pieces(rest: str, line: str) -> Iterator[Piece]:
    """The pieces of `rest`, which is `line` with gaps in place of what was taken out."""
    start, after_comma = 0, False
    for match in _SEPARATOR.finditer(rest):
        if match["separator"] is None:
            continue
        yield from _piece(rest, line, (start, match.start()), after_comma=after_comma)
        start, after_comma = match.end(), match[0] == ","
    yield from _piece(rest, line, (start, len(rest)), after_comma=after_comma)


def _piece(rest: str, line: str, span: tuple[int, int], *, after_comma: bool) -> Iterator[Piece]:
    start, end = span
    left = rest[start:end] if rest[start:end].strip(_STRAY) else ""
    whole = left if left.strip() else line[start:end]
    if not whole.strip():
        return
    start += len(whole) - len(whole.lstrip())
    yield Piece(left.strip(), start, start + len(whole.strip()), after_comma)
