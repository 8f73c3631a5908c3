"""The keys of the place one is in, by what they are for."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any

from rich.cells import cell_len
from textual.app import App
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from followup_tui.tui.commands import Command, commands_of
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.widgets.cells import pad

_WIDE = 84
"""Cells from which there is room for two columns."""
_BETWEEN = 3
_MOST_KEYS = 16


class KeysHelp(Reading):
    """Every key that does something here, with what it does."""

    DEFAULT_CSS = """
    KeysHelp {
        & > .dialog--box { width: 112; }
        & VerticalScroll { max-height: 1fr; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, screen: Screen[Any], app: App[Any]) -> None:
        """The keys of `screen`, as they are bound now."""
        super().__init__("Keys", Content())
        self._commands = commands_of(screen, app)

    def compose_question(self) -> list[Widget]:
        """The keys."""
        return [VerticalScroll(KeySheet(self._commands))]


class KeySheet(Widget):
    """Commands under the headings of their groups, in two columns where there is room."""

    DEFAULT_CSS = """
    KeySheet { width: 1fr; height: auto; }
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        """A sheet of these commands, group after group in their order."""
        super().__init__()
        groups: dict[str, list[Command]] = {}
        for command in commands:
            groups.setdefault(command.group, []).append(command)
        self._groups: Mapping[str, Sequence[Command]] = groups

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as the longer column has."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The columns."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        if width < _WIDE:
            return _column(self._groups.items(), width)
        half = (width - _BETWEEN) // 2
        left, right = _balanced([_column([group], half) for group in self._groups.items()])
        left += [Content()] * (len(right) - len(left))
        right += [Content()] * (len(left) - len(right))
        gap = " " * _BETWEEN
        return [one.pad_right(half - one.cell_length) + gap + two for one, two in zip(left, right, strict=True)]


def _balanced(parts: Sequence[list[Content]]) -> tuple[list[Content], list[Content]]:
    """The parts in their order in two columns, as equally long as whole parts allow."""
    splits = [(_stacked(parts[:place]), _stacked(parts[place:])) for place in range(1, len(parts) + 1)]
    return min(splits, key=lambda columns: max(map(len, columns)), default=([], []))


def _stacked(parts: Iterable[list[Content]]) -> list[Content]:
    """The parts one under the other, an empty line between."""
    lines: list[Content] = []
    for part in parts:
        lines += [Content(), *part] if lines else part
    return lines


def _column(groups: Iterable[tuple[str, Sequence[Command]]], width: int) -> list[Content]:
    return _stacked([_heading(title), *_commands(commands, width)] for title, commands in groups)


def _heading(title: str) -> Content:
    return Content.styled(title, "bold underline")


def _commands(commands: Sequence[Command], width: int) -> Iterable[Content]:
    """Keys and sentence of each; a sentence that is too long goes on below itself."""
    at = min(max(cell_len(command.written_keys) for command in commands), _MOST_KEYS) + 2
    for command in commands:
        keys = command.written_keys
        first, *others = wrap(command.sentence, max(width - max(at, cell_len(keys) + 2), 10))
        yield Content.assemble((pad(keys, max(at, cell_len(keys) + 2)), "bold $text-accent"), first)
        yield from (Content(" " * at + other) for other in others)
