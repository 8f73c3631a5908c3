"""The minute after an interview, wherever an interview stands."""

from typing import Final

from textual.binding import Binding

from followup_tui.desk import interviews
from followup_tui.desk import today as day
from followup_tui.desk.interviews import Afterwards
from followup_tui.tui.screens.clerk import Clerk

AFTER_KEY: Final = Binding("h", "after", "How it went", tooltip="The minute after an interview", id="today.after")


class AfterInterviews:
    """Asks how an interview went, what was said, what was promised, when they decide.

    What was filled in about one and left for later is there again when it is asked the next time.
    """

    def __init__(self, clerk: Clerk) -> None:
        """Nothing was filled in yet."""
        self._clerk = clerk
        self._begun: dict[str, Afterwards] = {}

    async def ask(self, interview_id: str) -> None:
        """Ask about an interview that is over. For a worker."""
        from followup_tui.tui.dialogs.after_interview import AfterInterview, begun_with

        clerk = self._clerk
        appointment = await clerk.perform(day.appointment_of, interview_id)
        if appointment is None:
            return
        begun = self._begun.get(interview_id) or begun_with(appointment)
        answer = await clerk.app.push_screen_wait(AfterInterview(appointment, begun, clerk.services.times()))
        if answer is None:
            return
        self._begun[interview_id] = answer.said
        if answer.store:
            change = await clerk.perform(interviews.finish, interview_id, answer.said)
            if change is not None:
                del self._begun[interview_id]
                clerk.tell_done(change.label)
