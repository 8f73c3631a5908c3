"""The settings that only the window can check, as it alone knows its themes and keys."""

from followup_tui.cli.context import Context
from followup_tui.config import Config, read_text, told_with_line
from followup_tui.domain.settings import SettingError


def check_file(context: Context) -> None:
    """Raises FollowupError, with file and line, for what the config file says and only the window can check."""
    try:
        check_window(context.config)
    except SettingError as error:
        raise told_with_line(context.config_path, read_text(context.config_path) or "", error) from error


def check_window(config: Config) -> None:
    """Raises SettingError for a theme or a key that there is not. Loads the window only where one is set."""
    if config.theme is None and not config.keys:
        return
    from followup_tui.tui.app import FollowupApp
    from followup_tui.tui.keymap import KeyTable
    from followup_tui.tui.themes import check_theme

    check_theme(config.theme)
    if config.keys:
        KeyTable(FollowupApp).check(config.keys)
