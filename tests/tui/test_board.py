"""The board as a user meets it: keys, mouse, sizes, and texts of any kind."""

import re
from itertools import pairwise
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.pilot import Pilot

from followup_tui.tui.widgets.board import Board, Card, Column

LEAD = Column("lead", "Lead", [Card("acme", "Acme Robotics", "Platform engineer", "nothing planned", priority=1)])
APPLIED = Column(
    "applied",
    "Applied",
    [
        Card("globex", "Globex", "Staff SRE", "thank Ana · overdue 6 h", "", "overdue", 2, ("remote",)),
        Card("initech", "Initech", "Data engineer", "reply · due today 16:00", "reply · 16:00", "due"),
        Card("tyrell", "Tyrell", "Welder", "check in · open till Mon", "", "open"),
    ],
    overdue=1,
)
OFFER = Column("offer", "Offer", hint="No offer yet. L moves a card here.")
CLOSED = Column("closed", "Closed", [Card(f"old{n}", f"Old {n}") for n in range(12)], folded=True)
COLUMNS = [LEAD, APPLIED, OFFER, CLOSED]


class Host(App[None]):
    """An app with nothing but a board, that remembers what the board said."""

    def __init__(self, columns: list[Column]) -> None:
        super().__init__()
        self.board = Board(columns)
        self.said: list[Message] = []
        self.escapes = 0

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "escape")]

    def compose(self) -> ComposeResult:
        yield self.board

    def action_escape(self) -> None:
        self.escapes += 1

    @on(Board.CardHighlighted)
    @on(Board.CardSelected)
    @on(Board.MoveRequested)
    def remember(self, message: Message) -> None:
        self.said.append(message)


def drawn(board: Board) -> list[str]:
    """The board's lines as text."""
    return [strip.text for strip in board.render_lines(Region(0, 0, *board.size))]


def moves(app: Host) -> list[tuple[str, str]]:
    return [(said.card_id, said.column_id) for said in app.said if isinstance(said, Board.MoveRequested)]


def opened(app: Host) -> list[str]:
    return [said.card.id for said in app.said if isinstance(said, Board.CardSelected)]


async def drag(pilot: Pilot[None], *points: tuple[int, int]) -> None:
    """Press the button on the first point and carry to the others, without letting go."""
    board = pilot.app.query_one(Board)
    await pilot.mouse_down(board, offset=points[0])
    for (x0, y0), (x, y) in pairwise(points):
        board.post_message(events.MouseMove(board, x, y, x - x0, y - y0, 1, False, False, False))
        await pilot.pause()


async def let_go(pilot: Pilot[None], x: int, y: int) -> None:
    await pilot.mouse_up(Board, offset=(x, y))
    await pilot.pause()


async def test_it_looks_as_designed() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 9), notifications=True):
        assert "\n".join(line.rstrip() for line in drawn(app.board)) == (
            "╭ Lead · 1 ─────────────────────╮╭ Applied · 3 ‼1 ──────────────╮╭ Offer · 0 ───────────────────╮╭─╮\n"
            "│▌Acme Robotics               ★ ││▌Globex                    ★★ ┃│                              ││C│\n"
            "│▌Platform engineer             ││▌Staff SRE            #remote ┃│ No offer yet. L moves a card ││l│\n"
            "│▌· nothing planned             ││▌‼ thank Ana · overdue 6 h    ┃│            here.             ││o│\n"
            "│                               ││                              ┃│                              ││s│\n"
            "│                               ││▌Initech                      ││                              ││ │\n"
            "│                               ││▌Data engineer                ││                              ││1│\n"
            "│                               ││▌● reply · due today 16:00    ││                              ││2│\n"
            "╰───────────────────────────────╯╰──────────────────────────────╯╰──────────────────────────────╯╰─╯"
        )


@pytest.mark.parametrize(
    ("keys", "card"),
    [
        ("j", "acme"),
        ("l", "globex"),
        ("right down", "initech"),
        ("l j j j j", "tyrell"),
        ("l j k", "globex"),
        ("l G", "tyrell"),
        ("l end home", "globex"),
        ("l end g", "globex"),
        ("l pagedown", "tyrell"),
        ("l pagedown pageup", "globex"),
        ("l l", None),
        ("l l l", "old0"),
        ("l l l l h h h left left", "acme"),
        ("l j h l", "initech"),
    ],
)
async def test_keys_move_the_cursor(keys: str, card: str | None) -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press(*keys.split())
        assert (app.board.highlighted.id if app.board.highlighted else None) == card


