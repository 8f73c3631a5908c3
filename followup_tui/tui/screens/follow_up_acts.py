"""What can be done anywhere with the follow-up at the cursor: done, snoozed, struck off, asked why it is there."""

from datetime import datetime

from followup_tui.domain.cadence import FollowUp
from followup_tui.tui.screens.clerk import Clerk


async def mark_done(clerk: Clerk, follow_up: FollowUp | None) -> None:
    """Log the follow-up as done, asking for a reason where it is too early."""
    from followup_tui.desk import agenda
    from followup_tui.tui.screens.early import reason_if_early

    if follow_up is None:
        return
    written = None if follow_up.rule == "R12" else follow_up  # the user's own reminder may be ticked off any time
    reason = await reason_if_early(clerk.app, written, clerk.services.now())
    if reason is None:
        return
    title = await clerk.services.desk.ask(agenda.title, follow_up)
    if await clerk.perform(agenda.done, follow_up, early_reason=reason or None) is not None:
        clerk.tell_done(f"Done: {title}")


async def ask_until(clerk: Clerk) -> datetime | None:
    """Until when a follow-up is to be snoozed."""
    from followup_tui.tui.dialogs.snooze import Snooze

    return await clerk.app.push_screen_wait(Snooze("Snooze until when?", clerk.services.times()))


async def snooze(clerk: Clerk, follow_up: FollowUp, until: datetime) -> str | None:
    """Snooze it; what is to be told as done, if that could be."""
    from followup_tui.desk import agenda

    change = await clerk.perform(agenda.snooze, follow_up, until)
    return change.label if change is not None else None


async def skip(clerk: Clerk, follow_up: FollowUp | None) -> None:
    """Strike the follow-up off, with a reason if the user likes."""
    from followup_tui.desk import agenda
    from followup_tui.tui.dialogs.ask import AskLine

    if follow_up is None:
        return
    question = AskLine("Skip it", "Why? (may stay empty)", placeholder="a reason")
    reason = await clerk.app.push_screen_wait(question)
    if reason is None:
        return
    change = await clerk.perform(agenda.skip, follow_up, reason)
    if change is not None:
        clerk.tell_done(change.label)


async def explain(clerk: Clerk, follow_up: FollowUp | None) -> None:
    """The rule, the facts it read and the dates it made of them."""
    from followup_tui.desk.today import why
    from followup_tui.tui.dialogs.why import Why

    lines = await clerk.perform(why, follow_up) if follow_up is not None else None
    if follow_up is not None and lines is not None:
        clerk.app.push_screen(Why(follow_up, lines, clerk.services.now()))
