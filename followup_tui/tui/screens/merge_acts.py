"""Making one contact of several that are one person: of those who were chosen, or who are likely the same."""

from collections.abc import Sequence
from typing import Final

from followup_tui.desk import merging
from followup_tui.domain.sameness import Group
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.merge import MergePreview
from followup_tui.tui.screens.clerk import Clerk

_MOST_OFFERED: Final = 200


async def merge(clerk: Clerk, chosen: Sequence[str]) -> str | None:
    """Merge all of these, or the only one with those who are likely the same; what is to be told as done, if it was."""
    if len(chosen) != 1:
        return await _merge(clerk, chosen, "")
    group = await clerk.perform(merging.likely_of, chosen[0])
    if group is None:
        group = await _choose_likely(clerk)
    if group is None:
        return None
    return await _merge(clerk, [contact.id for contact in group.contacts], f"same {group.reason}")


async def _choose_likely(clerk: Clerk) -> Group | None:
    """Nobody seems to be the same as who was chosen: offer all others who are likely the same."""
    groups = await clerk.perform(merging.likely) or []
    if not groups:
        mark = clerk.services.key("people.mark")
        clerk.tell(f"Nobody seems to be in the book twice. To merge people anyway, mark them with {mark}.")
        return None
    choices = [
        Choice("", group.contacts[0].name, f"{len(group.contacts)} times, same {group.reason}", group)
        for group in groups[:_MOST_OFFERED]
    ]
    return await clerk.app.push_screen_wait(Choose("Likely in the book twice", choices))


async def _merge(clerk: Clerk, chosen: Sequence[str], why: str) -> str | None:
    """Show what comes of it, ask whom to keep, and do it."""

    async def preview_of(kept_id: str) -> merging.Preview | None:
        return await clerk.perform(merging.preview, chosen, kept_id)

    kept_id = await clerk.perform(merging.best_known, chosen)
    preview = await preview_of(kept_id) if kept_id is not None else None
    if preview is None:
        return None
    kept_id = await clerk.app.push_screen_wait(MergePreview(preview, why, preview_of))
    if kept_id is None:
        return None
    change = await clerk.perform(merging.merge, chosen, kept_id)
    return change.label if change is not None else None
