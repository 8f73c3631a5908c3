"""`followup copy` and `followup templates`."""

import json
from pathlib import Path

import pytest

from followup_tui.desk.clipboard import Clipboard, Outcome
from tests.cli.running import Command

SINCE = "2026-11-02T09:00:00+01:00"
BOOK = {
    "format": "followup-tui",
    "version": 1,
    "contacts": [{"id": "con-1", "name": "Ana Ruiz", "created_at": SINCE, "updated_at": SINCE}],
    "drafts": [
        {"id": f"dra-{number}", "contact_id": "con-1", "kind": "thank_you", "channel": "email", "created_at": SINCE,
         "updated_at": f"2026-11-0{number}T09:00:00+01:00", "subject": f"Subject {number}", "body": f"Body {number}"}
        for number in (3, 5, 4)
    ],
}  # fmt: skip


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def copy(_self: Clipboard, text: str, **_said: str) -> Outcome:
        texts.append(text)
        return Outcome("system", "Copied to the clipboard.")

    monkeypatch.setattr(Clipboard, "copy", copy)
    return texts


@pytest.fixture
def imported(place: Path, followup: Command) -> Command:
    (place / "import.json").write_text(json.dumps(BOOK))
    assert followup("import", str(place / "import.json")).status == 0
    return followup


def test_the_newest_draft_that_was_not_sent_is_copied(imported: Command, copied: list[str]) -> None:
    done = imported("copy", "ana")
    assert (done.status, copied) == (0, ["Body 5"])
    assert done.out == "The text of the thank-you to Ana Ruiz: Copied to the clipboard.\n"
    assert imported("copy", "ana", "--subject").status == 0
    assert copied[1] == "Subject 5"


def test_a_draft_is_copied_by_its_own_id_too(imported: Command, copied: list[str]) -> None:
    assert imported("copy", "dra-3").status == 0
    assert copied == ["Body 3"]


def test_without_a_draft_nothing_is_copied(imported: Command, copied: list[str]) -> None:
    imported("add", "--company", "Acorn", "--role", "Cook", "--contact", "Ben Cho")
    done = imported("copy", "ben")
    assert (done.status, copied) == (2, [])
    assert "There is no unsent draft to Ben Cho" in done.err


def test_templates_are_listed_by_kind(followup: Command) -> None:
    lines = followup("templates", "list", "--kind", "rejection_reply").out.splitlines()
    assert len(lines) >= 3
    assert all("rejection_reply" in line for line in lines)


def test_templates_are_listed_for_programs(followup: Command) -> None:
    (listed,) = [one for one in followup("templates", "list", "--json").json["templates"] if one["id"] == "reply-warm"]
    assert (listed["kind"], listed["tone"], listed["own"]) == ("reply", "warm", False)


def test_a_file_to_check_that_is_not_there_is_wrong_use(followup: Command) -> None:
    assert followup("templates", "check", "none.md").status == 2


def test_a_template_is_shown_as_it_is_written(followup: Command) -> None:
    first = followup("templates", "list").out.split()[0]
    assert "{{" in followup("templates", "show", first).out
    assert followup("templates", "show", "none-such").status == 2


def test_a_template_becomes_ones_own_in_ones_editor(
    place: Path, followup: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = followup("templates", "list").out.split()[0]
    editor = place / "editor"
    editor.write_text('#!/bin/sh\necho "One more line." >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert followup("templates", "edit", first).status == 0
    own = place / ".config" / "followup-tui" / "templates" / f"{first}.md"
    assert own.read_text().endswith("One more line.\n")
    assert own.stat().st_mode & 0o777 == 0o600
    assert "yours" in next(line for line in followup("templates", "list").out.splitlines() if line.startswith(first))


def test_what_is_wrong_with_ones_own_is_said_with_line_and_column(place: Path, followup: Command) -> None:
    folder = place / ".config" / "followup-tui" / "templates"
    folder.mkdir()
    (folder / "mine.md").write_text(
        "---\nname: Mine\nkind: thank_you\ntone: warm\n---\nSubject: x\n\nDear {{nobody}}\n"
    )
    done = followup("templates", "check")
    assert done.status == 1
    assert "mine.md:8:" in done.out
    (folder / "mine.md").unlink()
    assert followup("templates", "check").out == "Nothing is wrong.\n"


@pytest.mark.parametrize("name", ["../evil", "/tmp/evil", ".hidden"])
def test_a_template_stays_in_its_folder(followup: Command, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("VISUAL", "true")
    first = followup("templates", "list").out.split()[0]
    assert followup("templates", "edit", name, "--like", first).status == 2


def test_without_an_editor_it_is_said_which_setting_names_one(
    followup: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    first = followup("templates", "list").out.split()[0]
    done = followup("templates", "edit", first)
    assert done.status == 2
    assert "VISUAL" in done.err


@pytest.mark.parametrize(("now", "count"), [("2026-11-18 10:00", 1), ("2025-11-17 10:00", 0)])
def test_a_review_without_a_context_knows_the_year_by_the_clock(
    place: Path, followup: Command, now: str, count: int
) -> None:
    (place / "letter.txt").write_text("Dear Ana,\n\nAre you free on Tuesday, 18 November?\n\nBest,\nSam\n")
    findings = followup("review", str(place / "letter.txt"), "--kind", "other", "--json", now=now).json["findings"]
    assert [finding["check"] for finding in findings].count("date") == count
