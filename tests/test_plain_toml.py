"""The plainest TOML says what tomllib says, or nothing."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup_tui.plain_toml import read_plain

WORDS = [
    *("a", "b", "a-b", '"x"', '"é # y"', '"', "'", "=", " = ", "[a]", "[b]", "[[a]]", "[", "]", ",", "\n", "\n", " "),
    *("1", "0", "01", "-1", "1.5", "true", "false", "# c", "\\", "\t", "2026-12-25", "{", "}", '["x", "y"]', "\r", "."),
    *("a = 1\n", 'b = "x"\n', "[t]\n", 'c = ["x",]\n', '"""', "\x00", "\x7f", "\x85", "\u2028"),
]


@given(st.lists(st.sampled_from(WORDS)).map("".join))
@example('timezone = "Europe/Madrid"\n\n[user] # me\nname = "Sam"\nstrengths = ["a", "b"]\n')
@example("a = 1\n[a]\n")
@example("[a]\n[b]\n[a]\n")
def test_what_is_plain_is_what_tomllib_reads(text: str) -> None:
    plain = read_plain(text)
    if plain is not None:
        assert plain == tomllib.loads(text)
        assert repr(plain) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        '# all\ntimezone = "Europe/Madrid"  # here\n[user]\nname = "Sam Vega"\nstrengths = []\n[cadence]\ngap_d = 4\n',
        'holidays = ["2026-12-25", "ES-MD"]\ntheme = "nord"',
    ],
)
def test_what_most_files_hold_is_plain(text: str) -> None:
    assert read_plain(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text", ["a = 'x'", "a.b = 1", "a = 1\na = 2", 'a = "\\n"', "a = 2026-12-25", "a = [\n]", "\x00"]
)
def test_what_is_more_is_left_to_who_knows_all_of_it(text: str) -> None:
    assert read_plain(text) is None
