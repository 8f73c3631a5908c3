"""Between a key and the desk: a question is asked, a change is made, and what came of it is told."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.app import App

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import Severity, notify

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Clerk:
    """Does what a key asks for, whichever screen it was pressed on: what is done, and to what, comes as arguments.

    A refusal of the desk's is told in its own sentence, never raised.
    """

    def __init__(self, app: App[Any], services: Services) -> None:
        """One who tells in the window of `app`, and asks above whatever is in front there."""
        self.app = app
        self.services = services

    def tell(self, message: str, severity: Severity = "information") -> None:
        """A notice that may quote the user; it takes the place of those before it, which were of keys before."""
        self.app.clear_notifications()
        notify(self.app, message, severity=severity)

    def tell_done(self, what: str) -> None:
        """A notice of something done, with the key that takes it back."""
        self.tell(f"{what}. {self.services.key('undo')} takes it back.")

    async def perform(
        self,
        change: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer | None:
        """Let the desk do something; a refusal is told, and None returned."""
        try:
            return await self.services.desk.ask(change, *args, **kwargs)
        except FollowupError as error:
            self.tell(f"{error}", "error")
            return None
