"""Markdown in which the user's words are words: nothing in them is a heading, a link, a tag or a line of a table."""

import re
from collections.abc import Iterable, Sequence

from followup_tui.domain.text import plain

# What CommonMark and its tables give a meaning wherever it stands; an underscore only at the edge of a word.
_ANYWHERE = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# What has a meaning where a line begins: headings, lists, rules, quotes.
_AT_START = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")


def words(text: str) -> str:
    """A text in one line, behind something else that begins the line."""
    return _ANYWHERE.sub(r"\\\g<0>", " ".join(plain(text).split()))


def line(text: str) -> str:
    """A text as a line of its own."""
    return _AT_START.sub(_escaped_start, words(text))


def _escaped_start(found: re.Match[str]) -> str:
    # A number cannot be escaped, what stands behind it can.
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"


def quoted(text: str) -> list[str]:
    """A text of several lines as a quotation; its lines stay lines."""
    lines = plain(text).strip("\n").split("\n")
    written = [f"> {line(each)}".rstrip() for each in lines]
    # A backslash at the end asks for a line break, which is not wanted before an empty line or the end.
    return [
        each + ("\\" if each != ">" and after not in {">", ""} else "")
        for each, after in zip(written, [*written[1:], ""], strict=True)
    ]


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table of one-line texts."""
    return [
        f"| {' | '.join(map(words, header))} |",
        f"|{' --- |' * len(header)}",
        *(f"| {' | '.join(words(cell) or ' ' for cell in row)} |" for row in rows),
    ]
