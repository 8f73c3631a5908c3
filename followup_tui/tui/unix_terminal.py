"""The terminal of Linux and macOS, for which Windows has not the modules."""

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from followup_tui.tui.terminal import PasteSafeParser

_CHUNK = 65_536
_LOOK_UP_SECONDS = 0.1


class PasteSafeDriver(LinuxDriver):
    """The terminal of Linux and macOS, read through `PasteSafeParser`."""

    def start_application_mode(self) -> None:
        """Take the terminal over, and hear of its sizes one after the other.

        Textual measures in the signal's handler. The next signal interrupts that, and is told first: the window then
        keeps the size before the last. What the event loop calls cannot be interrupted by itself.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        tell_size = signal.getsignal(signal.SIGWINCH)  # Textual's, which it has just set
        if callable(tell_size):
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, tell_size, signal.SIGWINCH, None)

    def run_input_thread(self) -> None:
        """Read what is typed till the app ends. Bytes that are no UTF-8 are shown as U+FFFD and end nothing."""
        parser = PasteSafeParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        # As Textual does: what is best elsewhere, kqueue, takes no terminal on macOS.
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK_UP_SECONDS):
                    piece = self._read()
                    if not piece:
                        return
                    if text := decode(piece):
                        self._process(parser.feed(text))
                self._process(parser.tick())

    def _read(self) -> bytes:
        """What the terminal has for us; nothing once it is closed."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
