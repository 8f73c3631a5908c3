"""Deleting says what goes with a record, does so as one step, and leaves nothing that points nowhere."""

from pathlib import Path
from typing import Any

from followup_tui.desk.deleting import delete, deletion
from followup_tui.desk.desk import Desk
from followup_tui.domain.records import (
    BY_TABLE,
    Contact,
    Decision,
    Draft,
    Interview,
    Opportunity,
    Promise,
    Record,
    Reminder,
    Touchpoint,
)
from tests.desk.day_book import SINCE, contact, interview, material, open_desk, opportunity, touchpoint


def draft(record_id: str, **fields: Any) -> Draft:
    return Draft(id=record_id, kind="other", channel="email", created_at=SINCE, updated_at=SINCE, **fields)


def decision(record_id: str, key: str) -> Decision:
    return Decision(id=record_id, key=key, action="skip", at=SINCE)


def reminder(record_id: str, **fields: Any) -> Reminder:
    return Reminder(id=record_id, title="call", at=SINCE, created_at=SINCE, **fields)


PROMISE = Promise(id="p1", text="the plan", contact_id="c1")
BOOK: tuple[Record, ...] = (
    contact("Ana Ruiz", "c1"),
    contact("Ben Cho", "c2"),
    opportunity("Globex", "o1", contact_ids=("c1", "c2"), primary_contact_id="c1"),
    opportunity("Initech", "o2", contact_ids=("c1",)),
    interview(
        "i1", "20T15:00", "o1", contact_ids=("c1", "c2"), promises=(Promise(id="p1", text="x", contact_id="c1"),)
    ),
    touchpoint("t1", "20T18:00", "c1", opportunity_id="o1", interview_id="i1"),
    touchpoint("t2", "20T19:00", "c2"),
    draft("d1", contact_id="c2", opportunity_id="o1", interview_id="i1"),
    draft("d2", contact_id="c1", opportunity_id="o2", sent_touchpoint_id="t1"),
    reminder("r1", opportunity_id="o1"),
    reminder("r2", contact_id="c1"),
    material("m1", "A talk"),
    decision("s1", "application_check:o1"),
    decision("s2", "thank_you:i1:c2"),
    decision("s3", "promise:p1"),
    decision("s4", "reply:t1"),
    decision("s5", "reminder:r1"),
    decision("s6", "connect:c1"),
    decision("s7", "keep_in_touch:c1:2026-11-01"),
    decision("s8", "status_check:o2:t9:1"),
    decision("s9", "connect:c11"),
)


def left(desk: Desk) -> set[str]:
    return {record_id for table in BY_TABLE for record_id in desk.book.records(table)}


def everything(desk: Desk) -> dict[str, Record]:
    return {record_id: record for table in BY_TABLE for record_id, record in desk.book.records(table).items()}


ALL = {record.id for record in BOOK}


def test_an_opportunity_takes_all_that_is_about_it(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        doomed = deletion(desk, ["o1"])
        assert doomed.title == "Globex, Engineer"
        assert doomed.counts == "1 interview, 1 touchpoint, 1 draft, 1 reminder, 5 decisions"
        change = delete(desk, ["o1"])
        assert change.label == "Deleted Globex, Engineer"
        assert ALL - left(desk) == {"o1", "i1", "t1", "d1", "r1", "s1", "s2", "s3", "s4", "s5"}
        assert desk.get(Draft, "d2").sent_touchpoint_id is None


def test_a_contact_takes_what_was_said_and_is_taken_out_of_the_rest(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        doomed = deletion(desk, ["c1"])
        assert doomed.counts == "1 touchpoint, 1 draft, 1 reminder, 3 decisions"
        delete(desk, ["c1"])
        assert ALL - left(desk) == {"c1", "t1", "d2", "r2", "s4", "s6", "s7"}
        globex, meeting = desk.get(Opportunity, "o1"), desk.get(Interview, "i1")
        assert (globex.contact_ids, globex.primary_contact_id) == (("c2",), None)
        assert (meeting.contact_ids, meeting.promises[0].contact_id) == (("c2",), None)


def test_an_interview_leaves_what_was_said_about_it(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        delete(desk, ["i1"])
        assert ALL - left(desk) == {"i1", "s2", "s3"}
        assert desk.get(Touchpoint, "t1").interview_id is None
        assert desk.get(Draft, "d1").interview_id is None


def test_several_go_as_one_step(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        assert deletion(desk, ["c1", "c2"]).title == "2 contacts"
        delete(desk, ["c1", "c2", "c1"])
        assert not desk.records(Contact)
        assert desk.get(Interview, "i1").contact_ids == ()


def test_undo_brings_all_of_it_back_as_it_was(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        before = everything(desk)
        for record_id in ("o1", "c1", "i1", "m1", "r1", "t1"):
            delete(desk, [record_id])
            assert everything(desk) != before
            desk.undo()
            assert everything(desk) == before


def test_what_is_gone_already_is_passed_over(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        assert deletion(desk, ["nobody"]).records == ()
        delete(desk, ["nobody"])
        assert left(desk) == ALL


def test_no_follow_up_is_left_of_what_was_deleted(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        delete(desk, ["o1", "c1"])
        gone = ALL - left(desk)
        for follow_up in desk.plan():
            assert gone.isdisjoint({follow_up.opportunity_id, follow_up.contact_id, follow_up.interview_id})
