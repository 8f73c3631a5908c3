"""Commands run as a person runs them, in this process, on a book of their own."""

from pathlib import Path

import pytest

from followup_tui.cli.main import run
from tests.cli.running import NOW, Command, Result


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with a config that names the zone."""
    for name in ("FOLLOWUP_DATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    config = tmp_path / ".config" / "followup-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('timezone = "Europe/Madrid"\n')
    return tmp_path


@pytest.fixture
def followup(place: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one command line."""

    def call(*arguments: str, now: str | None = NOW, book: Path | None = None) -> Result:
        options = ["--data", str(book or place / "book.json"), *(("--now", now) if now else ())]
        status = run([*options, *arguments])
        printed = capsys.readouterr()
        return Result(status, printed.out, printed.err)

    return call
