"""A notification on the user's desktop, where there is one."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

from followup_tui.domain.text import visible

_PATIENCE_SECONDS: Final = 5.0


def notify(title: str, lines: list[str], environment: Mapping[str, str]) -> bool:
    """Show a notification; False where there is no desktop, or none that shows any. Takes five seconds at most."""
    program = shutil.which("notify-send", path=environment.get("PATH"))
    if program is None:
        return False
    # Desktops read the text below the title as markup, and show the title as it is.
    body = "\n".join(escape(visible(line), quote=False) for line in lines)
    command = [program, "--app-name=followup", "--", visible(title), body]
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
        if bus.exists():
            known["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return known
