"""What the forms store: all of it as one step of undo, and of a record that is there only what was changed."""

from pathlib import Path

import msgspec
import pytest

from followup_tui.desk import editing, marks, people_named
from followup_tui.desk.desk import Desk
from followup_tui.desk.form_values import ContactValues, InterviewValues, OpportunityValues
from followup_tui.desk.pipeline import Person
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.records import Contact, Interview, Opportunity, Promise, Reminder
from tests.desk.day_book import contact, interview, open_desk, opportunity

NOW = "2026-11-21T10:00:00+01:00"
ANA = contact("Ana Ruiz", "c1", company="Globex", role="recruiter")
BEN = contact("Ben Cho", "c2", company="Globex")
GLOBEX = opportunity("Globex", "o1", contact_ids=("c1", "c2"), primary_contact_id="c2", notes=" as it was ")
MEETING = interview("i1", "20T15:00", contact_ids=("c1",), promises=(Promise(id="p1", text="the plan"),))


def names(desk: Desk, ids: tuple[str, ...]) -> list[str]:
    return [desk.get(Contact, contact_id).name for contact_id in ids]


# Opportunities


def test_a_new_opportunity_is_stored_with_its_people_and_its_interview_as_one_step(tmp_path: Path) -> None:
    values = OpportunityValues(
        company=" Hooli ",
        role="SRE",
        stage="interviewing",
        location="Málaga",
        tags=("remote",),
        people=(Person("Ana Ruiz", "ana@x.com"), Person("Cy Young", None, "hiring_manager")),
        primary="Cy Young",
        interview=InterviewValues(
            starts_at="2026-11-24T15:00:00+01:00", people=(Person("Cy Young"), Person("Dee Lima"))
        ),
    )
    with open_desk(tmp_path) as desk:
        added = editing.save_opportunity(desk, values)
        assert (added.company, added.location, added.tags, added.created_at) == ("Hooli", "Málaga", ("remote",), NOW)
        assert names(desk, added.contact_ids) == ["Ana Ruiz", "Cy Young"]
        assert names(desk, (added.primary_contact_id or "",)) == ["Cy Young"]
        (meeting,) = desk.records(Interview).values()
        assert meeting.opportunity_id == added.id
        assert names(desk, meeting.contact_ids) == ["Cy Young", "Dee Lima"]
        roles = {one.name: one.role for one in desk.records(Contact).values()}
        assert roles == {"Ana Ruiz": "other", "Cy Young": "hiring_manager", "Dee Lima": "interviewer"}
        desk.undo()
        assert not desk.records(Opportunity)
        assert not desk.records(Contact)
        assert not desk.records(Interview)


@pytest.mark.parametrize(
    ("missing", "values"),
    [("company", OpportunityValues(company=" ", role="SRE")), ("role", OpportunityValues(company="Hooli", role="\n"))],
)
def test_company_and_role_must_be_there(tmp_path: Path, missing: str, values: OpportunityValues) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        for edited in (None, GLOBEX):
            with pytest.raises(FollowupError, match=f"The {missing} is empty"):
                editing.save_opportunity(desk, values, edited)
        assert dict(desk.records(Opportunity)) == {"o1": GLOBEX}


def test_a_form_that_was_not_touched_changes_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN, MEETING) as desk:
        editing.save_opportunity(desk, editing.opportunity_values(desk, GLOBEX), GLOBEX)
        editing.save_contact(desk, editing.contact_values(ANA), ANA)
        editing.save_interview(desk, "o1", editing.interview_values(desk, MEETING), MEETING)
        assert desk.get(Opportunity, "o1") == GLOBEX
        assert desk.get(Contact, "c1") == ANA
        assert desk.get(Interview, "i1") == MEETING
        assert len(desk.book.history()) == 1


def test_what_another_window_changed_meanwhile_stays(tmp_path: Path) -> None:
    opened = msgspec.structs.replace(GLOBEX, location="Lugo")
    with open_desk(tmp_path, opened, ANA, BEN) as desk:
        values = editing.opportunity_values(desk, opened)
        desk.change("Elsewhere", put=[msgspec.structs.replace(opened, location="Málaga", tags=("new",))])
        editing.save_opportunity(desk, values._replace(compensation="50k"), opened)
        stored = desk.get(Opportunity, "o1")
        assert (stored.compensation, stored.location, stored.tags) == ("50k", "Málaga", ("new",))


