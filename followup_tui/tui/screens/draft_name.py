"""The name that letters are signed with, asked for where it is missed first."""

from textual import work

from followup_tui.config import Config
from followup_tui.desk import settings
from followup_tui.domain.salutation import first_name
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.settings import SettingsChanged
from followup_tui.tui.screens.draft_page import DraftPage

_WHOLE, _FIRST = "{{your name}}", "{{your first name}}"


def _gaps(name: str) -> dict[str, str]:
    """What stands in the places of the gaps that a letter has without the user's name."""
    return {_WHOLE: name, _FIRST: first_name(name)}


class NamePart(DraftPage):
    """The editor, which asks once for the user's name, keeps it in the settings, and signs the letter with it."""

    async def on_mount(self) -> None:
        """Ask, unless the name is known or was not given when it was asked for."""
        body = self.opened.draft.body
        if not self.services.config.user.name and (_WHOLE in body or _FIRST in body):
            if self.services.asked_for_name:
                self._say_where()
            else:
                self.services.asked_for_name = True
                self._ask_for_name()

    def _say_where(self) -> None:
        key = self.services.key("settings")
        self.say(f"{_WHOLE} stays a gap until the settings ({key} on the board) have your name.")

    @work(group="name")
    async def _ask_for_name(self) -> None:
        question = AskLine(
            "Your name, as letters are signed",
            f"It is kept in the settings ({self.services.key('settings')} changes it), and asked for once.",
            required=True,
        )
        name = await self.app.push_screen_wait(question)
        if name is None:
            self._say_where()
            return
        file = self.services.settings
        changed = await self.ask(settings.change, file, {("user", "name"): name}, _nothing_to_check)
        if changed is None:
            return
        self.post_message(SettingsChanged(changed.config))
        subject, body = self.subject.value, self.body.text
        for gap, words in _gaps(name).items():
            subject, body = subject.replace(gap, words), body.replace(gap, words)
        if await self.put(subject, body):
            self.say(f"Signed with {name}, as all letters will be from now on.")


def _nothing_to_check(_config: Config) -> None:
    """The name concerns no key."""
