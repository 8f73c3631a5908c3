"""Tables as other programs and people write them. Where a form comes from stands beside it."""

import codecs
import io
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.cells import name_of, people_in
from followup_tui.exchange.found import FoundMessage, Source
from followup_tui.exchange.table_text import Layout, rows
from tests.exchange.reading_tables import Read

# The header of a Google Contacts export of 2024 ("Google CSV").
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Website 1 - Label,Website 1 - Value\n"
    'Ana,,Ruiz,,,,,,,"Ruiz, Ana",Globex,Head of Platform,Ops,,Met in Berlin,,Job search ::: * myContacts,* ,'
    "ana@globex.com ::: ana@home.org,Work,a.ruiz@globex.com,Mobile,+34 600 111 222 ::: +34 91 000 00 00,LinkedIn,"
    "https://www.linkedin.com/in/ana-ruiz\n"
    ",,,,,,,,,,Hooli,,,,,,* myContacts,* ,info@hooli.com,,,,,,\n"
)
# The header of the form that Google wrote until 2024.
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Language,Photo,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Title\n"
    "José Núñez,José,,Núñez,,,,,* My Contacts ::: Friends,* Work,jose@x.es,Mobile,600 111 222,,Señor SA,CTO\n"
)
# Outlook's 92 columns, of its CSV export since 2010.
OUTLOOK_COLUMNS = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
    "Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,"
    "Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,"
    "Other Street 3,Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,"
    "Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,"
    "Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,"
    "Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,"
    "E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,"
    "Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,"
    "Organizational ID Number,Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,"
    "User 2,User 3,User 4,Web Page"
)


def outlook(**cells: str) -> str:
    names = OUTLOOK_COLUMNS.split(",")
    assert len(names) == 92
    return ",".join(f'"{name}"' for name in names) + "\r\n" + ",".join(f'"{cells.get(name, "")}"' for name in names)


def test_the_new_form_of_google_contacts() -> None:
    read = Read(GOOGLE_NEW)
    ana, hooli = read.people
    assert (read.kind, ana.name, ana.company, ana.title) == ("contacts", "Ana Ruiz", "Globex", "Head of Platform")
    assert ana.emails == ("ana@globex.com", "ana@home.org", "a.ruiz@globex.com")
    assert ana.phones == ("+34 600 111 222", "+34 91 000 00 00")
    assert (ana.linkedin, ana.tags) == ("https://www.linkedin.com/in/ana-ruiz", ("Job search",))
    assert ana.notes == "Met in Berlin"
    assert (hooli.name, hooli.company, hooli.emails) == ("", "Hooli", ("info@hooli.com",))


def test_the_old_form_of_google_contacts() -> None:
    (jose,) = Read(GOOGLE_OLD).people
    assert (jose.name, jose.emails, jose.phones) == ("José Núñez", ("jose@x.es",), ("600 111 222",))
    assert (jose.company, jose.title, jose.tags) == ("Señor SA", "CTO", ("Friends",))


def test_outlooks_title_is_mr_or_mrs_and_the_job_title_is_the_title() -> None:
    row = {"Title": "Mrs.", "First Name": "Ana", "Last Name": "Ruiz", "Company": "Globex", "Job Title": "CTO"}
    row |= {"E-mail Address": "ana@globex.com", "E-mail Type": "SMTP", "E-mail Display Name": "Ana (ana@globex.com)"}
    row |= {"E-mail 2 Address": "a@home.org", "Business Phone": "+1 555 0100", "Mobile Phone": "+1 555 0101"}
    row |= {"Notes": "x", "Location": "HQ", "Priority": "Normal", "Sensitivity": "Normal", "Account": "A-1"}
    read = Read(outlook(**row))
    (ana,) = read.people
    assert (read.kind, ana.name, ana.title, ana.company) == ("contacts", "Ana Ruiz", "CTO", "Globex")
    assert (ana.emails, ana.phones) == (("ana@globex.com", "a@home.org"), ("+1 555 0100", "+1 555 0101"))
    assert ana.notes == "x"


