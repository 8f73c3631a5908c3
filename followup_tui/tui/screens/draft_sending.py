"""Getting a letter to where it is sent: copied, handed to the mail client, marked as sent."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final, Literal

from textual.app import App

from followup_tui.desk import handing_over
from followup_tui.desk.clipboard import Clipboard, Outcome
from followup_tui.desk.drafts import Sent
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import full_words
from followup_tui.domain.review import Finding
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.waiting import waited_for
from followup_tui.tui.screens.draft_review import ReviewPane
from followup_tui.tui.screens.draft_writing import Writing
from followup_tui.tui.widgets.letter_pane import has_gap

Part = Literal["message", "subject"]

_TOLD: Final = 3


class Sending:
    """Gets out what is being written; copying and handing over are not sending, so each asks whether it was sent."""

    def __init__(self, app: App[Any], writing: Writing, review: ReviewPane, clipboard: Clipboard) -> None:
        """For the draft of `writing`, which `review` reads once more before it counts as sent."""
        self._app = app
        self._writing = writing
        self._review = review
        self._clipboard = clipboard

    @property
    def _asked(self) -> str:
        return f"Sent? {self._writing.services.key('draft.sent')} yes"

    def ask_again(self) -> None:
        """A draft that was copied or handed over before may have been sent."""
        at = handing_over.handed_over_at(self._writing.draft)
        if at is not None:
            now = self._writing.services.now()
            told = full_words(at.astimezone(now.tzinfo), now)
            self._writing.say(f"It was copied or handed over on {told}. {self._asked}")

    # Copying

    async def copy(self, part: Part) -> None:
        """Copy the message or the subject; where that cannot be checked, the next key may write it to a file."""
        writing = self._writing
        text = writing.letter.body.text if part == "message" else writing.letter.subject.value
        if not await writing.save(keep_version=True):
            return
        doubt = f"{writing.services.key('draft.file')} writes it to a file"
        outcome = await asyncio.to_thread(self._clipboard.copy, text, doubt=doubt)
        if part == "message" and outcome.where != "nowhere":
            await self._note_handed_over()
        self._say_copied(outcome, part)
        if outcome.where == "terminal":
            writing.state.focus()

    async def write_file(self) -> None:
        """Write the message to a file."""
        body = self._writing.letter.body
        outcome = await asyncio.to_thread(self._clipboard.write_file, body.text)
        self._say_copied(outcome, "message")
        body.focus()

    def _say_copied(self, outcome: Outcome, part: Part) -> None:
        asking = f"  {self._asked}" if part == "message" and outcome.where != "nowhere" else ""
        self._writing.say(f"The {part}: {outcome.sentence}{asking}")

    async def _note_handed_over(self) -> None:
        """Remember it, so that whoever opens the draft next is asked; the letter is out, remembered or not."""
        with suppress(FollowupError):
            await self._writing.keeper.note_handed_over()

    # The mail client

    async def mail(self) -> None:
        """Open the message in the mail client, ready to send."""
        writing = self._writing
        if not await writing.save(keep_version=True):
            return
        letter = await writing.ask(handing_over.letter_of, writing.draft)
        if letter is None:
            return
        outcome = await asyncio.to_thread(handing_over.hand_over, letter, self._clipboard.folder)
        if outcome.done:
            await self._note_handed_over()
        writing.say(f"{outcome.sentence}  {self._asked}" if outcome.done else outcome.sentence)

    # Sent

    async def is_meant(self) -> bool:
        """Ask once about what one would be ashamed to have sent."""
        draft = self._writing.draft
        errors = [found for found in await self._review.find(draft) or () if found.level == "error"]
        if not errors and not has_gap(draft.body + draft.subject):
            return True
        choices = [
            Choice("n", "No, back to the letter", "", value=False),
            Choice("y", "Yes, it was sent as it is", "", value=True),
        ]
        answer = await self._app.push_screen_wait(Choose("Was it sent like this?", choices, _shames(errors)))
        return bool(answer)

    async def mark_sent(self, early_reason: str) -> Sent | None:
        """Record the exact text as sent now; None if that was refused."""
        writing = self._writing
        try:
            return await waited_for(self._app, "Marking it as sent …", writing.keeper.mark_sent(early_reason or None))
        except FollowupError as error:
            writing.say(f"Not marked as sent: {error}")
            return None


def _shames(errors: Sequence[Finding]) -> str:
    """What is wrong, the first of it."""
    if not errors:
        return "There is still a {{gap}} in it."
    told = [f"‼ {found.message}" for found in errors[:_TOLD]]
    more = len(errors) - _TOLD
    return "\n".join([*told, *([f"… and {more} more"] if more > 0 else [])])
