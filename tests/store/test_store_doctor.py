"""The doctor says what it checked and found, repairs to a new file, and touches nothing else."""

import errno
import json
from pathlib import Path

import pytest

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Interview, Opportunity, Promise, Touchpoint
from followup_tui.store.doctor import examine
from followup_tui.store.errors import DamagedBook
from followup_tui.store.lines import frame, unframe
from followup_tui.store.reading import read_raw
from followup_tui.store.repair import repair
from tests.store.simulated_disk import FailingDisk, MortalDisk
from tests.store.store_samples import AT, contact, look, open_book, reminder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A whole book with a snapshot, a journal, a history and a backup."""
    path = tmp_path / "book.json"
    book = open_book(path)
    book.apply("Added", put=[contact(), reminder()])
    book.close()
    disk = MortalDisk()
    book = open_book(path, disk=disk)
    book.apply("Added", put=[reminder("rem-2")])
    book.apply("Deleted", delete=["rem-1"])
    disk.die()
    path.with_name(next(path.parent.glob("*.open-*")).name).unlink()
    return path


def found(path: Path) -> list[tuple[str, int | None, str]]:
    return [(finding.file.name, finding.line, finding.message) for finding in examine(path).findings]


def listing(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}


def test_a_whole_book_is_found_whole_and_what_was_checked_is_said(path: Path) -> None:
    before = listing(path)
    report = examine(path)
    assert report.findings == []
    assert [line.removeprefix(str(path.parent) + "/") for line in report.checked] == [
        "book.json: 2 records, every field; its checksum is right.",
        "book.json.journal: 2 changes, their checksums and every field.",
        "References: 0 between records.",
        "book.json.history: 1 change that can be undone.",
        "Backups: 1, each record of each.",
        "Files: 5, who may read them, and what was left behind.",
    ]
    assert listing(path) == before


def test_an_edit_by_hand_is_allowed_and_said(path: Path) -> None:
    path.write_text(path.read_text().replace("Ana Ruiz", "Ana Vega"))
    assert found(path) == []
    assert "it was changed by hand since it was written, which is allowed" in examine(path).checked[0]


def test_every_flaw_is_found_with_line_table_and_field(path: Path) -> None:
    text = (
        path.read_text()
        .replace('"keep_in_touch":false', '"keep_in_touch":"no"')
        .replace('"name":"Ana Ruiz"', '"name":7')
    )
    path.write_text(text)
    assert found(path) == [
        ("book.json", 3, "contacts 1, field name: expected text, found 7"),
        ("book.json", 3, "contacts 1, field keep_in_touch: expected true or false, found 'no'"),
    ]


def test_text_that_is_no_json_is_found_with_its_line(path: Path) -> None:
    path.write_text(path.read_text().replace('"role":', '"role"', 1))
    assert found(path)[0] == ("book.json", 3, "not JSON: expecting ':' delimiter")


def test_references_to_records_that_do_not_exist_are_found(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    book = open_book(path)
    opportunity = Opportunity(
        id="opp-1",
        company="Acme",
        role="Dev",
        stage="lead",
        stage_changed_at=AT,
        created_at=AT,
        updated_at=AT,
        primary_contact_id="con-1",
        contact_ids=("con-1", "con-8"),
    )
    promises = (Promise(id="p", text="CV", contact_id="con-9"), Promise(id="q", text="CV"))
    interview = Interview(
        id="int-1", opportunity_id="opp-9", starts_at=AT, created_at=AT, updated_at=AT, promises=promises
    )
    touchpoint = Touchpoint(
        id="tch-1", at=AT, direction="out", channel="email", kind="other", created_at=AT, material_ids=("mat-9",)
    )
    book.apply("Added", put=[contact(), opportunity, interview, touchpoint])
    book.close()
    assert [message for _, _, message in found(path)] == [
        "opportunities opp-1: contact_ids is con-8, and there is no such record in contacts",
        "interviews int-1: opportunity_id is opp-9, and there is no such record in opportunities",
        "interviews int-1: contact_id is con-9, and there is no such record in contacts",
        "touchpoints tch-1: material_ids is mat-9, and there is no such record in materials",
    ]


def test_an_id_that_stands_twice_is_found(path: Path) -> None:
    path.write_text(path.read_text().replace("rem-1", "con-1"))
    assert ("book.json", 9, "reminders 1: the id con-1 is taken by contacts 1") in found(path)


@pytest.mark.parametrize(
    ("damage", "line", "message"),
    [
        (lambda lines: [lines[0], lines[1][:50]], 2, "it is cut off, and what stands there is left out"),
        (lambda lines: [b"0" + lines[0], lines[1]], 1, "its checksum is wrong, and other changes follow it"),
        (lambda lines: [lines[1]], 1, "a change before this one is missing"),
    ],
)
def test_a_torn_or_damaged_journal_is_found(path: Path, damage: object, line: int, message: str) -> None:
    journal = path.with_name("book.json.journal")
    assert callable(damage)
    journal.write_bytes(b"".join(damage(journal.read_bytes().splitlines(keepends=True))))
    assert found(path) == [("book.json.journal", line, message)]


def test_a_journal_of_another_book_is_found(path: Path) -> None:
    path.write_text(path.read_text().replace('"generation":"', '"generation":"0'))
    assert "changes of another state of the book" in found(path)[0][2]


def test_damage_to_history_and_backups_is_found(path: Path) -> None:
    history = path.with_name("book.json.history")
    history.write_bytes(history.read_bytes()[5:])
    next(path.parent.glob("*.backup-*")).write_bytes(b"{")
    messages = [message for _, _, message in found(path)]
    assert messages[0] == "damaged lines: 1; the changes there cannot be undone"
    assert messages[1].startswith("this backup is not whole: ")


def test_the_doctor_never_falls_over_what_it_cannot_read(path: Path) -> None:
    disk = FailingDisk()
    disk.arm(None)
    assert examine(path, disk).findings == []
    for number in range(len(disk.calls)):
        disk = FailingDisk()
        disk.arm(number, "fail", errno.EIO)
        messages = [finding.message for finding in examine(path, disk).findings]
        assert any("the disk reported an error" in message for message in messages)


def test_a_change_that_is_no_record_is_found_in_the_journal(path: Path) -> None:
    journal = path.with_name("book.json.journal")
    first, second = journal.read_bytes().splitlines(keepends=True)
    payload = unframe(first)
    assert payload is not None
    journal.write_bytes(frame(payload.replace(b'"title":"Call"', b'"title":7')) + second)
    assert found(path) == [("book.json.journal", 1, "reminders 2, field title: expected text, found 7")]
    journal.write_bytes(frame(b"[]") + second)
    assert found(path)[0][:2] == ("book.json.journal", 1)
    for way in (open_book, read_raw):
        with pytest.raises(DamagedBook, match="line 1"):
            way(path)


def test_an_emptied_book_is_found_as_it_is_refused(path: Path) -> None:
    path.write_bytes(b"")
    assert found(path) == [("book.json", 1, "it is empty, though it was not always")]
    for way in (open_book, read_raw):
        with pytest.raises(DamagedBook, match=r"line 1: it is empty, .* The newest good backup is .*backup-"):
            way(path)


def test_modes_and_what_was_left_behind_are_found(path: Path) -> None:
    path.chmod(0o644)
    for name in ("book.json.tmp-1-2", "book.json.journal-3"):
        path.with_name(name).touch(mode=0o600)
    assert [(name, message.split(";")[0]) for name, _, message in found(path)] == [
        ("book.json", "others may read it (mode 0644)"),
        ("book.json.journal-3", "it was set aside"),
        ("book.json.tmp-1-2", "it was left by a write that did not end"),
    ]


def test_a_missing_a_newer_and_an_impossible_book_are_told(path: Path, tmp_path: Path) -> None:
    unmade = tmp_path / "new" / "none.json"
    assert examine(unmade).checked[0] == f"{unmade}: there is no book yet; the first change makes it."
    assert found(tmp_path / "none.json") == []
    path.rename(tmp_path / "elsewhere.json")
    assert found(path)[0] == ("book.json", None, "there is no book any more")
    (tmp_path / "elsewhere.json").rename(path)
    path.write_text(path.read_text().replace('"version":1', '"version":3'))
    assert "version 3 is newer" in found(path)[0][2]
    assert "it is a directory" in found(tmp_path)[0][2]


def test_repair_writes_what_is_whole_to_a_new_file_and_says_what_is_not(path: Path, tmp_path: Path) -> None:
    book = open_book(path)
    book.apply("Added", put=[contact("con-2", "Ben Ode"), contact("con-3", "Kim Lee")])
    book.close()
    text = path.read_text().replace('"name":"Ben Ode"', '"name":').replace('"name":"Kim Lee"', '"name":null')
    path.write_text(text.rstrip()[:-3])
    before = listing(path)
    result = repair(path, tmp_path / "new" / "book.json")
    assert result.kept == 2
    assert [(finding.line, finding.message.split(":")[0]) for finding in result.left_out] == [
        (4, "not JSON"),
        (5, "contacts 3, field name"),
    ]
    after = listing(path)
    assert {name: after[name] for name in before} == before
    repaired = look(tmp_path / "new" / "book.json")
    assert [each.name for each in repaired.contacts.values()] == ["Ana Ruiz"]
    assert set(repaired.reminders) == {"rem-2"}
    assert (tmp_path / "new" / "book.json").stat().st_mode & 0o777 == 0o600


def test_repair_takes_every_whole_change_of_a_damaged_journal(path: Path, tmp_path: Path) -> None:
    journal = path.with_name("book.json.journal")
    first, second = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(first.replace(b"rem-2", b"rem-x") + second)
    result = repair(path, tmp_path / "new.json")
    assert [(finding.line, finding.message) for finding in result.left_out] == [(1, "this change is damaged")]
    assert read_raw(tmp_path / "new.json").tables["reminders"] == {}


def test_repair_of_a_book_in_another_layout_finds_its_records(path: Path, tmp_path: Path) -> None:
    book = open_book(path)
    book.apply("Edited", put=[contact(notes='he said "7": {"id": "x"} and {')])
    book.close()
    text = json.dumps(json.loads(path.read_text()), indent=2)
    path.write_text(text[:-3])
    result = repair(path, tmp_path / "new.json")
    assert result.kept == 2
    assert look(tmp_path / "new.json").contacts["con-1"] == contact(notes='he said "7": {"id": "x"} and {')


def test_repair_keeps_the_first_of_two_records_with_one_id(path: Path, tmp_path: Path) -> None:
    path.with_name("book.json.journal").unlink()
    path.write_text(path.read_text().replace("rem-1", "con-1"))
    result = repair(path, tmp_path / "new.json")
    assert result.kept == 1
    assert "is taken by a record before it" in result.left_out[0].message
    assert look(tmp_path / "new.json").contacts["con-1"] == contact()


def test_repair_never_writes_over_a_file(path: Path) -> None:
    with pytest.raises(FollowupError, match="is there already"):
        repair(path, path)
