"""A list of what was found, the letters that were meant standing out."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from followup_tui.domain.search import matched
from followup_tui.domain.text import visible
from followup_tui.tui.widgets.cells import fit, pad
from followup_tui.tui.widgets.table_lines import Lines, Segments
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS, Urgency

_LEAST_NOTE = 12
_MOST_OF_AN_END = len("due, till today 16:00")
_GAP = 2
_BEFORE_TITLE = 3


class Result(NamedTuple):
    """A line: what it is called, what else there is to say, and at the right edge when, or by which key.

    Texts are shown as text, whatever they hold; `id` names the line.
    """

    id: str
    title: str
    note: str = ""
    end: str = ""
    urgency: Urgency = "none"
    symbol: str = ""
    """In the place of the urgency's own."""


class Results(Lines, can_focus=False):
    """Results under a field that has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "results--note",
        "results--matched",
        *(f"results--{urgency}" for urgency in SYMBOLS),
    }

    DEFAULT_CSS = (
        """
    Results {
        background: $surface;
        & > .lines--cursor { background: $line-cursor; color: $line-cursor-text; text-style: bold; }
        & > .results--note { color: $text-muted; }
        & > .results--matched { color: $text-accent; text-style: bold underline; }
"""
        + "".join(f"        & > .results--{urgency} {{ color: {colour}; }}\n" for urgency, colour in COLOURS.items())
        + "    }\n"
    )

    def __init__(self, hint: str = "") -> None:
        """An empty list that says `hint`."""
        super().__init__(hint)
        self._results: Sequence[Result] = ()
        self._query = ""
        self._title_width = 0

    def show(self, results: Sequence[Result], query: str, hint: str = "") -> None:
        """Show what was found for `query`, the cursor on the best; where there is nothing, what `hint` says."""
        self._results, self._query = results, query
        self._title_width = max((cell_len(visible(result.title)) for result in results), default=0)
        self.replace_rows([result.id for result in results], hint=hint)
        self.go_to(0)

    def draw(self, index: int, line: int, width: int, cursor: Style | None) -> Segments:  # noqa: ARG002 - one line each
        """Symbol, title, note, and the end at the right edge; the note is the first to be cut."""
        result = self._results[index]
        colour = self._colour(result.urgency)
        end = fit(visible(result.end), max(width // 3, _MOST_OF_AN_END))
        room = min(width, self.scrollable_content_region.width) - cell_len(end) - 1 - (_GAP if end else 0)
        text = Text(end="", no_wrap=True)
        text.append(f" {pad(visible(result.symbol) or SYMBOLS[result.urgency], 2)}", colour)
        text.append_text(self._marked(fit(visible(result.title), room - text.cell_len)))
        at = max(text.cell_len, min(self._title_width + _BEFORE_TITLE, width // 2)) + _GAP
        if result.note and room - at >= _LEAST_NOTE:
            note = self._marked(fit(visible(result.note), room - at))
            note.style = self.get_component_rich_style("results--note", partial=True)
            text.append(" " * (at - text.cell_len)).append_text(note)
        text.append(" " * (room - text.cell_len))
        text.append(f"{' ' * _GAP}{end}" if end else "", colour)
        text.append(" " * (width - text.cell_len))
        if cursor is not None:
            text.stylize(cursor)
        return list(text.render(self.app.console))

    def _colour(self, urgency: Urgency) -> Style:
        return self.get_component_rich_style(f"results--{urgency}", partial=True)

    def _marked(self, shown: str) -> Text:
        """A text with the letters that were meant."""
        text = Text(shown, end="", no_wrap=True)
        style = self.get_component_rich_style("results--matched", partial=True)
        for place in matched(self._query, shown):
            text.stylize(style, place, place + 1)
        return text