def test_people_are_added_taken_out_and_told_their_roles(tmp_path: Path) -> None:
    unknown = msgspec.structs.replace(GLOBEX, contact_ids=("c1", "gone", "c2"))
    with open_desk(tmp_path, unknown, ANA, BEN, contact("Ben Cho", "c9", company="Wayne")) as desk:
        values = editing.opportunity_values(desk, unknown)
        people = (Person("ben cho", "ben@x.com", "interviewer"), Person("Cy Young"))
        stored = editing.save_opportunity(desk, values._replace(people=people, primary=None), unknown)
        cy = next(one for one in desk.records(Contact).values() if one.name == "Cy Young")
        assert stored.contact_ids == ("c2", cy.id, "gone")
        assert stored.primary_contact_id is None
        ben = desk.get(Contact, "c2")
        assert (ben.role, ben.email) == ("interviewer", "ben@x.com")
        assert cy.company == "Globex"
        desk.undo()
        assert desk.get(Opportunity, "o1") == unknown
        assert desk.get(Contact, "c2") == BEN


def test_a_role_that_is_not_said_and_an_address_that_is_there_stay(tmp_path: Path) -> None:
    ana = msgspec.structs.replace(ANA, email="ana@globex.com")
    with open_desk(tmp_path, GLOBEX, ana, BEN) as desk:
        values = editing.opportunity_values(desk, GLOBEX)
        people = (Person("Ana Ruiz", "ana@x.com"),)
        editing.save_opportunity(desk, values._replace(people=people), GLOBEX)
        assert desk.get(Contact, "c1") == ana


def test_whom_to_write_to_can_be_someone_named_only_now(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN) as desk:
        values = editing.opportunity_values(desk, GLOBEX)
        values = values._replace(people=(*values.people, Person("Cy Young")), primary="Cy Young")
        stored = editing.save_opportunity(desk, values, GLOBEX)
        assert names(desk, (stored.primary_contact_id or "",)) == ["Cy Young"]


def test_a_stage_that_is_edited_is_moved_to_with_its_history(tmp_path: Path) -> None:
    closed = opportunity("Globex", "o1", stage="closed", outcome="rejected")
    with open_desk(tmp_path, closed) as desk:
        values = editing.opportunity_values(desk, closed)
        stored = editing.save_opportunity(desk, values._replace(stage="offer", outcome=None), closed)
        assert (stored.stage, stored.outcome, stored.stage_changed_at) == ("offer", None, NOW)
        assert [(change.stage, change.at) for change in stored.stage_history] == [("offer", NOW)]
        assert not desk.records(Reminder)


def test_an_offer_with_a_deadline_in_the_form_is_reminded_of_too(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN) as desk:
        values = editing.opportunity_values(desk, GLOBEX)
        editing.save_opportunity(desk, values._replace(stage="offer", decision_by="2026-11-27"), GLOBEX)
        assert [one.at for one in desk.records(Reminder).values()] == ["2026-11-26T09:00:00+01:00"]


