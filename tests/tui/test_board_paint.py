"""What the board draws, line by line, for texts and sizes of any kind."""

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style

from followup_tui.tui.widgets.board_model import Card, Column
from followup_tui.tui.widgets.board_paint import Painter, Palette
from followup_tui.tui.widgets.board_state import BoardState
from followup_tui.tui.widgets.cells import fit, fit_with_end, fit_words, pad
from followup_tui.tui.widgets.urgency import SYMBOLS, Urgency

HOSTILE: list[str] = [
    case["s"] for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
]
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
WIDE = "北京科技有限公司"


def painter() -> Painter:
    plain = Style.null()
    others = {name: plain for name in Palette._fields if name != "urgency"}
    return Painter(Palette(**others, urgency=dict.fromkeys(SYMBOLS, plain)))


def drawn(columns: list[Column], width: int, height: int) -> list[str]:
    state = BoardState(columns)
    state.resize(width, height)
    paint = painter()
    return ["".join(segment.text for segment in paint.line(state, y)) for y in range(height)]


@pytest.mark.parametrize("width", [*range(1, 40), 60, 80, 99, 100, 133, 200])
def test_every_line_is_exactly_as_wide_as_the_board(width: int) -> None:
    columns = [
        Column("wide", WIDE, [Card("w", WIDE * 3, "研究員 👍🏽", "謝謝 · 週一", "", "due", 3, ("遠端",))], 1),
        Column("empty", "Empty", hint=f"Nothing here {WIDE} yet."),
        Column("many", "Many", [Card(str(n), f"Company {n}", "e\u0301" * n) for n in range(40)]),
        Column("folded", WIDE, [Card("f", "Folded")], folded=True),
    ]
    for height in (1, 2, 3, 5, 24):
        for line in drawn(columns, width, height):
            assert cell_len(line) == width


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_has_power(text: str) -> None:
    card = Card(text, text, text, text, text, "due", 3, (text,))
    columns = [
        Column("cards", text, [card], 1),
        Column("hint", text, hint=text),
        Column("strip", text, [card], folded=True),
    ]
    for width in (100, 30):
        for line in drawn(columns, width, 12):
            assert not CONTROL.search(line)
            assert cell_len(line) == width


@pytest.mark.parametrize("urgency", SYMBOLS)
def test_urgency_is_said_by_a_symbol_and_by_words(urgency: Urgency) -> None:
    lines = drawn([Column("a", "A", [Card("x", "Acme", next="some words", urgency=urgency)])], 40, 6)
    assert f"▌{SYMBOLS[urgency]} some words " in lines[3]


@pytest.mark.parametrize(
    ("width", "step"),
    [
        (40, "‼ thank Ana Ruiz · overdue 6 h"),
        (34, "‼ thank Ana Ruiz · overdue 6 h"),
        (33, "‼ thank Ana · 6 h"),
        (19, "‼ thank Ana 6 h"),
        (18, "‼ thank Ana"),
        (14, "‼ thank…"),
    ],
)
def test_the_next_step_is_said_in_the_most_words_that_fit(width: int, step: str) -> None:
    card = Card("x", "Acme", next="thank Ana Ruiz · overdue 6 h", brief="thank Ana · 6 h", urgency="overdue")
    assert drawn([Column("a", "A", [card])], width, 6)[3] == f"│▌{step}".ljust(width - 1) + "│"


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (30, "╭ Interviewing · 3 ‼2 ───────╮"),
        (23, "╭ Interviewing · 3 ‼2 ╮"),
        (22, "╭Interviewing 3 ‼2───╮"),
        (19, "╭Interviewing 3 ‼2╮"),
        (16, "╭Intervie… 3 ‼2╮"),
    ],
)
def test_a_title_keeps_its_counts(width: int, title: str) -> None:
    cards = [Card(str(n), "Acme") for n in range(3)]
    assert drawn([Column("a", "Interviewing", cards, 2)], width, 6)[0] == title


def test_tags_are_shown_where_the_role_leaves_room() -> None:
    card = Card("x", "Acme", "Platform engineer", tags=("remote", "visa"))
    assert drawn([Column("a", "A", [card])], 40, 6)[2] == "│▌Platform engineer      #remote #visa │"
    assert "#" not in drawn([Column("a", "A", [card])], 30, 6)[2]


def test_a_folded_column_says_its_name_and_its_count_from_top_to_bottom() -> None:
    cards = [Card(str(n), "Acme") for n in range(12)]
    columns = [Column("a", "A", [Card("x", "Acme")]), Column("closed", "Closed", cards, folded=True)]
    assert "".join(line[-2] for line in drawn(columns, 40, 12)) == "─Closed  12─"
    assert "".join(line[-2] for line in drawn(columns, 40, 7)) == "─Cl 12─"


def test_a_long_column_has_a_thumb_and_a_short_one_has_none() -> None:
    columns = [Column("a", "A", [Card(str(n), "Acme") for n in range(10)]), Column("b", "B", [Card("x", "Acme")])]
    lines = drawn(columns, 60, 15)
    assert "".join(line[29] for line in lines) == "╮┃┃┃┃│││││││││╯"
    assert "┃" not in "".join(line[59] for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Acme", 4, "Acme"),
        ("Acme", 3, "Ac…"),
        ("Acme", 1, "…"),
        ("Acme", 0, ""),
        ("北京科技", 8, "北京科技"),
        ("北京科技", 7, "北京科…"),
        ("北京科技", 6, "北京…"),
        ("A\u0301na Ruiz", 4, "A\u0301na…"),
        ("one · two", 5, "one…"),
        ("x" + "\u0301" * 500, 5, "x" + "\u0301" * 103 + "…"),
    ],
)
def test_a_text_is_cut_at_a_whole_character_with_an_ellipsis(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted
    assert cell_len(pad(text, width)) == width


def test_the_time_is_the_last_to_be_cut() -> None:
    assert fit_with_end("thank Anastasia · 6 h", 18) == "thank Anast… · 6 h"
    assert fit_with_end("thank Anastasia · overdue 6 h", 18) == "thank Anastasia…"
    assert fit_with_end("● Ask Tom for the foreman's number · by Sat", 25) == "● Ask Tom for… · by Sat"


def test_a_text_is_cut_between_two_words_where_that_costs_little() -> None:
    assert fit_words("Site reliability engineer", 21) == "Site reliability…"
    assert fit_words("Site reliability engineer", 17) == "Site reliability…"
    assert fit_words("Site reliability engineer", 12) == "Site reliab…"
    assert fit_words("Site reliability", 16) == "Site reliability"


def test_whom_it_is_about_goes_before_what_and_when() -> None:
    words = "connect with Rosa · till Wed"
    card = Card("x", "Acme", next=words, brief=words, urgency="open")
    assert "▌○ connect Wed " in drawn([Column("a", "A", [card])], 18, 6)[3]
