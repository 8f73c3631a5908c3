"""The book, or a part of it, as a file: what, where to, and of which days."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from textual import on

from followup_tui.desk import exporting
from followup_tui.desk.activities import Period
from followup_tui.desk.exporting import REPORT, Made, Wish
from followup_tui.desk.tables_out import TIMED
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Opportunity
from followup_tui.tui.dialogs.form import Form, Row
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import DateField, Meaning, MeantField
from followup_tui.tui.widgets.pick import Alternative, Pick

_PARTS: Final = (
    ("md", REPORT, "Activity report of a period, to print"),
    ("csv", REPORT, "Activity report of a period, as a table"),
    ("ics", "", "Interviews and follow-ups, for a calendar"),
    ("vcf", "", "All contacts, for an address book"),
    ("csv", "contacts", "All contacts, as a table"),
    ("csv", "opportunities", "All opportunities, as a table"),
    ("csv", "interviews", "Interviews, as a table"),
    ("csv", "touchpoints", "Touchpoints, as a table"),
    ("eml", "", "The newest draft, for a mail program"),
    ("json", "", "Everything, exactly"),
)


class Exported(NamedTuple):
    """What was written, and where to."""

    made: Made
    target: Path


class Export(Form[Exported]):
    """The form of an export. The name of the file follows what is picked until the user gives another."""

    def __init__(self, services: Services, opportunity: Opportunity | None) -> None:
        """A form that offers the dossier of `opportunity` first, if there is one."""
        super().__init__("Export")
        self._services = services
        self._opportunity = opportunity
        parts = [*_PARTS]
        if opportunity is not None:
            parts.insert(0, ("md", opportunity.id, f"Everything about {opportunity.company}, to read"))
        self._parts = {f"{form}:{what}": (form, what, words) for form, what, words in parts}
        self._proposed = ""

    def rows(self) -> Sequence[Row]:
        """What, the period where one is asked for, and where to."""
        options = [Alternative(key, words) for key, (_, _, words) in self._parts.items()]
        times = self._services.times(past=True)
        self._proposed = self._default(options[0].value)
        return [
            Row("What", Pick(options, options[0].value, id="what")),
            Row("From", DateField(times, None, placeholder="the first day there is", id="first")),
            Row("To", DateField(times, None, placeholder="today", id="last")),
            Row("File", MeantField(self._proposed, self._place, id="file", classes="-below")),
        ]

    def on_mount(self) -> None:
        """Ask for a period only where there is one."""
        super().on_mount()
        self._fit()

    @on(Pick.Changed, "#what")
    def _fit(self) -> None:
        """Another part asks for other things, and has another name."""
        form, what, _ = self._parts[self.picked("what")]
        for name in ("first", "last"):
            self.show_row(name, shown=what == REPORT or what in TIMED)
        field = self.query_one("#file", MeantField)
        if field.text in (self._proposed, ""):
            self._proposed = self._default(f"{form}:{what}")
            field.query_one(SafeInput).value = self._proposed

    def _default(self, part: str) -> str:
        form, what, _ = self._parts[part]
        company = self._opportunity.company if self._opportunity and what == self._opportunity.id else ""
        return f"~/{exporting.default_name(Wish(form, what), self._services.now().date(), company)}"

    def _place(self, name: str) -> Meaning:
        """Where a name leads, or why it cannot be one."""
        if not name:
            return Meaning("Give the file a name.", is_problem=True)
        try:
            path = _path(name)
            if not path.parent.is_dir():
                return Meaning(f"There is no folder {path.parent}.", is_problem=True)
            there = path.exists()
        except (OSError, ValueError, RuntimeError):
            return Meaning("That cannot be the name of a file.", is_problem=True)
        where = "" if name.startswith(("~", "/")) else f" in {Path.cwd()}"
        return Meaning(f"takes the place of the file there{where}" if there else f"a new file{where}")

    async def store(self) -> Exported:
        """Write the file. Raises FollowupError for a name that says another form."""
        form, what, _ = self._parts[self.picked("what")]
        target = _path(self.line("file"))
        if target.suffix.lower() != f".{form}":
            raise FollowupError(f"The name must end in .{form}, since that is how it is written.")
        wish = Wish(form, what, self._period(what))
        made = await self._services.desk.ask(exporting.export, target, wish)
        return Exported(made, target)

    def _period(self, what: str) -> Period:
        if what != REPORT and what not in TIMED:
            return Period()
        first, last = (self.query_one(f"#{name}", DateField).stored for name in ("first", "last"))
        return Period(_day(first), _day(last))


def _path(name: str) -> Path:
    """Raises RuntimeError for a home that nobody has, ValueError for what no system takes as a name."""
    if "\0" in name:
        raise ValueError(name)
    return Path(name).expanduser()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
