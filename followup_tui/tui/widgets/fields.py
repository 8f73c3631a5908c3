"""Fields to type into. They keep what was given, show what it is, and take a paste of any kind and size.

`ctrl+v` asks for the system's clipboard by a `PasteWanted` message, whose answer is a call of `paste`; copies go to
`App.copy_to_clipboard`. `f6`, `f7` and `tab` are left to the screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection
from textual.widgets.text_area import Edit, EditResult
from textual.widgets.text_area import Selection as TextSelection

from followup_tui.domain.text import clean, hold, picture, release, visible
from followup_tui.tui.widgets.safe import notify

LONGEST_LINE = 10_000
"""More characters than this (a paste gone astray) are refused by a field of one line, with a notice."""

_STEPS_KEPT = 200


@dataclass
class PasteWanted(Message):
    """The user wants what is on the system's clipboard in this field: answer with `field.paste(text)`."""

    field: "SafeInput | SafeTextArea"

    @property
    def control(self) -> "SafeInput | SafeTextArea":
        """The field that sent the message."""
        return self.field


class _Pictures(Highlighter):
    """Shows a field's value with every control character as its picture."""

    def __init__(self, field: Input) -> None:
        self._field = field

    def highlight(self, text: Text) -> None:
        """Show one character for each of the value; Rich has already dropped some controls from the text."""
        text.plain = visible(self._field.value)


class _Step(NamedTuple):
    """What an undo goes back to."""

    value: str
    selection: Selection


