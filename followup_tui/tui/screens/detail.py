"""One opportunity or one contact: who and what it is about, what comes next and why, and everything that happened."""

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType

from followup_tui.desk import people
from followup_tui.desk.desk import Desk
from followup_tui.desk.look import Given
from followup_tui.desk.timeline import Moment
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Promise, Record
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.after_keys import AfterKeys
from followup_tui.tui.screens.base import DetailWanted, DraftWanted, Target
from followup_tui.tui.screens.detail_page import DetailPage
from followup_tui.tui.screens.detail_sections import Line, interview_text
from followup_tui.tui.screens.instead_keys import InsteadKeys
from followup_tui.tui.screens.interview_keys import InterviewKeys
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table_sections import Sections

if TYPE_CHECKING:
    from followup_tui.tui.screens.forms import Held


class DetailScreen(DetailPage, AfterKeys, InterviewKeys, InsteadKeys):
    """The keys of an opportunity's or a contact's screen: for the line at the cursor, or what it is about."""

    LINES_ARE_FOLLOW_UPS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="Open what is at the cursor", id="detail.open", show=False),
        Binding("K", "keep", "In touch", tooltip="Keep in touch with them, or stop", id="detail.keep", show=False),
        Binding("tab", "section(1)", "Section", tooltip="To the next section", id="detail.section"),
        Binding("shift+tab", "section(-1)", "Back", show=False, tooltip="To the section before", id="detail.before"),
        Binding("left", "person(-1)", "Person before", show=False, tooltip="To the person before", id="detail.left"),
        Binding("right", "person(1)", "Next person", show=False, tooltip="To the next person", id="detail.right"),
        Binding("escape", "back", "Back", tooltip="Back to where you came from", id="back"),
    ]

    # What the keys act on

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

    def record(self) -> "Held | None":
        """What is edited: the interview or the person at the cursor, else what the screen is about."""
        line, dossier = self._line, self._dossier
        if line is not None and isinstance(line.thing, Interview | Contact | Opportunity):
            return line.thing
        if dossier is None:
            return None
        return dossier.opportunity or dossier.contacts[0]

    async def to_edit(self) -> "Held | None":
        """What is at the cursor: what was logged, said, planned or sent, else the record."""
        line, moment = self._line, self._moment
        if moment is not None and moment.record_id is not None:
            return cast("Held | None", await self.services.desk.ask(_record, moment.record_id))
        if line is not None and isinstance(line.thing, Given):
            return line.thing.material
        return await super().to_edit()

    @work
    async def action_edit(self) -> None:
        """Edit what is at the cursor; a draft is edited where it is written."""
        if self._line is not None and isinstance(self._line.thing, Draft):
            self._open(self._line)
        else:
            await self.edit()

    @work
    async def action_delete(self) -> None:
        """Delete what is at the cursor: a record, a draft, or what was logged."""
        line, moment = self._line, self._moment
        doomed = line.thing if line is not None and isinstance(line.thing, Draft) else await self.to_edit()
        if moment is not None and moment.sort == "stage":
            self.tell("A move between stages is part of the opportunity, and stays as long as that does.", "warning")
        elif doomed is not None:
            await self.delete([doomed.id])

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

    def asking(self) -> str | None:
        """The interview at the cursor, once it is over and unless it was called off."""
        line, dossier = self._line, self._dossier
        if line is None or dossier is None or not isinstance(line.thing, Interview):
            return None
        over_at = instant(line.thing.starts_at) + timedelta(minutes=line.thing.duration_min)
        return line.thing.id if line.thing.status != "cancelled" and over_at <= dossier.standing.now else None

    def open_promises(self) -> list[tuple[Interview, Promise]]:
        """The promise at the cursor, if it is open; else all that are."""
        line = self._line
        if line is not None and line.promise is not None and isinstance(line.thing, Interview):
            return [] if line.promise.kept_at else [(line.thing, line.promise)]
        interviews = self._dossier.interviews if self._dossier is not None else ()
        return [(one, promise) for one in interviews for promise in one.promises if promise.kept_at is None]

    async def action_keep(self) -> None:
        """Keep in touch with the person, or stop."""
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


def _record(desk: Desk, record_id: str) -> Record | None:
    return desk.book.get(record_id)
