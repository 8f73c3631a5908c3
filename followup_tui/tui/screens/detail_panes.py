"""The widgets of an opportunity's or a contact's screen, each with what it shows: the head, the lines, the timeline."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.widgets import Static

from followup_tui.desk.timeline import Moment
from followup_tui.tui.screens.detail_sections import DetailSections, Line
from followup_tui.tui.screens.detail_timeline import TimelineRows
from followup_tui.tui.widgets.table_sections import Sections
from followup_tui.tui.widgets.table_timeline import Timeline


class DetailHead(Static):
    """What the screen is about, with as much of it as fits."""

    _parts: DetailSections | None = None

    def show(self, parts: DetailSections) -> None:
        """Show the head of a dossier."""
        self._parts = parts
        self.fit()

    def fit(self) -> None:
        """There may be room for more, or for less."""
        if self._parts is not None:
            self.update(self._parts.head(self.screen.size.width - self.gutter.width))


class DetailLines(Sections):
    """The sections of a dossier, which know what each of their lines is about."""

    lines: Mapping[str, Line] = {}
    """What is shown, by its key."""

    def show(self, parts: DetailSections) -> None:
        """Show the sections of a dossier; the cursor stays where it is."""
        sections, self.lines = parts.sections()
        self.set_sections(sections)

    @property
    def line(self) -> Line | None:
        """What is at the cursor."""
        return self.lines.get(self.highlighted) if self.highlighted is not None else None


class DetailTimeline(Timeline):
    """Everything that happened, newest first."""

    moments: Mapping[str, Moment] = {}
    """What is shown, by its key."""

    def show(self, moments: Sequence[Moment], now: datetime, hint: str) -> None:
        """Show these, or where there are none the hint; the cursor stays where it is."""
        self.moments = {f"{number}:{one.record_id}": one for number, one in enumerate(moments)}
        rows = TimelineRows(moments, now)
        self.set_entries(list(self.moments), rows.entry, rows.heights, hint=hint)

    @property
    def moment(self) -> Moment | None:
        """What is at the cursor."""
        return self.moments.get(self.highlighted) if self.highlighted is not None else None
