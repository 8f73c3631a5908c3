"""Being told to end, or losing the terminal: what was typed goes to the disk, and nothing can hang for long."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from followup_tui.domain.errors import FollowupError

if TYPE_CHECKING:
    from followup_tui.tui.draft_keeper import DraftKeeper

# A terminal that was closed, or a disk that does not answer, may keep the app from ending properly.
_END_ANYWAY_SECONDS: Final = 3
_NOT_SAVED: Final = 3
"""The exit status if it ends before it is known that all was saved."""


def heed_signals(end: Callable[[signal.Signals], None]) -> None:
    """Call `end` in the event loop when the system tells the program to end."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, end, number)


def save_all(keepers: "Iterable[DraftKeeper]") -> str:
    """Put every draft that is being written on the disk; what could not be saved, in sentences, else nothing."""
    failed = []
    for keeper in keepers:
        try:
            keeper.save_now()
        except FollowupError as error:
            failed.append(f"The last words of a draft could not be saved: {error}")
    return " ".join(dict.fromkeys(failed))


def save_and_end(number: signal.Signals, keepers: "Iterable[DraftKeeper]") -> str:
    """Save what was typed, and see to it that the program ends soon whatever hangs; what is to be said at the end."""
    status = [_NOT_SAVED]
    end = threading.Timer(_END_ANYWAY_SECONDS, lambda: os._exit(status[0]))
    end.daemon = True
    end.start()
    if save_all(keepers):  # is tried, and told, once more on the way out
        return f"followup ended ({number.name})."
    status[0] = 0
    return f"followup ended ({number.name}); everything that was typed is saved."
