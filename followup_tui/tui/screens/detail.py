"""One opportunity or one contact: who and what it is about, what comes next and why, and everything that happened."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Tabs

from followup_tui.desk import look, people
from followup_tui.desk.desk import Desk
from followup_tui.desk.look import Dossier, Given
from followup_tui.desk.standing import Standing
from followup_tui.desk.timeline import Moment
from followup_tui.domain.errors import NotFound
from followup_tui.domain.records import Contact, Draft, Opportunity, Record
from followup_tui.tui.screens import interview_acts, record_acts
from followup_tui.tui.screens.after import AFTER_KEY, AfterInterviews
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.detail_here import Here
from followup_tui.tui.screens.detail_panes import DetailHead, DetailLines, DetailTimeline
from followup_tui.tui.screens.detail_reading import reading_of
from followup_tui.tui.screens.detail_sections import DetailSections, Thing, thanked
from followup_tui.tui.screens.wanted import DetailWanted, DraftWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.person_tabs import PersonTabs, Tabbed
from followup_tui.tui.widgets.table_sections import Sections

if TYPE_CHECKING:
    from followup_tui.tui.screens.forms import Held

_BOTH_FIT: Final = 100
"""Cells for sections and timeline beside each other."""
_NEEDED: Final[Mapping[str, Callable[[Here], object]]] = {
    "keep": attrgetter("person"),
    "after": attrgetter("interview_that_is_over"),
    "add_point": attrgetter("interview"),
    "add_promise": attrgetter("interview"),
    "keep_promise": attrgetter("open_promises"),
}
"""What there must be at the cursor for a key to be there."""


class DetailScreen(DeskScreen):
    """The opportunity on top with a tab for each person, or the contact; sections below, and beside them the timeline.

    Where there is no room for both, the timeline takes the place of the sections: for `tab` it is the last of them.
    The keys are for what is at the cursor (`Here`), or what the screen is about.
    """

    IS_OPENED = True
    LINES_ARE_FOLLOW_UPS = True
    CSS_PATH = "detail.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (_BOTH_FIT, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add_point", "Point", tooltip="Note what is worth coming back to", id="interview.point"),
        Binding("p", "add_promise", "Promise", tooltip="Note what you said you would send", id="interview.promise"),
        Binding("v", "keep_promise", "Kept", tooltip="The promise is kept", id="interview.kept"),
        AFTER_KEY,
        Binding("enter", "open", "Open", tooltip="Open what is at the cursor", id="detail.open", show=False),
        Binding("K", "keep", "In touch", tooltip="Keep in touch with them, or stop", id="detail.keep", show=False),
        Binding("tab", "section(1)", "Section", tooltip="To the next section", id="detail.section"),
        Binding("shift+tab", "section(-1)", "Back", show=False, tooltip="To the section before", id="detail.before"),
        Binding("left", "person(-1)", "Person before", show=False, tooltip="To the person before", id="detail.left"),
        Binding("right", "person(1)", "Next person", show=False, tooltip="To the next person", id="detail.right"),
        Binding("escape", "back", "Back", tooltip="Back to where you came from", id="back"),
    ]

    def __init__(self, services: Services, *, opportunity_id: str | None = None, contact_id: str | None = None) -> None:
        """The detail of an opportunity, or else of a contact."""
        super().__init__(services)
        self._opportunity_id = opportunity_id
        self._contact_id = contact_id
        self._dossier: Dossier | None = None
        self._after = AfterInterviews(self.clerk)

    def compose_body(self) -> ComposeResult:
        """About, people, sections, timeline."""
        yield DetailHead(id="head")
        yield PersonTabs(id="people")
        with Horizontal(id="parts"):
            yield Vertical(DetailLines(), classes="part", id="sections-part")
            part = Vertical(DetailTimeline(), classes="part", id="timeline-part")
            part.border_title = "Timeline"
            yield part

    @property
    def _lines(self) -> DetailLines:
        return self.query_one(DetailLines)

    @property
    def _timeline(self) -> DetailTimeline:
        return self.query_one(DetailTimeline)

    @property
    def _tabs(self) -> PersonTabs:
        return self.query_one(PersonTabs)

    async def on_mount(self) -> None:
        """The cursor starts on what is next."""
        self._lines.focus()

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
        with_tabs = dossier.opportunity is not None and bool(dossier.contacts)
        self._tabs.display = with_tabs
        people = [Tabbed(one.name, thanked(dossier, one).is_complete) for one in dossier.contacts]
        await self._tabs.show_people(people if with_tabs else [])

    @property
    def person(self) -> Contact | None:
        """Whose tab is open, or whose screen it is; None for everybody's."""
        if self._dossier is None:
            return None
        people = self._dossier.contacts
        index = self._tabs.person if self._dossier.opportunity is not None else 0
        return people[index] if index is not None and index < len(people) else None

    @on(Tabs.TabActivated)
    def _person_chosen(self) -> None:
        self._show_parts()
        self._lines.go_to_end(last=False)
        self.refresh_bindings()

    def _show_parts(self) -> None:
        """The sections and the timeline, of everybody or of the person whose tab is open."""
        dossier, person = self._dossier, self.person
        if dossier is None:
            return
        parts = DetailSections(dossier, person, self.services.config, self.services.key)
        self.query_one(DetailHead).show(parts)
        self._lines.show(parts)
        moments = [one for one in dossier.timeline if person is None or _concerns(one, person, dossier)]
        self._timeline.show(moments, dossier.standing.now, f"Nothing yet: {self.services.key('log')} logs.")
        self._say_more()

    def _say_more(self) -> None:
        """Where the timeline has no room beside the sections, say that there is one."""
        is_narrow = self.size.width < _BOTH_FIT
        self.query_one("#sections-part").border_subtitle = (
            Content(f"{self.services.key('detail.section')}: timeline ({len(self._timeline.moments)})")
            if is_narrow
            else ""
        )

    def on_resize(self) -> None:
        """There may be room for both now, and for more in the head."""
        self._say_more()
        self.query_one(DetailHead).fit()

    # What the keys act on

    @property
    def _here(self) -> Here | None:
        """What is at the cursor of what has the focus; None before there is anything."""
        if self._dossier is None or not self.is_mounted:
            return None
        in_timeline = self._timeline.has_focus
        line, moment = (None, self._timeline.moment) if in_timeline else (self._lines.line, None)
        return Here(self._dossier, self.person, line, moment)

    def target(self) -> Target:
        """The follow-up at the cursor, and the person whose tab is open or else all of them."""
        here = self._here
        return here.target if here is not None else Target()

    def record(self) -> "Held | None":
        """What is edited: the interview or the person at the cursor, else what the screen is about."""
        here = self._here
        return here.record if here is not None else None

    async def to_edit(self) -> "Held | None":
        """What is at the cursor: what was logged, said, planned or sent, else the record."""
        here = self._here
        if here is not None and here.moment is not None and here.moment.record_id is not None:
            return cast("Held | None", await self.services.desk.ask(_record, here.moment.record_id))
        if here is not None and here.line is not None and isinstance(here.line.thing, Given):
            return here.line.thing.material
        return await super().to_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of an interview are there while there is one; one keeps in touch with one person at a time."""
        needed = _NEEDED.get(action)
        if needed is not None:
            here = self._here
            return here is not None and bool(needed(here))
        return super().check_action(action, parameters)

    @on(Sections.RowHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    # Opening, editing, deleting

    @on(Sections.RowSelected)
    def _row_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open what is at the cursor: its words, its own screen, the editor of a draft, or a form."""
        here = self._here
        if here is None:
            return
        reading = reading_of(here, self.services.config.stages.names)
        if reading is not None:
            self.app.push_screen(reading)
        elif here.follow_up is not None:
            self.action_draft()
        elif here.line is not None:
            self._open(here.line.thing)

    def _open(self, thing: Thing | None) -> None:
        if isinstance(thing, Draft):
            self.post_message(DraftWanted(self.target(), draft_id=thing.id))
        elif isinstance(thing, Contact) and thing.id != self._contact_id and self.person is None:
            self.post_message(DetailWanted(None, thing.id))
        elif isinstance(thing, Opportunity) and thing.id != self._opportunity_id:
            self.post_message(DetailWanted(thing.id, None))
        else:
            self.action_edit()

    @work
    async def action_edit(self) -> None:
        """Edit what is at the cursor; a draft is edited where it is written."""
        here = self._here
        thing = here.line.thing if here is not None and here.line is not None else None
        if isinstance(thing, Draft):
            self._open(thing)
        else:
            await record_acts.edit(self.clerk, await self.to_edit())

    @work
    async def action_delete(self) -> None:
        """Delete what is at the cursor: a record, a draft, or what was logged."""
        here = self._here
        thing = here.line.thing if here is not None and here.line is not None else None
        doomed = thing if isinstance(thing, Draft) else await self.to_edit()
        if here is not None and here.moment is not None and here.moment.sort == "stage":
            told = "A move between stages is part of the opportunity, and stays as long as that does."
            self.clerk.tell(told, "warning")
        elif doomed is not None:
            await record_acts.delete(self.clerk, [doomed.id])

    # Interviews, and keeping in touch

    @work
    async def action_after(self) -> None:
        """Ask how an interview went, what was said, what was promised, when they decide."""
        here = self._here
        if here is not None and here.interview_that_is_over is not None:
            await self._after.ask(here.interview_that_is_over)

    @work
    async def action_add_point(self) -> None:
        """Note what is worth coming back to."""
        here = self._here
        if here is not None and here.interview is not None:
            await interview_acts.add_point(self.clerk, here.interview)

    @work
    async def action_add_promise(self) -> None:
        """Note what the user said they would send."""
        here = self._here
        if here is not None and here.interview is not None:
            await interview_acts.add_promise(self.clerk, here.interview)

    @work
    async def action_keep_promise(self) -> None:
        """Mark a promise as kept: the one at the cursor, the only one, or one of several."""
        here = self._here
        if here is not None:
            await interview_acts.keep_promise(self.clerk, here.open_promises)

    async def action_keep(self) -> None:
        """Keep in touch with the person, or stop."""
        person = self.person
        if person is not None:
            change = await self.clerk.perform(people.keep_in_touch, [person.id], keep=not person.keep_in_touch)
            if change is not None:
                self.clerk.tell_done(change.label)

    # Going about

    def action_section(self, step: int) -> None:
        """To the next section, the timeline being the last; after it comes the first again."""
        if self._timeline.has_focus:
            self._show_timeline(shown=False)
            self._lines.go_to_end(last=step < 0)
        elif not self._lines.go_to_section(step):
            self._show_timeline(shown=True)

    def _show_timeline(self, *, shown: bool) -> None:
        """Give the timeline the focus, and the room where there is not enough for both; or the sections."""
        self.set_class(shown, "-timeline")
        (self._timeline if shown else self._lines).focus()
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


def _record(desk: Desk, record_id: str) -> Record | None:
    return desk.book.get(record_id)
