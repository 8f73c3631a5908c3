"""The command line of `contracts.md`, sentence by sentence."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Command

SINCE = "2026-11-02T09:00:00+01:00"


def opportunity(number: int, company: str, **fields: Any) -> dict[str, Any]:
    times = {"stage_changed_at": SINCE, "created_at": SINCE, "updated_at": SINCE}
    return {"id": f"opp-{number}", "company": company, "role": "Engineer", "stage": "interviewing", **times, **fields}


def contact(number: int, name: str, **fields: Any) -> dict[str, Any]:
    return {"id": f"con-{number}", "name": name, "created_at": SINCE, "updated_at": SINCE, **fields}


def interview(number: int, opportunity_id: str, *contacts: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"itv-{number}",
        "opportunity_id": opportunity_id,
        "starts_at": "2026-11-17T15:00:00+01:00",
        "contact_ids": list(contacts),
        "created_at": SINCE,
        "updated_at": SINCE,
        **fields,
    }


def reminder(number: int, at: str) -> dict[str, Any]:
    return {"id": f"rem-{number}", "title": "Call", "at": at, "created_at": SINCE}


@pytest.fixture
def imported(place: Path, followup: Command) -> Command:
    """A book with two people at Globex, and another Ana at Initech."""
    book = {
        "format": "followup-tui",
        "version": 1,
        "opportunities": [
            opportunity(1, "Globex", contact_ids=["con-1", "con-2"]),
            opportunity(2, "Initech", contact_ids=["con-3"], stage="applied"),
        ],
        "contacts": [
            contact(1, "Ana Ruiz", company="Globex"),
            contact(2, "José Núñez", company="Globex", preferred_channel="phone"),
            contact(3, "Ana Prado", company="Initech"),
        ],
        "interviews": [interview(1, "opp-1", "con-1", "con-2")],
    }
    file = place / "in.json"
    file.write_text(json.dumps(book))
    assert followup("import", str(file)).status == 0
    return followup


def exported(followup: Command, table: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = followup("export", "-").json[table]
    return records


# import and export


def test_importing_says_what_was_added_changed_and_left(place: Path, imported: Command) -> None:
    again = imported("import", str(place / "in.json"))
    assert again.status == 0
    assert "added 0" in again.out
    assert "left as they were 6" in again.out


def test_a_bad_file_changes_nothing_and_names_the_place(place: Path, imported: Command) -> None:
    bad = place / "bad.json"
    new = contact(9, "New")
    broken = opportunity(9, "X", stage="dreaming")
    bad.write_text(json.dumps({"format": "followup-tui", "version": 1, "contacts": [new], "opportunities": [broken]}))
    before = imported("export", "-").out
    result = imported("import", str(bad))
    assert result.status == 2
    assert "bad.json: opportunities[0]: stage: expected one of lead, applied" in result.err
    assert result.err.count("\n") == 1
    assert imported("export", "-").out == before


def test_one_import_of_several_files_is_one_undo_step(place: Path, followup: Command) -> None:
    for number in (1, 2):
        file = place / f"{number}.json"
        file.write_text(
            json.dumps({"format": "followup-tui", "version": 1, "contacts": [contact(number, f"P{number}")]})
        )
    assert followup("import", str(place / "1.json"), str(place / "2.json")).status == 0
    assert len(exported(followup, "contacts")) == 2
    assert followup("undo").status == 0
    assert exported(followup, "contacts") == []


def test_export_is_what_import_reads_exactly(place: Path, imported: Command) -> None:
    assert imported("export", str(place / "out.json")).status == 0
    other = place / "other.json"
    assert imported("import", str(place / "out.json"), book=other).status == 0
    assert imported("export", "-", book=other).out == (place / "out.json").read_text()


def test_export_onto_the_book_is_refused(place: Path, imported: Command) -> None:
    before = (place / "book.json").read_bytes()
    assert imported("export", str(place / "book.json")).status == 2
    assert (place / "book.json").read_bytes() == before


def test_an_exported_file_is_the_users_alone(place: Path, imported: Command) -> None:
    imported("export", str(place / "out.json"))
    assert (place / "out.json").stat().st_mode & 0o777 == 0o600


# due


def test_due_prints_a_table_and_tells_by_its_status_that_something_is_overdue(imported: Command) -> None:
    result = imported("due")
    assert result.status == 1
    assert "‼ overdue 42 h" in result.out
    assert "Ana Ruiz" in result.out
    assert "Interview with Ana Ruiz on Tue 17 Nov; no thank-you yet" in result.out


def test_due_as_json_has_every_field_and_the_names(imported: Command) -> None:
    result = imported("due", "--json")
    assert result.status == 1
    first = result.json["follow_ups"][0]
    assert list(first) == [
        *("key", "rule", "kind", "urgency", "opportunity_id", "contact_id", "interview_id", "channel", "attempt"),
        *("opens_at", "due_at", "overdue_at", "lapses_at", "snoozed_until", "held", "reason"),
        *("company", "role", "contact"),
    ]
    assert (first["key"], first["company"], first["contact"]) == ("thank_you:itv-1:con-1", "Globex", "Ana Ruiz")
    assert result.json["now"].startswith("2026-11-21T10:00:00")


def test_due_without_all_leaves_out_what_comes_later(imported: Command) -> None:
    urgencies = {one["urgency"] for one in imported("due", "--json").json["follow_ups"]}
    every = {one["urgency"] for one in imported("due", "--all", "--json").json["follow_ups"]}
    assert urgencies <= {"overdue", "due", "open"}
    assert "upcoming" in every or "later" in every


@pytest.mark.parametrize(("within", "count"), [("12h", 0), ("3d", 0), ("4d", 1), ("1w", 1)])
def test_within_adds_what_opens_by_then(imported: Command, within: str, count: int) -> None:
    listed = imported("due", "--within", within, "--json").json["follow_ups"]
    assert sum(one["urgency"] in ("upcoming", "later") for one in listed) == count


def test_within_never_adds_what_is_held(imported: Command) -> None:
    for day in ("18", "19", "20"):
        imported("log", "other", "--to", "José", "--at", f"2026-11-{day}")
    held = [one["key"] for one in imported("due", "--all", "--json").json["follow_ups"] if one["held"]]
    assert held
    listed = [one["key"] for one in imported("due", "--within", "9w", "--json").json["follow_ups"]]
    assert listed
    assert not set(held) & set(listed)


@pytest.mark.parametrize("within", ["3", "3x", "-1d", "d", "1.5d", ""])
def test_a_length_of_time_that_is_none_is_refused(imported: Command, within: str) -> None:
    result = imported("due", f"--within={within}")
    assert result.status == 2
    assert repr(within) in result.err


def test_within_counts_hours_as_they_elapse_and_days_by_the_calendar(followup: Command, place: Path) -> None:
    later = reminder(1, "2026-10-25T03:30:00+01:00")
    (place / "book-to-read.json").write_text(json.dumps({"format": "followup-tui", "version": 1, "reminders": [later]}))
    followup("import", str(place / "book-to-read.json"))
    # The clocks go back at 03:00, so that this night has an hour more than the wall clock says.
    for now, within, count in [
        ("2026-10-25T00:30:00+02:00", "3h", 0),
        ("2026-10-25T00:30:00+02:00", "4h", 1),
        ("2026-10-24T03:30:00+02:00", "24h", 0),
        ("2026-10-24T03:30:00+02:00", "1d", 1),
    ]:
        assert len(followup("due", "--within", within, "--json", now=now).json["follow_ups"]) == count, (now, within)


def test_a_torn_line_is_said_by_the_command_that_drops_it(imported: Command, place: Path) -> None:
    (place / "book.json.journal").write_bytes(b'deadbeef {"half')
    assert imported("due").err == ""
    result = imported("add", "Acme, Tester")
    assert result.status == 0
    assert result.err.count("\n") == 1
    assert "was cut off while it was being written, and is left out" in result.err
    assert imported("undo").err == ""


def test_one_of_two_follow_ups_of_a_kind_is_not_guessed_at(imported: Command, place: Path) -> None:
    another = interview(2, "opp-1", "con-1", starts_at="2026-11-18T15:00:00+01:00")
    (place / "more.json").write_text(json.dumps({"format": "followup-tui", "version": 1, "interviews": [another]}))
    assert imported("import", str(place / "more.json")).status == 0
    assert imported("log", "thank_you", "--to", "Ana Ruiz").status == 0
    (logged,) = exported(imported, "touchpoints")
    assert (logged["opportunity_id"], logged["interview_id"]) == ("opp-1", None)


def test_in_the_hour_that_comes_twice_what_has_been_is_told_from_what_is_ahead(imported: Command) -> None:
    first, second = "2026-10-25T02:45:00+02:00", "2026-10-25T02:30:00+01:00"
    assert imported("log", "other", "--to", "José", "--at", first, now=second).status == 0
    assert imported("log", "other", "--to", "José", "--at", second, now=first).status == 2


@pytest.mark.parametrize("option", ["--data", "--config", "--now"])
def test_an_option_that_a_script_left_empty_is_refused_and_means_nothing_else(followup: Command, option: str) -> None:
    result = followup("due", option, "")
    assert result.status == 2
    assert f"{option}:" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "--now=--"],
        ["log", "other", "--to", "Ana", "--body=--"],
        ["log", "other", "--to", "Ana", "--body", "~nobody/letter"],
        ["import", "~nobody/book.json"],
        ["templates", "check", f"{'long' * 100}.md"],
        ["export", "~nobody/none/book.json"],
    ],
)
def test_an_odd_value_is_one_sentence(imported: Command, arguments: list[str]) -> None:
    result = imported(*arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_only_a_plan_with_more_in_it_is_pointed_to(followup: Command) -> None:
    assert followup("due").out == "Nothing is due.\n"


def test_due_in_short_is_one_line_or_nothing(imported: Command, place: Path) -> None:
    assert imported("due", "--short").out.startswith("‼")
    empty = imported("due", "--short", book=place / "none.json")
    assert (empty.status, empty.out) == (0, "")


def test_reading_writes_nothing_and_makes_no_directory(followup: Command, place: Path) -> None:
    book = place / "new" / "book.json"
    for arguments in (["due"], ["find", "x"], ["export", "-"], ["path"], ["due", "--json"], ["backup", "--list"]):
        assert followup(*arguments, book=book).status == 0
    assert not book.parent.exists()


# add


def test_add_makes_the_people_that_are_not_known(imported: Command) -> None:
    result = imported("add", "--company", "Stark", "--role", "Welder", "--contact", "Pep", "--contact", "Ana Ruiz")
    assert result.status == 0
    stark = next(one for one in exported(imported, "opportunities") if one["company"] == "Stark")
    assert stark["stage"] == "lead"
    assert stark["stage_history"] == [{"stage": "lead", "at": stark["stage_changed_at"]}]
    names = {one["id"]: (one["name"], one["company"]) for one in exported(imported, "contacts")}
    assert [names[one] for one in stark["contact_ids"]] == [("Pep", "Stark"), ("Ana Ruiz", "Stark")]


def test_add_understands_a_line(imported: Command) -> None:
    line = "Hooli, Chef - interview tue 3pm for 45 min with Ana Ruiz, they decide by fri 27, #food !!"
    assert imported("add", line).status == 0
    hooli = next(one for one in exported(imported, "opportunities") if one["company"] == "Hooli")
    assert (hooli["stage"], hooli["decision_by"], hooli["tags"], hooli["priority"]) == (
        "interviewing",
        "2026-11-27",
        ["food"],
        2,
    )
    (meeting,) = [one for one in exported(imported, "interviews") if one["opportunity_id"] == hooli["id"]]
    assert (meeting["starts_at"], meeting["duration_min"]) == ("2026-11-24T15:00:00+01:00", 45)
    assert meeting["contact_ids"] == hooli["contact_ids"]


def test_a_dry_run_adds_nothing_and_shows_what_it_would(imported: Command) -> None:
    before = imported("export", "-").out
    result = imported("add", "Hooli, Chef, applied yesterday", "--dry-run", "--json")
    assert result.status == 0
    assert (result.json["company"], result.json["applied_at"]) == ("Hooli", "2026-11-20T09:00:00+01:00")
    assert imported("export", "-").out == before


@pytest.mark.parametrize(
    "arguments",
    [["Hooli"], ["Hooli, Chef", "--company", "X"], ["--company", "X"], [], ["--company", " ", "--role", "R"]],
)
def test_add_refuses_what_is_not_whole(imported: Command, arguments: list[str]) -> None:
    result = imported("add", *arguments)
    assert result.status == 2
    assert result.err.count("\n") == 1


# log


def test_log_takes_opportunity_interview_and_channel_from_the_only_follow_up(imported: Command) -> None:
    assert imported("log", "thank_you", "--to", "jose nunez").status == 0
    (sent,) = exported(imported, "touchpoints")
    assert (sent["contact_id"], sent["opportunity_id"], sent["interview_id"], sent["channel"], sent["direction"]) == (
        "con-2",
        "opp-1",
        "itv-1",
        "phone",
        "out",
    )


def test_log_without_a_follow_up_takes_the_only_opportunity_that_is_not_closed(imported: Command) -> None:
    assert imported("log", "other", "--to", "Prado", "--in", "--needs-reply").status == 0
    (received,) = exported(imported, "touchpoints")
    assert (received["opportunity_id"], received["interview_id"], received["channel"]) == ("opp-2", None, "email")
    assert received["needs_reply"] is True
    assert "reply" in [one["kind"] for one in imported("due", "--json").json["follow_ups"]]


def test_log_lists_several_opportunities_and_changes_nothing(imported: Command) -> None:
    imported("add", "--company", "Globex", "--role", "Other", "--contact", "Ana Ruiz")
    result = imported("log", "other", "--to", "con-1")
    assert result.status == 2
    assert "opp-1" in result.err
    assert exported(imported, "touchpoints") == []


def test_a_name_that_fits_several_lists_them(imported: Command) -> None:
    result = imported("log", "other", "--to", "Ana")
    assert result.status == 2
    assert "con-1" in result.err
    assert "con-3" in result.err
    assert exported(imported, "touchpoints") == []


def test_log_in_the_future_is_refused(imported: Command) -> None:
    assert imported("log", "other", "--to", "Prado", "--at", "2026-11-22T10:00:00+01:00").status == 2
    assert imported("log", "other", "--to", "Prado", "--at", "tomorrow").status == 2


@pytest.mark.parametrize(
    ("at", "stored"),
    [
        ("2026-11-19", "2026-11-19T09:00:00+01:00"),
        ("yesterday 3pm", "2026-11-20T15:00:00+01:00"),
        ("today", "2026-11-21T10:00:00+01:00"),
        ("2026-11-19T12:00:00Z", "2026-11-19T13:00:00+01:00"),
    ],
)
def test_at_takes_an_instant_a_date_or_words(imported: Command, at: str, stored: str) -> None:
    assert imported("log", "other", "--to", "Prado", "--at", at).status == 0
    (one,) = exported(imported, "touchpoints")
    assert one["at"] == stored


def test_the_body_is_kept_exactly_line_ends_aside(imported: Command, place: Path) -> None:
    text = place / "mail.txt"
    text.write_bytes(b"Dear Ana,\r\n\r\n  [b]thank you[/b] \x1b[31m\r\n")
    assert imported("log", "thank_you", "--to", "Ruiz", "--body", str(text), "--subject", "Hi").status == 0
    (one,) = exported(imported, "touchpoints")
    assert (one["subject"], one["body"]) == ("Hi", "Dear Ana,\n\n  [b]thank you[/b] \x1b[31m\n")


def test_an_accepted_invitation_sets_when_they_connected(imported: Command) -> None:
    assert imported("log", "connect", "--to", "Prado", "--in", "--at", "2026-11-19").status == 0
    prado = next(one for one in exported(imported, "contacts") if one["id"] == "con-3")
    assert prado["linkedin_connected_at"] == "2026-11-19T09:00:00+01:00"


def test_a_promise_that_was_sent_is_kept(imported: Command, place: Path) -> None:
    promise = {"id": "pro-1", "text": "the drawings", "contact_id": "con-1"}
    file = place / "promise.json"
    file.write_text(
        json.dumps({"format": "followup-tui", "version": 1, "interviews": [{"id": "itv-1", "promises": [promise]}]})
    )
    assert imported("import", str(file)).status == 0
    assert imported("log", "promise", "--to", "Ruiz").status == 0
    (meeting,) = exported(imported, "interviews")
    assert meeting["promises"][0]["kept_at"] == "2026-11-21T10:00:00+01:00"
    assert imported("undo").status == 0
    (meeting,) = exported(imported, "interviews")
    assert meeting["promises"][0]["kept_at"] is None


# move, undo, redo


def test_our_words_may_be_written_as_people_write_them(imported: Command) -> None:
    assert imported("log", "Thank-you", "--to", "Ruiz", "--channel", "in person").status == 0
    assert ("thank_you", "in_person") in [(one["kind"], one["channel"]) for one in exported(imported, "touchpoints")]
    assert imported("move", "Globex", "Closed", "--outcome", "no response").status == 0


@pytest.mark.parametrize("arguments", [["promise", "--promise", "pro-9"], ["other", "--promise", "pro-1"]])
def test_a_promise_that_this_cannot_keep_is_refused(imported: Command, arguments: list[str]) -> None:
    result = imported("log", *arguments, "--to", "Ruiz")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_add_says_what_it_made_of_the_dates_and_what_it_only_kept(imported: Command) -> None:
    line = "Hooli, Cook, phone interview tue with Ana Ruiz, they decide by fri 27, some day soon"
    said = imported("add", line).out
    assert "phone interview Tue 24 Nov 2026 09:00 (no time said)" in said
    assert "they decide by Fri 27 Nov" in said
    assert "not understood, kept as a note: some day soon" in said
    assert "There is Hooli, Cook in the book already" in imported("add", "Hooli, Cook", "--dry-run").out


def test_a_contact_of_add_may_be_an_id_or_have_an_address(imported: Command) -> None:
    assert imported("add", "--company", "Hooli", "--role", "Cook", "--contact", "con-3").status == 0
    imported("add", "--company", "Hooli", "--role", "Chef", "--contact", "Mia Sol <mia@x.com>")
    people = {one["role"]: one["contact_ids"] for one in exported(imported, "opportunities")}
    assert people["Cook"] == ["con-3"]
    (mia,) = [one for one in exported(imported, "contacts") if one["id"] in people["Chef"]]
    assert (mia["name"], mia["email"]) == ("Mia Sol", "mia@x.com")


def test_an_end_of_line_in_a_name_makes_no_second_line(followup: Command) -> None:
    assert followup("add", "--company", "Two\nlines", "--role", "Cook").out.startswith("Added Two⏎lines, Cook in Lead")


def test_what_find_names_is_shown_by_its_id(imported: Command) -> None:
    assert imported("log", "other", "--to", "Ruiz", "--subject", "About zebras").status == 0
    (found,) = imported("find", "zebras", "--json").json["found"]
    assert "  subject: About zebras\n" in imported("show", found["id"]).out
    assert imported("show", found["id"], "--json").json["touchpoint"]["contact_id"] == "con-1"


def test_whoever_is_unknown_is_shown_as_unknown(place: Path, followup: Command) -> None:
    book = {
        "format": "followup-tui",
        "version": 1,
        "opportunities": [opportunity(1, "Globex", contact_ids=["con-8"], primary_contact_id="con-9")],
        "reminders": [{"id": "rem-1", "title": "Call", "at": SINCE, "opportunity_id": "opp-7", "created_at": SINCE}],
    }
    (place / "in.json").write_text(json.dumps(book))
    followup("import", str(place / "in.json"))
    assert "  unknown (con-9)\n  unknown (con-8)\n" in followup("show", "Globex").out
    assert re.search(r"reminder +— +unknown +Your reminder", followup("due").out)


def test_move_keeps_the_history_and_leaving_closed_clears_the_outcome(imported: Command) -> None:
    assert imported("move", "Globex", "closed", "--outcome", "rejected").status == 0
    assert imported("move", "Globex", "screening").status == 0
    globex = next(one for one in exported(imported, "opportunities") if one["id"] == "opp-1")
    assert (globex["stage"], globex["outcome"]) == ("screening", None)
    assert [step["stage"] for step in globex["stage_history"]] == ["closed", "screening"]


@pytest.mark.parametrize(
    "arguments", [["Globex", "offer", "--outcome", "accepted"], ["Globex", "hired"], ["Nobody", "offer"]]
)
def test_move_refuses_what_makes_no_sense(imported: Command, arguments: list[str]) -> None:
    assert imported("move", *arguments).status == 2


def test_moved_to_where_it_stands_it_says_so_and_changes_nothing(imported: Command) -> None:
    before = exported(imported, "opportunities")
    again = imported("move", "Globex", "interviewing")
    assert (again.status, again.err) == (0, "")
    assert "already in Interviewing" in again.out
    assert exported(imported, "opportunities") == before
    assert "Imported" in imported("undo").out


def test_undo_and_redo_say_what_they_did(imported: Command) -> None:
    imported("move", "Globex", "offer")
    undone = imported("undo")
    assert undone.status == 0
    assert "Moved Globex, Engineer to Offer" in undone.out
    assert "Moved Globex, Engineer to Offer" in imported("redo").out
    assert exported(imported, "opportunities")[0]["stage"] == "offer"


def test_nothing_to_undo_is_a_sentence(followup: Command) -> None:
    result = followup("undo")
    assert result.status == 2
    assert result.err.count("\n") == 1


# show, find, and the rest


def test_show_tells_what_is_next_and_what_happened(imported: Command) -> None:
    imported("log", "thank_you", "--to", "Ruiz")
    result = imported("show", "globex")
    assert result.status == 0
    assert "thank-you to Ana Ruiz" in result.out
    assert "no thank-you yet" in result.out
    assert imported("show", "globex", "--json").json["opportunity"]["id"] == "opp-1"
    shown = imported("show", "nunez", "--json").json
    assert shown["contact"]["id"] == "con-2"
    due = [one for one in imported("due", "--all", "--json").json["follow_ups"] if one["contact_id"] == "con-2"]
    assert shown["follow_ups"]
    assert all(one.items() <= other.items() for one, other in zip(shown["follow_ups"], due, strict=True))


def test_find_looks_everywhere_without_accents(imported: Command) -> None:
    result = imported("find", "nunez")
    assert result.status == 0
    assert "José Núñez" in result.out
    assert [one["id"] for one in imported("find", "initech", "--json").json["found"]] == ["opp-2", "con-3"]


def test_when_tells_what_words_mean(followup: Command) -> None:
    assert followup("when", "next", "tue", "3pm", "--json").json == {
        "understood": True,
        "date": "2026-11-24",
        "at": "2026-11-24T15:00:00+01:00",
        "reason": None,
    }
    unclear = followup("when", "soon", "--json")
    assert (unclear.status, unclear.json["understood"]) == (2, False)
    assert followup("when", "fri", "--past").out == "Fri 20 Nov 2026\n"


def test_now_takes_words_and_a_date_alone_is_its_midnight(followup: Command) -> None:
    assert followup("due", "--json", now="2026-12-24").json["now"].startswith("2026-12-24T00:00:00")
    assert followup("due", now="whenever").status == 2


def test_path_tells_the_files(followup: Command, place: Path) -> None:
    assert followup("path").out == f"{place / 'book.json'}\n"
    assert followup("path", "--json").json["journal"] == f"{place / 'book.json'}.journal"


def test_a_backup_is_made_listed_and_restored_and_that_can_be_undone(imported: Command) -> None:
    assert imported("backup").status == 0
    newest = Path(imported("restore", "--list", "--json").json["backups"][0]["path"]).name
    imported("move", "Globex", "offer")
    assert imported("restore", newest).status == 0
    assert exported(imported, "opportunities")[0]["stage"] == "interviewing"
    assert imported("undo").status == 0
    assert exported(imported, "opportunities")[0]["stage"] == "offer"


def test_a_damaged_book_is_put_right_by_the_backup_that_every_refusal_names(imported: Command, place: Path) -> None:
    imported("move", "Globex", "offer")
    damaged = (place / "book.json").read_bytes()[:-40]
    (place / "book.json").write_bytes(damaged)
    backup = Path(imported("restore", "--list", "--json").json["backups"][0]["path"]).name
    for refused in (imported("due"), imported("undo"), imported("add", "Acme, Tester", "--dry-run")):
        assert refused.status == 2
        assert f"`followup restore {backup}`" in refused.err
    found = imported("doctor")
    assert found.status == 1
    assert f"`followup restore {backup}`" in found.out
    restored = imported("restore", backup)
    assert restored.status == 0
    assert exported(imported, "opportunities")[0]["stage"] == "interviewing"
    kept = next(place.glob("book.json.damaged-*"))
    assert str(kept) in restored.out
    assert kept.read_bytes() == damaged


@pytest.mark.parametrize("arguments", [["add", "Acme, Tester", "--dry-run"], ["import", "in.json", "--dry-run"]])
def test_a_dry_run_is_refused_where_the_real_run_would_be(
    imported: Command, place: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert imported(*arguments).status == 0
    book = place / "book.json"
    book.write_text(book.read_text().replace('"version":1', '"version":2'))
    refused = imported(*arguments)
    assert refused.status == 2
    assert "newer followup-tui" in refused.err
    real = imported(*arguments[:2])
    assert (real.status, real.err) == (2, refused.err)


def test_a_dry_run_is_refused_where_the_directory_may_not_be_written_to(
    imported: Command, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda folder, _mode: folder != place)
    assert imported("add", "Acme, Tester", "--dry-run").status == 2
    assert imported("add", "Acme, Tester", "--dry-run", book=place / "new" / "book.json").status == 2


@pytest.mark.parametrize(("words", "status"), [("3 days ago", 0), ("last fri", 0), ("yesterday", 0), ("soon", 2)])
def test_the_book_may_be_seen_as_of_a_moment_behind(followup: Command, words: str, status: int) -> None:
    assert followup("due", now=words).status == status


def test_the_path_is_told_whole(followup: Command, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    assert followup("path", book=Path("mine.json")).out == f"{place / 'mine.json'}\n"


@pytest.mark.parametrize("command", ["backup", "undo", "redo"])
def test_where_there_is_no_book_nothing_is_made(followup: Command, place: Path, command: str) -> None:
    assert followup(command, book=place / "new" / "book.json").status == 2
    assert not (place / "new").exists()


def test_doctor_tells_what_points_nowhere(imported: Command, place: Path) -> None:
    assert imported("doctor").status == 0
    file = place / "lost.json"
    file.write_text(
        json.dumps({"format": "followup-tui", "version": 1, "interviews": [interview(9, "opp-99", "con-99")]})
    )
    assert imported("import", str(file)).status == 0
    result = imported("doctor")
    assert result.status == 1
    assert "opp-99" in result.out
    assert "edit or delete the record that names it" in result.out
    assert "--repair" not in result.out


def test_doctor_tells_programs_what_it_checked_and_found(imported: Command, place: Path) -> None:
    whole = imported("doctor", "--json")
    assert (whole.status, whole.json["findings"]) == (0, [])
    assert whole.json["checked"]
    (place / "book.json").write_text("{")
    (finding,) = imported("doctor", "--json").json["findings"]
    assert finding["file"] == str(place / "book.json")
    assert "followup doctor --repair" in finding["remedy"]


def test_doctor_names_the_repair_where_something_is_damaged(imported: Command, place: Path) -> None:
    imported("move", "Globex", "offer")
    book = place / "book.json"
    book.write_text(book.read_text().replace('"Globex"', "7", 1))
    assert "followup doctor --repair NEW.json" in imported("doctor").out


def test_the_sum_of_an_import_counts_one_as_one(followup: Command, place: Path) -> None:
    file = place / "one.csv"
    file.write_text("Company,Role,Status\nHooli,SRE,Applied\n")
    assert "added 1 (1 opportunity)" in followup("import", str(file), "--yes").out


def test_a_config_that_was_named_must_be_there(followup: Command, place: Path) -> None:
    for command in ("due", "path", "doctor", "config"):
        result = followup("--config", str(place / "none.toml"), command)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_a_bad_config_is_told_with_its_line(followup: Command, place: Path) -> None:
    config = place / "bad.toml"
    config.write_text('timezone = "Europe/Madrid"\n\n[cadence]\ngap_d = -1\n')
    result = followup("--config", str(config), "due")
    assert result.status == 2
    assert f"{config}:4: cadence.gap_d" in result.err


@pytest.mark.parametrize(
    "arguments", [["frobnicate"], ["due", "--frobnicate"], ["log", "nonsense", "--to", "x"], ["move"]]
)
def test_wrong_use_is_one_line(followup: Command, arguments: list[str]) -> None:
    result = followup(*arguments)
    assert result.status == 2
    assert result.err.count("\n") == 1


def test_an_error_of_our_own_is_one_sentence_and_its_details_are_private(
    followup: Command, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a letter to Ana")

    monkeypatch.setattr("tempfile.tempdir", str(place))
    monkeypatch.setattr("followup_tui.cli.due.read_raw", fail)
    result = followup("due")
    assert (result.status, result.err.count("\n")) == (3, 1)
    assert "letter" not in result.err
    (details,) = place.glob("followup-error-*")
    assert details.stat().st_mode & 0o777 == 0o600


def test_user_text_has_no_power_over_the_terminal(followup: Command) -> None:
    evil = "Evil\x1b]2;owned\x07\x9b31m"
    assert followup("add", "--company", evil, "--role", "R", "--contact", evil).status == 0
    for arguments in (["show", "evil"], ["find", "evil"], ["due", "--all"], ["due", "--all", "--json"]):
        result = followup(*arguments)
        printed = result.out + result.err
        assert printed
        assert not any((ord(letter) < 32 and letter != "\n") or 127 <= ord(letter) < 160 for letter in printed)
    assert exported(followup, "opportunities")[0]["company"] == evil
