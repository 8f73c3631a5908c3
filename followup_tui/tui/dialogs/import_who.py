"""Who the user is, asked for once where a file cannot be read rightly without it, and kept in the settings."""

import asyncio
from pathlib import Path

from textual.screen import Screen

from followup_tui.config import Config
from followup_tui.desk import settings
from followup_tui.desk.importing.run import wanted
from followup_tui.domain.errors import FollowupError
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.settings import SettingsChanged
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import notify


async def ask_who(screen: Screen[str | None], services: Services, paths: tuple[Path, ...]) -> None:
    """Ask what reading these files needs to know of the user, unless it is known or was not given before."""
    wants = await asyncio.to_thread(wanted, services.config, paths)
    kept = f"It is kept in the settings ({services.key('settings')} on the board), and asked for once."
    if wants.name and not services.asked_for_name:
        services.asked_for_name = True
        about = f"It tells what is yours in messages, and who you are in the title of an invitation. {kept}"
        question = AskLine("Your name", about, required=True)
        await _keep(screen, services, "name", await screen.app.push_screen_wait(question))
    if wants.email and not services.asked_for_email:
        services.asked_for_email = True
        about = f"It tells which messages are yours, and which guest of an invitation you are. {kept}"
        question = AskLine("Your e-mail address", about, placeholder="sam@example.com", required=True)
        await _keep(screen, services, "email", await screen.app.push_screen_wait(question))


async def _keep(screen: Screen[str | None], services: Services, name: str, answer: str | None) -> None:
    if answer is None:
        return
    try:
        changed = await services.desk.ask(settings.change, services.settings, {("user", name): answer}, _unchecked)
    except FollowupError as error:
        notify(screen, str(error), severity="warning")
        return
    screen.post_message(SettingsChanged(changed.config))


def _unchecked(_config: Config) -> None:
    """It concerns no key."""
