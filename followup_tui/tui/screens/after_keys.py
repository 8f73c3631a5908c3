"""The key of the minute after an interview, wherever an interview stands."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from followup_tui.desk import interviews
from followup_tui.desk import today as day
from followup_tui.desk.interviews import Afterwards
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.services import Services


class AfterKeys(DeskScreen):
    """A screen that asks how an interview went, what was said, what was promised, when they decide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "after", "How it went", tooltip="The minute after an interview", id="today.after"),
    ]

    def __init__(self, services: Services) -> None:
        """A screen where nothing was filled in yet."""
        super().__init__(services)
        self._begun: dict[str, Afterwards] = {}
        """What was filled in about an interview and left for later."""

    def asking(self) -> str | None:
        """The id of the interview that is over and is meant; None where there is none."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key is there while an interview that is over is meant."""
        if action == "after":
            return self.asking() is not None
        return super().check_action(action, parameters)

    @work
    async def action_after(self) -> None:
        """Ask how an interview went, what was said, what was promised, when they decide."""
        from followup_tui.tui.dialogs.after_interview import AfterInterview, begun_with

        interview_id = self.asking()
        appointment = await self.perform(day.appointment_of, interview_id) if interview_id is not None else None
        if interview_id is None or appointment is None:
            return
        begun = self._begun.get(interview_id) or begun_with(appointment)
        answer = await self.app.push_screen_wait(AfterInterview(appointment, begun, self.services.times()))
        if answer is None:
            return
        self._begun[interview_id] = answer.said
        if answer.store:
            change = await self.perform(interviews.finish, interview_id, answer.said)
            if change is not None:
                del self._begun[interview_id]
                self.tell_done(change.label)
