"""Links, opened in the user's browser: web pages only, and without anything reaching the terminal."""

import subprocess
import sys
from urllib.parse import urlsplit

_OPENABLE = ("http", "https")
_SECONDS = 3.0
_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def is_web_page(link: str) -> bool:
    """Whether a link is one that a browser may be given: http or https, with a host, and nothing odd in it."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in _OPENABLE and bool(parts.hostname) and link.isprintable() and " " not in link


def open_page(link: str) -> bool:
    """Open a web page; False if no browser could be started, or the link is no web page. Takes up to three seconds.

    In a process of its own with no terminal: what a browser complains about would land on the screen, and one that
    works in the terminal would take it.
    """
    if not is_web_page(link):
        return False
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, a script of our own, a checked link
            [sys.executable, "-P", "-c", _OPEN, link],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True  # a browser that is waited for is one that runs
    except OSError:
        return False