TABLE = "Name{0}Company{0}E-mail{0}Notes\nJosé Núñez{0}Señor{0}jose@x.es{0}“hi” – €5\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_delimiter_and_encoding_are_found_out(encoding: str, delimiter: str) -> None:
    (jose,) = Read(TABLE.format(delimiter).encode(encoding)).people
    assert (jose.name, jose.company, jose.notes) == ("José Núñez", "Señor", "“hi” – €5")


def test_latin_1_is_read_where_windows_has_no_such_character() -> None:
    (jose,) = Read("Name,Company\nJosé\x8d Núñez,Señor\n".encode("latin-1")).people
    assert jose.name == "José\x8d Núñez"


def test_one_broken_byte_does_not_spoil_a_text_in_utf_8() -> None:
    data = ("Name,Company\n" + "José Núñez,Señor\n" * 9).encode() + b"Ana \xff Ruiz,X\n"
    assert Read(data).people[0].name == "José Núñez"


def test_a_line_for_spreadsheet_programs_says_the_delimiter() -> None:
    (ana,) = Read("sep=;\r\nName;Company\r\nAna, the first;Globex\r\n").people
    assert ana.company == "Globex"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_rows_are_read_with_every_line_end_and_empty_ones_are_none(ends: str) -> None:
    text = ends.join(
        ["", "My contacts,,", "", "Name,Company,", "Ana,Globex,", ",,", '"Ben ""B"" Cho","Acme, Inc."', ""]
    )
    assert [(one.name, one.company) for one in Read(text).people] == [
        ("Ana", "Globex"),
        ('Ben "B" Cho', "Acme, Inc."),
    ]


def test_a_quote_that_is_never_closed_loses_its_own_line_only() -> None:
    rows = [f"Person {number},Globex,p{number}@x.org" for number in range(40)]
    rows[3] = '"Broken,Globex,b@x.org'
    rows[20] = 'Fine,"Acme, Inc.",f@x.org'
    read = Read("\n".join(["Name,Company,Email", *rows, ""]))
    assert [unit.where.line for unit in read.unreadable] == [5]
    assert len(read.people) == 39
    (ended,) = Read('Name,Company,Email\nAna,X,a@x.org\n"Ben,Y,b@x.org\nCho,Z,c@x.org\n').unreadable
    assert ended.where.line == 3


def test_shorter_and_longer_rows_are_read_and_said() -> None:
    read = Read("Name,Company,Email\nAna\nBen,Globex,b@x.org,extra,\n")
    assert [one.name for one in read.people] == ["Ana", "Ben"]
    assert read.people[1].notes == "extra"
    assert [remark.where.line for remark in read.remarks] == [3]


def test_of_titles_that_stand_twice_the_first_that_says_something_counts() -> None:
    (ana,) = Read("Name,Company,Company,Email,Email\nAna,,Globex,a@x.org,b@x.org\n").people
    assert (ana.company, ana.emails) == ("Globex", ("a@x.org", "b@x.org"))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Vorname;Nachname;Firma;E-Mail-Adresse;Handynummer;Position", "Ana;Ruiz;Globex;a@x.org;+49 170 1234567;CTO"),
        ("Nombre;Apellidos;Empresa;Correo electrónico;Teléfono móvil;Cargo", "Ana;Ruiz;Globex;a@x.org;+34600111;CTO"),
        ("Prénom;Nom;Entreprise;Adresse e-mail;Téléphone;Fonction", "Ana;Ruiz;Globex;a@x.org;+33 1 02 03;CTO"),
        ("Nome;Sobrenome;Empresa;Endereço de e-mail;Telefone;Cargo", "Ana;Ruiz;Globex;a@x.org;+351 912;CTO"),
        ("full_name,EMPLOYER,work email,Cell Phone,Job Title", '"Ruiz, Ana",Globex,a@x.org,+1 555 0100,CTO'),
    ],
)
def test_columns_are_known_in_five_languages(header: str, row: str) -> None:
    (ana,) = Read(f"{header}\n{row}\n").people
    assert (ana.name, ana.company, ana.emails, ana.title) == ("Ana Ruiz", "Globex", ("a@x.org",), "CTO")
    assert len(ana.phones) == 1


