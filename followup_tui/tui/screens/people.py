"""Everybody one knows: found as one types, in any order, and whatever can be done with one or with many at once."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from followup_tui.desk import marks, people
from followup_tui.desk.directory import SORTS, Directory, Listing, Query
from followup_tui.desk.standing import Standing
from followup_tui.domain.records import Contact
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.contact_form import ContactForm
from followup_tui.tui.dialogs.marked import TagMarked
from followup_tui.tui.screens import note_acts, record_acts
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.merge_acts import merge
from followup_tui.tui.screens.people_rows import COLUMNS, PeopleRows
from followup_tui.tui.screens.people_words import nobody_words, order_words, view_words
from followup_tui.tui.screens.wanted import DetailWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.narrow import NarrowField
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table import Table
from followup_tui.tui.widgets.view_line import ViewLine


class PeopleScreen(DeskScreen):
    """A table of contacts. Keys act on all that are marked, or else on the one at the cursor."""

    PLACE = "People"
    CSS_PATH = "people.tcss"
    AUTO_FOCUS = "Table"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "merge", "Merge", tooltip="Make one contact of several that are one person", id="people.merge"),
        Binding("enter", "open", "Open", tooltip="The contact with everything about them", id="people.open"),
        Binding("slash", "narrow", "Find", tooltip="Show only those who fit what you type", id="people.narrow"),
        Binding("m", "mark", "Mark", tooltip="Mark or unmark who is at the cursor", id="people.mark"),
        Binding("A", "mark_all", "Mark all", tooltip="Mark all that are shown, or none", show=False, id="people.all"),
        Binding("K", "keep", "Keep in touch", tooltip="Keep in touch with them, or stop", id="people.keep"),
        Binding("n", "new_contact", "New", tooltip="Add a contact", id="people.add"),
        Binding(
            "o", "order", "Order", tooltip="Another order: name, company, last heard, next, new", id="people.order"
        ),
        Binding("r", "turn", "Turn", tooltip="The same order from the other end", show=False, id="people.turn"),
        Binding("escape", "show_all", "Show all", tooltip="Everybody again, nobody marked", id="people.show_all"),
    ]

    def __init__(self, services: Services) -> None:
        """A table of the desk's contacts."""
        super().__init__(services)
        self._directory = Directory()
        self._query = Query()
        self._listing: Listing | None = None
        self._rows = PeopleRows()

    def compose_body(self) -> ComposeResult:
        """The field to find with, which shows itself when wanted; the table; and the line that says how it is shown."""
        field = NarrowField("", "/ name, company, title, #tag, address, notes", compact=True)
        field.display = False
        yield field
        yield Table(COLUMNS)
        yield ViewLine()

    @property
    def table(self) -> Table:
        """The table."""
        return self.query_one(Table)

    async def reload(self) -> Standing:
        """Show everybody who fits."""
        listing = await self.services.desk.ask(self._directory.listing, self._query)
        self._show(listing)
        return listing.standing

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        self._rows.show(listing, self.services.now())
        query = self._query
        hint = shown(nobody_words(query, self.services.key)).plain
        self.table.set_rows(self._rows.ids, self._rows.row, sorted_by=(query.sort, query.backwards), hint=hint)
        self._say_view()
        self.refresh_bindings()

    def _say_view(self) -> None:
        """What was typed, how many fit, how many are marked; and the order."""
        if self._listing is not None:
            query, marked = self._query, len(self._rows.marked)
            view = view_words(self._listing, query, marked, self.services.key, is_typing=self._is_typing)
            self.query_one(ViewLine).show(view, order_words(query))

    # What the keys act on

    @property
    def contact(self) -> Contact | None:
        """Who is at the cursor."""
        cursor = self.table.cursor if self.is_mounted and self._listing is not None else None
        return self._listing.contacts[cursor] if self._listing is not None and cursor is not None else None

    def target(self) -> Target:
        """Who is at the cursor, with the most urgent follow-up to them."""
        contact = self.contact
        if contact is None or self._listing is None:
            return Target()
        return Target(self._listing.next.get(contact.id), None, (contact,))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of all who are marked, else of who is at the cursor."""
        if self._rows.marked:
            return tuple(self._rows.marked)
        return (self.contact.id,) if self.contact else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on people is there while there are some."""
        if action == "show_all":
            return bool(self._query.words or self._rows.marked)
        if action in ("narrow", "order", "turn", "mark_all"):
            is_typing = action == "narrow" and self._is_typing
            return self._listing is not None and len(self._listing.everybody) > 0 and not is_typing
        if action in ("open", "mark"):
            return self.contact is not None
        if action in ("keep", "tag", "delete", "merge"):
            return bool(self.chosen)
        return super().check_action(action, parameters)

    @on(Table.RowHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    @on(Table.RowSelected)
    def _row_opened(self, event: Table.RowSelected) -> None:
        self.post_message(DetailWanted(None, event.row_id))

    def action_open(self) -> None:
        """Open who is at the cursor."""
        self.table.action_select()

    @work
    async def action_log(self) -> None:
        """Take a reply that is pasted, about the opportunity that it is about."""
        contact = self.contact
        if contact is None:
            return
        running = await self.clerk.perform(people.running, contact.id) or ()
        choices = [Choice("", one.company, one.role, one) for one in running]
        chosen = running[0] if len(running) == 1 else None
        if len(running) > 1:
            chosen = await self.app.push_screen_wait(Choose("About which opportunity?", choices))
            if chosen is None:
                return
        await note_acts.log(self.clerk, Target(None, chosen, (contact,)), direction="in")

    # Marks

    def action_mark(self) -> None:
        """Mark or unmark who is at the cursor, and on to the next."""
        contact = self.contact
        if contact is not None:
            self._rows.turn_mark(contact.id)
            self.table.refresh_rows()
            self.table.action_cursor_down()
            self._marks_changed()

    def action_mark_all(self) -> None:
        """Mark all that are shown; if they all are, none."""
        self._rows.turn_all_marks()
        self.table.refresh_rows()
        self._marks_changed()

    def _unmark(self) -> None:
        """Nobody is marked any more."""
        self._rows.unmark()
        self.table.refresh_rows()
        self._marks_changed()

    def _marks_changed(self) -> None:
        self._say_view()
        self.refresh_bindings()

    # What is done with one or many

    def _chosen_people(self) -> list[Contact]:
        return [contact for one in self.chosen if (contact := self._rows.contact(one)) is not None]

    async def action_keep(self) -> None:
        """Keep in touch with them; if one does with all of them, no longer."""
        keep = not all(contact.keep_in_touch for contact in self._chosen_people())
        change = await self.clerk.perform(people.keep_in_touch, self.chosen, keep=keep)
        if change is not None:
            self.clerk.tell_done(change.label)

    @work
    async def action_tag(self) -> None:
        """Give them tags, and take some away."""
        chosen, persons = self.chosen, self._chosen_people()
        known = dict.fromkeys(tag for contact in persons for tag in contact.tags)
        tags = await self.app.push_screen_wait(TagMarked(f"Tag {people.names(persons)}", tuple(known)))
        if tags is None:
            return
        change = await self.clerk.perform(people.tag, chosen, add=tags.add, remove=tags.remove)
        if change is not None:
            self.clerk.tell_done(change.label)

    @work
    async def action_delete(self) -> None:
        """Delete them, having said what goes along."""
        await record_acts.delete(self.clerk, self.chosen)

    @work
    async def action_merge(self) -> None:
        """Merge all who are marked; else who is at the cursor with those who are likely the same."""
        done = await merge(self.clerk, self.chosen)
        if done is not None:
            self._unmark()
            self.clerk.tell_done(done)

    @work
    async def action_new_contact(self) -> None:
        """Add a contact, and go to them."""
        known = await self.services.desk.ask(marks.known_tags)
        added = await self.app.push_screen_wait(ContactForm(self.services, known_tags=known))
        if added is not None:
            self.clerk.tell_done(f"Added {added.name}")
            await self.show_anew()
            if added.id in self._rows.ids:
                self.table.go_to(list(self._rows.ids).index(added.id))

    # The order

    async def action_order(self) -> None:
        """The next order."""
        await self._ask(self._query._replace(sort=SORTS[(SORTS.index(self._query.sort) + 1) % len(SORTS)]))

    async def action_turn(self) -> None:
        """The same order from the other end."""
        await self._ask(self._query._replace(backwards=not self._query.backwards))

    @on(Table.HeaderSelected)
    async def _column_chosen(self, event: Table.HeaderSelected) -> None:
        for sort in SORTS:
            if sort == event.column_id:
                backwards = sort == self._query.sort and not self._query.backwards
                await self._ask(self._query._replace(sort=sort, backwards=backwards))

    async def _ask(self, query: Query, *, to_first: bool = False) -> None:
        """Show the answer to another query."""
        self._query = query
        listing = await self.services.desk.ask(self._directory.listing, query, anew=False)
        if query == self._query:
            self._show(listing)
            if to_first:
                self.table.go_to(0)

    # Finding

    @property
    def _is_typing(self) -> bool:
        return self.is_mounted and self.query_one(NarrowField).display

    def action_narrow(self) -> None:
        """Type words that a contact must have; what was typed before can be changed."""
        field = self.query_one(NarrowField)
        field.display = True
        field.focus()
        self._say_view()

    @on(Input.Changed)
    @work(exclusive=True, group="narrow")
    async def _typed(self, event: Input.Changed) -> None:
        if event.value != self._query.words:
            await self._ask(self._query._replace(words=event.value), to_first=bool(event.value.strip()))

    @on(NarrowField.Left)
    async def _typed_all(self, event: NarrowField.Left) -> None:
        event.field.display = False
        self.table.focus()
        self._say_view()
        self.refresh_bindings()

    def action_show_all(self) -> None:
        """Everybody again; then nobody marked any more."""
        if self._query.words:
            self.query_one(NarrowField).value = ""
        else:
            self._unmark()
