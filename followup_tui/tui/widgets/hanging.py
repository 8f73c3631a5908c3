"""Texts that each begin with a label, and stay clear of it where they are wrapped.

A dot that parts two things is left out where a line ends between them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_DOT = "·"
_LOOSE_START = re.compile(rf"\s*{_DOT}\s+")
_NARROWEST = 20
"""Cells below which a text is better wrapped under its label than beside it."""


class Labelled(NamedTuple):
    """A label, the spaces behind it included, and its text; without a label the text has the whole width."""

    label: Content
    text: Content


def unlabelled(text: Content) -> "Hanging":
    """A text alone, wrapped as those beside labels are."""
    return Hanging([Labelled(Content(""), text)])


class Hanging(Visual):
    """What a `Static` shows: labels on the left, each with its text beside it, also from the text's second line on."""

    def __init__(self, lines: Sequence[Labelled]) -> None:
        """These lines, made by `widgets.safe`."""
        self._lines = tuple(lines)

    def __str__(self) -> str:
        """The words, a line for each label."""
        return "\n".join(f"{label}{text}" for label, text in self._lines)

    def wrapped(self, width: int) -> Content:
        """The lines as they stand in `width` cells."""
        return Content("\n").join(part for line in self._lines for part in _wrapped(line, width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines."""
        return self.wrapped(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's
        """The width of the longest line."""
        return max((max(map(cell_len, f"{label}{text}".split("\n"))) for label, text in self._lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines there are in `width` cells."""
        return self.wrapped(width).get_height(rules, width)


def _wrapped(line: Labelled, width: int) -> list[Content]:
    indent = line.label.cell_length
    if not indent or width - indent < _NARROWEST:
        return _without_loose_dots(Content.assemble(line.label, line.text), width)
    first, *further = _without_loose_dots(line.text, width - indent)
    return [Content.assemble(line.label, first), *(Content.assemble(" " * indent, part) for part in further)]


def _without_loose_dots(text: Content, width: int) -> list[Content]:
    """The text wrapped at words, each of its own lines by itself."""
    lines: list[Content] = []
    for paragraph in text.split("\n", allow_blank=True) or [text]:
        first, *further = paragraph.wrap(max(1, width)) or [paragraph]
        lines += [first, *(part.divide([_loose_start(part.plain)])[1] for part in further)]
        ends = range(len(lines) - len(further) - 1, len(lines) - 1)
        for place in ends:
            lines[place] = lines[place][: _loose_end(lines[place].plain)]
    return lines


def _loose_start(line: str) -> int:
    """How many characters of a line are only the dot between it and the one before."""
    found = _LOOSE_START.match(line)
    return found.end() if found is not None else 0


def _loose_end(line: str) -> int:
    """Where a line ends without the dot between it and the next."""
    whole = line.rstrip()
    return len(whole.removesuffix(_DOT).rstrip()) if whole.endswith(f" {_DOT}") else len(line)
