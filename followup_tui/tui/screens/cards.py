"""Opportunities as the board's cards and columns, by stage or by urgency."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final, Literal, NamedTuple, cast

from followup_tui.desk.board_view import Item, Shown
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import OUTCOMES, URGENCIES, action_words, card_words, when_words
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.widgets.board import Card, Column
from followup_tui.tui.widgets.lazy_cards import Later, LazyCards, Make
from followup_tui.tui.widgets.urgency import Urgency

Arrangement = Literal["stage", "urgency"]
"""What the columns are."""

_INVITATIONS: Mapping[str, str] = {
    "lead": "Seen something? {add} adds it.",
    "applied": "{move} brings a card here once you have applied.",
    "screening": "First calls stand here.",
    "interviewing": "Interviews, ahead and behind, stand here.",
    "offer": "An offer! One day a card stands here.",
    "closed": "How it ended stands here.",
    "overdue": "Nothing is overdue.",
    "due": "Nothing is due.",
    "open": "Nothing waits for you.",
    "upcoming": "Nothing in the next days.",
    "later": "Nothing later.",
    "none": "Everything has a next step.",
}
_NOTHING_FITS: Final = "Nothing here fits."
_URGENCY_COLUMNS: Mapping[str, str] = {
    name: URGENCIES[name].word.capitalize() for name in ("overdue", "due", "open", "upcoming", "later", "none")
}
_AT_REST: Final = "closed"
_NO_PLAN: Final = "no next step"
"""For `nothing planned`, where that does not fit."""


class Cards:
    """Makes cards, and keeps those whose opportunity, follow-up and words are the same as before."""

    def __init__(self, key: KeyOf) -> None:
        """No cards yet; `key` names the keys for what an empty column invites to."""
        self._key = key
        self._made: dict[str, _Made] = {}

    def columns(
        self, shown: Shown, now: datetime, stages: Mapping[str, str], by: Arrangement = "stage"
    ) -> tuple[Column, ...]:
        """The columns, the cards in each in the order they are given. What is closed and at rest stays folded.

        `stages` are the stages with their names, in the order of the columns.
        """
        column_of = _by_stage if by == "stage" else _by_urgency
        titles = dict(stages if by == "stage" else _URGENCY_COLUMNS)
        dealt: dict[str, list[Item]] = {}
        for item in shown.items:
            dealt.setdefault(column_of(item), []).append(item)
        if by == "urgency" and (shown.archive or _AT_REST in dealt):
            titles[_AT_REST] = stages[_AT_REST]
        make = self._maker(shown, now, stages if by == "urgency" else {})
        columns = []
        for name, title in titles.items():
            first = {item.opportunity.id: _urgency_of(item) for item in dealt.get(name, ())}
            later = Later(len(shown.archive), lambda: shown.archive.ids) if name == _AT_REST else None
            column = Column(name, title, folded=name == _AT_REST, hint=self._hint(name))
            columns.append(_with_cards(column, LazyCards(first, make, later)))
        return tuple(columns)

    def _maker(self, shown: Shown, now: datetime, stages: Mapping[str, str]) -> Make:
        """How to make any card; it names its stage if that has a name in `stages`."""
        items = {item.opportunity.id: item for item in shown.items}

        def make(opportunity_id: str) -> Card:
            item = items.get(opportunity_id) or shown.archive.item(opportunity_id)
            return self._card(item, now, stages.get(item.opportunity.stage, ""))

        return make

    def _hint(self, column: str) -> str:
        keys = {"add": self._key("add"), "move": self._key("board.move_right")}
        return _INVITATIONS[column].format_map(keys)

    def _card(self, item: Item, now: datetime, stage: str) -> Card:
        words = card_words(item.follow_up, now) if item.follow_up else ""
        made = self._made.get(item.opportunity.id)
        if made is None or made.words != words or made.stage != stage or made.item != item:
            made = self._made[item.opportunity.id] = _Made(item, words, stage, _card(item, words, stage, now))
        return made.card


def narrowed(columns: Sequence[Column], ids: AbstractSet[str]) -> list[Column]:
    """The columns with only these cards. The archive unfolds if only it has any."""
    left = [_with_cards(column._replace(hint=_NOTHING_FITS), _cards_of(column).only(ids)) for column in columns]
    only_archive = all(column.folded == bool(column.cards) for column in left)
    return [column._replace(folded=False) for column in left] if only_archive else left


def _cards_of(column: Column) -> LazyCards:
    return cast("LazyCards", column.cards)  # as in every column that `Cards` made


def _with_cards(column: Column, cards: LazyCards) -> Column:
    """In a column of what is overdue its count says how many. What is at rest never is."""
    return column._replace(cards=cards, overdue=cards.overdue if column.id != "overdue" else 0)


class _Made(NamedTuple):
    """A card, and what it was made of."""

    item: Item
    words: str
    stage: str
    card: Card


def _by_stage(item: Item) -> str:
    return item.opportunity.stage


def _by_urgency(item: Item) -> str:
    """What is held waits with what comes later; what is closed and at rest stays in the archive."""
    if item.follow_up is None:
        return _AT_REST if item.opportunity.stage == "closed" else "none"
    return "later" if item.follow_up.urgency == "held" else item.follow_up.urgency


def _urgency_of(item: Item) -> Urgency:
    return urgency(item.follow_up) if item.follow_up else "none"


def _card(item: Item, words: str, stage: str, now: datetime) -> Card:
    opportunity, follow_up = item.opportunity, item.follow_up
    base = Card(
        opportunity.id,
        opportunity.company,
        f"{stage} · {opportunity.role}" if stage else opportunity.role,
        priority=opportunity.priority,
        tags=opportunity.tags,
    )
    if follow_up is None:
        at_rest = OUTCOMES[opportunity.outcome] if opportunity.outcome else "closed"
        text = at_rest if opportunity.stage == "closed" else URGENCIES["none"].word
        return base._replace(next=text, brief=text if opportunity.stage == "closed" else _NO_PLAN)
    action = item.title or action_words(follow_up.kind, item.first_name)
    return base._replace(
        next=f"{action} · {when_words(follow_up, now)}",
        brief=f"{action} · {words}",
        urgency=_urgency_of(item),
    )


def urgency(follow_up: FollowUp) -> Urgency:
    """How a follow-up is shown: a snoozed one as waiting, like a held one."""
    return "held" if follow_up.snoozed_until is not None else follow_up.urgency
