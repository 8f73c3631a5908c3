"""vCards of all versions, in the forms that phones, mail programs and address books write them."""

from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # it has none
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Contact
from followup_tui.exchange.vcard_out import vcards
from tests.exchange.reading_files import Contents, file_of


def one(text: str) -> Any:
    (person,) = Contents("vcard", text).people
    return person


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_outlooks_card_of_version_2_1_is_read_with_its_encodings_and_without_its_photo() -> None:
    read = Contents("vcard", file_of("outlook_2.1.vcf"))
    (person,) = read.people
    assert read.unreadable == []
    assert (person.name, person.company, person.title) == ("Dr. Jörg Müller", "Umbrella GmbH", "Leiter Personal")
    assert (person.emails, person.phones) == (
        ("joerg.mueller@umbrella.example",),
        ("+49 221 0000-1", "+49 170 0000002"),
    )
    assert person.notes == "Getroffen in Köln\nwollte von sich hören lassen"


def test_apples_cards_are_read_with_grouped_properties_and_one_bad_line_loses_only_itself() -> None:
    read = Contents("vcard", file_of("apple_3.0.vcf"))
    ana, ben = read.people
    assert (ana.company, ana.title) == ("Globex, Inc.", "Head of Platform; SRE")
    assert ana.emails == ("ana.ruiz@globex.example", "ana@home.example")  # the preferred one first
    assert ana.linkedin == "https://www.linkedin.com/in/ana-ruiz"
    assert ana.notes == "Met at PyCon; talks about on-call.\nLikes climbing."
    assert ana.tags == ("Recruiting", "PyCon")
    assert (ben.name, ben.linkedin) == ("Ben Cho", "https://www.linkedin.com/in/ben-cho")
    ((line, reason),) = read.unreadable
    assert line == 25
    assert "EMAIL ben@globex.example" in reason


def test_googles_cards_are_read_and_a_card_without_a_name_is_called_as_its_address_says() -> None:
    asa, ngozi = Contents("vcard", file_of("google_3.0.vcf")).people
    assert (asa.name, asa.linkedin) == ("Åsa Lindqvist", "https://se.linkedin.com/in/asa-lindqvist")
    assert asa.tags == ("Recruiting",)
    assert ngozi.name == "Ngozi Okafor"


LONG_NAME = "Dr. Åsa Lindqvist, née Öberg; with a very long name that has to be folded by whoever writes"


def test_cards_that_vobject_writes_are_read() -> None:
    written = vobject.vCard()
    written.add("n").value = vobject.vcard.Name(family="Lindqvist", given="Åsa", prefix="Dr.")
    written.add("fn").value = LONG_NAME
    written.add("org").value = ["Initech, Ltd; Sweden", "R&D"]
    written.add("note").value = "first line\nsecond, line; with \\ everything"
    written.add("categories").value = ["a,b", "c"]
    for kind, address in (("HOME", "asa@home.example"), ("WORK", "asa@initech.example")):
        email = written.add("email")
        email.value = address
        email.type_param = kind
    person = one(written.serialize())
    assert person.name == LONG_NAME
    assert person.company == "Initech, Ltd; Sweden"
    assert person.notes == "first line\nsecond, line; with \\ everything"
    assert person.emails == ("asa@home.example", "asa@initech.example")
    assert person.tags == ("a,b", "c")


def test_version_4_gives_preferences_numbers_as_links_and_roles_of_ours() -> None:
    lines = (
        "FN:Ben Cho",
        "EMAIL;PREF=2:ben@home.example",
        "EMAIL;PREF=1;TYPE=work:ben@globex.example",
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+1-555-555-0100;ext=12',
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn;VALUE=text:ben-cho",
        "ROLE:hiring manager",
        "TZ:America/New_York",
    )
    person = one(card(*lines, version="4.0"))
    assert person.emails == ("ben@globex.example", "ben@home.example")
    assert person.phones == ("+1-555-555-0100 ext. 12",)
    assert (person.role, person.timezone) == ("hiring_manager", "America/New_York")
    assert person.linkedin == "https://www.linkedin.com/in/ben-cho"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Ana Ruiz", "N:Ruiz Pérez;Ana;;;"), "Ana Ruiz"),
        (("FN:Ruiz, Ana", "N:Ruiz;Ana;;;"), "Ana Ruiz"),
        (("FN:ana@globex.example", "N:Ruiz;Ana;;;"), "Ana Ruiz"),
        (("FN:", "N:Ruiz;Ana;María;Dr.;PhD"), "Dr. Ana María Ruiz PhD"),
        (("N:Ruiz;Ana",), "Ana Ruiz"),
        (("ORG:Globex",), "Globex"),
        (("NICKNAME:Nan", "TEL:1"), "Nan"),
    ],
)
def test_the_name_is_the_one_to_be_shown_unless_that_is_none(lines: tuple[str, ...], name: str) -> None:
    assert one(card(*lines)).name == name


