"""Texts that each begin with a label, and stay clear of it where they are wrapped."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_NARROWEST = 20
"""Cells below which a text is better wrapped under its label than beside it."""


class Labelled(NamedTuple):
    """A label, the spaces behind it included, and its text; without a label the text has the whole width."""

    label: Content
    text: Content


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
        return max((label.cell_length + text.cell_length for label, text in self._lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines there are in `width` cells."""
        return self.wrapped(width).get_height(rules, width)


def _wrapped(line: Labelled, width: int) -> list[Content]:
    indent = line.label.cell_length
    if not indent or width - indent < _NARROWEST:
        return [Content.assemble(line.label, line.text)]
    first, *further = line.text.wrap(width - indent) or [Content("")]
    return [Content.assemble(line.label, first), *(Content.assemble(" " * indent, part) for part in further)]
