"""The minute after an interview, and interviews that are moved or called off."""

from datetime import date, datetime
from pathlib import Path

import pytest

from followup_tui.desk import interviews
from followup_tui.desk.interviews import Afterwards, Promised
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.records import Interview, Opportunity, Promise
from tests.desk.day_book import MADRID, contact, interview, open_desk, opportunity

ANA = contact("Ana Ruiz", "c1")
GLOBEX = opportunity("Globex", "o1", contact_ids=("c1",))
ENDED = interview(
    "i1",
    "20T15:00",
    contact_ids=("c1",),
    notes="Ask about the rota",
    promises=(Promise(id="p0", text="a reference"),),
)
SAID = Afterwards(
    notes="It went well.\nThey liked the plan.",
    talking_points=("the rota ", "", "her dog"),
    promises=(Promised("the write-up", "c1", date(2026, 11, 25)), Promised("  ")),
    decision_by=date(2026, 11, 27),
)


def test_everything_said_is_stored_and_the_interview_done(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA, GLOBEX, ENDED) as desk:
        change = interviews.finish(desk, "i1", SAID)
        stored = desk.get(Interview, "i1")
        assert (stored.status, stored.notes) == ("done", "It went well.\nThey liked the plan.")
        assert stored.talking_points == ("the rota", "her dog")
        assert [(one.text, one.contact_id, one.due_on) for one in stored.promises] == [
            ("a reference", None, None),
            ("the write-up", "c1", "2026-11-25"),
        ]
        assert desk.get(Opportunity, "o1").decision_by == "2026-11-27"
        assert change.label == "Noted the interview with Globex"


def test_it_is_one_step_of_undo(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA, GLOBEX, ENDED) as desk:
        interviews.finish(desk, "i1", SAID)
        desk.undo()
        assert desk.get(Interview, "i1") == ENDED
        assert desk.get(Opportunity, "o1") == GLOBEX


def test_what_was_promised_and_decided_is_planned(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA, GLOBEX, ENDED) as desk:
        interviews.finish(desk, "i1", SAID)
        due = {one.reason.rpartition(": ")[2]: one.due_at for one in desk.plan() if one.rule == "R6"}
        assert due["the write-up"] == datetime(2026, 11, 25, 17, tzinfo=MADRID)
        check = next(one for one in desk.plan() if one.rule == "R2")
        assert check.opens_at == datetime(2026, 11, 30, 9, tzinfo=MADRID)


def test_a_decision_that_was_not_named_leaves_the_one_that_is_known(tmp_path: Path) -> None:
    known = opportunity("Globex", "o1", decision_by="2026-11-30")
    with open_desk(tmp_path, known, ENDED) as desk:
        interviews.finish(desk, "i1", Afterwards(notes="fine"))
        assert desk.get(Opportunity, "o1") == known


def test_one_that_did_not_take_place_is_cancelled_with_its_note(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA, GLOBEX, ENDED) as desk:
        change = interviews.finish(desk, "i1", Afterwards(notes="they were ill", took_place=False))
        assert desk.get(Interview, "i1").status == "cancelled"
        assert desk.get(Interview, "i1").notes == "they were ill"
        assert change.label == "Cancelled the interview with Globex"


def test_one_that_is_ahead_has_nothing_to_be_told_yet(tmp_path: Path) -> None:
    with (
        open_desk(tmp_path, GLOBEX, interview("i1", "24T15:00")) as desk,
        pytest.raises(FollowupError, match="still ahead"),
    ):
        interviews.finish(desk, "i1", SAID)


def test_one_of_an_unknown_opportunity_can_be_told_of(tmp_path: Path) -> None:
    with open_desk(tmp_path, interview("i1", "20T15:00", "gone")) as desk:
        assert interviews.finish(desk, "i1", SAID).label == "Noted an interview"


def test_an_interview_is_moved_to_another_time_in_the_users_zone(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, interview("i1", "24T15:00", status="cancelled")) as desk:
        change = interviews.move(desk, "i1", datetime.fromisoformat("2026-11-26T09:30:00+00:00"))
        moved = desk.get(Interview, "i1")
        assert (moved.starts_at, moved.status) == ("2026-11-26T10:30:00+01:00", "scheduled")
        assert change.label == "Moved the interview with Globex to Thu 26 Nov 10:30"


def test_an_interview_cannot_be_moved_into_the_past(tmp_path: Path) -> None:
    with (
        open_desk(tmp_path, GLOBEX, interview("i1", "24T15:00")) as desk,
        pytest.raises(FollowupError, match="ahead"),
    ):
        interviews.move(desk, "i1", desk.now())


def test_a_cancelled_interview_stays_in_the_book(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA, GLOBEX, ENDED) as desk:
        change = interviews.cancel(desk, "i1")
        assert desk.get(Interview, "i1").status == "cancelled"
        assert not [one for one in desk.plan() if one.rule == "R1"]
        assert change.label == "Cancelled the interview with Globex"


def test_one_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, pytest.raises(NotFound):
        interviews.cancel(desk, "i1")
