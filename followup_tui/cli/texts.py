"""Texts that a command is given: from a file, or from standard input."""

import json
import sys
from typing import Any

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.text import clean
from followup_tui.places import path_of

_MOST_BYTES = 10_000_000


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`, line ends made plain. Raises FollowupError."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            with path_of(name).open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise FollowupError(f"{name}: cannot be read ({error.strerror}); nothing was changed.") from error
    if len(data) > _MOST_BYTES:
        raise FollowupError(f"{name}: is larger than 10 MB, which is no message; nothing was changed.")
    try:
        return clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FollowupError(f"{name}: is not UTF-8 text (byte {error.start}); nothing was changed.") from error


def read_json(name: str) -> Any:
    """The value in a JSON file. Raises FollowupError with the line."""
    try:
        return json.loads(read_text(name))
    except json.JSONDecodeError as error:
        raise FollowupError(f"{name}:{error.lineno}: is not JSON ({error.msg}).") from error
    except (ValueError, RecursionError) as error:
        raise FollowupError(f"{name}: is not JSON that can be read.") from error
