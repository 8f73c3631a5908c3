"""The one-line add: what each line of the tables becomes, field by field, and what no line may do."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.capture import KEPT, Captured, parse_line, to_json

DATA = Path(__file__).parent.parent / "data"
# Of add_many_voices.json, labelled before any of it was read, 306 of 311 lines had every field right at first sight; a
# name in small letters that is two ordinary words, `contact bell hooks`, stays a note and is left out.
FILES = ("add.json", "add_as_typed.json", "add_many_voices.json")
SAMPLES = [case for name in FILES for case in json.loads((DATA / name).read_text("utf-8"))]
LINES = json.loads((DATA / "add_lines.json").read_text("utf-8"))
MADRID = ZoneInfo("Europe/Madrid")
THURSDAY = datetime(2026, 11, 19, 11, 0, tzinfo=MADRID)
NOTHING_SAID: dict[str, Any] = {
    "stage": "lead",
    "applied_at": None,
    "interview": None,
    "contacts": [],
    "decision_by": None,
    "source": None,
    "url": None,
    "tags": [],
    "priority": 0,
    "location": None,
    "notes": "",
    "not_understood": [],
}


def captured(line: str) -> Captured:
    return parse_line(line, THURSDAY, zone=MADRID)


def agrees(expected: Any, found: Any) -> bool:
    """Whether `found` has what is expected; of an object only the keys that are given are compared."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(agrees(value, found.get(key)) for key, value in expected.items())
    if isinstance(expected, list):
        return len(expected) == len(found) and all(map(agrees, expected, found))
    return bool(expected == found)


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case["line"])
def test_a_sample_becomes_what_it_says(case: dict[str, Any]) -> None:
    found = parse_line(case["line"], datetime.fromisoformat(case["now"]), zone=ZoneInfo(case["timezone"]))
    answer = to_json(found)
    expected = dict(case["expect"])
    assert bool(found.missing) == expected.pop("refused", False)
    for words in expected.pop("notes_contains", []):
        assert words in answer["notes"]
    if len(expected.get("applied_at") or "") == len("2027-05-12"):
        answer["applied_at"] = answer["applied_at"][:10]
    assert {key: answer[key] for key in expected if not agrees(expected[key], answer[key])} == {}


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["line"] or "an empty line")
def test_a_line_becomes_these_fields_and_no_others(case: dict[str, Any]) -> None:
    assert to_json(captured(case["line"])) == NOTHING_SAID | case["expect"]


def test_a_time_that_was_assumed_is_said() -> None:
    interview = captured("Acme, Engineer, interview tue").interview
    assert interview is not None
    assert interview.time_assumed
    assert "no time said" in captured("Acme, Engineer, interview tue").parts[-1].meaning
    interview = captured("Acme, Engineer, interview tue 9am").interview
    assert interview is not None
    assert not interview.time_assumed


def test_each_part_knows_where_it_stands_and_what_was_understood() -> None:
    line = "Globex,  Staff SRE #go — interview tue 3pm with Ana Ruiz, with Ben Cho, lovely horses, !! note: ask"
    shown = [(part.field, line[part.start : part.end], part.meaning) for part in captured(line).parts]
    assert shown == [
        ("company", "Globex", "Globex"),
        ("role", "Staff SRE", "Staff SRE"),
        ("tags", "#go", "go"),
        (
            "interview",
            "interview tue 3pm with Ana Ruiz",
            "video interview Tue 24 Nov 2026 15:00, 60 min, with Ana Ruiz (interviewer)",
        ),
        ("contacts", "with Ben Cho", "Ben Cho"),
        ("not_understood", "lovely horses", KEPT),
        ("priority", "!!", "priority 2"),
        ("notes", "note: ask", "ask"),
    ]


def test_what_is_missing_is_asked_for() -> None:
    assert captured("").missing == "Which company? Begin with COMPANY, ROLE."
    assert captured("Volt").missing == "Which role at Volt? Begin with COMPANY, ROLE."
    assert captured("Volt, Electrician").missing is None


def test_slashed_dates_follow_the_configured_order() -> None:
    line = "Acme, Engineer, deadline 5/6"
    assert to_json(parse_line(line, THURSDAY, zone=MADRID, date_order="dmy"))["decision_by"] == "2027-06-05"
    assert to_json(parse_line(line, THURSDAY, zone=MADRID, date_order="mdy"))["decision_by"] == "2027-05-06"


PARTS = [
    *("applied yesterday", "applied", "screening", "offer", "interview tue 3pm for 45 min with Ana Ruiz", "call soon"),
    *("with Ana Ruiz and Ben Cho", "recruiter Lena Groß", "they decide by fri", "via LinkedIn", "in Vigo", "remote"),
    *("#tag", "!!", "https://x.example/a,b", "lovely horses", "Ben Cho", "contact Jo <jo@x.com>", "(odd", "3pm"),
]
UNDERSTOOD = [part for part in PARTS[:-8] if part != "call soon"]
parts = st.lists(st.sampled_from(PARTS), max_size=7)
separators = st.sampled_from([", ", "; ", " - ", " — ", " – ", "—"])
modest = settings(max_examples=150, deadline=None)


@modest
@given(parts, separators)
def test_nothing_that_is_typed_is_lost(said: list[str], separator: str) -> None:
    line = separator.join(["Acme", "Engineer", *said])
    found = captured(line)
    # A part begins and ends with a word, so whatever belongs to none of them is separators.
    left = list(line)
    for part in found.parts:
        left[part.start : part.end] = " " * (part.end - part.start)
    assert set("".join(left)) <= set(" ,;-—–")
    assert all(words in found.notes for words in found.not_understood)
    assert (found.company, found.role) == ("Acme", "Engineer") or found.role is None


@modest
@given(parts)
def test_the_order_of_the_parts_changes_no_plain_field(said: list[str]) -> None:
    plain = list(
        dict.fromkeys(part for part in said if part in {"applied yesterday", "offer", "remote", "via LinkedIn"})
    )
    forwards, backwards = captured("; ".join(["A", "B", *plain])), captured("; ".join(["A", "B", *plain[::-1]]))
    assert to_json(forwards) == to_json(backwards)


@modest
@given(
    st.lists(st.sampled_from(UNDERSTOOD), min_size=2, max_size=6), st.sampled_from(["#go", "!!", "https://x.example"])
)
def test_what_needs_no_separator_is_one_between_two_parts(said: list[str], mark: str) -> None:
    between = captured("Acme, Engineer, " + f" {mark} ".join(said))
    assert to_json(between) == to_json(captured("Acme, Engineer, " + f", {mark}, ".join(said)))


@modest
@given(st.text(max_size=80), st.sampled_from(["{}", "Acme, Engineer, {}", "Acme, {}", "Acme, Engineer, with {}"]))
def test_no_text_raises(text: str, around: str) -> None:
    line = around.format(text)
    found = captured(line)
    json.dumps(to_json(found))
    assert all(0 <= part.start <= part.end <= len(line) for part in found.parts)
