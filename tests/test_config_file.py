"""Settings changed in `config.toml` by the app: only what was asked for changes, and comments and layout survive."""

import os
import tomllib
from pathlib import Path

import pytest

from followup_tui import config_file
from followup_tui.config_file import ConfigFile, Value, Where
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.settings import SettingError

OWN = """\
# My settings
timezone = "Europe/Madrid"  # since I moved
holidays = [
  "2026-12-25", # Christmas
  2027-01-01,
]

# That is me
[user]
name = "Sam Lee"

[stages]
names = {lead = "Wishlist"} # it is one

[keys]
# as in vi
board.last = "G" # end
draft = "w"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def change(path: Path, text: str, **changes: Value) -> str:
    """What the file says after changes given as `user__name="Ana"`."""
    path.write_bytes(text.encode())
    ConfigFile(path).change({tuple(name.split("__")): value for name, value in changes.items()})
    return path.read_bytes().decode()


# What changes, and what stays


@pytest.mark.parametrize(
    ("where", "value", "old", "new"),
    [
        (("timezone",), "UTC", '"Europe/Madrid"  # since', '"UTC"  # since'),
        (("user", "name"), "Ana", '"Sam Lee"', '"Ana"'),
        (("stages", "names", "lead"), "Ideas", '{lead = "Wishlist"} # it', '{lead = "Ideas"} # it'),
        (("keys", "board.last"), "end", 'board.last = "G" # end', 'board.last = "end" # end'),
        (("keys", "draft"), "f2", 'draft = "w"', 'draft = "f2"'),
        (("keys", "draft"), None, 'draft = "w"\n', ""),
        (("keys", "board.first"), "0", 'draft = "w"\n', 'draft = "w"\n"board.first" = "0"\n'),
        (("user", "strengths"), ["Go"], '"Sam Lee"\n', '"Sam Lee"\nstrengths = ["Go"]\n'),
        (("holidays",), ["2026-12-25"], "  2027-01-01,\n", ""),
        (("holidays",), ["2026-12-25", "2027-01-01", "2027-01-06"], "01-01,\n", '01-01,\n  "2027-01-06",\n'),
        (("theme",), "nord", "]\n\n# That", ']\ntheme = "nord"\n\n# That'),
        (("cadence", "gap_d"), 6, 'draft = "w"\n', 'draft = "w"\n\n[cadence]\ngap_d = 6\n'),
        (("stages", "names", "offer"), None, "", ""),
        (("cadence", "cap"), None, "", ""),
    ],
)
def test_only_the_setting_changes_and_all_else_stays_to_the_letter(
    path: Path, where: Where, value: Value, old: str, new: str
) -> None:
    path.write_text(OWN)
    ConfigFile(path).change({where: value})
    assert old in OWN
    assert path.read_text() == OWN.replace(old, new, 1)


def test_a_dotted_key_gives_way_to_one_that_is_the_beginning_of_its_name(path: Path) -> None:
    text = change(path, '[keys]\ndraft.save = "f9"\n', keys__draft="w")
    assert tomllib.loads(text) == {"keys": {"draft.save": "f9", "draft": "w"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'theme = "nord"\n'),
        ("# nothing yet", '# nothing yet\ntheme = "nord"\n'),
        ("# Me\n[user]\n", 'theme = "nord"\n\n# Me\n[user]\n'),
        ("# Mine\n\n# Me\n[user]\n", '# Mine\n\ntheme = "nord"\n\n# Me\n[user]\n'),
        ("cadence.cap = 2\n", 'theme = "nord"\n\ncadence.cap = 2\n'),
        ('[user]\nname = """\n[a]\n"""\n', 'theme = "nord"\n\n[user]\nname = """\n[a]\n"""\n'),
    ],
)
def test_a_setting_that_is_new_stands_before_the_first_table_and_its_comment(
    path: Path, text: str, expected: str
) -> None:
    assert change(path, text, theme="nord") == expected


def test_several_settings_change_together(path: Path) -> None:
    text = change(path, "", theme="nord", cadence__cap=2, user__name="Ana")
    assert tomllib.loads(text) == {"theme": "nord", "cadence": {"cap": 2}, "user": {"name": "Ana"}}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_of_other_systems_stay(path: Path, mark: str) -> None:
    text = change(path, mark + "# Me\r\n[user]\r\n", theme="nord", user__name="Ana")
    assert text == mark + 'theme = "nord"\r\n\r\n# Me\r\n[user]\r\nname = "Ana"\r\n'


@pytest.mark.parametrize("value", ["Sam\n+34 600", 'a"""b\n\\', "tab\there", "\x07\x1b", "José ☕", "'", "#"])
def test_any_text_is_read_back_as_it_was_written(path: Path, value: str) -> None:
    assert ConfigFile(path).change({("user", "signature"): value}).user.signature == value
    assert ConfigFile(path).load().user.signature == value


