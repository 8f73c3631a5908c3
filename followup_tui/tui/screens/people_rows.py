"""Contacts as the rows of a table, made when they are drawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from followup_tui.desk.directory import Listing
from followup_tui.domain.phrases import action_words, ago_words, card_words, look, when_words
from followup_tui.domain.records import Contact
from followup_tui.domain.salutation import first_name
from followup_tui.domain.text import visible
from followup_tui.tui.screens.cards import urgency
from followup_tui.tui.widgets.cells import SEPARATOR
from followup_tui.tui.widgets.table import Cell, Row, TableColumn

COLUMNS: Final = (
    TableColumn("name", "Name", 16, share=3),
    TableColumn("company", "Company", 12, share=3, rank=1),
    TableColumn("title", "Title", 14, share=3, rank=3),
    TableColumn("heard", "Last heard", 11, rank=2),
    TableColumn("next", "Next step", 22, share=5),
)


class PeopleRows:
    """The rows of a listing, with the marks, which stay while the listing changes."""

    def __init__(self) -> None:
        self.ids: Sequence[str] = ()
        self.marked: dict[str, None] = {}
        """The ids of all who are marked, in the order in which they were; those out of sight too."""
        self._listing: Listing | None = None
        self._now: datetime | None = None

    def show(self, listing: Listing, now: datetime) -> None:
        """Make rows of another listing; whoever is gone from the book is no longer marked."""
        self._listing, self._now = listing, now
        self.ids = [contact.id for contact in listing.contacts]
        if self.marked:
            self.marked = {one: None for one in self.marked if one in listing.everybody}

    def contact(self, contact_id: str) -> Contact | None:
        """The contact with this id, if they are in the book."""
        return self._listing.everybody.get(contact_id) if self._listing else None

    def turn_mark(self, contact_id: str) -> None:
        """Mark or unmark somebody."""
        if contact_id in self.marked:
            del self.marked[contact_id]
        else:
            self.marked[contact_id] = None

    def turn_all_marks(self) -> None:
        """Mark all that are listed; if they all are, none of them."""
        if all(one in self.marked for one in self.ids):
            listed = set(self.ids)
            self.marked = {one: None for one in self.marked if one not in listed}
        else:
            self.marked |= dict.fromkeys(self.ids)

    def unmark(self) -> None:
        """Nobody is marked any more."""
        self.marked.clear()

    def row(self, index: int) -> Row:
        """A row, by its place in the listing."""
        listing, now = self._listing, self._now
        assert listing is not None
        assert now is not None
        contact = listing.contacts[index]
        heard = listing.heard.get(contact.id)
        cells = (
            Cell(visible(contact.name)),
            Cell(visible(contact.company or ""), "muted"),
            Cell(visible(contact.title or _role(contact)), "muted"),
            Cell(ago_words(heard.astimezone(now.tzinfo), now) if heard else "", "muted"),
            _next(contact, listing, now),
        )
        return Row(cells, marked=contact.id in self.marked)


def _role(contact: Contact) -> str:
    return "" if contact.role == "other" else contact.role.replace("_", " ")


def _next(contact: Contact, listing: Listing, now: datetime) -> Cell:
    follow_up = listing.next.get(contact.id)
    if follow_up is None:
        return Cell("keep in touch" if contact.keep_in_touch else "", "muted")
    action = action_words(follow_up.kind, first_name(contact.name))
    step = visible(f"{look(follow_up).symbol} {action}{SEPARATOR}")
    return Cell(step + when_words(follow_up, now), urgency(follow_up), step + card_words(follow_up, now))
