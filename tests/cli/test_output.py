"""What the commands print has no power over the terminal, is JSON for programs, and stands in columns for people."""

import json
import re

import pytest

from followup_tui.cli.output import cells, complain, json_text, say, say_json, say_text, table

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
NASTY = "a\x1b]0;owned\x07b\x9bc\x7fd\te\x00"


def test_what_is_said_is_shown_and_never_acted_on(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"{NASTY}\nsame line")
    say_text(f"{NASTY}\nsecond line")
    complain(f"{NASTY}\nsame line")
    shown = capsys.readouterr()
    assert not CONTROL.search(shown.out + shown.err)
    assert (shown.out.count("\n"), shown.err.count("\n")) == (3, 1)
    assert "␛]0;owned␇b" in shown.out
    assert "⏎same line" in shown.err


def test_json_is_exact_and_has_no_control_character(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"name": NASTY, "é": ["北京", None, 1.5, True]}
    assert json.loads(json_text(value)) == value
    say_json(value)
    printed = capsys.readouterr().out
    assert not CONTROL.search(printed)
    assert json.loads(printed) == value
    assert "北京" in printed


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Ana", 3),
        ("José", 4),
        ("Jose\u0301", 4),
        ("北京", 4),
        ("ｆ", 2),
        ("👍", 2),
        ("❤\ufe0f", 1),
        ("\u200d", 0),
        ("ไม่", 2),
    ],
)
def test_a_text_takes_the_cells_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


def test_columns_stand_below_each_other_whatever_is_in_them() -> None:
    lines = table([("Ana", "Globex", "x"), ("北京\x1b", "Jose\u0301", ""), ("a\nb", "", "last")])
    assert lines == ["Ana    Globex  x", "北京␛  Jose\u0301", "a⏎b            last"]


def test_a_long_cell_stands_out_of_its_column_in_a_file_and_makes_no_other_line_long() -> None:
    long = "x" * 5000
    assert table([(long, "last"), ("Ana", "last")]) == [f"{long}  last", f"{'Ana':60}  last"]


@pytest.mark.parametrize(("columns", "most"), [(80, 40), (10, 20)])
def test_a_terminal_shows_long_cells_shortened_but_for_the_last(
    monkeypatch: pytest.MonkeyPatch, columns: int, most: int
) -> None:
    monkeypatch.setattr("followup_tui.cli.output._terminal_columns", lambda: columns)
    lines = table([("x" * 5000, "y" * 5000), ("京" * 50, "last"), ("Ana", "last")])
    assert lines[0] == f"{'x' * (most - 1)}…  {'y' * 5000}"
    assert lines[1] == f"{'京' * ((most - 1) // 2)}…   last"
    assert lines[2] == f"{'Ana':{most}}  last"


def test_no_rows_are_no_lines() -> None:
    assert table([]) == []
