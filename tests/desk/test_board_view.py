"""What the board is given: every opportunity with its next step, in the order asked for, and what narrows it."""

from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from followup_tui.desk.board_view import Order, pipeline
from followup_tui.desk.desk import Desk
from followup_tui.desk.subjects import Subjects
from followup_tui.domain.filtering import parse_filter
from followup_tui.domain.records import Opportunity, Record, Reminder
from tests.desk.day_book import MADRID, contact, interview, open_desk, opportunity, touchpoint

LATER = "2026-11-20T09:00:00+01:00"


def reminder(record_id: str, at: str, opportunity_id: str, title: str = "call") -> Reminder:
    return Reminder(
        id=record_id, title=title, at=f"2026-11-{at}:00+01:00", opportunity_id=opportunity_id, created_at=LATER
    )


BOOK: tuple[Record, ...] = (
    contact("Ana Ruiz", "c1"),
    contact("Ben Cho", "c2"),
    opportunity("Globex", "o1", contact_ids=("c2", "c1"), tags=("remote",), priority=1),
    interview("i1", "20T15:00", "o1", contact_ids=("c1",)),
    opportunity("Árbol", "o2", stage="lead", priority=3),
    opportunity("acme", "o3", stage="lead", location="Málaga", source="a friend"),
    opportunity("Wayne", "o4", stage="closed", outcome="withdrawn", contact_ids=("c1",)),
)


def companies(desk: Desk, order: Order) -> list[str]:
    return [item.opportunity.company for item in pipeline(desk, order).shown.all()]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("urgency", ["Globex", "Árbol", "acme", "Wayne"]),
        ("company", ["acme", "Árbol", "Globex", "Wayne"]),
        ("priority", ["Árbol", "Globex", "acme", "Wayne"]),
    ],
)
def test_cards_are_ordered_as_asked_and_those_alike_by_urgency(
    tmp_path: Path, order: Order, expected: list[str]
) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        assert companies(desk, order) == expected


def test_the_last_changed_stands_first_whatever_the_offset_it_was_written_with(tmp_path: Path) -> None:
    early = msgspec.structs.replace(opportunity("Early", "e"), updated_at="2026-11-20T09:00:00+09:00")
    late = msgspec.structs.replace(opportunity("Late", "l"), updated_at="2026-11-20T08:00:00+01:00")
    with open_desk(tmp_path, early, late) as desk:
        assert companies(desk, "change") == ["Late", "Early"]


def test_whom_the_follow_up_is_to_stands_first_among_the_people(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        item = next(pipeline(desk).shown.all())
        assert item.follow_up is not None
        assert [person.name for person in item.contacts] == ["Ana Ruiz", "Ben Cho"]
        assert item.first_name == "Ana"


def test_what_is_closed_asks_only_for_replies_the_refusals_own_letter_and_reminders(tmp_path: Path) -> None:
    closed = opportunity("Wayne", "o4", stage="closed", contact_ids=("c1",))
    ended = interview("i1", "10T15:00", "o4", contact_ids=("c1",))
    with open_desk(tmp_path, contact("Ana Ruiz", "c1"), closed, ended) as desk:
        assert [follow_up.rule for follow_up in desk.plan()] == ["R9"]
        assert next(pipeline(desk).shown.all()).follow_up is None
        desk.change(
            "They asked",
            put=[touchpoint("t1", "19T10:00", "c1", opportunity_id="o4", direction="in", needs_reply=True)],
        )
        follow_up = next(pipeline(desk).shown.all()).follow_up
        assert follow_up is not None
        assert follow_up.rule == "R5"


def test_the_first_thing_due_counts_even_behind_a_more_urgent_one(tmp_path: Path) -> None:
    book = (opportunity("Globex", "o1", stage="lead"), reminder("r1", "23T09:00", "o1"))
    with open_desk(tmp_path, *book, reminder("r2", "22T09:00", "o1")) as desk:
        assert next(pipeline(desk).shown.all()).due_at == datetime(2026, 11, 22, 9, tzinfo=MADRID)


def narrowed(desk: Desk, text: str) -> list[str]:
    items = tuple(pipeline(desk).shown.all())
    subjects = Subjects().of(items)
    return sorted(subject.id for subject in parse_filter(text).among(subjects, desk.now()))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("malaga", ["o3"]),
        ("friend", ["o3"]),
        ("arbol", ["o2"]),
        ("ruiz", ["o1", "o4"]),
        ("engineer remote", ["o1"]),
        ("tag:remote", ["o1"]),
        ("who:ben", ["o1"]),
        ("is:open", ["o1"]),
        ("is:none", ["o2", "o3", "o4"]),
        ("stage:lead priority:3", ["o2"]),
    ],
)
def test_words_and_terms_find_what_stands_in_the_records(tmp_path: Path, typed: str, ids: list[str]) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        assert narrowed(desk, typed) == ids


def test_what_did_not_change_is_looked_at_once(tmp_path: Path) -> None:
    with open_desk(tmp_path, *BOOK) as desk:
        subjects = Subjects()
        before = {subject.id: subject for subject in subjects.of(pipeline(desk).shown.all())}
        desk.change("Tag it", put=[msgspec.structs.replace(desk.get(Opportunity, "o1"), tags=("urgent",))])
        after = {subject.id: subject for subject in subjects.of(pipeline(desk).shown.all())}
        assert [name for name, subject in after.items() if subject is not before[name]] == ["o1"]
        assert "urgent" in after["o1"].tags


QUIET = [
    ("nothing since it was added", [], ["o1"]),
    ("a message fourteen days ago", [touchpoint("t1", "07T10:00", "c1", opportunity_id="o1")], ["o1"]),
    ("a message after that", [touchpoint("t1", "07T10:01", "c1", opportunity_id="o1")], []),
    ("a notice received", [touchpoint("t1", "15T10:00", None, opportunity_id="o1", direction="in", kind="notice")], []),
    ("an interview that took place", [interview("i1", "10T10:00", "o1")], []),
    ("an interview called off", [interview("i1", "10T10:00", "o1", status="cancelled")], ["o1"]),
    ("something due", [reminder("r1", "21T09:00", "o1")], []),
    ("something planned for later", [reminder("r1", "30T09:00", "o1")], ["o1"]),
]


@pytest.mark.parametrize(("since", "records", "quiet"), QUIET, ids=[since for since, _, _ in QUIET])
def test_quiet_is_what_has_heard_and_said_nothing_for_fourteen_days_with_nothing_due(
    tmp_path: Path, since: str, records: list[Record], quiet: list[str]
) -> None:
    assert since
    active = opportunity("Globex", "o1", stage="lead")
    offered = opportunity("Hooli", "o2", stage="offer")
    with open_desk(tmp_path, active, offered, opportunity("Wayne", "o3", stage="closed"), *records) as desk:
        assert narrowed(desk, "is:quiet") == quiet


def test_a_book_with_nothing_in_it_is_new(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        assert pipeline(desk).is_new
        desk.change("Somebody", put=[contact("Ana Ruiz", "c1")])
        assert not pipeline(desk).is_new
