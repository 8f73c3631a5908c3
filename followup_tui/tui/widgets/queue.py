"""A list of things to do, one a line, with a cursor: it draws only what is in view, however long it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup_tui.domain.text import visible
from followup_tui.tui.widgets.cells import SEPARATOR, fit, fit_words, pad
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS, Urgency

_LEAST_WHERE = 8
"""Cells below which it is better to leave out where than to show a stump of it."""
_MOST_WHAT = 34
_LEAST_WHAT = 16
"""Cells below which what is to be done cannot be told: then when is said in fewer words."""
_GAP = 2
_SYMBOL_WIDTH = 3


class Row(NamedTuple):
    """One line. Texts are shown as text, whatever they hold; `key` names the line from one list to the next."""

    key: str
    what: str
    where: str = ""
    """Whom and what it concerns: the first to be cut."""
    when: str = ""
    """When, with the urgency's word: the last to be cut."""
    urgency: Urgency = "none"
    symbol: str = ""
    """In the place of the urgency's own."""
    brief: str = ""
    """`when` in fewer words, for where it leaves too little room for the rest."""


def follow(old: Sequence[Row], new: Sequence[Row], cursor: int) -> int:
    """Where the cursor goes when the rows are replaced.

    To its row, wherever that is now; if it is gone to the nearest that stood below it, else to the nearest above; if
    none is left to the same line.
    """
    places = {row.key: index for index, row in enumerate(new)}
    for index in (*range(cursor, len(old)), *range(cursor - 1, -1, -1)):
        if (place := places.get(old[index].key)) is not None:
            return place
    return max(0, min(cursor, len(new) - 1))


class _Palette(NamedTuple):
    """The styles of a row's parts, without and with the cursor."""

    what: Style
    where: Style
    urgency: dict[Urgency, Style]

    def on(self, cursor: Style) -> "_Palette":
        """The same on the cursor's background."""
        return _Palette(
            self.what + cursor, self.where + cursor, {name: style + cursor for name, style in self.urgency.items()}
        )


def _binding(key: str, action: str, description: str, tooltip: str) -> Binding:
    return Binding(key, action, description, show=False, tooltip=tooltip, id=f"queue.{action}")


