"""The look in real terminals: with as many colours as they have, and without any."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal.pty_session import Terminal

_COLOURS = re.compile(rb"\x1b\[[0-9;]*?(?:38;2;(\d+);(\d+);(\d+)|38;5;\d+|3[1-6]|9[1-6])[0-9;]*m")


def window(folder: Path, environment: Mapping[str, str], theme: str = "followup-dark") -> Terminal:
    """The demo in a terminal with that environment."""
    config = folder / "config.toml"
    config.write_text(f'timezone = "Europe/Madrid"\ntheme = "{theme}"\n')
    kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COVERAGE"))}
    home = {"PATH": os.environ["PATH"], "HOME": str(folder), "TEXTUAL_ANIMATIONS": "none"}
    command = [sys.executable, "-m", "followup_tui", "--demo", "--config", str(config)]
    return Terminal(command, {**kept, **home, **environment})


def looked_at(terminal: Terminal) -> bytes:
    """What was sent to show the board."""
    try:
        terminal.wait_for("by stage")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
        return bytes(terminal.raw)
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("environment", "sent", "not_sent"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, b"48;2;20;24;29", b"48;5;"),
        ({"TERM": "xterm-256color"}, b"48;5;233", b"48;2;"),
        ({"TERM": "xterm"}, b";40m", b"48;"),
    ],
    ids=["truecolor", "256", "16"],
)
def test_our_theme_is_in_colours_that_the_terminal_has(
    tmp_path: Path, environment: dict[str, str], sent: bytes, not_sent: bytes
) -> None:
    raw = looked_at(window(tmp_path, environment))
    assert sent in raw
    assert not_sent not in raw


def test_without_colour_there_is_none(tmp_path: Path) -> None:
    raw = looked_at(window(tmp_path, {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}))
    found = list(_COLOURS.finditer(raw))
    assert found
    assert [match[0] for match in found if not match[1] == match[2] == match[3]] == []
