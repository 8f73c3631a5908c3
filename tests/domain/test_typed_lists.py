"""Tags, addresses and people, typed into one line and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.typed_lists import (
    NamedPerson,
    read_list,
    read_people,
    read_tags,
    write_list,
    write_people,
    write_tags,
)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("remote", ("remote",)),
        ("#remote #urgent", ("remote", "urgent")),
        ("remote, urgent;  big", ("remote", "urgent", "big")),
        ('"big firm" remote', ("big firm", "remote")),
        ("remote remote", ("remote",)),
        ("  ,, # ", ()),
        ('"unclosed', ("unclosed",)),
    ],
)
def test_tags_are_parted_by_spaces_and_commas(typed: str, tags: tuple[str, ...]) -> None:
    assert read_tags(typed) == tags


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("", []),
        ("Ana Ruiz", [NamedPerson("Ana Ruiz")]),
        ("ana", [NamedPerson("ana")]),
        ("Ana Ruiz (recruiter)", [NamedPerson("Ana Ruiz", None, "recruiter")]),
        ("Ana Ruiz (Hiring Manager)", [NamedPerson("Ana Ruiz", None, "hiring_manager")]),
        ("Ana Ruiz <ana@x.com>, Ben Cho", [NamedPerson("Ana Ruiz", "ana@x.com"), NamedPerson("Ben Cho")]),
        ("Ana (interviewer) <a@x.com>; Ben", [NamedPerson("Ana", "a@x.com", "interviewer"), NamedPerson("Ben")]),
        ('"Sam Hill, Jr." (referrer)', [NamedPerson("Sam Hill, Jr.", None, "referrer")]),
        ("Ana Ruiz, Ana Ruiz", [NamedPerson("Ana Ruiz")]),
    ],
)
def test_people_are_named_with_their_roles_and_addresses(typed: str, people: list[NamedPerson]) -> None:
    assert read_people(typed) == (tuple(people), ())


def test_a_role_that_is_none_is_said_and_the_person_kept() -> None:
    understood = read_people("Ana Ruiz (boss)")
    assert understood.people == (NamedPerson("Ana Ruiz"),)
    assert understood.problems == (
        "(boss) is no role; the roles are recruiter, coordinator, hiring manager, interviewer, referrer, other.",
    )


def test_an_address_alone_asks_for_the_name() -> None:
    assert read_people("<ana@x.com>") == ((), ("Who is ana@x.com? Give the name first.",))


# Names of any kind: what a person or an import may have put there, without quotes, which set them apart.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters='"'), min_size=1).map(
    lambda text: " ".join(text.replace("\r", " ").split())
)
NAMES = TEXTS.filter(bool)


@given(st.lists(NAMES, unique=True))
def test_a_list_that_is_written_reads_the_same(entries: list[str]) -> None:
    assert read_list(write_list(entries)) == tuple(entries)


@given(st.lists(NAMES.filter(lambda name: not name.startswith("#")), unique=True))
def test_tags_that_are_written_read_the_same(tags: list[str]) -> None:
    assert read_tags(write_tags(tags)) == tuple(tags)


ROLES = st.sampled_from(["other", "recruiter", "hiring_manager"])


@given(st.lists(st.builds(NamedPerson, NAMES, st.none(), ROLES), unique_by=lambda person: person.name))
def test_people_who_are_written_read_the_same(people: list[NamedPerson]) -> None:
    assert read_people(write_people(people)) == (tuple(people), ())
