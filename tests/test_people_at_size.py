"""People of the size that an import brings: everybody is found, put in order and merged as in a small book."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk import merging
from followup_tui.desk.desk import Desk
from followup_tui.desk.directory import SORTS, Directory, Query
from followup_tui.domain.codec import from_plain
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import fold
from followup_tui.store.book import Book
from tests import bigbook

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=MADRID)
SIZES = bigbook.Sizes(opportunities=300, active=60, contacts=30_000, keep_in_touch=600, interviews=100, touchpoints=500)
TABLES = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = bigbook.big_book(NOW, SIZES)
    clock = Clock(MADRID, NOW, frozen=True)
    path = tmp_path_factory.mktemp("big") / "book.json"
    desk = Desk(Book.open(path, stamp=clock.now), Config(zone=MADRID), clock)
    desk.change("Made for a test", put=[from_plain(table, one) for table in TABLES for one in made[table]])
    yield desk
    desk.close()


def test_what_is_typed_narrows_thirty_thousand_people_to_those_who_have_it(desk: Desk) -> None:
    directory = Directory()
    everybody = desk.records(Contact)
    assert len(directory.listing(desk, Query()).contacts) == 30_000
    for words in ("ana", "ana ru", "ana ruiz", "ANA RUIZ kestrel"):
        found = {one.id for one in directory.listing(desk, Query(words), anew=False).contacts}
        expected = {
            one.id
            for one in everybody.values()
            if all(
                word in fold(f"{one.name} {one.company}") or f" {word}" in f" {one.role} {one.email}"
                for word in fold(words).split()
            )
        }
        assert found == expected
        assert found


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_has_everybody_once(desk: Desk, sort: str) -> None:
    listing = Directory().listing(desk, Query(sort=next(one for one in SORTS if one == sort)))
    assert len({one.id for one in listing.contacts}) == len(listing.contacts) == 30_000


def test_of_thirty_thousand_people_namesakes_at_one_company_are_likely_the_same(desk: Desk) -> None:
    groups = merging.likely(desk)
    seen = [one.id for group in groups for one in group.contacts]
    assert len(seen) == len(set(seen))
    for group in groups:
        assert len({(fold(one.name), fold(one.company or "")) for one in group.contacts}) == 1


def test_merging_two_of_them_touches_only_what_names_them(desk: Desk) -> None:
    opportunity = next(one for one in desk.records(Opportunity).values() if len(one.contact_ids) > 1)
    kept, gone = opportunity.contact_ids[:2]
    change = merging.merge(desk, [kept, gone], kept)
    assert gone not in desk.records(Contact)
    assert gone not in desk.get(Opportunity, opportunity.id).contact_ids
    assert len(change.changes) < 100
    desk.undo()
    assert desk.get(Opportunity, opportunity.id) == opportunity
    assert gone in desk.records(Contact)
