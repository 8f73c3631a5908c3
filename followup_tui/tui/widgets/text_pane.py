"""A text to look at beside a list: another text costs its lines, and no new layout of the screen."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class TextPane(ScrollView, can_focus=True):
    """Wrapped text that scrolls. It is shown often, whenever a cursor moves, so it draws by the line."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, tooltip="A line down", id="text.down"),
        Binding("k", "scroll_up", "Up", show=False, tooltip="A line up", id="text.up"),
    ]

    DEFAULT_CSS = """
    TextPane {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """A pane without a text."""
        super().__init__(id=id, classes=classes)
        self._text = Content("")
        self._key = ""
        self._strips: list[Strip] | None = None

    @property
    def text(self) -> Content:
        """The text shown."""
        return self._text

    def show(self, text: Content, key: str) -> None:
        """Show a text, made by `widgets.safe`; one with another key is shown from its beginning."""
        if text.is_same(self._text) and key == self._key:
            return
        if key != self._key:
            self.scroll_to(y=0, animate=False)
        self._text, self._key = text, key
        self._lay_out()

    def _lay_out(self) -> None:
        """Wrap the text anew. While it fits, its height is that of the pane: a change of it would cost a layout."""
        region = self.scrollable_content_region
        self._strips = Visual.to_strips(self, self._text, max(1, region.width), None, self.visual_style, pad=True)
        self.virtual_size = Size(1, max(len(self._strips), region.height))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap for another width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget the colours: the theme changed."""
        super().notify_style_update()
        self._strips = None

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        if self._strips is None:
            self._lay_out()
        line = y + self.scroll_offset.y
        if self._strips is None or line >= len(self._strips):
            return Strip.blank(self.size.width, self.rich_style)
        return self._strips[line]
