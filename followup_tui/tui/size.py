"""How much room the window needs."""

from typing import Final

from textual.geometry import Size

SMALLEST: Final = Size(40, 10)
"""Columns and lines that any screen can do with."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size is too small to work in."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height
