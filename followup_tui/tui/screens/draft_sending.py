"""Getting a letter to where it is sent: copied, handed to the mail client, marked as sent."""

import asyncio
from contextlib import suppress

from textual import work

from followup_tui.desk import drafts, handing_over
from followup_tui.desk.clipboard import Outcome
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import full_words
from followup_tui.domain.review import Finding
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.screens.draft_page import GAP, StateLine
from followup_tui.tui.screens.draft_review import ReviewKeys
from followup_tui.tui.screens.early import reason_if_early

_TOLD = 3


class SendingKeys(ReviewKeys):
    """The editor with the keys that get the letter out; copying and handing over are not sending."""

    async def show_draft(self) -> None:
        """Put the opened draft into the fields; one that was copied or handed over before may have been sent."""
        await super().show_draft()
        at = handing_over.handed_over_at(self.draft)
        if at is not None:
            now = self.services.now()
            self.say(f"It was copied or handed over on {full_words(at.astimezone(now.tzinfo), now)}. {self._asked}")

    @property
    def _asked(self) -> str:
        return f"Sent? {self.services.key('draft.sent')} yes"

    # Copying

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the message, and ask whether it was sent."""
        await self._copy(self.body.text, "message")

    @work(exclusive=True, group="copy")
    async def action_copy_subject(self) -> None:
        """Copy the subject."""
        await self._copy(self.subject.value, "subject")

    async def _copy(self, text: str, what: str) -> None:
        if not await self.save(keep_version=True):
            return
        doubt = f"{self.services.key('draft.file')} writes it to a file"
        outcome = await asyncio.to_thread(self.clipboard.copy, text, doubt=doubt)
        if what == "message" and outcome.where != "nowhere":
            await self._note_handed_over()
        self._say_copied(outcome, what)
        if outcome.where == "terminal":
            self.query_one(StateLine).focus()

    def _say_copied(self, outcome: Outcome, what: str) -> None:
        asking = f"  {self._asked}" if what == "message" and outcome.where != "nowhere" else ""
        self.say(f"The {what}: {outcome.sentence}{asking}")

    async def _note_handed_over(self) -> None:
        """Remember it, so that whoever opens the draft next is asked; the letter is out, remembered or not."""
        with suppress(FollowupError):
            await self.keeper.note_handed_over()

    @work(exclusive=True, group="copy")
    async def action_write_file(self) -> None:
        """Write the message to a file, where a copy cannot be checked."""
        outcome = await asyncio.to_thread(self.clipboard.write_file, self.body.text)
        self._say_copied(outcome, "message")
        self.body.focus()

    # The mail client

    @work(exclusive=True, group="copy")
    async def action_mail(self) -> None:
        """Open the message in the mail client, ready to send."""
        if not await self.save(keep_version=True):
            return
        letter = await self.ask(handing_over.letter_of, self.draft)
        if letter is None:
            return
        outcome = await asyncio.to_thread(handing_over.hand_over, letter, self.clipboard.folder)
        if outcome.done:
            await self._note_handed_over()
        self.say(f"{outcome.sentence}  {self._asked}" if outcome.done else outcome.sentence)

    # Sent

    @work(exclusive=True, group="send")
    async def action_sent(self) -> None:
        """Record the exact text as sent now, and say what comes next."""
        if not await self._is_meant():
            return
        reason = await reason_if_early(self, self.opened.follow_up, self.services.now())
        if reason is None:
            return
        try:
            sent = await self.services.desk.ask(drafts.mark_sent, self.draft, early_reason=reason or None)
        except FollowupError as error:
            self.say(f"Not marked as sent: {error}")
            return
        self.keeper.sent()
        self.dismiss(sent)

    async def _is_meant(self) -> bool:
        """Ask once about what one would be ashamed to have sent."""
        draft = self.draft
        errors = [found for found in await self.review_now(draft) or () if found.level == "error"]
        if not errors and not GAP.search(draft.body + draft.subject):
            return True
        choices = [
            Choice("n", "No, back to the letter", "", value=False),
            Choice("y", "Yes, it was sent as it is", "", value=True),
        ]
        answer = await self.app.push_screen_wait(Choose("Was it sent like this?", choices, _shames(errors)))
        return bool(answer)


def _shames(errors: list[Finding]) -> str:
    """What is wrong, the first of it."""
    if not errors:
        return "There is still a {{gap}} in it."
    told = [f"‼ {found.message}" for found in errors[:_TOLD]]
    more = len(errors) - _TOLD
    return "\n".join([*told, *([f"… and {more} more"] if more > 0 else [])])
