"""Settings, changed while the book is open: in the file first, then in the plan."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from followup_tui.config import Config, check_settings
from followup_tui.config_file import Check, ConfigFile, Value, Where, changed, value_at
from followup_tui.desk.desk import Desk

__all__ = ["Settings", "Value", "Where", "change", "read"]


class Settings(NamedTuple):
    """What holds now, and what the file itself says, without defaults."""

    config: Config
    document: Mapping[str, Any]

    def said(self, where: Where) -> Any:
        """What the file says of a setting; None where it says nothing."""
        return value_at(self.document, where)

    def tried(self, where: Where, value: Value) -> Config:
        """What would hold if a setting were changed. Raises SettingError where that would be refused."""
        return check_settings(changed(self.document, {where: value}))


def read(desk: Desk, file: ConfigFile, check: Check) -> Settings:
    """The settings as the file has them now; what an editor changed in it holds from here on.

    Raises FollowupError, with file and line, for a file that is wrong; then all stays as it was.
    """
    document, config = file.document(), file.load(check)
    if config._replace(zone=desk.config.zone) != desk.config:
        desk.use(config)
    return Settings(desk.config, document)


def change(desk: Desk, file: ConfigFile, changes: Mapping[Where, Value], check: Check) -> Settings:
    """Change settings, all or none: they hold at once, but for the zone, which does from the next start.

    Raises SettingError for what would be refused in the file, FollowupError where it cannot be written; then all stays
    as it was.
    """
    desk.use(file.change(changes, check))
    return Settings(desk.config, file.document())
