"""The one clock. Everything that needs to know what time it is asks it, or is told `now`."""

import time
from datetime import datetime, tzinfo

from followup_tui.domain.instants import format_instant


class Clock:
    """Tells the time in the user's zone.

    Started at `start` (`--now`), it runs on from there; a frozen one stands still, for tests and pictures.
    """

    def __init__(self, zone: tzinfo, start: datetime | None = None, *, frozen: bool = False) -> None:
        self.zone = zone
        self._start = start
        self._frozen = frozen
        self._started = time.monotonic()

    def now(self) -> datetime:
        """This moment, in the user's zone, with its offset."""
        if self._start is None:
            return datetime.now(self.zone)
        if self._frozen:
            return self._start.astimezone(self.zone)
        # Through a timestamp, since adding to a wall-clock time would be wrong across a change of the clocks.
        elapsed = time.monotonic() - self._started
        return datetime.fromtimestamp(self._start.timestamp() + elapsed, self.zone)

    def stamp(self) -> str:
        """This moment as the book writes it, to the second and never ahead of `now()`."""
        return format_instant(self.now())
