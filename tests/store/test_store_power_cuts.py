"""The power goes after each call, and takes what was not durable with it: no acknowledged change is lost."""

from pathlib import Path
from random import Random

import pytest
from simulated_disk import Medium, RecordingDisk
from store_samples import contact, contents, open_book, reminder

from followup_tui.domain.records import Record
from followup_tui.store.book import Book
from followup_tui.store.errors import DamagedBook

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

    def acknowledge(self) -> None:
        self.disk.note("acknowledged", contents(self.book))


def short_life(directory: Path) -> RecordingDisk:
    """A new book, changes, the last to leave, a second session with undo, a process that is killed, a third one."""
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
    story.disk.die()
    events = story.disk.events
    story.disk = RecordingDisk()
    story.disk.continues(events, directory)
    story.reopen().apply("Edited him", put=[contact("con-2", "Ben Ode", notes="short")])
    story.acknowledge()
    story.book.close()
    story.acknowledge()
    return story.disk


@pytest.mark.parametrize("how", ["nothing", "everything", "names", "data", *(f"some {seed}" for seed in range(12))])
def test_no_acknowledged_change_is_lost(tmp_path: Path, how: str) -> None:
    events = short_life(tmp_path / "life").events
    word, _, seed = how.partition(" ")
    random = Random(seed)
    medium = Medium()
    acknowledged: State = {}
    states = [event[1] for event in events if event[0] == "acknowledged"]
    for number, event in enumerate(events):
        if event[0] == "acknowledged":
            assert isinstance(event[1], dict)
            acknowledged = event[1]
            states.pop(0)
        medium.play(event)
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, data in medium.left_by_power_cut(word, random):
            (directory / name).write_bytes(data)
        try:
            found = contents(open_book(directory / "book.json"))
        except DamagedBook as error:
            pytest.fail(f"after call {number} ({event[0]}): {error}")
        assert found in [acknowledged, *states[:1]], f"after call {number} ({event[0]})"


def test_the_simulation_sees_what_a_missing_fsync_would_lose(tmp_path: Path) -> None:
    events = [event for event in short_life(tmp_path / "life").events if event[0] != "fsync"]
    medium = Medium()
    acknowledged: State = {}
    lost = 0
    for number, event in enumerate(events):
        medium.play(event)
        if event[0] != "acknowledged" or not isinstance(event[1], dict):
            continue
        acknowledged = event[1]
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, data in medium.left_by_power_cut("names", Random(1)):
            (directory / name).write_bytes(data)
        try:
            lost += contents(open_book(directory / "book.json")) != acknowledged
        except DamagedBook:
            lost += 1
    assert lost >= 3


def test_a_book_that_survived_a_power_cut_takes_the_next_change(tmp_path: Path) -> None:
    events = short_life(tmp_path / "life").events
    random = Random(7)
    medium = Medium()
    for number, event in enumerate(events):
        medium.play(event)
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, data in medium.left_by_power_cut("some", random):
            (directory / name).write_bytes(data)
        book = open_book(directory / "book.json")
        book.apply("Added after", put=[contact("con-9", "Kim Lee")])
        wanted = contents(book)
        book.close()
        assert contents(open_book(directory / "book.json")) == wanted
