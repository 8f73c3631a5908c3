"""A list of any length in one widget: it draws the rows in view by the line API, and has a cursor of its own."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup_tui.tui.widgets.cells import pad

Segments = list[Segment]


def _binding(key: str, action: str, description: str, tooltip: str, *, show: bool = False) -> Binding:
    """A key of the list, its id made of the action's name ("list.cursor_up"). The footer is the screen's to fill."""
    return Binding(key, action, description, show=show, tooltip=tooltip, id=f"list.{action}")


class Lines(ScrollView, can_focus=True):
    """Rows of one line or several, below a header or without one.

    A subclass says what a row looks like, in `draw`; it is asked for those in view only. The cursor stays on its row,
    and the row on its line, when the rows are replaced. The widget changes nothing itself: it posts messages.
    """

    ALLOW_SELECT = False
    HEADER: ClassVar[int] = 0
    """The lines of the header, which stays in view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor", "lines--hint"}
    """
    | Class | Description |
    | :- | :- |
    | `lines--cursor` | The row at the cursor. |
    | `lines--hint` | What an empty list says. |
    """

    DEFAULT_CSS = """
    Lines {
        height: 1fr;
        width: 1fr;
        color: $foreground;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .lines--hint { color: $text-muted; }
        & > .lines--cursor { background: $block-cursor-blurred-background; color: $line-cursor-text; }
        &:focus > .lines--cursor { background: $line-cursor; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("up,k", "cursor_up", "Up", "To the row above"),
        _binding("down,j", "cursor_down", "Down", "To the row below"),
        _binding("home,g", "first", "First", "To the first row"),
        _binding("end,G", "last", "Last", "To the last row"),
        _binding("pageup", "page_up", "Page up", "A page up"),
        _binding("pagedown", "page_down", "Page down", "A page down"),
        _binding("enter", "select", "Open", "Open what is at the cursor", show=True),
    ]

    @dataclass
    class RowHighlighted(Message):
        """The cursor is on another row, or there is none any more (None)."""

        lines: "Lines"
        row_id: str | None

        @property
        def control(self) -> "Lines":
            """The list that sent the message."""
            return self.lines

    @dataclass
    class RowSelected(Message):
        """The user wants to open the row: enter, or a click on the highlighted one."""

        lines: "Lines"
        row_id: str

        @property
        def control(self) -> "Lines":
            """The list that sent the message."""
            return self.lines

    def __init__(self, hint: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """An empty list that says `hint`, a text of ours or one that `visible` has been over."""
        super().__init__(id=id)
        self._ids: Sequence[str] = ()
        self._starts: Sequence[int] = range(1)
        self._cursor = 0
        self._hint = hint
        self._told: str | None = None

    # What is shown

    def draw(self, index: int, line: int, width: int, cursor: Style | None) -> Segments:
        """One line of a row, exactly `width` cells of it; `cursor` is what to add to its styles at the cursor."""
        raise NotImplementedError

    def draw_header(self, width: int) -> Segments:
        """The header, exactly `width` cells of it."""
        raise NotImplementedError

    @property
    def cursor(self) -> int | None:
        """The index of the row at the cursor; None if there are no rows."""
        return self._cursor if self._ids else None

    @property
    def highlighted(self) -> str | None:
        """The id of the row at the cursor."""
        return self._ids[self._cursor] if self._ids else None

    def replace_rows(self, ids: Sequence[str], *, heights: Sequence[int] | None = None, hint: str = "") -> None:
        """Show other rows, each `heights` lines high, or one; where there are none, what `hint` says."""
        before = self.highlighted
        line = self._starts[self._cursor] - self.scroll_offset.y if before is not None else 0
        self._ids = ids
        self._starts = range(len(ids) + 1) if heights is None else list(accumulate(heights, initial=0))
        self._hint = hint
        self._cursor = self._place_of(before)
        self.virtual_size = Size(0, self.HEADER + self._starts[-1])
        if ids:
            self.scroll_to(y=self._starts[self._cursor] - line, animate=False, force=True)
        self._show_cursor()
        self.refresh()
        self._tell()

    def _place_of(self, row_id: str | None) -> int:
        """Where a row stands now; one that is gone leaves the cursor where it was."""
        if row_id is not None:
            for index, one in enumerate(self._ids):
                if one == row_id:
                    return index
        return max(0, min(self._cursor, len(self._ids) - 1))

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, or the nearest there is, and bring it into view."""
        if not self._ids:
            return
        index = max(0, min(index, len(self._ids) - 1))
        before, self._cursor = self._cursor, index
        self._show_cursor()
        for row in {before, index}:
            self._refresh_row(row)
        self._tell()

    def refresh_rows(self) -> None:
        """Draw the rows again: what they say changed, not which they are."""
        self.refresh()

    def _refresh_row(self, index: int) -> None:
        start = self._starts[index]
        self.refresh_lines(self.HEADER + start, self._starts[index + 1] - start)

    def _show_cursor(self) -> None:
        """Scroll as little as is needed to have all of the cursor's row in view."""
        height = self._view_height
        if not self._ids or height <= 0:
            return
        start, end = self._starts[self._cursor], self._starts[self._cursor + 1]
        top = self.scroll_offset.y
        if start < top or end - start > height:
            self.scroll_to(y=start, animate=False, force=True)
        elif end > top + height:
            self.scroll_to(y=end - height, animate=False, force=True)

    @property
    def _view_height(self) -> int:
        return self.size.height - self.HEADER

    def _tell(self) -> None:
        if self.highlighted != self._told:
            self._told = self.highlighted
            self.post_message(self.RowHighlighted(self, self._told))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width = self.scrollable_content_region.width
        blank = self.rich_style
        if y < self.HEADER:
            segments = self.draw_header(width)
        elif not self._ids:
            text = self._hint if y == self.HEADER + 1 else ""
            segments = [Segment(pad(f" {text}", width), self.get_component_rich_style("lines--hint"))]
        else:
            segments = self._line(y - self.HEADER + self.scroll_offset.y, width)
        return Strip(segments).adjust_cell_length(width, blank).apply_style(blank)

    def _line(self, line: int, width: int) -> Segments:
        if line >= self._starts[-1]:
            return []
        index = bisect_right(self._starts, line) - 1
        cursor = None
        if index == self._cursor:
            cursor = self.get_component_rich_style("lines--cursor", partial=True)
        return self.draw(index, line - self._starts[index], width, cursor)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._show_cursor()

    # Keys

    def action_cursor_up(self) -> None:
        """To the row above."""
        self.go_to(self._cursor - 1)

    def action_cursor_down(self) -> None:
        """To the row below."""
        self.go_to(self._cursor + 1)

    def action_first(self) -> None:
        """To the first row."""
        self.go_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go_to(len(self._ids) - 1)

    def action_page_up(self) -> None:
        """A page up."""
        self._page(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self._page(1)

    def _page(self, direction: int) -> None:
        """The cursor goes as far as the view is high, and at least a row."""
        line = self._starts[self._cursor] + direction * self._view_height
        index = bisect_right(self._starts, max(0, line)) - 1
        self.go_to(index if index != self._cursor else index + direction)

    def action_select(self) -> None:
        """Ask for the row at the cursor to be opened."""
        if self.highlighted is not None:
            self.post_message(self.RowSelected(self, self.highlighted))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row clicked on; a click on the cursor's row opens it."""
        x, y = event.get_content_offset_capture(self)
        if y < self.HEADER:
            self.header_clicked(x)
            return
        line = y - self.HEADER + self.scroll_offset.y
        if line >= self._starts[-1]:
            return
        index = bisect_right(self._starts, line) - 1
        if index == self._cursor:
            self.action_select()
        else:
            self.go_to(index)

    def header_clicked(self, x: int) -> None:
        """The header was clicked on, `x` cells from the left."""