def test_the_page_of_a_company_is_nobodys() -> None:
    company, ana = "URL:https://www.linkedin.com/company/globex", "URL:https://www.linkedin.com/in/ana"
    assert one(card("FN:Ana", company)).linkedin is None
    assert one(card("FN:Ana", company, ana)).linkedin == "https://www.linkedin.com/in/ana"


def test_a_zone_is_taken_only_by_its_name() -> None:
    assert one(card("FN:A", "TZ:-05:00")).timezone is None
    assert one(card("FN:A", "TZ;VALUE=text:-05:00; EST; America/New_York")).timezone == "America/New_York"
    assert one(card("FN:A", "TZ:../../etc/passwd")).timezone is None


def test_a_group_is_no_person_and_an_assistants_card_within_a_card_is_passed_over() -> None:
    assert Contents("vcard", card("KIND:group", "FN:Everybody", version="4.0")).people == []
    agent = card("FN:Boss", "AGENT:", "BEGIN:VCARD", "FN:Assistant", "END:VCARD", "EMAIL:boss@x.example", version="2.1")
    assert (one(agent).name, one(agent).emails) == ("Boss", ("boss@x.example",))


def test_what_is_cut_off_is_said_and_what_was_whole_before_is_read() -> None:
    read = Contents("vcard", card("FN:Ana") + "BEGIN:VCARD\r\nFN:Ben\r\nEMAIL:ben@glob")
    assert [person.name for person in read.people] == ["Ana"]
    assert read.unreadable == [(5, "is cut off: the card has no END:VCARD")]


def test_a_card_without_its_end_is_read_and_said() -> None:
    read = Contents("vcard", "BEGIN:VCARD\nFN:Ana\n" + card("FN:Ben"))
    assert [person.name for person in read.people] == ["Ana", "Ben"]
    assert [line for line, _ in read.unreadable] == [1]


def test_what_is_no_address_is_said_and_the_card_is_read() -> None:
    read = Contents("vcard", card("FN:Ana", "EMAIL:not an address"))
    assert read.people[0].emails == ()
    assert read.remarks == ["'not an address' is no e-mail address; left out"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_of_a_file_is_read(encoding: str) -> None:
    (person,) = Contents("vcard", card("FN:José Muñoz").encode(encoding)).people
    assert person.name == "José Muñoz"


def test_a_letter_torn_in_two_by_folding_is_put_together() -> None:
    data = card("FN:José").encode()
    torn = data.index("é".encode()) + 1
    (person,) = Contents("vcard", data[:torn] + b"\r\n " + data[torn:]).people
    assert person.name == "José"


def test_a_file_without_a_card_is_refused() -> None:
    with pytest.raises(FollowupError, match="holds no vCard"):
        Contents("vcard", "FN:Ana\n")


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(name=NAMES, company=NAMES, notes=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))))
def test_what_this_app_exports_is_read_back_as_it_was(name: str, company: str, notes: str) -> None:
    contact = Contact(
        id="c1",
        name=name,
        company=company,
        notes=notes,
        email="ana@globex.example",
        other_emails=("ana@home.example",),
        phone="+34 600 000 001",
        linkedin="https://www.linkedin.com/in/ana",
        role="hiring_manager",
        tags=("a,b", "c"),
        created_at="2026-11-01T10:00:00Z",
        updated_at="2026-11-01T10:00:00Z",
    )
    read = Contents("vcard", vcards([contact]))
    (person,) = read.people
    assert read.unreadable == []
    assert " ".join(person.name.split()) in (" ".join(name.split()), company.strip(), "Ana")
    assert person.emails == ("ana@globex.example", "ana@home.example")
    assert (person.role, person.tags, person.linkedin) == ("hiring_manager", ("a,b", "c"), contact.linkedin)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["BEGIN:VCARD", "END:VCARD", "AGENT:", "N:a;b", "FN;ENCODING=QUOTED-PRINTABLE:=C3=", ' "', ";:"]
        ),
        st.text(max_size=30),
        st.builds("{};{}:{}".format, st.sampled_from(["FN", "EMAIL", "TEL", "TZ", "NOTE"]), st.text(), st.text()),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_no_lines_whatever_are_more_than_unreadable(lines: list[str]) -> None:
    data = "\n".join(["BEGIN:VCARD", *lines]).encode("utf-8", "surrogatepass")
    units = Contents("vcard", data).units
    last = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 < (unit.where.line or 0) <= last for unit in units)
