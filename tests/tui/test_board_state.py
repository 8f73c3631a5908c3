"""Where the board's columns and cursor stand, without a terminal."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Region

from followup_tui.tui.widgets.board_layout import CARD_LINES, lay_out, reveal, thumb
from followup_tui.tui.widgets.board_model import Card, Column, Place, follow
from followup_tui.tui.widgets.board_state import EVERYTHING, BoardState, Damage


def columns(*counts: int, folded: int | None = None) -> list[Column]:
    """Columns "0", "1" … with so many cards each: "0.0", "0.1" …"""
    return [
        Column(
            str(index),
            f"Column {index}",
            [Card(f"{index}.{row}", f"Company {index}.{row}") for row in range(count)],
            folded=index == folded,
        )
        for index, count in enumerate(counts)
    ]


def state(*counts: int, width: int = 120, height: int = 24, folded: int | None = None) -> BoardState:
    board = BoardState(columns(*counts, folded=folded))
    board.resize(width, height)
    return board


def names(cards: Sequence[str]) -> list[Card]:
    return [Card(name, name) for name in cards]


def regions(damage: Damage) -> list[Region]:
    """What is to be repainted, when it is not everything."""
    assert damage is not None
    return list(damage)


# Layout


@pytest.mark.parametrize(
    ("width", "shown"),
    [(200, 6), (120, 6), (100, 6), (99, 4), (80, 3), (60, 2), (47, 1), (24, 1), (10, 1), (1, 1)],
)
def test_as_many_columns_are_shown_as_fit(width: int, shown: int) -> None:
    slots = lay_out([0] * 5 + [3], width, 0)
    assert len(slots) == shown


@given(
    strips=st.lists(st.sampled_from([0, 3, 4]), min_size=1, max_size=9),
    width=st.integers(1, 300),
    first=st.integers(0, 9),
    data=st.data(),
)
@settings(max_examples=200)
def test_columns_stand_side_by_side_within_the_board_and_the_kept_one_is_in_view(
    strips: list[int], width: int, first: int, data: st.DataObject
) -> None:
    keep = data.draw(st.integers(0, len(strips) - 1))
    slots = lay_out(strips, width, first, keep)
    assert keep in [slot.column for slot in slots]
    assert [slot.column for slot in slots] == list(range(slots[0].column, slots[-1].column + 1))
    x = 0
    for slot in slots:
        assert slot.x == x
        x += slot.width
    assert x <= width
    open_widths = [slot.width for slot in slots if not slot.folded]
    if open_widths:
        assert x == width
        assert max(open_widths) - min(open_widths) <= 1


def test_the_view_moves_no_further_sideways_than_it_has_to() -> None:
    six = [0] * 6
    assert [slot.column for slot in lay_out(six, 80, 0, keep=3)] == [1, 2, 3]
    assert [slot.column for slot in lay_out(six, 80, 1, keep=2)] == [1, 2, 3]
    assert [slot.column for slot in lay_out(six, 80, 3, keep=2)] == [2, 3, 4]
    assert [slot.column for slot in lay_out(six, 80, 5)] == [3, 4, 5]


@pytest.mark.parametrize(
    ("row", "offset", "height", "wanted"),
    [(0, 0, 10, 0), (2, 0, 10, 1), (2, 5, 10, 5), (1, 8, 10, 4), (5, 0, 2, 20)],
)
def test_scrolling_shows_the_whole_card_and_moves_as_little_as_that_takes(
    row: int, offset: int, height: int, wanted: int
) -> None:
    assert reveal(row, offset, height) == wanted


def test_the_thumb_says_where_in_a_column_the_view_is() -> None:
    (column,) = columns(10)  # 39 lines
    assert thumb(column, 0, 39) == range(0)
    assert thumb(column, 0, 13) == range(4)
    assert thumb(column, 26, 13) == range(9, 13)


# Moving


def test_the_cursor_starts_on_the_first_card_there_is() -> None:
    assert state(0, 2, 1).place == Place(1, 0)
    assert state(0, 0).card is None
    assert BoardState().card is None


def test_the_cursor_stops_at_the_ends() -> None:
    board = state(3, 1)
    board.move_by(-1)
    assert board.place == Place(0, 0)
    board.move_by(99)
    assert board.place == Place(0, 2)
    board.move_sideways(-1)
    assert board.place == Place(0, 2)


def test_going_sideways_the_cursor_stays_on_its_line_and_remembers_it() -> None:
    board = state(5, 1, 5)
    board.move_by(3)
    board.move_sideways(1)
    assert board.place == Place(1, 0)
    board.move_sideways(1)
    assert board.place == Place(2, 3)


def test_a_step_damages_two_cards_and_no_more() -> None:
    board = state(3, 3)
    damage = regions(board.move_by(1))
    assert [(region.x, region.y, region.width, region.height) for region in damage] == [(0, 1, 60, 3), (0, 5, 60, 3)]
    assert board.move_by(0) == ()


def test_a_step_to_the_next_column_damages_two_cards_and_two_titles() -> None:
    board = state(3, 3)
    damage = regions(board.move_sideways(1))
    assert sum(region.area for region in damage) == 2 * 60 * 3 + 2 * 60


def test_a_step_that_scrolls_damages_one_column() -> None:
    board = state(9, 9, height=9)
    board.move_by(1)
    damage = regions(board.move_by(1))
    assert {(region.x, region.right) for region in damage} == {(0, 60)}
    assert board.offset(0) == 2 * CARD_LINES + 3 - 7
    assert board.offset(1) == 0


def test_a_folded_column_opens_when_the_cursor_comes_and_folds_when_it_goes() -> None:
    board = state(1, 1, 5, folded=2)
    assert board.is_folded(2)
    board.move_sideways(2)
    assert not board.is_folded(2)
    board.move_sideways(-1)
    assert board.is_folded(2)


def test_what_the_user_unfolded_stays_open_till_folded_again() -> None:
    board = state(1, 1, 5, folded=2)
    board.toggle_fold()
    assert not board.is_folded(2)
    board.move_sideways(2)
    board.toggle_fold()
    assert board.is_folded(2)
    assert board.place == Place(1, 0)


def test_the_card_under_the_pointer_is_found_and_so_is_the_gap_between_cards() -> None:
    board = state(9, 9, height=12)
    assert board.place_at(0, 1) == Place(0, 0)
    assert board.place_at(61, 7) == Place(1, 1)
    assert board.place_at(61, 4) is None
    assert board.place_at(61, 0) is None
    assert board.place_at(61, 11) is None
    board.scroll(1, CARD_LINES)
    assert board.place_at(61, 1) == Place(1, 1)


def test_scrolling_stops_at_the_ends_and_leaves_the_cursor() -> None:
    board = state(9, 1, height=12)
    assert board.scroll(0, -4) == ()
    assert board.scroll(1, 4) == ()
    assert board.scroll(0, 999)
    assert board.offset(0) == 35 - 10
    assert board.place == Place(0, 0)


# Replacing


@pytest.mark.parametrize(
    ("before", "after", "cursor", "wanted"),
    [
        ([["a", "b", "c"], []], [["a", "b", "c"], []], Place(0, 1), Place(0, 1)),
        ([["a", "b", "c"], []], [["x", "a", "b", "c"], []], Place(0, 1), Place(0, 2)),
        ([["a", "b"], ["c"]], [["a"], ["c", "b"]], Place(0, 1), Place(1, 1)),
        ([["a", "b", "c"], ["d"]], [["a", "c"], ["d"]], Place(0, 1), Place(0, 1)),
        ([["a", "b", "c"], ["d"]], [["c", "a"], ["d"]], Place(0, 1), Place(0, 0)),
        ([["a", "b"], ["d"]], [["a"], ["d"]], Place(0, 1), Place(0, 0)),
        ([["a"], ["d", "e"]], [[], ["d", "e"]], Place(0, 0), Place(1, 0)),
        ([["a"], []], [["x", "y"], []], Place(0, 0), Place(0, 0)),
        ([["a"], []], [["a"], ["b"]], Place(1, 0), Place(1, 0)),
        ([[], []], [[], ["b"]], Place(0, 0), Place(1, 0)),
        ([["a"], []], [[], []], Place(0, 0), Place(0, 0)),
    ],
    ids=[
        "nothing changed",
        "a card came above",
        "the card moved to another column",
        "the card went: the next",
        "the card went and others moved: the one that was next",
        "the last card went: the one above",
        "the column is empty: the nearest that has cards",
        "all cards are others: the same row",
        "in an empty column that got a card",
        "from an empty board to the first card",
        "to an empty board",
    ],
)
def test_the_cursor_stays_on_its_card_or_goes_to_its_neighbour(
    before: list[list[str]], after: list[list[str]], cursor: Place, wanted: Place
) -> None:
    old = [Column(str(index), "", names(cards)) for index, cards in enumerate(before)]
    new = [Column(str(index), "", names(cards)) for index, cards in enumerate(after)]
    assert follow(old, new, cursor) == wanted


def test_the_card_under_the_cursor_stays_on_its_line_when_others_come_above_it() -> None:
    board = state(30, height=22)
    board.move_by(10)
    line = board.place.row * CARD_LINES - board.offset(0)
    (column,) = board.columns
    board.replace([column._replace(cards=[*names("xyz"), *column.cards])])
    assert board.card == Card("0.10", "Company 0.10")
    assert board.place.row * CARD_LINES - board.offset(0) == line


def test_other_columns_keep_their_scrolling_even_when_columns_change_places() -> None:
    board = state(30, 30, height=22)
    board.scroll(1, 12)
    first, second = board.columns
    board.replace([second, first])
    assert (board.offset(0), board.offset(1)) == (12, 0)


def test_columns_may_come_and_go() -> None:
    board = state(3, 3)
    board.move_sideways(1)
    board.replace([])
    assert (board.card, board.slots) == (None, ())
    for damage in (board.move_by(1), board.move_sideways(1), board.shift(1), board.toggle_fold()):
        assert damage in ((), EVERYTHING)
    board.replace(columns(0, 2))
    assert board.card == Card("1.0", "Company 1.0")


ACTIONS = st.one_of(
    st.tuples(st.just("move_by"), st.integers(-9, 9)),
    st.tuples(st.just("move_sideways"), st.integers(-3, 3)),
    st.tuples(st.just("shift"), st.integers(-2, 2)),
    st.tuples(st.just("resize"), st.tuples(st.integers(0, 150), st.integers(0, 40))),
    st.tuples(st.just("replace"), st.lists(st.integers(0, 9), max_size=5)),
    st.tuples(st.just("toggle_fold"), st.none()),
)


@given(st.lists(ACTIONS, max_size=25))
@settings(max_examples=100)
def test_whatever_happens_the_cursor_is_on_a_card_if_its_column_has_any(actions: list[tuple[str, object]]) -> None:
    board = state(5, 0, 9, 2, folded=3)
    for action, value in actions:
        match action, value:
            case "resize", (int(width), int(height)):
                board.resize(width, height)
            case "replace", list(counts):
                board.replace(columns(*counts, folded=3))
            case "toggle_fold", _:
                board.toggle_fold()
            case _:
                getattr(board, action)(value)
        if board.columns and board.columns[board.place.column].cards:
            assert board.card is not None
        assert all(board.offset(index) >= 0 for index in range(len(board.columns)))
