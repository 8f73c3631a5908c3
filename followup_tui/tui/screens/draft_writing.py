"""Writing with help: another template, something to put in, an earlier version, one's own editor."""

import asyncio
import os

from textual import work
from textual.app import SuspendNotSupported
from textual.content import Content

from followup_tui.desk import drafts, worth_saying
from followup_tui.desk.handing_over import edit_outside, editor_command
from followup_tui.desk.worth_saying import Piece
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.putting_in import put_in
from followup_tui.domain.templates import offered
from followup_tui.tui.dialogs.insert import ask_again, ask_to_leave_out, choose_piece
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.dialogs.template_choice import choose_template
from followup_tui.tui.dialogs.versions import Versions
from followup_tui.tui.screens.draft_page import DraftPage
from followup_tui.tui.widgets.safe import shown


class WritingKeys(DraftPage):
    """The editor with the keys that write for one."""

    @work(exclusive=True, group="write")
    async def action_template(self) -> None:
        """Begin the letter anew from another template; ctrl+z brings the old one back."""
        await asyncio.to_thread(self.services.read_templates)
        draft, follow_up = self.draft, self.opened.follow_up
        attempt = follow_up.attempt if follow_up else 1
        try:
            fitting = offered(self.services.templates, draft.kind, draft.channel, attempt=attempt)
        except LookupError:
            self.say("There are no templates.")
            return
        problems = self.services.template_problems
        template = await self.app.push_screen_wait(choose_template(fitting, draft.template, problems=len(problems)))
        if isinstance(template, str):
            told = Content("\n").join(map(shown, problems))
            await self.app.push_screen_wait(Reading("What is wrong with your templates", told))
            return
        if template is None:
            return
        begun = await self.ask(drafts.apply_template, self.opened._replace(draft=self.draft), template)
        if begun is None:
            return
        new = begun.draft
        if await self.put(new.subject, new.body, template=new.template, material_ids=new.material_ids):
            versions = self.services.key("draft.versions")
            self.say(f"Begun anew from “{template.name}”. ctrl+z brings the letter back, {versions} its versions.")

    @work(exclusive=True, group="write")
    async def action_insert(self) -> None:
        """Put something in at the cursor."""
        self.worth = await self.ask(worth_saying.worth_saying, self.services.templates, self.draft)
        self.show_beside()
        if self.worth is None or not self.worth.pieces:
            self.say(
                "There is nothing to put in yet; talking points, promises and materials stand here once they are noted."
            )
            return
        piece = await self.app.push_screen_wait(choose_piece(self.worth.pieces))
        if piece is None:
            return
        if piece.goes_along:
            leave_out = await self.app.push_screen_wait(ask_to_leave_out(piece))
            if leave_out:
                self._leave_out(piece)
            if leave_out is not False:
                return
        elif piece.again and not await self.app.push_screen_wait(ask_again(piece)):
            return
        self._put_in(piece)

    def _put_in(self, piece: Piece) -> None:
        """Put the words where they belong: in the place of the selection, or before the sign-off."""
        body = self.body
        start, end = sorted(map(body.index_of, body.selection))
        insertion = put_in(body.text, (start, end), piece.words, self.services.config.user)
        body.select_span(insertion.start, insertion.end)
        body.paste(insertion.text)
        if piece.material_id is not None:
            self._send_along(tuple(dict.fromkeys((*self.draft.material_ids, piece.material_id))))
        body.focus()

    def _leave_out(self, piece: Piece) -> None:
        """A material is no longer recorded with the letter."""
        self._send_along(tuple(one for one in self.draft.material_ids if one != piece.material_id))
        self.say(
            f"“{piece.title}” is no longer recorded with this letter; what the letter says about it is yours to delete."
        )

    def _send_along(self, material_ids: tuple[str, ...]) -> None:
        self.keeper.typed(self.subject.value, self.body.text)
        self.keeper.concern(material_ids=material_ids)
        self.typed()

    @work(exclusive=True, group="write")
    async def action_versions(self) -> None:
        """Show the earlier versions, and go back to one; the present text is kept as a version, too."""
        save_key = self.services.key("draft.save")
        version = await self.app.push_screen_wait(Versions(self.draft, self.services.now(), save_key))
        if version is not None and await self.put(version.subject, version.body):
            self.say("Back to the earlier version; what stood here is a version now, and ctrl+z brings it back.")

    async def action_editor(self) -> None:
        """Write in the user's own editor, which has the terminal meanwhile."""
        if not await self.save(keep_version=True):
            return
        try:
            command = editor_command(os.environ)
            text = self._edited(command)
        except FollowupError as error:
            self.say(str(error))
            return
        except SuspendNotSupported:
            self.say("An editor needs a terminal of its own, and there is none here.")
            return
        if text != self.body.text:
            await self.put(self.subject.value, text)
            await self.save(keep_version=True)
            self.say("Back from the editor; this version is kept.")
        else:
            self.say("Back from the editor; nothing was changed.")

    def _edited(self, command: list[str]) -> str:
        """What the editor makes of the letter. Raises FollowupError once the terminal is ours again."""
        failed: Exception | None = None
        text = self.body.text
        with self.app.suspend():
            # Textual 8.2 takes the terminal back only if nothing is raised in here.
            try:
                text = edit_outside(text, command)
            except Exception as error:  # noqa: BLE001 - raised again below
                failed = error
        if failed is not None:
            raise failed
        return text
