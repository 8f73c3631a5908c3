"""Opportunities as the board's cards and columns."""

from collections.abc import Iterable
from datetime import datetime

from followup_tui.desk.look import Item
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import STAGES, URGENCIES, action_words, card_words, when_words
from followup_tui.tui.widgets.board import Card, Column
from followup_tui.tui.widgets.urgency import Urgency

_HINTS = {
    "lead": "what you may apply for",
    "applied": "what you applied for",
    "screening": "first calls",
    "interviewing": "interviews, ahead and behind",
    "offer": "offers to answer",
    "closed": "how it ended",
}
# In the archive only these rules still ask for something (R5, R8, R12); all else there is at rest.
_ALIVE_WHEN_CLOSED = ("R5", "R8", "R12")


class Cards:
    """Makes cards, and keeps those whose opportunity, follow-up and words are the same as before."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Item, str, Card]] = {}

    def columns(self, items: Iterable[Item], now: datetime) -> list[Column]:
        """A column for each stage, its cards in the order of `items`."""
        cards: dict[str, list[Card]] = {stage: [] for stage in STAGES}
        for item in items:
            cards[item.opportunity.stage].append(self._card(item, now))
        return [
            Column(
                id=stage,
                title=title,
                cards=cards[stage],
                overdue=sum(card.urgency == "overdue" for card in cards[stage]),
                folded=stage == "closed",
                hint=_HINTS[stage],
            )
            for stage, title in STAGES.items()
        ]

    def _card(self, item: Item, now: datetime) -> Card:
        words = card_words(item.follow_up, now) if item.follow_up else ""
        made = self._made.get(item.opportunity.id)
        if made is not None and made[0] == item and made[1] == words:
            return made[2]
        card = _card(item, words, now)
        self._made[item.opportunity.id] = (item, words, card)
        return card


def _card(item: Item, words: str, now: datetime) -> Card:
    opportunity, follow_up = item.opportunity, item.follow_up
    if opportunity.stage == "closed" and (follow_up is None or follow_up.rule not in _ALIVE_WHEN_CLOSED):
        follow_up = None
    base = Card(
        opportunity.id,
        opportunity.company,
        opportunity.role,
        priority=opportunity.priority,
        tags=opportunity.tags,
    )
    if follow_up is None:
        closed = opportunity.outcome or "closed"
        text = closed.replace("_", " ") if opportunity.stage == "closed" else URGENCIES["none"].word
        return base._replace(next=text, brief=text)
    action = item.title or action_words(follow_up.kind, item.first_name)
    return base._replace(
        next=f"{action} · {when_words(follow_up, now)}",
        brief=f"{action} · {words}",
        urgency=urgency(follow_up),
    )


def urgency(follow_up: FollowUp) -> Urgency:
    """How a follow-up is shown: a snoozed one as waiting, like a held one."""
    return "held" if follow_up.snoozed_until is not None else follow_up.urgency
