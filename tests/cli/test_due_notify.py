"""`followup due --notify`, for cron: the desktop is told, and nothing is printed."""

import json
import os
from pathlib import Path

import pytest

from followup_tui.desk import notifying
from tests.cli.running import Command

STAND_IN = """#!/bin/sh
printf '%s\\n' "$@" > "$HOME/told"
"""


def put(place: Path, name: str, program: str = STAND_IN) -> None:
    """Put a program of that name where programs are looked for."""
    path = place / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(program)
    path.chmod(0o755)


@pytest.fixture
def desktop(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop of Linux that writes down what it is told."""
    put(place, "notify-send")
    monkeypatch.setenv("PATH", f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return place / "told"


@pytest.fixture
def reminded(place: Path, followup: Command) -> Command:
    """A book with six reminders that are overdue, one of them hostile."""
    titles = ["Call", "Write", "Ask", "Send", "Thank", "<b>Evil</b>\x1b[31m"]
    reminders = [
        {"id": f"rem-{n}", "title": title, "at": "2026-11-10T09:00:00+01:00", "created_at": "2026-11-02T09:00:00+01:00"}
        for n, title in enumerate(titles)
    ]
    contacts = [
        {
            "id": "con-1",
            "name": "--help <i>\x1b",
            "created_at": "2026-11-02T09:00:00+01:00",
            "updated_at": "2026-11-02T09:00:00+01:00",
        }
    ]
    reminders[0]["contact_id"] = "con-1"
    file = place / "in.json"
    file.write_text(json.dumps({"format": "followup-tui", "version": 1, "reminders": reminders, "contacts": contacts}))
    assert followup("import", str(file)).status == 0
    return followup


def test_the_desktop_is_told_and_nothing_is_printed(desktop: Path, reminded: Command) -> None:
    assert reminded("due", "--notify") == (1, "", "")
    told = desktop.read_text().splitlines()
    assert told[:3] == ["--app-name=followup", "--", "6 follow-ups are due"]
    assert told[-1] == "and 2 more"
    assert "--help &lt;i&gt;␛" in desktop.read_text()
    assert "\x1b" not in desktop.read_text()


def test_when_nothing_presses_nothing_is_told(desktop: Path, followup: Command) -> None:
    assert followup("due", "--notify") == (0, "", "")
    assert not desktop.exists()


def test_without_a_desktop_nothing_is_said(place: Path, reminded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place / "empty"))
    assert reminded("due", "--notify") == (1, "", "")


@pytest.mark.parametrize("body", ["exit 1", "exec sleep 30"])
def test_a_desktop_that_fails_or_hangs_is_no_matter(
    place: Path, desktop: Path, reminded: Command, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(notifying, "_PATIENCE_SECONDS", 0.2)
    put(place, "notify-send", f"#!/bin/sh\n{body}\n")
    assert reminded("due", "--notify") == (1, "", "")
    assert not desktop.exists()


@pytest.mark.parametrize("other", [None, "#!/bin/sh\nexit 1\n"])
def test_on_macos_the_texts_are_arguments_and_never_part_of_the_script(
    place: Path, reminded: Command, monkeypatch: pytest.MonkeyPatch, other: str | None
) -> None:
    put(place, "osascript")
    if other is not None:
        put(place, "notify-send", other)
    monkeypatch.setenv("PATH", str(place / "bin"))
    assert reminded("due", "--notify") == (1, "", "")
    told = (place / "told").read_text().splitlines()
    assert told[::2][:3] == ["-e", "-e", "-e"]
    assert not any("overdue" in line or "follow-up" in line for line in told[1:6:2])
    assert told[6] == "6 follow-ups are due"
    assert "--help <i>␛" in told[7]
    assert told[-1] == "and 2 more"


def test_cron_knows_no_way_to_the_desktop_so_it_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    assert (
        notifying._with_bus({"XDG_RUNTIME_DIR": str(tmp_path)})["DBUS_SESSION_BUS_ADDRESS"]
        == f"unix:path={tmp_path}/bus"
    )
    given = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/mine"}
    assert notifying._with_bus(given) == given
    refused = {"XDG_RUNTIME_DIR": f"/run/{'x' * 300}"}
    assert notifying._with_bus(refused) == refused
