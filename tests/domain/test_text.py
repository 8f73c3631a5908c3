"""Text is kept as given, and has no power where it is shown."""

import json
import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.text import clean, fold, hold, picture, release, visible

HOSTILE: list[str] = [
    case["s"] for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
]
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ANY_TEXT = st.text(st.characters(), max_size=60)  # surrogates too


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\r\n\r\n", "\n\n"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("\x00\x07\x1b[2J\x7f\x9b", "\x00\x07\x1b[2J\x7f\x9b"),
        ("tab\there\x0b\x0c\x85\u2028", "tab\there\x0b\x0c\x85\u2028"),
        ("A\u0301na \u202e \u200b", "A\u0301na \u202e \u200b"),
    ],
)
def test_what_is_stored_is_what_was_given_but_for_line_ends_and_lone_surrogates(given_text: str, stored: str) -> None:
    assert clean(given_text) == stored


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("José 北京 👍🏽 ❤️", "José 北京 👍🏽 ❤️"),
        ("[red]Ana[/red]", "[red]Ana[/red]"),
        ("\x1b[31mAna", "␛[31mAna"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x7f\x9b2J", "␡␦2J"),
        ("one\ntwo\r\nthree", "one⏎two⏎⏎three"),
        ("one\x85two\u2028three\u2029", "one⏎two⏎three⏎"),
        ("a\tb", "a b"),
        ("safe\u202etxt.exe", "safe⇄txt.exe"),
        ("\u2066a\u2069\u200e\u061c", "⇄a⇄⇄⇄"),
        ("a\u200bb\u2060c\ufeffd\u00ade", "a◌b◌c◌d◌e"),
        ("\u3164", "◌"),
        ("a\ufe0fb", "a◌b"),
        ("\ufe0f", "◌"),
        ("\ud800", "\ufffd"),
    ],
)
def test_a_name_shows_what_is_in_it(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dear Ana,\n\nthanks", "Dear Ana,\n\nthanks"),
        ("a\tb", "a    b"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("one\x0btwo\u2028three", "one␋two⏎three"),
        ("👩\u200d🔬 می\u200cنا", "👩\u200d🔬 می\u200cنا"),
        ("\u202eevil", "⇄evil"),
    ],
)
def test_a_message_keeps_its_lines_and_its_emoji(text: str, shown: str) -> None:
    assert visible(text, single_line=False) == shown


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_hostile_string_keeps_its_power(text: str) -> None:
    assert not CONTROL.search(visible(text))
    assert not CONTROL.search(visible(text, single_line=False).replace("\n", ""))
    assert len(visible(text)) == len(text)
    assert release(hold(clean(text))) == clean(text)


@given(ANY_TEXT)
@settings(max_examples=200)
def test_nothing_visible_is_a_control(text: str) -> None:
    assert not CONTROL.search(visible(text))
    assert not CONTROL.search(visible(text, single_line=False).replace("\n", ""))


@given(ANY_TEXT)
@settings(max_examples=200)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
@settings(max_examples=200)
def test_an_editor_gives_back_what_it_holds_and_breaks_lines_where_they_are(text: str) -> None:
    stored = clean(text)
    held = hold(stored)
    assert release(held) == stored
    assert held.split("\n") == (held + "\n").splitlines()
    assert len(picture(held)) == len(stored)
    assert not CONTROL.search(picture(held).replace("\n", "").replace("\t", ""))


def test_every_control_in_an_editor_has_a_picture() -> None:
    controls = "".join(map(chr, [*range(9), *range(0x0B, 0x20), 0x7F]))
    assert picture(hold(controls)) == visible(controls)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ana Ruiz", "ana ruiz"),
        ("JOSÉ  Núñez\t", "jose nunez"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Straße", "strasse"),
        ("İstanbul ısı", "istanbul isi"),
        ("Ærø Œuvre", "aero oeuvre"),
        ("A\u0301na", "ana"),
        ("Ａｃｍｅ\u00a0ﬁn", "acme fin"),
        ("A\u200bna\u202e", "ana"),
        ("が", unicodedata.normalize("NFKD", "が")),
        ("Αθήνα", "αθηνα"),
    ],
)
def test_folded_text_has_no_case_no_accents_and_nothing_hidden(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY_TEXT)
@settings(max_examples=200)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("function", [clean, visible, fold, hold, picture])
def test_a_very_long_text_takes_no_noticeable_time(function: Callable[[str], str]) -> None:
    text = "é\x1b\u200b日 a" * 10_000
    began = time.process_time()
    function(text)
    assert time.process_time() - began < 0.5
