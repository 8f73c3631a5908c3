"""Which draft is opened when the user wants to write: one that was begun earlier, or a new one from its template."""

import asyncio

from followup_tui.desk import drafts
from followup_tui.tui.screens.wanted import DraftWanted
from followup_tui.tui.services import Services


async def open_draft(services: Services, wanted: DraftWanted) -> drafts.Opened:
    """The draft that is wanted, from the book or begun now; opening it stores nothing. Raises FollowupError."""
    desk, target = services.desk, wanted.target
    await asyncio.to_thread(services.read_templates)
    templates = services.templates
    if wanted.draft_id is not None:
        return await desk.ask(drafts.open_draft, wanted.draft_id)
    if target.follow_up is not None:
        return await desk.ask(drafts.open_for, templates, target.follow_up)
    return await desk.ask(
        drafts.begin,
        templates,
        contact_id=target.contacts[0].id if target.contacts else None,
        opportunity_id=target.opportunity.id if target.opportunity else None,
    )
