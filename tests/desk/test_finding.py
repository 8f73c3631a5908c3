"""What the palette finds: opportunities, contacts and drafts together, the most urgent first among equal fits."""

from pathlib import Path
from typing import Any

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.finding import AT_FIRST, Finder, Finding
from followup_tui.domain.records import Contact, Draft, Reminder
from followup_tui.domain.search import Grade
from tests.desk.day_book import SINCE, contact, interview, open_desk, opportunity

# The thank-you to Zoe is overdue, the others have nothing to do.
ZOE = contact("Zoë Álvarez", "c1", company="Globex", title="CTO", email="zoe@globex.com")
GLOBEX = opportunity("Globex", "o1", role="Staff SRE", contact_ids=("c1",), tags=("remote",), location="Málaga")
MEETING = interview("i1", "17T15:00", contact_ids=("c1",))
ALBERT = contact("Albert Zobel", "c2", company="Acme")
CLOSED = opportunity("Globalia", "o2", role="Welder", stage="closed", outcome="withdrawn")


def draft(record_id: str, updated_at: str = SINCE, **fields: Any) -> Draft:
    return Draft(id=record_id, kind="thank_you", channel="email", created_at=SINCE, updated_at=updated_at, **fields)


def found(desk: Desk, query: str, finder: Finder | None = None) -> list[str]:
    return [one.title for one in (finder or Finder()).find(desk, query)]


def one(desk: Desk, query: str) -> Finding:
    (finding,) = Finder().find(desk, query)
    return finding


def test_records_are_found_by_what_one_remembers_of_them_accents_aside(tmp_path: Path) -> None:
    with open_desk(tmp_path, ZOE, GLOBEX, ALBERT, CLOSED) as desk:
        for query in ("zoe alv", "cto", "zoe@glo"):
            assert found(desk, query) == ["Zoë Álvarez"]
        for query in ("glx sre", "malaga", "remote", "staff"):
            assert found(desk, query) == ["Globex, Staff SRE"]
        assert found(desk, "nobody") == []


def test_a_finding_says_what_it_is_and_what_is_next(tmp_path: Path) -> None:
    with open_desk(tmp_path, ZOE, GLOBEX, MEETING) as desk:
        (opportunity_found,) = Finder().find(desk, "staff")
        assert opportunity_found[:4] == ("opportunity", "o1", "Globex, Staff SRE", "Interviewing · Málaga · #remote")
        assert opportunity_found.grade is Grade.WORDS
        assert opportunity_found.follow_up is not None
        assert opportunity_found.follow_up.urgency == "overdue"
        assert one(desk, "zoe")[:4] == ("contact", "c1", "Zoë Álvarez", "CTO, Globex")


def test_of_equal_fits_the_most_urgent_comes_first_then_by_name_and_closed_ones_last(tmp_path: Path) -> None:
    people = [contact("Globus Adler", "c3"), contact("Globus Adams", "c4")]
    with open_desk(tmp_path, *people, ZOE, GLOBEX, MEETING, CLOSED) as desk:
        assert found(desk, "glob") == [
            "Globex, Staff SRE",
            "Globus Adams",
            "Globus Adler",
            "Globalia, Welder",
            "Zoë Álvarez",
        ]


def test_a_better_fit_comes_before_a_more_urgent_one(tmp_path: Path) -> None:
    with open_desk(tmp_path, ZOE, GLOBEX, MEETING, contact("Staffan Lind", "c3")) as desk:
        assert found(desk, "staff") == ["Staffan Lind", "Globex, Staff SRE"]


def test_drafts_are_found_until_they_are_sent(tmp_path: Path) -> None:
    written = draft("d1", "2026-11-19T09:00:00+01:00", contact_id="c1", opportunity_id="o1", subject="Gracias")
    sent = draft("d2", contact_id="c1", subject="Gracias otra vez", sent_touchpoint_id="t1")
    with open_desk(tmp_path, ZOE, GLOBEX, written, sent, draft("d3")) as desk:
        assert one(desk, "gracias")[:4] == ("draft", "d1", "Gracias", "to Zoë Álvarez, Globex, 2 d ago")
        assert found(desk, "draft") == ["Thank-you without a subject", "Gracias"]


def test_before_anything_is_typed_what_presses_is_there_and_the_drafts_written_at_last(tmp_path: Path) -> None:
    drafts = [draft(f"d{day}", f"2026-11-{day}T09:00:00+01:00", subject=f"Of the {day}th") for day in (11, 13, 12)]
    with open_desk(tmp_path, ZOE, GLOBEX, MEETING, ALBERT, *drafts) as desk:
        assert found(desk, " ") == ["Globex, Staff SRE", "Zoë Álvarez", "Of the 13th", "Of the 12th", "Of the 11th"]


def test_before_anything_is_typed_no_more_stand_there_than_one_can_take_in(tmp_path: Path) -> None:
    pressing = [opportunity(f"Firm {number}", f"o{number}") for number in range(AT_FIRST + 5)]
    reminders = [
        Reminder(id=f"r{one.id}", title="Call", at="2026-11-19T09:00:00+01:00", opportunity_id=one.id, created_at=SINCE)
        for one in pressing
    ]
    with open_desk(tmp_path, *pressing, *reminders) as desk:
        assert len(found(desk, "")) == AT_FIRST


def test_what_changed_since_the_last_key_is_found_as_it_is_now(tmp_path: Path) -> None:
    with open_desk(tmp_path, ZOE, ALBERT) as desk:
        finder = Finder()
        assert found(desk, "zo", finder) == ["Zoë Álvarez", "Albert Zobel"]
        desk.change("Renamed", put=[msgspec.structs.replace(desk.get(Contact, "c1"), name="Zara Nix")], delete=["c2"])
        assert found(desk, "zo", finder) == ["Zara Nix"]
        desk.undo()
        assert found(desk, "zo", finder) == ["Zoë Álvarez", "Albert Zobel"]
