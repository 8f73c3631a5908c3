"""Many people at once, each time one step of undo; and what was said in interviews."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from followup_tui.desk import people, said
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import Contact, Interview, Promise
from tests.desk.day_book import NOW, contact, interview, open_desk, opportunity, touchpoint


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    book = (
        contact("Ana Ruiz", "ana", tags=("warm", "Berlin")),
        contact("Ben Cho", "ben"),
        opportunity("Globex", "o1", contact_ids=("ana",)),
        opportunity("Hooli", "o2", contact_ids=("ana",), stage="closed"),
        interview("i1", "20T15:00", contact_ids=("ana", "gone"), promises=(Promise(id="p1", text="the plan"),)),
        touchpoint("t1", "20T18:00", "ana"),
    )
    with open_desk(tmp_path, *book) as desk:
        yield desk


def tags(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {one.id: one.tags for one in desk.records(Contact).values()}


def test_those_to_keep_in_touch_with_are_counted_from_now_in_one_step(desk: Desk) -> None:
    change = people.keep_in_touch(desk, ["ana", "ben"], keep=True)
    assert change.label == "Keep in touch with 2 people"
    kept = desk.records(Contact).values()
    assert {(one.keep_in_touch, one.keep_in_touch_since) for one in kept} == {(True, format_instant(NOW))}
    desk.undo()
    assert not any(one.keep_in_touch for one in desk.records(Contact).values())


def test_who_is_kept_in_touch_with_already_keeps_the_day_it_began(desk: Desk) -> None:
    people.keep_in_touch(desk, ["ana"], keep=True)
    change = people.keep_in_touch(desk, ["ana", "ben"], keep=True)
    assert [one.id for one in change.changes] == ["ben"]
    people.keep_in_touch(desk, ["ana"], keep=False)
    ana = desk.get(Contact, "ana")
    assert (ana.keep_in_touch, ana.keep_in_touch_since) == (False, format_instant(NOW))


def test_tags_are_given_and_taken_in_one_step(desk: Desk) -> None:
    change = people.tag(desk, ["ana", "ben"], add=["#remote", "WARM"], remove=["berlin"])
    assert change.label == "Tagged 2 people #remote #WARM -#berlin"
    assert tags(desk) == {"ana": ("warm", "remote"), "ben": ("remote", "WARM")}
    desk.undo()
    assert tags(desk) == {"ana": ("warm", "Berlin"), "ben": ()}


def test_no_tag_and_nobody_are_refused(desk: Desk) -> None:
    with pytest.raises(FollowupError, match="No tag"):
        people.tag(desk, ["ana"], add=[" # "])
    with pytest.raises(FollowupError, match="Nobody is marked"):
        people.keep_in_touch(desk, [], keep=True)
    with pytest.raises(NotFound):
        people.keep_in_touch(desk, ["ana", "gone"], keep=True)


def test_what_one_is_still_in_with_somebody(desk: Desk) -> None:
    assert [one.id for one in people.running(desk, "ana")] == ["o1"]
    assert people.running(desk, "ben") == ()


def test_a_talking_point_is_added_to_those_there_are(desk: Desk) -> None:
    said.add_talking_point(desk, "i1", "  the rota ")
    said.add_talking_point(desk, "i1", "the move")
    assert desk.get(Interview, "i1").talking_points == ("the rota", "the move")
    desk.undo()
    assert desk.get(Interview, "i1").talking_points == ("the rota",)


def test_a_promise_says_what_to_whom_and_by_when(desk: Desk) -> None:
    said.add_promise(desk, "i1", "a reference", contact_id="ana", due_on=date(2026, 11, 27))
    _, promise = desk.get(Interview, "i1").promises
    assert (promise.text, promise.contact_id, promise.due_on, promise.kept_at) == (
        "a reference",
        "ana",
        "2026-11-27",
        None,
    )
    assert f"promise:{promise.id}" in [one.key for one in desk.plan()]


def test_a_promise_that_is_kept_is_no_longer_reminded_of(desk: Desk) -> None:
    assert "promise:p1" in [one.key for one in desk.plan()]
    change = said.keep_promise(desk, "i1", "p1")
    assert change.label == "Kept the promise “the plan”"
    assert desk.get(Interview, "i1").promises[0].kept_at == format_instant(NOW)
    assert "promise:p1" not in [one.key for one in desk.plan()]


def test_a_promise_is_kept_once_and_words_are_wanted(desk: Desk) -> None:
    said.keep_promise(desk, "i1", "p1")
    with pytest.raises(FollowupError, match="already"):
        said.keep_promise(desk, "i1", "p1")
    with pytest.raises(NotFound):
        said.keep_promise(desk, "i1", "p2")
    with pytest.raises(FollowupError, match="no words"):
        said.add_talking_point(desk, "i1", " \n")
    with pytest.raises(FollowupError, match="no words"):
        said.add_promise(desk, "i1", "")


def test_only_people_of_the_book_can_be_promised_something(desk: Desk) -> None:
    assert said.people_of(desk, "i1") == {"ana": "Ana Ruiz"}
