"""A window that is told a new size while it still measures the one before: run by `test_terminal_moods`."""

import signal

from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.events import Resize
from textual.widgets import Static

from followup_tui.tui.unix_terminal import PasteSafeDriver


class InterruptedDriver(PasteSafeDriver):
    """The terminal is measured at its start, then drawn smaller, and larger again before that is told."""

    _told = (120, 36), (60, 20), (90, 30)
    _measured = 0

    def _get_terminal_size(self) -> tuple[int, int]:
        size = self._told[min(self._measured, len(self._told) - 1)]
        self._measured += 1
        if size == self._told[1]:
            signal.raise_signal(signal.SIGWINCH)
        return size


class Sizes(App[None]):
    """Shows the sizes it is told."""

    def get_driver_class(self) -> type[Driver]:
        """The driver that is interrupted."""
        return InterruptedDriver

    def compose(self) -> ComposeResult:
        """Where the sizes stand."""
        yield Static()

    def on_resize(self, event: Resize) -> None:
        """Show the last size."""
        self.query_one(Static).update(f"now {event.size.width} by {event.size.height}")


if __name__ == "__main__":
    Sizes().run()
