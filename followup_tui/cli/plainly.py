"""What is asked most, in the plainest way: `followup`, and `followup due` as a prompt asks it, without argparse.

argparse takes longer to load and to set up than a small book to read. What is not plain here is left to it, errors and
help above all; a test holds the two together.
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

_WITH_VALUE = {"--data": "data", "--config": "config", "--now": "now"}
_FLAGS = {"--all": "all"}
_FORMS = {"--json": "json", "--short": "short", "--notify": "notify"}


def plainly(arguments: Sequence[str]) -> Any:
    """What argparse makes of these arguments, if they ask for the window or `due` and are plain; else None."""
    options: dict[str, Any] = {"demo": False, "command": None} | dict.fromkeys(_WITH_VALUE.values())
    forms, words = 0, iter(arguments)
    for word in words:
        if word in _WITH_VALUE:
            value = next(words, "")
            # An empty one, one that could be an option, and one that is given twice have their own rules.
            if not value or value.startswith("-") or options[_WITH_VALUE[word]] is not None:
                return None
            options[_WITH_VALUE[word]] = value
        elif word == "due" and options["command"] is None:
            options |= {"command": "due", "within": None} | dict.fromkeys([*_FLAGS.values(), *_FORMS.values()], False)
        elif options["command"] is None:
            return None
        elif word in _FLAGS:
            options[_FLAGS[word]] = True
        elif word in _FORMS:
            options[_FORMS[word]] = True
            forms += 1
        else:
            return None
    return SimpleNamespace(**options) if forms <= 1 else None
