"""What a terminal does to a program: it is resized, suspended, clicked and dragged in, pasted into, and is dumb."""

import os
import shlex
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.pty_session import Terminal
from tests.terminal.test_whole_way import BOOK, Home

_PROMPTS = 3
_MANY = 20
SIZES = [(1, 1), (300, 100), (2, 50), (200, 2), (40, 10), (39, 10), (80, 24), (1, 100), (120, 36)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    assert home.run("import", str(home.source)).returncode == 0
    return home


@pytest.fixture
def window(home: Home) -> Iterator[Terminal]:
    terminal = Terminal(home.command(), home.environment)
    terminal.wait_for("thank Ana")
    yield terminal
    terminal.close()


def stage(home: Home) -> Any:
    return home.exported("opportunities")[0]["stage"]


def left_in_good_order(window: Terminal) -> None:
    window.press("ctrl+q")
    assert window.end() == 0
    assert b"Traceback" not in window.raw
    assert b"error of our own" not in window.raw


@pytest.mark.parametrize("place", [(), ("2",), ("d",), ("t",)], ids=str)
def test_a_storm_of_sizes_harms_nothing(window: Terminal, place: tuple[str, ...]) -> None:
    window.press(*place)
    window.settle()
    for size in SIZES:
        window.resize(*size)
    # What there is no room for is not shown, and shown again.
    window.wait_for(lambda text: "Make the terminal larger" not in text and len(text.split()) > _MANY)
    left_in_good_order(window)


def test_the_last_size_counts_when_it_comes_while_the_one_before_is_measured() -> None:
    window = Terminal([sys.executable, "-m", "tests.terminal.interrupted_sizes"], {**os.environ, "TERM": "xterm"})
    try:
        window.wait_for("now 120 by 36")
        window.settle()
        window.send(signal.SIGWINCH)
        window.wait_for("now 90 by 30")
        assert "now 90 by 30" in window.settle()
        window.press("ctrl+q")
        assert window.end() == 0
    finally:
        window.close()


def test_what_the_terminal_lost_is_painted_anew_although_its_size_is_the_same(window: Terminal) -> None:
    window.settle()
    window.forget()
    window.resize(120, 36)
    window.wait_for("Globex")
    left_in_good_order(window)


def test_a_card_is_dragged_to_another_column(home: Home, window: Terminal) -> None:
    lines = window.settle().splitlines()
    row = next(number for number, line in enumerate(lines, 1) if "Globex" in line)
    title = next(line for line in lines if "Offer" in line)
    window.click(lines[row - 1].index("Globex") + 1, row, drag_to=(title.index("Screening") + 1, row))
    window.wait_for("to Screening")
    left_in_good_order(window)
    assert stage(home) == "screening"


def test_escape_puts_a_dragged_card_back(home: Home, window: Terminal) -> None:
    lines = window.settle().splitlines()
    row = next(number for number, line in enumerate(lines, 1) if "Globex" in line)
    column, there = lines[row - 1].index("Globex") + 1, next(line for line in lines if "Offer" in line).index("Applied")
    window.press(f"\x1b[<0;{column};{row}M", f"\x1b[<32;{column - 9};{row}M", f"\x1b[<32;{there};{row}M")
    window.settle()
    window.press("escape")
    window.settle()
    window.press(f"\x1b[<0;{there};{row}m")
    window.settle()
    left_in_good_order(window)
    assert stage(home) == "interviewing"


def test_it_is_suspended_resized_meanwhile_and_goes_on(home: Home) -> None:
    # A shell with job control, since nobody could wake what has no shell to go back to.
    shell = Terminal(["bash", "--norc", "--noprofile", "-i"], {**home.environment, "PS1": "prompt> "})
    try:
        shell.wait_for("prompt> ")
        shell.press(shlex.join(home.command()), "enter")
        shell.wait_for("thank Ana")
        shell.press("H")
        shell.wait_for("u takes it back")
        shell.press("ctrl+z")
        shell.wait_for(lambda _text: b"Stopped" in shell.raw)
        # The terminal is given back while it sleeps: the other screen, the cursor, no mouse.
        for mode, is_given_back in ((b"?1049", b"l"), (b"?25", b"h"), (b"?1003", b"l")):
            last = max((shell.raw.rindex(b"\x1b[" + mode + end), end) for end in (b"h", b"l"))
            assert last[1] == is_given_back, mode
        shell.resize(90, 30)
        shell.press("fg", "enter")
        shell.wait_for("by stage")
        shell.press("u")
        shell.wait_for("Interviewing · 1")
        shell.press("ctrl+q")
        shell.wait_for(lambda _text: shell.raw.count(b"prompt> ") == _PROMPTS)
    finally:
        shell.close()
    assert stage(home) == "interviewing"


def test_a_paste_presses_no_key_whatever_is_in_it(home: Home, window: Terminal) -> None:
    window.press("d")
    window.wait_for("It saves itself")
    window.paste("hello \x1b\x11 world\x1b[A\x1b[3~\x1b[<0;1;1M")
    window.wait_for("world")
    left_in_good_order(window)
    assert "hello \x1b\x11 world\x1b[A\x1b[3~\x1b[<0;1;1M" in home.exported("drafts")[0]["body"]


def test_a_megabyte_is_pasted_whole(home: Home, window: Terminal) -> None:
    text = "every word of a very long message\n" * 30_000
    window.press("d")
    window.wait_for("It saves itself")
    window.paste(text)
    window.settle()
    window.press("ctrl+s")
    window.wait_for("Saved")
    left_in_good_order(window)
    assert text in home.exported("drafts")[0]["body"]


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}], ids=str
)
def test_urgency_can_be_read_in_any_terminal(home: Home, environment: dict[str, str]) -> None:
    terminal = Terminal(home.command(), {**home.environment, **environment})
    try:
        text = terminal.wait_for("thank Ana")
        assert "○ thank Ana" in text
        terminal.press("2")
        terminal.wait_for(lambda text: "Next · " in text and "○ thank Ana" in text)
        left_in_good_order(terminal)
    finally:
        terminal.close()


def test_the_book_is_the_one_these_tests_think_of() -> None:
    assert [one["stage"] for one in BOOK["opportunities"]] == ["interviewing"]
