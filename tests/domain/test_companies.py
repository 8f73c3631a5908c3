"""Companies as invitations and addresses name them."""

import pytest

from followup_tui.domain.companies import company_of_host, is_host_of, is_named, read_title

PEOPLE = ("Sam Reed", "Ana Ruiz", "Ben Cho")


@pytest.mark.parametrize(
    ("title", "company", "role"),
    [
        ("Interview with Globex", "Globex", ""),
        ("Interview: Staff SRE @ Globex", "Globex", "Staff SRE"),
        ("Globex - Phone screen", "Globex", ""),
        ("Globex <> Sam Reed", "Globex", ""),
        ("Sam Reed / Globex: final round", "Globex", ""),
        ("Onsite at Acme Robotics", "Acme Robotics", ""),
        ("Phone screen: Sam Reed and Ben Cho (Globex)", "Globex", ""),
        ("Technical Interview - Senior Data Engineer - Initech", "Initech", "Senior Data Engineer"),
        ("2nd round: Platform Engineer, Hooli", "Hooli", "Platform Engineer"),
        ("Vorstellungsgespräch bei Müller GmbH", "Müller GmbH", ""),
        ("Interview", "", ""),
        ("Call with Ana Ruiz", "", ""),
        ("30 Minute Meeting between Ana Ruiz and Sam Reed", "", ""),
        ("", "", ""),
    ],
)
def test_a_title_names_a_company_and_a_role_beside_people(title: str, company: str, role: str) -> None:
    assert read_title(title, PEOPLE) == (company, role)


def test_of_a_company_that_is_known_only_the_role_is_looked_for() -> None:
    assert read_title("Globex Staff SRE interview", PEOPLE, "Globex") == ("Globex", "Staff SRE")
    assert read_title("Onsite at Acme Robotics", PEOPLE, "Globex") == ("Globex", "")


@pytest.mark.parametrize(
    ("company", "text", "named"),
    [
        ("Globex", "Interview with GLOBEX, 3 pm", True),
        ("Globex Corporation", "Globex: phone screen", True),
        ("Müller GmbH", "Gespräch bei Muller", True),
        ("Globe", "Interview with Globex", False),
        ("Acme Robotics", "Acme interview", False),
        ("", "anything", False),
        ("X", "Project X", False),
    ],
)
def test_a_company_is_named_by_its_whole_words(company: str, text: str, named: bool) -> None:  # noqa: FBT001 - a column
    assert is_named(company, text) is named


@pytest.mark.parametrize(
    ("company", "host", "is_theirs"),
    [
        ("Acme Robotics, Inc.", "acmerobotics.io", True),
        ("Acme Robotics", "mail.acme-robotics.co.uk", True),
        ("Acme Robotics", "acme.com", True),
        ("Globex", "globexhq.com", True),
        ("Globex", "getglobex.com", True),
        ("Globex", "initech.com", False),
        ("Data Dogs", "datadoghq.com", False),
        ("Online Retail", "online.de", False),
        ("", "globex.com", False),
    ],
)
def test_a_host_is_a_companys_if_it_is_named_after_it(company: str, host: str, is_theirs: bool) -> None:  # noqa: FBT001
    assert is_host_of(company, host) is is_theirs


def test_a_company_is_called_by_its_host_as_the_text_writes_it() -> None:
    assert company_of_host("mail.globex.co.uk") == "Globex"
    assert company_of_host("acme-robotics.com") == "Acme Robotics"
    assert company_of_host("acmerobotics.io", "Interview with Acme Robotics") == "Acme Robotics"
    assert company_of_host("ibm.com", "IBM: onsite") == "IBM"
