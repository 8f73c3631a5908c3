"""A form: labels on the left, compact fields on the right, everything by keys. What is refused stays to be mended."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from followup_tui.domain.errors import FollowupError
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.widgets.fields import SafeInput, SafeTextArea
from followup_tui.tui.widgets.meant import MeantField
from followup_tui.tui.widgets.pick import Pick
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.ticks import Ticks

Answer = TypeVar("Answer")
Value = TypeVar("Value")

# The border of the box, its line of keys and the line for what is refused.
_AROUND_THE_FIELDS = 4


class Row(NamedTuple):
    """A field with its label; the field's id names it."""

    label: str
    field: Widget


class Form(Dialog[Answer]):
    """Fields from top to bottom; `ctrl+s` stores them, and only then the form closes.

    A subclass gives its `rows`, says in `problem` what is still wrong, and stores in `store`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "Save", tooltip="Store what the form says", id="form.accept", priority=True),
        Binding("tab", "app.focus_next", "Next field", tooltip="To the next field", id="form.next"),
        Binding("down", "app.focus_next", "Next field", show=False, tooltip="To the next field", id="form.down"),
        Binding("up", "app.focus_previous", "Field before", show=False, tooltip="To the field before", id="form.up"),
    ]

    DEFAULT_CSS = """
    Form {
        & > .dialog--box { width: 92; }
        & .form--fields { height: auto; scrollbar-size-vertical: 1; }
        & .form--grid {
            layout: grid;
            grid-size: 2;
            grid-columns: 15 1fr;
            grid-rows: auto;
            height: auto;
        }
        & .form--label { width: 15; height: 1; color: $text-muted; padding: 0 1 0 0; }
        & SafeInput, & SafeInput:focus { height: 1; border: none; padding: 0; background: $panel; }
        & SafeInput:focus { background: $line-cursor; }
        & SafeTextArea, & SafeTextArea:focus { height: 4; border: none; padding: 0; background: $panel; }
        & SafeTextArea:focus { background: $line-cursor; }
        & Pick:focus { background: $line-cursor; }
        & .form--refused { height: auto; color: $text-error; display: none; }
        & .form--refused.-said { display: block; }
    }
    """

    def __init__(self, title: str) -> None:
        """A form with this title, which may quote the user."""
        super().__init__(title)
        self._labels: dict[str, Static] = {}
        self._before: Sequence[object] = ()

    # What a subclass says

    def rows(self) -> Sequence[Row]:
        """The fields."""
        raise NotImplementedError

    def problem(self) -> tuple[str, str] | None:
        """The id of a field that cannot be stored as it is, and why; None if all can."""
        return None

    async def store(self) -> Answer:
        """Store it, and answer what was stored. Raises FollowupError where it is refused."""
        raise NotImplementedError

    # What all do

    def compose_question(self) -> list[Widget]:
        """The fields beside their labels, and a line for what is refused."""
        widgets: list[Widget] = []
        for label, field in self.rows():
            name = Static(shown(label), classes="form--label")
            if field.id:
                self._labels[field.id] = name
            widgets += [name, field]
        fields = VerticalScroll(VerticalGroup(*widgets, classes="form--grid"), classes="form--fields", can_focus=False)
        return [fields, Static(id="refused", classes="form--refused")]

    def on_mount(self) -> None:
        """Remember what the form begins with."""
        self._before = self._contents()

    def on_resize(self) -> None:
        """The fields scroll where the terminal is too low for all of them."""
        self.query_one(".form--fields").styles.max_height = max(1, self.size.height - _AROUND_THE_FIELDS)

    def line(self, name: str) -> str:
        """What stands in a field of one line, without spaces around it."""
        field = self.query_one(f"#{name}")
        return field.text if isinstance(field, MeantField) else self.query_one(f"#{name}", SafeInput).value.strip()

    def optional(self, name: str) -> str | None:
        """As `line`; None for an empty one."""
        return self.line(name) or None

    def taken(self, name: str, before: Value, read: Callable[[str], Value]) -> Value:
        """What a line of several things is read as; as long as it is not touched exactly what it began with."""
        field = self.query_one(f"#{name}", MeantField)
        return read(field.text) if field.is_changed else before

    def area(self, name: str) -> str:
        """What stands in a field of many lines."""
        return self.query_one(f"#{name}", SafeTextArea).text

    def picked(self, name: str) -> str:
        """What is taken of the few."""
        return self.query_one(f"#{name}", Pick).value

    def relabel(self, name: str, label: str) -> None:
        """Call a field something else."""
        self._labels[name].update(shown(label))

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show a field with its label, or leave it out."""
        self._labels[name].display = self.query_one(f"#{name}").display = shown

    def _contents(self) -> list[object]:
        """Everything that the user can change."""
        contents: list[object] = []
        for field in self.query(".form--grid *"):
            if isinstance(field, SafeInput | Pick):
                contents.append(field.value)
            elif isinstance(field, SafeTextArea):
                contents.append(field.text)
            elif isinstance(field, Ticks):
                contents.append(field.ticked)
        return contents

    @property
    def is_changed(self) -> bool:
        """Whether something was typed or picked."""
        return self._contents() != self._before

    @on(Input.Submitted)
    def _to_next(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field; storing is `ctrl+s`."""
        event.stop()
        self.focus_next()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _forget_refusal(self) -> None:
        self._refuse("")

    def _refuse(self, sentence: str) -> None:
        line = self.query_one("#refused", Static)
        line.update(shown(sentence))
        line.set_class(bool(sentence), "-said")

    @work(exclusive=True, group="accept")
    async def action_accept(self) -> None:
        """Store what the form says; what is refused is said, and the form stays."""
        problem = self.problem() or self._unclear()
        if problem is not None:
            name, sentence = problem
            self._refuse(sentence)
            self._focus_field(name)
            return
        try:
            answer = await self.store()
        except FollowupError as error:
            self._refuse(f"{error}")
            return
        self.dismiss(answer)

    def _unclear(self) -> tuple[str, str] | None:
        """The first field that does not understand what stands in it."""
        for field in self.query(MeantField):
            if field.problem:
                return field.id or "", field.problem
        return None

    def _focus_field(self, name: str) -> None:
        field = self.query_one(f"#{name}")
        (field if field.can_focus else field.query_one(SafeInput)).focus()

    def action_cancel(self) -> None:
        """Leave without storing; asked about if something would be lost."""
        if self.is_changed:
            self._ask_whether_to_leave()
        else:
            self.dismiss(None)

    @work(exclusive=True, group="leave")
    async def _ask_whether_to_leave(self) -> None:
        choices = [
            Choice("b", "Back to the form", "", value="back"),
            Choice("s", "Store it", "", value="store"),
            Choice("d", "Drop what was typed", "", value="drop"),
        ]
        wish = await self.app.push_screen_wait(Choose("Leave the form?", choices))
        if wish == "store":
            self.action_accept()
        elif wish == "drop":
            self.dismiss(None)


def text_area(text: str, name: str, placeholder: str = "") -> VerticalGroup:
    """A field of many lines. It stands in a group, because a grid gives a text area only the lines it has."""
    return VerticalGroup(SafeTextArea(text, id=name, tab_behavior="focus", placeholder=shown(placeholder)))