class SafeInput(Input):
    """A field of one line. The value is what was typed or pasted, line ends and lone surrogates aside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", "Undo", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo", show=False),
    ]

    def __init__(self, value: str | None = None, placeholder: str = "", **options: Any) -> None:
        """A field as Textual's, with the same options."""
        given = None if value is None else clean(value)
        super().__init__(given, visible(placeholder), highlighter=_Pictures(self), **options)
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._ends_in_typing = False

    def on_mount(self) -> None:
        """Where nothing is to be animated, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def validate_value(self, value: str) -> str:
        """Every value is clean, however it was set."""
        return clean(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the value, to be undone by `action_undo`; letters typed in a row are one step."""
        before = _Step(self.value, self.selection)
        typing_on = len(text) == 1 and start == end and self._undo and self._ends_in_typing
        super().replace(text, start, end)
        if self.value == before.value:
            return
        if not typing_on:
            self._undo = [*self._undo[-_STEPS_KEPT:], before]
        self._redo.clear()
        self._ends_in_typing = len(text) == 1 and not text.isspace()

    def action_undo(self) -> None:
        """Take back the last edit."""
        self._go_back(self._undo, self._redo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._go_back(self._redo, self._undo)

    def action_paste(self) -> None:
        """Ask for the system's clipboard."""
        self.post_message(PasteWanted(self))

    def paste(self, text: str) -> None:
        """Put a text in the place of the selection, its lines joined by spaces."""
        line = " ".join(clean(text).strip("\n").split("\n"))
        if len(self.value) + len(line) > LONGEST_LINE:
            notify(self, f"{len(line):,} characters are too many for one line; nothing was pasted.", severity="warning")
            return
        self.replace(line, *sorted(self.selection))

    def on_paste(self, event: events.Paste) -> None:
        """Take the whole paste, where Textual takes its first line."""
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def _go_back(self, steps: list[_Step], others: list[_Step]) -> None:
        if not steps:
            return
        others.append(_Step(self.value, self.selection))
        self.value, self.selection = steps.pop()
        self._ends_in_typing = False


def _without(bindings: Iterable[BindingType], *keys: str) -> list[BindingType]:
    """Bindings but those for these keys."""
    return [binding for binding in Binding.make_bindings(bindings) if binding.key not in keys]


class SafeTextArea(TextArea, inherit_bindings=False):
    """A field of many lines. `text` is what was typed or pasted, line ends and lone surrogates aside.

    The document inside holds stand-ins for control characters; only `text`, `selected_text` and `paste` are for others.
    """

    OWN_BINDINGS_ONLY: ClassVar[bool] = True
    """That this class was made with `inherit_bindings=False`, which Textual keeps to itself."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *_without(TextArea.BINDINGS, "f6", "f7"),
        Binding("ctrl+home", "to_start", "Start", show=False),
        Binding("ctrl+end", "to_end", "End", show=False),
        Binding("ctrl+shift+home", "to_start(True)", "Select to the start", show=False),
        Binding("ctrl+shift+end", "to_end(True)", "Select to the end", show=False),
        # A terminal sends it as a character, too, which would be typed before any key that is not looked at first.
        Binding("alt+a", "select_all", "Select all", show=False, priority=True),
    ]

    def __init__(self, text: str = "", **options: Any) -> None:
        """A field as Textual's, with the same options."""
        self._text: str | None = None
        super().__init__(hold(clean(text)), **options)

    def on_mount(self) -> None:
        """Where nothing is to be animated, the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    @property
    def text(self) -> str:
        """The text of the field; kept till the next edit, because Textual asks for it at every line it draws."""
        if self._text is None:
            self._text = release(self.document.text)
        return self._text

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    @property
    def selected_text(self) -> str:
        """The text that is selected."""
        return release(super().selected_text)

    def action_to_start(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual's own actions
        """To the start of the text, which Textual's text area has no key for."""
        self.move_cursor((0, 0), select=select)

    def action_to_end(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual's own actions
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        return Text(picture(self.document.get_line(line_index)), end="", no_wrap=True)

    def load_text(self, text: str) -> None:
        """Put another text in, for good: undo does not go back beyond it. See also `replace_all`."""
        super().load_text(hold(clean(text)))
        self._text = None

    def replace_all(self, text: str) -> None:
        """Put another text in, as one step that can be undone."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)

    def edit(self, edit: Edit) -> EditResult:
        """Change the document; every edit comes by here, whether typed, pasted or programmed."""
        edit.text = hold(clean(edit.text))
        result = super().edit(edit)
        self._text = None
        return result

    def undo(self) -> None:
        """Take back the last edits that belong together."""
        super().undo()
        self._text = None

    def redo(self) -> None:
        """Do again what was taken back."""
        super().redo()
        self._text = None

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:  # noqa: FBT001, FBT002 - Textual's
        """Bring the cursor into view.

        In the midst of an undo that hides the scroll bar, Textual 8.2 asks for this while the cursor is still where
        there is no text any more, and would fail; the undo itself puts the cursor right and asks again.
        """
        if self.selection.end[0] >= self.wrapped_document.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def action_cut(self) -> None:
        """Copy the selection, or the line of the cursor if there is none, and delete it."""
        if self.read_only:
            return
        if self.selection.is_empty:
            self.action_select_line()
        self.app.copy_to_clipboard(self.selected_text)
        self.delete(*self.selection, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """Ask for the system's clipboard."""
        if not self.read_only:
            self.post_message(PasteWanted(self))

    def paste(self, text: str) -> None:
        """Put a text in the place of the selection."""
        if not self.read_only:
            result = self.replace(text, *self.selection, maintain_selection_offset=False)
            self.move_cursor(result.end_location)

    def index_of(self, location: tuple[int, int]) -> int:
        """Where in `text` a place of the document (line, column) is."""
        lines = self.document.lines[: location[0]]
        return sum(len(line) + 1 for line in lines) + location[1]

    def select_span(self, start: int, end: int) -> None:
        """Select the characters of `text` from `start` to before `end`."""
        self.selection = TextSelection(self._location(start), self._location(end))

    def _location(self, index: int) -> tuple[int, int]:
        for number, line in enumerate(self.document.lines):
            if index <= len(line):
                return (number, index)
            index -= len(line) + 1
        return self.document.end
