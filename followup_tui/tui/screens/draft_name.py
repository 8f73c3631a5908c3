"""The name that letters are signed with, asked for where it is missed first."""

from typing import Any, Final

from textual.app import App

from followup_tui.config import Config
from followup_tui.desk import settings
from followup_tui.domain.salutation import first_name
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.settings import SettingsChanged
from followup_tui.tui.screens.draft_writing import Writing

_WHOLE: Final = "{{your name}}"
_FIRST: Final = "{{your first name}}"


def is_name_missed(writing: Writing) -> bool:
    """Whether a letter was begun that is to be signed, and nobody knows with what."""
    body = writing.opened.draft.body
    return not writing.services.config.user.name and (_WHOLE in body or _FIRST in body)


async def sign(app: App[Any], writing: Writing) -> None:
    """Ask once for the user's name, keep it in the settings, and sign the letter with it. For a worker."""
    services = writing.services
    name = None if services.asked_for_name else await _ask(app, services.key("settings"))
    services.asked_for_name = True
    if name is None:
        key = services.key("settings")
        writing.say(f"{_WHOLE} stays a gap until the settings ({key} on the board) have your name.")
        return
    changed = await writing.ask(settings.change, services.settings, {("user", "name"): name}, _nothing_to_check)
    if changed is None:
        return
    app.post_message(SettingsChanged(changed.config))
    subject, body = writing.letter.subject.value, writing.letter.body.text
    for gap, words in ((_WHOLE, name), (_FIRST, first_name(name))):
        subject, body = subject.replace(gap, words), body.replace(gap, words)
    if await writing.put(subject, body):
        writing.say(f"Signed with {name}, as all letters will be from now on.")


async def _ask(app: App[Any], key: str) -> str | None:
    question = AskLine(
        "Your name, as letters are signed",
        f"It is kept in the settings ({key} changes it), and asked for once.",
        required=True,
    )
    return await app.push_screen_wait(question)


def _nothing_to_check(_config: Config) -> None:
    """The name concerns no key."""
