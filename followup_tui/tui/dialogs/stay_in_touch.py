"""With whom to stay in touch, once an opportunity is closed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from followup_tui.domain.records import Contact
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.safe import shown


class StayInTouch(Dialog[tuple[str, ...]]):
    """People to mark, nobody being marked at first; the answer is the ids of those who are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Done", tooltip="Stay in touch with those marked", id="stay.accept", priority=True),
        Binding("space", "mark", "Mark", tooltip="Mark the person at the cursor, or not", id="stay.mark"),
        Binding("j", "step(1)", "Down", show=False, tooltip="To the next person", id="stay.down"),
        Binding("k", "step(-1)", "Up", show=False, tooltip="To the person before", id="stay.up"),
    ]

    DEFAULT_CSS = """
    StayInTouch SelectionList { height: auto; max-height: 12; border: none; padding: 0; background: $surface; }
    """

    def __init__(self, people: Sequence[Contact]) -> None:
        """A dialog about these people, none of whom is kept in touch with yet."""
        super().__init__("Stay in touch with whom?")
        self._people = people

    def compose_question(self) -> list[Widget]:
        """One line a person."""
        lines = (
            Selection(shown(f"{person.name}, {person.title or person.role.replace('_', ' ')}"), person.id)
            for person in self._people
        )
        text = "You are reminded to say hello now and then. Nobody is fine too."
        return [explained(text), SelectionList[str](*lines)]

    def action_mark(self) -> None:
        """Mark the person at the cursor, or not."""
        self._list.action_select()

    def action_step(self, step: int) -> None:
        """To the next person, or the one before."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_accept(self) -> None:
        """Take those who are marked."""
        self.dismiss(tuple(self._list.selected))

    @property
    def _list(self) -> SelectionList[str]:
        return self.query_one(SelectionList)
