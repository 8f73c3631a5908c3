"""The last changes: what each did, which of them stand, and the way back to before one."""

from pathlib import Path

import msgspec
import pytest

from followup_tui.desk import history, pipeline
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.store.book import Book
from tests.desk.day_book import NOW, contact, open_desk, opportunity

GLOBEX = opportunity("Globex", "o1", role="SRE")
ANA = contact("Ana Ruiz", "c1")


def three_changes(desk: Desk) -> None:
    """Beside what the book began with."""
    pipeline.move(desk, "o1", "offer")
    pipeline.edit(desk, desk.get(Contact, "c1"), company="Globex", title="CTO")
    desk.change("Deleted Ana Ruiz", delete=["c1"])


def reaches(desk: Desk) -> list[tuple[str, int]]:
    return [(step.label, step.reach) for step in history.last_steps(desk)]


def test_the_newest_comes_first_with_when_it_was_and_how_many_going_back_takes_back(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        three_changes(desk)
        assert reaches(desk) == [
            ("Deleted Ana Ruiz", 1),
            ("Edited Ana Ruiz", 2),
            ("Moved Globex, SRE to Offer", 3),
            ("Made for a test", 4),
        ]
        assert {step.at for step in history.last_steps(desk)} == {NOW}
        assert len(history.last_steps(desk, limit=2)) == 2


def test_a_step_says_what_became_of_each_record(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        three_changes(desk)
        assert [step.details for step in history.last_steps(desk)] == [
            ("deleted contact Ana Ruiz",),
            ("changed contact Ana Ruiz: company, title",),
            ("changed opportunity Globex, SRE: stage",),
            ("added opportunity Globex, SRE", "added contact Ana Ruiz"),
        ]


def test_of_a_step_with_many_records_the_first_are_told(tmp_path: Path) -> None:
    with open_desk(tmp_path, *(contact(f"Person {number}", f"c{number}") for number in range(25))) as desk:
        (step,) = history.last_steps(desk)
        assert (len(step.details), step.details[-1]) == (21, "and 5 more")


def test_what_was_taken_back_cannot_be_again_and_the_taking_back_is_no_step(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        three_changes(desk)
        desk.undo()
        assert reaches(desk)[:2] == [("Deleted Ana Ruiz", 0), ("Edited Ana Ruiz", 1)]
        desk.redo()
        assert reaches(desk)[:2] == [("Deleted Ana Ruiz", 1), ("Edited Ana Ruiz", 2)]


def test_going_back_takes_back_all_since_as_one_step(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        three_changes(desk)
        move = history.last_steps(desk)[2]
        assert history.go_back(desk, move.id) == "Undo: Deleted Ana Ruiz and 2 more"
        assert (desk.get(Opportunity, "o1"), desk.get(Contact, "c1")) == (GLOBEX, ANA)
        assert [reach for _, reach in reaches(desk)] == [0, 0, 0, 1]
        assert history.make_again(desk) == "Redo: Deleted Ana Ruiz and 2 more"
        assert desk.get(Opportunity, "o1").stage == "offer"
        assert desk.find(Contact, "c1") is None


def test_going_back_to_before_what_was_taken_back_is_refused(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        three_changes(desk)
        last = history.last_steps(desk)[0]
        desk.undo()
        with pytest.raises(FollowupError):
            history.go_back(desk, last.id)


def test_what_another_window_did_is_told_and_taken_back_with_the_rest(tmp_path: Path) -> None:
    with open_desk(tmp_path, GLOBEX, ANA) as desk:
        other = Book.open(tmp_path / "book.json", stamp=lambda: NOW)
        other.apply("Renamed elsewhere", put=[msgspec.structs.replace(ANA, name="Ana R.")])
        other.close()
        pipeline.move(desk, "o1", "offer")
        steps = history.last_steps(desk)
        assert [(step.label, step.is_own) for step in steps[:2]] == [
            ("Moved Globex, SRE to Offer", True),
            ("Renamed elsewhere", False),
        ]
        history.go_back(desk, steps[1].id)
        assert desk.get(Contact, "c1") == ANA
        history.make_again(desk)
        assert desk.get(Contact, "c1").name == "Ana R."
