"""What the book knows for one letter."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.instants import parse_instant
from followup_tui.domain.profile import Profile
from followup_tui.domain.records import (
    Contact,
    Interview,
    Material,
    MaterialKind,
    Opportunity,
    Promise,
    Reminder,
    Touchpoint,
)
from followup_tui.domain.templates import About, fill, material_ids, read_template, values_for
from followup_tui.domain.templates.fields import FIELDS

MADRID = ZoneInfo("Europe/Madrid")
NOW = parse_instant("2026-11-18T10:00:00+01:00")
MADE: dict[str, Any] = {"created_at": "2026-11-01T09:00:00+01:00"}
ANA = Contact(id="c1", name="Dr. Ana Ruiz", title="CTO", company="Globex SL", updated_at=MADE["created_at"], **MADE)
JOB = Opportunity(
    id="o1",
    company="Globex",
    role="Staff SRE",
    stage="interviewing",
    stage_changed_at=MADE["created_at"],
    updated_at=MADE["created_at"],
    applied_at="2026-11-05T23:30:00-05:00",
    decision_by="2026-11-27",
    **MADE,
)
USER = Profile("Jo Doe", "jo@example.org", ("patience", "tact"))


def talk(
    points: tuple[str, ...] = (), promises: tuple[Promise, ...] = (), at: str = "2026-11-17T15:00:00+01:00"
) -> Interview:
    return Interview(
        id="i1",
        opportunity_id="o1",
        starts_at=at,
        updated_at=at,
        talking_points=points,
        promises=promises,
        **MADE,
    )


def touch(touchpoint_id: str, at: str, **fields: Any) -> Touchpoint:
    given: dict[str, Any] = {"direction": "out", "channel": "email", "kind": "other", "contact_id": "c1"} | fields
    return Touchpoint(id=touchpoint_id, at=at, **given, **MADE)


def material(material_id: str, kind: MaterialKind, title: str) -> Material:
    return Material(id=material_id, kind=kind, title=title, url=f"https://example.org/{material_id}", **MADE)


def values(user: Profile = USER, **about: Any) -> dict[str, Any]:
    return values_for(About(**about), user, NOW, MADRID)


def test_everything_known_is_there_in_the_users_zone() -> None:
    interview = talk(points=("The fare engine rewrite.", "engineers write the notes"))
    known = values(contact=ANA, opportunity=JOB, interview=interview)
    expected = {
        "contact.first_name": "Ana",
        "contact.formal_name": "Dr. Ruiz",
        "contact.name": "Dr. Ana Ruiz",
        "contact.title": "CTO",
        "contact.company": "Globex SL",
        "opportunity.company": "Globex",
        "opportunity.role": "Staff SRE",
        "company": "Globex",
        "applied_on": date(2026, 11, 6),
        "decision_by": date(2026, 11, 27),
        "interview.date": date(2026, 11, 17),
        "interview.talking_points": ["the fare engine rewrite", "engineers write the notes"],
        "talking_point": "the fare engine rewrite",
        "user.name": "Jo Doe",
        "user.first_name": "Jo",
        "user.email": "jo@example.org",
        "user.strengths": ["patience", "tact"],
        "user.sign_off": "Jo Doe",
        "today": date(2026, 11, 18),
    }
    assert {path: known[path] for path in expected} == expected


def test_nothing_known_leaves_every_field_but_today_to_be_filled() -> None:
    known = values(user=Profile())
    assert {path for path in FIELDS if known.get(path)} == {"today"}


def test_without_an_opportunity_the_company_is_the_contacts() -> None:
    assert values(contact=ANA)["company"] == "Globex SL"


def test_a_talking_point_that_was_used_is_not_used_again() -> None:
    interview = talk(points=("The rewrite.", "release notes", "the move"))
    assert values(interview=interview, written=["… The rewrite …"])["talking_point"] == "release notes"
    assert values(interview=interview, written=["the REWRITE", "Release notes!"])["talking_point"] == "the move"
    assert values(interview=interview, written=["the rewrite, release notes, the move"])["talking_point"] is None


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("Ana's move to streams", "your move to streams"),
        ("Dr. Ana Ruiz’s move to streams.", "your move to streams"),
        ("what Ana's team and Ben's team share", "what your team and Ben's team share"),
        ("the team's plan", "the team's plan"),
        ("Hana's plan", "Hana's plan"),
    ],
)
def test_what_is_noted_of_them_is_told_them_as_theirs(noted: str, written: str) -> None:
    assert values(contact=ANA, interview=talk(points=(noted,)))["talking_point"] == written


def test_what_one_was_told_as_theirs_is_not_the_next_point_for_another() -> None:
    interview = talk(points=("Ben Cho's move", "the rewrite"))
    assert values(interview=interview, written=["I liked your move."])["talking_point"] == "the rewrite"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("rind samples", "rind samples"),
        ("The write-up.", "the write-up"),
        ("send the write-up", "the write-up"),
        ("Send her the write-up", "the write-up"),
        ("I'll send over my references", "my references"),
        ("to share a link", "a link"),
        ("email him two names", "two names"),
        ("I will forward you the paper", "the paper"),
        ("sender addresses", "sender addresses"),
        ("send", "send"),
    ],
)
def test_a_promise_is_named_by_what_was_promised(text: str, thing: str) -> None:
    assert values(interview=talk(promises=(Promise(id="p", text=text),)))["promise.text"] == thing


def test_the_follow_up_names_the_promise_else_it_is_the_first_open_one_to_this_person() -> None:
    interview = talk(
        promises=(
            Promise(id="p0", text="kept", contact_id="c1", kept_at="2026-11-18T09:00:00+01:00"),
            Promise(id="p1", text="Ben's", contact_id="c2"),
            Promise(id="p2", text="Ana's", contact_id="c1", due_on="2026-11-20"),
            Promise(id="p3", text="anyone's"),
        )
    )
    first = values(contact=ANA, interview=interview)
    assert (first["promise.text"], first["promise.due_on"]) == ("Ana's", date(2026, 11, 20))
    assert values(contact=ANA, interview=interview, key="promise:p3")["promise.text"] == "anyone's"
    assert values(contact=ANA, interview=interview, key="promise:p1")["promise.text"] == "Ben's"


def test_messages_are_those_up_to_now_and_in_their_own_words() -> None:
    known = values(
        contact=ANA,
        touchpoints=[
            touch("t4", "2026-11-19T09:00:00+01:00", direction="in", body="from tomorrow"),
            touch("t3", "2026-11-18T09:00:00+01:00", direction="in", kind="notice", body="automatic"),
            touch("t2", "2026-11-17T20:00:00+01:00", direction="in", subject="RE: Re: AW: Times", body="one\ntwo"),
            touch("t1", "2026-11-16T20:00:00+01:00", direction="in", subject="Old", body="old"),
            touch("t5", "2026-11-15T20:00:00+01:00"),
        ],
    )
    assert known["their_last_message"] == "one\ntwo"
    assert known["their_last_subject"] == "Times"
    assert known["their_last_message_on"] == date(2026, 11, 17)
    assert known["my_last_message_on"] == date(2026, 11, 15)


def test_a_reply_is_to_the_message_that_the_follow_up_names() -> None:
    touchpoints = [
        touch("t1", "2026-11-16T20:00:00+01:00", direction="in", body="the question"),
        touch("t2", "2026-11-17T20:00:00+01:00", direction="in", body="by the way"),
    ]
    assert values(contact=ANA, touchpoints=touchpoints, key="reply:t1")["their_last_message"] == "the question"


def test_the_event_is_where_they_met() -> None:
    touchpoints = [
        touch("t1", "2026-11-10T20:00:00+01:00", kind="met", subject="PyCon"),
        touch("t2", "2026-11-17T20:00:00+01:00", kind="met", subject="a meetup"),
    ]
    assert values(touchpoints=touchpoints)["event"] == "a meetup"
    named = values(touchpoints=touchpoints, key="event_follow_up:t1")
    assert (named["event"], named["event_on"]) == ("PyCon", date(2026, 11, 10))


@pytest.mark.parametrize(
    ("interview_at", "heard_at", "still_said"),
    [
        ("2026-11-17T15:00:00+01:00", None, True),
        ("2026-11-27T15:00:00+01:00", None, True),
        ("2026-11-28T15:00:00+01:00", None, False),
        ("2026-11-01T15:00:00+01:00", "2026-11-18T09:00:00+01:00", True),
    ],
)
def test_a_date_they_named_is_not_held_against_them_once_they_have_been_heard(
    interview_at: str,
    heard_at: str | None,
    still_said: bool,  # noqa: FBT001 - a column of the table
) -> None:
    touchpoints = [touch("t1", heard_at, direction="in")] if heard_at else []
    known = values(opportunity=JOB, interview=talk(at=interview_at), touchpoints=touchpoints)
    assert (known["decision_by"] is not None) is still_said


def test_a_date_before_their_last_answer_is_spent() -> None:
    late = parse_instant("2026-12-02T10:00:00+01:00")
    about = About(opportunity=JOB, touchpoints=[touch("t1", "2026-12-01T11:00:00+01:00", direction="in")])
    assert values_for(about, USER, late, MADRID)["decision_by"] is None


def test_a_material_is_offered_once_and_recorded_when_it_is_spoken_of() -> None:
    materials = [
        material("m1", "article", "Old news"),
        material("m2", "article", "New news"),
        material("m3", "accomplishment", "I passed."),
        material("m4", "portfolio", "My work"),
    ]
    known = values(
        contact=ANA, materials=materials, touchpoints=[touch("t1", "2026-11-01T09:00:00+01:00", material_ids=("m1",))]
    )
    assert (known["article.title"], known["article.url"]) == ("New news", "https://example.org/m2")
    assert (known["accomplishment"], known["material.title"]) == ("I passed.", "My work")
    letter = "{{article.title}} {{article.url}} [[{{accomplishment}} {{event}}]] {{material.url}}"
    filled = fill(read_template("t", f"---\nname: N\nkind: connect\nchannel: linkedin\n---\n{letter}"), known)
    assert material_ids(filled, known) == ("m2", "m4")


def test_a_reminder_gives_its_own_words() -> None:
    reminder = Reminder(id="r1", title="Ask about the talk", at="2026-11-18T09:00:00+01:00", **MADE)
    assert values(reminder=reminder)["reminder.title"] == "Ask about the talk"


@pytest.mark.parametrize(
    ("name", "signature", "sign_off"),
    [
        ("Jo Doe", "", "Jo Doe"),
        ("Jo Doe", "+34 600 000 000", "Jo Doe\n+34 600 000 000"),
        ("Jo Doe", "Jo Doe\nPorto", "Jo Doe\nPorto"),
        ("", "Jo, Porto", "Jo, Porto"),
        ("", "", ""),
    ],
)
def test_the_sign_off_has_the_name_once(name: str, signature: str, sign_off: str) -> None:
    assert values(user=Profile(name, "", (), signature))["user.sign_off"] == sign_off
