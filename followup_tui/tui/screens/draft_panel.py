"""The panel beside the letter: one letter for each interviewer, and how alike the letters are."""

import asyncio

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from followup_tui.desk import panel
from followup_tui.desk.drafts import Opened
from followup_tui.desk.panel import Panel, likeness
from followup_tui.domain.records import Draft
from followup_tui.tui.dialogs.panel_letters import PanelLetters
from followup_tui.tui.screens.draft_writing import Writing
from followup_tui.tui.widgets.safe import shown

_MUCH = 60
"""From so many percent on, two letters are more alike than they should be (G0: customise for each)."""


class PanelLines(Static):
    """Everybody of the interview that the letter belongs to, a line each, and the way to their letters."""

    seats: var[Panel | None] = var(None, bindings=True)
    """The panel; None where there is none, and then there is no other letter to turn to."""

    def __init__(self, writing: Writing, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """The panel of the draft of `writing`."""
        super().__init__(id=id)
        self._writing = writing

    def watch_seats(self) -> None:
        """Where there is no panel, there is nothing to see of it."""
        self.display = self.seats is not None

    async def look_around(self) -> None:
        """Ask the book anew who is there, and who has had theirs."""
        self.seats = await self._writing.ask(panel.panel_of, self._writing.draft)

    async def compare(self, draft: Draft) -> None:
        """Say how alike the letter in hand is to the others."""
        if self.seats is not None:
            self.update(await asyncio.to_thread(_words, self.seats, draft))

    async def next_letter(self, step: int) -> Opened | None:
        """The letter to the next one who has had none; None, having said why, if there is none to turn to."""
        writing = self._writing
        # Saved even if it was only looked at: the next letter is to be compared with it.
        if not await writing.save(keep_version=False):
            return None
        opened = await writing.ask(panel.open_next, writing.services.templates, writing.draft, step)
        if opened is None:
            writing.say("Everybody else of this interview has had theirs.")
        return opened

    async def choose_letter(self) -> Opened | None:
        """The letter that is chosen where all are shown side by side; None if it is this one, or was sent already."""
        writing, seats = self._writing, self.seats
        if seats is None or not await writing.save(keep_version=False):
            return None
        draft = writing.draft
        letters, repeated = await asyncio.to_thread(panel.letters_beside, seats, draft)
        chosen = await self.app.push_screen_wait(PanelLetters(letters, repeated))
        if chosen is None or chosen == draft.contact_id:
            return None
        opened = await writing.ask(panel.open_seat, writing.services.templates, draft, chosen)
        if opened is None:
            writing.say("That one was sent already.")
        return opened


def _words(seats: Panel, draft: Draft) -> Content:
    """Everybody of the panel in a line: written to, thanked, and how alike to the letter in hand."""
    verb = "thanked" if seats.kind == "thank_you" else "written to"
    lines = [Content.styled(f"The panel: {verb} {seats.done} of {len(seats.seats)}", "bold $text-primary")]
    for seat in seats.seats:
        mark = "✓" if seat.sent else "○"
        if seat.contact.id == draft.contact_id:
            lines.append(shown(f"{mark} {seat.contact.name}  this one", style="bold"))
            continue
        alike = likeness(draft.body, seat.text)
        style = "$text-warning" if alike >= _MUCH else "$text-muted"
        told = f"  {alike} % alike" if seat.text else "  no letter yet"
        lines.append(Content.assemble(shown(f"{mark} {seat.contact.name}"), (told, style)))
    return Content("\n").join([*lines, Content("")])
