"""Where the book and the settings stand when nothing else was said."""

import os
import sys
from pathlib import Path

from followup_tui.domain.errors import FollowupError

APP = "followup-tui"


class NoHomeError(FollowupError):
    """There is no place of the user's own that is known."""


def path_of(name: str) -> Path:
    """The file that a person's words name, `~` being their home; of a home that nobody has, as it stands."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def is_there(path: Path) -> bool:
    """Whether there is something at a path. Raises FollowupError where the system refuses to look."""
    try:
        return path.exists()
    except OSError as error:
        raise FollowupError(f"{path}: cannot be looked at ({error.strerror or error}).") from error


def default_book() -> Path:
    """The book in the user's data directory."""
    return _user_dir("XDG_DATA_HOME", ".local/share", "user_data_path") / "followup.json"


def default_config() -> Path:
    """The config file in the user's config directory."""
    return _user_dir("XDG_CONFIG_HOME", ".config", "user_config_path") / "config.toml"


def default_cache() -> Path:
    """The directory for what can be made anew. Raises FollowupError where no home is known."""
    return _user_dir("XDG_CACHE_HOME", ".cache", "user_cache_path")


def _user_dir(variable: str, home_folder: str, function: str) -> Path:
    home = os.environ.get("HOME", "")
    if sys.platform != "linux" or not Path(home).is_absolute():
        return _asked(function)
    # What platformdirs answers on Linux (a test holds the two together), without the 10 ms of importing it: a status
    # bar may ask every few seconds.
    base = os.environ.get(variable, "")
    return Path(base) / APP if Path(base).is_absolute() else Path(home) / home_folder / APP


def _asked(function: str) -> Path:
    import platformdirs

    try:
        folder: Path = getattr(platformdirs, function)(APP, appauthor=False)
    except RuntimeError as error:
        raise NoHomeError("No home directory is known; set HOME, or name --data FILE and --config FILE.") from error
    return folder
