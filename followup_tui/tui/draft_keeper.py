"""Keeps a draft while it is written: at most a second of typing is ever not on the disk."""

from typing import Final

import msgspec

from followup_tui.desk import drafts, handing_over, ignoring
from followup_tui.desk.drafts import Opened, Sent
from followup_tui.domain.records import Draft
from followup_tui.tui.desk_thread import DeskThread

SAVE_AFTER_SECONDS: Final = 0.5
"""How long typing may be only in memory."""


class DraftKeeper:
    """One draft that is open for writing. It knows no widget: the screen tells it what was typed.

    The app's end calls `save_now`, whatever ends it.
    """

    def __init__(self, desk: DeskThread, opened: Opened, session: str) -> None:
        """A keeper for the draft that was opened; what is written till it is closed is one step of undo."""
        self._desk = desk
        self._session = session
        self._draft = opened.draft
        self._unsaved = False

    @property
    def draft(self) -> Draft:
        """The draft as it stands in the editor."""
        return self._draft

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk."""
        return self._unsaved

    def typed(self, subject: str, body: str) -> None:
        """The editor's texts changed."""
        if (subject, body) != (self._draft.subject, self._draft.body):
            self._draft = msgspec.structs.replace(self._draft, subject=subject, body=body)
            self._unsaved = True

    def concern(self, *, template: str | None = None, material_ids: tuple[str, ...] | None = None) -> None:
        """The letter was begun anew from a template, or other materials go with it; None leaves what there is."""
        draft = self._draft
        changed = msgspec.structs.replace(
            draft,
            template=draft.template if template is None else template,
            material_ids=draft.material_ids if material_ids is None else material_ids,
        )
        if changed != draft:
            self._draft, self._unsaved = changed, True

    def turn_to(self, opened: Opened, session: str) -> None:
        """Keep another draft from now on. Raises ValueError while the one before has not been saved."""
        if self._unsaved:
            raise ValueError("the draft before has not been saved")
        self._draft, self._session = opened.draft, session

    async def save(self, *, keep_version: bool = False) -> None:
        """Put the draft on the disk. Raises FollowupError if that fails; then it is still unsaved."""
        draft, self._unsaved = self._draft, False
        try:
            saved = await self._desk.ask(drafts.save, draft, self._session, keep_version=keep_version)
        except BaseException:
            self._unsaved = True
            raise
        self._take(saved)

    async def note_handed_over(self) -> None:
        """Keep with the draft, which must have been saved, that it was copied or handed over just now."""
        self._take(await self._desk.ask(handing_over.note_handed_over, self._draft, self._session))

    async def note_ignored(self, name: tuple[str, str]) -> None:
        """Keep with the draft, which must have been saved, that a finding is to be left alone."""
        self._take(await self._desk.ask(ignoring.ignore, self._draft, name, self._session))

    def save_now(self) -> None:
        """As `save`, waiting for the disk: for signals and for the end of the app."""
        if self._unsaved:
            self._take(self._desk.ask_and_wait(drafts.save, self._draft, self._session))
            self._unsaved = False

    async def mark_sent(self, early_reason: str | None) -> Sent:
        """Mark the draft as sent, as it stands: there is nothing left to keep. Raises FollowupError if that fails."""
        unsaved, self._unsaved = self._unsaved, False
        try:
            return await self._desk.ask(drafts.mark_sent, self._draft, early_reason=early_reason)
        except BaseException:
            self._unsaved = unsaved
            raise

    def _take(self, saved: Draft) -> None:
        """What was stored, with what was typed or chosen meanwhile; nothing, if another draft is kept by now."""
        draft = self._draft
        if draft.id == saved.id:
            self._draft = msgspec.structs.replace(
                saved,
                subject=draft.subject,
                body=draft.body,
                template=draft.template,
                material_ids=draft.material_ids,
            )
