"""The calendar file of `[calendar] file`, kept as the book is: in the background, and never in anybody's way.

Other programs look at the file, perhaps on a disk that is slow or gone. So it is written in a thread of its own, at
most every five seconds, and what goes wrong is said once and tried again at the next change.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from followup_tui.clock import Clock
from followup_tui.desk import exchange
from followup_tui.desk.appointments import appointments
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.calendar_out import Event, calendar
from followup_tui.store.calendar_memory import remembering

PAUSE_SECONDS: Final = 5.0
_PATIENCE_SECONDS: Final = 5.0


class _Wanted(NamedTuple):
    """What the file is to say, taken from the desk: the rest needs no desk."""

    book: Path
    target: Path
    clock: Clock
    events: list[Event]


def write_now(desk: Desk) -> str:
    """Write the calendar file, if one is set; a sentence about what went wrong, or nothing.

    Returns after a few seconds whether or not the disk has answered by then.
    """
    wanted = _wanted(desk)
    if wanted is None:
        return ""
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(_write(wanted)), daemon=True, name="calendar")
    thread.start()
    thread.join(_PATIENCE_SECONDS)
    return said[0] if said else f"{wanted.target} is not written yet, as its disk does not answer."


def _wanted(desk: Desk) -> _Wanted | None:
    target = desk.config.calendar
    return None if target is None else _Wanted(desk.book.path, target, desk.clock, appointments(desk))


def _write(wanted: _Wanted) -> str:
    """Write the file unless it says that already; a sentence about what went wrong, or nothing."""
    try:
        exchange.refuse_own(wanted.book, wanted.target)
        data, notice = remembering(wanted.book, lambda known: calendar(wanted.events, known, wanted.clock.now()))
        if not _says(wanted.target, data):
            exchange.write(wanted.book, wanted.target, data)
    except FollowupError as error:
        return f"The calendar file: {error}"
    except OSError as error:
        return f"The calendar file: {wanted.target}: cannot be written ({error.strerror or error})."
    return notice


def _says(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


class Feed:
    """Writes the file for as long as a window is open.

    `ask` has the desk answer something in its own thread; `complain` is called, in the feed's thread, with a sentence
    that was not said just before.
    """

    def __init__(
        self,
        ask: Callable[[Callable[[Desk], _Wanted | None]], _Wanted | None],
        complain: Callable[[str], None],
        pause_s: float = PAUSE_SECONDS,
    ) -> None:
        self._ask = ask
        self._complain = complain
        self._pause_s = pause_s
        self._changed = threading.Event()
        self._leaving = threading.Event()
        self._left = threading.Event()
        self._said = ""
        self._thread: threading.Thread | None = None

    def follow(self, desk: Desk) -> None:
        """Write the file after each change of this book or of the settings, by whomever, beginning with now."""

        def heard(*_: object) -> None:
            if desk.config.calendar is not None:
                self._note()

        desk.subscribe(heard)
        heard()

    def _note(self) -> None:
        self._changed.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="calendar")
            self._thread.start()

    def _run(self) -> None:
        # The first one waits too: while a window opens, its own start comes first.
        while not self._leaving.wait(self._pause_s):
            self._changed.wait()
            if not self._leaving.is_set():
                self._write()

    def _write(self) -> None:
        self._changed.clear()
        try:
            wanted = self._ask(_wanted)
        except FollowupError as error:
            self._tell(str(error))
            return
        self._tell(_write(wanted) if wanted is not None else "")

    def _tell(self, sentence: str) -> None:
        # Once the window is left nobody hears it: a thread that hung on a slow disk finds the desk closed.
        if sentence and sentence != self._said and not self._left.is_set():
            self._complain(sentence)
        self._said = sentence

    def close(self) -> None:
        """Write what is left to write, and stop; takes a few seconds at most. The desk must still answer."""
        if self._leaving.is_set():
            return
        self._leaving.set()
        owed = self._changed.is_set()
        self._changed.set()
        if self._thread is not None:
            self._finish(self._thread, owed=owed)
        self._left.set()

    def _finish(self, thread: threading.Thread, *, owed: bool) -> None:
        thread.join(_PATIENCE_SECONDS)
        if owed and not thread.is_alive():
            last = threading.Thread(target=self._write, daemon=True, name="calendar")
            last.start()
            last.join(_PATIENCE_SECONDS)
