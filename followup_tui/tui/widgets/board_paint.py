"""How the board looks: each visible piece of a column as segments of exactly its width."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache

from followup_tui.domain.text import visible
from followup_tui.tui.widgets.board_layout import CARD_LINES, Slot, thumb
from followup_tui.tui.widgets.board_model import Card, Column
from followup_tui.tui.widgets.board_state import BoardState
from followup_tui.tui.widgets.cells import fit, fit_with_end, fit_words, pad, shorter
from followup_tui.tui.widgets.urgency import SYMBOLS, Urgency

STAR = "★"
BAR = "▌"
_LINES_KEPT = 4096
_NARROWEST, _NARROWEST_STRIP = 8, 3
"""Columns narrower than this stay blank: a terminal may be one cell wide."""

Segments = list[Segment]


class Palette(NamedTuple):
    """The styles of the board's parts, taken from its component classes."""

    blank: Style
    border: Style
    thumb: Style
    title: Style
    title_current: Style
    alarm: Style
    target: Style
    more: Style
    company: Style
    role: Style
    stars: Style
    tags: Style
    hint: Style
    cursor: Style
    urgency: dict[Urgency, Style]


class Lights(NamedTuple):
    """What is lit up in a column: the cursor's column, its card's row, and whether a dragged card would land here."""

    current: bool = False
    row: int = -1
    target: bool = False


class BodyLine(NamedTuple):
    """Which line between the borders is drawn, how far the column is scrolled, and how many lines there are."""

    line: int
    offset: int
    height: int


class Painter:
    """Draws columns and cards with one palette. Cards drawn before at the same width are taken from a cache."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._cards: LRUCache[tuple[Card, int, bool], list[Segments]] = LRUCache(_LINES_KEPT)

    def line(self, state: BoardState, y: int) -> Segments:
        """One line of the whole board."""
        segments: Segments = []
        for slot in state.slots:
            if slot.width < (_NARROWEST_STRIP if slot.folded else _NARROWEST):
                segments.append(Segment(" " * slot.width, self.palette.blank))
                continue
            column = state.columns[slot.column]
            current = slot.column == state.place.column
            lights = Lights(current, state.place.row if current else -1, target=column.id == state.target)
            if y == 0:
                segments += self._top(slot, column, lights)
            elif y > state.body_height:
                segments += self._bottom(slot, lights, *_out_of_view(state, slot))
            else:
                place = BodyLine(y - 1, state.offset(slot.column), state.body_height)
                segments += self._body(slot, column, lights, place)
        return segments

    def _top(self, slot: Slot, column: Column, lights: Lights) -> Segments:
        """The upper border with the column's title, its count and how many are overdue."""
        p = self.palette
        left, line, right = ("╔", "═", "╗") if lights.target else ("╭", "─", "╮")
        edge = p.target if lights.target else p.border
        if slot.folded:
            return [Segment(left + line * slot.inner + right, edge)]
        title, alarm = _title(column, slot.inner)
        rest = slot.inner - cell_len(title) - cell_len(alarm)
        style, alarm_style = (p.title_current, p.title_current) if lights.current else (p.title, p.alarm)
        segments = [Segment(left, edge), Segment(title, style), Segment(alarm, alarm_style)]
        return [*segments, Segment(line * rest + right, edge)]

    def _bottom(self, slot: Slot, lights: Lights, before: str, after: str) -> Segments:
        """The lower border, with what is out of view to the left or to the right of the board."""
        p = self.palette
        left, line, right = ("╚", "═", "╝") if lights.target else ("╰", "─", "╯")
        edge = p.target if lights.target else p.border
        before, after = (f" {text} " if text else "" for text in (before, after))
        if cell_len(before) + cell_len(after) > slot.inner:
            before, after = before[1:2], after[-2:-1]  # the arrows
        rest = slot.inner - cell_len(before) - cell_len(after)
        segments = [Segment(left, edge), Segment(before, p.more), Segment(line * rest, edge), Segment(after, p.more)]
        return [*segments, Segment(right, edge)]

    def _body(self, slot: Slot, column: Column, lights: Lights, place: BodyLine) -> Segments:
        """One line between the borders."""
        p = self.palette
        side = "║" if lights.target else "│"
        edge = p.target if lights.target else p.border
        thumbs = thumb(column, place.offset, place.height)
        right = Segment("┃", p.thumb) if place.line in thumbs and not slot.folded else Segment(side, edge)
        if slot.folded:
            inside = [self._strip(slot, column, place)]
        elif not column.cards:
            inside = [self._hint(slot, column, place.line)]
        else:
            inside = self._card_line(slot, column, lights, place.line + place.offset)
        return [Segment(side, edge), *inside, right]

    def _card_line(self, slot: Slot, column: Column, lights: Lights, line: int) -> Segments:
        row, part = divmod(line, CARD_LINES)
        if row >= len(column.cards) or part == CARD_LINES - 1:
            return [Segment(" " * slot.inner, self.palette.blank)]
        return self._card(column.cards[row], slot.inner, at_cursor=row == lights.row)[part]

    def _card(self, card: Card, width: int, *, at_cursor: bool) -> list[Segments]:
        key = (card, width, at_cursor)
        lines = self._cards.get(key)
        if lines is None:
            lines = self._cards[key] = self._draw_card(card, width, at_cursor=at_cursor)
        return lines

    def _draw_card(self, card: Card, width: int, *, at_cursor: bool) -> list[Segments]:
        """The three lines of a card. At the cursor all texts share one style, so that it stands out in any theme."""
        p = self.palette
        urgency = p.urgency[card.urgency]
        bar = Segment(BAR, p.cursor + Style(color=urgency.color) if at_cursor else urgency)
        room = max(0, width - 2)
        texts = (
            _two(visible(card.company), p.company, STAR * card.priority, p.stars, room),
            _two(visible(card.role), p.role, _tags(card, room), p.tags, room),
            [Segment(pad(_step(card, room), room), urgency)],
        )
        margin = Segment(" ", p.cursor if at_cursor else p.blank)
        return [
            [bar, *(Segment(text, p.cursor if at_cursor else style) for text, style, _ in line), margin]
            for line in texts
        ]

    def _hint(self, slot: Slot, column: Column, line: int) -> Segment:
        """A line of what an empty column says, centred, wrapped at words."""
        lines = _wrap(visible(column.hint), slot.inner - 2)
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        indent = (slot.inner - cell_len(text)) // 2
        return Segment(pad(" " * indent + text, slot.inner), self.palette.hint)

    def _strip(self, slot: Slot, column: Column, place: BodyLine) -> Segment:
        """A line of a folded column: its title from top to bottom, and its count in the last lines."""
        count = str(len(column.cards))
        if place.line >= place.height - len(count):
            return Segment(pad(count[place.line - place.height], slot.inner), self.palette.title)
        letters = visible(column.title)[: max(0, place.height - len(count) - 1)]
        letter = letters[place.line] if place.line < len(letters) else " "
        return Segment(pad(letter, slot.inner), self.palette.title)


