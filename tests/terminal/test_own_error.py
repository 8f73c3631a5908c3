"""An error of our own, on any screen: one sentence, details for the user's eyes only, and what was typed is saved."""

import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.terminal.pty_session import Terminal
from tests.terminal.test_draft_in_terminal import BOOK, Home

SECRET = "Dear Ana, about my salary"
_BREAKS = f"""
import sys
from followup_tui.__main__ import main
from followup_tui.tui.screens.{{module}} import {{owner}}
def broken(self, *_):
    letter = "".join(chr(one) for one in {[ord(letter) for letter in SECRET]})
    raise RuntimeError(f"broken for a test after {{{{len(letter)}}}} letters")
{{owner}}.action_{{action}} = broken
sys.exit(main())
"""
_BROKEN = 3


@pytest.mark.parametrize(
    ("owner", "action", "keys"),
    [
        ("board.BoardScreen", "add", ["a"]),
        ("today.TodayScreen", "add", ["2", "a"]),
        ("people.PeopleScreen", "narrow", ["3", "/"]),
        ("detail.DetailScreen", "back", ["3", "enter", "escape"]),
        ("draft.DraftScreen", "template", ["3", "d", "…zebra", "f2"]),
    ],
)
def test_one_sentence_is_left_and_the_details_name_no_value(
    tmp_path: Path, owner: str, action: str, keys: Sequence[str]
) -> None:
    home = Home(tmp_path)
    module, _, name = owner.partition(".")
    (tmp_path / "tmp").mkdir()
    program = _BREAKS.format(module=module, owner=name, action=action)
    command = [sys.executable, "-c", program, *home.command()[3:]]
    window = Terminal(command, home.environment | {"TMPDIR": str(tmp_path / "tmp")})
    try:
        window.wait_for("Board")
        for key in keys:
            window.settle()
            window.press(*(key[1:] if key.startswith("…") else (key,)))
        status = window.end()
    finally:
        window.close()
    assert status == _BROKEN
    # As it was written: on the screen it begins where the last thing was painted, and may be broken within a word.
    told = window.raw.decode("utf-8", "replace")
    assert told.count("followup: an error of our own (in the window); what was saved is safe, the details are in") == 1
    assert "Traceback" not in told
    (path,) = (tmp_path / "tmp").glob("followup-error-*")
    details = path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert f"broken for a test after {len(SECRET)} letters" in details
    assert "in broken" in details
    assert SECRET not in details
    assert "locals" not in details
    bodies = [draft["body"] for draft in home.drafts()]
    assert BOOK["drafts"][0]["body"] in bodies
    assert any("zebra" in body for body in bodies) == (module == "draft")
