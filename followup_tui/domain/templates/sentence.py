"""The one sentence of a template that is about a field: what `f3` puts in at the cursor, worded as the letter is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from followup_tui.domain.templates.document import Template
from followup_tui.domain.templates.fill import Filler, style_for
from followup_tui.domain.templates.nodes import Node, OrField, Part, Slot, Text

_SENTENCE_END = re.compile(r"[.?!](?=\s)|\n")


def sentence(template: Template, path: str, values: Mapping[str, Any], *, month_first: bool = False) -> str | None:
    """The first sentence of the letter in which the field `path` stands, filled in; None if it names it nowhere.

    To put in another talking point than the first, give it in `values`: `{**values, "talking_point": point}`.
    """
    nodes = _around(template.body, path)
    if nodes is None:
        return None
    return Filler(values, style_for(values, month_first=month_first), set()).page(nodes).text().strip()


def _around(nodes: Sequence[Node], path: str) -> list[Node] | None:
    """The nodes of the first sentence with the field, looking into optional parts as well."""
    for at, node in enumerate(nodes):
        if isinstance(node, Part):
            for alternative in node.alternatives:
                found = _around(alternative, path)
                if found is not None:
                    return found
        elif isinstance(node, Slot) and _names(node, path):
            return [*_before(nodes[:at]), node, *_after(nodes[at + 1 :])]
    return None


def _names(slot: Slot, path: str) -> bool:
    return slot.path == path or any(isinstance(step, OrField) and step.path == path for step in slot.steps)


def _before(nodes: Sequence[Node]) -> list[Node]:
    """The nodes from the beginning of their last sentence."""
    kept: list[Node] = []
    for node in reversed(nodes):
        ends = list(_SENTENCE_END.finditer(node.text)) if isinstance(node, Text) else []
        if isinstance(node, Text) and ends:
            kept.append(Text(node.text[ends[-1].end() :]))
            break
        kept.append(node)
    return kept[::-1]


def _after(nodes: Iterable[Node]) -> list[Node]:
    """The nodes up to the end of their first sentence."""
    kept: list[Node] = []
    for node in nodes:
        end = _SENTENCE_END.search(node.text) if isinstance(node, Text) else None
        if isinstance(node, Text) and end:
            kept.append(Text(node.text[: end.end()]))
            break
        kept.append(node)
    return kept
