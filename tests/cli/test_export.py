"""`followup export`, as `exchange.md` says: every form, and what is refused."""

import csv
import email
import json
import os
import stat
from email.policy import SMTP
from io import StringIO
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # it has none

from followup_tui.domain.codec import to_plain
from tests.cli.running import NOW, Command
from tests.exchange.hostile import hostile_book

SINCE = "2026-11-02T09:00:00+01:00"
TIMES = {"created_at": SINCE, "updated_at": SINCE}


@pytest.fixture
def book(place: Path, followup: Command) -> Command:
    """Globex with its people, an interview, a draft and what was said; a cancelled interview at Initech."""
    sample = place / "sample.txt"
    sample.write_text("A sample of my work.")
    content: dict[str, list[dict[str, Any]]] = {
        "opportunities": [
            {
                "id": "opp-1",
                "company": "Globex",
                "role": "Staff SRE",
                "stage": "interviewing",
                "source": "Their website",
                "url": "https://globex.example/jobs/1",
                "applied_at": "2026-11-03T10:00:00+01:00",
                "contact_ids": ["con-1"],
                "stage_changed_at": "2026-11-10T09:00:00+01:00",
                "stage_history": [
                    {"stage": "applied", "at": "2026-11-03T10:00:00+01:00"},
                    {"stage": "interviewing", "at": "2026-11-10T09:00:00+01:00"},
                ],
                "notes": "Remote first.\n# Not a heading",
                **TIMES,
            },
            {
                "id": "opp-2",
                "company": "Initech",
                "role": "=Clerk",
                "stage": "closed",
                "outcome": "rejected",
                "stage_changed_at": "2026-11-20T09:00:00+01:00",
                "stage_history": [{"stage": "closed", "at": "2026-11-20T09:00:00+01:00"}],
                **TIMES,
            },
        ],
        "contacts": [
            {
                "id": "con-1",
                "name": "Ana Ruiz",
                "company": "Globex",
                "email": "ana@globex.example",
                "phone": "+34 600 111 222",
                **TIMES,
            },
            {"id": "con-2", "name": "Ben Cho", **TIMES},
        ],
        "interviews": [
            {
                "id": "itv-1",
                "opportunity_id": "opp-1",
                "starts_at": "2026-11-17T15:00:00+01:00",
                "contact_ids": ["con-1"],
                **TIMES,
            },
            {
                "id": "itv-2",
                "opportunity_id": "opp-2",
                "starts_at": "2026-11-18T15:00:00+01:00",
                "status": "cancelled",
                **TIMES,
            },
        ],
        "touchpoints": [
            {
                "id": "tch-1",
                "contact_id": "con-1",
                "opportunity_id": "opp-1",
                "at": "2026-11-05T11:00:00+01:00",
                "direction": "in",
                "channel": "email",
                "kind": "reply",
                "subject": "Your application",
                "body": "We would like to talk.",
                "created_at": SINCE,
            }
        ],
        "materials": [
            {"id": "mat-1", "kind": "work_sample", "title": "Sample", "url": str(sample), "created_at": SINCE}
        ],
        "drafts": [
            {"id": "drf-1", "kind": "thank_you", "channel": "email", "contact_id": "con-1", "subject": "Old", **TIMES},
            {
                "id": "drf-2",
                "kind": "thank_you",
                "opportunity_id": "opp-1",
                "channel": "email",
                "contact_id": "con-1",
                "subject": "Thank you",
                "body": "Dear Ana,\n\nThank you.\n",
                "material_ids": ["mat-1"],
                "created_at": SINCE,
                "updated_at": "2026-11-18T09:00:00+01:00",
            },
            {"id": "drf-3", "kind": "other", "channel": "linkedin", "contact_id": "con-2", "body": "Hi", **TIMES},
        ],
    }
    file = place / "in.json"
    file.write_text(json.dumps({"format": "followup-tui", "version": 1, **content}))
    assert followup("import", str(file)).status == 0
    return followup


def rows(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))


def events(path: Path) -> dict[str, Any]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


# Every form


@pytest.mark.parametrize(
    ("what", "count"), [("contacts", 2), ("opportunities", 2), ("interviews", 2), ("touchpoints", 1)]
)
def test_a_table_goes_out_as_csv_with_the_names_of_what_it_points_to(
    place: Path, book: Command, what: str, count: int
) -> None:
    result = book("export", str(place / "out.csv"), "--what", what)
    assert (result.status, result.err) == (0, "")
    assert f"Exported {count} " in result.out
    table = rows(place / "out.csv")
    assert len(table) == count
    assert any("Ana Ruiz" in row.values() for row in table)


