"""`followup import`, sentence by sentence of `exchange.md` and `contracts.md`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Command

# The form of LinkedIn's own archive of 2024: a BOM, CRLF, a `Notes:` paragraph, a row of someone who hid everything.
CONNECTIONS = (
    '\ufeffNotes:\r\n"When exporting your connection data, you may notice that some of the addresses are missing. '
    'You will only see email addresses for connections who have allowed it."\r\n\r\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@globex.com,Globex,Head of Platform,07 Mar 2024\r\n"
    'Zoë,"O\'Neill, PhD",https://www.linkedin.com/in/zo%C3%AB,,"Acme, Inc.","Engineer, Senior",11 Nov 2019\r\n'
    ",,,,,,07 Mar 2024\r\n"
)


@pytest.fixture
def connections(place: Path) -> str:
    path = place / "anything.txt"
    path.write_bytes(CONNECTIONS.encode())
    return str(path)


def exported(followup: Command, table: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = followup("export", "-").json[table]
    return records


def test_linkedin_connections_are_known_by_their_content_and_read(followup: Command, connections: str) -> None:
    result = followup("import", connections, "--yes")
    assert (result.status, result.err) == (0, "")
    ana, zoe = exported(followup, "contacts")
    assert (ana["name"], ana["email"], ana["company"], ana["title"]) == (
        "Ana Ruiz",
        "ana@globex.com",
        "Globex",
        "Head of Platform",
    )
    assert ana["linkedin"] == "https://www.linkedin.com/in/ana-ruiz"
    assert ana["linkedin_connected_at"] == "2024-03-07T00:00:00+01:00"
    assert (zoe["name"], zoe["email"], zoe["company"]) == ("Zoë O'Neill, PhD", None, "Acme, Inc.")


def test_the_same_file_twice_changes_nothing_and_one_import_is_one_undo_step(
    followup: Command, connections: str
) -> None:
    assert followup("import", connections, "--yes").status == 0
    before = followup("export", "-").out
    again = followup("import", connections, connections, "--yes")
    assert again.status == 0
    assert "added 0; changed 0; left as they were 4" in again.out
    assert followup("export", "-").out == before
    assert followup("undo").status == 0
    assert exported(followup, "contacts") == []


def test_without_a_terminal_and_yes_the_preview_is_printed_and_nothing_changes(
    followup: Command, connections: str
) -> None:
    result = followup("import", connections)
    assert result.status == 2
    assert "LinkedIn connections" in result.out
    assert "2 contacts" in result.out
    assert result.err.count("\n") == 1
    assert connections in result.err
    assert exported(followup, "contacts") == []


def test_a_dry_run_gives_the_status_of_the_real_run(followup: Command, connections: str, place: Path) -> None:
    ours = place / "ours.json"
    ours.write_text(json.dumps({"format": "followup-tui", "version": 1}))
    for arguments, status in (
        ([connections, "--yes"], 0),
        ([connections], 2),
        ([str(ours)], 0),
        ([str(place / "no")], 2),
    ):
        assert followup("import", "--dry-run", *arguments).status == status
    assert exported(followup, "contacts") == []


def test_a_zone_that_is_not_known_here_is_kept_and_said(followup: Command, place: Path) -> None:
    at = "2026-11-17T15:00:00+01:00"
    zones = ("Mars/Olympus", "Europe/Madrid", "Mars/Olympus")
    people = [
        {"id": f"c{number}", "name": f"Ana {number}", "timezone": zone, "created_at": at, "updated_at": at}
        for number, zone in enumerate(zones)
    ]
    ours = place / "ours.json"
    ours.write_text(json.dumps({"format": "followup-tui", "version": 1, "contacts": people}))
    told = "“Mars/Olympus” is no time zone that is known here; it is kept, without a time there for Ana 0 and 1 more"
    for options in (["--dry-run"], []):
        result = followup("import", str(ours), *options)
        assert (result.status, result.err) == (0, "")
        assert told in result.out
    assert [one["timezone"] for one in exported(followup, "contacts")] == list(zones)
    assert followup("import", str(ours)).out == "Imported: added 0; changed 0; left as they were 3 (3 contacts).\n"


def test_one_refused_file_refuses_all_in_one_line_that_names_it(
    followup: Command, connections: str, place: Path
) -> None:
    strange = place / "strange.bin"
    strange.write_bytes(b"\x00\x01\x02" * 100)
    result = followup("import", connections, str(strange), "--yes")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert str(strange) in result.err
    assert exported(followup, "contacts") == []


def test_an_import_as_json_tells_programs_all(followup: Command, connections: str) -> None:
    result = followup("import", connections, "--yes", "--json")
    assert result.json["imported"] is True
    assert result.json["added"] == {"contacts": 2}
    assert result.json["files"][0]["kind"] == "linkedin-connections"


SHEET = "Company,Role,Status\nGlobex,SRE,Applied\nInitech,Chef,Saved\n"
NAMES = "Name,Company,Email\nAna Ruiz,,\nAna Ruiz,,ana@x.org\nAna Ruiz,Globex,ana@x.org\nBen Cho,Globex,\n"


def test_the_same_input_changes_nothing_whatever_was_made_of_it_since(followup: Command, place: Path) -> None:
    for name, text in (("sheet.csv", SHEET), ("names.csv", NAMES)):
        (place / name).write_text(text)
    files = [str(place / "sheet.csv"), str(place / "names.csv")]
    assert followup("import", *files, "--yes").status == 0
    assert followup("move", "Initech", "applied").status == 0
    assert followup("move", "Initech", "closed", "--outcome", "rejected").status == 0
    before = followup("export", "-").out
    assert followup("import", *files, "--yes").status == 0
    assert followup("export", "-").out == before
    for _ in range(3):
        assert followup("undo").status == 0
    assert exported(followup, "contacts") == []
    assert followup("import", *files, "--yes").status == 0
    assert len(exported(followup, "contacts")) == 2
    (place / "book.json.imports").write_text("{broken")
    assert followup("import", *files, "--yes").status == 0


def test_people_are_the_same_by_address_then_page_then_name_and_company(followup: Command, place: Path) -> None:
    (place / "a.csv").write_text(
        "Name,Company,Email,Phone,LinkedIn,Notes\n"
        "Ana Ruiz,Globex,ana@globex.com,,linkedin.com/in/ana-ruiz,Typed by hand\n"
        "Ben Cho,Initech,,,,\n"
        "Dan Li,,dan@a.org,,,\n"
    )
    (place / "b.csv").write_text(
        "Name,Company,Email,Phone,LinkedIn,Notes\n"
        "A. Ruiz,Other,ANA@Globex.com,+34 600,,From the fair\n"  # by e-mail: fills, keeps, appends
        "Anna,,,+34 700,https://www.linkedin.com/in/Ana-Ruiz/,\n"  # by page
        "bén CHO,initech,ben@initech.com,,,\n"  # by folded name and company
        "Ben Cho,Initech,other@initech.com,,,\n"  # another address: proposed, not merged
        "Dan Li,,dan@b.org,,,\n"  # no company, other address: somebody else
    )
    assert followup("import", str(place / "a.csv"), "--yes").status == 0
    result = followup("import", str(place / "b.csv"), "--yes", "--json")
    assert result.json["added"] == {"contacts": 2}
    assert result.json["changed"] == {"contacts": 2}
    (proposal,) = result.json["proposals"]
    assert (proposal["line"], proposal["accepted"]) == (5, False)
    people = {one["email"]: one for one in exported(followup, "contacts")}
    ana = people["ana@globex.com"]
    assert (ana["name"], ana["company"], ana["phone"], ana["other_phones"]) == (
        "Ana Ruiz",
        "Globex",
        "+34 600",
        ["+34 700"],
    )
    assert ana["notes"] == "Typed by hand\n\nFrom the fair"
    assert set(people) == {"ana@globex.com", "ben@initech.com", "other@initech.com", "dan@a.org", "dan@b.org"}


def test_a_closed_opportunity_is_the_same_only_if_applied_to_at_the_same_time(followup: Command, place: Path) -> None:
    (place / "a.csv").write_text(
        "Company,Role,Status,Applied,Notes\nGlobex,SRE,Rejected,2025-03-01,\nInitech,Chef,Applied,,\n"
    )
    (place / "b.csv").write_text(
        "Company,Role,Status,Applied,Notes\nGLOBEX,sre,Applied,2026-03-01,\nglobex,SRE,Saved,2025-03-01,Same\n"
        "Initech,Chef,Interview,2026-04-01,Fills\n"
    )
    assert followup("import", str(place / "a.csv"), str(place / "b.csv"), "--yes").status == 0
    old, chef, new = exported(followup, "opportunities")
    assert (old["stage"], old["outcome"], old["notes"]) == ("closed", "rejected", "Same")
    assert (new["company"], new["stage"], new["applied_at"]) == ("GLOBEX", "applied", "2026-03-01T09:00:00+01:00")
    assert (chef["stage"], chef["applied_at"], chef["notes"]) == ("applied", "2026-04-01T09:00:00+02:00", "Fills")


def test_what_is_unreadable_is_left_out_with_line_and_reason(followup: Command, place: Path) -> None:
    file = place / "sheet.csv"
    file.write_text(SHEET + ",Nobody,Applied\n")
    for options in (["--yes"], ["--yes", "--dry-run"]):
        result = followup("import", str(file), *options)
        assert (result.status, result.err) == (1, f"followup: left out: {file}: line 4: has no company\n")
    file.write_text("Company,Role,Status\n,Nobody,Applied\n")
    result = followup("import", str(file), "--yes")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert f"{file}: line 2: has no company" in result.err


def test_a_file_with_a_header_only_and_a_kind_that_does_not_fit_are_refused(followup: Command, place: Path) -> None:
    file = place / "sheet.csv"
    file.write_text("Company,Role,Status\n")
    assert followup("import", str(file), "--yes").status == 2
    file.write_text(SHEET)
    assert followup("import", str(file), "--as", "linkedin-connections", "--yes").status == 2
    assert followup("import", str(file), "--as", "applications", "--yes").status == 0


def test_a_file_of_more_than_100_mb_is_refused_at_once(followup: Command, place: Path) -> None:
    file = place / "huge.csv"
    with file.open("wb") as huge:
        huge.truncate(100_000_001)
    result = followup("import", str(file), "--yes")
    assert (result.status, "larger than 100 MB" in result.err) == (2, True)


def test_our_own_tables_read_back_change_nothing_also_where_somebody_works_elsewhere(
    followup: Command, place: Path
) -> None:
    assert followup("add", "Globex, SRE, recruiter Eva Li").status == 0
    book = followup("export", "-").json
    book["contacts"][0]["company"] = "An agency"
    (place / "in.json").write_text(json.dumps(book))
    assert followup("import", str(place / "in.json")).status == 0
    before = followup("export", "-").out
    for table in ("contacts", "opportunities"):
        path = str(place / f"{table}.csv")
        assert followup("export", path, "--what", table).status == 0
        assert followup("import", path, "--yes").status == 0
        assert followup("export", "-").out == before


def test_who_has_the_address_of_somebody_with_another_name_is_said(followup: Command, place: Path) -> None:
    path = place / "shared.csv"
    path.write_text("Name,Company,Email\nAna Ruiz,Globex,jobs@x.example\nAna R.,,jobs@x.example\nBen,,jobs@x.example\n")
    result = followup("import", str(path), "--yes")
    assert result.out.count("has an address of") == 1
    assert "line 4: Ben has an address of Ana Ruiz" in result.out
    assert [one["name"] for one in exported(followup, "contacts")] == ["Ana Ruiz"]


@pytest.mark.parametrize("table", ["interviews", "touchpoints", "report"])
def test_a_table_of_ours_that_is_only_for_people_makes_no_opportunities(
    followup: Command, place: Path, table: str
) -> None:
    assert followup("add", "Globex, SRE, applied, interview tue 3pm with Ana Ruiz").status == 0
    assert followup("log", "reply", "--to", "Ana Ruiz", "--in").status == 0
    path = str(place / "out.csv")
    assert followup("export", path, "--what", table, *(["--from", "2026-11"] if table == "report" else [])).status == 0
    result = followup("import", path, "--yes")
    assert (result.status, result.out) == (2, "")
    assert "that this app exported, and is not read back; nothing was imported" in result.err
