"""The line that says how a screen is shown."""

from textual.content import Content
from textual.widget import Widget


class ViewLine(Widget, can_focus=False):
    """One line: what is typed to narrow the view or what there is to say about it, and on the right how it is shown."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ViewLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $text-muted;
    }
    """

    def __init__(self) -> None:
        """A line that says nothing yet."""
        super().__init__()
        self._left, self._right = Content(""), Content("")

    def show(self, left: Content, right: Content) -> None:
        """Say something else; the left gives way where there is no room for both."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Left and right at the ends of the line."""
        width = self.content_size.width
        room = width - self._right.cell_length - 2
        if self._left.cell_length > room:
            # What was typed, and what is said about it, matters more than the order of the cards.
            return self._left.truncate(width, ellipsis=True)
        return Content.assemble(self._left, " " * (room + 2 - self._left.cell_length), self._right)
