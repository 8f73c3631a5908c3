"""One of a few: a field of one line that shows them all, or the one taken where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from followup_tui.domain.text import fold, visible
from followup_tui.tui.widgets.cells import fit


class Alternative(NamedTuple):
    """One of the few: its value, and how it is called."""

    value: str
    text: str


class Pick(Widget, can_focus=True):
    """Options side by side, the one taken in brackets. Arrows and first letters take another; so does a click."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Before", show=False, tooltip="Take the one before", id="pick.left"),
        Binding("right,space", "step(1)", "Another", tooltip="Take the next one", id="pick.right"),
    ]

    DEFAULT_CSS = """
    Pick {
        height: 1;
        width: 1fr;
        color: $text-muted;
        &:focus { color: $foreground; background: $panel; }
    }
    """

    @dataclass
    class Changed(Message):
        """Another option was taken by the user."""

        pick: "Pick"
        value: str

        @property
        def control(self) -> "Pick":
            """The field that sent the message."""
            return self.pick

    def __init__(self, options: Sequence[Alternative], value: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """A field with these options, `value` being taken; the first one if there is no such option."""
        super().__init__(id=id)
        self._options = tuple(options)
        self._index = self._index_of(value)
        self._starts: tuple[int, ...] = ()

    @property
    def value(self) -> str:
        """The value of the option that is taken."""
        return self._options[self._index].value

    @value.setter
    def value(self, value: str) -> None:
        self._index = self._index_of(value)
        self.refresh()

    def set_options(self, options: Sequence[Alternative]) -> None:
        """Offer others; the same value stays taken where it is still there."""
        value = self.value
        self._options = tuple(options)
        self.value = value

    def _index_of(self, value: str) -> int:
        return next((index for index, option in enumerate(self._options) if option.value == value), 0)

    def render(self) -> Content:
        """All options, if they fit."""
        texts = [visible(option.text) for option in self._options]
        width = self.content_size.width
        taken = "bold $block-cursor-foreground on $block-cursor-background" if self.has_focus else "bold $foreground"
        if sum(cell_len(text) + 2 for text in texts) > width:
            self._starts = ()
            return Content.assemble(("‹ ", ""), (fit(texts[self._index], max(0, width - 4)), taken), (" ›", ""))
        parts: list[tuple[str, str]] = []
        starts, x = [], 0
        for index, text in enumerate(texts):
            starts.append(x)
            x += cell_len(text) + 2
            parts.append((f"[{text}]", taken) if index == self._index else (f" {text} ", ""))
        self._starts = tuple(starts)
        return Content.assemble(*parts)

    def action_step(self, step: int) -> None:
        """Take the next option, or the one before."""
        self._take((self._index + step) % len(self._options))

    def _take(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.refresh()
            self.post_message(self.Changed(self, self.value))

    def on_key(self, event: events.Key) -> None:
        """A letter takes the next option that begins with it."""
        if not event.is_printable or event.character is None or event.character.isspace():
            return
        event.stop()
        count = len(self._options)
        for index in ((self._index + step) % count for step in range(1, count + 1)):
            if fold(self._options[index].text).startswith(fold(event.character)):
                self._take(index)
                return

    def on_click(self, event: events.Click) -> None:
        """A click takes what it is on; where only one option is shown, the next one."""
        x = event.get_content_offset_capture(self).x
        if self._starts:
            self._take(max(index for index, start in enumerate(self._starts) if start <= max(x, 0)))
        else:
            self.action_step(1)
