"""`U`: the last changes, and the way back to before any of them."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Concatenate, ParamSpec

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.desk.desk import Desk
from followup_tui.desk.history import Step, go_back, last_steps, make_again
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import full_words
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.safe import notify, shown
from followup_tui.tui.widgets.table_lines import Lines

Arguments = ParamSpec("Arguments")

_TAKEN_BACK = "taken back"
_ELSEWHERE = "other window"


class Changes(ResultsDialog[str]):
    """What was done and when, the newest first; the answer is what was taken back, in a sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "go_back", "Go back", tooltip="Back to before it: takes back all after it too", id="changes.back"
        ),
        Binding("ctrl+r", "redo", "Redo", tooltip="Make again what was taken back last", id="changes.redo"),
        Binding("down,j", "down", "Down", tooltip="To the change before", id="changes.down", show=False),
        Binding("up,k", "up", "Up", tooltip="To the change after", id="changes.up", show=False),
        Binding("pagedown", "page_down", "Page down", tooltip="A page down", id="changes.page_down", show=False),
        Binding("pageup", "page_up", "Page up", tooltip="A page up", id="changes.page_up", show=False),
    ]

    DEFAULT_CSS = """
    Changes {
        & > .dialog--box { width: 100; height: 80%; min-height: 14; }
        & Results { height: 1fr; }
        & #details { height: auto; max-height: 5; color: $text-muted; border-top: solid $border-blurred; padding: 0 1; }
    }
    """

    def __init__(self, services: Services) -> None:
        """A list of what the desk's book remembers."""
        super().__init__("The last changes")
        self._services = services
        self._steps: Sequence[Step] = ()

    def compose_question(self) -> list[Widget]:
        """The changes, and what the one at the cursor did."""
        return [Results(), Static(id="details")]

    @property
    def step(self) -> Step | None:
        """The change at the cursor."""
        place = self.results.cursor
        return self._steps[place] if place is not None else None

    async def on_mount(self) -> None:
        """Show what there is."""
        self._steps = await self._services.desk.ask(last_steps)
        rows = [self._row(step) for step in self._steps]
        self.results.show(rows, "", "Nothing was changed yet.")

    def _row(self, step: Step) -> Result:
        when = full_words(step.at, self._services.now())
        notes = [] if step.reach else [_TAKEN_BACK]
        notes += [] if step.is_own else [_ELSEWHERE]
        return Result(step.id, step.label, ", ".join(notes), when, symbol=" " if step.reach else "↶")

    @on(Lines.RowHighlighted)
    def _tell_details(self) -> None:
        step = self.step
        self.query_one("#details", Static).update(shown("\n".join(step.details) if step else "", single_line=False))

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self.action_go_back()

    @work(exclusive=True, group="go_back")
    async def action_go_back(self) -> None:
        """Take back the change at the cursor and all after it, once that is confirmed."""
        step = self.step
        if step is None:
            return
        if not step.reach:
            again = self._services.key("redo")
            notify(self, f"That change was taken back already; {again} makes again what was taken back last.")
            return
        if await self.app.push_screen_wait(_confirmation(step, self._services.key("redo"))):
            await self._perform(go_back, step.id)

    @work(exclusive=True, group="go_back")
    async def action_redo(self) -> None:
        """Make again what was taken back last, here or elsewhere."""
        await self._perform(make_again)

    async def _perform(
        self, change: Callable[Concatenate[Desk, Arguments], str], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> None:
        """Do it and close, or say why not."""
        try:
            label = await self._services.desk.ask(change, *args, **kwargs)
        except FollowupError as error:
            notify(self, str(error), severity="error")
            return
        self.dismiss(label)


def _confirmation(step: Step, redo_key: str) -> Choose[bool]:
    others = step.reach - 1
    after = {0: "", 1: " and the change after it"}.get(others, f" and the {others} changes after it")
    choices = [
        Choice("y", f"Take back {step.reach} {'change' if step.reach == 1 else 'changes'}", "", value=True),
        Choice("n", "Leave everything as it is", "", value=False),
    ]
    return Choose("Go back?", choices, f"Takes back “{step.label}”{after}. {redo_key} makes all of it again.")
