"""With whom to stay in touch, once an opportunity is closed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.domain.records import Contact
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.ticks import Ticks


class StayInTouch(Dialog[tuple[str, ...]]):
    """People to mark, nobody being marked at first; the answer is the ids of those who are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Done", tooltip="Stay in touch with those marked", id="stay.accept", priority=True),
    ]

    DEFAULT_CSS = """
    StayInTouch Ticks { max-height: 50vh; }
    """

    def __init__(self, people: Sequence[Contact]) -> None:
        """A dialog about these people, none of whom is kept in touch with yet."""
        super().__init__("Stay in touch with whom?")
        self._people = people

    def compose_question(self) -> list[Widget]:
        """One line a person."""
        lines = [
            (person.id, f"{person.name}, {person.title or person.role.replace('_', ' ')}") for person in self._people
        ]
        text = "You are reminded to say hello now and then. Nobody is fine too."
        return [explained(text), Ticks(lines)]

    def action_accept(self) -> None:
        """Take those who are marked."""
        self.dismiss(self.query_one(Ticks).ticked)
