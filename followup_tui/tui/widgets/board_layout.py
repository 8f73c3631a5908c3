"""Where the board's columns stand: widths, which are in view, and how far each is scrolled. Pure functions."""

from collections.abc import Sequence
from typing import NamedTuple

from followup_tui.tui.widgets.board_model import Column

CARD_LINES = 4
"""Company, role, next step, and a blank line between cards."""

WIDE = 100
"""From this width on (cells), columns may be narrower, so that all of a pipeline's are in view at once."""

_READABLE = 24
_READABLE_WHEN_WIDE = 18
_STRIP = 3


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


def lay_out(folded: Sequence[bool], width: int, first: int, keep: int | None = None) -> tuple[Slot, ...]:
    """The columns in view, from left to right.

    Args:
        folded: For each column, whether it is drawn as a narrow strip.
        width: The width of the board.
        first: The column that was leftmost so far; the view starts there unless that leaves room unused.
        keep: A column that must be in view; the view moves no further than it has to.
    """
    if not folded:
        return ()
    readable = _READABLE_WHEN_WIDE if width >= WIDE else _READABLE
    needs = [_STRIP if strip else readable for strip in folded]
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
    return _share(folded, width, start, end)


def _last_that_fits(needs: Sequence[int], width: int, start: int) -> int:
    """The end of the longest run of columns from `start` on that fits; one column always does."""
    end, used = start, 0
    while end < len(needs) and (end == start or used + needs[end] <= width):
        used += needs[end]
        end += 1
    return end


def _share(folded: Sequence[bool], width: int, start: int, end: int) -> tuple[Slot, ...]:
    """The columns from `start` to `end`, the room shared evenly by those that are not folded."""
    unfolded = sum(not folded[index] for index in range(start, end))
    room = max(0, width - _STRIP * (end - start - unfolded))
    share, rest = divmod(room, unfolded) if unfolded else (0, 0)
    slots: list[Slot] = []
    x = 0
    for index in range(start, end):
        if folded[index]:
            cells = min(_STRIP, max(0, width - x))
        else:
            cells, rest = share + (rest > 0), rest - 1
        slots.append(Slot(index, x, cells, folded[index]))
        x += cells
    return tuple(slots)


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