def test_saving_what_was_deleted_meanwhile_is_refused(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, pytest.raises(NotFound):
        editing.save_opportunity(desk, OpportunityValues(company="Globex", role="SRE"), GLOBEX)


# Contacts


def test_someone_new_is_kept_in_touch_with_from_now_on(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        added = editing.save_contact(desk, ContactValues(name=" Cy Young ", keep_in_touch=True, tags=("vip", " ")))
        assert (added.name, added.keep_in_touch_since, added.tags) == ("Cy Young", NOW, ("vip",))


def test_keeping_in_touch_is_counted_from_when_it_was_asked_for(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA) as desk:
        values = editing.contact_values(ANA)
        asked = editing.save_contact(desk, values._replace(keep_in_touch=True), ANA)
        assert asked.keep_in_touch_since == NOW
        again = editing.save_contact(desk, editing.contact_values(asked)._replace(title="Talent"), asked)
        assert (again.keep_in_touch_since, again.title) == (NOW, "Talent")


def test_a_contact_needs_a_name(tmp_path: Path) -> None:
    with open_desk(tmp_path, ANA) as desk:
        for edited in (None, ANA):
            with pytest.raises(FollowupError, match="The name is empty"):
                editing.save_contact(desk, ContactValues(name="\n"), edited)


# Interviews


def test_a_new_interview_brings_its_people_and_takes_the_opportunity_along(tmp_path: Path) -> None:
    applied = opportunity("Globex", "o1", stage="applied")
    with open_desk(tmp_path, applied) as desk:
        values = InterviewValues(starts_at="2026-11-24T15:00:00+01:00", people=(Person("Cy Young"),))
        added = editing.save_interview(desk, "o1", values)
        after = desk.get(Opportunity, "o1")
        assert (after.stage, after.contact_ids) == ("interviewing", added.contact_ids)
        assert desk.undo().label == "Undo: Added the interview with Globex"
        assert desk.get(Opportunity, "o1") == applied


def test_a_call_leaves_an_opportunity_in_screening(tmp_path: Path) -> None:
    with open_desk(tmp_path, opportunity("Globex", "o1", stage="screening")) as desk:
        values = InterviewValues(starts_at="2026-11-24T15:00:00+01:00", format="phone")
        editing.save_interview(desk, "o1", values)
        assert desk.get(Opportunity, "o1").stage == "screening"


def test_promises_keep_their_identity_and_new_ones_get_one(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA, BEN, MEETING) as desk:
        values = editing.interview_values(desk, MEETING)
        promises = (Promise(id="p1", text="the whole plan"), Promise(id="", text="a talk", due_on="2026-11-27"))
        stored = editing.save_interview(desk, "o1", values._replace(promises=promises), MEETING)
        first, second = stored.promises
        assert (first.id, first.text) == ("p1", "the whole plan")
        assert second.id.startswith("pro-")
        assert (second.text, second.due_on) == ("a talk", "2026-11-27")


def test_an_interview_of_an_unknown_opportunity_can_still_be_edited(tmp_path: Path) -> None:
    lost = interview("i2", "20T15:00", "gone", contact_ids=("c1", "nobody"))
    with open_desk(tmp_path, ANA, lost) as desk:
        values = editing.interview_values(desk, lost)
        people = (*values.people, Person("Cy Young"))
        stored = editing.save_interview(desk, "gone", values._replace(status="done", people=people), lost)
        assert stored.status == "done"
        assert stored.contact_ids[0] == "c1"
        assert stored.contact_ids[2] == "nobody"


def test_a_new_interview_needs_its_opportunity(tmp_path: Path) -> None:
    values = InterviewValues(starts_at="2026-11-24T15:00:00+01:00", talking_points=("the rota", " "))
    with open_desk(tmp_path, GLOBEX, ANA, BEN) as desk:
        assert editing.save_interview(desk, "o1", values).talking_points == ("the rota",)
        with pytest.raises(NotFound):
            editing.save_interview(desk, "gone", values)


# People named in a form


def test_those_who_belong_here_are_meant_first_then_those_of_the_company(tmp_path: Path) -> None:
    other = contact("Ana Ruiz", "c9", company="Globex")
    with open_desk(tmp_path, other, ANA) as desk:
        named = [Person("Ana Ruiz"), Person("Cy Young")]
        assert people_named.recognise(desk, named, "Globex", ["c1"]) == ((ANA,), ("Cy Young",))
        assert people_named.recognise(desk, named, "Globex") == ((other,), ("Cy Young",))
        assert people_named.recognise(desk, named, "Wayne") == ((), ("Ana Ruiz", "Cy Young"))


def test_the_same_name_twice_is_one_person(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        ids, put = people_named.meant(desk, [Person("Cy Young"), Person("CY YOUNG")], [], "Globex")
        assert ids == (put[0].id,)
        assert len(put) == 1


def test_a_name_is_completed_accents_and_case_aside(tmp_path: Path) -> None:
    with open_desk(tmp_path, contact("Álvaro Núñez", "c1")) as desk:
        assert people_named.name_beginning(desk, "alv") == "Álvaro Núñez"
        assert people_named.name_beginning(desk, "nu") is None
        assert people_named.name_beginning(desk, " ") is None


# Stars and tags


def test_stars_go_up_to_three_and_then_to_none(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX) as desk:
        assert [marks.star(desk, "o1") for _ in range(4)] == [1, 2, 3, 0]


def test_tags_are_set_once_each_and_known_by_how_often_they_stand(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        marks.tag(desk, "o1", ["urgent", " remote ", "urgent", ""])
        marks.tag(desk, "c1", ["remote"])
        assert desk.get(Opportunity, "o1").tags == ("urgent", "remote")
        assert marks.known_tags(desk) == ("remote", "urgent")
        steps = len(desk.book.history())
        marks.tag(desk, "c1", ["remote"])
        assert len(desk.book.history()) == steps
        with pytest.raises(NotFound):
            marks.tag(desk, "gone", ["remote"])
