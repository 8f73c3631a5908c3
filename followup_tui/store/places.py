"""Where the files of one book stand: all of them beside the book, named `FILE.*`."""

import os
from pathlib import Path


class Places:
    """The names beside one book. A book that is a link is followed, so that the link stays and its target changes."""

    def __init__(self, path: Path) -> None:
        self.book = Path(os.path.realpath(path))
        self.directory = self.book.parent
        self.journal = self.beside("journal")
        self.lock = self.beside("lock")
        self.history = self.beside("history")
        self.calendar = self.beside("calendar")
        self.imports = self.beside("imports")

    def beside(self, suffix: str) -> Path:
        """`FILE.suffix` in the directory of the book."""
        return self.book.with_name(f"{self.book.name}.{suffix}")

    def presence(self, token: str) -> Path:
        """The file that a process holds locked for as long as it has the book open."""
        return self.beside(f"open-{token}")

    def temporary(self) -> Path:
        """A name that no other process writes to; what stands under it is never read."""
        return self.beside(f"tmp-{os.getpid()}-{os.urandom(4).hex()}")

    def backup(self, stamp: str) -> Path:
        """The backup made at `stamp`, in the system's clock and UTC: `20261117T150000.123Z`."""
        return self.beside(f"backup-{stamp}")

    def is_presence(self, name: str) -> bool:
        """Whether a file of this name says that a process has the book open."""
        return name.startswith(f"{self.book.name}.open-")

    def is_temporary(self, name: str) -> bool:
        """Whether a file of this name was left by a write that did not end."""
        return name.startswith(f"{self.book.name}.tmp-")

    def is_backup(self, name: str) -> bool:
        """Whether a file of this name is a backup of the book."""
        return name.startswith(f"{self.book.name}.backup-")

    def is_aside(self, name: str) -> bool:
        """Whether a file of this name is a journal or a damaged book that was set aside."""
        return name.startswith((f"{self.book.name}.journal-", f"{self.book.name}.damaged-"))

    def is_ours(self, name: str) -> bool:
        """Whether a file of this name belongs to the book."""
        ours = (self.book, self.journal, self.lock, self.history, self.calendar, self.imports)
        known = name in {file.name for file in ours}
        return known or any(ask(name) for ask in (self.is_presence, self.is_temporary, self.is_backup, self.is_aside))