def _out_of_view(state: BoardState, slot: Slot) -> tuple[str, str]:
    """What to say at the edges of the board: the columns to the left of the first slot, to the right of the last."""
    first, last = state.slots[0], state.slots[-1]
    before = _summary(state.columns[: slot.column]) if slot is first else ""
    after = _summary(state.columns[slot.column + 1 :]) if slot is last else ""
    return f"‹ {before}" if before else "", f"{after} ›" if after else ""


def _title(column: Column, width: int) -> tuple[str, str]:
    """A column's title with its count, and how many are overdue, both with the spaces around them."""
    name, count = visible(column.title), len(column.cards)
    alarm = f"{SYMBOLS['overdue']}{column.overdue} " if column.overdue else ""
    roomy = f" {name} · {count} "
    if cell_len(roomy) + cell_len(alarm) <= width:
        return roomy, alarm
    alarm = alarm.rstrip()
    tight = f" {count}" + (" " if alarm else "")
    return fit(name, width - cell_len(tight) - cell_len(alarm)) + tight, alarm


def _summary(columns: Sequence[Column]) -> str:
    """What is out of view: how many columns, cards, and overdue cards ("2 ·6 ‼1"); empty where nothing is."""
    if not columns:
        return ""
    overdue = sum(column.overdue for column in columns)
    cards = sum(len(column.cards) for column in columns)
    return f"{len(columns)} ·{cards}" + (f" {SYMBOLS['overdue']}{overdue}" if overdue else "")


def _step(card: Card, width: int) -> str:
    """The next step with its symbol, in the longest wording that fits."""
    symbol, long = SYMBOLS[card.urgency], visible(card.next)
    brief = visible(card.brief) or long
    for text in (long, brief, *shorter(brief)):
        if cell_len(f"{symbol} {text}") <= width:
            return f"{symbol} {text}"
    return fit_with_end(f"{symbol} {brief}", width)


def _tags(card: Card, width: int) -> str:
    """The tags, where the role leaves room for all of them."""
    tags = " ".join(f"#{visible(tag)}" for tag in card.tags)
    return tags if cell_len(visible(card.role)) + 1 + cell_len(tags) <= width else ""


def _two(start: str, start_style: Style, end: str, end_style: Style, width: int) -> Segments:
    """Two texts at the ends of a line."""
    room = width - cell_len(end)
    start = pad(fit_words(start, room - 1 if end else room), room)
    return [Segment(start, start_style), Segment(end, end_style)]


def _wrap(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most `width` cells; a longer word is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(fit(word, width))
    return lines
