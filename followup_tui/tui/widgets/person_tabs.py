"""A tab for everybody, and one for each person."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Tab, Tabs

from followup_tui.tui.widgets.safe import shown


class Tabbed(NamedTuple):
    """Who a tab is for, and whether they have been thanked for what there was to thank for."""

    name: str
    is_thanked: bool


class PersonTabs(Tabs, can_focus=False):
    """Tabs that the screen's keys go through, so that the focus stays where it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """No tabs yet."""
        super().__init__(id=id)
        self._names: list[str] = []

    async def show_people(self, people: Sequence[Tabbed]) -> None:
        """Show a tab for each of these; where they are the same people as before, the same one stays open."""
        names = [person.name for person in people]
        if names != self._names:
            self._names = names
            await self.clear()
            if names:
                await self.add_tab(Tab("Everybody"))
                for person in people:
                    await self.add_tab(Tab(_label(person)))
        for tab, person in zip(list(self.query(Tab))[1:], people, strict=False):
            tab.label = _label(person)

    @property
    def person(self) -> int | None:
        """Whose tab is open, by their place among the names; None for everybody's."""
        ids = [tab.id for tab in self.query(Tab)]
        index = ids.index(self.active) if self.active in ids else 0
        return index - 1 if 0 < index <= len(self._names) else None

    def go(self, step: int) -> None:
        """To the next tab, or the one before."""
        if self.display:
            if step > 0:
                self.action_next_tab()
            else:
                self.action_previous_tab()


def _label(person: Tabbed) -> Content:
    return Content.assemble(shown(person.name), (" ✓", "$text-success") if person.is_thanked else "")
