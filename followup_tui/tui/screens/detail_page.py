"""One opportunity or one contact, laid out: who and what it is about, what comes next, and everything that happened."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static, Tabs

from followup_tui.desk import look
from followup_tui.desk.look import Dossier
from followup_tui.desk.standing import Standing
from followup_tui.desk.timeline import Moment
from followup_tui.domain.errors import NotFound
from followup_tui.domain.records import Contact
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.detail_sections import DetailSections, Line, thanked
from followup_tui.tui.screens.detail_timeline import TimelineRows
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.person_tabs import PersonTabs, Tabbed
from followup_tui.tui.widgets.table_sections import Sections
from followup_tui.tui.widgets.table_timeline import Timeline

_BOTH_FIT = 100
"""Cells for sections and timeline beside each other."""


class DetailPage(DeskScreen):
    """The opportunity on top with a tab for each person, or the contact; sections below, and beside them the timeline.

    Where there is no room for both, the timeline takes the place of the sections: for `tab` it is the last of them.
    """

    IS_OPENED = True
    CSS_PATH = "detail.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (_BOTH_FIT, "-wide"),
    ]

    def __init__(self, services: Services, *, opportunity_id: str | None = None, contact_id: str | None = None) -> None:
        """The detail of an opportunity, or else of a contact."""
        super().__init__(services)
        self._opportunity_id = opportunity_id
        self._contact_id = contact_id
        self._dossier: Dossier | None = None
        self._people: tuple[Contact, ...] = ()
        self._lines: dict[str, Line] = {}
        self._moments: dict[str, Moment] = {}

    def compose_body(self) -> ComposeResult:
        """About, people, sections, timeline."""
        yield Static(id="head")
        yield PersonTabs(id="people")
        with Horizontal(id="parts"):
            yield Vertical(Sections(), classes="part", id="sections-part")
            part = Vertical(Timeline(), classes="part", id="timeline-part")
            part.border_title = "Timeline"
            yield part

    @property
    def _sections(self) -> Sections:
        return self.query_one(Sections)

    @property
    def _tabs(self) -> PersonTabs:
        return self.query_one(PersonTabs)

    @property
    def _timeline(self) -> Timeline:
        return self.query_one(Timeline)

    async def on_mount(self) -> None:
        """The cursor starts on what is next."""
        self._sections.focus()

    # What is shown

    async def reload(self) -> Standing:
        """Show the dossier anew; leave when what it was about is gone."""
        desk = self.services.desk
        try:
            if self._opportunity_id is not None:
                dossier = await desk.ask(look.opportunity_dossier, self._opportunity_id)
            else:
                dossier = await desk.ask(look.contact_dossier, self._contact_id or "")
        except NotFound:
            self.dismiss()
            raise
        self._dossier = dossier
        await self._show_people(dossier)
        self._show_parts()
        return dossier.standing

    async def _show_people(self, dossier: Dossier) -> None:
        """A tab for everybody and one for each person; none on the screen of one contact."""
        self._people = dossier.contacts
        with_tabs = dossier.opportunity is not None and bool(dossier.contacts)
        self._tabs.display = with_tabs
        people = [Tabbed(one.name, thanked(dossier, one).is_complete) for one in self._people]
        await self._tabs.show_people(people if with_tabs else [])

    @property
    def person(self) -> Contact | None:
        """Whose tab is open, or whose screen it is; None for everybody's."""
        if self._dossier is not None and self._dossier.opportunity is None:
            return self._people[0] if self._people else None
        index = self._tabs.person
        return self._people[index] if index is not None and index < len(self._people) else None

    @on(Tabs.TabActivated)
    def _person_chosen(self) -> None:
        self._show_parts()
        self._sections.go_to_end(last=False)
        self.refresh_bindings()

    def _show_parts(self) -> None:
        """The sections and the timeline, of everybody or of the person whose tab is open."""
        dossier, person = self._dossier, self.person
        if dossier is None:
            return
        shown_parts = DetailSections(dossier, person, self.services.config, self.services.key)
        self._show_head(shown_parts)
        sections, self._lines = shown_parts.sections()
        self._sections.set_sections(sections)
        moments = [one for one in dossier.timeline if person is None or _concerns(one, person, dossier)]
        self._moments = {f"{number}:{one.record_id}": one for number, one in enumerate(moments)}
        rows = TimelineRows(moments, dossier.standing.now)
        hint = f"Nothing yet: {self.services.key('log')} logs."
        self._timeline.set_entries(list(self._moments), rows.entry, rows.heights, hint=hint)
        self._say_more()

    def _show_head(self, parts: DetailSections) -> None:
        head = self.query_one("#head", Static)
        head.update(parts.head(self.size.width - head.gutter.width))

    def _say_more(self) -> None:
        """Where the timeline has no room beside the sections, say that there is one."""
        is_narrow = self.size.width < _BOTH_FIT
        self.query_one("#sections-part").border_subtitle = (
            Content(f"{self.services.key('detail.section')}: timeline ({len(self._moments)})") if is_narrow else ""
        )

    def on_resize(self) -> None:
        """There may be room for both now, and for more in the head."""
        self._say_more()
        if self._dossier is not None:
            self._show_head(DetailSections(self._dossier, self.person, self.services.config, self.services.key))

    # What is at the cursor

    @property
    def _line(self) -> Line | None:
        """What is at the cursor of the sections, if they have the focus."""
        key = self._sections.highlighted if self.is_mounted and not self._timeline.has_focus else None
        return self._lines.get(key) if key is not None else None

    @property
    def _moment(self) -> Moment | None:
        """What is at the cursor of the timeline, if it has the focus."""
        key = self._timeline.highlighted if self.is_mounted and self._timeline.has_focus else None
        return self._moments.get(key) if key is not None else None


def _concerns(moment: Moment, person: Contact, dossier: Dossier) -> bool:
    """Whether a moment belongs to a person: theirs, or on their own screen any."""
    return dossier.opportunity is None or person.id in moment.contact_ids
