"""A private file is there whole, for the user alone, or not at all, and leaves nothing beside it."""

import os
from pathlib import Path

import pytest

from followup_tui.private_file import put_private, write_private


def test_it_takes_the_place_of_an_old_one_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "letter.txt"
    write_private(path, b"old")
    write_private(path, "néw\n".encode())
    assert path.read_bytes() == b"n\xc3\xa9w\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_where_it_cannot_be_written_the_old_one_stays_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        put_private(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put_private(tmp_path / "none" / "letter.txt", b"new")
