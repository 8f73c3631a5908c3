"""All about one opportunity or contact: who, what is next, what was sent, who was thanked, and its story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.desk import look
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import NotFound
from followup_tui.domain.records import Draft, Promise, Reminder, StageChange
from followup_tui.domain.stages import Stages
from tests.desk.day_book import SINCE, contact, interview, material, open_desk, opportunity, touchpoint


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    book = (
        contact("Ana Ruiz", "ana"),
        contact("Ben Cho", "ben"),
        contact("Carl Vega", "carl"),
        opportunity(
            "Globex",
            "o1",
            contact_ids=("ana",),
            stage_history=(StageChange(stage="lead", at=SINCE), StageChange(stage="offer", at=SINCE)),
        ),
        opportunity("Hooli", "o2", contact_ids=("ben",)),
        interview(
            "i1",
            "18T15:00",
            contact_ids=("ana", "ben", "gone"),
            talking_points=("the rota",),
            promises=(Promise(id="p1", text="x", contact_id="carl"),),
        ),
        interview("i2", "19T15:00", contact_ids=("ana",), status="cancelled"),
        touchpoint("t1", "18T18:00", "ben", kind="thank_you", opportunity_id="o1", material_ids=("m1", "m2", "gone")),
        touchpoint("t2", "19T18:00", "ana", opportunity_id="o1", subject="Hello", body="How\nare you?"),
        touchpoint("t3", "20T18:00", "ben", opportunity_id="o1", material_ids=("m1",)),
        touchpoint("t4", "20T19:00", "ben", direction="in", material_ids=("m2",)),
        material("m1", "Article"),
        material("m2", "Portfolio"),
        Reminder(id="r1", title="call", at=SINCE, created_at=SINCE, opportunity_id="o1", contact_id="ana"),
        Reminder(id="r2", title="ring", at=SINCE, created_at=SINCE, contact_id="ben", done_at=SINCE),
        Draft(
            id="d1", kind="other", channel="email", created_at=SINCE, updated_at=SINCE, contact_id="ben", subject="Hi"
        ),
    )
    with open_desk(tmp_path, *book) as desk:
        yield desk


def test_the_story_of_an_opportunity_is_told_newest_first(desk: Desk) -> None:
    story = look.opportunity_dossier(desk, "o1").timeline
    assert [(moment.sort, moment.title) for moment in story] == [
        ("out", "message to Ben Cho, e-mail"),
        ("out", "message to Ana Ruiz, e-mail"),
        ("interview", "video interview with Ana Ruiz (cancelled)"),
        ("out", "thank-you to Ben Cho, e-mail"),
        ("interview", "video interview with Ana Ruiz, Ben Cho"),
        ("reminder", "reminder: call"),
        ("stage", "Globex: Offer"),
        ("stage", "Globex: Lead"),
    ]
    assert story[1].text == "Hello\n\nHow\nare you?"


def test_the_story_of_a_contact_is_theirs_alone(desk: Desk) -> None:
    story = look.contact_dossier(desk, "ben").timeline
    assert [moment.title for moment in story] == [
        "message from Ben Cho, e-mail",
        "message to Ben Cho, e-mail",
        "thank-you to Ben Cho, e-mail",
        "video interview with Ana Ruiz, Ben Cho",
        "reminder: ring (done)",
        "Globex: Offer",
        "Globex: Lead",
    ]


def test_what_they_have_been_sent_stands_once_for_each_person_with_the_last_time(desk: Desk) -> None:
    given = look.opportunity_dossier(desk, "o1").materials
    assert [(one.material.title, one.contact and one.contact.name, f"{one.at:%d %H:%M}") for one in given] == [
        ("Article", "Ben Cho", "20 18:00"),
        ("Portfolio", "Ben Cho", "18 18:00"),
    ]


def test_who_was_thanked_is_known_for_each_interview(desk: Desk) -> None:
    assert look.opportunity_dossier(desk, "o1").thanked == {"i1": {"ben"}, "i2": set()}


def test_a_thank_you_that_lapsed_is_still_not_sent(desk: Desk) -> None:
    assert "ana" not in look.contact_dossier(desk, "ana").thanked["i1"]


def test_everybody_who_is_named_has_a_name(desk: Desk) -> None:
    names = look.contact_dossier(desk, "ana").names
    assert names == {"ana": "Ana Ruiz", "ben": "Ben Cho", "carl": "Carl Vega"}


def test_the_people_of_an_opportunity_are_also_those_of_its_interviews(desk: Desk) -> None:
    assert [one.id for one in look.opportunity_dossier(desk, "o1").contacts] == ["ana", "ben"]


def test_what_is_gone_is_said_to_be(desk: Desk) -> None:
    for dossier in (look.opportunity_dossier, look.contact_dossier):
        with pytest.raises(NotFound):
            dossier(desk, "gone")


def test_where_an_opportunity_stands_is_said_in_the_users_names() -> None:
    one = opportunity("Globex", "o9", stage="closed", outcome="no_response")
    assert look.outcome_words(one, Stages().names) == "Closed, no response"
    assert look.outcome_words(one, {"closed": "Archive"}) == "Archive, no response"
