"""Before a line is added: what the book knows of it already, and how the full form begins with it."""

from pathlib import Path

from followup_tui.desk import editing
from followup_tui.desk.desk import Desk
from followup_tui.desk.form_values import InterviewValues, OpportunityValues
from followup_tui.desk.pipeline import Person
from followup_tui.desk.quick_add import add_captured, form_values, known_already, understand_line
from followup_tui.domain.capture import Captured
from followup_tui.domain.records import Contact, Interview, Opportunity
from tests.desk.day_book import NOW, contact, open_desk, opportunity

LINE = (
    "Globex, Staff SRE, interview tue 3pm for 45 min with Ana Ruiz, recruiter Maya Lind <maya@x.com>, "
    "they decide by fri, via LinkedIn, remote, https://x.com/1 #sre !!, note: bring the graph"
)


def captured(desk: Desk, line: str) -> Captured:
    return understand_line(line, NOW, desk.config)


def test_people_of_the_book_are_told_from_new_ones(tmp_path: Path) -> None:
    with open_desk(tmp_path, contact("Ána Ruiz", "c1", company="globex"), contact("Maya Lind", "c2")) as desk:
        known = known_already(desk, captured(desk, "Globex, SRE, with Ana Ruiz and Maya Lind and Ben Cho"))
        assert [one.id for one in known.people] == ["c1", "c2"]
        assert known.new_people == ("Ben Cho",)


def test_the_same_opportunity_is_one_of_that_company_and_role(tmp_path: Path) -> None:
    with open_desk(tmp_path, opportunity("Globéx", "o1", role="Staff SRE")) as desk:
        same = known_already(desk, captured(desk, "globex, staff sre")).same
        assert same is not None
        assert same.id == "o1"
        assert known_already(desk, captured(desk, "Globex, Welder")).same is None
        assert known_already(desk, captured(desk, "Globex")).same is None
        assert known_already(desk, captured(desk, "")).same is None


def test_the_form_begins_with_all_that_was_understood(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        assert form_values(captured(desk, LINE)) == OpportunityValues(
            company="Globex",
            role="Staff SRE",
            stage="interviewing",
            source="LinkedIn",
            url="https://x.com/1",
            location="remote",
            priority=2,
            tags=("sre",),
            notes="bring the graph",
            decision_by="2026-11-27",
            people=(Person("Ana Ruiz", None, "interviewer"), Person("Maya Lind", "maya@x.com", "recruiter")),
            interview=InterviewValues(
                starts_at="2026-11-24T15:00:00+01:00",
                duration_min=45,
                people=(Person("Ana Ruiz", None, "interviewer"),),
            ),
        )
        assert form_values(captured(desk, "")) == OpportunityValues()


def test_the_form_stored_as_it_began_is_the_same_as_the_line_added(tmp_path: Path) -> None:
    line = LINE.replace("interview", "applied 12 nov, interview")
    with open_desk(tmp_path) as desk:
        added = add_captured(desk, captured(desk, line)).added.opportunity
        stored = editing.save_opportunity(desk, form_values(captured(desk, line)))
        assert told(desk, stored) == told(desk, added)


def told(desk: Desk, one: Opportunity) -> tuple[object, ...]:
    """An opportunity with its interview and its people, by their names."""
    (meeting,) = [meeting for meeting in desk.records(Interview).values() if meeting.opportunity_id == one.id]
    people = [desk.get(Contact, contact_id).name for contact_id in (*one.contact_ids, *meeting.contact_ids)]
    fields = (one.company, one.role, one.stage, one.applied_at, one.decision_by, one.source, one.url, one.tags)
    times = (meeting.starts_at, meeting.duration_min, meeting.format)
    return (*fields, one.priority, one.location, one.notes, people, times)
