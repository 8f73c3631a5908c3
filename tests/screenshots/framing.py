"""Pictures for a page: as `svg_of` makes them, with room around them and without need of any font for lines.

A page shows them as images, by whatever monospace font its reader has. So lines, bars and blocks are drawn, every other
symbol has its cell to itself, and text is stretched to the cells that it takes in the window.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Final, NamedTuple

from rich.cells import cell_len

_WIDTH, _HEIGHT = 12.2, 24.4
_MARGIN = 14.0
_BASELINE = 18.5
_BORDER = "#7f8c9b"
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PAPER = re.compile(r'<rect width="100%" height="100%" rx="8" fill="(#\w+)"/>')
_STYLE = re.compile(r"<style>(.*)</style>")
_CLASS = re.compile(r"\.(\w+)\{([^}]*)\}")
_INK = re.compile(r"fill:(#\w+)")
_TEXT = re.compile(r'<text class="(\w+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+">([^<]*)</text>')
_PATH = re.compile(r"<path [^>]*/>")
# From the arrows on, a symbol may come from another font and be of any width.
_FIRST_SYMBOL: Final = "\u2190"

_ARMS: Final = {
    "─": "lr",
    "━": "LR",
    "╸": "L",
    "╺": "R",
    "│": "ud",
    "╭": "rd",
    "╮": "ld",
    "╰": "ru",
    "╯": "lu",
}
"""Where lines lead from the middle of the cell: left, right, up, down, in capitals when they are thick."""

_BLOCKS: Final = {
    "▔": (0.0, 0.0, 1.0, 0.125),
    **{chr(0x2580 + eighths): (0.0, 1 - eighths / 8, 1.0, eighths / 8) for eighths in range(1, 9)},
    **{chr(0x2590 - eighths): (0.0, 0.0, eighths / 8, 1.0) for eighths in range(1, 8)},
}
"""What part of the cell is filled: x, y, width and height."""


class _Cell(NamedTuple):
    """A character where it stands; `x` and `y` are in the picture's own units, `wide` is in cells."""

    style: str
    x: float
    y: float
    text: str
    wide: int


class _Run(NamedTuple):
    """A stretch of text that is set as one."""

    style: str
    x: float
    y: float
    text: str
    wide: int


def framed(svg: str, title: str) -> str:
    """A picture of `svg_of` for a page, called `title`."""
    seen, paper, style = _VIEW.search(svg), _PAPER.search(svg), _STYLE.search(svg)
    assert seen is not None
    assert paper is not None
    assert style is not None
    width, height = (float(side) + 2 * _MARGIN for side in seen.groups())
    inks = {name: ink[1] for name, rules in _CLASS.findall(style[1]) if (ink := _INK.search(rules)) is not None}
    cells = [cell for text in _TEXT.findall(svg) for cell in _cells(*text)]
    size = f'width="{_number(width)}" height="{_number(height)}"'
    edge = _number(-_MARGIN)
    view = f'viewBox="{edge} {edge} {_number(width)} {_number(height)}"'
    border = f'fill="{paper[1]}" stroke="{_BORDER}" stroke-width="2" rx="10"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>',
            f"<title>{escape(title)}</title>",
            f"<style>{style[1]}</style>",
            f'<rect x="{edge}" y="{edge}" width="100%" height="100%" {border}/>',
            # Rows of one colour join without a seam.
            f'<g shape-rendering="crispEdges">{"".join(_PATH.findall(svg))}</g>',
            *_lines(cells, inks),
            *map(_set, _runs(cells)),
            "</svg>\n",
        ]
    )


def _cells(style: str, x: str, y: str, text: str) -> Iterator[_Cell]:
    at = float(x)
    for character in unescape(text):
        wide = cell_len(character)
        yield _Cell(style, at, float(y) - _BASELINE, character, wide)
        at += wide * _WIDTH


# Lines and blocks


def _is_drawn(cell: _Cell) -> bool:
    return cell.text in _ARMS or cell.text in _BLOCKS or cell.text == "⏸"


