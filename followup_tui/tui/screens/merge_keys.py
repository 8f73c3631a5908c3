"""The key that makes one contact of several that are one person: the marked ones, or those who are likely the same."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from followup_tui.desk import merging
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.merge import MergePreview
from followup_tui.tui.screens.base import DeskScreen

_MOST_OFFERED = 200


class MergeKeys(DeskScreen):
    """A screen on which people can be chosen, one or many."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "merge", "Merge", tooltip="Make one contact of several that are one person", id="people.merge"),
    ]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of all who are marked, else of who is at the cursor."""
        raise NotImplementedError

    def unmark(self) -> None:
        """Nobody is marked any more."""
        raise NotImplementedError

    @work
    async def action_merge(self) -> None:
        """Merge all who are marked; else who is at the cursor with those who are likely the same."""
        chosen, why = self.chosen, ""
        if len(chosen) == 1:
            group = await self.perform(merging.likely_of, chosen[0])
            if group is None:
                await self._show_likely()
                return
            chosen, why = tuple(contact.id for contact in group.contacts), f"same {group.reason}"
        await self._merge(chosen, why)

    async def _show_likely(self) -> None:
        """Nobody seems to be the same as who is at the cursor: offer all others who are likely the same."""
        groups = await self.perform(merging.likely) or []
        if not groups:
            mark = self.services.key("people.mark")
            self.tell(f"Nobody seems to be in the book twice. To merge people anyway, mark them with {mark}.")
            return
        choices = [
            Choice("", group.contacts[0].name, f"{len(group.contacts)} times, same {group.reason}", group)
            for group in groups[:_MOST_OFFERED]
        ]
        group = await self.app.push_screen_wait(Choose("Likely in the book twice", choices))
        if group is not None:
            await self._merge(tuple(contact.id for contact in group.contacts), f"same {group.reason}")

    async def _merge(self, chosen: Sequence[str], why: str) -> None:
        kept_id = await self.perform(merging.best_known, chosen)
        preview = await self._preview(chosen, kept_id) if kept_id is not None else None
        if preview is None:
            return
        kept_id = await self.app.push_screen_wait(MergePreview(preview, why, lambda one: self._preview(chosen, one)))
        if kept_id is None:
            return
        change = await self.perform(merging.merge, chosen, kept_id)
        if change is not None:
            self.unmark()
            self.tell_done(change.label)

    async def _preview(self, chosen: Sequence[str], kept_id: str) -> merging.Preview | None:
        return await self.perform(merging.preview, chosen, kept_id)
