"""What calendars were told last of each appointment: a file beside the book, outside undo and interchange.

It belongs to no change of the book: what another program has been told cannot be taken back. Without it, or where it
is damaged, calendars are told everything anew.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from followup_tui.domain.told import Told
from followup_tui.store.disk import Disk, read_or_nothing, said, write_atomically
from followup_tui.store.errors import StoreError
from followup_tui.store.lock import ChangeLock
from followup_tui.store.places import Places

_FORMAT = "followup-tui calendar"
_PATIENCE_S = 2.0
_STAMP = re.compile(r"\d{8}T\d{6}Z", re.ASCII)

Answer = TypeVar("Answer")


def remembering(
    path: Path, tell: Callable[[Mapping[str, Told]], tuple[Answer, dict[str, Told]]], disk: Disk | None = None
) -> tuple[Answer, str]:
    """What `tell` makes of what was told before, once that is kept which it says is told now.

    `path` is the book's. Where nothing new is told, nothing is written. The second answer is a sentence if it could not
    be kept, else nothing: an export must not fail because the book stands where nothing can be written.
    """
    disk, places = disk or Disk(), Places(path)
    known = _read(disk, places)
    answer, told = tell(known)
    if told == known:
        return answer, ""
    try:
        with _alone(disk, places):
            answer, told = tell(_read(disk, places))
            write_atomically(disk, places, places.calendar, _document(told))
    except StoreError as error:
        return answer, f"What the calendar was told could not be kept: {error}"
    return answer, ""


@contextmanager
def _alone(disk: Disk, places: Places) -> Iterator[None]:
    """Nobody else tells a calendar anything meanwhile. Raises StoreError."""
    lock = ChangeLock(disk, places.lock, _PATIENCE_S)
    try:
        with said(places.calendar, "written"), lock.hold():
            yield
    finally:
        lock.close()


def _read(disk: Disk, places: Places) -> dict[str, Told]:
    try:
        raw, _ = read_or_nothing(disk, places.calendar)
        return {uid: _told(*entry) for uid, entry in json.loads(raw)["events"].items()} if raw else {}
    except (StoreError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def _told(digest: Any, sequence: Any, stamp: Any) -> Told:
    if not (isinstance(digest, str) and isinstance(sequence, int) and sequence >= 0 and _STAMP.fullmatch(stamp)):
        raise ValueError(stamp)
    return Told(digest, int(sequence), stamp)


def _document(told: Mapping[str, Told]) -> bytes:
    """One line for each event, sorted, so that a difference can be read."""
    lines = ",\n".join(f"{json.dumps(uid)}: {json.dumps(list(entry))}" for uid, entry in sorted(told.items()))
    return f'{{"format": "{_FORMAT}", "version": 1, "events": {{\n{lines}\n}}}}\n'.encode()