async def test_the_board_tells_where_the_cursor_is_once_for_each_card() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("l", "j", "j", "j", "l")
        said = [message for message in app.said if isinstance(message, Board.CardHighlighted)]
        assert [(message.card.id if message.card else None, message.column_id) for message in said] == [
            ("acme", "lead"),
            ("globex", "applied"),
            ("initech", "applied"),
            ("tyrell", "applied"),
            (None, "offer"),
        ]
        assert all(message.control is app.board for message in said)


async def test_enter_opens_the_card_and_nothing_in_an_empty_column() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("l", "enter", "l", "enter")
        assert opened(app) == ["globex"]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("H", [("globex", "lead")]),
        ("shift+left", [("globex", "lead")]),
        ("L", [("globex", "offer")]),
        ("shift+right", [("globex", "offer")]),
    ],
)
async def test_a_card_is_asked_to_be_moved_and_not_moved(key: str, asked: list[tuple[str, str]]) -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("l", key)
        assert moves(app) == asked
        assert app.board.columns == tuple(COLUMNS)


async def test_there_is_nowhere_to_move_beyond_the_ends_nor_from_an_empty_column() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("H", "l", "l", "L", "l", "L")
        assert moves(app) == []


async def test_closed_is_a_strip_till_c_unfolds_it() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 12), notifications=True) as pilot:
        assert [line[-2] for line in drawn(app.board)] == list("─Closed  12─")
        await pilot.press("c")
        assert "Old 0" in drawn(app.board)[1]
        await pilot.press("c")
        assert "Old 0" not in drawn(app.board)[1]


async def test_a_click_takes_the_cursor_to_a_card_and_a_second_one_opens_it() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.click(Board, offset=(40, 6))
        assert app.board.highlighted == APPLIED.cards[1]
        assert opened(app) == []
        await pilot.click(Board, offset=(40, 7))
        assert opened(app) == ["initech"]


async def test_a_click_beside_the_cards_goes_into_the_column() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.click(Board, offset=(70, 20))
        assert app.board.cursor_column == OFFER
        await pilot.click(Board, offset=(98, 20))
        assert app.board.cursor_column == CLOSED
        assert opened(app) == []


async def test_a_card_dragged_to_another_column_asks_to_be_moved_there() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await drag(pilot, (40, 6), (50, 7), (70, 7))
        assert "╔ Offer · 0 ═" in drawn(app.board)[0]
        assert "╔ Applied" not in drawn(app.board)[0]
        await let_go(pilot, 70, 7)
        assert moves(app) == [("initech", "offer")]
        assert "╔" not in drawn(app.board)[0]
        assert opened(app) == []


async def test_a_card_can_be_dropped_on_a_folded_column() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await drag(pilot, (40, 2), (98, 3))
        await let_go(pilot, 98, 3)
        assert moves(app) == [("globex", "closed")]


async def test_a_card_goes_where_it_is_let_go_though_the_last_of_the_way_was_not_told() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await drag(pilot, (40, 2), (98, 3))
        await let_go(pilot, 70, 7)
        assert moves(app) == [("globex", "offer")]


async def test_escape_puts_a_dragged_card_back_and_is_the_apps_otherwise() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await drag(pilot, (40, 6), (70, 7))
        await pilot.press("escape")
        assert "╔" not in drawn(app.board)[0]
        await let_go(pilot, 70, 7)
        assert moves(app) == []
        assert app.escapes == 0
        await pilot.press("escape")
        assert app.escapes == 1


async def test_a_card_dropped_where_it_came_from_stays_and_is_not_opened() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("l")
        await drag(pilot, (40, 2), (70, 3), (41, 6))
        await let_go(pilot, 41, 6)
        assert (moves(app), opened(app)) == ([], [])


async def test_a_drag_ends_when_its_card_is_gone() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await drag(pilot, (40, 6), (70, 7))
        app.board.set_columns([LEAD, APPLIED._replace(cards=APPLIED.cards[:1]), OFFER, CLOSED])
        await let_go(pilot, 70, 7)
        assert moves(app) == []


async def test_dragging_to_the_edge_brings_what_is_beyond_it() -> None:
    app = Host([*COLUMNS, Column("more", "More")])
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        assert "More" not in drawn(app.board)[0]
        await drag(pilot, (2, 2), *[(59, 3)] * 4)
        assert "╔ More · 0" in drawn(app.board)[0]


