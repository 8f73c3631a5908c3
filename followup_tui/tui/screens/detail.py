"""One opportunity or one contact: who and what it is about, what comes next and why, and everything that happened."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static, Tabs

from followup_tui.desk import look, people
from followup_tui.desk.look import Dossier, Given
from followup_tui.desk.timeline import Moment
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import NotFound
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Promise
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.base import DetailWanted, DraftWanted, Target
from followup_tui.tui.screens.detail_sections import DetailSections, Line, interview_text
from followup_tui.tui.screens.detail_timeline import TimelineRows
from followup_tui.tui.screens.instead_keys import InsteadKeys
from followup_tui.tui.screens.interview_keys import InterviewKeys
from followup_tui.tui.screens.record_keys import Held
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.person_tabs import PersonTabs
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table_sections import Sections
from followup_tui.tui.widgets.table_timeline import Timeline

_BOTH_FIT = 100
"""Cells for sections and timeline beside each other."""


class DetailScreen(InterviewKeys, InsteadKeys):
    """The opportunity on top with a tab for each person, or the contact; sections below, and beside them the timeline.

    Where there is no room for both, the timeline takes the place of the sections: for `tab` it is the last of them.
    """

    CSS_PATH = "detail.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (_BOTH_FIT, "-wide"),
    ]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="Open what is at the cursor", id="detail.open", show=False),
        Binding("K", "keep", "In touch", tooltip="Keep in touch with them, or no longer", id="detail.keep", show=False),
        Binding("tab", "section(1)", "Section", tooltip="To the next section", id="detail.section"),
        Binding("shift+tab", "section(-1)", "Back", show=False, tooltip="To the section before", id="detail.before"),
        Binding("h,left", "person(-1)", "Person before", show=False, tooltip="To the person before", id="detail.left"),
        Binding("l,right", "person(1)", "Next person", show=False, tooltip="To the next person", id="detail.right"),
        Binding("escape", "back", "Back", tooltip="Back to where you came from", id="back"),
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

    async def reload(self) -> look.Standing:
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
        await self._tabs.show_people([contact.name for contact in self._people] if with_tabs else [])

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
        self.query_one("#head", Static).update(shown_parts.head())
        sections, self._lines = shown_parts.sections()
        self._sections.set_sections(sections)
        moments = [one for one in dossier.timeline if person is None or _concerns(one, person, dossier)]
        self._moments = {f"{number}:{one.record_id}": one for number, one in enumerate(moments)}
        rows = TimelineRows(moments, dossier.standing.now)
        hint = f"Nothing yet: {self.services.key('log')} logs."
        self._timeline.set_entries(list(self._moments), rows.entry, rows.heights, hint=hint)
        self._say_more()

    def _say_more(self) -> None:
        """Where the timeline has no room beside the sections, say that there is one."""
        is_narrow = self.size.width < _BOTH_FIT
        self.query_one("#sections-part").border_subtitle = (
            Content(f"{self.services.key('detail.section')}: timeline ({len(self._moments)})") if is_narrow else ""
        )

    def on_resize(self) -> None:
        """There may be room for both now."""
        self._say_more()

    # What the keys act on

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

    def _follow_up(self) -> FollowUp | None:
        line = self._line
        if line is None or self._dossier is None:
            return None
        if line.promise is not None:
            key = f"promise:{line.promise.id}"
            return next((one for one in self._dossier.follow_ups if one.key == key), None)
        return line.thing if isinstance(line.thing, FollowUp) else None

    def target(self) -> Target:
        """The follow-up at the cursor, and the person whose tab is open or else all of them."""
        dossier = self._dossier
        if dossier is None:
            return Target()
        follow_up, person = self._follow_up(), self.person
        persons = (person,) if person else dossier.contacts
        line = self._line
        first = (
            follow_up.contact_id if follow_up else line.thing.id if line and isinstance(line.thing, Contact) else None
        )
        if first is not None:
            persons = tuple(sorted(persons, key=lambda one: one.id != first))
        running = [opportunity for opportunity in dossier.opportunities if opportunity.stage != "closed"]
        opportunity = dossier.opportunity or (running[0] if len(running) == 1 else None)
        return Target(follow_up, opportunity, persons)

    def record(self) -> Held | None:
        """What is edited: the interview or the person at the cursor, else what the screen is about."""
        line, dossier = self._line, self._dossier
        if line is not None and isinstance(line.thing, Interview | Contact | Opportunity):
            return line.thing
        if dossier is None:
            return None
        return dossier.opportunity or dossier.contacts[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One keeps in touch with one person at a time."""
        if action == "keep":
            return self.person is not None
        return super().check_action(action, parameters)

    @on(Sections.RowHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    # Opening

    @on(Sections.RowSelected)
    def _row_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open what is at the cursor."""
        line, moment = self._line, self._moment
        if moment is not None:
            self._read(moment)
        elif line is not None and self._follow_up() is not None:
            self.action_draft()
        elif line is not None:
            self._open(line)

    def _read(self, moment: Moment) -> None:
        """All the words of a moment."""
        dossier = self._dossier
        for interview in dossier.interviews if dossier is not None else ():
            if interview.id == moment.record_id and dossier is not None:
                self.app.push_screen(
                    Reading("Interview", interview_text(interview, dossier, self.services.config.stages.names))
                )
                return
        text = shown(moment.text or "There is no text to this.", single_line=False)
        self.app.push_screen(Reading(moment.title[:1].upper() + moment.title[1:], text))

    def _open(self, line: Line) -> None:
        thing, dossier = line.thing, self._dossier
        if isinstance(thing, Interview) and dossier is not None:
            self.app.push_screen(
                Reading("Interview", interview_text(thing, dossier, self.services.config.stages.names))
            )
        elif isinstance(thing, Draft):
            self.post_message(DraftWanted(self.target(), draft_id=thing.id))
        elif isinstance(thing, Given):
            text = "\n\n".join(filter(None, (thing.material.url, thing.material.text))) or "There is no text to this."
            self.app.push_screen(Reading(thing.material.title, shown(text, single_line=False)))
        elif isinstance(thing, Contact) and thing.id != self._contact_id and self.person is None:
            self.post_message(DetailWanted(None, thing.id))
        elif isinstance(thing, Opportunity) and thing.id != self._opportunity_id:
            self.post_message(DetailWanted(thing.id, None))
        else:
            self.action_edit()

    @work
    async def action_delete(self) -> None:
        """Delete what is at the cursor: a record, a draft, or what was logged."""
        line, moment = self._line, self._moment
        if moment is not None and moment.sort in ("in", "out", "reminder"):
            doomed = moment.record_id
        elif line is not None and isinstance(line.thing, Draft):
            doomed = line.thing.id
        else:
            record = self.record()
            doomed = record.id if record is not None else None
        if doomed is not None:
            await self.delete([doomed])

    # Interviews

    def interview(self) -> Interview | None:
        """The interview at the cursor, else the last that has begun, else the first ahead."""
        line, dossier = self._line, self._dossier
        if line is not None and isinstance(line.thing, Interview):
            return line.thing
        if dossier is None:
            return None
        person = self.person
        interviews = [
            one
            for one in dossier.interviews
            if one.status != "cancelled" and (person is None or person.id in one.contact_ids)
        ]
        interviews.sort(key=lambda one: instant(one.starts_at))
        begun = [one for one in interviews if instant(one.starts_at) <= dossier.standing.now]
        return begun[-1] if begun else interviews[0] if interviews else None

    def open_promises(self) -> list[tuple[Interview, Promise]]:
        """The promise at the cursor, if it is open; else all that are."""
        line = self._line
        if line is not None and line.promise is not None and isinstance(line.thing, Interview):
            return [] if line.promise.kept_at else [(line.thing, line.promise)]
        interviews = self._dossier.interviews if self._dossier is not None else ()
        return [(one, promise) for one in interviews for promise in one.promises if promise.kept_at is None]

    async def action_keep(self) -> None:
        """Keep in touch with the person, or no longer."""
        person = self.person
        if person is not None:
            change = await self.perform(people.keep_in_touch, [person.id], keep=not person.keep_in_touch)
            if change is not None:
                self.tell_done(change.label)

    # Going about

    def action_section(self, step: int) -> None:
        """To the next section, the timeline being the last; after it comes the first again."""
        if self._timeline.has_focus:
            self._show_timeline(shown=False)
            self._sections.go_to_end(last=step < 0)
        elif not self._sections.go_to_section(step):
            self._show_timeline(shown=True)

    def _show_timeline(self, *, shown: bool) -> None:
        """Give the timeline the focus, and the room where there is not enough for both; or the sections."""
        self.set_class(shown, "-timeline")
        (self._timeline if shown else self._sections).focus()
        self.refresh_bindings()

    def action_person(self, step: int) -> None:
        """To the next person, or the one before."""
        self._tabs.go(step)

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss()


def _concerns(moment: Moment, person: Contact, dossier: Dossier) -> bool:
    """Whether a moment belongs to a person: theirs, or on their own screen any."""
    return dossier.opportunity is None or person.id in moment.contact_ids
