"""Columns whose titles nobody knows, seen by what stands in them."""

import pytest

from followup_tui.exchange.columns import UNKNOWN
from followup_tui.exchange.tables import matched
from tests.exchange.reading_tables import Read, source

TRACKER = """Company,Role,Where I am,Reach them,Applied
Globex,SRE,Sent,ana@globex.com,2026-11-02
Initech,Engineer,2nd round,-,2026-11-03
Hooli,Tester,Ghosted,ben@hooli.com,2026-11-04
Acme,Welder,waiting for Bob,cy@acme.org,2026-11-05
"""


def fields(table: str, **corrected: str) -> dict[str, str]:
    return {column.title: column.field for column in matched(source(table), Read(table).kind, corrected)}


def test_most_cells_say_what_a_column_is() -> None:
    assert fields(TRACKER)["Where I am"] == "stage"
    assert fields(TRACKER)["Reach them"] == "contact_email"
    read = Read(TRACKER)
    stages = [(one.company, one.stage) for one in read.opportunities]
    assert stages[1:3] == [("Initech", "interviewing"), ("Hooli", "closed")]


def test_stages_alone_tell_a_table_of_applications() -> None:
    table = "Company,Role,Where I am\nGlobex,SRE,Sent\nInitech,Engineer,Ghosted\nHooli,Tester,Rejected\n"
    read = Read(table)
    assert read.kind == "applications"
    assert [one.stage for one in read.opportunities] == ["applied", "closed", "closed"]


def test_addresses_of_people_are_found() -> None:
    table = "Name,Company,Reach them\nAna Ruiz,Globex,ana@globex.com\nBen Cho,Hooli,ben@hooli.com\n"
    assert fields(table)["Reach them"] == "email"
    assert [one.emails for one in Read(table).people] == [("ana@globex.com",), ("ben@hooli.com",)]


@pytest.mark.parametrize(
    ("values", "is_stage"),
    [
        (["Sent", "Rejected"], True),
        (["Sent", "a nice town"], False),
        (["Sent", "Rejected", "Offer", "blue", "green"], True),
        (["Sent", "Rejected", "red", "blue", "green"], False),
        (["", "", ""], False),
    ],
    ids=["two of two", "one of two", "three of five", "two of five", "none"],
)
def test_few_values_must_all_be_known_and_of_more_the_most(values: list[str], *, is_stage: bool) -> None:
    table = "Company,Role,Applied,How it goes\n" + "".join(f"C{n},R,2026-11-02,{one}\n" for n, one in enumerate(values))
    assert (fields(table)["How it goes"] == "stage") == is_stage


def test_a_title_that_is_known_goes_before_what_cells_look_like() -> None:
    table = TRACKER.replace("Applied\n", "Status\n").replace("2026-11-0", "Offer ")
    assert fields(table)["Where I am"] == UNKNOWN


def test_what_a_person_corrected_stays() -> None:
    assert fields(TRACKER, **{"Where I am": UNKNOWN})["Where I am"] == UNKNOWN


def test_dates_without_a_known_title_are_only_pointed_at() -> None:
    table = TRACKER.replace("Reach them", "Last time").replace("ana@globex.com", "2026-11-09")
    table = table.replace("ben@hooli.com", "2026-11-10").replace("cy@acme.org", "2026-11-11")
    column = next(one for one in matched(source(table), "applications", {}) if one.title == "Last time")
    assert column.field == UNKNOWN
    assert "look like dates" in column.said
