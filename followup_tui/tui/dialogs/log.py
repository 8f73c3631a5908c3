"""A touchpoint is logged: what was sent, said or received."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple, cast

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Checkbox, Label, Select

from followup_tui.domain.phrases import KINDS
from followup_tui.domain.records import Channel, Direction, TouchpointKind
from followup_tui.domain.schema import CHANNELS, TOUCHPOINT_KINDS
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.when_field import Times, WhenField


class Whom(NamedTuple):
    """Someone the touchpoint may be with."""

    contact_id: str
    name: str


class LogAnswer(NamedTuple):
    """What the form was filled in with; `at` None means now."""

    contact_id: str | None
    kind: TouchpointKind
    direction: Direction
    channel: Channel
    at: datetime | None
    subject: str
    body: str
    needs_reply: bool


class LogTouchpoint(Dialog[LogAnswer]):
    """The form of a touchpoint; `ctrl+s` stores it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "Save", tooltip="Store the touchpoint", id="log.accept", priority=True),
        Binding("tab", "app.focus_next", "Next field", id="log.next"),
    ]

    DEFAULT_CSS = """
    LogTouchpoint {
        & > .dialog--box { width: 84; }
        & Horizontal { height: auto; }
        & Vertical.field { height: auto; width: 1fr; }
        & Label { color: $text-muted; padding: 0 1; }
        & SafeTextArea { height: 6; }
        & Checkbox { border: none; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, title: str, people: Sequence[Whom], times: Times, *, kind: str = "other") -> None:
        """A form for a touchpoint with one of `people`, the first being proposed."""
        super().__init__(title)
        self._people = people
        self._times = times
        self._kind = kind

    def compose_question(self) -> list[Widget]:
        """The fields, the most telling first."""
        whom = [(shown(person.name), person.contact_id) for person in self._people]
        kinds = [(KINDS[kind].capitalize(), kind) for kind in TOUCHPOINT_KINDS]
        channels = [(channel.replace("_", " "), channel) for channel in CHANNELS]
        return [
            Horizontal(
                _field("With", Select(whom, value=whom[0][1] if whom else Select.NULL, id="whom", compact=True)),
                _field("What", Select(kinds, value=self._kind, allow_blank=False, id="kind", compact=True)),
            ),
            Horizontal(
                _field(
                    "Who wrote",
                    Select(
                        [("I did", "out"), ("They did", "in")],
                        value="out",
                        allow_blank=False,
                        id="direction",
                        compact=True,
                    ),
                ),
                _field("By", Select(channels, value="email", allow_blank=False, id="channel", compact=True)),
            ),
            _field("When", WhenField(self._times, "now", "now, yesterday 3pm, 27 nov 15:00")),
            _field("Subject", SafeInput(id="subject", compact=True)),
            _field("Text (paste it)", SafeTextArea(id="body", tab_behavior="focus")),
            Checkbox("It asks for an answer", id="needs-reply", compact=True),
        ]

    def action_accept(self) -> None:
        """Store it, once the time is understood."""
        when = self.query_one(WhenField)
        if when.instant is None:
            self.app.bell()
            when.query_one(SafeInput).focus()
            return
        whom = self.query_one("#whom", Select).value
        self.dismiss(
            LogAnswer(
                contact_id=whom if isinstance(whom, str) else None,
                kind=cast("TouchpointKind", self.query_one("#kind", Select).value),
                direction=cast("Direction", self.query_one("#direction", Select).value),
                channel=cast("Channel", self.query_one("#channel", Select).value),
                at=None if when.text.casefold() == "now" else when.instant,
                subject=self.query_one("#subject", SafeInput).value,
                body=self.query_one("#body", SafeTextArea).text,
                needs_reply=self.query_one("#needs-reply", Checkbox).value,
            )
        )


def _field(label: str, widget: Widget) -> Vertical:
    return Vertical(Label(label), widget, classes="field")
