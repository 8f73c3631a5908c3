"""Where the output goes: closed, full or gone, a command ends with one sentence at most and never with a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

_FULL = Path("/dev/full")


def _shell(place: Path, command: str) -> "subprocess.CompletedProcess[str]":
    """Run `followup …` as a shell does, so that its streams can be closed; only where there is one."""
    followup = f"'{sys.executable}' -m followup_tui --data '{place / 'book.json'}' --now 2026-11-21T10:00:00Z"
    return subprocess.run(
        ["sh", "-c", command.replace("followup", followup)], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("followup due >&-", 0),
        ("followup add --company Acme --role Cook <&- >&- 2>&-", 0),
        ("followup show nobody 2>&-", 2),
        ("followup import - <&-", 2),
    ],
)
def test_a_stream_that_was_closed_is_as_good_as_none(place: Path, command: str, status: int) -> None:
    done = _shell(place, command)
    assert done.returncode == status
    assert done.stderr.count("\n") <= 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not _FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("followup export - > /dev/full", 3, "followup: the output could not be written (No space left on device)"),
        ("followup due > /dev/full", 3, "followup: the output could not be written (No space left on device)"),
        ("followup show nobody 2> /dev/full", 2, ""),
    ],
)
def test_output_that_cannot_be_written_is_said_and_no_error_of_our_own(
    place: Path, command: str, status: int, said: str
) -> None:
    done = _shell(place, command)
    assert done.returncode == status
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == (1 if said else 0)