async def test_the_wheel_scrolls_the_column_under_the_pointer_and_leaves_the_cursor() -> None:
    long = [Column(name, name, [Card(f"{name}{n}", f"{name} {n}") for n in range(50)]) for name in ("one", "two")]
    app = Host(long)
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        wheel = events.MouseScrollDown(app.board, 60, 5, 0, 0, 0, False, False, False)
        app.board.post_message(wheel)
        await pilot.pause()
        assert re.search(r"▌one 0 .*▌two 1 ", drawn(app.board)[1])
        assert app.board.highlighted == long[0].cards[0]


async def test_the_wheel_with_shift_scrolls_sideways() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        wheel = events.MouseScrollDown(app.board, 30, 5, 0, 0, 0, True, False, False)
        app.board.post_message(wheel)
        await pilot.pause()
        assert drawn(app.board)[0].startswith("╭ Applied")
        assert app.board.highlighted == LEAD.cards[0]


async def test_what_is_out_of_view_is_counted_at_the_edges() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        assert drawn(app.board)[-1].endswith(" 2 ·12 ›╯") or drawn(app.board)[-1].endswith(" 2 ·12 › ╯")
        await pilot.press("l", "l", "l")
        assert drawn(app.board)[-1].startswith("╰ ‹ 2 ·4 ‼1 ─")


async def test_replacing_the_cards_keeps_the_cursor_and_draws_the_new() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("l", "j")
        moved = APPLIED.cards[1]
        app.board.set_columns([LEAD, APPLIED._replace(cards=[]), OFFER._replace(cards=[moved]), CLOSED])
        await pilot.pause()
        assert app.board.highlighted == moved
        assert app.board.cursor_column is not None
        assert app.board.cursor_column.id == "offer"
        assert drawn(app.board)[1].count("Initech") == 1
        assert "Globex" not in "".join(drawn(app.board))


async def test_going_to_a_card_brings_it_into_view() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(60, 12), notifications=True) as pilot:
        assert app.board.go_to("old9")
        await pilot.pause()
        assert app.board.highlighted == CLOSED.cards[9]
        assert "Old 9" in "".join(drawn(app.board))
        assert not app.board.go_to("nobody")
        assert app.board.highlighted == CLOSED.cards[9]


async def test_only_cards_in_view_are_drawn_however_many_there_are() -> None:
    many = [Column(str(c), str(c), [Card(f"{c}-{n}", f"Company {n}") for n in range(5_000)]) for c in range(4)]
    app = Host(many)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("G", "l", "l", "g", "j")
        painter = app.board._painter
        assert painter is not None
        assert 0 < len(painter._cards) < 100


async def test_a_step_draws_the_lines_of_two_cards_only() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("l")
        await pilot.pause()
        lines: list[int] = []
        original = app.board.render_line

        def counting(y: int) -> object:
            lines.append(y)
            return original(y)

        app.board.render_line = counting  # type: ignore[assignment,method-assign]  # counts what is drawn
        await pilot.press("j")
        await pilot.pause()
        assert sorted(set(lines)) == [1, 2, 3, 5, 6, 7]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_the_cursor_is_seen_in_every_theme_and_more_so_with_the_focus(theme: str) -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        app.theme = theme
        await pilot.pause()

        def style_of(text: str) -> object:
            strip = app.board.render_line(1)
            return next(segment.style for segment in strip if text in segment.text)

        focused, other = style_of("Acme"), style_of("Globex")
        app.board.can_focus = False
        app.screen.set_focus(None)
        await pilot.pause()
        assert len({focused, other, style_of("Acme")}) == 3


async def test_a_theme_changed_changes_what_was_drawn_before() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        dark = list(app.board.render_line(1))
        app.theme = "textual-light"
        await pilot.pause()
        assert list(app.board.render_line(1)) != dark


async def test_it_survives_a_storm_of_sizes() -> None:
    app = Host(COLUMNS)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for width, height in [(1, 1), (300, 100), (3, 2), (24, 5), (1, 40), (200, 1), (80, 24)]:
            await pilot.resize_terminal(width, height)
            await pilot.press("l", "j", "c")
        assert {cell_len(line) for line in drawn(app.board)} == {80}


async def test_a_board_without_columns_is_blank_and_takes_every_key() -> None:
    app = Host([])
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        await pilot.press("j", "k", "h", "l", "H", "L", "g", "G", "c", "enter", "pageup", "pagedown", "home", "end")
        await pilot.click(Board, offset=(5, 5))
        assert "".join(drawn(app.board)).strip() == ""
        assert app.said == []