def test_what_has_no_field_goes_to_the_notes_and_a_correction_wins() -> None:
    text = "Name,Company,Where we met,Mail?\nAna,Globex,Berlin,a@x.org\n"
    (ana,) = Read(text).people
    assert ana.notes == "Where we met: Berlin\nMail?: a@x.org" or ana.emails == ("a@x.org",)
    (corrected,) = Read(text, columns={"Mail?": "email", "Where we met": "", "Company": "notes"}).people
    assert (corrected.emails, corrected.notes, corrected.company) == (("a@x.org",), "Globex", None)


def test_our_own_export_of_contacts_is_read_back() -> None:
    text = (
        "id,name,company,title,role,email,phone,linkedin,timezone,other_emails,tags,notes,linkedin_connected_at\n"
        "c1,'=Ana,Globex,CTO,hiring_manager,a@x.org,+34 600,https://linkedin.com/in/ana,Europe/Madrid,b@x.org,"
        "warm,Hi,2024-03-07T00:00:00+01:00\n"
    )
    (ana,) = Read("\ufeff" + text).people
    assert (ana.name, ana.role, ana.emails, ana.timezone) == (
        "=Ana",
        "hiring_manager",
        ("a@x.org", "b@x.org"),
        "Europe/Madrid",
    )
    assert ana.linkedin_connected_at == "2024-03-07T00:00:00+01:00"


# Applications


def test_a_spreadsheet_of_ones_own_with_titles_above_and_odd_columns() -> None:
    read = Read(
        "Job hunt 2026 💼,,,,,,,\nUpdated weekly,,,,,,,\n,,,,,,,\n"
        "Company 🏢,Job Title / Role,Status,Date Applied,Salary (EUR),Who,Link,Vibe\n"
        "Globex,Staff SRE,✅ Applied,27/11/2025,60k,Ana Ruiz (recruiter) ana@globex.com,https://g.com/1?a=b,4\n"
        'Initech,Chef,2nd round,05/06/2026,,"Ben Cho, Dan Li",,\n'
        "Stark,Welder,🤷 on hold,n/a,,,,\n"
        ",Nobody,Applied,,,,,\n"
    )
    assert read.kind == "applications"
    globex, initech, stark = read.opportunities
    assert (globex.company, globex.role, globex.stage, globex.compensation) == (
        "Globex",
        "Staff SRE",
        "applied",
        "60k EUR",
    )
    assert (globex.applied_at, globex.url, globex.notes) == (
        "2025-11-27T09:00:00+01:00",
        "https://g.com/1?a=b",
        "Vibe: 4",
    )
    (ana,) = globex.people
    assert (ana.name, ana.role, ana.emails) == ("Ana Ruiz", "recruiter", ("ana@globex.com",))
    assert initech.applied_at == "2026-06-05T09:00:00+02:00"  # the column proves it
    assert (initech.stage, [one.name for one in initech.people]) == ("interviewing", ["Ben Cho", "Dan Li"])
    assert (stark.stage, stark.notes) == ("lead", "Status: 🤷 on hold")
    assert [remark.where.line for remark in read.remarks] == [7]
    assert [(unit.where.line, unit.reason) for unit in read.unreadable] == [(8, "has no company")]


