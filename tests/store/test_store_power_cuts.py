"""The power goes after each call, and takes what was not durable with it: no acknowledged change is lost."""

from pathlib import Path

import pytest

from followup_tui.store.errors import DamagedBook
from tests.store.recorded_life import power_cuts, short_life
from tests.store.store_samples import contact, contents, look, open_book


@pytest.mark.parametrize("how", ["nothing", "everything", "names", "data", *(f"some {seed}" for seed in range(12))])
def test_no_acknowledged_change_is_lost(tmp_path: Path, how: str) -> None:
    events = short_life(tmp_path / "life").events
    word, _, seed = how.partition(" ")
    for path, allowed, moment in power_cuts(events, tmp_path, word, seed):
        assert contents(open_book(path)) in allowed, f"after {moment}"


def test_the_simulation_sees_what_a_missing_fsync_would_lose(tmp_path: Path) -> None:
    events = [event for event in short_life(tmp_path / "life").events if event[0] != "fsync"]
    lost = 0
    for path, allowed, _ in power_cuts(events, tmp_path, "names", ""):
        try:
            lost += contents(open_book(path)) not in allowed
        except DamagedBook:
            lost += 1
    assert lost >= 10


def test_the_simulation_sees_what_a_missing_fsync_of_the_directory_would_lose(tmp_path: Path) -> None:
    events = [event for event in short_life(tmp_path / "life").events if event[0] != "fsync_directory"]
    cuts = power_cuts(events, tmp_path, "data", "")
    assert sum(contents(open_book(path)) not in allowed for path, allowed, _ in cuts) >= 10


def test_a_book_that_survived_a_power_cut_takes_the_next_change(tmp_path: Path) -> None:
    events = short_life(tmp_path / "life").events
    for path, _, _ in power_cuts(events, tmp_path, "some", "7"):
        book = open_book(path)
        book.apply("Added after", put=[contact("con-9", "Kim Lee")])
        wanted = contents(book)
        book.close()
        assert contents(look(path)) == wanted
