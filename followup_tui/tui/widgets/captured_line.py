"""A line to type an opportunity into: what each stretch of it was understood as shows in its colour."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.widgets.text_area import Edit, EditResult

from followup_tui.domain.capture import Captured
from followup_tui.tui.widgets.fields import LONGEST_LINE, SafeTextArea

STYLES = {
    "company": "bold $text-primary",
    "role": "$text-primary",
    "stage": "$text-success",
    "applied_at": "$text-success",
    "interview": "$text-accent",
    "decision_by": "$text-accent",
    "contacts": "bold $text-success",
    "source": "italic $text-primary",
    "url": "italic $text-primary",
    "tags": "italic $text-accent",
    "priority": "italic $text-accent",
    "location": "italic $text-success",
    "notes": "italic $text-muted",
    "not_understood": "underline $text-error",
}
"""How each field is shown, in the line and beside what was understood."""


def _rule(field: str, style: str) -> str:
    *text_style, colour = style.split()
    return f"& > .line--{field} {{ color: {colour}; text-style: {' '.join(text_style) or 'none'}; }}\n"


class CapturedLine(SafeTextArea):
    """A text of one line, however long: it wraps, and a line end that is pasted becomes a space."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{field}" for field in STYLES}

    DEFAULT_CSS = (
        """
    CapturedLine, CapturedLine:focus {
        height: auto;
        min-height: 2;
        max-height: 5;
        border: none;
        padding: 0 1;
        background: $panel;
        scrollbar-size-vertical: 1;
    """
        + "".join(_rule(field, style) for field, style in STYLES.items())
        + "}\n"
    )

    def __init__(self, understand: Callable[[str], Captured], placeholder: str) -> None:
        """An empty line, read by `understand`."""
        super().__init__(
            placeholder=placeholder, tab_behavior="focus", compact=True, soft_wrap=True, highlight_cursor_line=False
        )
        self._understand = understand
        self._captured: tuple[str, Captured] | None = None

    @property
    def captured(self) -> Captured:
        """What the line is understood as; read once for each text."""
        line = self.text
        if self._captured is None or self._captured[0] != line:
            self._captured = (line, self._understand(line))
        return self._captured[1]

    def edit(self, edit: Edit) -> EditResult:
        """Change the line, which stays one; what would make it too long is left out."""
        room = LONGEST_LINE - len(self.text)
        edit.text = edit.text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")[: max(room, 0)]
        return super().edit(edit)

    def get_line(self, line_index: int) -> Text:
        """The line with each part in the colour of its field."""
        text = super().get_line(line_index)
        for part in self.captured.parts:
            text.stylize(self._style(part.field), part.start, part.end)
            for person in self.captured.contacts:
                at = text.plain.find(person.name, part.start, part.end) if part.field == "interview" else -1
                if at >= 0:
                    text.stylize(self._style("contacts"), at, at + len(person.name))
        return text

    def _style(self, field: str) -> Style:
        return self.get_component_rich_style(f"line--{field}", partial=True)
