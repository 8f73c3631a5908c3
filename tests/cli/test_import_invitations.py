"""Invitations and messages on the command line: what becomes of the book, twice, in any order, and undone."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from followup_tui.desk.importing.ties import Ties
from tests.cli.running import Command
from tests.exchange.reading_files import file_of

Import = Callable[..., Any]
INVITATION = file_of("google_invitation.ics").decode()
UPDATE = INVITATION.replace("20261124T14", "20261125T09").replace("SEQUENCE:0", "SEQUENCE:1")
UPDATE = UPDATE.replace("abc-defg-hij", "new-link-xyz")
CANCELLATION = INVITATION.replace("METHOD:REQUEST", "METHOD:CANCEL").replace("SEQUENCE:0", "SEQUENCE:2")
INTERVIEW = "interviews"


@pytest.fixture
def take(followup: Command, place: Path) -> Import:
    """Imports texts as files, with `--yes`; what the command answered."""
    config = place / ".config" / "followup-tui" / "config.toml"
    config.write_text(config.read_text() + '[user]\nname = "Sam Reed"\nemail = "Sam@home.example"\n')

    def run(*texts: str | bytes, status: int = 0) -> Any:
        paths = []
        for number, text in enumerate(texts):
            path = place / f"in-{number}"
            path.write_bytes(text.encode() if isinstance(text, str) else text)
            paths.append(str(path))
        result = followup("import", *paths, "--yes", "--json")
        assert result.status == status, result
        return result.json

    return run


def book(followup: Command) -> Any:
    found = followup("export", "-").json
    found["touchpoints"].sort(key=lambda touchpoint: touchpoint["at"])
    return found


def only(followup: Command, table: str) -> Any:
    (record,) = book(followup)[table]
    return record


def change(followup: Command, place: Path, table: str, **fields: Any) -> None:
    """Change the only record of a table, as the user would by hand."""
    record = only(followup, table) | fields
    path = place / "change.json"
    path.write_text(json.dumps({"format": "followup-tui", "version": 1, table: [record]}))
    assert followup("import", str(path)).status == 0


# Interviews


def test_an_invitation_of_strangers_makes_the_opportunity_the_people_and_the_interview(
    followup: Command, take: Import
) -> None:
    take(INVITATION)
    found = book(followup)
    (opportunity,), (interview,) = found["opportunities"], found["interviews"]
    assert (opportunity["company"], opportunity["role"], opportunity["stage"]) == (
        "Globex",
        "Staff SRE",
        "interviewing",
    )
    assert interview["starts_at"] == "2026-11-24T15:00:00+01:00"
    assert interview["calendar_uid"] == "7kukuqrfedlm2f9tq8h1c0r2vk@google.com"
    people = {contact["id"]: contact for contact in found["contacts"]}
    assert [people[one]["name"] for one in interview["contact_ids"]] == ["Ana Ruiz", "Ben Cho"]
    assert opportunity["contact_ids"] == interview["contact_ids"]
    assert {contact["role"] for contact in people.values()} == {"interviewer"}


def test_an_update_moves_it_a_cancellation_cancels_it_and_the_same_again_changes_nothing(
    followup: Command, take: Import
) -> None:
    take(INVITATION)
    take(UPDATE)
    assert only(followup, INTERVIEW)["starts_at"] == "2026-11-25T10:00:00+01:00"
    assert "new-link-xyz" in only(followup, INTERVIEW)["notes"]
    before = book(followup)
    for text in (UPDATE, INVITATION):
        assert take(text)["changed"] == {}
    assert book(followup) == before
    take(CANCELLATION)
    assert only(followup, INTERVIEW)["status"] == "cancelled"
    before = book(followup)
    for text in (INVITATION, UPDATE, CANCELLATION):
        take(text)
    assert book(followup) == before
    assert followup("undo").status == 0
    assert only(followup, INTERVIEW)["status"] == "scheduled"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_they_come_in_the_highest_number_holds(
    followup: Command, take: Import, order: tuple[int, ...]
) -> None:
    for number in order:
        take((INVITATION, UPDATE, CANCELLATION)[number])
    interview = only(followup, INTERVIEW)
    assert (interview["status"], interview["calendar_sequence"]) == ("cancelled", 2)
    assert len(book(followup)["opportunities"]) == 1


def test_a_cancellation_of_what_was_never_seen_keeps_a_late_invitation_from_coming_back(
    followup: Command, take: Import
) -> None:
    said = take(CANCELLATION)
    assert any("called off before it was known" in remark["text"] for remark in said["remarks"])
    take(UPDATE)
    assert only(followup, INTERVIEW)["status"] == "cancelled"
    # A newer word holds, as always.
    take(UPDATE.replace("SEQUENCE:1", "SEQUENCE:3"))
    assert only(followup, INTERVIEW)["status"] == "scheduled"


def test_what_the_user_wrote_of_an_interview_stays_when_it_is_moved_or_called_off(
    followup: Command, take: Import, place: Path
) -> None:
    take(INVITATION)
    promise = {"id": "p1", "text": "the runbook", "contact_id": None, "due_on": None, "kept_at": None}
    mine = {"talking_points": ["on-call"], "promises": [promise], "notes": "bring the laptop", "format": "panel"}
    change(followup, place, INTERVIEW, **mine)
    take(UPDATE)
    after = only(followup, INTERVIEW)
    assert [after[name] for name in ("talking_points", "format")] == [["on-call"], "panel"]
    assert after["promises"] == [promise]
    assert after["notes"].startswith("bring the laptop")
    change(followup, place, INTERVIEW, status="done")
    take(CANCELLATION)
    assert only(followup, INTERVIEW)["status"] == "done"


def test_an_interview_typed_by_hand_is_the_one_that_the_invitation_is_for(followup: Command, take: Import) -> None:
    followup("add", "Globex, Staff SRE — interview 24 nov 3pm with Ana Ruiz")
    typed = only(followup, INTERVIEW)
    take(INVITATION)
    found = book(followup)
    assert [one["id"] for one in found["interviews"]] == [typed["id"]]
    assert {one["name"]: one["email"] for one in found["contacts"]} == {
        "Ana Ruiz": "ana.ruiz@globex.example",
        "Ben Cho": "ben.cho@globex.example",
    }


def invitation(summary: str, *people: str, uid: str = "u1") -> str:
    lines = ["BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", f"UID:{uid}", "DTSTART:20261124T140000Z"]
    lines += [f"ATTENDEE:mailto:{person}" for person in people] + [
        f"ORGANIZER:mailto:{person}" for person in people[:1]
    ]
    return "\r\n".join([*lines, f"SUMMARY:{summary}", "END:VEVENT", "END:VCALENDAR", ""])


def test_the_opportunity_is_that_of_the_people_else_of_the_company_else_of_the_host(
    followup: Command, take: Import
) -> None:
    followup("add", "--company", "Initech GmbH", "--role", "Data engineer")
    followup("add", "--company", "Hooli", "--role", "Principal engineer")
    followup("add", "--company", "Tyrell", "--role", "Welder", "--contact", "Rachael Rosen")
    by_name = {one["company"]: one["id"] for one in book(followup)["opportunities"]}
    take(invitation("Interview with INITECH", "x@agency.example", uid="by-company"))
    take(invitation("Interview", "dana@mail.hooli.com", uid="by-host"))
    take(invitation("Chat about Initech", "dana@mail.hooli.com", uid="by-people"))
    take(invitation("Interview", "someone@gmail.com", uid="new"))
    found = {one["calendar_uid"]: one["opportunity_id"] for one in book(followup)["interviews"]}
    assert found["by-company"] == by_name["Initech GmbH"]
    assert found["by-host"] == found["by-people"] == by_name["Hooli"]
    assert found["new"] not in by_name.values()


def test_of_several_that_could_be_meant_the_one_that_was_taken_is_said(followup: Command, take: Import) -> None:
    for role in ("Welder", "Staff SRE", "Chef"):
        followup("add", "--company", "Globex", "--role", role, "--stage", "interviewing")
    assert take(INVITATION)["remarks"] == []
    vague = INVITATION.replace("Interview: Staff SRE\\, Globex", "Interview, Globex").replace("7kukuqrf", "another0")
    assert vague.count("Staff SRE") == 0
    (remark,) = take(vague.replace("ana@globex", "x@globex").replace("ben@globex", "y@globex"))["remarks"]
    assert remark["text"].startswith("was put with Globex, ")
    assert remark["text"].endswith("; 2 other opportunities of theirs could be meant as well")


def test_the_users_own_name_in_a_title_is_no_company(followup: Command, take: Import) -> None:
    take(file_of("zoom_invitation.ics"))
    assert only(followup, "opportunities")["company"] == "Initech"


def test_a_calendar_of_years_is_read_event_by_event_and_not_anew_for_each(
    take: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = 0

    def counted(self: Ties, one: Any, at: Any) -> bool:
        nonlocal looked_at
        looked_at += 1
        return may_be_about(self, one, at)

    may_be_about = Ties._may_be_about
    monkeypatch.setattr(Ties, "_may_be_about", counted)
    events = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART:20261117T140000Z\nSUMMARY:Interview at Company{n}x\n"
        f"ATTENDEE;CN=P{n}:mailto:p{n}@company{n}x.example\nEND:VEVENT\n"
        for n in range(200)
    )
    assert take(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")["added"]["opportunities"] == 200
    assert looked_at < 1_000


def test_meetings_of_long_ago_with_the_same_people_are_of_one_opportunity(take: Import) -> None:
    events = "".join(
        f"BEGIN:VEVENT\nUID:{day}\nDTSTART:202411{day}T140000Z\nSUMMARY:{role} interview\n"
        "ATTENDEE;CN=Ngozi Okafor:mailto:ngozi@hooli.example\nEND:VEVENT\n"
        for day, role in ((11, "Welder"), (18, "Second"), (25, "Final"))
    )
    added = take(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")["added"]
    assert added == {"opportunities": 1, "contacts": 1, "interviews": 3}


def test_a_closed_opportunity_gets_no_new_interview(followup: Command, take: Import) -> None:
    followup("add", "--company", "Globex", "--role", "Staff SRE", "--contact", "Ana Ruiz")
    followup("move", "Globex", "closed", "--outcome", "rejected")
    take(INVITATION)
    stages = {one["id"]: one["stage"] for one in book(followup)["opportunities"]}
    assert stages[only(followup, INTERVIEW)["opportunity_id"]] == "interviewing"
    assert len(stages) == 2


def test_our_own_calendar_read_back_changes_nothing(followup: Command, take: Import, place: Path) -> None:
    take(INVITATION)
    followup("add", "Initech, Data engineer — interview 25 nov 3pm with Ngozi Okafor")
    assert followup("export", str(place / "out.ics")).status == 0
    before = book(followup)
    assert take((place / "out.ics").read_bytes())["added"] == {}
    assert book(followup) == before


# Messages


def mail(sender: str, *, to: str = "sam@home.example", at: str = "20 Nov 2026 10:00:00 +0100", **more: str) -> str:
    body = more.pop("body", "Hello.")
    message_id = f"<{sum(map(ord, sender + to + at))}@mail.example>"
    headers = {"From": sender, "To": to, "Date": at, "Message-ID": message_id, **more}
    return "\n".join([*(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()), "", body, ""])


def test_a_mailbox_becomes_touchpoints_and_its_strangers_contacts(followup: Command, take: Import) -> None:
    followup("add", "--company", "Hooli", "--role", "Principal engineer", "--stage", "applied")
    said = take(file_of("takeout.mbox"))
    found = book(followup)
    (jose,) = found["contacts"]
    assert (jose["name"], jose["company"], jose["email"]) == ("José García", "Hooli", "jose@hooli.example")
    asked, answered, form = found["touchpoints"]
    assert [(one["direction"], one["kind"]) for one in (asked, answered, form)] == [
        ("in", "other"),
        ("out", "reply"),
        ("in", "notice"),
    ]
    assert (asked["needs_reply"], form["needs_reply"]) == (True, False)
    assert form["opportunity_id"] == found["opportunities"][0]["id"]
    assert form["contact_id"] is None
    assert [proposal["accepted"] for proposal in said["proposals"]] == [True]
    assert any("news@jobs.example" in remark["text"] for remark in said["remarks"])


def test_the_same_message_is_taken_once_from_whatever_file(followup: Command, take: Import) -> None:
    alone = mail("ana@globex.example")
    box = "From ana@globex.example Fri Nov 20 10:00:00 2026\n" + alone
    take(alone, box)
    before = book(followup)
    assert len(before["touchpoints"]) == 1
    take(box)
    take(alone)
    assert book(followup) == before
    assert followup("undo").status == 0
    assert book(followup)["touchpoints"] == []


def test_a_message_whose_people_come_in_behind_it_is_taken_with_them(followup: Command, take: Import) -> None:
    away = mail("Ana Ruiz <ana@globex.example>", Auto_Submitted="auto-replied", Subject="Away")
    form = mail("Jobs <no-reply@jobs.example>", at="20 Nov 2026 10:30:00 +0100", Subject="Your application to Globex")
    later = mail("Ana Ruiz <ana@globex.example>", at="20 Nov 2026 11:00:00 +0100", Subject="Back")
    box = "".join(f"From a@b.example Fri Nov 20 10:00:00 2026\n{one}\n" for one in (away, form, later))
    said = take(box, INVITATION)
    found = book(followup)
    ana = next(one for one in found["contacts"] if one["name"] == "Ana Ruiz")
    taken = [(one["subject"], one["kind"], one["contact_id"] == ana["id"]) for one in found["touchpoints"]]
    assert taken == [
        ("Away", "notice", True),
        ("Your application to Globex", "notice", False),
        ("Back", "other", True),
    ]
    assert not any("does not know" in remark["text"] for remark in said["remarks"])
    take(INVITATION, box)
    assert book(followup) == found


def test_a_notice_of_nobody_becomes_that_of_its_sender_once_they_are_known(followup: Command, take: Import) -> None:
    followup("add", "--company", "Globex", "--role", "Staff SRE")
    form = mail("Globex <ana@globex.example>", Auto_Submitted="auto-generated")
    take(form)
    assert only(followup, "touchpoints")["contact_id"] is None
    take(mail("Ana Ruiz <ana@globex.example>", at="20 Nov 2026 11:00:00 +0100"), form)
    notice, _ = book(followup)["touchpoints"]
    assert notice["contact_id"] == only(followup, "contacts")["id"]


def test_without_terminal_and_yes_a_message_changes_nothing(followup: Command, place: Path) -> None:
    (place / "in.eml").write_text(mail("Ana Ruiz <ana@globex.example>", Subject="Hello"))
    result = followup("import", str(place / "in.eml"))
    assert result.status == 2
    assert "Ana Ruiz <ana@globex.example>" in result.out
    assert book(followup)["contacts"] == []


def test_any_address_of_a_contact_is_known_and_the_message_belongs_to_their_only_opportunity(
    followup: Command, take: Import, place: Path
) -> None:
    followup("add", "--company", "Globex", "--role", "Staff SRE", "--contact", "Ana Ruiz")
    change(followup, place, "contacts", email="ana@globex.example", other_emails=["Ana@Home.example"])
    take(mail("Ana <ana@HOME.example>"))
    touchpoint = only(followup, "touchpoints")
    assert touchpoint["contact_id"] == only(followup, "contacts")["id"]
    assert touchpoint["opportunity_id"] == only(followup, "opportunities")["id"]


def test_somebody_added_by_name_alone_gets_the_address_they_write_from(followup: Command, take: Import) -> None:
    followup("add", "--company", "Globex", "--role", "Staff SRE", "--contact", "Ana Ruiz")
    take(mail("Ana Ruiz <a.ruiz@globex.com>"))
    assert only(followup, "contacts")["email"] == "a.ruiz@globex.com"
    assert only(followup, "touchpoints")["opportunity_id"] == only(followup, "opportunities")["id"]


def test_thanks_for_an_interview_are_a_thank_you_for_it_and_end_its_follow_up(followup: Command, take: Import) -> None:
    take(INVITATION.replace("20261124T14", "20261119T14"))
    assert {one["kind"] for one in followup("due", "--all", "--json").json["follow_ups"]} >= {"thank_you"}
    take(file_of("thunderbird.mbox"))
    found = book(followup)
    sent = [one for one in found["touchpoints"] if one["direction"] == "out"]
    assert [(one["kind"], one["interview_id"]) for one in sent] == [("thank_you", found["interviews"][0]["id"])] * 2
    assert "thank_you" not in {one["kind"] for one in followup("due", "--all", "--json").json["follow_ups"]}


def test_what_was_marked_as_sent_here_is_not_taken_a_second_time(followup: Command, take: Import, place: Path) -> None:
    followup("add", "--company", "Globex", "--role", "Staff SRE", "--contact", "Ana Ruiz")
    change(followup, place, "contacts", email="ana@globex.example")
    (place / "body").write_text("Dear Ana, I look forward to it very much indeed.\n\nSam\n")
    sent = ("log", "other", "--to", "Ana", "--body", str(place / "body"), "--at", "20 nov 10am")
    assert followup(*sent).status == 0
    body = "Dear Ana, I look forward to it very much indeed.\n\nSam"
    take(mail("sam@home.example", to="ana@globex.example", body=body, at="20 Nov 2026 10:02:00 +0100"))
    assert only(followup, "touchpoints")["message_id"]


def test_an_automatic_message_is_no_answer_and_asks_nothing(followup: Command, take: Import) -> None:
    take(mail("Ana Ruiz <ana@globex.example>"))
    away = mail("Ana Ruiz <ana@globex.example>", at="20 Nov 2026 11:00:00 +0100", Auto_Submitted="auto-replied")
    take(away.replace("Hello.", "I am away. Could you write to Ben instead?"))
    kinds = [(one["kind"], one["needs_reply"]) for one in book(followup)["touchpoints"]]
    assert kinds == [("other", False), ("notice", False)]


def test_one_bad_message_of_a_mailbox_is_left_out_and_said(followup: Command, take: Import) -> None:
    bad = "From x Fri Nov 20 09:00:00 2026\nFrom: ana@globex.example\nDate: none\n\nHello.\n\n"
    bad = bad.replace("From x Fri Nov 20 09:00:00 2026", "From x@y Fri 99 99:00:00 2026")
    good = "From ana@globex.example Fri Nov 20 10:00:00 2026\n" + mail("ana@globex.example")
    said = take(bad + good, status=1)
    assert [(one["line"], one["reason"]) for one in said["unreadable"]] == [
        (1, "the message has no date that can be read")
    ]
    assert len(book(followup)["touchpoints"]) == 1


def test_of_a_series_only_word_about_the_first_meeting_moves_it_also_from_a_file_of_its_own(
    followup: Command, take: Import
) -> None:
    def single(meeting: str, start: str, sequence: int) -> str:
        text = INVITATION.replace("20261124T14", f"{start}T09").replace("SEQUENCE:0", f"SEQUENCE:{sequence}")
        return text.replace("SEQUENCE:", f"RECURRENCE-ID:{meeting}T130000Z\nSEQUENCE:")

    take(INVITATION.replace("SEQUENCE:0", "SEQUENCE:0\nRRULE:FREQ=WEEKLY"))
    files = single("20261201", "20261202", 3), single("20261124", "20261126", 1), single("20261124", "20261127", 2)
    for text in (*files, *files):
        take(text)
    assert (only(followup, INTERVIEW)["starts_at"][:10], only(followup, INTERVIEW)["calendar_sequence"]) == (
        "2026-11-27",
        2,
    )


def test_an_opportunity_of_which_an_invitation_did_not_say_the_role_gets_it_from_a_table(
    followup: Command, take: Import
) -> None:
    take(INVITATION.replace("SUMMARY:Interview: Staff SRE\\, Globex", "SUMMARY:Interview Globex"))
    assert only(followup, "opportunities")["role"] == "role not known yet"
    table = "Company,Role,Status,Applied\nGlobex,Staff SRE,Applied,2026-11-03\nGlobex,Chef,Applied,2026-11-04\n"
    for _ in range(2):
        take(table)
        chef, sre = sorted(book(followup)["opportunities"], key=lambda one: str(one["role"]))
        assert (sre["role"], sre["applied_at"][:10], chef["role"]) == ("Staff SRE", "2026-11-03", "Chef")
        assert only(followup, INTERVIEW)["opportunity_id"] == sre["id"]
