"""Where the book and the settings stand when nothing else was said."""

import os
import sys
from pathlib import Path

from followup_tui.domain.errors import FollowupError

APP = "followup-tui"


def default_book() -> Path:
    """The book in the user's data directory."""
    return _user_dir("XDG_DATA_HOME", ".local/share", "user_data_path") / "followup.json"


def default_config() -> Path:
    """The config file in the user's config directory."""
    return _user_dir("XDG_CONFIG_HOME", ".config", "user_config_path") / "config.toml"


def _user_dir(variable: str, home_folder: str, function: str) -> Path:
    if sys.platform != "linux":
        import platformdirs

        folder: Path = getattr(platformdirs, function)(APP, appauthor=False)
        return folder
    # What platformdirs answers on Linux (a test holds the two together), without the 10 ms of importing it: a status
    # bar may ask every few seconds.
    base = os.environ.get(variable, "")
    if base.strip() and Path(base).is_absolute():
        return Path(base) / APP
    try:
        return Path.home() / home_folder / APP
    except RuntimeError as error:
        raise FollowupError("No home directory is known; set HOME, or name the book with --data FILE.") from error
