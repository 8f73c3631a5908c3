"""What the settings do to commands, and which of them are refused before a window opens."""

from pathlib import Path

import pytest

from tests.cli.running import Command


def settings(place: Path, text: str) -> Path:
    path = place / ".config" / "followup-tui" / "config.toml"
    path.write_text(f'timezone = "Europe/Madrid"\n{text}')
    return path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "mine"\n', "2: theme: 'mine' is no theme; the themes are followup-dark, followup-light, "),
        ('[keys]\ndrfat = "z"\n', "3: keys.drfat: is no binding; did you mean draft"),
        ('[keys]\nundo = "z"\n\ndraft = "w"\n', "5: keys.draft: w is the key of why (Why) already"),
        ('[keys]\nboard.last = "j"\n', "3: keys.board.last: j is the key of board.cursor_down (Down) already"),
        ('[keys]\n"board.last" = "ctrl+q"\n', "3: keys.board.last: ctrl+q is reserved; take another key."),
    ],
)
def test_a_theme_and_keys_that_cannot_be_are_refused_with_their_line(
    followup: Command, place: Path, text: str, told: str
) -> None:
    path = settings(place, text)
    result = followup()
    assert result.status == 2
    assert result.err.startswith(f"followup: {path}:{told}")
    assert result.err.count("\n") == 1


def test_what_is_wrong_with_the_window_does_not_stop_a_command(followup: Command, place: Path) -> None:
    settings(place, 'theme = "mine"\n')
    assert followup("find", "nobody").status == 0


def test_stages_are_told_by_the_users_names_and_given_by_their_own(followup: Command, place: Path) -> None:
    settings(place, '[stages]\nnames = {lead = "Wishlist", applied = "Sent off"}\n')
    assert "Added Globex, SRE in Wishlist (" in followup("add", "--company", "Globex", "--role", "SRE").out
    assert "Globex, SRE — Wishlist (" in followup("show", "Globex").out
    assert followup("move", "Globex", "applied").out.startswith("Moved Globex, SRE to Sent off (")
    assert "Globex: Sent off" in followup("show", "Globex").out
    assert followup("move", "Globex", "applied").out == "Globex, SRE is already in Sent off; nothing was changed.\n"
    assert followup("move", "Globex", "Sent off").status == 2


def test_namesakes_are_told_apart_with_the_users_names_of_stages(followup: Command, place: Path) -> None:
    settings(place, '[stages]\nnames = {lead = "Wishlist"}\n')
    for role in ("SRE", "Welder"):
        followup("add", "--company", "Globex", "--role", role)
    assert "Globex, Welder (Wishlist)" in followup("show", "Globex").err
