"""A tab for everybody, and one for each person."""

from collections.abc import Sequence

from textual.widgets import Tab, Tabs

from followup_tui.tui.widgets.safe import shown


class PersonTabs(Tabs, can_focus=False):
    """Tabs that the screen's keys go through, so that the focus stays where it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """No tabs yet."""
        super().__init__(id=id)
        self._names: list[str] = []

    async def show_people(self, names: Sequence[str]) -> None:
        """Show a tab for each of these, the one for everybody being open; nothing changes where they are the same."""
        if list(names) == self._names:
            return
        self._names = list(names)
        await self.clear()
        if self._names:
            await self.add_tab(Tab("Everybody"))
            for name in self._names:
                await self.add_tab(Tab(shown(name)))

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
