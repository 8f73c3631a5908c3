"""How much room the window needs."""

from typing import Any, Final

from textual.app import App
from textual.events import Resize
from textual.geometry import Size

SMALLEST: Final = Size(40, 10)
"""Columns and lines that any screen can do with."""

# A terminal that is being dragged tells its size many times; a moment later it has settled. What is behind a dialog may
# then have other heights (a head with more lines), and only the next time the places that follow from them.
_REPAINT_AFTER_SECONDS = (0.1, 0.2)


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size is too small to work in."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def repaint_soon(app: App[Any]) -> None:
    """Paint everything once the size has settled.

    A terminal that was small for a moment has lost what stood there, also where Textual, which heard of the last size
    only, sees no other one.
    """
    for seconds in _REPAINT_AFTER_SECONDS:
        app.set_timer(seconds, lambda: repaint(app))


def repaint(app: App[Any]) -> None:
    """Lay out and paint all there is to see.

    A screen behind a dialog is laid out by Textual only when it is told a size, so that what follows from the size (a
    text that is wrapped anew, and its scroll bar) stays as it was before: it is told again.
    """
    # While the app is being left there is no screen any more.
    for screen in app.screen_stack[:-1]:
        screen.post_message(Resize(app.size, app.size))
    for screen in app.screen_stack[-1:]:
        screen.refresh(layout=True)
