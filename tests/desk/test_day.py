"""What the day asks for: interviews ahead and behind, the queue, and the context of one follow-up."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup_tui.config import Config
from followup_tui.desk import today as day
from followup_tui.desk.desk import Desk
from followup_tui.domain.hours import hours_from
from followup_tui.domain.records import Promise, Reminder
from tests.desk.day_book import MADRID, NOW, contact, interview, open_desk, opportunity, touchpoint

ANA = contact("Ana Ruiz", "c1", timezone="America/New_York", company="Globex")
BEN = contact("Ben Cho", "c2")
GLOBEX = opportunity("Globex", "o1", contact_ids=("c1", "c2"))


def interviews_of(desk: Desk) -> list[str]:
    return [one.interview.id for one in day.today(desk).appointments]


def test_interviews_that_ended_come_first_then_those_ahead_by_time(tmp_path: Path) -> None:
    records = (
        interview("late", "30T09:00"),
        interview("soon", "23T09:00"),
        interview("ended", "20T15:00"),
        interview("before", "19T15:00"),
    )
    with open_desk(tmp_path, GLOBEX, *records) as desk:
        assert interviews_of(desk) == ["before", "ended", "soon", "late"]
        assert [one.has_ended for one in day.today(desk).appointments] == [True, True, False, False]


@pytest.mark.parametrize(
    ("starts", "status", "is_there"),
    [
        ("20T15:00", "scheduled", True),
        ("20T15:00", "done", False),
        ("20T15:00", "cancelled", False),
        ("24T15:00", "cancelled", False),
        ("24T15:00", "scheduled", True),
        ("07T09:00", "scheduled", True),  # ended 14 days ago to the minute
        ("07T08:59", "scheduled", False),
    ],
)
def test_an_interview_asks_how_it_went_for_two_weeks_unless_it_was_told(
    tmp_path: Path, starts: str, status: str, *, is_there: bool
) -> None:
    with open_desk(tmp_path, GLOBEX, interview("i1", starts, status=status)) as desk:
        assert interviews_of(desk) == (["i1"] if is_there else [])


def test_one_that_is_running_has_not_ended(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, interview("i1", "21T09:30")) as desk:
        assert [one.has_ended for one in day.today(desk).appointments] == [False]


def test_the_time_of_an_interview_is_told_where_its_people_are(tmp_path: Path) -> None:
    kenji = contact("Kenji", "c3", timezone="Asia/Tokyo")
    twin = contact("Kim", "c4", timezone="Asia/Seoul")
    odd = contact("Odd", "c5", timezone="Mars/Base")
    one = interview("i1", "24T15:00", contact_ids=("c1", "c2", "c3", "c4", "c5"))
    with open_desk(tmp_path, ANA, BEN, kenji, twin, odd, GLOBEX, one) as desk:
        (appointment,) = day.today(desk).appointments
        assert appointment.starts_at.tzinfo == MADRID
        assert [f"{at:%a %H:%M}" for at in appointment.elsewhere] == ["Tue 09:00", "Tue 23:00"]


def test_the_queue_is_the_plan_with_whom_and_what_it_concerns(tmp_path: Path) -> None:
    reminder = Reminder(id="r1", title="Renew it", at="2026-11-21T09:00:00+01:00", created_at="2026-11-01T09:00:00Z")
    ended = interview("i1", "18T15:00", contact_ids=("c1", "gone"))
    with open_desk(tmp_path, ANA, GLOBEX, ended, reminder) as desk:
        tasks = day.today(desk).tasks
        assert [task.follow_up for task in tasks] == desk.plan()
        by_key = {task.follow_up.key: task for task in tasks}
        thanks = by_key["thank_you:i1:c1"]
        assert (thanks.contact, thanks.opportunity, thanks.title) == (ANA, GLOBEX, "")
        assert by_key["thank_you:i1:gone"].contact is None
        assert by_key["reminder:r1"].title == "Renew it"


def test_messages_of_today_are_counted_when_nothing_waits(tmp_path: Path) -> None:
    sent = (
        touchpoint("t1", "21T00:00", "c1"),
        touchpoint("t2", "21T09:59", "c1"),
        touchpoint("t3", "20T23:59", "c1"),
        touchpoint("t4", "21T09:00", "c1", direction="in"),
    )
    with open_desk(tmp_path, ANA, *sent) as desk:
        assert day.today(desk).sent_today == 2


def context_of(desk: Desk, key: str) -> day.Context:
    follow_up = desk.follow_up(key)
    assert follow_up is not None
    return day.context(desk, follow_up)


def test_the_context_tells_the_time_there_and_whether_it_is_a_good_hour(tmp_path: Path) -> None:
    ended = interview("i1", "19T15:00", contact_ids=("c1", "c2"))
    friday = NOW - timedelta(days=1)
    with open_desk(tmp_path, ANA, BEN, GLOBEX, ended, now=friday) as desk:
        ana, ben = context_of(desk, "thank_you:i1:c1"), context_of(desk, "thank_you:i1:c2")
        assert ana.there is not None
        assert f"{ana.there:%H:%M}" == "04:00"
        assert (ana.zone_known, ben.zone_known) == (True, False)
        assert ana.welcome is not None
        assert ben.welcome is not None
        assert (ana.welcome.now, ben.welcome.now) == (False, True)


def test_the_hours_are_those_of_the_settings(tmp_path: Path) -> None:
    config = Config(zone=MADRID, hours=hours_from({"email": "any"}))
    ended = interview("i1", "20T15:00", contact_ids=("c2",))
    with open_desk(tmp_path, BEN, GLOBEX, ended, config=config) as desk:
        found = context_of(desk, "thank_you:i1:c2").welcome
        assert found is not None
        assert found.now


def test_the_last_three_touchpoints_are_shown_the_newest_first(tmp_path: Path) -> None:
    sent = [touchpoint(f"t{number}", f"1{number}T09:00", "c1") for number in range(5)]
    ahead = touchpoint("t9", "25T09:00", "c1")
    ended = interview("i1", "20T15:00", contact_ids=("c1",))
    with open_desk(tmp_path, ANA, GLOBEX, ended, ahead, *sent) as desk:
        shown = context_of(desk, "thank_you:i1:c1").touchpoints
        assert [one.id for one in shown] == ["t4", "t3", "t2"]


def test_talking_points_and_promises_are_those_with_the_person(tmp_path: Path) -> None:
    first = interview(
        "i1",
        "18T15:00",
        contact_ids=("c1", "c2"),
        talking_points=("the rota",),
        promises=(
            Promise(id="p1", text="kept", kept_at="2026-11-19T09:00:00+01:00"),
            Promise(id="p2", text="for Ben", contact_id="c2"),
            Promise(id="p3", text="for Ana", contact_id="c1"),
            Promise(id="p4", text="for anybody"),
        ),
    )
    second = interview("i2", "20T15:00", contact_ids=("c1",), talking_points=("her dog",))
    with open_desk(tmp_path, ANA, BEN, GLOBEX, first, second) as desk:
        of_first, of_second = context_of(desk, "thank_you:i1:c1"), context_of(desk, "thank_you:i2:c1")
        assert of_first.talking_points == ("the rota",)
        assert of_second.talking_points == ("her dog",)
        assert [promise.text for promise in of_second.promises] == ["for Ana", "for anybody", "kept"]


def test_a_follow_up_to_nobody_has_the_context_of_its_opportunity(tmp_path: Path) -> None:
    alone = opportunity("Initech", "o2", stage="applied", applied_at="2026-11-12T09:00:00+01:00")
    sent = touchpoint("t1", "13T09:00", None, opportunity_id="o2")
    with open_desk(tmp_path, alone, sent) as desk:
        context = context_of(desk, "application_check:o2")
        assert (context.contact, context.there, context.welcome) == (None, None, None)
        assert context.opportunity == alone
        assert [one.id for one in context.touchpoints] == ["t1"]


def test_why_is_the_explanation_of_the_cadence(tmp_path: Path) -> None:
    ended = interview("i1", "20T15:00", contact_ids=("c1",))
    with open_desk(tmp_path, ANA, GLOBEX, ended) as desk:
        follow_up = desk.follow_up("thank_you:i1:c1")
        assert follow_up is not None
        lines = dict(day.why(desk, follow_up))
        assert lines["source"] == "G0, G4"
        assert lines["due"] == "Sat 21 Nov 2026 16:00"


def test_a_person_in_an_unknown_zone_is_taken_to_be_in_the_users(tmp_path: Path) -> None:
    odd = contact("Odd", "c1", timezone="Mars/Base")
    ended = interview("i1", "20T15:00", contact_ids=("c1",))
    with open_desk(tmp_path, odd, GLOBEX, ended) as desk:
        context = context_of(desk, "thank_you:i1:c1")
        assert context.there == NOW.astimezone(ZoneInfo("Europe/Madrid"))
        assert not context.zone_known


def test_before_a_thank_you_one_sees_how_far_the_panel_is(tmp_path: Path) -> None:
    people = (contact("Ana", "c1"), contact("Ben", "c2"))
    met = interview("i1", "20T15:00", contact_ids=("c1", "c2"))
    sent = touchpoint("t1", "20T18:00", "c1", kind="thank_you", interview_id="i1", opportunity_id="o1")
    with open_desk(tmp_path, *people, opportunity("Globex", "o1", contact_ids=("c1", "c2")), met, sent) as desk:
        thank_you = next(one for one in desk.plan() if one.rule == "R1")
        assert day.context(desk, thank_you).panel == (1, 2)
        assert day.context(desk, next(one for one in desk.plan() if one.rule != "R1")).panel is None
