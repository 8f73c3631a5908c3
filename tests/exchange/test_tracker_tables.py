"""Tables of applications as trackers and people keep them: their titles, and rows and cells that mislead."""

import pytest

from followup_tui.exchange.columns import match
from tests.exchange.reading_tables import Read

# Titles as they stand in public scripts that read these exports (Simplify, a list like Teal's) and in templates that
# are handed round; those of Huntr, Notion and Airtable are from knowledge of them, for want of a real export.
TRACKERS = {
    "Teal": "ID>,Job Position>role,Company>company,Max. Salary>compensation,Location>location,Status>stage,Date Saved>,"
    "Deadline>?,Date Applied>applied_at,Follow up>?,Excitement>priority",
    "Simplify": "Job Title>role,Company Name>company,Job URL>url,Applied Date>applied_at,Status>stage,Status Date>,"
    "Archived>,Date Archived>,Notes>notes",
    "Huntr": "Title>role,Company>company,List>stage,Location>location,Salary>compensation,URL>url,Description>?,"
    "Created At>,Job Applied Date>applied_at",
    "Notion": "Company>company,Position>role,Stage>stage,Applied on>applied_at,Contact>contact,Interview Date>?,"
    "Resume>?,Last Edited>",
    "Airtable": "Company>company,Position>role,Status>stage,Application date>applied_at,Interviewers>contact,"
    "Point of contact>contact,Company website>?,Where I found it>source,Offer amount>compensation",
    "Obsidian": "company>company,position>role,status>stage,next_action>?,salary>compensation,"
    "application_date>applied_at,reference_link>url,resume_path>?,cover_letter_path>?",
    "a web app": "companyName>company,jobTitle>role,appliedDate>applied_at,jobUrl>url,contactEmail>contact_email,"
    "salaryRange>compensation,followUpDate>?",
    "German": "Unternehmen>company,Stellentitel>role,Ansprechpartner:in>contact,Beworben am>applied_at,Status>stage,"
    "Rückmeldung am>?,Link zur Stellenanzeige>url,Bewerbungsportal>source,E-Mail Ansprechpartner>contact_email",
    "French": "Entreprise>company,Intitulé de l'offre>role,Date d'envoi>applied_at,Statut>stage,Lien vers l'offre>url,"
    "Recruteur·euse>contact,Mail du contact>contact_email,Date de relance>?,Trouvée via>source,Réponse>?",
    "Spanish": "Empresa>company,Puesto>role,Fecha de postulación>applied_at,Estado>stage,Reclutador/a>contact,"
    "Enlace a la vacante>url,Salario ofrecido>compensation,Portal de empleo>source,Fecha de entrevista>?",
    "Portuguese": "Empresa>company,Cargo>role,Data da candidatura>applied_at,Status>stage,Recrutador(a)>contact,"
    "Pretensão salarial>compensation,Link da vaga>url",
}


@pytest.mark.parametrize("table", TRACKERS.values(), ids=TRACKERS)
def test_the_columns_of_trackers_are_known(table: str) -> None:
    expected = dict(column.split(">") for column in table.split(","))
    assert dict(zip(expected, match(tuple(expected), "applications"), strict=True)) == expected
    titles = ",".join(expected)
    assert Read(f"{titles}\n{','.join(['Globex'] * len(expected))}\n").kind == "applications"


def test_what_notion_and_airtable_put_into_cells_is_read() -> None:
    notion = "\ufeffCompany,Position,Stage,Applied on,Contact\n"
    notion += 'Globex (https://www.notion.so/Globex-1),SRE,Interviewing,"November 1, 2026",Ana Ruiz\n'
    airtable = "Name,Company,Status,Date applied,Link\nSRE,Globex,Submitted,11/25/2026,\n"
    for text in (notion, airtable):
        (found,) = Read(text).opportunities
        assert (found.company, found.role) == ("Globex", "SRE")
        assert found.applied_at is not None


def test_a_row_that_only_sums_up_is_no_opportunity_and_no_person() -> None:
    read = Read("Company,Role,Status,Salary\nTotal,Driver,Applied,\nGlobex,SRE,Applied,\nTotal: 2,,,€ 60.000\n")
    assert [one.company for one in read.opportunities] == ["Total", "Globex"]
    assert read.unreadable == []
    assert [one.name for one in Read("Name;Firma\nAna;Globex\nSumme: 1;\n").people] == ["Ana"]


def test_several_columns_of_people_are_all_read_but_not_what_is_ticked_off() -> None:
    (found,) = Read(
        "Company,Role,Status,Recruiter,Hiring Manager,Interviewers,Referral\n"
        "Globex,SRE,Applied,Ana Ruiz,Ben Cho,Dan Li; Eva Ott,yes\n"
    ).opportunities
    assert [(person.name, person.role) for person in found.people] == [
        ("Ana Ruiz", "recruiter"),
        ("Ben Cho", "hiring_manager"),
        ("Dan Li", "interviewer"),
        ("Eva Ott", "interviewer"),
    ]
    assert found.notes == "Referral: yes"


def test_a_source_that_is_a_link_is_the_posting() -> None:
    (found,) = Read("company,role,status,source\nGlobex,SRE,Applied,https://jobs.example/1\n").opportunities
    assert (found.url, found.source) == ("https://jobs.example/1", None)
