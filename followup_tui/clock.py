"""The one clock. Everything that needs to know what time it is asks it, or is told `now`."""

import time
from datetime import UTC, datetime, timedelta, tzinfo

from followup_tui.domain.instants import format_instant


class Clock:
    """Tells the time in the user's zone.

    Started at `start` (`--now`), it runs on from there: its first reading is `start` to the microsecond, however long
    the program took to get that far. A frozen one stands still, for tests and pictures.
    """

    def __init__(self, zone: tzinfo, start: datetime | None = None, *, frozen: bool = False) -> None:
        self.zone = zone
        self._start = start
        self._frozen = frozen
        self._first_read: float | None = None

    def now(self) -> datetime:
        """This moment, in the user's zone, with its offset."""
        if self._start is None:
            return datetime.now(self.zone)
        # Through UTC, since adding to a wall-clock time would be wrong across a change of the clocks, and a time that
        # the clocks skip would be told as it was given.
        return (self._start.astimezone(UTC) + self._elapsed()).astimezone(self.zone)

    def _elapsed(self) -> timedelta:
        if self._frozen:
            return timedelta()
        read = time.monotonic()
        if self._first_read is None:
            self._first_read = read
        return timedelta(seconds=read - self._first_read)

    def stamp(self) -> str:
        """This moment as the book writes it, to the second and never ahead of `now()`."""
        return format_instant(self.now())
