"""One opportunity or one contact: who it is about, what comes next and why, and everything that happened."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static, Tab, Tabs
from textual.widgets.option_list import Option

from followup_tui.desk import look
from followup_tui.desk.look import Dossier, Moment
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import full_words, kind_words, when_words
from followup_tui.domain.phrases import look as look_of
from followup_tui.domain.records import Contact
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.base import DeskScreen, Target
from followup_tui.tui.screens.cards import urgency
from followup_tui.tui.screens.facts import about_contact, about_opportunity
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.urgency import COLOURS

_MARKS = {"interview": "◆", "out": "→", "in": "←", "stage": "▸"}


class DetailScreen(DeskScreen):
    """The opportunity on top, a tab for each person, the next follow-ups with their reasons, and the timeline."""

    CSS_PATH = "detail.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (90, "-wide"),
    ]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", tooltip="Back to where you came from", id="back"),
        Binding("j", "cursor(1)", "Down", show=False, tooltip="Down in the list", id="detail.down"),
        Binding("k", "cursor(-1)", "Up", show=False, tooltip="Up in the list", id="detail.up"),
        Binding("h,left", "person(-1)", "Person before", show=False, tooltip="To the person before", id="detail.left"),
        Binding("l,right", "person(1)", "Next person", show=False, tooltip="To the next person", id="detail.right"),
    ]

    def __init__(self, services: Services, *, opportunity_id: str | None = None, contact_id: str | None = None) -> None:
        """The detail of an opportunity, or else of a contact."""
        super().__init__(services)
        self._opportunity_id = opportunity_id
        self._contact_id = contact_id
        self._dossier: Dossier | None = None
        self._people: tuple[Contact, ...] = ()
        self._follow_ups: tuple[FollowUp, ...] = ()
        self._moments: tuple[Moment, ...] = ()

    def compose_body(self) -> ComposeResult:
        """About, people, next, timeline."""
        yield Static(id="about")
        yield Tabs(id="people")
        yield Static(id="person")
        with Horizontal(id="parts"):
            yield _part("Next", "next")
            yield _part("Timeline", "timeline")

    async def on_mount(self) -> None:
        """The cursor starts on what is next."""
        self.query_one("#next", OptionList).focus()

    async def reload(self) -> look.Standing:
        """Show the dossier anew."""
        desk = self.services.desk
        if self._opportunity_id is not None:
            dossier = await desk.ask(look.opportunity_dossier, self._opportunity_id)
        else:
            dossier = await desk.ask(look.contact_dossier, self._contact_id or "")
        self._dossier = dossier
        now = dossier.standing.now
        about = about_opportunity(dossier) if dossier.opportunity else about_contact(dossier.contacts[0], now)
        self.query_one("#about", Static).update(about)
        await self._show_people()
        self._show_parts()
        return dossier.standing

    async def _show_people(self) -> None:
        """A tab for everybody and one for each person; none on the screen of one contact."""
        tabs, dossier = self.query_one(Tabs), self._dossier
        assert dossier is not None
        tabs.display = dossier.opportunity is not None and bool(dossier.contacts)
        if [contact.name for contact in dossier.contacts] == [contact.name for contact in self._people]:
            self._people = dossier.contacts
            return
        self._people = dossier.contacts
        await tabs.clear()
        await tabs.add_tab(Tab("Everybody"))
        for contact in self._people:
            await tabs.add_tab(Tab(shown(contact.name)))

    @property
    def person(self) -> Contact | None:
        """Whose tab is open; None for everybody's."""
        if self._dossier is not None and self._dossier.opportunity is None:
            return self._people[0] if self._people else None
        tabs = self.query_one(Tabs)
        names = [tab.id for tab in tabs.query(Tab)]
        index = names.index(tabs.active) if tabs.active in names else 0
        return self._people[index - 1] if 0 < index <= len(self._people) else None

    @on(Tabs.TabActivated)
    def _person_chosen(self) -> None:
        self._show_parts()
        self.refresh_bindings()

    def _show_parts(self) -> None:
        """What is next and what happened, for everybody or the person whose tab is open."""
        dossier, person = self._dossier, self.person
        if dossier is None:
            return
        now = dossier.standing.now
        line = self.query_one("#person", Static)
        line.display = dossier.opportunity is not None and person is not None
        if person is not None:
            line.update(about_contact(person, now))
        self._follow_ups = tuple(
            follow_up for follow_up in dossier.follow_ups if person is None or follow_up.contact_id == person.id
        )
        self._moments = tuple(
            moment for moment in dossier.timeline if person is None or person.id in moment.contact_ids
        )
        options = [Option(self._next_line(follow_up)) for follow_up in self._follow_ups]
        _fill(self.query_one("#next", OptionList), options or [Option("Nothing is planned.", disabled=True)])
        options = [Option(self._moment_line(moment)) for moment in self._moments]
        _fill(self.query_one("#timeline", OptionList), options or [Option("Nothing yet; t logs.", disabled=True)])

    def _next_line(self, follow_up: FollowUp) -> Content:
        assert self._dossier is not None
        whom = next((person.name for person in self._people if person.id == follow_up.contact_id), "")
        return Content.assemble(
            (f"{look_of(follow_up).symbol} ", COLOURS[urgency(follow_up)]),
            kind_words(follow_up.kind).capitalize(),
            shown(f" to {whom}" if whom else ""),
            ("  " + when_words(follow_up, self._dossier.standing.now), COLOURS[urgency(follow_up)]),
            "\n  ",
            shown(follow_up.reason, style="$text-muted"),
        )

    def _moment_line(self, moment: Moment) -> Content:
        assert self._dossier is not None
        first = moment.text.strip().split("\n", 1)[0]
        return Content.assemble(
            (f"{_MARKS[moment.sort]} ", "$text-primary"),
            (full_words(moment.at, self._dossier.standing.now) + "  ", "$text-muted"),
            shown(moment.title),
            *(("\n  ", shown(first, style="$text-muted")) if first else ()),
        )

    def target(self) -> Target:
        """The follow-up at the cursor, and the person whose tab is open or else all of them."""
        dossier = self._dossier
        if dossier is None or not self.is_mounted:
            return Target()
        index = self.query_one("#next", OptionList).highlighted
        follow_up = self._follow_ups[index] if index is not None and index < len(self._follow_ups) else None
        person = self.person
        people = (person,) if person else dossier.contacts
        if follow_up is not None:
            people = tuple(sorted(people, key=lambda contact: contact.id != follow_up.contact_id))
        running = [opportunity for opportunity in dossier.opportunities if opportunity.stage != "closed"]
        opportunity = dossier.opportunity or (running[0] if len(running) == 1 else None)
        return Target(follow_up, opportunity, people)

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#next")
    def _follow_up_opened(self) -> None:
        self.action_draft()

    @on(OptionList.OptionSelected, "#timeline")
    def _moment_opened(self, event: OptionList.OptionSelected) -> None:
        moment = self._moments[event.option_index]
        text = moment.text or "There is no text to this."
        self.app.push_screen(Reading(moment.title, shown(text, single_line=False)))

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss()

    def action_cursor(self, step: int) -> None:
        """Up or down in the list that has the focus."""
        focused = self.focused
        if isinstance(focused, OptionList):
            if step > 0:
                focused.action_cursor_down()
            else:
                focused.action_cursor_up()

    def action_person(self, step: int) -> None:
        """To the next person, or the one before."""
        tabs = self.query_one(Tabs)
        if tabs.display:
            if step > 0:
                tabs.action_next_tab()
            else:
                tabs.action_previous_tab()


def _part(title: str, name: str) -> Vertical:
    part = Vertical(OptionList(id=name, markup=False), classes="part")
    part.border_title = title
    return part


def _fill(options: OptionList, lines: list[Option]) -> None:
    """Other lines, the cursor staying where it was."""
    kept = options.highlighted
    options.clear_options()
    options.add_options(lines)
    options.highlighted = min(kept or 0, len(lines) - 1)
