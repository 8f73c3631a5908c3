"""Merging makes one contact of several: whatever named the others names the one that stays, in one step of undo."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.desk import merging
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.records import (
    Contact,
    Decision,
    Draft,
    Interview,
    Opportunity,
    Promise,
    Record,
    Reminder,
    Touchpoint,
)
from tests.desk.day_book import SINCE, contact, interview, open_desk, opportunity, touchpoint


def decision(record_id: str, key: str) -> Decision:
    return Decision(id=record_id, key=key, action="skip", at=SINCE)


def draft(record_id: str, **fields: Any) -> Draft:
    return Draft(id=record_id, kind="thank_you", channel="email", created_at=SINCE, updated_at=SINCE, **fields)


BOOK: tuple[Record, ...] = (
    contact("Ana Ruiz", "ana", company="Globex", email="ana@globex.com"),
    contact("Ána Ruiz", "twin", company="Globex", email="ana@home.org", phone="123", title="Head"),
    contact("Ben Cho", "ben", company="Globex"),
    opportunity("Globex", "o1", contact_ids=("ben", "twin", "ana"), primary_contact_id="twin"),
    opportunity("Hooli", "o2", contact_ids=("twin",)),
    opportunity("Initech", "o3", contact_ids=("ben",)),
    interview(
        "i1",
        "20T15:00",
        contact_ids=("twin", "ben", "ana"),
        promises=(Promise(id="p1", text="the plan", contact_id="twin"), Promise(id="p2", text="x", contact_id="ben")),
    ),
    touchpoint("t1", "20T18:00", "twin", opportunity_id="o1"),
    touchpoint("t2", "20T18:00", "ana", opportunity_id="o1"),
    touchpoint("t3", "20T19:00", "ana"),
    draft("d1", contact_id="twin", follow_up_key="thank_you:i1:twin", interview_id="i1"),
    Reminder(id="r1", title="call", at=SINCE, created_at=SINCE, contact_id="twin"),
    decision("k1", "connect:twin"),
    decision("k2", "keep_in_touch:twin:2026-11-20"),
    decision("k3", "thank_you:i1:twin"),
    decision("k4", "connect:ben"),
    decision("k5", "reply:t1"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, *BOOK) as desk:
        yield desk


def keys(desk: Desk) -> dict[str, str]:
    return {one.id: one.key for one in desk.records(Decision).values()}


def test_every_reference_names_the_contact_that_stays(desk: Desk) -> None:
    merging.merge(desk, ["ana", "twin"], "ana")
    assert desk.records(Contact).keys() == {"ana", "ben"}
    first = desk.get(Opportunity, "o1")
    assert (first.contact_ids, first.primary_contact_id) == (("ben", "ana"), "ana")
    assert desk.get(Opportunity, "o2").contact_ids == ("ana",)
    meeting = desk.get(Interview, "i1")
    assert meeting.contact_ids == ("ana", "ben")
    assert [promise.contact_id for promise in meeting.promises] == ["ana", "ben"]
    assert {one.contact_id for one in desk.records(Touchpoint).values()} == {"ana"}
    written = desk.get(Draft, "d1")
    assert (written.contact_id, written.follow_up_key) == ("ana", "thank_you:i1:ana")
    assert desk.get(Reminder, "r1").contact_id == "ana"
    assert keys(desk) == {
        "k1": "connect:ana",
        "k2": "keep_in_touch:ana:2026-11-20",
        "k3": "thank_you:i1:ana",
        "k4": "connect:ben",
        "k5": "reply:t1",
    }


def test_no_record_of_the_book_names_the_one_that_is_gone(desk: Desk) -> None:
    merging.merge(desk, ["twin", "ana"], "ana")
    everything = [record for one in BOOK if (record := desk.book.get(one.id)) is not None]
    assert len(everything) == len(BOOK) - 1
    assert "'twin'" not in repr(everything)
    assert ":twin" not in repr(everything)


def test_merging_is_one_step_of_undo(desk: Desk) -> None:
    before = {one.id: desk.book.get(one.id) for one in BOOK}
    change = merging.merge(desk, ["ana", "twin", "ben"], "ben")
    assert change.label == "Merged Ana Ruiz, Ána Ruiz into Ben Cho"
    desk.undo()
    assert {one.id: desk.book.get(one.id) for one in BOOK} == before


def test_what_does_not_name_them_is_left_alone(desk: Desk) -> None:
    change = merging.merge(desk, ["ana", "twin"], "ana")
    assert {"o3", "k4", "k5", "ben"}.isdisjoint(one.id for one in change.changes)


def test_the_preview_says_field_by_field_what_stays_what_is_new_and_what_is_left_out(desk: Desk) -> None:
    shown = merging.preview(desk, ["ana", "twin"], "ana")
    fields = {field.name: field for field in shown.fields}
    assert (fields["name"].value, fields["name"].left_out) == ("Ana Ruiz", ("Ána Ruiz",))
    assert (fields["title"].value, fields["title"].is_new) == ("Head", True)
    assert (fields["email"].value, fields["email"].is_new, fields["email"].left_out) == ("ana@globex.com", False, ())
    assert (fields["other_emails"].value, fields["other_emails"].is_new) == ("ana@home.org", True)
    assert fields["role"].value == ""
    assert shown.moved == "2 opportunities, 1 interview, 1 touchpoint, 1 draft, 1 reminder, 3 decisions"


def test_the_preview_says_moments_and_roles_as_they_are_said_elsewhere(tmp_path: Path) -> None:
    one = contact("Ana Ruiz", "ana", role="hiring_manager", linkedin_connected_at="2026-11-19T23:30:00+00:00")
    two = contact("Ana Ruiz", "twin", linkedin_connected_at="2026-10-01T08:00:00+00:00")
    with open_desk(tmp_path, one, two) as desk:
        shown = merging.preview(desk, ["ana", "twin"], "ana")
    fields = {field.name: (field.value, field.left_out) for field in shown.fields}
    assert fields["role"] == ("hiring manager", ())
    assert fields["linkedin_connected_at"] == ("20 Nov", ("1 Oct",))


def test_a_preview_changes_nothing(desk: Desk) -> None:
    revision = desk.revision
    merging.preview(desk, ["ana", "twin"], "ana")
    assert desk.revision == revision


def test_what_the_preview_says_is_what_merging_makes(desk: Desk) -> None:
    shown = merging.preview(desk, ["ana", "twin"], "twin")
    merging.merge(desk, ["ana", "twin"], "twin")
    merged = desk.get(Contact, "twin")
    for field in shown.fields:
        value = getattr(merged, field.name)
        said = ", ".join(value) if isinstance(value, tuple) else str(value)
        assert field.value in (said, "yes" if value is True else "")


def test_the_one_with_most_behind_it_is_proposed_to_be_kept(desk: Desk) -> None:
    assert merging.best_known(desk, ["twin", "ana"]) == "twin"  # two opportunities and a touchpoint
    assert merging.best_known(desk, ["ben", "ana"]) == "ana"


def test_merging_takes_two(desk: Desk) -> None:
    for ids in ([], ["ana"], ["ana", "ana"]):
        with pytest.raises(FollowupError, match="two contacts or more"):
            merging.merge(desk, ids, "ana")
    with pytest.raises(NotFound):
        merging.merge(desk, ["ana", "gone"], "ana")


def test_the_likely_same_are_found_with_the_one_asked_about_first(desk: Desk) -> None:
    group = merging.likely_of(desk, "twin")
    assert group is not None
    assert [one.id for one in group.contacts] == ["twin", "ana"]
    assert group.reason == "name and company: ana ruiz, globex"
    assert merging.likely_of(desk, "ben") is None
    assert len(merging.likely(desk)) == 1


KEYS = {
    "connect:a": "connect:z",
    "connect:b": None,
    "connect:a:b": None,
    "keep_in_touch:a:2026-11-20": "keep_in_touch:z:2026-11-20",
    "keep_in_touch:a:b:2026-11-20": None,
    "keep_in_touch:a": None,
    "thank_you:i:a": "thank_you:i:z",
    "thank_you:a:i": None,
    "thank_you:i:2:a": "thank_you:i:2:z",
    "thank_you:unknown:2:a": None,
    "promise:a": None,
    "a": None,
}


@pytest.mark.parametrize(("key", "renamed"), KEYS.items())
def test_a_key_is_read_by_the_rule_that_makes_it(key: str, renamed: str | None) -> None:
    assert merging.renamed_key(key, "z", {"a"}, {"i": None, "i:2": None}) == renamed
