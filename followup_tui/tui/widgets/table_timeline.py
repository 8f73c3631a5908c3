"""What happened, newest first: a line each for what it was, and a second one for the first of its words."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from followup_tui.tui.widgets.cells import pad
from followup_tui.tui.widgets.table_lines import Lines, Segments

_INDENT = 2


class TimelineRow(NamedTuple):
    """An entry. Its texts are such as `visible` has been over; an empty `excerpt` has no line."""

    mark: str
    when: str
    what: str
    excerpt: str = ""


class Timeline(Lines):
    """A timeline of any length: entries are made when they are drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--mark", "timeline--muted"}
    """
    | Class | Description |
    | :- | :- |
    | `timeline--mark` | The sign for what kind of entry it is. |
    | `timeline--muted` | When it was, and the first words of it. |
    """

    DEFAULT_CSS = """
    Timeline {
        & > .timeline--mark { color: $text-primary; }
        & > .timeline--muted { color: $text-muted; }
    }
    """

    def __init__(self, hint: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """An empty timeline."""
        super().__init__(hint, id=id)
        self._entry: Callable[[int], TimelineRow] | None = None

    def set_entries(
        self, ids: Sequence[str], entry: Callable[[int], TimelineRow], heights: Sequence[int], *, hint: str = ""
    ) -> None:
        """Show other entries; `entry` is called with the index of one when it is drawn, `heights` are 1 or 2."""
        self._entry = entry
        self.replace_rows(ids, heights=heights, hint=hint)

    def draw(self, index: int, line: int, width: int, cursor: Style | None) -> Segments:
        """One of the two lines of an entry."""
        assert self._entry is not None
        entry, at = self._entry(index), cursor or Style()
        muted = self.get_component_rich_style("timeline--muted") + at
        if line > 0:
            return [Segment(" " * _INDENT + pad(entry.excerpt, width - _INDENT), muted)]
        mark = self.get_component_rich_style("timeline--mark") + at
        when = f"{entry.when}  "
        room = width - cell_len(entry.mark) - 1 - cell_len(when)
        return [
            Segment(f"{entry.mark} ", mark),
            Segment(when, muted),
            Segment(pad(entry.what, room), self.rich_style + at),
        ]

    def draw_header(self, width: int) -> Segments:
        """A timeline has no header."""
        return [Segment(" " * width, self.rich_style)]
