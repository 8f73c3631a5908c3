"""The keys of an interview: what was said that is worth coming back to, what was promised, what is kept."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from followup_tui.desk import said
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import full_words
from followup_tui.domain.records import Interview, Promise
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.promise import NewPromise
from followup_tui.tui.screens.base import DeskScreen


class InterviewKeys(DeskScreen):
    """A screen that shows what was said in interviews, and takes more of it, one key each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add_point", "Point", tooltip="Note what is worth coming back to", id="interview.point"),
        Binding("p", "add_promise", "Promise", tooltip="Note what you said you would send", id="interview.promise"),
        Binding("v", "keep_promise", "Kept", tooltip="The promise is kept", id="interview.kept"),
    ]

    def interview(self) -> Interview | None:
        """The interview that what is noted belongs to."""
        raise NotImplementedError

    def open_promises(self) -> Sequence[tuple[Interview, Promise]]:
        """The promises of which one may be marked as kept."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys are there while there is an interview, and a promise to keep."""
        if action in ("add_point", "add_promise"):
            return self.interview() is not None
        if action == "keep_promise":
            return bool(self.open_promises())
        return super().check_action(action, parameters)

    def _which(self, interview: Interview) -> str:
        now = self.services.now()
        return f"In the interview of {full_words(instant(interview.starts_at).astimezone(now.tzinfo), now)}."

    @work
    async def action_add_point(self) -> None:
        """Note what is worth coming back to."""
        interview = self.interview()
        if interview is None:
            return
        question = AskLine("What is worth coming back to?", self._which(interview), required=True)
        text = await self.app.push_screen_wait(question)
        if text is not None and await self.perform(said.add_talking_point, interview.id, text) is not None:
            self.tell_done("Noted")

    @work
    async def action_add_promise(self) -> None:
        """Note what the user said they would send."""
        interview = self.interview()
        if interview is None:
            return
        names = await self.perform(said.people_of, interview.id) or {}
        promised = await self.app.push_screen_wait(NewPromise(self._which(interview), names, self.services.times()))
        if promised is None:
            return
        change = await self.perform(
            said.add_promise,
            interview.id,
            promised.text,
            contact_id=promised.contact_id,
            due_on=promised.due_on,
        )
        if change is not None:
            self.tell_done(change.label)

    @work
    async def action_keep_promise(self) -> None:
        """Mark a promise as kept: the one at the cursor, the only one, or one of several."""
        promises = self.open_promises()
        if len(promises) > 1:
            choices = [Choice("", promise.text, "", (one, promise)) for one, promise in promises]
            chosen = await self.app.push_screen_wait(Choose("Which promise is kept?", choices))
            promises = [chosen] if chosen is not None else []
        for interview, promise in promises:
            change = await self.perform(said.keep_promise, interview.id, promise.id)
            if change is not None:
                self.tell_done(change.label)
