"""A notification on the user's desktop, where there is one."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Final

from followup_tui.domain.text import visible

_PATIENCE_SECONDS: Final = 5.0
# The texts are arguments of the script, never part of it. The title comes first: nothing behind it is an option.
_SCRIPT: Final = ("on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run")


def notify(title: str, lines: list[str], environment: Mapping[str, str]) -> bool:
    """Show a notification on the desktop of Linux or of macOS.

    False where there is no desktop, or none that shows any, as on Windows. Takes five seconds at most for each.
    """
    title, lines = visible(title), [visible(line) for line in lines]
    for name, arguments in (("notify-send", _of_linux(title, lines)), ("osascript", _of_macos(title, lines))):
        program = shutil.which(name, path=environment.get("PATH"))
        if program is not None and _is_done([program, *arguments], environment):
            return True
    return False


def _of_linux(title: str, lines: list[str]) -> list[str]:
    """Desktops read the text below the title as markup, and show the title as it is."""
    return ["--app-name=followup", "--", title, "\n".join(escape(line, quote=False) for line in lines)]


def _of_macos(title: str, lines: list[str]) -> list[str]:
    return [*(part for line in _SCRIPT for part in ("-e", line)), title, "\n".join(lines)]


def _is_done(command: list[str], environment: Mapping[str, str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - the system's own program, found in the user's path
            command,
            env=_with_bus(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _with_bus(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with the way to the desktop, which cron does not give."""
    known = dict(environment)
    if "DBUS_SESSION_BUS_ADDRESS" not in known and hasattr(os, "getuid"):
        bus = Path(known.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}") / "bus"
        # That of another user (`sudo -u`) may not be looked at.
        with suppress(OSError):
            if bus.exists():
                known["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return known
