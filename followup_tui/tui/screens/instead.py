"""`d` on a follow-up that need not be a letter: a small choice first, one key away from writing."""

import asyncio
from typing import TYPE_CHECKING

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Material
from followup_tui.tui.screens.clerk import Clerk
from followup_tui.tui.screens.wanted import DraftWanted, Target

if TYPE_CHECKING:
    from followup_tui.desk.ways import WayName, Ways


def may_be_instead(follow_up: FollowUp | None) -> bool:
    """Whether the rule is content with a call, a comment, an invitation or the like."""
    from followup_tui.desk.ways import WAYS

    return follow_up is not None and follow_up.kind in WAYS


async def choose_way(clerk: Clerk, target: Target) -> None:
    """Ask how the person of the target's follow-up is to be reached, and go that way."""
    from followup_tui.desk.ways import ways as ways_of
    from followup_tui.tui.dialogs.instead import choose_way as question

    follow_up = target.follow_up
    ways = await clerk.perform(ways_of, follow_up) if follow_up is not None else None
    if follow_up is None or ways is None:
        clerk.app.post_message(DraftWanted(target))
        return
    how = await clerk.app.push_screen_wait(question(follow_up.kind, ways, clerk.services.now()))
    if how == "write":
        clerk.app.post_message(DraftWanted(target))
    elif how is not None:
        await _go(clerk, follow_up, how, ways)


async def _go(clerk: Clerk, follow_up: FollowUp, way: "WayName", ways: "Ways") -> None:
    """Show what is needed for a way, and log it once it is done."""
    from followup_tui.desk.today import context as context_of
    from followup_tui.desk.ways import went
    from followup_tui.tui.dialogs.instead import Went, choose_material, what_to_know
    from followup_tui.tui.screens.early import reason_if_early

    now = clerk.services.now
    material: Material | None = None
    if way == "material":
        material = await clerk.app.push_screen_wait(choose_material(ways.materials))
        if material is None:
            return
    if way in ("connect", "comment") and ways.page is not None:
        clerk.app.run_worker(_show_page(clerk, ways.page))
    context = await clerk.services.desk.ask(context_of, follow_up)
    text = what_to_know(way, ways, context.talking_points, material, now())
    note = await clerk.app.push_screen_wait(Went(way, ways, text))
    if note is None:
        return
    reason = "" if way == "connected" else await reason_if_early(clerk.app, follow_up, now())
    if reason is None:
        return
    logged = await clerk.perform(went, follow_up, way, note=note, material=material, early_reason=reason or None)
    if logged is not None:
        clerk.tell_done(f"Done: {kind_words(follow_up.kind)}")


async def _show_page(clerk: Clerk, page: str) -> None:
    """Open where they post in the browser, or say where that is."""
    from followup_tui.desk.browser import open_page

    if not await asyncio.to_thread(open_page, page):
        clerk.tell(f"No browser could be started here. Their page: {page}", "warning")
