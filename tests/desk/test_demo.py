"""The demo book is whole, sound and lively, whenever it is opened."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from followup_tui.desk.demo import demo_book
from followup_tui.domain.cadence import URGENCIES, FollowUp, plan
from followup_tui.domain.codec import to_plain
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import (
    BY_TABLE,
    Contact,
    Decision,
    Draft,
    Interview,
    Material,
    Opportunity,
    Record,
    Touchpoint,
)
from followup_tui.domain.schema import STAGES, check_record
from followup_tui.domain.settings import PlanSettings

ZONES = ["Europe/Madrid", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland"]
HOURS = ["00:00:00", "08:59:59", "12:00:00", "16:00:00", "18:30:01", "23:59:59"]
# A whole week, and the days on which clocks change in Madrid, St John's and Auckland, with those after them.
DAYS = [f"2026-11-{day}" for day in range(16, 23)]
CHANGES = [
    "2026-03-29",
    "2026-03-30",
    "2026-10-25",
    "2026-10-26",
    "2026-03-08",
    "2026-11-01",
    "2026-04-05",
    "2026-09-27",
]
TURN_OF_A_YEAR = ["2026-12-31", "2027-01-01", "2028-02-29"]

NOWS = [
    datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZoneInfo(zone))
    for day, hour, zone in product([*DAYS, *CHANGES, *TURN_OF_A_YEAR], HOURS, ZONES)
]
SOME = NOWS[::7]  # of every day, hour and zone
NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/Madrid"))


def of_type(book: Iterable[Record], kind: type[Record]) -> list[Record]:
    return [record for record in book if isinstance(record, kind)]


def planned(book: Iterable[Record], now: datetime) -> list[FollowUp]:
    assert now.tzinfo
    tables = {table: of_type(book, kind) for table, kind in BY_TABLE.items()}
    return plan(Facts.of(tables), PlanSettings(now.tzinfo), now)


@pytest.mark.parametrize("day", [*DAYS, *CHANGES, *TURN_OF_A_YEAR])
def test_at_every_hour_of_every_day_there_is_something_of_every_urgency_and_rule(day: str) -> None:
    for now in NOWS:
        if f"{now:%Y-%m-%d}" == day:
            follow_ups = planned(demo_book(now), now)
            assert (now, {follow_up.urgency for follow_up in follow_ups}) == (now, set(URGENCIES))
            assert (now, len({follow_up.rule for follow_up in follow_ups})) == (now, 12)


@pytest.mark.parametrize("zone", ZONES)
def test_every_record_is_sound_and_every_reference_points_somewhere(zone: str) -> None:
    for now in SOME:
        if now.tzinfo == ZoneInfo(zone):
            book = demo_book(now)
            for record in book:
                assert list(check_record(record.table, to_plain(record))) == []
                assert set(references(record)) <= {other.id for other in book}
                assert not isinstance(record, Draft) or record.follow_up_key in {
                    follow_up.key for follow_up in planned(book, now)
                }


def references(record: Record) -> list[str]:
    """The ids of other records that a record names."""
    plain = to_plain(record)
    ids = [plain.get(name) for name in ("opportunity_id", "contact_id", "interview_id", "primary_contact_id")]
    ids += [one for name in ("contact_ids", "material_ids") for one in plain.get(name, ())]
    ids += [promise["contact_id"] for promise in plain.get("promises", ())]
    if isinstance(record, Decision):
        ids.append(record.key.partition(":")[2])
    return [one for one in ids if one is not None]


def test_ids_are_unique() -> None:
    ids = [record.id for record in demo_book(NOW)]
    assert len(ids) == len(set(ids))


def test_the_same_moment_gives_the_same_book_in_the_same_order() -> None:
    assert demo_book(NOW) == demo_book(NOW)
    assert list(dict.fromkeys(record.table for record in demo_book(NOW))) == [
        "opportunities",
        "touchpoints",
        "interviews",
        "contacts",
        "materials",
        "reminders",
        "decisions",
        "drafts",
    ]


def test_nothing_was_written_or_said_in_the_future() -> None:
    for now in SOME:
        times = [record.at for record in demo_book(now) if isinstance(record, Touchpoint | Decision)]
        assert max(map(datetime.fromisoformat, times)) <= now


def test_there_is_something_to_see_in_every_column() -> None:
    opportunities = [record for record in demo_book(NOW) if isinstance(record, Opportunity)]
    stages: list[str] = [opportunity.stage for opportunity in opportunities]
    assert {stage for stage in STAGES if stages.count(stage) >= 2} == set(STAGES)
    closed = [opportunity.outcome for opportunity in opportunities if opportunity.stage == "closed"]
    assert sorted(map(str, closed)) == ["no_response", "rejected", "withdrawn"]
    assert all(
        step.at <= opportunity.stage_changed_at for opportunity in opportunities for step in opportunity.stage_history
    )


def test_the_people_are_of_many_trades_and_their_addresses_lead_nowhere() -> None:
    contacts = [record for record in demo_book(NOW) if isinstance(record, Contact)]
    assert len({contact.title for contact in contacts}) == len(contacts) >= 26
    assert [contact.email for contact in contacts if contact.email and not contact.email.endswith(".example")] == []
    assert [contact.phone for contact in contacts if contact.phone and not contact.phone.startswith("+1 555 01")] == []


@pytest.mark.parametrize("now", SOME)
def test_interviews_lie_behind_and_ahead(now: datetime) -> None:
    book = demo_book(now)
    ends = {
        interview.id: datetime.fromisoformat(interview.starts_at) + timedelta(minutes=interview.duration_min)
        for interview in book
        if isinstance(interview, Interview)
    }
    ago = now.astimezone(UTC) - ends["juniper-interview-1"].astimezone(UTC)
    assert timedelta(hours=1) <= ago <= timedelta(minutes=65)
    assert ends["polar-interview-2"] > now
    thanked = {
        one.contact_id for one in book if isinstance(one, Touchpoint) and one.interview_id == "calder-interview-1"
    }
    assert thanked == {"ana", "ben"}


def test_there_is_something_of_everything_to_show() -> None:
    book = demo_book(NOW)
    touchpoints = [record for record in book if isinstance(record, Touchpoint)]
    assert {touchpoint.direction for touchpoint in touchpoints} == {"in", "out"}
    assert [touchpoint.id for touchpoint in touchpoints if touchpoint.needs_reply] == ["papyrus-message-2"]
    assert all(touchpoint.body for touchpoint in touchpoints)
    assert len(of_type(book, Material)) == 5
    promises = [promise for record in book if isinstance(record, Interview) for promise in record.promises]
    assert {promise.kept_at is None for promise in promises} == {True, False}
