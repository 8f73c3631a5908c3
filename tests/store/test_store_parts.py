"""A snapshot is read in parts, and it makes no difference where one of them ends."""

from io import BytesIO
from pathlib import Path

import pytest

from followup_tui.store import parts
from followup_tui.store.parts import read_in_parts
from followup_tui.store.reading import read_raw
from followup_tui.store.snapshot import trusted_meta
from followup_tui.store.state import load_state
from tests.store.store_samples import contact, open_book, reminder

NAMES = ('Ana "<unknown>" Ruiz', "Łukasz\n},\n{", "Bo", "N" * 300, "; }: {")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book of three tables, in which what parts and tables end with stands in texts as well."""
    path = tmp_path / "book.json"
    book = open_book(path)
    people = [contact(f"con-{number}", name) for number, name in enumerate(NAMES)]
    book.apply("Added", put=[*people, *(reminder(f"rem-{number}") for number in range(12))])
    book.close()
    return path


@pytest.mark.parametrize("size", [1, 2, 7, 60, 100, 500, 5_000, 65_536])
def test_a_book_is_the_same_wherever_its_parts_end(path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, whole_raw = load_state(path.read_bytes()), read_raw(path)
    monkeypatch.setattr(parts, "_PART_SIZE", size)
    monkeypatch.delattr("followup_tui.store.state._load_closely")  # the slow way is not taken
    state = load_state(path.read_bytes())
    assert (state.tables, state.keys["contacts"], state.meta) == (whole.tables, whole.keys["contacts"], whole.meta)
    assert state.last_key == whole.last_key
    assert [record.name for record in state.tables["contacts"].values()] == list(NAMES)  # type: ignore[attr-defined]
    assert read_raw(path) == whole_raw


@pytest.mark.parametrize("size", [7, 500, 65_536])
def test_what_was_taken_counts_only_if_every_byte_is_right(
    path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_PART_SIZE", size)
    written = path.read_bytes()
    taken: list[str] = []
    meta = read_in_parts(BytesIO(written), lambda table, _: taken.append(table))
    assert meta == trusted_meta(written) is not None
    assert list(dict.fromkeys(taken)) == ["contacts", "reminders"]
    for damaged in (written.replace(b"Bo", b"Ba"), written + b"\n", written[:-2], b"", b"{}", b"[" * 100_000):
        assert read_in_parts(BytesIO(damaged), lambda *_: None) is None


def test_who_takes_nothing_leaves_the_file_to_others(path: Path) -> None:
    def refuse(table: str, _: bytes) -> None:
        raise ValueError(table)

    assert read_in_parts(BytesIO(path.read_bytes()), refuse) is None