STAGES = {
    "lead": "Wishlist, Bookmarked, Saved, To apply, Draft, 1. Wunschliste, Applying, "
    "Haven't applied yet, Noch nicht beworben, Pas encore postulé (urgent)",
    "applied": "Applied, Sent, Submitted, beworben, Candidatura enviada, Postulé, Under review, Warten auf Antwort, "
    "⏳ Waiting to hear back, Relancée",
    "screening": "Phone screen, Recruiter call, 📞 Phone Screen",
    "interviewing": "1st round, 2nd round, Final round, Onsite, Interviewing, round 3, On-site, Vorstellungsgespräch",
    "offer": "Negotiating, Offer, Offer received",
    "accepted": "Hired, Offer accepted",
    "rejected": "Rejected, Not selected, ❌ REJECTED, Absage, Rejected (after onsite)",
    "no_response": "Ghosted, No response, Sin respuesta",
    "withdrawn": "Withdrew, Withdrawn, Offer declined",
    None: "On hold, Waiting, not rejected yet, Something odd, maybe applied, nie beworben, encore postulé ?",
}


@pytest.mark.parametrize(
    ("word", "meaning"), [(word.strip(), meaning) for meaning, words in STAGES.items() for word in words.split(",")]
)
def test_stages_are_those_of_trackers(word: str, meaning: str | None) -> None:
    read = Read(f"Company,Position,Status\nGlobex,SRE,{word}\n")
    (found,) = read.opportunities
    if meaning is None:
        assert (found.stage, found.notes, len(read.remarks)) == ("lead", f"Status: {word}", 1)
    else:
        assert meaning == (found.outcome or found.stage)
        assert (found.stage == "closed") == (found.outcome is not None)


def applied(*cells: str, **reading: Any) -> list[str | None]:
    rows = "".join(f'Globex {number},SRE,"{cell}"\n' for number, cell in enumerate(cells))
    return [
        (one.applied_at or "")[:10] or None for one in Read(f"Company,Role,Applied\n{rows}", **reading).opportunities
    ]


def test_dates_are_read_by_date_order_else_by_what_the_column_proves_else_not_at_all() -> None:
    assert applied("5/6/2026", "7/8/2026") == [None, None]
    assert applied("5/6/2026", "27/11/2025") == ["2026-06-05", "2025-11-27"]
    assert applied("5/6/2026", "11/27/2025") == ["2026-05-06", "2025-11-27"]
    assert applied("5/6/2026", "27/11/2025", "11/27/2025") == [None, "2025-11-27", "2025-11-27"]
    assert applied("5/6/2026", "27/11/2025", date_order="mdy") == ["2026-05-06", "2025-11-27"]
    (said,) = Read("Company,Role,Applied\nGlobex,SRE,5/6/2026\n").remarks
    assert "5/6/2026" in said.text


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-11-07", "2026/11/07", "07 Nov 2026", "7-Nov-26", "Nov 7, 2026", "November 7th, 2026 10:30 PM"),
        *("7. November 2026", "7 de noviembre de 2026", "7 novembre 2026", "07.11.2026", "Saturday, November 7, 2026"),
        *(
            "2026-11-07T10:00:00Z",
            "2026-11-07 10:00:00",
            "Sat 7 Nov 2026",
            "sáb 7 nov 2026",
            "Sa., 7.11.2026",
            "20261107",
            "am 7.11.2026",
            "le 7 novembre 2026",
        ),
    ],
)
def test_dates_in_their_usual_forms(cell: str) -> None:
    assert applied(cell) == ["2026-11-07"]


@pytest.mark.parametrize("cell", ["soon", "31/02/2026", "2026", "12:30", "Marketing 5, 2026", "0/0/2026", "45000"])
def test_what_is_no_date_is_left_empty(cell: str) -> None:
    assert applied(cell) == [None]


# LinkedIn


