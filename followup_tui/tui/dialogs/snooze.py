"""Until when a follow-up is snoozed."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from followup_tui.domain.when import say_instant
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.when_field import Times, WhenField


class Preset(NamedTuple):
    """A time that one key takes, in words that the field understands."""

    key: str
    words: str


PRESETS = (
    Preset("1", "tonight"),
    Preset("2", "tomorrow"),
    Preset("3", "next business day"),
    Preset("4", "3 days"),
)


class Snooze(Dialog[datetime]):
    """The usual times by a digit, any other in words; the answer is an instant ahead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Snooze", tooltip="Snooze it until then", id="snooze.accept", priority=True),
    ]

    DEFAULT_CSS = """
    Snooze OptionList { height: auto; background: $surface; }
    """

    def __init__(self, title: str, times: Times) -> None:
        """A dialog for one follow-up, or for several at once."""
        super().__init__(title)
        self._times = times
        self._presets = [preset for preset in PRESETS if times.instant(preset.words)]

    def compose_question(self) -> list[Widget]:
        """The usual times, and the field for others."""
        options = OptionList(*map(Option, self._lines(self._presets)), markup=False)
        return [options, WhenField(self._times, placeholder="or in words: fri 9am, in 2 weeks, 27 nov")]

    def _lines(self, presets: Sequence[Preset]) -> list[Content]:
        lines = []
        for preset in presets:
            instant = self._times.instant(preset.words)
            meaning = say_instant(instant) if instant else ""
            lines.append(
                Content.assemble(
                    (f"{preset.key} ", "bold $text-accent"), f"{preset.words:<20}", (meaning, "$text-muted")
                )
            )
        return lines

    def on_mount(self) -> None:
        """The usual times first."""
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """A digit takes its time; a letter begins a text."""
        options = self.query_one(OptionList)
        if not options.has_focus:
            return
        for preset in self._presets:
            if event.character == preset.key:
                event.stop()
                self.dismiss(self._times.instant(preset.words))
                return
        field = self.query_one(WhenField).query_one(SafeInput)
        if event.character and event.is_printable and (field.value or not event.character.isspace()):
            # Put in at once: who types fast is at the next letter before the field has the focus.
            event.stop()
            field.focus()
            field.insert_text_at_cursor(event.character)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a usual time."""
        event.stop()
        self.dismiss(self._times.instant(self._presets[event.option_index].words))

    def action_accept(self) -> None:
        """The time at the cursor, or the one typed, once it is understood."""
        options, field = self.query_one(OptionList), self.query_one(WhenField)
        if options.has_focus and options.highlighted is not None:
            self.dismiss(self._times.instant(self._presets[options.highlighted].words))
        elif field.instant is not None:
            self.dismiss(field.instant)
        else:
            self.app.bell()
