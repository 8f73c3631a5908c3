"""Reads a template's text into nodes, in one pass, with every problem noted by its place."""

import re
from typing import NamedTuple

from followup_tui.domain.templates.expression import read_slot
from followup_tui.domain.templates.nodes import Node, Part, Slot, Text
from followup_tui.domain.templates.problems import Report

# Filling a part fills the parts in it: this keeps Python's own stack out of reach.
MAX_DEPTH = 8
_MARK = re.compile(r"\\?(?:\{\{|\}\}|\[\[|\]\]|\|\|)")
_LINE_BEFORE = re.compile(r"\A[ \t]*\n")
_LINE_AFTER = re.compile(r"\n[ \t]*\Z")
# Stands for a slot with a problem, so that its part is not blamed as well.
_BROKEN = Slot(None, required=True)


class _Open(NamedTuple):
    """A part that has been opened: where, and its alternatives so far."""

    offset: int
    alternatives: list[list[Node]]


def read_nodes(report: Report, start: int, end: int) -> tuple[Node, ...]:
    """The nodes of `report.text[start:end]`. What is wrong is noted in `report`, and the nodes are then incomplete."""
    reader = _Reader(report, start, end)
    reader.read()
    return tuple(reader.parts[0].alternatives[0])


class _Reader:
    def __init__(self, report: Report, start: int, end: int) -> None:
        self._report = report
        self._text = report.text
        self._at = start
        self._end = end
        self._marks = list(_MARK.finditer(self._text, start, end))
        self.parts = [_Open(start, [[]])]

    def read(self) -> None:
        """Go through the marks once."""
        index = 0
        while index < len(self._marks):
            mark = self._marks[index]
            self._add_text(self._text[self._at : mark.start()])
            self._at = mark.end()
            index += 1
            if mark.group() == "{{":
                index = self._slot(mark.end(), index)
            else:
                self._mark(mark.group(), mark.start())
        self._add_text(self._text[self._at : self._end])
        for unclosed in self.parts[1:]:
            self._report.add(unclosed.offset, "this [[ is not closed by ]]")

    def _mark(self, mark: str, offset: int) -> None:
        if mark.startswith("\\"):
            self._add_text(mark[1:])
        elif mark == "[[":
            self._open(offset)
        elif mark == "]]":
            self._close(offset)
        elif mark == "}}":
            self._report.add(offset, "this }} closes nothing; write \\}} to mean the braces themselves")
        elif len(self.parts) > 1:
            self.parts[-1].alternatives.append([])
        else:
            self._add_text(mark)

    def _slot(self, start: int, index: int) -> int:
        """Read the slot that begins at `start`; the index of the mark to go on with."""
        close = index
        while close < len(self._marks) and self._marks[close].group() not in ("}}", "{{"):
            close += 1
        end = self._marks[close].start() if close < len(self._marks) else self._end
        closed = close < len(self._marks) and self._marks[close].group() == "}}"
        if not closed or "\n" in self._text[start:end]:
            self._report.add(start - 2, "this {{ is not closed by }} on its line")
            self._add(_BROKEN)
            return index
        self._at = self._marks[close].end()
        self._add(read_slot(self._text[start:end], start, self._report) or _BROKEN)
        return close + 1

    def _open(self, offset: int) -> None:
        if len(self.parts) == MAX_DEPTH + 1:
            self._report.add(offset, f"parts can be nested at most {MAX_DEPTH} deep")
        self.parts.append(_Open(offset, [[]]))

    def _close(self, offset: int) -> None:
        if len(self.parts) == 1:
            self._report.add(offset, "this ]] closes nothing; write \\]] to mean the brackets themselves")
            return
        opened = self.parts.pop()
        # The last of several may stand for certain: it is what is said when nothing is known.
        can_fail = opened.alternatives[: max(len(opened.alternatives) - 1, 1)]
        if not all(any(isinstance(node, Slot) and node.required for node in nodes) for nodes in can_fail):
            self._report.add(opened.offset, "this part names no field that could be missing, so it would never vanish")
        self._add(Part(tuple(tuple(_without_own_lines(nodes)) for nodes in opened.alternatives)))

    def _add(self, node: Node) -> None:
        self.parts[-1].alternatives[-1].append(node)

    def _add_text(self, text: str) -> None:
        if text:
            self._add(Text(text))


def _without_own_lines(nodes: list[Node]) -> list[Node]:
    """An alternative whose marks stand on lines of their own, without these line ends."""
    if nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(_LINE_BEFORE.sub("", nodes[0].text))
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(_LINE_AFTER.sub("", nodes[-1].text))
    return nodes
