"""Pictures of a window: as SVG that is small and the same on every run, as text, and as cells with their colours."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from textual.app import App

_CELL_WIDTH = 12.2
_CELL_HEIGHT = 24.4
_FONT = "20.26px 'DejaVu Sans Mono',Menlo,Consolas,monospace"  # at this size a cell is as wide as Rich says
_CLASS = re.compile(r"\.terminal-\d+-r(\d+) \{ ([^}]*) \}")
_RECT = re.compile(r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')
_TEXT = re.compile(
    r'<text class="terminal-\d+-r(\d+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"[^>]*>([^<]*)</text>'
)
_SPACE = "&#160;"


class Run(NamedTuple):
    """A stretch of a row that looks the same; `x` and `width` are in cells."""

    x: int
    width: int
    style: str
    text: str = ""


def svg_of(app: App[Any]) -> str:
    """The window as SVG: what `export_screenshot` gives, without what is no content.

    Rich names its styles after a number that changes with every run, brings fonts from the net, a frame, and a clip
    path for every line. What is left is one line of text for each row of the window.
    """
    raw = app.export_screenshot(title="followup", simplify=True)
    columns, rows = app.size
    classes = dict(_CLASS.findall(raw))
    paper = f"#{app.screen.styles.background.hex[1:7].lower()}"
    width, height = columns * _CELL_WIDTH, rows * _CELL_HEIGHT
    body: list[str] = []
    used: dict[str, str] = {}
    backgrounds, texts = _backgrounds(raw), _texts(raw)
    for row in range(rows):
        y = row * _CELL_HEIGHT
        line = [
            f'<path d="M{_number(run.x * _CELL_WIDTH)} {_number(y)}h{_number(run.width * _CELL_WIDTH)}v24.6'
            f'H{_number(run.x * _CELL_WIDTH)}" fill="{run.style}"/>'
            for run in _merged(backgrounds.get(row, []))
            if run.style != paper
        ]
        for run in _merged(texts.get(row, [])):
            name = used.setdefault(classes[run.style], f"{chr(97 + len(used) % 26)}{len(used) // 26 or ''}")
            at = f'class="{name}" x="{_number(run.x * _CELL_WIDTH)}" y="{_number(y + 18.5)}"'
            line.append(f'<text {at} textLength="{_number(run.width * _CELL_WIDTH)}">{run.text}</text>')
        if line:
            body.append("".join(line))
    styles = "".join(f".{name}{{{style.replace(': ', ':').rstrip(';')}}}" for style, name in used.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}">',
            f"<style>text{{font:{_FONT}}}{styles}</style>",
            f'<rect width="100%" height="100%" rx="8" fill="{paper}"/>',
            *body,
            "</svg>\n",
        ]
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _backgrounds(raw: str) -> dict[int, list[Run]]:
    found: dict[int, list[Run]] = {}
    for fill, x, y, width in _RECT.findall(raw):
        run = Run(round(float(x) / _CELL_WIDTH), round(float(width) / _CELL_WIDTH), fill)
        found.setdefault(int(float(y) // _CELL_HEIGHT), []).append(run)
    return found


def _texts(raw: str) -> dict[int, list[Run]]:
    found: dict[int, list[Run]] = {}
    for style, x, y, text in _TEXT.findall(raw):
        shown = text.replace("\n", "")
        stripped = shown.strip()
        while stripped.startswith(_SPACE):
            stripped = stripped.removeprefix(_SPACE)
        start = round(float(x) / _CELL_WIDTH) + shown.index(stripped) // len(_SPACE) if stripped else 0
        while stripped.endswith(_SPACE):
            stripped = stripped.removesuffix(_SPACE)
        if stripped:
            width = cell_len(re.sub(r"&[^;]+;", "x", stripped))
            found.setdefault(round(float(y) / _CELL_HEIGHT - 0.75), []).append(
                Run(start, width, style, re.sub(" +", _kept, stripped.replace(_SPACE, " ")))
            )
    return found


def _kept(blanks: re.Match[str]) -> str:
    """Several blanks as such that no reader of SVG takes for one."""
    return " " if blanks[0] == " " else "\u00a0" * len(blanks[0])


def _merged(runs: list[Run]) -> Iterator[Run]:
    """The runs of a row from left to right, those that touch and look the same as one."""
    last: Run | None = None
    for run in sorted(runs):
        if last is not None and last.style == run.style and last.x + last.width == run.x:
            last = Run(last.x, last.width + run.width, run.style, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


# Text


class Look(NamedTuple):
    """How some cells look: colours as `#rrggbb`, and what is set of bold, underline and the like."""

    ink: str
    paper: str
    attributes: str


def rows_of(app: App[Any]) -> list[list[tuple[str, Look]]]:
    """The window's rows, each as stretches of text with their look; reverse video is turned into its colours."""
    console = Console(width=app.size.width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    # No public way leads to what is on the screen but the one that makes SVG of it.
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert update is not None
    segments = [segment for segment in console.render(update) if not segment.control]
    return [[(segment.text, _look(segment)) for segment in line] for line in Segment.split_lines(segments)]


def _look(segment: Segment) -> Look:
    style = segment.style
    if style is None:
        return Look("default", "default", "")
    ink, paper = (
        colour.get_truecolor().hex if colour is not None else "default" for colour in (style.color, style.bgcolor)
    )
    if style.reverse:
        ink, paper = paper, ink
    names = ("bold", "dim", "italic", "underline", "reverse")
    return Look(ink, paper, " ".join(name for name in names if getattr(style, name)))


def text_of(app: App[Any]) -> str:
    """The window as text, without blanks at the ends of lines."""
    return "\n".join("".join(text for text, _ in row).rstrip() for row in rows_of(app)) + "\n"


def colours_of(app: App[Any]) -> str:
    """The colours of everything that is written in the window, each pair with how many characters have it."""
    counts: Counter[Look] = Counter()
    for row in rows_of(app):
        for text, look in row:
            counts[look] += sum(not letter.isspace() for letter in text)
    lines = [f"{look.ink} on {look.paper} {look.attributes}".rstrip() for look in counts if counts[look]]
    return "\n".join(sorted(lines)) + "\n"
