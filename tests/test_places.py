"""Where the book and the settings stand when nothing else was said: where platformdirs says."""

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from followup_tui.cli.main import run
from followup_tui.domain.errors import FollowupError
from followup_tui.places import default_book, default_config

VALUES = [
    "",
    " ",
    "/srv/data",
    "/srv/data/",
    "/srv/da ta",
    "relative",
    "./relative",
    "~/data",
    "/a/../b",
    "/a//b",
    "//a",
]


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)


def test_they_stand_where_platformdirs_says() -> None:
    assert default_book() == platformdirs.user_data_path("followup-tui", appauthor=False) / "followup.json"
    assert default_config() == platformdirs.user_config_path("followup-tui", appauthor=False) / "config.toml"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("value", VALUES)
def test_they_follow_the_same_variables_in_the_same_way(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("XDG_CONFIG_HOME", value)
    test_they_stand_where_platformdirs_says()


@pytest.mark.parametrize("home", ["", "relative", None])
def test_an_odd_home_is_read_as_platformdirs_reads_it(monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)
    test_they_stand_where_platformdirs_says()
    assert default_book().is_absolute()


def _unknown(*_: object, **__: object) -> Path:
    raise RuntimeError("could not determine the home directory")


def test_without_a_home_a_sentence_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(platformdirs, "user_data_path", _unknown)
    with pytest.raises(
        FollowupError, match=r"^No home directory is known; set HOME, or name --data FILE and --config FILE"
    ):
        default_book()


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    default_book()
    default_config()
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_the_settings_are_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(platformdirs, "user_config_path", _unknown)
    assert run(["--data", str(tmp_path / "book.json"), "add", "Acme, Cook"]) == 0
    assert "Added Acme, Cook" in capsys.readouterr().out
