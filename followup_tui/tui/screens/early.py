"""What comes before its time asks for a reason, in the same words wherever it is done."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import App

    from followup_tui.domain.cadence import FollowUp


async def reason_if_early(app: "App[Any]", follow_up: "FollowUp | None", now: "datetime") -> str | None:
    """Why the user acts on a follow-up before its time, asked above what `app` shows; for a worker.

    Empty where it is not early or there is none, None where the user thought better of it.
    """
    from followup_tui.desk import agenda
    from followup_tui.tui.dialogs.ask import AskLine

    early = agenda.too_early(follow_up, now) if follow_up is not None else None
    if early is None:
        return ""
    return await app.push_screen_wait(AskLine("It is early", f"{early} Why now?", required=True))
