"""The files there are to import from, as one is typed towards."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from followup_tui.domain.text import fold

# What is put first in a folder; what a file is shows in what stands in it, not here.
_LIKELY: Final = frozenset({".csv", ".tsv", ".txt", ".vcf", ".ics", ".eml", ".mbox", ".json"})
_MOST: Final = 500
_NO_SUCH_NAME: Final = "Nothing here has such a name."
_NOTHING: Final = "Nothing here can be imported."


class Entry(NamedTuple):
    """A file or a folder: its name, its size in bytes, and when it was last changed."""

    path: Path
    is_folder: bool
    size: int
    changed_at: datetime


class Listing(NamedTuple):
    """What fits a path being typed: the folder, and in it the files that are likely meant, folders, other files.

    `problem` is a sentence that says why there are none, empty where there are.
    """

    folder: Path
    entries: tuple[Entry, ...]
    problem: str = ""


def start_folder() -> Path:
    """Where a file to import is likely to lie: the folder of downloads, else the home."""
    downloads = Path.home() / "Downloads"
    return downloads if _looked_at(downloads.is_dir) else Path.home()


def is_file(path: Path) -> bool:
    """Whether there is a file to read; a name that the system refuses is none."""
    return _looked_at(path.is_file)


def _looked_at(question: Callable[[], bool]) -> bool:
    with suppress(OSError):  # too long a name, or a folder that may not be searched
        return question()
    return False


def path_of(typed: str) -> Path:
    """The path that was typed, pasted or dropped into the terminal: quoted, with escaped spaces, or as `file://`."""
    text = typed.strip()
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        text = text[1:-1]
    elif text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif os.sep == "/" and not _looked_at(Path(text).exists):
        text = text.replace("\\ ", " ")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def written(path: Path, *, is_folder: bool = False) -> str:
    """A path as it is typed: with `~` for the home, and with a separator behind a folder."""
    try:
        short = Path("~") / path.relative_to(Path.home())
    except ValueError:
        short = path
    return f"{short}".rstrip(os.sep) + (os.sep if is_folder else "")


def listing(typed: str) -> Listing:
    """What there is in the folder that was typed, of names that have what was typed behind it."""
    path = path_of(typed)
    is_folder = typed.endswith(("/", os.sep)) or not typed
    folder, begun = (path, "") if is_folder else (path.parent, path.name)
    try:
        with os.scandir(folder) as found:
            entries = [entry for one in found if (entry := _entry(one)) and _fits(entry.path.name, begun)]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be a folder's"
        return Listing(folder, (), f"{folder} cannot be read ({reason}).")
    if not entries:
        return Listing(folder, (), _NO_SUCH_NAME if begun else _NOTHING)
    entries.sort(key=lambda entry: _rank(entry, begun))
    return Listing(folder, tuple(entries[:_MOST]))


def _entry(found: "os.DirEntry[str]") -> Entry | None:
    try:
        status = found.stat()
        changed = datetime.fromtimestamp(status.st_mtime, UTC)
        return Entry(Path(found.path), found.is_dir(), status.st_size, changed)
    except (OSError, ValueError, OverflowError):
        return None  # it went away, or leads nowhere


def _fits(name: str, begun: str) -> bool:
    return fold(begun) in fold(name) and (not name.startswith(".") or begun.startswith("."))


def _rank(entry: Entry, begun: str) -> tuple[bool, int, float, str]:
    """Names that begin as typed first; likely files by their age, folders and other files by name."""
    name = entry.path.name
    group = 1 if entry.is_folder else 0 if entry.path.suffix.casefold() in _LIKELY else 2
    age = -entry.changed_at.timestamp() if group == 0 else 0.0
    return not fold(name).startswith(fold(begun)), group, age, fold(name)
