"""The demo as somebody sees it who has set nothing yet."""

import os
import sys
from pathlib import Path

from tests.terminal.pty_session import Terminal


def test_letters_in_the_demo_are_signed_and_nothing_of_the_users_is_touched(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name.startswith(("LANG", "LC_", "COVERAGE"))}
    environment = {**kept, "PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm"}
    terminal = Terminal([sys.executable, "-m", "followup_tui", "--demo", "--now", "2026-11-27T09:00:00Z"], environment)
    try:
        terminal.wait_for("by stage")
        terminal.press("d")
        terminal.wait_for("this is Robin Hale")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
    finally:
        terminal.close()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
