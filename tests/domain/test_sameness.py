"""Who is likely the same person, and what the one contact says that they become."""

from typing import Any

import pytest
from msgspec import UNSET

from followup_tui.domain.records import Contact
from followup_tui.domain.sameness import combined, groups, linkedin_key

SINCE = "2026-10-01T09:00:00+02:00"


def person(number: int, name: str = "Ana Ruiz", **fields: Any) -> Contact:
    return Contact(id=f"c{number}", name=name, created_at=SINCE, updated_at=SINCE, **fields)


SAME = {
    "one e-mail address, in another case": ({"email": "Ana@Globex.com"}, {"email": "ana@globex.COM"}),
    "one's second address is the other's first": ({"other_emails": ("a@x.org",)}, {"email": "a@x.org"}),
    "one LinkedIn address, written otherwise": (
        {"linkedin": "https://www.linkedin.com/in/Ana-Ruiz/"},
        {"linkedin": "es.linkedin.com/in/ana-ruiz?trk=x"},
    ),
    "name and company, accents and case aside": (
        {"name": "Ána  Ruiz", "company": "GLOBEX"},
        {"name": "ana ruiz", "company": "Globex", "email": "ana@home.org"},
    ),
    "the name, neither having a company nor another address": ({"email": "a@x.org"}, {"phone": "123"}),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_two_contacts_are_likely_the_same_by(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    one, other = ({"name": f"Person {number}", **fields} for number, fields in enumerate(pair, 1))
    if "name" not in pair[0] and not {"email", "linkedin", "other_emails"} <= pair[0].keys():
        one["name"] = other["name"] = "Ana Ruiz"
    (group,) = groups([person(1, **one), person(2, **other)])
    assert [contact.id for contact in group.contacts] == ["c1", "c2"]


DIFFERENT = {
    "another company": ({"company": "Globex"}, {"company": "Initech"}),
    "no company and different e-mail addresses": ({"email": "a@x.org"}, {"email": "b@x.org"}),
    "no company and different LinkedIn addresses": (
        {"linkedin": "linkedin.com/in/a"},
        {"linkedin": "linkedin.com/in/b"},
    ),
    "a company on one side only": ({"company": "Globex"}, {}),
    "the page of their company": (
        {"name": "Ana Ruiz", "linkedin": "https://www.linkedin.com/company/globex/"},
        {"name": "Ben Cho", "linkedin": "https://www.linkedin.com/company/globex/"},
    ),
    "another name": ({"company": "Globex"}, {"name": "Ben Cho", "company": "Globex"}),
    "an empty address": ({"email": "", "company": "Globex"}, {"email": "", "company": "Initech"}),
}


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_namesakes_are_not_the_same_with(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert groups([person(1, **pair[0]), person(2, **pair[1])]) == []


def test_who_shares_an_address_with_one_and_a_name_with_another_joins_them() -> None:
    people = [
        person(1, "Ana", company="Globex"),
        person(2, "Ana", company="Globex", email="ana@x.org"),
        person(3, "A. Ruiz", email="ANA@x.org"),
        person(4, "Ben"),
    ]
    (group,) = groups(people)
    assert [contact.id for contact in group.contacts] == ["c1", "c2", "c3"]
    assert group.reason == "e-mail ana@x.org"


def test_a_linkedin_address_that_is_none_is_compared_as_it_stands() -> None:
    assert linkedin_key("http://[broken") == "http://[broken"
    assert linkedin_key(None) == linkedin_key("  ") == ""


def test_what_is_there_stays_and_what_is_empty_is_filled_from_the_first_that_has_it() -> None:
    kept = person(1, company="Globex", title="")
    merged = combined(
        kept,
        [
            person(2, company="GLOBEX Inc", phone="1", role="recruiter", keep_in_touch=True),
            person(3, title="Head", phone="2", timezone="Europe/Madrid", role="referrer"),
        ],
    )
    assert (merged.id, merged.company, merged.title, merged.phone) == ("c1", "Globex", "Head", "1")
    assert (merged.timezone, merged.role, merged.keep_in_touch) == ("Europe/Madrid", "recruiter", True)


def test_addresses_numbers_and_tags_are_united_each_once() -> None:
    kept = person(1, email="ana@x.org", other_emails=("a@y.org",), phone="+34 600 111", tags=("warm",))
    other = person(2, email="ANA@y.org", other_emails=("A@Y.org", "ana@x.ORG"), phone="+34600111", tags=("Wärm", "new"))
    merged = combined(kept, [other])
    assert (merged.email, merged.other_emails) == ("ana@x.org", ("a@y.org", "ANA@y.org"))
    assert (merged.phone, merged.other_phones) == ("+34 600 111", ())
    assert merged.tags == ("warm", "new")


def test_notes_are_appended_once() -> None:
    merged = combined(
        person(1, notes="Met in Berlin.\n"), [person(2, notes="Runs."), person(3, notes="Runs.\n"), person(4)]
    )
    assert merged.notes == "Met in Berlin.\n\nRuns."
    assert combined(merged, [person(2, notes="Runs.")]) == merged


def test_notes_that_repeat_what_is_there_add_only_what_is_new() -> None:
    merged = combined(person(1, notes="Met in Berlin."), [person(2, notes="Met in Berlin.\nRuns.")])
    assert merged.notes == "Met in Berlin.\n\nRuns."


def test_what_a_newer_version_wrote_is_kept() -> None:
    merged = combined(person(1, unknown={"mood": "good"}), [person(2, unknown={"mood": "bad", "colour": "red"})])
    assert merged.unknown == {"mood": "good", "colour": "red"}
    assert combined(person(1), [person(2)]).unknown is UNSET
