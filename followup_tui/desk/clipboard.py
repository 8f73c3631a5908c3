"""The clipboard, truthfully: a text is said to be on it only after it was read back from there.

pyperclip says "copied" where there is no display, lets xclip write over the screen, and hangs with a hung xclip. So it
runs in a process of its own that has two seconds, writes to nobody's screen, and is believed only about what it read
back. Where that fails the terminal is asked (OSC 52, which never confirms), and last a file is written.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from followup_tui.domain.text import clean
from followup_tui.private_file import write_private

TERMINAL_LIMIT = 74_000
"""More bytes than this are dropped by terminals and by tmux without a word."""

FILE_NAME = "copied.txt"

_SECONDS = 1.8
_PASTE_LIMIT = 16_000_000

_MISSING, _DIFFERS = 3, 4
_COPY = f"""
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
try:
    pyperclip.copy(text)
    kept = pyperclip.paste()
except pyperclip.PyperclipException:
    sys.exit({_MISSING})
lines = lambda text: text.replace("\\r\\n", "\\n").removesuffix("\\n")
sys.exit(0 if lines(kept) == lines(text) else {_DIFFERS})
"""
_PASTE = """
import sys, pyperclip
sys.stdout.buffer.write(pyperclip.paste().encode("utf-8", "replace"))
"""

_REASONS = {
    None: "The system clipboard did not answer",
    _MISSING: "There is no system clipboard here",
    _DIFFERS: "The system clipboard did not take it",
}

Where = Literal["system", "terminal", "file", "nowhere"]


@dataclass(frozen=True)
class Outcome:
    """Where a text went, in a word and in a sentence for the user."""

    where: Where
    sentence: str
    path: Path | None = None
    """The file, if it is in one."""


class Clipboard:
    """Copies and pastes. Every method may take up to two seconds: call them outside the event loop."""

    def __init__(
        self,
        folder: Path,
        *,
        osc52: Callable[[str], bool] | None = None,
        seconds: float = _SECONDS,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """A clipboard of this machine.

        Args:
            folder: Where a text is written that can go nowhere else; made when needed.
            osc52: Sends a text to the terminal's clipboard; False if there is no terminal.
            seconds: How long the system's clipboard may take.
            environ: The environment in which the system's clipboard is looked for; by default that of this process.
        """
        self.folder = folder
        self._osc52 = osc52
        self._seconds = seconds
        self._environ = environ

    def copy(self, text: str, *, doubt: str = "paste it somewhere to see") -> Outcome:
        """Put a text on the first clipboard that takes it, or into a file; the outcome says where it is.

        `doubt` says what the user can do where nobody can tell whether the text arrived.
        """
        text = clean(text)
        if not text:
            return Outcome("nowhere", "There is nothing to copy.")
        code = self._run(_COPY, text)
        if code == 0:
            return Outcome("system", "Copied to the clipboard.")
        reason = _REASONS.get(code, "The system clipboard failed")
        fits = len(text.encode()) <= TERMINAL_LIMIT
        if fits and self._osc52 is not None and self._osc52(text):
            return Outcome("terminal", f"{reason}: sent to the terminal, cannot be checked; {doubt}.")
        return self._written(text, f"{reason}: ")

    def write_file(self, text: str) -> Outcome:
        """Write a text to the file, because the user asked for it."""
        return self._written(clean(text))

    def paste(self) -> str | None:
        """What is on the system's clipboard; None if that cannot be known."""
        try:
            with tempfile.TemporaryFile() as out:
                if self._run(_PASTE, "", out) != 0:
                    return None
                out.seek(0)
                return clean(out.read(_PASTE_LIMIT).decode("utf-8", "replace"))
        except OSError:  # no room for a temporary file
            return None

    def _run(self, script: str, text: str, out: IO[bytes] | None = None) -> int | None:
        """The exit status of a Python script given the text; None if it took too long and was killed.

        xclip lives on in the background to serve what was copied, and holds whatever it inherits: so neither its
        output nor its errors may be a pipe that somebody waits for, and it must not be in the terminal's session.
        """
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, a script of our own
                [sys.executable, "-P", "-c", script],
                stdin=subprocess.PIPE,
                stdout=out or subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._environ,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return _MISSING
        try:
            process.communicate(text.encode(), timeout=self._seconds)
        except subprocess.TimeoutExpired:
            _kill_group(process)
            return None
        return process.returncode

    def _written(self, text: str, reason: str = "") -> Outcome:
        """Write the file; a reason ends in a colon."""
        path = self.folder / FILE_NAME
        try:
            write_private(path, text.encode())
        except OSError as error:
            return Outcome("nowhere", f"{reason}{path} could not be written ({error.strerror or error}).")
        return Outcome("file", f"{reason}{'the' if reason else 'The'} text is in {path}.", path)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, a hung xclip too."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
