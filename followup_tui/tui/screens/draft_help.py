"""Writing with help: another template, something to put in, an earlier version, one's own editor."""

import asyncio
import os
from typing import Any

from textual.app import App, SuspendNotSupported
from textual.content import Content

from followup_tui.desk import drafts
from followup_tui.desk.handing_over import edit_outside, editor_command
from followup_tui.desk.worth_saying import Piece, WorthSaying
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.putting_in import Words
from followup_tui.domain.templates import Template, offered
from followup_tui.tui.dialogs.insert import ask_again, ask_to_leave_out, choose_piece
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.dialogs.template_choice import choose_template
from followup_tui.tui.dialogs.versions import Versions
from followup_tui.tui.screens.draft_writing import Writing
from followup_tui.tui.widgets.safe import shown


class WritingHelp:
    """Writes for one at what is being written; what stood there is never lost."""

    def __init__(self, app: App[Any], writing: Writing) -> None:
        """For the draft of `writing`; what there is to choose is asked above what `app` shows."""
        self._app = app
        self._writing = writing

    # Another template

    async def begin_anew(self) -> None:
        """Begin the letter anew from another template; ctrl+z brings the old one back."""
        writing = self._writing
        template = await self._choose_template()
        if template is None:
            return
        begun = await writing.ask(drafts.apply_template, writing.opened._replace(draft=writing.draft), template)
        if begun is None:
            return
        new = begun.draft
        if await writing.put(new.subject, new.body, template=new.template, material_ids=new.material_ids):
            versions = writing.services.key("draft.versions")
            writing.say(f"Begun anew from “{template.name}”. ctrl+z brings the letter back, {versions} its versions.")

    async def _choose_template(self) -> Template | None:
        """One of those that fit; whoever has some that cannot be used may read why instead."""
        services, draft, follow_up = self._writing.services, self._writing.draft, self._writing.opened.follow_up
        await asyncio.to_thread(services.read_templates)
        attempt = follow_up.attempt if follow_up else 1
        try:
            fitting = offered(services.templates, draft.kind, draft.channel, attempt=attempt)
        except LookupError:
            self._writing.say("There are no templates.")
            return None
        problems = services.template_problems
        chosen = await self._app.push_screen_wait(choose_template(fitting, draft.template, problems=len(problems)))
        if isinstance(chosen, str):
            told = Content("\n").join(map(shown, problems))
            await self._app.push_screen_wait(Reading("What is wrong with your templates", told))
            return None
        return chosen

    # Something to put in

    async def put_in(self, worth: WorthSaying | None) -> bool:
        """Put in at the cursor what is chosen of what is worth saying; whether anything about the draft changed."""
        if worth is None or not worth.pieces:
            self._writing.say(
                "There is nothing to put in yet; talking points, promises and materials stand here once they are noted."
            )
            return False
        piece = await self._app.push_screen_wait(choose_piece(worth.pieces))
        if piece is None:
            return False
        if piece.goes_along:
            leave_out = await self._app.push_screen_wait(ask_to_leave_out(piece))
            if leave_out:
                self._leave_out(piece)
            if leave_out is not False:
                return bool(leave_out)
        elif piece.again and not await self._app.push_screen_wait(ask_again(piece)):
            return False
        self._put_in(piece)
        return True

    def _put_in(self, piece: Piece) -> None:
        """Put its words into the letter; a material goes along with it from now on."""
        self._writing.letter.put_in(Words(piece.words, piece.bare), self._writing.services.config.user)
        if piece.material_id is not None:
            self._send_along(tuple(dict.fromkeys((*self._writing.draft.material_ids, piece.material_id))))

    def _leave_out(self, piece: Piece) -> None:
        """A material is no longer recorded with the letter."""
        self._send_along(tuple(one for one in self._writing.draft.material_ids if one != piece.material_id))
        self._writing.say(
            f"“{piece.title}” is no longer recorded with this letter; what the letter says about it is yours to delete."
        )

    def _send_along(self, material_ids: tuple[str, ...]) -> None:
        self._writing.typed()
        self._writing.keeper.concern(material_ids=material_ids)

    # What was written before, and elsewhere

    async def go_back(self) -> None:
        """Show the earlier versions, and go back to one; the present text is kept as a version, too."""
        writing = self._writing
        save_key = writing.services.key("draft.save")
        version = await self._app.push_screen_wait(Versions(writing.draft, writing.services.now(), save_key))
        if version is not None and await writing.put(version.subject, version.body):
            writing.say("Back to the earlier version; what stood here is a version now, and ctrl+z brings it back.")

    async def write_outside(self) -> None:
        """Write in the user's own editor, which has the terminal meanwhile."""
        writing = self._writing
        if not await writing.save(keep_version=True):
            return
        before = writing.letter.body.text
        try:
            text = self._edited(before, editor_command(os.environ))
        except FollowupError as error:
            writing.say(str(error))
            return
        except SuspendNotSupported:
            writing.say("An editor needs a terminal of its own, and there is none here.")
            return
        if text != before:
            await writing.put(writing.letter.subject.value, text)
            await writing.save(keep_version=True)
            writing.say("Back from the editor; this version is kept.")
        else:
            writing.say("Back from the editor; nothing was changed.")

    def _edited(self, text: str, command: list[str]) -> str:
        """What the editor makes of a text. Raises FollowupError once the terminal is ours again."""
        failed: Exception | None = None
        with self._app.suspend():
            # Textual 8.2 takes the terminal back only if nothing is raised in here.
            try:
                text = edit_outside(text, command)
            except Exception as error:  # noqa: BLE001 - raised again below
                failed = error
        if failed is not None:
            raise failed
        return text
