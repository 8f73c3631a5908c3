"""A list in sections, each below its heading, whose entries are as many lines high as their text needs."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.visual import Visual

from followup_tui.tui.widgets.hanging import unlabelled
from followup_tui.tui.widgets.table_lines import Lines, Segments

_INDENT = 2
_MARGIN = 1


class SectionEntry(NamedTuple):
    """An entry: `key` names it from one list to the next; its texts are from `widgets.safe`.

    `mark` is one cell before it, `indent` how many cells it stands to the right of the others.
    """

    key: str
    text: Content
    mark: Content = Content("")
    indent: int = 0


class Section(NamedTuple):
    """A heading, of one line, with what stands below it: at least one entry, which may say that there is nothing."""

    title: Content
    entries: Sequence[SectionEntry]


class _Block(NamedTuple):
    """An entry with the lines above it, which belong to the heading if it is the first of its section."""

    entry: SectionEntry
    title: Content | None
    gap: bool

    @property
    def above(self) -> int:
        return 0 if self.title is None else 1 + self.gap


class Sections(Lines):
    """The cursor goes from entry to entry, `go_to_section` from section to section; a heading comes into view with it.

    Text is wrapped, never cut.
    """

    # The room for text must not depend on how much text there is.
    DEFAULT_CSS = """
    Sections { scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """A list without any section yet."""
        super().__init__(id=id)
        self._blocks: list[_Block] = []
        self._starts_of_sections: list[int] = []
        self._wrapped: dict[int, list[Segments]] = {}
        self._wrapped_at = 1
        """The width to which the texts are wrapped now."""

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections. The cursor stays on its entry; one that is gone leaves it where it was."""
        self._blocks, self._starts_of_sections = [], []
        for number, section in enumerate(sections):
            self._starts_of_sections.append(len(self._blocks))
            for place, entry in enumerate(section.entries):
                self._blocks.append(_Block(entry, section.title if place == 0 else None, gap=number > 0))
        self._lay_out()

    def _lay_out(self) -> None:
        self._wrapped_at = self._room
        self._wrapped.clear()
        heights = [block.above + len(self._lines_of(index)) for index, block in enumerate(self._blocks)]
        self.replace_rows([block.entry.key for block in self._blocks], heights=heights)

    @property
    def _room(self) -> int:
        return max(1, self.scrollable_content_region.width - _INDENT - _MARGIN)

    def on_resize(self) -> None:
        """Wrap the texts anew where the width changed."""
        if self._room != self._wrapped_at:
            self._lay_out()
        super().on_resize()

    def notify_style_update(self) -> None:
        """Forget the colours: the theme changed."""
        super().notify_style_update()
        self._wrapped.clear()

    # From section to section

    def go_to_section(self, step: int) -> bool:
        """To the first entry of the next section, or of the one before; False if there is none."""
        here = self.cursor or 0
        starts = self._starts_of_sections
        section = max((number for number, start in enumerate(starts) if start <= here), default=0) + step
        if not 0 <= section < len(starts):
            return False
        end = starts[section + 1] if section + 1 < len(starts) else len(self._blocks)
        if step > 0:
            self.go_to(end - 1)  # as much of the section as fits
        self.go_to(starts[section])
        return True

    def go_to_end(self, *, last: bool) -> None:
        """To the first section, or the last."""
        if self._starts_of_sections:
            self.go_to(self._starts_of_sections[-1 if last else 0])

    # Drawing

    def draw(self, index: int, line: int, width: int, cursor: Style | None) -> Segments:
        """A line of an entry, or of the heading above it."""
        block = self._blocks[index]
        if line < block.above:
            return [] if block.title is None or line < block.gap else self._segments(block.title)
        lines = self._lines_of(index)
        line -= block.above
        entry, blank = block.entry, self.rich_style
        mark = self._segments(entry.mark) if line == 0 and entry.mark else []
        gap = Segment(" " * (_INDENT - Segment.get_line_length(mark)), blank)
        segments = [Segment(" " * entry.indent, blank), *mark, gap, *lines[line]]
        rest = width - Segment.get_line_length(segments)
        segments.append(Segment(" " * max(0, rest), blank))
        if cursor is not None:
            segments = [Segment(text, (style or Style()) + cursor) for text, style, _ in segments]
        return segments

    def _lines_of(self, index: int) -> list[Segments]:
        """The lines of an entry's text, wrapped."""
        lines = self._wrapped.get(index)
        if lines is None:
            entry = self._blocks[index].entry
            width = max(1, self._wrapped_at - entry.indent)
            strips = Visual.to_strips(self, unlabelled(entry.text), width, None, self.visual_style)
            lines = self._wrapped[index] = [list(strip) for strip in strips]
        return lines

    def _segments(self, text: Content) -> Segments:
        """A text of one line, as wide as it is."""
        return list(Visual.to_strips(self, text, text.cell_length, 1, self.visual_style)[0])

    def draw_header(self, width: int) -> Segments:
        """There is no header."""
        return [Segment(" " * width, self.rich_style)]
