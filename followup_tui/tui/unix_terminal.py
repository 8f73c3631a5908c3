"""The terminal of Linux and macOS, for which Windows has not the modules."""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from followup_tui.tui.terminal import PasteSafeParser

_CHUNK = 65_536
_LOOK_UP_SECONDS = 0.1


class PasteSafeDriver(LinuxDriver):
    """The terminal of Linux and macOS, read through `PasteSafeParser`."""

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
