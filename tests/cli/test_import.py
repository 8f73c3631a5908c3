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
