"""Cards that are made when they are looked at: which they are is known before."""

from followup_tui.tui.widgets.board_model import Card, Column, Place, find_card, follow
from followup_tui.tui.widgets.lazy_cards import Later, LazyCards


class Archive:
    def __init__(self) -> None:
        self.made: list[str] = []

    def cards(self, *first: str, later: tuple[str, ...]) -> LazyCards:
        return LazyCards(dict.fromkeys(first, "overdue"), self.make, Later(len(later), lambda: later))

    def make(self, card_id: str) -> Card:
        self.made.append(card_id)
        return Card(card_id, card_id, "")


def test_they_are_a_sequence_like_any_other() -> None:
    cards = Archive().cards("a", later=("b", "c"))
    assert [card.id for card in cards] == ["a", "b", "c"]
    assert (len(cards), cards[-1].id, [card.id for card in cards[:2]]) == (3, "c", ["a", "b"])


def test_only_the_one_that_is_looked_at_is_made_and_only_once() -> None:
    archive = Archive()
    cards = archive.cards("a", later=("b", "c"))
    assert cards[2] is cards[2]
    assert archive.made == ["c"]


def test_narrowing_makes_none_and_finding_and_following_only_those_at_the_cursor() -> None:
    archive = Archive()
    old = Column("closed", "Closed", archive.cards("a", later=("b", "c", "d")))
    new = Column("closed", "Closed", archive.cards("a", later=("b", "d")))
    left = archive.cards("a", "z", later=("b", "c")).only({"a", "c"})
    assert (left.ids, left.overdue) == (["a", "c"], 1)
    assert archive.made == []
    assert find_card([old], "c", Place(0, 0)) == Place(0, 2)
    assert archive.made == ["a"]
    assert follow([old], [new], Place(0, 2)) == Place(0, 2)
    assert archive.made == ["a", "c", "d"]
