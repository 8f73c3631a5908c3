"""`d` on a follow-up that need not be a letter: a small choice first, one key away from writing."""

import asyncio
from typing import TYPE_CHECKING

from textual import work

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Material
from followup_tui.tui.screens.base import DeskScreen, DraftWanted, Target

if TYPE_CHECKING:
    from followup_tui.desk.ways import WayName, Ways


class InsteadKeys(DeskScreen):
    """A screen whose `d` offers a call, a comment, an invitation and so on where the rule is content with one."""

    def action_draft(self) -> None:
        """Write the message, or choose another way to reach them."""
        from followup_tui.desk.ways import WAYS

        target = self.target()
        if target.follow_up is not None and target.follow_up.kind in WAYS:
            self._choose(target, target.follow_up)
        else:
            super().action_draft()

    @work
    async def _choose(self, target: Target, follow_up: FollowUp) -> None:
        from followup_tui.desk.ways import ways as ways_of
        from followup_tui.tui.dialogs.instead import choose_way

        ways = await self.perform(ways_of, follow_up)
        if ways is None:
            self.post_message(DraftWanted(target))
            return
        how = await self.app.push_screen_wait(choose_way(follow_up.kind, ways, self.services.now()))
        if how == "write":
            self.post_message(DraftWanted(target))
        elif how is not None:
            await self._go(follow_up, how, ways)

    async def _go(self, follow_up: FollowUp, way: "WayName", ways: "Ways") -> None:
        """Show what is needed for a way, and log it once it is done."""
        from followup_tui.desk.today import context as context_of
        from followup_tui.desk.ways import went
        from followup_tui.tui.dialogs.instead import Went, choose_material, what_to_know
        from followup_tui.tui.screens.early import reason_if_early

        material: Material | None = None
        if way == "material":
            material = await self.app.push_screen_wait(choose_material(ways.materials))
            if material is None:
                return
        if way in ("connect", "comment") and ways.page is not None:
            self.run_worker(self._show_page(ways.page))
        context = await self.services.desk.ask(context_of, follow_up)
        text = what_to_know(way, ways, context.talking_points, material, self.services.now())
        note = await self.app.push_screen_wait(Went(way, ways, text))
        if note is None:
            return
        reason = "" if way == "connected" else await reason_if_early(self, follow_up, self.services.now())
        if reason is None:
            return
        logged = await self.perform(went, follow_up, way, note=note, material=material, early_reason=reason or None)
        if logged is not None:
            self.tell_done(f"Done: {kind_words(follow_up.kind)}")

    async def _show_page(self, page: str) -> None:
        """Open where they post in the browser, or say where that is."""
        from followup_tui.desk.browser import open_page

        if not await asyncio.to_thread(open_page, page):
            self.tell(f"No browser could be started here. Their page: {page}", "warning")
