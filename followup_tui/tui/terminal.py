"""What comes from the terminal: a paste is a paste, whatever it holds.

Textual 8.2 looks for keys inside a paste: an ESC in it ends in key presses, so that pasted text can quit the app. Here
a paste is cut out of the input before Textual's parser sees it.
"""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser  # no public way leads to the input before it is parsed
from textual.driver import Driver
from textual.message import Message

_START = "\x1b[200~"
_END = "\x1b[201~"
# By name: on Windows it cannot even be imported.
_UNIX = "textual.drivers.linux_driver"


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


def paste_safe(driver: type[Driver]) -> type[Driver]:
    """The driver to use in the place of the one that Textual chose."""
    if driver.__module__ != _UNIX:
        return driver
    from followup_tui.tui.unix_terminal import PasteSafeDriver

    return PasteSafeDriver
