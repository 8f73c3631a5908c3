"""The table of all keys, `tests/data/keys.txt`: where a key is pressed, which binding it is, what must change."""

import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from followup_tui.desk.desk import Desk
from followup_tui.desk.history import last_steps
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.keymap import place_words
from followup_tui.tui.widgets.pick import Pick
from tests.pictures import text_of
from tests.tui.demo_window import press
from tests.tui.quiet import DEADLINE_S
from tests.tui.scenes import FULL_SIZE

_FILE = Path(__file__).parents[1] / "data" / "keys.txt"
_SIZES = {"60×20": (60, 20), "40×10": (40, 10)}
_WAY_THERE = "-"
_SILENT = "="


class Row(NamedTuple):
    """A key, the id of the binding that it is (none for the way to the next one), and what must change."""

    key: str
    id: str
    must: str
    line: int


class Visit(NamedTuple):
    """What is gone through in one window, row by row.

    `place` is called as `tui.keymap` calls it; `silent` are ids of bindings, or beginnings of such, that it reckons
    with there though nothing hears them, and `elsewhere` those that another file has the test of: each has its reason.
    """

    place: str
    title: str
    book: str
    size: tuple[int, int]
    rows: tuple[Row, ...] = ()
    silent: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


class Seen(NamedTuple):
    """What there is to be seen of a window, and of its book."""

    front: str
    focus: str
    at: str
    scroll: int
    typed: str
    text: str
    steps: tuple[str, ...]
    is_left: bool


def read_table(path: Path = _FILE) -> list[Visit]:
    """The visits in the order of the file. Raises ValueError for a row that says nothing that can be seen."""
    visits: list[Visit] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("["):
            title = line.strip("[] ")
            place, _, rest = title.partition(":")
            book = "empty" if "empty" in rest else "demo"
            size = next((size for words, size in _SIZES.items() if words in rest), FULL_SIZE)
            visits.append(Visit(place, title, book, size))
        elif line.startswith(_SILENT):
            _, name, reason = line.split(maxsplit=2)
            if "tests/" in reason:
                visits[-1] = visits[-1]._replace(elsewhere=(*visits[-1].elsewhere, name))
            else:
                visits[-1] = visits[-1]._replace(silent=(*visits[-1].silent, name))
        elif line.strip() and not line.startswith("#"):
            visits[-1] = visits[-1]._replace(rows=(*visits[-1].rows, *_rows(line, number)))
    return visits


def _rows(line: str, number: int) -> Iterator[Row]:
    if line.startswith(_WAY_THERE):
        for key in _split(line[1:]):
            yield Row(key, "", "", number)
        return
    key, name, must = line.split(maxsplit=2)
    if must.partition(" ")[0] not in _MUSTS:
        raise ValueError(f"line {number}: {must!r} says nothing that can be seen")
    yield Row(key, name, must, number)


def _split(keys: str) -> Iterable[str]:
    """Keys are apart by a blank; what is typed stands behind `…` up to a `|`."""
    for part in keys.split("|"):
        head, typed, text = part.partition("…")
        yield from head.split()
        if typed:
            yield f"…{text}"


class Gone(NamedTuple):
    """How a visit went: what did not do what it must, and all that could be heard at the place on the way."""

    failed: tuple[str, ...]
    heard: frozenset[str]


async def go_through(pilot: Pilot[Any], visit: Visit, arrived: Callable[[], Awaitable[None]]) -> Gone:
    """Press the keys of a visit; `arrived` is awaited where the first of them is to be pressed."""
    failed: list[str] = []
    heard: set[str] = set()
    has_arrived = False
    for row in visit.rows:
        if row.must and not has_arrived:
            has_arrived = True
            await arrived()
        if is_at(pilot.app, visit.place):
            heard.update(_heard(pilot.app))
        before = await see(pilot.app, row.must)
        await press(pilot, [row.key])
        if row.must and not fulfils(row.must, before, await seen_when(pilot, row.must, before)):
            failed.append(f"line {row.line}: {row.key} ({row.id}) must: {row.must}")
    return Gone(tuple(failed), frozenset(heard))


def is_at(app: App[Any], place: str) -> bool:
    """Whether a place is in front."""
    return place_words(type(app.screen)) == place