def test_a_cell_of_the_book_is_no_formula_but_a_phone_number_is_one(place: Path, book: Command) -> None:
    book("export", str(place / "o.csv"), "--what", "opportunities")
    book("export", str(place / "c.csv"), "--what", "contacts")
    assert {row["role"] for row in rows(place / "o.csv")} == {"Staff SRE", "'=Clerk"}
    assert "+34 600 111 222" in {row["phone"] for row in rows(place / "c.csv")}


def test_interviews_and_touchpoints_of_a_period(place: Path, book: Command) -> None:
    book("export", str(place / "i.csv"), "--what", "interviews", "--from", "2026-11-18", "--to", "2026-11-30")
    assert [row["id"] for row in rows(place / "i.csv")] == ["itv-2"]


def test_contacts_go_out_as_vcards(place: Path, book: Command) -> None:
    assert book("export", str(place / "out.vcf")).status == 0
    cards = list(vobject.readComponents((place / "out.vcf").read_bytes().decode()))
    assert [card.fn.value for card in cards] == ["Ana Ruiz", "Ben Cho"]


def test_interviews_and_follow_ups_go_out_as_a_calendar_that_changes_only_with_them(place: Path, book: Command) -> None:
    out = place / "out.ics"
    assert book("export", str(out)).status == 0
    first = out.read_bytes()
    plan = book("due", "--all", "--json").json["follow_ups"]
    keys = {one["key"]: one for one in plan if not one["held"]}
    found = events(out)
    assert found.keys() == {"itv-1@followup-tui", *(f"{key}@followup-tui" for key in keys)}
    thanks = found["thank_you:itv-1:con-1@followup-tui"]
    assert thanks.decoded("DTSTART").isoformat() == "2026-11-18T15:00:00+00:00"
    assert all(len(event.walk("VALARM")) == 1 for event in found.values())
    assert book("export", str(out), now="2026-11-21T11:30:00+01:00").status == 0
    assert out.read_bytes() == first
    book("log", "thank_you", "--to", "Ana")
    book("export", str(out))
    assert "thank_you:itv-1:con-1@followup-tui" not in events(out)
    assert int(events(out)["itv-1@followup-tui"]["SEQUENCE"]) == 0


def test_what_a_calendar_was_told_stands_beside_the_book_and_is_listed(place: Path, book: Command) -> None:
    book("export", str(place / "out.ics"))
    told = Path(book("path", "--json").json["calendar"])
    assert told == place / "book.json.calendar"
    assert stat.S_IMODE(told.stat().st_mode) == 0o600
    assert json.loads(told.read_bytes())["events"]["itv-1@followup-tui"][1] == 0
    assert book("doctor").status == 0
    told.write_text("{damaged")
    assert book("export", str(place / "out.ics")).status == 0


def test_an_empty_book_gives_an_empty_calendar_and_makes_no_directory(place: Path, followup: Command) -> None:
    elsewhere = place / "none" / "book.json"
    assert followup("export", str(place / "out.ics"), book=elsewhere).status == 0
    assert events(place / "out.ics") == {}
    assert not elsewhere.parent.exists()


def test_the_newest_draft_opens_ready_to_send_with_its_files(place: Path, book: Command) -> None:
    result = book("export", str(place / "out.eml"))
    assert result.status == 0
    message = email.message_from_bytes((place / "out.eml").read_bytes(), policy=SMTP)
    assert (message["X-Unsent"], message["To"], message["Subject"]) == (
        "1",
        "Ana Ruiz <ana@globex.example>",
        "Thank you",
    )
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Dear Ana,\n\nThank you.\n"
    assert [part.get_filename() for part in message.iter_attachments()] == ["sample.txt"]


def test_a_draft_by_its_id_or_by_whom_it_is_to(place: Path, book: Command) -> None:
    assert book("export", str(place / "out.eml"), "--what", "drf-1").status == 0
    assert "Subject: Old" in (place / "out.eml").read_text()
    assert book("export", str(place / "out.eml"), "--what", "ana").status == 0
    assert "Subject: Thank you" in (place / "out.eml").read_text()


def test_a_draft_that_is_no_mail_is_refused_in_a_sentence(place: Path, book: Command) -> None:
    result = book("export", str(place / "out.eml"), "--what", "drf-3")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert "goes by LinkedIn" in result.err
    assert not (place / "out.eml").exists()


