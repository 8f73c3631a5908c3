"""Everybody in the book: who fits what is typed, in which order, and when they were last heard of."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from followup_tui.desk.desk import Desk
from followup_tui.desk.directory import SORTS, Directory, Query, Sort
from followup_tui.domain.records import Contact
from tests.desk.day_book import contact, interview, open_desk, opportunity, touchpoint

DAYS = {"ana": "2026-10-01", "ben": "2026-10-03", "carl": "2026-10-02", "dora": "2026-10-04"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    people = (
        contact("Ána Ruiz", "ana", company="Globex", title="Head of Platform", tags=("warm",), email="ana@globex.com"),
        contact("ben cho", "ben", company="initech", role="hiring_manager", notes="Runs.", other_emails=("b@x.org",)),
        contact("Carl [bold]", "carl"),
        contact("Dora Lind", "dora", company="Globex", phone="+34 600"),
    )
    made = [msgspec.structs.replace(one, created_at=f"{DAYS[one.id]}T09:00:00+02:00") for one in people]
    book = (
        *made,
        opportunity("Globex", "o1", contact_ids=("ana", "dora")),
        interview("i1", "19T15:00", contact_ids=("dora",)),
        touchpoint("t1", "18T18:00", "ana", direction="in"),
        touchpoint("t2", "19T18:00", "ben"),
        touchpoint("t3", "20T18:00", "ben", direction="in", kind="notice"),
        touchpoint("t4", "10T18:00", "ana"),
        touchpoint("t5", "25T18:00", "dora"),
        touchpoint("t6", "20T18:00", None),
    )
    with open_desk(tmp_path, *book) as desk:
        yield desk


def ids(desk: Desk, query: Query, directory: Directory | None = None) -> list[str]:
    return [one.id for one in (directory or Directory()).listing(desk, query).contacts]


WORDS = {
    "": ["ana", "ben", "carl", "dora"],
    "  ": ["ana", "ben", "carl", "dora"],
    "ANA": ["ana"],
    "ruiz glob": ["ana"],
    "globex": ["ana", "dora"],
    "#warm": ["ana"],
    "platform": ["ana"],
    "hiring manager": ["ben"],
    "b@x.org": ["ben"],
    "runs": ["ben"],
    "lobe": ["ana", "dora"],
    "atform": [],
    "Manag": ["ben"],
    "600": ["dora"],
    "[bold]": ["carl"],
    "nobody": [],
}


@pytest.mark.parametrize(("words", "found"), WORDS.items())
def test_all_words_are_looked_for_accents_and_case_aside(desk: Desk, words: str, found: list[str]) -> None:
    assert ids(desk, Query(words)) == found


ORDERS: dict[Sort, list[str]] = {
    "name": ["ana", "ben", "carl", "dora"],
    "company": ["ana", "dora", "ben", "carl"],
    "heard": ["ben", "ana", "carl", "dora"],
    "next": ["dora", "ana", "ben", "carl"],
    "added": ["dora", "ben", "carl", "ana"],
}


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_begins_with_what_matters_and_can_be_turned(desk: Desk, sort: Sort) -> None:
    assert ids(desk, Query(sort=sort)) == ORDERS[sort]
    assert ids(desk, Query(sort=sort, backwards=True)) == ORDERS[sort][::-1]


def test_last_heard_counts_both_directions_but_no_notices_and_nothing_that_is_ahead(desk: Desk) -> None:
    heard = Directory().listing(desk, Query()).heard
    assert {one: f"{at:%d %H:%M}" for one, at in heard.items()} == {"ana": "18 17:00", "ben": "19 17:00"}


def test_the_next_step_is_the_most_urgent_follow_up_of_each(desk: Desk) -> None:
    listing = Directory().listing(desk, Query("nobody fits this"))
    assert listing.next["dora"].kind == "thank_you"
    assert "carl" not in listing.next
    assert listing.everybody.keys() == {"ana", "ben", "carl", "dora"}


def test_a_change_is_seen_at_the_next_question(desk: Desk) -> None:
    directory = Directory()
    assert ids(desk, Query("zara"), directory) == []
    desk.change("Renamed", put=[msgspec.structs.replace(desk.get(Contact, "ana"), name="Zara")], delete=["ben"])
    assert ids(desk, Query("zara"), directory) == ["ana"]
    assert ids(desk, Query(), directory) == ["carl", "dora", "ana"]


def test_between_two_keys_nothing_is_computed_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = Directory()
    directory.listing(desk, Query())
    monkeypatch.setattr("followup_tui.desk.directory._entry", None)
    monkeypatch.setattr("followup_tui.desk.directory._last_heard", None)
    assert [one.id for one in directory.listing(desk, Query("dora"), anew=False).contacts] == ["dora"]


def test_a_changed_contact_alone_is_folded_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = Directory()
    directory.listing(desk, Query())
    desk.change("Renamed", put=[msgspec.structs.replace(desk.get(Contact, "ana"), name="Zara")])
    folded: list[str] = []

    def entry(one: Contact) -> object:
        folded.append(one.id)
        return original(one)

    from followup_tui.desk import directory as module

    original = module._entry
    monkeypatch.setattr(module, "_entry", entry)
    directory.listing(desk, Query())
    assert folded == ["ana"]


def test_a_listing_does_not_change_after_it_was_given(desk: Desk) -> None:
    directory = Directory()
    listing = directory.listing(desk, Query())
    desk.change("Deleted", delete=["ana"])
    directory.listing(desk, Query())
    assert "ana" in listing.everybody
    assert [one.id for one in listing.contacts] == ["ana", "ben", "carl", "dora"]
