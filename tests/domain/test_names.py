"""Which record a name means: an id, else a whole name, else the beginnings of words; never a guess."""

import pytest

from followup_tui.domain.errors import Ambiguous, NotFound
from followup_tui.domain.names import Named, pick

PEOPLE = [
    Named("c1", ("Ana Ruiz", "Globex"), "Ana Ruiz Globex", "Ana Ruiz, Globex"),
    Named("c2", ("Ana Ruizo", "Initech"), "Ana Ruizo Initech", "Ana Ruizo, Initech"),
    Named("c3", ("José Ángel Łuczak", "Globex"), "José Ángel Łuczak Globex", "José, Globex"),
    Named("c4", ("Ben Cho",), "Ben Cho", "Ben Cho"),
    Named("c5", ("Ben Cho",), "Ben Cho", "Ben Cho, elsewhere"),
    Named("Ben", ("Cleo Marsh",), "Cleo Marsh", "Cleo Marsh"),
    Named("c7", ("c4",), "c4", "someone called c4"),
    Named("c8", ("",), "", "nameless"),
]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("c1", "c1"),
        ("Ben", "Ben"),  # the id, although two are called so
        ("c4", "c4"),  # the id before the whole name of another
        ("Ana Ruiz", "c1"),  # the whole name, although both begin so
        ("  ana   RUIZ ", "c1"),
        ("Initech", "c2"),
        ("ana ruizo", "c2"),
        ("an ruizo", "c2"),
        ("ruiz an glo", "c1"),  # words in any order, of name and company
        ("jose angel luczak", "c3"),
        ("JOSÉ", "c3"),
        ("łucz", "c3"),
        ("cleo", "Ben"),
        ("mar", "Ben"),
    ],
)
def test_the_first_way_that_fits_one_alone_wins(name: str, found: str) -> None:
    assert pick(name, PEOPLE, "contact").id == found


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("Ana", ["c1", "c2"]),
        ("ruiz", ["c1", "c2"]),
        ("Globex", ["c1", "c3"]),
        ("Ben Cho", ["c4", "c5"]),
        ("b", ["c4", "c5"]),
        ("c", ["c4", "c5", "Ben", "c7"]),
    ],
)
def test_a_name_that_fits_several_lists_them(name: str, fitting: list[str]) -> None:
    with pytest.raises(Ambiguous) as raised:
        pick(name, PEOPLE, "contact")
    assert [one for one, _ in raised.value.candidates] == fitting
    descriptions = {person.id: person.description for person in PEOPLE}
    assert all(descriptions[one] == description for one, description in raised.value.candidates)
    assert str(raised.value) == (
        f"{name!r} fits more than one contact ({len(fitting)}); nothing was changed. Say which by its id:"
    )


def test_namesakes_are_listed_without_those_whose_name_only_begins_so() -> None:
    namesakes = [Named(one, ("Ana Ruiz",), "Ana Ruiz", one) for one in ("a", "b")]
    with pytest.raises(Ambiguous) as raised:
        pick("ana ruiz", [*namesakes, Named("c", ("Ana Ruizo",), "Ana Ruizo", "c")], "contact")
    assert [one for one, _ in raised.value.candidates] == ["a", "b"]


@pytest.mark.parametrize("name", ["", " ", "\n", "Nobody", "na", "uiz", "ana x", "C1", "c", "🙂"])
def test_a_name_that_fits_nothing_is_told(name: str) -> None:
    with pytest.raises(NotFound, match=r"^No contact fits .*; `followup find WORDS` may help\.$"):
        pick(name, PEOPLE[:2], "contact")


def test_a_record_without_a_name_is_found_by_its_id_alone() -> None:
    assert pick("c8", PEOPLE, "contact").description == "nameless"
    with pytest.raises(NotFound):
        pick("", PEOPLE, "contact")
