"""`ctrl+p`: opportunities, contacts, drafts and commands, found together while one types."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from followup_tui.desk.finding import Finder, Finding
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import look, when_words
from followup_tui.domain.search import Grade, Haystack
from followup_tui.domain.text import fold
from followup_tui.tui.commands import Command
from followup_tui.tui.dialogs.results import ResultsDialog
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.results import Result, Results
from followup_tui.tui.widgets.table_lines import Lines
from followup_tui.tui.widgets.urgency import Urgency

Found = Finding | Command
"""What the user may choose: a record to open, or a command to run."""

_COMMAND_SYMBOL = "›"
_PRESSING = ("overdue", "due")
# Of equal fit: what presses, then drafts and commands, then all else.
_COMMANDS = 1


class Find(ResultsDialog[Found]):
    """A line to type into and what fits it: of equal fit first what is overdue or due, then commands, then the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Open", tooltip="Open or do what is at the cursor", id="find.accept", priority=True),
        Binding("down", "down", "Down", tooltip="To the line below", id="find.down", priority=True, show=False),
        Binding("up", "up", "Up", tooltip="To the line above", id="find.up", priority=True, show=False),
        Binding("pagedown", "page_down", "Page down", id="find.page_down", priority=True, show=False),
        Binding("pageup", "page_up", "Page up", id="find.page_up", priority=True, show=False),
    ]

    DEFAULT_CSS = """
    Find {
        & > .dialog--box { width: 100; height: 80%; max-height: 26; min-height: 14; }
        & SafeInput, & SafeInput:focus { height: 1; border: none; padding: 0 1; background: $panel; margin-bottom: 1; }
        & Results { height: 1fr; }
    }
    """

    def __init__(self, services: Services, finder: Finder, commands: Sequence[Command]) -> None:
        """A palette of what is in the book and of `commands`."""
        super().__init__("Find")
        self._services = services
        self._finder = finder
        self._commands = commands
        self._haystack = Haystack([fold(f"{command.name} {command.sentence}") for command in commands])
        self._found: dict[str, Found] = {}

    def compose_question(self) -> list[Widget]:
        """The line, and what fits it."""
        return [SafeInput(placeholder="an opportunity, a person, a draft, or what you want to do"), Results()]

    def on_mount(self) -> None:
        """The commands are there at once, the book's own as soon as it answers."""
        self._show("", ())
        self._search("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @work(exclusive=True, group="search")
    async def _search(self, query: str) -> None:
        try:
            findings = await self._services.desk.ask(self._finder.find, query)
        except FollowupError:
            findings = []
        if not self.is_left:
            self._show(query, findings)

    def _show(self, query: str, findings: Sequence[Finding]) -> None:
        hits = self._haystack.find(query, len(self._commands))
        found: list[tuple[Grade, int, Found]] = [(one.grade, _rank(one), one) for one in findings]
        found += [(hit.grade, _COMMANDS, self._commands[hit.place]) for hit in hits]
        found.sort(key=lambda one: one[:2])
        self._found = {f"{number}": one for number, (_, _, one) in enumerate(found)}
        results = [self._result(row, one) for row, one in self._found.items()]
        self.results.show(results, query, "Nothing fits. Fewer letters find more.")

    def _result(self, row: str, one: Found) -> Result:
        if isinstance(one, Command):
            return Result(row, one.name, one.sentence, one.written_keys, symbol=_COMMAND_SYMBOL)
        note = f"{one.what} · {one.note}" if one.note else one.what
        if one.follow_up is None:
            return Result(row, one.title, note)
        urgency: Urgency = "held" if one.follow_up.snoozed_until is not None else one.follow_up.urgency
        when = when_words(one.follow_up, self._services.now())
        return Result(row, one.title, note, when, urgency, look(one.follow_up).symbol)

    @on(Lines.RowSelected)
    def _clicked(self, event: Lines.RowSelected) -> None:
        event.stop()
        self.dismiss(self._found[event.row_id])

    def action_accept(self) -> None:
        """Open or do what is at the cursor."""
        row = self.results.highlighted
        if row is None:
            self.app.bell()
        else:
            self.dismiss(self._found[row])


def _rank(finding: Finding) -> int:
    """Where a record stands among those, and commands, that fit as well."""
    if finding.follow_up is not None and finding.follow_up.urgency in _PRESSING:
        return 0
    return _COMMANDS if finding.what == "draft" else _COMMANDS + 1
