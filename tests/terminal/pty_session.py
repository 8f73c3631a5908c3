"""A program in a real pseudo-terminal, its screen kept by an emulator: what a person would see and type."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b[27u",  # as the keyboard protocol of today writes it: what follows cannot make it another key
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f12": "\x1b[24~",
    "ctrl+o": "\x0f",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
}
_DEADLINE = 30.0
_MOMENT = 0.01
_CALM = 3  # so often in a row must it be found waiting: a thread may be about to wake another
_PIECE = 1024
_PASTE_END = "\x1b[201~"
# pyte prints these as text: private modes with an intermediate, keyboard protocol, device control strings.
_QUERIES = (b"\x1b[?2026$p", b"\x1b[?2048$p", b"\x1b[>4;1m", b"\x1b[>1u", b"\x1b[<u", b"\x1b[?u")


class Terminal:
    """One program, run till it ends or the session is closed. Every wait has a deadline, none a fixed length."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 36)
    ) -> None:
        """Start `command` in a terminal of `size` (columns, rows)."""
        self.raw = bytearray()
        self.status: int | None = None
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    @property
    def text(self) -> str:
        """The screen as it stands."""
        # Not `display`, which fails where half of a wide character is covered.
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        return "\n".join("".join(self._screen.buffer[row][column].data for column in columns) for row in rows)

    def wait_for(self, what: str | Callable[[str], bool]) -> str:
        """Read until the screen shows the text, or fulfils the condition; fails after the deadline."""
        fulfilled = (lambda text: what in text) if isinstance(what, str) else what
        end = time.monotonic() + _DEADLINE
        while not fulfilled(self.text):
            left = end - time.monotonic()
            assert left > 0, f"never shown: {what}\n{self.text}"
            assert self._read(left), f"the program ended before it showed {what}\n{self.text}"
        return self.text

    def settle(self) -> str:
        """Read until the program has nothing left to do and nothing to say: what was typed is shown by then."""
        calm = 0
        while calm < _CALM:
            before = len(self.raw)
            if not self._read(_MOMENT):
                break
            calm = calm + 1 if len(self.raw) == before and self._is_waiting() else 0
        return self.text

    def _is_waiting(self) -> bool:
        """Whether each of its threads sleeps, as Linux tells; elsewhere that nothing comes has to be enough."""
        for stat in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with suppress(OSError):
                if stat.read_text().rpartition(")")[2].split()[0] in "RD":
                    return False
        return True

    def paste(self, text: str) -> None:
        """Paste as a terminal does: between two marks, the text itself holding none."""
        data = f"\x1b[200~{text.replace(_PASTE_END, '')}{_PASTE_END}".encode("utf-8", "replace")
        while data:
            # What the program says meanwhile is read, or both would wait for each other.
            self._read(0)
            data = data[os.write(self._fd, data[:_PIECE]) :]

    def click(self, column: int, row: int, *, drag_to: tuple[int, int] | None = None) -> None:
        """Press the left button of the mouse at a cell, counted from one, and let go of it there or somewhere else."""
        end = drag_to or (column, row)
        self.press(f"\x1b[<0;{column};{row}M")
        if drag_to is not None:
            self.press(f"\x1b[<32;{(column + end[0]) // 2};{(row + end[1]) // 2}M", f"\x1b[<32;{end[0]};{end[1]}M")
        self.press(f"\x1b[<0;{end[0]};{end[1]}m")

    def press(self, *keys: str) -> None:
        """Type keys by name, or characters as they are."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def forget(self) -> None:
        """Lose all that stands on the screen, as some terminals do when they are made small for a moment."""
        self._screen.erase_in_display(2)

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, as dragging its window does."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def send(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._fd)
        self._fd = -1
        self._reap()

    def end(self) -> int:
        """Read what is left until the program has ended; its exit status."""
        end = time.monotonic() + _DEADLINE
        while self._read(max(end - time.monotonic(), 0.0)):
            assert time.monotonic() < end, f"does not end\n{self.text}"
        self._reap()
        assert self.status is not None
        return self.status

    def close(self) -> None:
        """End the program, whatever it is doing."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        if self._fd >= 0:
            os.close(self._fd)

    def _reap(self) -> None:
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)

    def _read(self, seconds: float) -> bool:
        """Take in what comes within `seconds`; False once the program has closed the terminal."""
        # Not `select`, which knows no descriptor above 1023.
        poll = select.poll()
        poll.register(self._fd, select.POLLIN)
        ready = poll.poll(seconds * 1000)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65_536)
        except OSError:
            return False
        self.raw += data
        for query in _QUERIES:
            data = data.replace(query, b"")
        self._stream.feed(data)
        return bool(data) or bool(ready)


def stand_in_xclip(folder: Path) -> Path:
    """An `xclip` that keeps what is copied in a file, and pastes from it; returns that file."""
    folder.mkdir()
    kept = folder / "clipboard.txt"
    script = folder / "xclip"
    script.write_text(f'#!/bin/sh\ncase "$*" in *-o*) cat "{kept}" 2>/dev/null ;; *) cat > "{kept}" ;; esac\n')
    script.chmod(0o755)
    return kept