# What is refused


@pytest.mark.parametrize(
    ("where", "value", "sentence"),
    [
        (("cadence", "gap_d"), "x", "cadence.gap_d: must be a whole number"),
        (("cadence", "check_due_d"), 6, "cadence.check_due_d: is 6 and must not be less than check_open_d, which is 7"),
        (("timezone",), "Atlantis", "timezone: 'Atlantis' is not known"),
        (("stages", "names", "lead"), "Offer", "stages.names.lead: is the name of another stage too"),
        (("colour",), "red", "colour: is not a setting"),
    ],
)
def test_what_the_file_may_not_say_is_refused_and_nothing_is_written(
    path: Path, where: Where, value: Value, sentence: str
) -> None:
    path.write_text(OWN)
    with pytest.raises(SettingError) as raised:
        ConfigFile(path).change({("theme",): "nord", where: value})
    assert str(raised.value).startswith(sentence)
    assert path.read_text() == OWN


@pytest.mark.parametrize("text", ["theme =", "cadence = 3", "colour = 1"])
def test_a_file_that_is_wrong_already_is_told_with_its_line_and_stays(path: Path, text: str) -> None:
    with pytest.raises(FollowupError) as raised:
        change(path, text, cadence__cap=2)
    assert str(raised.value).startswith(f"{path}:1: ")
    assert path.read_text() == text


def test_a_change_that_would_change_more_than_was_asked_for_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(_text: str, line: str) -> str:
        return line

    monkeypatch.setattr(config_file, "_with_line", careless)
    with pytest.raises(FollowupError, match="theme cannot be changed without touching other settings"):
        change(path, OWN, theme="nord")
    assert path.read_text() == OWN


def test_a_disk_that_refuses_is_told_and_the_file_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: str, _target: str) -> None:
        raise OSError(28, "No space left on device")

    path.write_text(OWN)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(FollowupError, match=r"cannot be written \(No space left on device\)"):
        ConfigFile(path).change({("theme",): "nord"})
    assert path.read_text() == OWN
    assert list(path.parent.iterdir()) == [path]


# The file


def test_a_first_change_makes_a_folder_and_a_file_that_only_the_user_can_read(path: Path) -> None:
    path = path.parent / "new" / "config.toml"
    ConfigFile(path).change({("theme",): "nord"})
    assert path.read_text() == 'theme = "nord"\n'
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_a_link_stays_one(path: Path) -> None:
    target = path.parent / "dotfiles.toml"
    target.write_text("# mine\n")
    path.symlink_to(target)
    ConfigFile(path).change({("theme",): "nord"})
    assert path.is_symlink()
    assert target.read_text() == '# mine\ntheme = "nord"\n'


def test_what_an_editor_wrote_meanwhile_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("# first\n")
    rewritten = config_file._rewritten
    editor = iter(["# second\n"])

    def meanwhile(*arguments: object) -> str:
        path.write_text(next(editor, path.read_text()))
        return rewritten(*arguments)  # type: ignore[arg-type] # passed on as given

    monkeypatch.setattr(config_file, "_rewritten", meanwhile)
    ConfigFile(path).change({("theme",): "nord"})
    assert path.read_text() == '# second\ntheme = "nord"\n'


def test_the_document_is_what_the_file_itself_sets(path: Path) -> None:
    assert ConfigFile(path).document() == {}
    path.write_text("[cadence]\ncap = 2\n")
    assert ConfigFile(path).document() == {"cadence": {"cap": 2}}
