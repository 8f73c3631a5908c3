"""The facts find records by what they belong to, in order of time, before and after changes."""

from datetime import UTC, datetime
from typing import Any

import pytest

from followup_tui.domain.facts import Facts, instant
from followup_tui.domain.rows import Row, rows


def row(table: str, record_id: str, **fields: Any) -> Row:
    [made] = rows(table, [{"id": record_id, "created_at": "2026-11-01T10:00:00Z", **fields}])
    return made


def ids(group: tuple[Any, ...]) -> list[str]:
    return [entry.id for entry in group]


def touchpoint(record_id: str, at: str, contact_id: str | None = "c1", opportunity_id: str | None = "o1") -> Row:
    return row("touchpoints", record_id, at=at, contact_id=contact_id, opportunity_id=opportunity_id)


def test_instants_are_in_utc_whatever_their_offset() -> None:
    expected = datetime(2026, 11, 17, 14, tzinfo=UTC)
    texts = ("2026-11-17T15:00:00+01:00", "2026-11-17T14:00:00Z", "2026-11-17T14:00:00.000000+00:00")
    assert {instant(text) for text in texts} == {expected}
    assert instant("2026-11-17T19:30:00.5+05:30") == expected.replace(microsecond=500_000)


def test_groups_are_in_order_of_time_and_then_of_id() -> None:
    texts = {"t3": "2026-11-17T15:00:00+01:00", "t1": "2026-11-17T14:00:00Z", "t2": "2026-11-17T13:59:00Z"}
    facts = Facts.of({"touchpoints": [touchpoint(each, at) for each, at in texts.items()]})
    assert ids(facts.touchpoints_of_contact.of("c1")) == ["t2", "t1", "t3"]
    assert facts.touchpoints_of_opportunity.of("o1")[0].at == datetime(2026, 11, 17, 13, 59, tzinfo=UTC)


def test_an_interview_stands_by_its_end_with_each_of_its_people_once() -> None:
    interview = row(
        "interviews",
        "i1",
        starts_at="2026-11-17T15:00:00+01:00",
        opportunity_id="o1",
        contact_ids=["c1", "c2", "c1"],
        promises=[{"id": "p1", "text": "references", "contact_id": "c3"}],
    )
    facts = Facts.of({"interviews": [interview]})
    [meeting] = facts.interviews_of_contact.of("c1")
    assert (meeting.ends_at.hour, meeting.starts_at.hour) == (15, 14)
    assert ids(facts.interviews_of_contact.of("c2")) == ids(facts.interviews_promised_to.of("c3")) == ["i1"]
    assert facts.interviews_of_contact.of("c3") == ()


def test_people_of_an_opportunity_are_its_contacts_and_its_primary_contact() -> None:
    opportunity = row("opportunities", "o1", contact_ids=["c1", "c2"], primary_contact_id="c9")
    facts = Facts.of({"opportunities": [opportunity]})
    for contact_id in ("c1", "c2", "c9"):
        assert ids(facts.opportunities_of_contact.of(contact_id)) == ["o1"]


def test_nobody_and_an_unknown_id_have_nothing() -> None:
    facts = Facts.of({"touchpoints": [touchpoint("t1", "2026-11-17T14:00:00Z", None, None)]})
    assert facts.touchpoints_of_contact.of(None) == facts.touchpoints_of_contact.of("gone") == ()
    assert list(facts.touchpoints_of_contact.keys()) == []


def test_a_replaced_record_moves_to_where_it_belongs_now() -> None:
    facts = Facts.of({"touchpoints": [touchpoint("t1", "2026-11-17T14:00:00Z")]})
    assert ids(facts.touchpoints_of_contact.of("c1")) == ["t1"]
    facts.replace("touchpoints", "t2", touchpoint("t2", "2026-11-17T13:00:00Z"))
    assert ids(facts.touchpoints_of_contact.of("c1")) == ["t2", "t1"]
    facts.replace("touchpoints", "t2", touchpoint("t2", "2026-11-17T15:00:00Z"))
    assert ids(facts.touchpoints_of_contact.of("c1")) == ["t1", "t2"]
    facts.replace("touchpoints", "t1", touchpoint("t1", "2026-11-17T14:00:00Z", "c2"))
    assert ids(facts.touchpoints_of_contact.of("c1")) == ["t2"]
    assert ids(facts.touchpoints_of_contact.of("c2")) == ["t1"]
    facts.replace("touchpoints", "t2", None)
    assert list(facts.touchpoints_of_contact.keys()) == ["c2"]
    assert list(facts.touchpoints) == ["t1"]


def test_taking_out_what_is_not_there_and_tables_without_facts_change_nothing() -> None:
    facts = Facts()
    facts.replace("touchpoints", "t1", None)
    facts.replace("drafts", "d1", row("drafts", "d1"))
    assert facts.touchpoints == {}
    with pytest.raises(KeyError):
        facts.table("drafts")


def test_reminders_and_decisions_are_found_by_what_they_name() -> None:
    reminder = row("reminders", "r1", at="2026-11-17T14:00:00Z", contact_id="c1", opportunity_id="o1")
    decision = row("decisions", "d1", at="2026-11-17T14:00:00Z", key="reminder:r1")
    facts = Facts.of({"reminders": [reminder], "decisions": [decision], "drafts": [row("drafts", "d9")]})
    assert ids(facts.reminders_of_contact.of("c1")) == ids(facts.reminders_of_opportunity.of("o1")) == ["r1"]
    assert ids(facts.decisions_of_key.of("reminder:r1")) == ["d1"]
