"""One letter for each interviewer: `f9` goes round them, and says how alike the letters are."""

import asyncio

from textual import work
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import panel
from followup_tui.desk.drafts import Opened
from followup_tui.desk.panel import Panel, likeness
from followup_tui.domain.records import Draft
from followup_tui.domain.review import Finding
from followup_tui.tui.dialogs.panel_letters import PanelLetters
from followup_tui.tui.screens.draft_page import AT_FIRST
from followup_tui.tui.screens.draft_review import ReviewKeys
from followup_tui.tui.widgets.safe import shown

_MUCH = 60
"""From so many percent on, two letters are more alike than they should be (G0: customise for each)."""


class PanelKeys(ReviewKeys):
    """The editor with the panel beside the letter."""

    seats: Panel | None = None

    async def look_around(self) -> None:
        """Ask the book anew what stands around the draft."""
        self.seats = await self.ask(panel.panel_of, self.draft)
        self.query_one("#panel", Static).display = self.seats is not None
        await super().look_around()

    async def review_now(self, draft: Draft) -> tuple[Finding, ...] | None:
        """The findings of a draft; how alike it is to the others of the panel is read with it."""
        findings = await super().review_now(draft)
        if self.seats is not None:
            text = await asyncio.to_thread(_panel_words, self.seats, draft)
            self.query_one("#panel", Static).update(text)
        return findings

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next one only where there is a panel."""
        if action in ("turn", "letters"):
            return self.seats is not None
        return super().check_action(action, parameters)

    @work(exclusive=True, group="write")
    async def action_turn(self, step: int) -> None:
        """Put this letter away, and open the one to the next interviewer who has had none."""
        # Saved even if it was only looked at: the next letter is to be compared with it.
        if not await self.save(keep_version=False):
            return
        opened = await self.ask(panel.open_next, self.services.templates, self.draft, step)
        if opened is None:
            self.say("Everybody else of this interview has had theirs.")
            return
        await self._turn_to(opened)

    @work(exclusive=True, group="write")
    async def action_letters(self) -> None:
        """Show the letters side by side; the one that is chosen there is opened."""
        if self.seats is None or not await self.save(keep_version=False):
            return
        seats, draft = self.seats, self.draft
        letters, repeated = await asyncio.to_thread(panel.letters_beside, seats, draft)
        chosen = await self.app.push_screen_wait(PanelLetters(letters, repeated))
        if chosen is None or chosen == draft.contact_id:
            return
        opened = await self.ask(panel.open_seat, self.services.templates, draft, chosen)
        if opened is None:
            self.say("That one was sent already.")
            return
        await self._turn_to(opened)

    async def _turn_to(self, opened: Opened) -> None:
        while self.keeper.unsaved:  # typed while the other letter was looked for
            if not await self.save(keep_version=False):
                return
        self.opened = opened
        self.keeper.turn_to(opened, f"draft:{opened.draft.id}:{self.services.clock.stamp()}")
        self.say(AT_FIRST.format(keys=self.services.key("keys")))
        await self.show_draft()


def _panel_words(seats: Panel, draft: Draft) -> Content:
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
