"""Text from outside has no power: on every screen, in a real terminal, in the book, the settings and a paste."""

from pathlib import Path

import pytest

from tests.terminal.control_bytes import not_our_own, passed_on
from tests.terminal.hostile_book import HOSTILE, every_text_somewhere
from tests.terminal.hostile_visit import harm_of_a_visit


def test_every_hostile_text_is_shown_kept_and_not_acted_on(tmp_path: Path) -> None:
    assert harm_of_a_visit(tmp_path, every_text_somewhere(12), HOSTILE, pages=1) == []


@pytest.mark.parametrize(
    "sent",
    [
        b"\x1b]0;a title\x07",
        b"\x1b]52;c;cm0gLXJmI\x1b\\",
        b"\x1bPtmux;\x1b\\",
        b"\x1b[2J",
        b"\x1b[?1000;1006h",
        b"\x1b[6n",
        b"\x1bc",
        b"Ana\x07",
        b"\x00",
        b"\x0e",
        "\x9b31m".encode(),
        b"\x1b",
    ],
)
def test_an_order_to_the_terminal_that_is_not_the_apps_is_found(sent: bytes) -> None:
    own = b"\x1b[1;38;2;1;2;3;48;2;0;0;0mAna\x1b[0m\r\n\x1b[3;4H\x1b[?25l\x1b]22;default\x07\x1b[?2026h"
    assert not_our_own(own) == []
    assert not_our_own(own + sent + own)


def test_what_looks_like_the_apps_own_is_found_by_what_stands_around_it() -> None:
    assert passed_on(b"\x1b[0mname: \x1b[31mred\x1b[0m", ["\x1b[31mred and more"]) == []
    assert passed_on(b"\x1b[0mname: \x1b[31mred and more\x1b[0m", ["\x1b[31mred and more"])
    assert passed_on("safe\u202etxt.exe".encode(), [])
    assert passed_on(b"\xe2\x90\x9b[31mred and more", ["\x1b[31mred and more"]) == []
