"""What happens when the fault is ours: one sentence for the person, the details in a private file."""

import os
import re
import tempfile
import traceback
from typing import Final

from followup_tui import __version__

# A frame within the frame of a call: Rich shows the values of variables so, and nothing else.
_VALUES: Final = re.compile(r"^[│|] *[│|╭╰+].*\n?", re.MULTILINE)


def report(error: BaseException) -> str:
    """Write the details of `error` where only the user can read them, and say in one sentence what happened.

    The details are the calls that led there, without the values of variables, since those hold the user's letters.
    """
    return report_text("".join(traceback.format_exception(error)), type(error).__name__)


def report_text(text: str, name: str = "in the window") -> str:
    """As `report`, for details that are text already, as Rich writes them: without its boxes of variables."""
    details = f"followup {__version__}\n{_VALUES.sub('', text)}"
    try:
        handle, path = tempfile.mkstemp(prefix="followup-error-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(details)
    except OSError as failure:
        return f"followup: an error of our own ({name}); its details could not be written ({failure})."
    return f"followup: an error of our own ({name}); what was saved is safe, the details are in {path}."
