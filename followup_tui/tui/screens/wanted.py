"""What screens tell the app, and what a key acts on."""

from typing import NamedTuple

from textual.message import Message

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.records import Contact, Opportunity


class Target(NamedTuple):
    """What the keys of a screen act on: the follow-up at the cursor, and whom and what it concerns."""

    follow_up: FollowUp | None = None
    opportunity: Opportunity | None = None
    contacts: tuple[Contact, ...] = ()


class DeskChanged(Message):
    """The book changed, here or in another process; posted to every screen by the app."""


class DraftWanted(Message):
    """The user wants to write: for a follow-up, or else to a contact about an opportunity. The app opens the editor.

    With `draft_id`, at a draft that was begun earlier.
    """

    def __init__(self, target: Target, draft_id: str | None = None) -> None:
        super().__init__()
        self.target = target
        self.draft_id = draft_id


class DetailWanted(Message):
    """The user wants to see an opportunity, or else a contact, with everything about it."""

    def __init__(self, opportunity_id: str | None, contact_id: str | None) -> None:
        super().__init__()
        self.opportunity_id = opportunity_id
        self.contact_id = contact_id
