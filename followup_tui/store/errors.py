"""What may go wrong with the files of a book. Each message is one sentence that says what to do."""

from pathlib import Path

from followup_tui.domain.errors import FollowupError


class StoreError(FollowupError):
    """A change could not be made durable, or the files could not be read; the book holds what it held before."""


class DamagedBook(StoreError):
    """A file of the book cannot be trusted. It was left untouched.

    `path` is the damaged file, `line` counts from 1 (None when the damage is no line's), `reason` says what is wrong,
    and `backup` is the newest backup that is whole, if there is one.
    """

    def __init__(self, path: Path, reason: str, *, line: int | None = None, backup: Path | None = None) -> None:
        self.path = path
        self.line = line
        self.reason = reason
        self.backup = backup
        place = f"{path}, line {line}" if line is not None else str(path)
        advice = ""
        if backup is not None:
            advice = f" The newest good backup is {backup}; `followup restore {backup.name}` puts it in its place."
        super().__init__(f"{place}: {reason}; nothing was changed, see `followup doctor`.{advice}")

    def beside(self, backup: Path | None) -> "DamagedBook":
        """The same damage, told with the newest backup that is whole."""
        return DamagedBook(self.path, self.reason, line=self.line, backup=backup)


class Conflict(FollowupError):
    """The same field of a record was changed elsewhere meanwhile; nothing was saved."""


class NothingToUndo(FollowupError):
    """There is no change to take back, none to do again, or no book at all yet."""
