"""The two moves that settle more than a stage: an offer with its deadline, and the end."""

from datetime import date, datetime
from pathlib import Path

import pytest

from followup_tui.config import Config
from followup_tui.desk import editing, moving
from followup_tui.desk.desk import Desk
from followup_tui.desk.quick_add import add_captured, understand_line
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Opportunity, Reminder
from tests.desk.day_book import MADRID, SINCE, contact, open_desk, opportunity

NOW = "2026-11-21T10:00:00+01:00"
GLOBEX = opportunity("Globex", "o1", contact_ids=("c1", "c2"))
ANA, BEN = contact("Ana Ruiz", "c1"), contact("Ben Cho", "c2", keep_in_touch=True, keep_in_touch_since=SINCE)


def only_reminder(desk: Desk) -> Reminder | None:
    reminders = list(desk.records(Reminder).values())
    assert len(reminders) <= 1
    return reminders[0] if reminders else None


def test_an_offers_deadline_is_stored_with_a_reminder_as_one_step(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        moving.offer(desk, "o1", date(2026, 11, 27))
        stored, reminder = desk.get(Opportunity, "o1"), only_reminder(desk)
        assert (stored.stage, stored.decision_by) == ("offer", "2026-11-27")
        assert reminder is not None
        assert (reminder.at, reminder.opportunity_id) == ("2026-11-26T09:00:00+01:00", "o1")
        desk.undo()
        assert desk.get(Opportunity, "o1") == GLOBEX
        assert only_reminder(desk) is None


@pytest.mark.parametrize(
    ("deadline", "reminded"),
    [
        (date(2026, 11, 27), datetime(2026, 11, 26, 9, tzinfo=MADRID)),
        (date(2026, 11, 30), datetime(2026, 11, 27, 9, tzinfo=MADRID)),  # a Monday: on Friday
        (date(2026, 11, 29), datetime(2026, 11, 27, 9, tzinfo=MADRID)),  # a Sunday: on Friday
        (date(2026, 12, 9), datetime(2026, 12, 4, 9, tzinfo=MADRID)),  # over a holiday bridge
    ],
)
def test_the_reminder_comes_at_nine_on_the_last_business_day_before(deadline: date, reminded: datetime) -> None:
    holidays = {date(2026, 12, 7), date(2026, 12, 8)}
    assert moving.reminder_time(deadline, holidays, MADRID) == reminded


def test_the_holidays_are_those_of_the_settings(tmp_path: Path) -> None:
    config = Config(zone=MADRID, holidays=frozenset({date(2026, 11, 26)}))
    with open_desk(tmp_path, GLOBEX, config=config) as desk:
        moving.offer(desk, "o1", date(2026, 11, 27))
        reminder = only_reminder(desk)
        assert reminder is not None
        assert reminder.at == "2026-11-25T09:00:00+01:00"


def test_an_offer_without_a_deadline_reminds_of_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        moving.offer(desk, "o1", None)
        assert desk.get(Opportunity, "o1").stage == "offer"
        assert only_reminder(desk) is None


def test_a_deadline_that_is_over_is_refused(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        with pytest.raises(FollowupError, match="Fri 20 Nov 2026 is over"):
            moving.offer(desk, "o1", date(2026, 11, 20))
        assert desk.get(Opportunity, "o1") == GLOBEX


def test_closing_says_how_it_ended_and_marks_whom_to_stay_in_touch_with_as_one_step(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN) as desk:
        change = moving.close(desk, "o1", "rejected", ["c1"])
        assert change.label == "Moved Globex, Engineer to Closed (rejected)"
        closed, ana = desk.get(Opportunity, "o1"), desk.get(Contact, "c1")
        assert (closed.stage, closed.outcome, closed.stage_changed_at) == ("closed", "rejected", NOW)
        assert (ana.keep_in_touch, ana.keep_in_touch_since) == (True, NOW)
        desk.undo()
        assert (desk.get(Opportunity, "o1"), desk.get(Contact, "c1")) == (GLOBEX, ANA)


def test_whoever_is_kept_in_touch_with_already_stays_as_they_are(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN) as desk:
        moving.close(desk, "o1", "withdrawn", ["c2"])
        assert desk.get(Contact, "c2") == BEN
        assert desk.get(Contact, "c1") == ANA


def test_closing_what_is_closed_in_the_same_way_is_refused(tmp_path: Path) -> None:
    closed = opportunity("Globex", "o1", stage="closed", outcome="rejected")
    with open_desk(tmp_path, closed) as desk, pytest.raises(FollowupError, match="already in Closed"):
        moving.close(desk, "o1", "rejected")


def test_it_can_be_said_later_how_it_ended(tmp_path: Path) -> None:
    with open_desk(tmp_path, opportunity("Globex", "o1", stage="closed")) as desk:
        moving.close(desk, "o1", "no_response")
        stored = desk.get(Opportunity, "o1")
        assert (stored.outcome, stored.stage_changed_at) == ("no_response", SINCE)


def test_an_offer_added_with_its_deadline_has_the_reminder_too_and_another_day_moves_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        line = "Hooli, Engineer, offer, decision by fri 27 nov"
        hooli = add_captured(desk, understand_line(line, desk.now(), desk.config)).added.opportunity
        first = only_reminder(desk)
        assert first is not None
        assert first.at == "2026-11-26T09:00:00+01:00"
        values = editing.opportunity_values(desk, hooli)._replace(decision_by="2026-12-02")
        editing.save_opportunity(desk, values, hooli)
        moved = only_reminder(desk)
        assert moved is not None
        assert (moved.id, moved.at) == (first.id, "2026-12-01T09:00:00+01:00")
        assert moved.title == "answer the offer by Wed 2 Dec 2026"
