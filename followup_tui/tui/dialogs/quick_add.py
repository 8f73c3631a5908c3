"""`a`: an opportunity in one line, understood while it is typed, or the full form by `tab`."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static, TextArea

from followup_tui.desk import marks
from followup_tui.desk.quick_add import Known, add_captured, form_values, known_already, understand_line
from followup_tui.domain.capture import Captured
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Opportunity
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.dialogs.captured_fields import fields_of, shown_fields
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.opportunity_form import OpportunityForm
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.captured_line import CapturedLine
from followup_tui.tui.widgets.hanging import Hanging, unlabelled
from followup_tui.tui.widgets.safe import shown

_EXAMPLE = "Globex, Staff SRE, interview tue 3pm with Ana Ruiz and Ben Cho, they decide by fri"
_HELP = """\
Begin with COMPANY, ROLE. Then, in any order, with commas between:
applied 12 nov · interview fri 10:00 with Ana Ruiz, Ben Cho · recruiter Maya Lind
they decide by 27 nov · via LinkedIn · in Madrid · remote · a link · #tag · !! · note: …"""

_ROOMY, _ABOVE = 30, 3
# The border of the box, two lines to type into, two empty ones, what is missing, and the keys.
_AROUND_THE_FIELDS = 8


def _help() -> Hanging:
    return unlabelled(shown(_HELP, single_line=False))


class QuickAdd(Dialog[Opportunity]):
    """A line, and under it what it is understood as; the answer is what was added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Add", tooltip="Add what is shown", id="add.accept", priority=True),
        Binding("tab", "form", "Full form", tooltip="The full form, filled in so far", id="add.form", priority=True),
    ]

    DEFAULT_CSS = """
    QuickAdd {
        align: center top;
        & > .dialog--box { width: 100; }
        & VerticalScroll { height: auto; margin-top: 1; padding: 0 1; scrollbar-size-vertical: 1; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
        & #missing { height: auto; color: $text-warning; padding: 0 1; }
    }
    """

    def __init__(self, services: Services) -> None:
        """A dialog that stores what it understood at the desk of `services`."""
        super().__init__("Add an opportunity")
        self._services = services
        self._known: Known | None = None

    def compose_question(self) -> list[Widget]:
        """The line, and what it means."""
        fields = VerticalScroll(Static(_help(), id="fields"), can_focus=False)
        return [CapturedLine(self._understand, _EXAMPLE), fields, Static(id="missing")]

    def on_resize(self) -> None:
        """The fields scroll where the terminal is too low for all of them; then the box begins at its top."""
        low = self.size.height < _ROOMY
        self.query_one(".dialog--box").styles.margin = (0 if low else _ABOVE, 0, 0, 0)
        self.query_one(VerticalScroll).styles.max_height = max(1, self.size.height - _AROUND_THE_FIELDS)

    def _understand(self, line: str) -> Captured:
        return understand_line(line, self._services.now(), self._services.config)

    @property
    def line(self) -> CapturedLine:
        """What is typed into."""
        return self.query_one(CapturedLine)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._show()
        self._ask_what_is_known(self.line.captured)

    def _show(self) -> None:
        """Tell what is understood, and what is still missing."""
        captured = self.line.captured
        if not self.line.text.strip():
            self._known = None
            self.query_one("#fields", Static).update(_help())
            self._complain("")
            return
        stages, now = self._services.config.stages, self._services.now()
        self.query_one("#fields", Static).update(shown_fields(fields_of(captured, self._known, now, stages)))
        self._complain(captured.missing or "")

    def _complain(self, sentence: str) -> None:
        self.query_one("#missing", Static).update(shown(sentence))

    @work(exclusive=True, group="known")
    async def _ask_what_is_known(self, captured: Captured) -> None:
        """Whom the book knows of those who are named."""
        try:
            self._known = await self._services.desk.ask(known_already, captured)
        except FollowupError:
            self._known = None
        if captured is self.line.captured:
            self._show()

    @work(exclusive=True, group="accept")
    async def action_accept(self) -> None:
        """Add what is shown; while something is missing, or where it is refused, the line stays."""
        if self.line.captured.missing is not None:
            self._show()
            self.app.bell()
            return
        try:
            made = await self._services.desk.ask(add_captured, self.line.captured)
        except FollowupError as error:
            self._complain(f"{error}")
            return
        self.dismiss(made.added.opportunity)

    @work(exclusive=True, group="accept")
    async def action_form(self) -> None:
        """Go on in the full form; back from there, the line is still as it was."""
        tags = await self._services.desk.ask(marks.known_tags)
        values = form_values(self.line.captured)
        added = await self.app.push_screen_wait(OpportunityForm(self._services, values, known_tags=tags))
        if added is not None:
            self.dismiss(added)

    def action_cancel(self) -> None:
        """Leave without adding; asked about if a line would be lost."""
        if self.line.text.strip():
            self._ask_whether_to_leave()
        else:
            self.dismiss(None)

    @work(exclusive=True, group="leave")
    async def _ask_whether_to_leave(self) -> None:
        choices = [Choice("b", "Back to the line", "", "back"), Choice("d", "Drop what was typed", "", "drop")]
        if await self.app.push_screen_wait(Choose("Leave the line?", choices)) == "drop":
            self.dismiss(None)
