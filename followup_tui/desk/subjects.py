"""The cards of the board as its filter sees them."""

import time
from collections.abc import Iterable, Sequence
from typing import Final

from followup_tui.desk.board_view import Item
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.filtering import Subject
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import fold

# About a millisecond's work, and a rest in which the thread that answers keys gets the interpreter.
_SLICE: Final = 150
_REST_SECONDS: Final = 0.0005


class Subjects:
    """The cards as the filter sees them; one that did not change is made once.

    Of a big book that takes longer than a key may, so it is done in a thread, in slices that leave room for the keys.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[Item, Subject]] = {}

    def of(self, items: Iterable[Item]) -> list[Subject]:
        """A subject for each item, in their order."""
        subjects: list[Subject] = []
        for item in items:
            subjects.append(self._subject(item))
            if len(subjects) % _SLICE == 0:
                time.sleep(_REST_SECONDS)
        return subjects

    def _subject(self, item: Item) -> Subject:
        made = self._made.get(item.opportunity.id)
        if made is None or made[0] != item:
            made = self._made[item.opportunity.id] = (item, _subject(item))
        return made[1]


def _subject(item: Item) -> Subject:
    opportunity = item.opportunity
    return Subject(
        opportunity.id,
        *_texts(opportunity, item.contacts),
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
