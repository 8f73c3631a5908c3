"""What comes from the terminal: a paste is a paste, whatever it holds.

Textual 8.2 looks for keys inside a paste: an ESC in it ends in key presses, so that pasted text can quit the app. Here
a paste is cut out of the input before Textual's parser sees it.
"""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser  # no public way leads to the input before it is parsed
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_START = "\x1b[200~"
_END = "\x1b[201~"
_CHUNK = 65_536
_LOOK_UP_SECONDS = 0.1


class PasteSafeParser(XTermParser):
    """Textual's parser for everything but what stands between the two marks of a bracketed paste."""

    def __init__(self, *, debug: bool = False) -> None:
        super().__init__(debug)
        self._seen = ""
        self._pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """The events in this piece of input; marks and pastes may be cut anywhere between two pieces."""
        if not data:  # the end of all input
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                typed, data = self._until_paste(data)
                yield from super().feed(typed)
                continue
            checked = max(0, len(self._pasted) - len(_END))
            self._pasted += data
            end = self._pasted.find(_END, checked)
            if end < 0:
                return
            text, data = self._pasted[:end], self._pasted[end + len(_END) :]
            self._pasted = None
            # The parser saw the opening mark, sees the closing one, and takes the paste for empty.
            yield from (event for event in super().feed(_END) if not isinstance(event, events.Paste))
            yield events.Paste(text)

    def _until_paste(self, data: str) -> tuple[str, str]:
        """What is not pasted, up to an opening mark and with it, and what follows it."""
        seen = self._seen + data
        start = seen.find(_START)
        if start < 0:
            self._seen = seen[1 - len(_START) :]
            return data, ""
        end = start + len(_START) - len(self._seen)
        self._seen, self._pasted = "", ""
        return data[:end], data[end:]


class PasteSafeDriver(LinuxDriver):
    """The terminal of Linux and macOS, read through `PasteSafeParser`."""

    def run_input_thread(self) -> None:
        """Read what is typed till the app ends. Bytes that are no UTF-8 are shown as U+FFFD and end nothing."""
        parser = PasteSafeParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
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


def paste_safe(driver: type[Driver]) -> type[Driver]:
    """The driver to use in the place of the one that Textual chose."""
    return PasteSafeDriver if driver is LinuxDriver else driver