def test_linkedin_job_applications_are_month_first_and_the_address_is_the_applicants_own() -> None:
    read = Read(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
        "Question And Answers\n"
        '"3/7/24, 2:22 PM",me@home.org,+34600,Globex,SRE,https://www.linkedin.com/jobs/view/1,cv.pdf,Visa?:No\n'
    )
    (found,) = read.opportunities
    assert (read.kind, found.applied_at, found.stage) == (
        "linkedin-applications",
        "2024-03-07T14:22:00+01:00",
        "applied",
    )
    assert (found.people, found.url) == ((), "https://www.linkedin.com/jobs/view/1")
    assert "me@home.org" not in found.notes


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
    ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
    "1,,Ana Ruiz,https://linkedin.com/in/ana,Sam Vega,https://linkedin.com/in/sam,2026-08-01 02:00:00 UTC,Hi,"
    '"Two\n\nlines",INBOX,,No,No\n'
    "1,,Sam Vega,https://linkedin.com/in/sam,Ana Ruiz,https://linkedin.com/in/ana,2026-08-02 02:00:00 UTC,,Y,SENT,,,\n"
    "1,,Sam Vega,https://linkedin.com/in/sam,Ana Ruiz,,2026-08-03 02:00:00 UTC,,never sent,INBOX,,Yes,No\n"
)


def test_linkedin_messages_go_out_if_they_are_the_users_and_drafts_are_left_out() -> None:
    read = Read(MESSAGES, user_name="sam vega")
    incoming, outgoing = (unit for unit in read.found if isinstance(unit, FoundMessage))
    assert (incoming.outgoing, incoming.at, incoming.body) == (False, "2026-08-01T04:00:00+02:00", "Two\n\nlines")
    assert (incoming.others[0].name, incoming.others[0].linkedin) == ("Ana Ruiz", "https://linkedin.com/in/ana")
    assert (outgoing.outgoing, outgoing.others[0].name, outgoing.channel) == (True, "Ana Ruiz", "linkedin")
    assert incoming.message_id != outgoing.message_id
    with pytest.raises(FollowupError, match=r"\[user\]"):
        Read(MESSAGES)


# Cells


def test_names_are_turned_round_but_not_what_stands_behind_them() -> None:
    assert name_of("Ruiz, Ana") == "Ana Ruiz"
    assert name_of("Ana Ruiz, PhD") == "Ana Ruiz, PhD"
    assert name_of("Ana  Ruiz") == "Ana Ruiz"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ("Ana Ruiz; Ben Cho", ["Ana Ruiz", "Ben Cho"]),
        ("Ana Ruiz <ana@x.org>, Ben Cho", ["Ana Ruiz", "Ben Cho"]),
        ("Ruiz, Ana", ["Ana Ruiz"]),
        ("Ana Ruiz, recruiter", ["Ana Ruiz"]),
        ("Ana Ruiz - Head of Talent - +34 600 111 222", ["Ana Ruiz"]),
        ("Herr Max Muster, Tel. 030/1234567", ["Herr Max Muster"]),
        ("Ana Ruiz, Ben Cho, Mobil: 0171 2345678", ["Ana Ruiz", "Ben Cho"]),
        ("E-Mail: ana@x.org", [""]),
        ("ana@x.org", [""]),
        ("https://www.linkedin.com/in/ana", [""]),
        ("—", []),
    ],
)
def test_people_in_one_cell(cell: str, names: list[str]) -> None:
    assert [person.name for person in people_in(cell)][: len(names)] == names


# What is no table


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"just a sentence, with a comma",
        b"a,b,c\n1,2,3\n",
        b"\x00" * 5_000,
        bytes(range(256)) * 50,
        b"PK\x03\x04 spreadsheet",
        b"%PDF-1.4",
        codecs.BOM_UTF16_LE + b"\x00",
        b'"' * 10_000,
        b"x" * 1_200_000,
        b"," * 1_200_000,
        b"Name,Company\n" + b"y" * 1_200_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_table_is_refused_with_the_name_of_the_file(data: bytes) -> None:
    with pytest.raises(FollowupError, match=r"^in\.csv: .*; nothing was imported\."):
        Read(data)


def test_a_table_whose_file_was_closed_half_way_is_left_quietly() -> None:
    data = b"Name,Company\nAna,Globex\nBen,Globex\n"
    with io.BytesIO(data) as stream:
        read = rows(Source(Path("in.csv"), len(data), stream), Layout("utf-8", ","))
        next(read)
    assert isinstance(read, Generator)
    read.close()