def test_without_a_draft_there_is_a_sentence(place: Path, followup: Command) -> None:
    result = followup("export", str(place / "out.eml"))
    assert result.status == 2
    assert "no unsent e-mail draft" in result.err


def test_the_report_says_what_an_employment_office_asks_for(place: Path, book: Command) -> None:
    assert book("export", str(place / "out.md"), "--from", "2026-11", "--to", "2026-11-21").status == 0
    page = (place / "out.md").read_text()
    assert "- Period: 1 Nov 2026 to 21 Nov 2026" in page
    assert "(1 application, 1 interview, 2 messages or answers), with 2 employers" in page
    standing = "Interviewing since 10 Nov 2026"
    assert f"| 2026-11-03 | Globex | Staff SRE | Application | Their website |   | {standing} |" in page
    assert f"| 2026-11-05 | Globex | Staff SRE | Answer received | e-mail | Ana Ruiz | {standing} |" in page
    assert f"| 2026-11-17 | Globex | Staff SRE | Interview | video | Ana Ruiz | {standing} |" in page
    assert "| 2026-11-20 | Initech | =Clerk | Refusal received |   |   | Rejected 20 Nov 2026 |" in page
    assert "- 3 Nov 2026: Applied\n- 10 Nov 2026: Interviewing" in page
    assert "2026-11-18" not in page  # the interview that was cancelled


def test_the_report_tells_how_things_stood_when_the_period_ended(place: Path, book: Command) -> None:
    book("export", str(place / "out.md"), "--to", "2026-11-04")
    page = (place / "out.md").read_text()
    assert "| Applied since 3 Nov 2026 |" in page
    assert "Interviewing" not in page


def test_the_report_as_a_table_has_the_history_of_each(place: Path, book: Command) -> None:
    assert book("export", str(place / "out.csv"), "--what", "report").status == 0
    first, *others = rows(place / "out.csv")
    assert (first["Date"], first["Time"], first["Employer"], first["Action"]) == (
        "2026-11-03",
        "10:00",
        "Globex",
        "Application",
    )
    assert first["History"] == "2026-11-03 Applied; 2026-11-10 Interviewing"
    assert first["Reference"] == "https://globex.example/jobs/1"
    assert others[-1]["Position"] == "'=Clerk"


def test_the_dossier_has_everything_about_one_opportunity(place: Path, book: Command) -> None:
    assert book("export", str(place / "out.md"), "--what", "globex").status == 0
    page = (place / "out.md").read_text()
    for part in (
        "# Globex: Staff SRE",
        "- Stage: Interviewing",
        "> \\# Not a heading",
        "- Ana Ruiz, Globex, ana@globex.example, +34 600 111 222",
        "### Tue 17 Nov 2026 15:00, video, 60 min, scheduled",
        "> We would like to talk.",
        "thank-you to Ana Ruiz: Thank you (drf-2)",
    ):
        assert part in page
    assert "Initech" not in page


def test_standard_output_has_the_file_and_nothing_else(place: Path, book: Command) -> None:
    for options in (["--what", "contacts"], ["--what", "report"], ["--as", "vcf"], ["--as", "ics"]):
        suffix = options[1] if options[0] == "--as" else "md" if options[1] == "report" else "csv"
        name = place / f"out.{suffix}"
        book("export", str(name), *(options if options[0] == "--what" else []))
        assert book("export", "-", *options).out.encode() == name.read_bytes()


# And back again


@pytest.mark.parametrize(
    "words", [["out.ics"], ["out.vcf"], ["out.csv", "--what", "contacts"], ["out.csv", "--what", "opportunities"]]
)
def test_reading_back_what_was_exported_changes_nothing(place: Path, book: Command, words: list[str]) -> None:
    name, *options = words
    before = book("export", "-").out
    assert book("export", str(place / name), *options).status == 0
    assert book("import", str(place / name), "--yes").status == 0
    assert book("export", "-").out == before


