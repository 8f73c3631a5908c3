"""A draft that is being written: whatever a key does to it is done here, and is kept."""

from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec, TypeVar

from followup_tui.desk.desk import Desk
from followup_tui.desk.drafts import Opened
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Draft
from followup_tui.tui.draft_keeper import DraftKeeper
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.letter_pane import LetterPane
from followup_tui.tui.widgets.state_line import StateLine

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

AT_FIRST: Final = "It saves itself while you write. {keys} shows all the keys."


class Writing:
    """The draft in the editor: its fields, what keeps it, and the line that says what happened to it.

    A refusal of the desk's is said in that line, never raised.
    """

    def __init__(
        self, services: Services, opened: Opened, keeper: DraftKeeper, letter: LetterPane, state: StateLine
    ) -> None:
        """The draft that was opened, which `keeper` keeps and `letter` shows."""
        self.services = services
        self.opened = opened
        self.keeper = keeper
        self.letter = letter
        self.state = state

    @property
    def draft(self) -> Draft:
        """The draft as it stands in the fields."""
        return self.keeper.draft

    def say(self, text: str) -> None:
        """Say in the line below what happened."""
        self.state.say(text)

    async def ask(
        self,
        question: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer | None:
        """The desk's answer; a refusal is said in the line below, and None returned."""
        try:
            return await self.services.desk.ask(question, *args, **kwargs)
        except FollowupError as error:
            self.say(str(error))
            return None

    # Keeping

    def typed(self) -> None:
        """Take over what stands in the fields."""
        self.keeper.typed(self.letter.subject.value, self.letter.body.text)

    async def save(self, *, keep_version: bool) -> bool:
        """Put the draft on the disk; whether that could be done."""
        try:
            await self.keeper.save(keep_version=keep_version)
        except FollowupError as error:
            self.say(f"Not saved: {error} It stays here; {self.services.key('draft.save')} tries again.")
            return False
        return True

    async def put(
        self, subject: str, body: str, *, template: str | None = None, material_ids: tuple[str, ...] | None = None
    ) -> bool:
        """Put another text in, as one step of undo, keeping the present one as a version. False if that failed."""
        if self.letter.body.text.strip() and not await self.save(keep_version=True):
            return False
        self.letter.replace(subject, body)
        self.typed()
        self.keeper.concern(template=template, material_ids=material_ids)
        return True

    async def turn_to(self, opened: Opened) -> bool:
        """Write at another draft from now on; False, and still at this one, if it could not be saved."""
        while self.keeper.unsaved:  # typed while the other letter was looked for
            if not await self.save(keep_version=False):
                return False
        self.opened = opened
        self.keeper.turn_to(opened, f"draft:{opened.draft.id}:{self.services.clock.stamp()}")
        self.say(AT_FIRST.format(keys=self.services.key("keys")))
        return True