def _heard(app: App[Any]) -> Iterator[str]:
    """The ids of what a key would do now, without keys that a field takes for itself."""
    focused = app.screen.focused
    for key, active in app.screen.active_bindings.items():
        taken = focused is not None and focused.check_consume_key(key, key_to_character(key))
        if active.binding.id and active.enabled and (active.binding.priority or not taken):
            yield active.binding.id


async def seen_when(pilot: Pilot[Any], must: str, before: Seen) -> Seen:
    """Look at a window till what must change did; what comes from another program or thread may take a moment."""
    end = time.monotonic() + DEADLINE_S
    while not fulfils(must, before, seen := await see(pilot.app, must)) and time.monotonic() < end:
        await pilot.pause(0.01)
    return seen


def more_to_import(home: Path) -> None:
    """A file that asks more than one thing and is longer than a small window."""
    people = [f"Ana Ruiz,Globex {at},ana@globex{at}.com\nAna Ruiz,Globex {at},ana@home{at}.org\n" for at in range(8)]
    (home / "more.csv").write_text(f"Name,Company,Email\n{''.join(people)}", encoding="utf-8")


async def see(app: Any, must: str = "") -> Seen:
    """Look at a window; at its text only for what must change there, since that takes as long as all else."""
    assert isinstance(app, FollowupApp)
    screen = app.screen
    focus = screen.focused
    widgets: list[Widget] = [*([focus] if focus else []), *screen.walk_children(Widget)]
    return Seen(
        type(screen).__name__,
        focus.id or str(focus.border_title or type(focus).__name__) if focus else "",
        next((at for widget in widgets if (at := _at(widget))), ""),
        sum(widget.scroll_offset.y for widget in widgets),
        "|".join(_typed(widget) for widget in widgets),
        " ".join(text_of(app).split()) if must.startswith(("shows", "hides")) else "",
        await app.services.desk.ask(_steps),
        app._exit,  # nothing public tells it before the window is gone
    )


def _steps(desk: Desk) -> tuple[str, ...]:
    return tuple(f"{step.label} " for step in last_steps(desk) if step.reach)


def _at(widget: Widget) -> str:
    """What is at the cursor of a list, or its number."""
    found = getattr(widget, "highlighted", None)
    for named in (getattr(found, "id", None), getattr(found, "key", None), found):
        if isinstance(named, str | int):
            return str(named)
    cursor = getattr(widget, "cursor", None)
    return str(cursor) if isinstance(cursor, int) else ""


def _typed(widget: Widget) -> str:
    if isinstance(widget, Input | Pick):
        return widget.value
    return widget.text if isinstance(widget, TextArea) else ""


_MUSTS: dict[str, Callable[[str, Seen, Seen], bool]] = {
    # Another screen or dialog is in front, this one.
    "front": lambda text, before, after: before.front != after.front == text,
    # Something else has the focus, this.
    "focus": lambda text, before, after: before.focus != after.focus and text in after.focus,
    # The cursor is on something else, this.
    "at": lambda text, before, after: before.at != after.at == text,
    # The book was changed by this step, which is the last one; or it is no more.
    "book": lambda text, before, after: len(after.steps) > len(before.steps) and text in after.steps[0],
    "unbook": lambda text, before, after: len(after.steps) < len(before.steps) and text in before.steps[0],
    # A field holds this, and did not.
    "typed": lambda text, before, after: text in after.typed and text not in before.typed,
    # The screen shows this, and did not; or no longer.
    "shows": lambda text, before, after: text in after.text and text not in before.text,
    "hides": lambda text, before, after: text in before.text and text not in after.text,
    # What is too long for its place went on, or back.
    "scrolls": lambda text, before, after: (
        (after.scroll > before.scroll) if text == "on" else after.scroll < before.scroll
    ),
    # The window is left.
    "leaves": lambda _, before, after: after.is_left and not before.is_left,
}
"""What must change, by its first word; the text behind it says what."""


def fulfils(must: str, before: Seen, after: Seen) -> bool:
    """Whether what must change did."""
    word, _, text = must.partition(" ")
    return _MUSTS[word](text, before, after)
