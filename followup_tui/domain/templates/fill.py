"""Fills a template in. What the book knows is put in as text; what it does not is left as a placeholder."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from followup_tui.domain.templates.document import Template
from followup_tui.domain.templates.fields import FIELDS, Shape
from followup_tui.domain.templates.filters import Style, shown
from followup_tui.domain.templates.nodes import Node, OrField, Part, Slot, Text
from followup_tui.domain.templates.page import Page

Span = tuple[int, int]


class Filled(NamedTuple):
    """A letter begun: its subject and body, and the body's spans (code points) that are still to be filled by hand.

    A placeholder reads `{{first name}}`, which the review's `placeholder` check finds. `used` are the fields that
    stand in the letter.
    """

    subject: str
    body: str
    placeholders: tuple[Span, ...]
    used: frozenset[str]


def fill(template: Template, values: Mapping[str, Any], *, month_first: bool = False) -> Filled:
    """`template` with `values` (by the paths of `fields.FIELDS`) put in.

    A field is missing when it is not there, None, empty, or not of its shape. `month_first` writes November 17 for
    17 November. Never raises, whatever the values hold, and no brace or bracket in them has a meaning.
    """
    used: set[str] = set()
    style = style_for(values, month_first=month_first)
    subject = Filler(values, style, used, one_line=True).page(template.subject)
    body = Filler(values, style, used).page(template.body)
    return Filled(subject.text(), body.text(), body.placeholders(), frozenset(used))


def style_for(values: Mapping[str, Any], *, month_first: bool) -> Style:
    """How the dates of a letter written today are written."""
    today = values.get("today")
    return Style(today if isinstance(today, date) else None, month_first)


class Filler:
    """Puts the values into the nodes of one text, noting in `used` the fields that stand in it."""

    def __init__(self, values: Mapping[str, Any], style: Style, used: set[str], *, one_line: bool = False) -> None:
        self._values = values
        self._style = style
        self._used = used
        self._one_line = one_line
        self._page = Page()

    def page(self, nodes: Iterable[Node]) -> Page:
        """The page with all of `nodes` on it."""
        for node in nodes:
            if isinstance(node, Text):
                self._page.add_text(node.text)
            elif isinstance(node, Slot):
                self._put(node)
            else:
                self._choose(node)
        return self._page

    def _put(self, slot: Slot) -> None:
        value, path = self._find(slot)
        if value is not None:
            self._used.update(path)
            self._page.add_value(" ".join(value.split()) if self._one_line else value)
        elif slot.fallback is not None:
            self._page.add_value(slot.fallback)
        else:
            self._page.add_placeholder(slot.label)

    def _choose(self, part: Part) -> None:
        for nodes in part.alternatives:
            if not any(isinstance(node, Slot) and node.required and self._find(node)[0] is None for node in nodes):
                self._page.begin_part()
                self.page(nodes)
                self._page.end_part()
                return
        self._page.leave_out()

    def _find(self, slot: Slot) -> tuple[str | None, set[str]]:
        """What the slot holds as text, or None; and the field it came from."""
        if slot.path is None:
            return None, set()
        path = slot.path
        value = given(self._values, path)
        for step in slot.steps:
            if isinstance(step, OrField):
                if value is None:
                    path, value = step.path, given(self._values, step.path)
            elif value is not None:
                value = step.filter.run(value, step.argument, self._style) or None
        return (None if value is None else shown(value, slot.shape, self._style)), {path}


def given(values: Mapping[str, Any], path: str) -> Any | None:
    """The value of a field, its spaces evened; None if it is missing, empty, or not of the field's shape."""
    value = values.get(path)
    shape = FIELDS[path].shape
    if shape is Shape.DATE:
        return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
    if shape is Shape.LIST:
        items = value if isinstance(value, list | tuple) else ()
        return [" ".join(item.split()) for item in items if isinstance(item, str) and item.strip()] or None
    if not isinstance(value, str):
        return None
    return (value.strip() if shape is Shape.PROSE else " ".join(value.split())) or None
