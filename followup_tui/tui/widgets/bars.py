"""The two lines that frame every screen: where one is and how things stand above, the keys of the place below."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from followup_tui.tui.widgets.declared import in_declared_order, key_shown
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS, Urgency


class Place(NamedTuple):
    """A screen one can switch to by a key; with `counts`, what is overdue and due stands beside its name."""

    key: str
    name: str
    counts: bool = False


class Standing(Protocol):
    """What the header tells: the date, and how many follow-ups are overdue and due."""

    @property
    def now(self) -> datetime:
        """This moment in the user's zone."""

    @property
    def overdue(self) -> int:
        """How many follow-ups are overdue."""

    @property
    def due(self) -> int:
        """How many are due."""


class PlaceBar(Widget, can_focus=False):
    """The header: the places with their keys, the date, what is overdue and due."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PlaceBar {
        height: 1;
        dock: top;
        background: $panel;
        color: $foreground;
        padding: 0 1;
    }
    """

    def __init__(self, places: Sequence[Place], current: str) -> None:
        """A header for these places, `current` being the name of the one that is shown."""
        super().__init__()
        self._places = places
        self._current = current
        self._standing: Standing | None = None
        self._ends: list[int] = []
        """Where each place ends in the line that was painted last."""

    def show(self, standing: Standing, places: Sequence[Place]) -> None:
        """Tell another date or other counts, or that the places have other keys."""
        if (standing, places) != (self._standing, self._places):
            self._standing, self._places = standing, places
            self.refresh()

    def render(self) -> Content:
        """The line: as much of it as fits; the counts beside a place are the last to go."""
        left = Content.styled("followup ", "bold")
        self._ends = []
        for place in self._places:
            left = Content.assemble(left, *self._place_parts(place))
            self._ends.append(left.cell_length)
        if self._standing is None:
            return left
        width = self.content_size.width
        for right in self._rights(self._standing):
            gap = width - left.cell_length - right.cell_length
            if gap >= 1:
                return Content.assemble(left, " " * gap, right)
        return left

    def _place_parts(self, place: Place) -> Iterable[tuple[str, str]]:
        style = "bold $block-cursor-foreground on $block-cursor-background" if place.name == self._current else ""
        yield (f" {place.key} {place.name} ", style)
        if place.counts and self._standing is not None:
            yield from ((f"{text.strip()} ", colour) for text, colour in self._counts(self._standing))

    def on_click(self, event: events.Click) -> None:
        """Go to the place that is clicked on; the counts beside it are part of it, the program's name is the first."""
        x = event.get_content_offset_capture(self).x
        for place, end in zip(self._places, self._ends, strict=True):
            if x < end:
                # The app's own affair: a screen that waited here for its own end would wait for ever.
                self.app.call_later(self.app.run_action, f"app.switch_mode('{place.name.lower()}')")
                return

    def _rights(self, standing: Standing) -> Iterable[Content]:
        """What stands on the right, from the whole to the least."""
        date = f"{standing.now:%a} {standing.now.day} {standing.now:%b}"
        yield Content.assemble(date, *self._counts(standing, in_words=True))
        yield Content(date)

    @staticmethod
    def _counts(standing: Standing, *, in_words: bool = False) -> list[tuple[str, str]]:
        counts: tuple[tuple[Urgency, int], ...] = (("overdue", standing.overdue), ("due", standing.due))
        parts = []
        for urgency, count in counts:
            if count:
                text = f" · {count} {urgency}" if in_words else f" {SYMBOLS[urgency]}{count}"
                parts.append((text, COLOURS[urgency]))
        return parts


class _Spot(NamedTuple):
    """Where in the footer a key stands."""

    start: int
    end: int
    key: str


_GAP = 2
_SHOWS_ALL = "app.keys"


class _Entry(NamedTuple):
    """A key in the footer: how it is written, what it does, and how many cells that takes."""

    action: str
    key: str
    shown: str
    description: str
    width: int


class KeyBar(Widget, can_focus=False):
    """The footer: the keys of the place one is in, those that matter most first."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        dock: bottom;
        background: $panel;
        color: $text-muted;
        padding: 0 1;
    }
    """

    def __init__(self, leading: Sequence[str] = ()) -> None:
        """A footer for the screen it stands on: the bindings of the ids `leading` first, then as declared."""
        super().__init__()
        self._leading = {binding_id: place for place, binding_id in enumerate(leading)}
        self._spots: list[_Spot] = []
        self._entries: list[_Entry] = []
        """What there was to show when the line was last painted."""

    def on_mount(self) -> None:
        """Follow the screen's keys as they come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        # It is told at every move of a cursor, and few of those change what the keys do.
        if list(self._keys()) != self._entries:
            self.refresh()

    def render(self) -> Content:
        """The line: whole keys only, as many as fit; the one that shows all keys is always among them."""
        self._spots.clear()
        parts: list[Content | str | tuple[str, str]] = []
        used = 0
        for entry in self._fitting(self.content_size.width):
            gap = _GAP if parts else 0
            parts += [" " * gap, (entry.shown, "bold $text-accent"), f" {entry.description}"]
            self._spots.append(_Spot(used + gap, used + gap + entry.width, entry.key))
            used += gap + entry.width
        return Content.assemble(*parts)

    def _fitting(self, room: int) -> list["_Entry"]:
        """The first keys that fit, and behind them the one that shows all, if not all of them do."""
        entries = self._entries = list(self._keys())
        if sum(entry.width + _GAP for entry in entries) - _GAP <= room:
            return entries
        last = [entry for entry in entries if entry.action == _SHOWS_ALL]
        room -= sum(entry.width + _GAP for entry in last)
        fitting: list[_Entry] = []
        for entry in entries:
            if entry not in last:
                room -= entry.width + (_GAP if fitting else 0)
                if room < 0:
                    break
                fitting.append(entry)
        return [*fitting, *last]

    def _keys(self) -> Iterable["_Entry"]:
        """One entry for each action that is shown and available."""
        seen = set()
        bindings = [binding for _, binding in in_declared_order(self.screen.active_bindings.values())]
        bindings.sort(key=lambda binding: self._leading.get(binding.id or "", len(self._leading)))
        for binding in bindings:
            if binding.show and binding.action not in seen:
                seen.add(binding.action)
                shown = key_shown(self.app, binding)
                width = Content(shown).cell_length + 1 + len(binding.description)
                yield _Entry(binding.action, binding.key, shown, binding.description, width)

    def on_click(self, event: events.Click) -> None:
        """A key that is clicked on is pressed."""
        x = event.get_content_offset_capture(self).x
        for spot in self._spots:
            if spot.start <= x < spot.end:
                self.app.simulate_key(spot.key)