class Queue(ScrollView, can_focus=True):
    """A list whose cursor stays on its row when the rows are replaced.

    What a row does is the screen's affair: it is told where the cursor is, when a row is clicked at the cursor, and
    when the cursor would leave the list.
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("up,k", "up", "Up", "To the line above"),
        _binding("down,j", "down", "Down", "To the line below"),
        _binding("home,g", "first", "First", "To the first line"),
        _binding("end,G", "last", "Last", "To the last line"),
        _binding("pageup", "page_up", "Page up", "A page up"),
        _binding("pagedown", "page_down", "Page down", "A page down"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--what",
        "queue--where",
        "queue--cursor",
        *(f"queue--{urgency}" for urgency in SYMBOLS),
    }

    DEFAULT_CSS = (
        """
    Queue {
        background: $background;
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .queue--what { color: $foreground; }
        & > .queue--where { color: $text-muted; }
        & > .queue--cursor { background: $block-cursor-blurred-background; color: $line-cursor-text; }
        &:focus > .queue--cursor { background: $line-cursor; text-style: bold; }
"""
        + "".join(f"        & > .queue--{urgency} {{ color: {colour}; }}\n" for urgency, colour in COLOURS.items())
        + "    }\n"
    )

    @dataclass
    class RowHighlighted(Message):
        """The cursor went to another row, the row changed, or there is none."""

        queue: "Queue"
        row: Row | None

        @property
        def control(self) -> "Queue":
            """The list that sent the message."""
            return self.queue

    @dataclass
    class RowSelected(Message):
        """The row at the cursor was clicked on."""

        queue: "Queue"
        row: Row

        @property
        def control(self) -> "Queue":
            """The list that sent the message."""
            return self.queue

    @dataclass
    class EdgeReached(Message):
        """The user went up from the first row (-1) or down from the last (+1)."""

        queue: "Queue"
        step: int

        @property
        def control(self) -> "Queue":
            """The list that sent the message."""
            return self.queue

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """A list without rows."""
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._cursor = 0
        self._what: tuple[int, int] | None = None
        """How wide the list was when the width of what is to be done was chosen, and that width."""
        self._palettes: tuple[_Palette, _Palette, Style] | None = None

    # What is shown

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows."""
        return self._rows

    @property
    def cursor(self) -> int:
        """The index of the row at the cursor; 0 where there is none."""
        return self._cursor

    @property
    def highlighted(self) -> Row | None:
        """The row at the cursor."""
        return self._rows[self._cursor] if self._rows else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows. The cursor stays on its row, and the row on its line, wherever that is possible."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        before, line = self.highlighted, self._cursor - self.scroll_offset.y
        self._cursor = follow(self._rows, rows, self._cursor)
        self._rows = rows
        self._what = None
        self.virtual_size = Size(1, len(rows))
        self._scroll_by_hand(self._cursor - line)
        self._reveal()
        self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)
        if self.highlighted != before:
            self.post_message(self.RowHighlighted(self, self.highlighted))

    def go_to(self, index: int) -> None:
        """Put the cursor on the row with that index, or the nearest there is, and bring it into view."""
        index = max(0, min(index, len(self._rows) - 1))
        if not self._rows or index == self._cursor:
            return
        self.refresh_line(self._cursor)
        self._cursor = index
        self.refresh_line(index)
        self._reveal()
        self.post_message(self.RowHighlighted(self, self.highlighted))

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _reveal(self) -> None:
        """Bring the cursor's row into view."""
        top = self.scroll_offset.y
        if self._cursor < top:
            self._scroll_by_hand(self._cursor)
        elif self._cursor >= top + self._page:
            self._scroll_by_hand(self._cursor - self._page + 1)

    def _scroll_by_hand(self, top: int) -> None:
        self.scroll_to(y=top, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._reveal()

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the colours: the theme changed, or the focus."""
        super().notify_style_update()
        self._palettes = None

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if self._palettes is None:
            self._palettes = self._make_palettes()
        plain, at_cursor, blank = self._palettes
        if index >= len(self._rows):
            return Strip.blank(width, blank)
        return self._draw(self._rows[index], width, at_cursor if index == self._cursor else plain)

    def _make_palettes(self) -> tuple[_Palette, _Palette, Style]:
        style = self.get_component_rich_style
        plain = _Palette(
            style("queue--what"), style("queue--where"), {urgency: style(f"queue--{urgency}") for urgency in SYMBOLS}
        )
        return plain, plain.on(style("queue--cursor", partial=True)), self.rich_style

    def _draw(self, row: Row, width: int, palette: _Palette) -> Strip:
        """Symbol, what, where, and when at the right edge: what does not fit is cut where it hurts least."""
        colour = palette.urgency[row.urgency]
        symbol = f" {pad(visible(row.symbol) or SYMBOLS[row.urgency], _SYMBOL_WIDTH - 1)}"
        when = self._when(row, width - _SYMBOL_WIDTH)
        room = max(0, width - _SYMBOL_WIDTH - cell_len(when))
        what_width = min(self._what_width(width), room)
        where_width = room - what_width - _GAP
        segments = [Segment(symbol, colour)]
        what = visible(row.what)
        if row.where and where_width >= _LEAST_WHERE:
            segments.append(Segment(f"{pad(fit_words(what, what_width), what_width)}{' ' * _GAP}", palette.what))
            where = fit_words(_whole_parts(visible(row.where), where_width), where_width)
            segments.append(Segment(pad(where, where_width), palette.where))
        else:
            segments.append(Segment(pad(fit_words(what, room), room), palette.what))
        segments.append(Segment(when, colour))
        return Strip(segments).adjust_cell_length(width, palette.what)

    def _what_width(self, width: int) -> int:
        """How wide what is to be done stands in all rows: so that in the fewest of them something is cut."""
        if self._what is None or self._what[0] != width:
            self._what = (width, _best_width(self._needs(width)))
        return self._what[1]

    def _needs(self, width: int) -> list[tuple[int, int]]:
        """For each row that has both, the cells that what needs, and the most it may take if where is to be whole."""
        inside = width - _SYMBOL_WIDTH
        return [
            (
                min(cell_len(row.what), _MOST_WHAT),
                inside - cell_len(self._when(row, inside)) - _GAP - cell_len(row.where.partition(SEPARATOR)[0]),
            )
            for row in self._rows
            if row.where
        ]

    @staticmethod
    def _when(row: Row, width: int) -> str:
        """When, in the longest wording that leaves room for the rest."""
        when = visible(row.when)
        if row.brief and width - cell_len(when) - 2 < min(cell_len(row.what), _LEAST_WHAT):
            when = visible(row.brief)
        return f" {fit(when, width - 2)} " if when else ""

    # Keys

    def action_up(self) -> None:
        """To the row above, or out of the list."""
        self._step(-1)

    def action_down(self) -> None:
        """To the row below, or out of the list."""
        self._step(1)

    def _step(self, step: int) -> None:
        if 0 <= self._cursor + step < len(self._rows):
            self.go_to(self._cursor + step)
        else:
            self.post_message(self.EdgeReached(self, step))

    def action_first(self) -> None:
        """To the first row."""
        self.go_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go_to(len(self._rows) - 1)

    def action_page_up(self) -> None:
        """A page up."""
        self.go_to(self._cursor - self._page)

    def action_page_down(self) -> None:
        """A page down."""
        self.go_to(self._cursor + self._page)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the pointer; a click on the row at the cursor opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = offset.y + self.scroll_offset.y
        if index >= len(self._rows):
            return
        if index == self._cursor:
            self.post_message(self.RowSelected(self, self._rows[index]))
        else:
            self.go_to(index)


def _best_width(needs: Sequence[tuple[int, int]]) -> int:
    """The width by which the fewest rows are cut; what is to be done counts twice, and gets the room that is left."""
    whats, spared = sorted(need for need, _ in needs), sorted(most for _, most in needs)

    def cut(width: int) -> int:
        return 2 * (len(whats) - bisect_right(whats, width)) + bisect_left(spared, width)

    best = min(sorted(set(whats)), key=cut, default=0)
    return max(range(best, max(whats, default=0) + 1), key=lambda width: (-cut(width), width))


def _whole_parts(text: str, width: int) -> str:
    """As many of the parts of a text as fit, the first ones; only where there is but one is a word cut."""
    while cell_len(text) > width and SEPARATOR in text:
        text = text.rpartition(SEPARATOR)[0]
    return text
