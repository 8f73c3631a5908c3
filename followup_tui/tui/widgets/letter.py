"""The body of a message: a field of many lines that underlines what is worth mending, and draws only what changed."""

from collections.abc import Iterable
from itertools import pairwise
from typing import ClassVar, NamedTuple, Self

from rich.text import Text
from textual.cache import LRUCache
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets.text_area import Edit, EditResult

from followup_tui.tui.widgets.fields import SafeTextArea

_ROWS_KEPT = 512


class Mark(NamedTuple):
    """A part of the text that is underlined: from `start` to before `end`, as a finding of `level` asks for."""

    start: int
    end: int
    level: str


class _Looks(NamedTuple):
    """What the look of a row follows from: its line, where in it the row begins and ends, the marks, the width.

    `changing` is what the cursor, a selection or a bracket's partner do to it, in whose line it is.
    """

    line: str
    begin: int
    end: int
    marks: tuple[Mark, ...]
    width: int
    changing: object


class Letter(SafeTextArea):
    """A text area that holds a letter.

    Its marks go with the text as it is edited, till others are set. A row that looks as it did is not drawn again:
    Textual draws every row of a text area anew at every key.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"letter--error", "letter--warning", "letter--hint"}
    DEFAULT_CSS = """
    Letter {
        & .letter--error { color: $text-error; text-style: underline bold; }
        & .letter--warning { color: $text-warning; text-style: underline; }
        & .letter--hint { text-style: underline; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - as every widget of Textual's
        """A field with this text; `tab` is left to the screen."""
        self._marks: tuple[Mark, ...] = ()
        self._marked_text = ""
        self._by_line: dict[int, tuple[Mark, ...]] | None = {}
        self._strips: LRUCache[_Looks, Strip] = LRUCache(_ROWS_KEPT)
        self._drawn: list[_Looks | None] = []
        super().__init__(text, id=id, tab_behavior="focus")

    # Marks

    def mark(self, marks: Iterable[Mark], text: str) -> None:
        """Underline these parts, which were found in `text`: where it was edited since, they are moved."""
        self._marks, self._marked_text, self._by_line = tuple(marks), text, None
        # Textual's own cache of rows knows nothing of marks.
        super().notify_style_update()
        self.refresh()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks where they are now; what was edited inside is no longer marked."""
        text = self.text
        if text != self._marked_text:
            self._marks, self._marked_text = moved(self._marks, self._marked_text, text), text
        return self._marks

    def _marks_of(self, line: int) -> tuple[Mark, ...]:
        """The marks within a line of the document, as columns of it."""
        if self._by_line is None:
            self._by_line = self._lay_out_marks()
        return self._by_line.get(line, ())

    def _lay_out_marks(self) -> dict[int, tuple[Mark, ...]]:
        laid_out: dict[int, tuple[Mark, ...]] = {}
        marks = self.marks
        begin = 0
        for number, line in enumerate(self.document.lines if marks else ()):
            end = begin + len(line)
            here = [mark for mark in marks if mark.start < end and mark.end > begin]
            if here:
                laid_out[number] = tuple(
                    Mark(max(mark.start - begin, 0), min(mark.end - begin, len(line)), mark.level) for mark in here
                )
            begin = end + 1
        return laid_out

    # Edits

    def load_text(self, text: str) -> None:
        """Put another text in, for good."""
        super().load_text(text)
        self._by_line = None

    def edit(self, edit: Edit) -> EditResult:
        """Change the document."""
        self._by_line = None
        return super().edit(edit)

    def undo(self) -> None:
        """Take back the last edits that belong together."""
        super().undo()
        self._by_line = None

    def redo(self) -> None:
        """Do again what was taken back."""
        super().redo()
        self._by_line = None

    # Drawing

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, with what is marked in it; what is worse is drawn over what is less."""
        line = super().get_line(line_index)
        for mark in reversed(self._marks_of(line_index)):
            line.stylize(self.get_component_rich_style(f"letter--{mark.level}", partial=True), mark.start, mark.end)
        return line

    def notify_style_update(self) -> None:
        """Colours or sizes changed: nothing looks as it did."""
        super().notify_style_update()
        self._strips.clear()
        self._drawn.clear()
        self.refresh()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be drawn anew: where nothing else was asked for, only the rows that look other than they did."""
        if regions or layout or recompose or not self.is_mounted or not self._drawn:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        changed = [y for y, looks in enumerate(self._looks()) if y >= len(self._drawn) or looks != self._drawn[y]]
        width = self.size.width
        return super().refresh(*(Region(0, y, width, 1) for y in changed), repaint=repaint)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows, having looked what is to be on each."""
        self._drawn = self._looks()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row: as it was drawn before, unless the cursor, the selection or a bracket's partner is in its line."""
        looks = self._drawn[y] if y < len(self._drawn) else None
        if looks is None or looks.changing:
            return super().render_line(y)
        strip = self._strips.get(looks)
        if strip is None:
            strip = self._strips[looks] = super().render_line(y)
        return strip

    def _looks(self) -> list[_Looks | None]:
        """What makes up the look of each row in view; None for one below the text."""
        document, width = self.document, self.scrollable_content_region.width
        selection, bracket = self.selection, self.matching_bracket_location
        changing = (selection, bracket, self.has_focus)
        places = self._places_in_view()
        rows: list[_Looks | None] = []
        for place, following in pairwise(places):
            if place is None:
                rows.append(None)
                continue
            number, column = place
            line = document.get_line(number)
            end = following[1] if following is not None and following[0] == number else len(line)
            changes = selection.contains_line(number) or (bracket is not None and bracket[0] == number)
            rows.append(_Looks(line, column, end, self._marks_of(number), width, changing if changes else None))
        return rows

    def _places_in_view(self) -> list[tuple[int, int] | None]:
        """Where in the document each row in view begins, and the one after; None for one below the text."""
        wrapped, top = self.wrapped_document, self.scroll_offset.y
        return [
            wrapped.offset_to_location(Offset(0, row)) if row < wrapped.height else None
            for row in range(top, top + self.content_size.height + 1)
        ]


def moved(marks: Iterable[Mark], before: str, after: str) -> tuple[Mark, ...]:
    """The marks of one text in another that came of it by one edit; those in the midst of the edit are gone."""
    begin = _alike(before, after)
    longest = min(len(before), len(after)) - begin
    end = len(before) - min(_alike(before[::-1], after[::-1]), longest)
    shift = len(after) - len(before)
    return tuple(
        mark if mark.end <= begin else Mark(mark.start + shift, mark.end + shift, mark.level)
        for mark in marks
        if mark.end <= begin or mark.start >= end
    )


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
