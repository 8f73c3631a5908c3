"""The cards of the board as its filter sees them."""

from collections.abc import Sequence

from followup_tui.desk.board_view import Item
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.filtering import Subject
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import fold


class Subjects:
    """The cards as the filter sees them; the texts of one that did not change are folded once."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Opportunity, tuple[Contact, ...], tuple[str, str, str]]] = {}

    def of(self, items: Sequence[Item]) -> list[Subject]:
        """A subject for each item, in their order."""
        return [self._subject(item) for item in items]

    def _subject(self, item: Item) -> Subject:
        opportunity, contacts = item.opportunity, item.contacts
        known = self._texts.get(opportunity.id)
        if known is None or known[0] is not opportunity or known[1] != contacts:
            known = self._texts[opportunity.id] = (opportunity, contacts, _texts(opportunity, contacts))
        return Subject(
            opportunity.id,
            *known[2],
            stage=opportunity.stage,
            priority=opportunity.priority,
            states=_states(item.follow_up),
            due_at=item.due_at,
            silent_since=item.silent_since,
        )


def _texts(opportunity: Opportunity, contacts: Sequence[Contact]) -> tuple[str, str, str]:
    names = "".join(f" {fold(contact.name)}" for contact in contacts)
    tags = "".join(f" {fold(tag)}" for tag in opportunity.tags)
    place = " ".join(filter(None, (opportunity.location, opportunity.source)))
    return f"{fold(f'{opportunity.company} {opportunity.role} {place}')}{names}{tags}", names, tags


def _states(follow_up: FollowUp | None) -> tuple[str, ...]:
    if follow_up is None:
        return ("none",)
    return (follow_up.urgency, "snoozed") if follow_up.snoozed_until is not None else (follow_up.urgency,)
