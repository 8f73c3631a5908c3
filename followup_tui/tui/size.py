"""How much room the window needs."""

from typing import Any, Final

from textual.app import App
from textual.geometry import Size

SMALLEST: Final = Size(40, 10)
"""Columns and lines that any screen can do with."""

# A terminal that is being dragged tells its size many times; a moment later it has settled.
_REPAINT_AFTER_SECONDS = 0.1


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size is too small to work in."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def repaint_soon(app: App[Any]) -> None:
    """Paint everything once the size has settled.

    A terminal that was small for a moment has lost what stood there, also where Textual, which heard of the last size
    only, sees no other one.
    """
    app.set_timer(_REPAINT_AFTER_SECONDS, lambda: _repaint(app))


def _repaint(app: App[Any]) -> None:
    # While the app is being left there is no screen any more.
    for screen in app.screen_stack[-1:]:
        screen.refresh(layout=True)
