"""Columns that mislead: two things in one, one thing in two, a page of nobody, a date that says its own order."""

import pytest

from followup_tui.exchange.columns import match
from tests.exchange.reading_tables import Read


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Company / Role", "Globex, Inc. / Staff SRE"),
        ("Company/Role", "Globex, Inc. - Staff SRE"),
        ("Firma + Stelle", "Globex, Inc.\nStaff SRE"),
        ("Job title @ Company", "Staff SRE @ Globex, Inc."),
        ("Position, Company", "Staff SRE | Globex, Inc."),
        ("Company and role", "Staff SRE at Globex, Inc."),
    ],
)
def test_a_company_and_a_role_in_one_cell_are_taken_apart(title: str, cell: str) -> None:
    (found,) = Read(f'"{title}";Status\n"{cell}";Applied\n').opportunities
    assert (found.company, found.role, found.stage) == ("Globex, Inc.", "Staff SRE", "applied")


def test_a_cell_that_names_only_one_of_the_two_is_said_and_a_column_of_its_own_goes_before() -> None:
    read = Read("Company / Role,Status\nGlobex,Applied\nInitech / SRE,Applied\n")
    assert [one.company for one in read.opportunities] == ["Initech"]
    assert [(one.where.line, one.reason) for one in read.unreadable] == [(2, "has no role")]
    assert match(("Company / Role", "Role", "Status"), "applications") == ("company", "role", "stage")
    assert match(("Company", "Role", "Company, role", "Status"), "applications")[2] == "?"


def test_a_date_without_a_name_gives_way_to_one_that_says_of_what_it_is() -> None:
    (found,) = Read("Date,Company,Role,Applied on\n2026-10-01,Globex,SRE,2026-11-05\n").opportunities
    assert (found.applied_at, found.notes) == ("2026-11-05T09:00:00+01:00", "Date: 2026-10-01")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Applied (dd/mm/yyyy)", "2026-11-05"),
        ("Applied [MM/DD/YY]", "2026-05-11"),
        ("Beworben am (TT/MM/JJJJ)", "2026-11-05"),
        ("Applied", None),
    ],
)
def test_a_title_may_say_in_which_order_its_dates_are_unless_they_prove_another(title: str, day: str | None) -> None:
    (found,) = Read(f"Company,Role,{title}\nGlobex,SRE,05/11/2026\n").opportunities
    assert (found.applied_at and found.applied_at[:10]) == day
    proved = Read(f"Company,Role,{title}\nGlobex,SRE,05/11/2026\nInitech,SRE,27/10/2026\n").opportunities
    assert proved[0].applied_at == "2026-11-05T09:00:00+01:00"


def test_of_two_columns_with_what_somebody_is_the_filled_one_counts_and_the_other_is_kept() -> None:
    ana, ben = Read("Name,Occupation,Job Title,Company\nAna,,CTO,Globex\nBen,Baker,CEO,Initech\n").people
    assert (ana.title, ana.notes) == ("CTO", "")
    assert (ben.title, ben.notes) == ("Baker", "Job Title: CEO")


def test_the_page_of_a_company_is_nobodys() -> None:
    page = "https://www.linkedin.com/company/globex"
    for one in Read(f"Name,Company,LinkedIn\nAna,Globex,{page}\nBen,Globex,{page}\n").people:
        assert (one.linkedin, one.notes) == (None, f"LinkedIn: {page}")
    vacancy, ana = "https://www.linkedin.com/jobs/view/12", "https://www.linkedin.com/in/ana"
    titles = "Company,Company LinkedIn,Role,LinkedIn,Recruiter LinkedIn,Status\n"
    (found,) = Read(f"{titles}Globex,{page},SRE,{vacancy},{ana},Sent\n").opportunities
    assert (found.url, [one.linkedin for one in found.people]) == (vacancy, [ana])
    assert found.notes == f"Company LinkedIn: {page}"


def test_of_a_contact_too_the_company_and_what_they_are_may_stand_in_one_cell() -> None:
    (ana,) = Read("Name,Company / Position,Email\nAna,Globex / CTO,ana@x.example\n").people
    assert (ana.company, ana.title) == ("Globex", "CTO")


@pytest.mark.parametrize(
    ("row", "stage", "outcome"),
    [
        ("yes,no,,,", "applied", None),
        ("2026-10-01,12/10/2026,✓,,", "interviewing", None),
        ("x,,TRUE,,FALSE", "interviewing", None),
        ("01.10.2026,,,,15.10.2026", "closed", "rejected"),
        ("no,,,,", "lead", None),
    ],
)
def test_columns_called_by_stages_say_by_ticks_and_dates_how_far_it_went(
    row: str, stage: str, outcome: str | None
) -> None:
    titles = "Company,Role,Applied?,Telefoninterview,Interview date,Offer?,Rejected on"
    read = Read(f"{titles}\nGlobex,SRE,{row}\n")
    (found,) = read.opportunities
    assert (found.stage, found.outcome, read.remarks) == (stage, outcome, [])
    assert all(cell in f"{found.notes} {found.applied_at}" for cell in row.split(",")[1:])


def test_a_column_with_the_stage_goes_before_those_that_are_called_by_stages() -> None:
    (found,) = Read("Company,Role,Status,Interview\nGlobex,SRE,Withdrew,2026-10-12\n").opportunities
    assert (found.outcome, found.notes) == ("withdrawn", "Interview: 2026-10-12")


def test_a_title_with_a_word_for_a_telephone_is_one_but_not_a_fax() -> None:
    titles = "Vorname;Nachname;Telefon geschäftlich;Mobil privat;Fax (Telefon 2)"
    (ana,) = Read(f"{titles}\nAna;Ruiz;+49 30 1;+49 171 2;+49 30 9\n").people
    assert ana.phones == ("+49 30 1", "+49 171 2")


def test_an_answer_that_is_an_end_is_the_stage_where_no_column_says_it() -> None:
    ends = Read("Société,Poste,Date d'envoi,Réponse\nCafé,Chef,3 nov. 2026,Refus\nBlé,Chef,4 nov. 2026,appelée\n")
    assert [(one.stage, one.outcome, one.notes) for one in ends.opportunities] == [
        ("closed", "rejected", "Réponse: Refus"),
        ("applied", None, "Réponse: appelée"),
    ]


def test_what_is_no_address_is_said_and_kept() -> None:
    read = Read("Name,Company,Email\nAna,Globex,ask Tim\n")
    assert (read.people[0].emails, read.people[0].notes) == ((), "Email: ask Tim")
    assert "'ask Tim' is no e-mail address" in read.remarks[0].text
