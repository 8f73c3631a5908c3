"""`followup config`: what holds, one of it, and setting it without touching what else stands in the file."""

import tomllib
from pathlib import Path

import pytest

from tests.cli.running import Command

TEXT = """# where I live
timezone = "Europe/Madrid"

[cadence]
gap_d = 4  # I am patient
"""


@pytest.fixture
def file(place: Path) -> Path:
    path = place / ".config" / "followup-tui" / "config.toml"
    path.write_text(TEXT)
    return path


def test_the_list_is_a_config_file_that_says_what_is_a_default(file: Path, followup: Command) -> None:
    out = followup("config").out
    assert out.startswith(f"# {file}\n")
    said = tomllib.loads(out)
    assert said["timezone"] == "Europe/Madrid"
    assert (said["cadence"]["gap_d"], said["cadence"]["cap"]) == (4, 3)
    assert "gap_d = 4\n" in out
    assert "cap = 3  # default\n" in out


def test_the_list_for_programs_has_the_path_and_everything_that_holds(file: Path, followup: Command) -> None:
    listed = followup("config", "--json").json
    assert (listed["path"], listed["exists"]) == (str(file), True)
    assert listed["settings"]["cadence"]["gap_d"] == 4
    assert listed["settings"]["hours"]["phone"] == ["08:00-09:00", "17:00-19:00"]


def test_where_there_is_no_file_the_defaults_are_listed_and_none_is_made(place: Path, followup: Command) -> None:
    path = place / ".config" / "followup-tui" / "config.toml"
    path.unlink()
    assert "(not there yet; these are the defaults)" in followup("config").out
    assert not path.exists()


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("timezone", "Europe/Madrid\n"),
        ("cadence.gap_d", "4\n"),
        ("hours.phone", "08:00-09:00\n17:00-19:00\n"),
        ("theme", ""),
        ("stages.names.lead", "Lead\n"),
        ("calendar", ""),
    ],
)
@pytest.mark.usefixtures("file")
def test_get_prints_one_setting_as_it_is(followup: Command, key: str, printed: str) -> None:
    result = followup("config", "get", key)
    assert (result.status, result.out) == (0, printed)
    assert followup("config", "get", key, "--json").status == 0


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["cadence.gap_d", "6"], "gap_d = 6  # I am patient"),
        (["cadence.reply_due_h", "12.5"], "reply_due_h = 12.5"),
        (["user.name", "Sam Vega"], 'name = "Sam Vega"'),
        (["user.strengths", "Python", "calm under pressure"], 'strengths = ["Python", "calm under pressure"]'),
        (["holidays", "2026-12-25"], 'holidays = ["2026-12-25"]'),
        (["hours.letter", "any"], 'letter = "any"'),
        (["hours.phone", "08:00-09:00,17:00-18:00"], 'phone = ["08:00-09:00", "17:00-18:00"]'),
        (["stages.names.lead", "Wishlist"], 'names = {lead = "Wishlist"}'),
        (["calendar.file", "/tmp/x.ics"], 'file = "/tmp/x.ics"'),
    ],
)
def test_set_changes_one_line_and_keeps_the_comments(
    file: Path, followup: Command, words: list[str], line: str
) -> None:
    assert followup("config", "set", *words).status == 0
    text = file.read_text()
    assert line in text.splitlines()
    assert "# where I live" in text
    assert "# I am patient" in text


def test_listing_tells_what_only_the_window_would_find(file: Path, followup: Command) -> None:
    file.write_text(f'theme = "beige"\n{file.read_text()}')
    result = followup("config")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"followup: {file}:1: theme: 'beige' is no theme")


def test_unset_refuses_what_is_no_setting_and_not_what_is_not_set(followup: Command) -> None:
    assert followup("config", "unset", "cadence.gap").status == 2
    for key in ("calendar.file", "keys.draft", "stages.names.lead"):
        assert followup("config", "unset", key).status == 0


def test_unset_takes_a_setting_out(file: Path, followup: Command) -> None:
    result = followup("config", "unset", "cadence.gap_d")
    assert (result.status, result.out) == (0, "cadence.gap_d = 5\n")
    assert "gap_d" not in file.read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "cadence.gap_d", "soon"], "cadence.gap_d: must be a whole number; nothing was changed."),
        (["set", "timezone", "Mars"], "timezone: 'Mars' is not known"),
        (["set", "nonsense", "1"], "nonsense: is not a setting"),
        (["set", "theme", "nope"], "'nope' is no theme"),
        (["set", "keys.nope", "x"], "keys.nope: is no binding"),
        (["set", "user", "Sam"], "user is a table; set one of its settings, like user.name."),
        (["set", "theme"], "Say which setting"),
        (["get"], "Say which setting"),
        (["get", "nope"], "There is no setting 'nope'"),
    ],
)
def test_what_would_be_refused_in_the_file_is_refused(
    file: Path, followup: Command, words: list[str], said: str
) -> None:
    result = followup("config", *words)
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert said in result.err
    assert file.read_text() == TEXT


def test_a_file_that_was_named_and_is_not_there_is_not_made(place: Path, followup: Command) -> None:
    result = followup("--config", str(place / "none.toml"), "config", "set", "theme", "nord")
    assert result.status == 2
    assert not (place / "none.toml").exists()