def _lines(cells: Iterable[_Cell], inks: dict[str, str]) -> Iterator[str]:
    """The lines of each colour as one path, thin ones and thick ones, and what is filled as another."""
    thin: dict[str, list[str]] = {}
    thick: dict[str, list[str]] = {}
    filled: dict[str, list[str]] = {}
    for cell in filter(_is_drawn, cells):
        ink = inks[cell.style]
        if cell.text in _BLOCKS:
            filled.setdefault(ink, []).append(_block(cell, *_BLOCKS[cell.text]))
        elif cell.text == "⏸":
            filled.setdefault(ink, []).extend(_block(cell, x, 0.28, 0.18, 0.46) for x in (0.24, 0.58))
        else:
            arms = _ARMS[cell.text]
            (thick if arms.isupper() else thin).setdefault(ink, []).append(_arms(cell, arms.lower()))
    for ink, parts in filled.items():
        yield f'<path d="{_joined(parts)}" fill="{ink}"/>'
    for width, lines in ((1.4, thin), (3.2, thick)):
        for ink, parts in lines.items():
            yield f'<path d="{_joined(parts)}" fill="none" stroke="{ink}" stroke-width="{width}"/>'


def _block(cell: _Cell, x: float, y: float, width: float, height: float) -> str:
    left, top = cell.x + x * _WIDTH, cell.y + y * _HEIGHT
    across, down = width * _WIDTH, height * _HEIGHT
    return f"M{_number(left)} {_number(top)}h{_number(across)}v{_number(down)}h{_number(-across)}z"


def _arms(cell: _Cell, arms: str) -> str:
    x, y = cell.x + _WIDTH / 2, cell.y + _HEIGHT / 2
    ends = {
        "l": (cell.x, y),
        "r": (cell.x + _WIDTH, y),
        "u": (x, cell.y),
        "d": (x, cell.y + _HEIGHT),
    }
    (x1, y1), (x2, y2) = (ends[arm] for arm in (arms if len(arms) > 1 else f"{arms}{arms}"))
    if len(arms) == 1:
        x2, y2 = x, y
    if x1 == x2:
        return f"M{_number(x1)} {_number(y1)}V{_number(y2)}"
    if y1 == y2:
        return f"M{_number(x1)} {_number(y1)}H{_number(x2)}"
    return f"M{_number(x1)} {_number(y1)}Q{_number(x)} {_number(y)} {_number(x2)} {_number(y2)}"


_STRAIGHT = re.compile(r"M([\d.]+) ([\d.]+)([HV])([\d.]+)")


def _joined(parts: Iterable[str]) -> str:
    """Parts of lines as one text, those that go on in the same direction as one line."""
    joined: list[str] = []
    open_ends: dict[tuple[str, str, str], tuple[int, str]] = {}
    for part in parts:
        straight = _STRAIGHT.fullmatch(part)
        if straight is None:
            joined.append(part)
            continue
        x, y, direction, end = straight.groups()
        start, across = (x, y) if direction == "H" else (y, x)
        before = open_ends.pop((direction, across, start), None)
        index, head = (len(joined), f"M{x} {y}{direction}") if before is None else before
        if before is None:
            joined.append("")
        joined[index] = f"{head}{end}"
        open_ends[direction, across, end] = (index, head)
    return "".join(joined)


# Text


def _runs(cells: Iterable[_Cell]) -> Iterator[_Run]:
    """The text between what is drawn, each symbol by itself, without blanks at the ends."""
    words: list[_Cell] = []
    for cell in cells:
        if words and not _goes_on(words[-1], cell):
            yield from _run(words)
            words = []
        if not _is_drawn(cell):
            words.append(cell)
    yield from _run(words)


def _goes_on(last: _Cell, cell: _Cell) -> bool:
    touches = (cell.style, cell.y) == (last.style, last.y) and abs(last.x + last.wide * _WIDTH - cell.x) < 1
    return touches and max(last.text, cell.text) < _FIRST_SYMBOL


def _run(words: list[_Cell]) -> Iterator[_Run]:
    while words and words[-1].text.isspace():
        words.pop()
    while words and words[0].text.isspace():
        words.pop(0)
    if words:
        text = "".join(cell.text for cell in words)
        yield _Run(words[0].style, words[0].x, words[0].y, text, sum(cell.wide for cell in words))


def _set(run: _Run) -> str:
    at = f'class="{run.style}" x="{_number(run.x)}" y="{_number(run.y + _BASELINE)}"'
    width = f'textLength="{_number(run.wide * _WIDTH)}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {at} {width}>{escape(run.text, quote=False)}</text>"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
