"""Where the board's columns stand: widths, which are in view, and how far each is scrolled. Pure functions."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from followup_tui.domain.text import visible
from followup_tui.tui.widgets.board_model import Column

CARD_LINES = 4
"""Company, role, next step, and a blank line between cards."""

WIDE = 100
"""From this width on (cells), columns may be narrower, so that all of a pipeline's are in view at once."""

_READABLE = 24
_READABLE_WHEN_WIDE = 18


class Slot(NamedTuple):
    """The place of one column on the board, in cells, borders included."""

    column: int
    x: int
    width: int
    folded: bool

    @property
    def inner(self) -> int:
        """The width between the borders."""
        return max(0, self.width - 2)


def lay_out(strips: Sequence[int], width: int, first: int, keep: int | None = None) -> tuple[Slot, ...]:
    """The columns in view, from left to right.

    Args:
        strips: For each column how wide it is as a strip, 0 where it is not folded.
        width: The width of the board.
        first: The column that was leftmost so far; the view starts there unless that leaves room unused.
        keep: A column that must be in view; the view moves no further than it has to.
    """
    if not strips:
        return ()
    readable = _READABLE_WHEN_WIDE if width >= WIDE else _READABLE
    needs = [strip or readable for strip in strips]
    start = max(0, min(first, len(needs) - 1))
    if keep is not None:
        start = min(start, keep)
    end = _last_that_fits(needs, width, start)
    if keep is not None and keep >= end:
        end = keep + 1
        start = keep
    while start > 0 and sum(needs[start - 1 : end]) <= width:
        start -= 1
    end = max(end, _last_that_fits(needs, width, start))
    return _share(strips, width, start, end)


def _last_that_fits(needs: Sequence[int], width: int, start: int) -> int:
    """The end of the longest run of columns from `start` on that fits; one column always does."""
    end, used = start, 0
    while end < len(needs) and (end == start or used + needs[end] <= width):
        used += needs[end]
        end += 1
    return end


def _share(strips: Sequence[int], width: int, start: int, end: int) -> tuple[Slot, ...]:
    """The columns from `start` to `end`, the room shared evenly by those that are not folded."""
    unfolded = strips[start:end].count(0)
    room = max(0, width - sum(strips[start:end]))
    share, rest = divmod(room, unfolded) if unfolded else (0, 0)
    slots: list[Slot] = []
    x = 0
    for index in range(start, end):
        if strips[index]:
            cells = min(strips[index], max(0, width - x))
        else:
            cells, rest = share + (rest > 0), rest - 1
        slots.append(Slot(index, x, cells, folded=strips[index] > 0))
        x += cells
    return tuple(slots)


def strip_width(column: Column) -> int:
    """How wide the column is when it is folded: its name stands in it letter by letter."""
    return 2 + max((cell_len(letter) for letter in visible(column.title)), default=1)


def content_lines(column: Column) -> int:
    """How many lines the column's cards take, without the blank line after the last."""
    return max(0, len(column.cards) * CARD_LINES - 1)


def clamp_offset(column: Column, offset: int, height: int) -> int:
    """The scroll offset (lines), so that no more than the column's content is scrolled past `height` lines."""
    return max(0, min(offset, content_lines(column) - height))


def reveal(row: int, offset: int, height: int) -> int:
    """The offset nearest to this one that shows the whole card in `row`."""
    top = row * CARD_LINES
    bottom = top + CARD_LINES - 1
    return min(max(offset, bottom - height), top)


def thumb(column: Column, offset: int, height: int) -> range:
    """The lines of the column's scroll thumb; empty where everything is in view."""
    total = content_lines(column)
    if total <= height or height <= 0:
        return range(0)
    size = max(1, height * height // total)
    start = offset * (height - size) // (total - height)
    return range(start, start + size)
