"""A terminal program watched from outside: when what a person waits for is on the screen.

Times are taken when bytes leave the pseudo-terminal, before they are parsed, so the emulator's own slowness is not in
them. Nothing is known of the program but the keys it is sent and the screen it paints.
"""

import fcntl
import os
import pty
import queue
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

_QUIET_SECONDS = 0.15
_ANSWER_SECONDS = 1.0
_PATIENCE_SECONDS = 20.0
_NOT_PYTE = re.compile(
    rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\??[\d;]*\$p|\x1b\[\?[\d;]*u|\x1bP.*?\x1b\\|"
    rb"\x1b\[[\d;]*:[\d;:]*m|\x1b\[[\d;]* q",
    re.DOTALL,
)


class Chunk(NamedTuple):
    """What came out at one instant; no data means that the program has closed the terminal."""

    at: float
    data: bytes


class Watched:
    """One run of a program in a terminal of 120×36."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it; `started` is the instant."""
        self._screen = pyte.Screen(120, 36)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: queue.Queue[Chunk] = queue.Queue()
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self) -> None:
        while True:
            try:
                data = os.read(self._fd, 65_536)
            except OSError:
                data = b""
            self._chunks.put(Chunk(time.perf_counter(), data))
            if not data:
                return

    def _next(self, seconds: float) -> Chunk | None:
        try:
            return self._chunks.get(timeout=seconds)
        except queue.Empty:
            return None

    def _feed(self, chunk: Chunk) -> None:
        self._stream.feed(_NOT_PYTE.sub(b"", chunk.data))

    @property
    def text(self) -> str:
        """The screen as it stands."""
        return "\n".join(self._screen.display)

    def until_shown(self, pattern: str) -> float:
        """Seconds from the start until the pattern is on the screen."""
        end = time.perf_counter() + _PATIENCE_SECONDS
        while (chunk := self._next(max(end - time.perf_counter(), 0.0))) is not None and chunk.data:
            self._feed(chunk)
            if re.search(pattern, self.text):
                return chunk.at - self.started
        raise RuntimeError(f"{pattern!r} was never shown\n{self.text}")

    def until_changed(self, key: str) -> float:
        """Seconds from pressing a key until the screen is another. Call it when nothing more comes (`rest`)."""
        before = self._picture()
        pressed = time.perf_counter()
        os.write(self._fd, key.encode())
        end = pressed + _PATIENCE_SECONDS
        while (chunk := self._next(max(end - time.perf_counter(), 0.0))) is not None and chunk.data:
            self._feed(chunk)
            if self._picture() != before:
                return chunk.at - pressed
        raise RuntimeError(f"{key!r} changed nothing\n{self.text}")

    def until_settled(self, key: str) -> float:
        """Seconds from pressing a key, whatever is still being painted, until the screen is as it stays.

        A key that has not been answered yet is waited for longer than one that has.
        """
        pressed = time.perf_counter()
        settled = None
        os.write(self._fd, key.encode())
        picture = self._picture()
        while (chunk := self._next(_ANSWER_SECONDS if settled is None else _QUIET_SECONDS)) is not None and chunk.data:
            self._feed(chunk)
            if self._picture() != picture:
                picture, settled = self._picture(), chunk.at
        return (settled or pressed) - pressed

    def _picture(self) -> list[dict[int, pyte.screens.Char]]:
        return [dict(self._screen.buffer[row]) for row in range(36)]

    def rest(self) -> None:
        """Read until nothing more comes."""
        while (chunk := self._next(_QUIET_SECONDS)) is not None and chunk.data:
            self._feed(chunk)

    def memory(self) -> float:
        """The most memory it has had, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    def processor_seconds(self) -> float:
        """What it has used of the processor."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def quit(self, key: str = "\x11") -> float:
        """Seconds from the quitting key until the program has ended."""
        pressed = time.perf_counter()
        os.write(self._fd, key.encode())
        os.waitpid(self.pid, 0)
        ended = time.perf_counter()
        os.close(self._fd)
        return ended - pressed

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)
