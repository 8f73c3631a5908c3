"""A window ended in the midst of typing a letter, and what of the letter the book has afterwards."""

import signal
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Final

from tests.terminal.pty_session import Terminal
from tests.terminal.test_whole_way import Home

CLOSED: Final = "the terminal closed"
# How a window may end that is not asked whether it wants to: a signal, or its terminal gone.
ENDINGS: Final[dict[str, signal.Signals | None]] = {
    "SIGKILL": signal.SIGKILL,
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    CLOSED: None,
}
_TYPING_S: Final = (0.2, 2.5)
_MAY_BE_LOST_S: Final = 1.0


def harm_of_ending(ending: str, random: Random) -> list[str]:
    """Type for a random while, end the window so, and say what is wrong: nothing, if all is as promised.

    What was shown more than a second before must be in the book, word for word. Unless it was killed outright, the
    terminal must have been given back, and no more said than a sentence.
    """
    with tempfile.TemporaryDirectory(prefix="followup-endings-") as folder:
        home = Home(Path(folder))
        if home.run("import", str(home.source)).returncode:
            return ["the book could not be made"]
        window = Terminal(home.command(), home.environment)
        try:
            shown = _type(window, random.uniform(*_TYPING_S))
            ended_at = time.monotonic()
            _end(window, ENDINGS[ending])
        finally:
            window.close()
        letters = "".join(draft["body"] for draft in home.exported("drafts"))  # none, if it was ended at once
        doctor = home.run("doctor")
        return [
            *_lost(shown, letters, ended_at),
            *_left_behind(bytes(window.raw), window.status, ending),
            *([f"doctor: {doctor.stdout}{doctor.stderr}"] if doctor.returncode and ending != "SIGKILL" else []),
        ]


def _type(window: Terminal, seconds: float) -> list[tuple[float, str]]:
    """Words typed one after another, each with the moment since which it was seen."""
    window.wait_for("thank Ana")
    window.press("d")
    window.wait_for("It saves itself")
    shown: list[tuple[float, str]] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        word = f"w{len(shown):03}"
        window.press(*f"{word} ")
        window.wait_for(word)
        shown.append((time.monotonic(), word))
    return shown


def _end(window: Terminal, number: signal.Signals | None) -> None:
    if number is None:
        window.hang_up()
        return
    window.send(number)
    window.end()


def _lost(shown: list[tuple[float, str]], letters: str, ended_at: float) -> list[str]:
    words = "".join(f"{word} " for _, word in shown)
    kept = next((count for count in range(len(shown), -1, -1) if words[: 5 * count] in letters), 0)
    return [
        f"{word} is lost, seen {ended_at - at:.2f} s before"
        for at, word in shown[kept:]
        if ended_at - at > _MAY_BE_LOST_S
    ]


def _left_behind(raw: bytes, status: int | None, ending: str) -> list[str]:
    if ending == "SIGKILL":
        return []
    is_read = ending != CLOSED  # nobody can read what is sent to a terminal that is gone
    return [
        *([f"it ended with status {status}"] if is_read and status else []),
        *(["the other screen was not left"] if is_read and b"\x1b[?1049l" not in raw else []),
        *(["it showed a traceback"] if b"Traceback" in raw else []),
    ]
