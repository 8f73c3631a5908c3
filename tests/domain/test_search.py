"""Texts found by a few letters: what fits, how well, in which order, and which letters are meant."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.search import LONGEST_TEXT, Grade, Haystack, Hit, matched
from followup_tui.domain.text import fold

GLOBEX = "globex staff sre"


@pytest.mark.parametrize(
    ("query", "text", "grade"),
    [
        ("", GLOBEX, Grade.START),
        ("glob", GLOBEX, Grade.START),
        ("globex sta", GLOBEX, Grade.START),
        ("staff", GLOBEX, Grade.WORDS),
        ("sre glob", GLOBEX, Grade.WORDS),
        ("obex", GLOBEX, Grade.WITHIN),
        ("obex sre", GLOBEX, Grade.WITHIN),
        ("glbx", GLOBEX, Grade.LETTERS),
        ("gsre", GLOBEX, Grade.LETTERS),
        ("glbx sre", GLOBEX, Grade.LETTERS),
        ("lbx", GLOBEX, None),
        ("globe x y", GLOBEX, None),
        ("gx", "g and so many letters between x", None),
        ("  Ana  ", "ana ruiz", Grade.START),
        ("RÚIZ", "ana ruiz", Grade.WORDS),
        ("strasse", fold("Große Straße"), Grade.WORDS),
        ("(c", "acme (canada)", Grade.WORDS),
        ("^]", "a ^ b ]", Grade.LETTERS),
    ],
)
def test_how_well_a_text_fits(query: str, text: str, grade: Grade | None) -> None:
    assert [hit.grade for hit in Haystack([text]).find(query, 5)] == ([] if grade is None else [grade])


def test_better_grades_come_first_and_equal_ones_keep_the_order_of_the_texts() -> None:
    texts = ["data analyst ana", "banana", "aunt nadia", "ana ruiz", "zed", "ana kumar"]
    assert Haystack(texts).find("ana", 9) == [
        Hit(3, Grade.START),
        Hit(5, Grade.START),
        Hit(0, Grade.WORDS),
        Hit(1, Grade.WITHIN),
        Hit(2, Grade.LETTERS),
    ]


def test_no_more_are_found_than_are_asked_for() -> None:
    assert [hit.place for hit in Haystack(["ana"] * 9).find("a", 3)] == [0, 1, 2]
    assert Haystack(["ana"]).find("a", 0) == []


def test_a_text_that_is_a_page_is_found_by_its_beginning() -> None:
    haystack = Haystack(["ana " + "x" * LONGEST_TEXT + " end"])
    assert len(haystack.find("ana", 1)) == 1
    assert haystack.find("end", 1) == []


@pytest.mark.parametrize(
    ("query", "text", "meant"),
    [
        ("glob", "Globex, Staff SRE", "Glob"),
        ("sre", "Globex, Staff SRE", "SRE"),
        ("glbx", "Globex", "Glbx"),
        ("gsre", "Globex, Staff SRE", "GSRE"),
        ("ana r", "Ána  Rúiz", "ÁnaR"),
        ("strasse", "Große Straße", "Straße"),
        ("aero", "Ærodyne", "Æro"),
        ("ruiz", "Globex", ""),
        ("", "Globex", ""),
    ],
)
def test_the_letters_that_were_meant_are_told_in_the_text_as_it_is_shown(query: str, text: str, meant: str) -> None:
    assert "".join(text[place] for place in matched(query, text)) == meant


@given(st.text(max_size=12), st.lists(st.text(max_size=20), max_size=6))
def test_whatever_is_typed_each_text_is_found_once_at_most_and_by_itself_at_its_beginning(
    query: str, texts: list[str]
) -> None:
    hits = Haystack([fold(text) for text in texts]).find(query, 9)
    assert len({hit.place for hit in hits}) == len(hits)
    assert [hit.grade for hit in hits] == sorted(hit.grade for hit in hits)
    for text in texts:
        assert Haystack([fold(text)]).find(text, 1) == [Hit(0, Grade.START)]
        assert all(0 <= place < len(text) for place in matched(query, text))


@pytest.mark.parametrize("query", ["ab" * 40, "a b " * 20, "a" * 80, "(" * 80])
def test_texts_made_to_be_slow_take_no_time(query: str) -> None:
    haystack = Haystack(["a " * 120 + "ab" * 60] * 500)
    began = time.process_time()
    haystack.find(query, 50)
    assert time.process_time() - began < 2
