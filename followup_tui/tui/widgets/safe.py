"""User text for widgets, without markup and without control characters: Textual acts on both in a plain string.

A plain string is for literals only; whatever comes from the book, a file or the user goes through one of these.
"""

from typing import Any, Literal

from textual.app import App
from textual.content import Content
from textual.widget import Widget

from followup_tui.domain.text import visible

Severity = Literal["information", "warning", "error"]


def shown(text: str, *, single_line: bool = True, style: str = "") -> Content:
    """The text for a Static, Label, Button, option, tooltip, border title or placeholder.

    Args:
        text: What is to be shown as it is.
        single_line: False for messages and notes, whose line ends stay.
        style: A Textual style for all of it, such as "bold $text-error".
    """
    text = visible(text, single_line=single_line)
    return Content.styled(text, style) if style else Content(text)


def notify(
    where: App[Any] | Widget,
    message: str,
    *,
    title: str = "",
    severity: Severity = "information",
    timeout: float | None = None,
) -> None:
    """Show a toast that may quote the user."""
    where.notify(
        visible(message, single_line=False),
        title=visible(title),
        severity=severity,
        timeout=timeout,
        markup=False,
    )
