"""Ways other than a letter: which one, and what one needs to know while one does it."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from followup_tui.desk.ways import WayName, Ways
from followup_tui.domain.hours import welcome_words
from followup_tui.domain.records import Material
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.safe import shown

How = Literal["write"] | WayName

_NO_ADDRESS = "their page is not known"


def choose_way(kind: str, ways: Ways, now: datetime) -> Choose[How]:
    """The small choice before a follow-up; enter, on the first, writes."""
    name = ways.first_name
    choices: list[Choice[How]] = [
        Choice("w", f"Write to {name}" if kind != "connect" else f"Write the invitation to {name}", "↵", "write")
    ]
    choices += [_choice(way, kind, ways, now) for way in ways.names]
    return Choose(f"How to reach {ways.contact.name}?", choices)


def _choice(way: WayName, kind: str, ways: Ways, now: datetime) -> Choice[How]:
    name, page = ways.first_name, "opens their page" if ways.page else _NO_ADDRESS
    match way:
        case "call":
            return Choice("c", f"Call {name}", welcome_words(ways.calling, "phone", now), way)
        case "connect":
            text = "Invite without a note" if kind == "connect" else "Connect on LinkedIn"
            return Choice("l", text, page, way)
        case "connected":
            return Choice("a", "Already connected", "they are in your network", way)
        case "comment":
            return Choice("p", f"Comment on something {name} posted", page, way)
        case "material":
            count = len(ways.materials)
            fresh = f"{count} they have not had yet" if count > 1 else ways.materials[0].title
            return Choice("m", "Send an article or accomplishment", fresh, way)
        case "meeting":
            return Choice("e", "Met at an event", "talked in person", way)


def choose_material(materials: Sequence[Material]) -> Choose[Material]:
    """Which of the things they have not had yet."""
    choices = [
        Choice(str(number) if number <= _DIGITS else " ", one.title, one.kind.replace("_", " "), one)
        for number, one in enumerate(materials, 1)
    ]
    return Choose("What to send?", choices)


_DIGITS = 9

_TITLES: dict[WayName, str] = {
    "call": "Call {name}",
    "connect": "Connect with {name}",
    "connected": "Already connected with {name}",
    "comment": "A comment for {name}",
    "material": "Something for {name}",
    "meeting": "Met {name}",
}
_DONE: dict[WayName, str] = {
    "call": "I called",
    "connect": "I invited them",
    "connected": "We are connected",
    "comment": "I commented",
    "material": "I sent it",
    "meeting": "We talked",
}


class Went(Dialog[str]):
    """What to have before one's eyes while doing it; enter logs it, with what was said if one likes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "accept", "It is done: log it", tooltip="Log that it was done", id="went.accept", priority=True
        ),
        Binding("down", "scroll(1)", "Down", show=False, tooltip="A line down", id="went.down"),
        Binding("up", "scroll(-1)", "Up", show=False, tooltip="A line up", id="went.up"),
    ]

    DEFAULT_CSS = """
    Went {
        & VerticalScroll { height: auto; max-height: 30vh; margin-bottom: 1; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
        & Label { color: $text-muted; }
        & SafeInput { background: $panel; margin-bottom: 1; }
    }
    """

    def __init__(self, way: WayName, ways: Ways, text: Content) -> None:
        """A dialog for that way; `text` must have been made by `widgets.safe`."""
        super().__init__(_TITLES[way].format(name=ways.contact.name))
        self._way = way
        self._text = text

    def compose_question(self) -> list[Widget]:
        """What to know, and a line for what was said."""
        return [
            VerticalScroll(Static(self._text), can_focus=False),
            Label(shown(f"{_DONE[self._way]}; what was said (may stay empty)")),
            SafeInput(placeholder="a few words for next time", compact=True),
        ]

    def on_mount(self) -> None:
        """The line is ready to type into."""
        self.query_one(SafeInput).focus()

    def action_accept(self) -> None:
        """It is done."""
        self.dismiss(self.query_one(SafeInput).value.strip())

    def action_scroll(self, step: int) -> None:
        """A line up or down in what there is to know."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)


def what_to_know(
    way: WayName, ways: Ways, talking_points: Sequence[str], material: Material | None, now: datetime
) -> Content:
    """What one needs for that way: number and hours, what to talk about, where to look, what to send."""
    match way:
        case "call":
            parts = [_fact("Phone", _numbers(ways)), shown(welcome_words(ways.calling, "phone", now))]
        case "material" if material is not None:
            parts = [
                shown(material.title, style="bold"),
                shown(material.url or ""),
                shown(material.text, single_line=False),
            ]
        case "connect" | "comment":
            parts = [_fact("Page", ways.page or _NO_ADDRESS)]
        case _:
            parts = []
    if way in ("call", "meeting", "comment") and talking_points:
        parts += [Content(""), Content.styled("Worth coming back to", "bold $text-primary")]
        parts += [shown(f"• {point}") for point in talking_points]
    return Content("\n").join([part for number, part in enumerate(parts) if part.plain or number])


def _numbers(ways: Ways) -> str:
    numbers = [number for number in (ways.contact.phone, *ways.contact.other_phones) if number]
    return ", ".join(numbers) or "no number is known"


def _fact(name: str, text: str) -> Content:
    return Content.assemble((f"{name}  ", "$text-muted"), shown(text))
