"""A short life of a book on a disk that records each call, and what a power cut at every moment of it leaves."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from tests.store.simulated_disk import Killed, Medium, RecordingDisk
from tests.store.store_samples import contact, contents, open_book, reminder

State = dict[str, Record]


class Story:
    """A book's life on a recording disk; `acknowledged` notes what stood in it when a call returned."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir()
        self.path = directory / "book.json"
        self.disk = RecordingDisk()
        self.book = self.reopen()

    def reopen(self) -> Book:
        self.book = open_book(self.path, disk=self.disk)
        return self.book

    def reopen_after_death(self) -> Book:
        """Another process opens the book; the recording goes on."""
        events = self.disk.events
        self.disk.die()
        self.disk = RecordingDisk()
        self.disk.continues(events, self.path.parent)
        return self.reopen()

    def acknowledge(self) -> None:
        self.disk.note("acknowledged", contents(self.book))


def short_life(directory: Path) -> RecordingDisk:
    """A new book, changes, leaving, undo, a process that is killed, one that is killed with its snapshot written."""
    story = Story(directory)
    story.acknowledge()
    story.book.apply("Added", put=[contact(), reminder()])
    story.acknowledge()
    story.book.apply("Edited", put=[contact(notes="tall")], delete=["rem-1"])
    story.acknowledge()
    story.book.close()
    story.reopen().undo()
    story.acknowledge()
    story.book.apply("Added another", put=[contact("con-2", "Ben Ode")])
    story.acknowledge()
    story.reopen_after_death().apply("Edited him", put=[contact("con-2", "Ben Ode", notes="short")])
    story.acknowledge()
    story.disk.dies_before_removing = "book.json.journal"
    with suppress(Killed):
        story.book.close()
    story.reopen_after_death().apply("Added a third", put=[contact("con-3", "Kim Lee")])
    story.acknowledge()
    story.book.apply("Edited her", put=[contact("con-3", "Kim Lee", notes="thin")])
    story.acknowledge()
    story.book.close()
    story.acknowledge()
    return story.disk


def power_cuts(
    events: list[tuple[str, object, object, object]], directory: Path, how: str, seed: str
) -> Iterator[tuple[Path, list[State], str]]:
    """The book that each moment's power cut leaves, the states it may be in, and what the last call was."""
    random = Random(seed)
    medium = Medium()
    states = [event[1] for event in events if event[0] == "acknowledged" and isinstance(event[1], dict)]
    acknowledged: State = {}
    for number, event in enumerate(events):
        if event[0] == "acknowledged":
            acknowledged = states.pop(0)
        medium.play(event)
        left = directory / str(number)
        left.mkdir(parents=True)
        for name, data in medium.left_by_power_cut(how, random):
            (left / name).write_bytes(data)
        yield left / "book.json", [acknowledged, *states[:1]], f"call {number} ({event[0]})"