# What is refused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["out.csv"], "say which"),
        (["out.csv", "--what", "drafts"], "say which"),
        (["out.txt"], "must end in one of .json, .csv"),
        (["out"], "must end in one of"),
        (["out.vcf", "--what", "opportunities"], "no such part"),
        (["out.json", "--what", "contacts"], "no such part"),
        (["out.ics", "--from", "yesterday"], "--from and --to go with"),
        (["out.md", "--from", "2026-11-20", "--to", "2026-11-01"], "before it begins"),
        (["out.md", "--from", "someday"], "--from: "),
        (["out.md", "--what", "Nobody"], "No opportunity fits"),
        (["out.eml", "--what", "nothing"], "no draft"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    place: Path, book: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(place)
    there = set(place.iterdir())
    result = book("export", *arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert said in result.err
    assert set(place.iterdir()) == there


@pytest.mark.parametrize("suffix", ["json", "vcf", "ics"])
def test_nothing_is_exported_onto_the_book_by_whatever_name(place: Path, book: Command, suffix: str) -> None:
    ours = place / "book.json"
    before = ours.read_bytes()
    (place / f"link.{suffix}").symlink_to(ours)
    os.link(ours, place / f"hard.{suffix}")
    for name in (f"link.{suffix}", f"hard.{suffix}", f"book.json.{suffix}"):
        assert book("export", str(place / name)).status == 2
    assert ours.read_bytes() == before
    assert book("export", str(place / "sub" / ".." / "book.json")).status == 2


def test_a_file_that_was_there_is_replaced_whole_and_is_the_users_alone(place: Path, book: Command) -> None:
    out = place / "out.vcf"
    out.write_text("old")
    out.chmod(0o644)
    assert book("export", str(out)).status == 0
    assert "old" not in out.read_text()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in place.iterdir() if path.name.startswith(".out")] == []


def test_a_folder_or_a_pipe_is_not_replaced(place: Path, book: Command) -> None:
    (place / "folder.vcf").mkdir()
    os.mkfifo(place / "pipe.vcf")
    for name in ("folder.vcf", "pipe.vcf", "nowhere/out.vcf"):
        result = book("export", str(place / name))
        assert (result.status, result.err.count("\n")) == (2, 1)


# Hostile text


def test_every_form_takes_every_text(place: Path, followup: Command) -> None:
    records = hostile_book()
    tables: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        tables.setdefault(record.table, []).append(to_plain(record))
    (place / "in.json").write_text(json.dumps({"format": "followup-tui", "version": 1, **tables}))
    assert followup("import", str(place / "in.json")).status == 0
    for name, *options in (
        ["out.json"],
        ["out.vcf"],
        ["out.ics"],
        ["out.md"],
        ["report.csv", "--what", "report"],
        ["dossier.md", "--what", "opp-001"],
        *([f"{table}.csv", "--what", table] for table in ("contacts", "opportunities", "interviews", "touchpoints")),
    ):
        assert followup("export", str(place / name), *options).status == 0
    assert len(list(vobject.readComponents((place / "out.vcf").read_bytes().decode()))) == len(tables["contacts"])
    assert len([uid for uid in events(place / "out.ics") if uid.startswith("itv-")]) == len(tables["interviews"])
    for table in ("contacts", "opportunities", "interviews", "touchpoints"):
        assert len(rows(place / f"{table}.csv")) == len(tables[table])
    cells = {row["name"].removeprefix("'") for row in rows(place / "contacts.csv")}
    assert cells == {contact["name"].removeprefix("'") for contact in tables["contacts"]}
    other = place / "other.json"
    assert followup("import", str(place / "out.json"), book=other).status == 0
    assert followup("export", "-", book=other, now=NOW).out == (place / "out.json").read_text()


# The calendar that is kept up to date


@pytest.fixture
def kept(place: Path) -> Path:
    """The calendar file that the settings name."""
    target = place / "kept.ics"
    settings = place / ".config" / "followup-tui" / "config.toml"
    settings.write_text(f'timezone = "Europe/Madrid"\n[calendar]\nfile = "{target}"\n')
    return target


def test_a_command_that_changes_the_book_writes_the_calendar_again(kept: Path, book: Command) -> None:
    assert "itv-1@followup-tui" in events(kept)
    book("log", "thank_you", "--to", "Ana")
    assert "thank_you:itv-1:con-1@followup-tui" not in events(kept)
    book("undo")
    assert "thank_you:itv-1:con-1@followup-tui" in events(kept)


def test_a_command_that_only_reads_does_not(kept: Path, book: Command) -> None:
    kept.unlink()
    for arguments in (
        ["due"],
        ["show", "globex"],
        ["export", "-"],
        ["import", str(kept.parent / "in.json"), "--dry-run"],
    ):
        book(*arguments)
    assert not kept.exists()


def test_a_calendar_that_cannot_be_written_is_said_and_the_change_is_made(kept: Path, book: Command) -> None:
    kept.unlink()
    kept.mkdir()
    result = book("log", "thank_you", "--to", "Ana")
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert "The calendar file: " in result.err
    assert "Logged thank-you" in result.out
