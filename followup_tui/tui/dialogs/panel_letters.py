"""The letters of a panel side by side, with what stands in more than one of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk.panel import Beside, Repeated
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.safe import shown

_MUCH = 60
"""From so many percent on, two letters are more alike than they should be (G0: customise for each)."""

_NARROWEST = 28
_FRAME = 2
_MARKED = "bold $text-warning underline"


class PanelLetters(Dialog[str]):
    """A column for each letter, the one in hand first to be seen; the answer is the id of whom to write to next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Open it", tooltip="Write at the letter in the frame", id="letters.take"),
        Binding("right,l,tab", "step(1)", "Next", tooltip="To the next letter", id="letters.next"),
        Binding("left,h,shift+tab", "step(-1)", "Before", tooltip="To the letter before", id="letters.before"),
    ]

    DEFAULT_CSS = """
    PanelLetters {
        & > .dialog--box { width: 100%; height: 100%; padding: 0; }
        & Horizontal { height: 1fr; overflow-x: auto; }
        & .letter {
            height: 1fr;
            border: round $border-blurred;
            border-title-color: $text-muted;
            padding: 0 1;
        }
        & .letter:focus { border: round $border; border-title-color: $foreground; border-title-style: bold; }
        & .letter Static { width: 1fr; height: auto; }
        & #repeated { height: auto; max-height: 30%; padding: 0 1; }
        & #repeated Static { width: 1fr; height: auto; }
    }
    """

    def __init__(self, letters: Sequence[Beside], repeated: Sequence[Repeated]) -> None:
        """The letters in the panel's order, one of them in hand, and the sentences that stand in two of them."""
        done = sum(letter.sent for letter in letters)
        super().__init__(f"The letters of the panel · {done} of {len(letters)} sent")
        self._letters = letters
        self._repeated = repeated

    def compose_question(self) -> list[Widget]:
        """The columns, and beneath what stands in more than one, quoted."""
        return [
            Horizontal(*map(_column, self._letters)),
            VerticalScroll(Static(self._told()), id="repeated", can_focus=False),
        ]

    def _told(self) -> Content:
        quoted = list(self._quoted())
        return Content("\n").join(quoted or [shown("No sentence stands in two of them.", style="$text-muted")])

    def _quoted(self) -> Iterator[Content]:
        for names, sentence in self._repeated:
            whom = shown(f"To {' and to '.join(names)}: ", style="$text-warning")
            yield Content.assemble(whom, shown(f"“{sentence}”"))

    def on_mount(self) -> None:
        """Begin at the letter in hand."""
        here = next((at for at, letter in enumerate(self._letters) if letter.alike is None), 0)
        self._columns[here].focus()

    def on_resize(self, event: events.Resize) -> None:
        """As many letters as fit are seen at once; the others are a key away."""
        columns = self._columns
        width = max(_NARROWEST, (event.size.width - _FRAME) // max(1, len(columns)))
        for column in columns:
            column.styles.width = width
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    @property
    def _columns(self) -> list[VerticalScroll]:
        return list(self.query(".letter").results(VerticalScroll))

    def action_step(self, step: int) -> None:
        """To the letter beside it, going round."""
        columns = self._columns
        here = next((at for at, column in enumerate(columns) if column.has_focus), 0)
        columns[(here + step) % len(columns)].focus()

    def action_take(self) -> None:
        """Write at the letter that has the focus."""
        here = next((at for at, column in enumerate(self._columns) if column.has_focus), None)
        self.dismiss(self._letters[here].contact.id if here is not None else None)


def _column(letter: Beside) -> VerticalScroll:
    column = VerticalScroll(Static(_text(letter)), classes="letter", can_focus=True)
    mark = "✓" if letter.sent else "○"
    column.border_title = shown(f"{mark} {letter.contact.name}")
    if letter.alike is None:
        column.border_subtitle = shown("this one")
    elif letter.text:
        style = "$text-warning" if letter.alike >= _MUCH else ""
        column.border_subtitle = shown(f"{letter.alike} % alike", style=style)
    return column


def _text(letter: Beside) -> Content:
    """The letter, its sentences that stand in another marked."""
    if not letter.text:
        return shown("No letter yet.", style="$text-muted")
    ends = [0, *(place for span in letter.marked for place in span), len(letter.text)]
    pieces = [letter.text[start:end] for start, end in pairwise(ends)]
    return Content.assemble(
        *(shown(piece, single_line=False, style=_MARKED if at % 2 else "") for at, piece in enumerate(pieces))
    )
