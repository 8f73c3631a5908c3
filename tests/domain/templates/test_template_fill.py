"""What a template becomes: fields, filters, parts that vanish, placeholders that stay."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.templates import Filled, Problem, TemplateError, fill, read_template
from followup_tui.domain.templates.fields import FIELDS

HEADER = "---\nname: N\nkind: thank_you\nchannel: email\n---\n"
VALUES: dict[str, Any] = {
    "contact.first_name": "Ana",
    "contact.name": "Dr. Ana Ruiz",
    "company": "Globex",
    "interview.date": date(2026, 11, 17),
    "decision_by": date(2026, 11, 27),
    "today": date(2026, 11, 18),
    "talking_point": "The fare engine rewrite.",
    "user.strengths": ["patience", "tact", "speed"],
    "their_last_message": "First line\nSecond line",
}


def filled(body: str, values: dict[str, Any] | None = None, subject: str = "S", **options: bool) -> Filled:
    template = read_template("t", f"{HEADER}Subject: {subject}\n\n{body}")
    return fill(template, VALUES if values is None else values, **options)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dear {{contact.first_name}},", "Dear Ana,"),
        ("Dear {{  contact.first_name  }},", "Dear Ana,"),
        ("{{contact.name | first_name}}", "Ana"),
        ("{{contact.name | formal_name}}", "Dr. Ruiz"),
        ("{{interview.date}}", "Tuesday, 17 November"),
        ("{{interview.date | date}}", "Tuesday, 17 November"),
        ('{{interview.date | date "full"}}', "Tuesday, 17 November"),
        ('{{interview.date | date "long"}}', "17 November 2026"),
        ('{{interview.date | date "short"}}', "17 November"),
        ("{{interview.date | date “weekday”}}", "Tuesday"),
        ("on {{interview.date | day}}", "on Tuesday"),
        ("on {{decision_by | day}}", "on 27 November"),
        ("{{user.strengths}}", "patience, tact and speed"),
        ("{{user.strengths | list}}", "patience, tact and speed"),
        ("{{user.strengths | list 2}}", "patience and tact"),
        ("{{user.strengths | list 1}}", "patience"),
        ("{{user.strengths | first}}", "patience"),
        ("{{user.strengths | bullets 2}}", "- patience\n- tact"),
        ("{{talking_point | phrase}}", "the fare engine rewrite"),
        ("{{talking_point | phrase | capital}}", "The fare engine rewrite"),
        ("{{talking_point | shorten 10}}", "The fare…"),
        ("{{talking_point | shorten 3}}", "Th…"),
        ("{{talking_point | shorten 99}}", "The fare engine rewrite."),
        ("{{their_last_message | quote}}", "> First line\n> Second line"),
        ("{{their_last_message}}", "First line\nSecond line"),
        ('{{event | or "the meeting"}}', "the meeting"),
        ('{{event | or company | or "x"}}', "Globex"),
        ("{{decision_by | or interview.date | date}}", "Friday, 27 November"),
        ("{{applied_on | or interview.date | date}}", "Tuesday, 17 November"),
        ('{{contact.first_name | or "you"}}', "Ana"),
        ('{{event | or ""}}', ""),
        ('{{talking_point | ask "what was said"}}', "The fare engine rewrite."),
        ("a { b } [c] | d || e", "a { b } [c] | d || e"),
        (r"\{{not this\}} \[[nor this\]]", "{{not this}} [[nor this]]"),
        (r"[[{{company}} \|\| \|| x]]", r"Globex \|\| || x"),
        (r"back\slash", r"back\slash"),
    ],
)
def test_fields_and_filters(body: str, expected: str) -> None:
    assert filled(body).body == expected


def test_the_month_can_stand_first() -> None:
    body = '{{interview.date}}; {{interview.date | date "long"}}; {{decision_by | day}}'
    assert filled(body, month_first=True).body == "Tuesday, November 17; November 17, 2026; November 27"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A. [[No {{event}}.]] B.", "A. B."),
        ("A. [[No {{event}}.]]", "A."),
        ("[[No {{event}}.]] B.", "B."),
        ("A[[, at {{event}}]], B", "A, B"),
        ("A [[at {{event}}]], B", "A, B"),
        ("A [[at {{event}}]].", "A."),
        ("A [[{{event}}]] [[{{event}}]] B", "A B"),
        ("A[[ at {{company}}]] B", "A at Globex B"),
        ("A [[ at {{company}} ]] B", "A at Globex B"),
        ("A [[ at {{company}} ]].", "A at Globex."),
        ("[[ {{company}}, ]] yes", "Globex, yes"),
        ("A\n\n[[No {{event}}.]]\n\nB", "A\n\nB"),
        ("A\n[[No {{event}}.]]\nB", "A\nB"),
        ("A\n[[No {{event}}.]]\n[[Nor {{event}}.]]\nB", "A\nB"),
        ("A\n[[No {{event}}.]]\n\nB", "A\n\nB"),
        ("A\n\n[[No {{event}}.]] [[Nor {{event}}.]]\n\nB", "A\n\nB"),
        ("A\n\n[[No {{event}}.]]\n[[Nor {{event}}.]]\n\nB", "A\n\nB"),
        ("A\n\n[[No {{event}}.]]", "A"),
        ("[[No {{event}}.]]\n\nB", "B"),
        ("A\n\n[[\nYes {{company}}.\n]]\n\nB", "A\n\nYes Globex.\n\nB"),
        ("A\n\n[[\nNo {{event}}.\n]]\n\nB", "A\n\nB"),
        ("[[{{event}} || {{company}} || neither]]", "Globex"),
        ("[[{{event}} || {{applied_on}} || neither]]", "neither"),
        ("[[{{event}} || {{applied_on}}]]", ""),
        ("[[{{company}}[[ and {{event}}]]]]", "Globex"),
        ("[[{{event}}[[ and {{company}}]]]] x", "x"),
        ("[[{{company}}[[ on {{decision_by | date}}]]]]", "Globex on Friday, 27 November"),
        ('[[{{event | or "there"}} {{company}}]]', "there Globex"),
        ("[[{{event | or company}}]]", "Globex"),
        ("{{talking_point}}[[ {{event}}]] {{company}}", "The fare engine rewrite. Globex"),
        ("{{company}} [[{{event}}]]\n\nB", "Globex\n\nB"),
        ("A \n\n[[{{event}}]]\n\nB", "A \n\nB"),
    ],
)
def test_a_part_vanishes_with_what_it_lacks(body: str, expected: str) -> None:
    assert filled(body).body == expected


@pytest.mark.parametrize(
    ("body", "expected", "left"),
    [
        ("At {{event}}.", "At {{event}}.", ["{{event}}"]),
        ("By {{applied_on | date}}.", "By {{date of the application}}.", ["{{date of the application}}"]),
        ('At {{event | ask "which meeting"}}!', "At {{which meeting}}!", ["{{which meeting}}"]),
        ('{{ask "your answer"}}', "{{your answer}}", ["{{your answer}}"]),
        ('[[{{company}}: {{event | ask "which"}}]]', "Globex: {{which}}", ["{{which}}"]),
        ('[[{{event}} || {{ask "news"}}]]', "{{news}}", ["{{news}}"]),
        ("A [[{{event}}]]. {{event}} é {{event}}", "A. {{event}} é {{event}}", ["{{event}}", "{{event}}"]),
    ],
)
def test_what_is_missing_stays_as_a_placeholder(body: str, expected: str, left: list[str]) -> None:
    letter = filled(body)
    assert letter.body == expected
    assert [letter.body[start:end] for start, end in letter.placeholders] == left


def test_placeholders_of_a_subject_are_none_of_the_body() -> None:
    letter = filled("B", subject="Hello, {{event}} and {{company}}")
    assert letter.subject == "Hello, {{event}} and Globex"
    assert letter.placeholders == ()


def test_a_subject_is_one_line_whatever_is_put_in() -> None:
    values = {"their_last_message": "a\r\nBcc: everyone@example.org\n\nb", "company": "c\nd"}
    letter = filled("B", values, subject="{{their_last_message}} {{company}}")
    assert letter.subject == "a Bcc: everyone@example.org b c d"


def test_the_fields_that_were_used_are_told() -> None:
    letter = filled(
        "{{company}} {{event}} [[{{contact.first_name}} {{event}}]] {{event | or talking_point}}", subject="{{today}}"
    )
    assert letter.used == {"company", "talking_point", "today"}


@pytest.mark.parametrize("nothing", [None, "", "  \n ", [], [" "], ()])
def test_nothing_is_missing_in_every_form(nothing: object) -> None:
    assert filled("{{company}} {{user.strengths}}", dict.fromkeys(FIELDS, nothing)).body == (
        "{{company}} {{what you are good at}}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{contact.email}}",
        "{{",
        "}}",
        "[[x]]",
        "]] || [[",
        r"\{{",
        "{% raw %}{{ 7*7 }}",
        "${x} %s %(x)s {0}",
        "[red]Ana[/red]",
        "ACME [/] Ltd",
    ],
)
def test_what_is_put_in_is_text(text: str) -> None:
    values = {"contact.first_name": text, "user.strengths": [text], "their_last_message": text}
    letter = filled("<{{contact.first_name}}|{{user.strengths}}|{{their_last_message}}>[[ {{event}}]]", values)
    assert letter.body == f"<{text}|{text}|{text}>"
    assert letter.placeholders == ()


def test_spaces_and_line_ends_of_a_value_are_not_the_templates() -> None:
    values = {"contact.first_name": "Ana \n Ruiz ", "their_last_message": " a \n\n\n b "}
    assert (
        filled("{{contact.first_name}}[[ {{event}}]]\n\n{{their_last_message}}", values).body
        == "Ana Ruiz\n\na \n\n\n b"
    )


@pytest.mark.parametrize("value", [7, 1.5, object, {"a": 1}, datetime(2026, 11, 17, 9, tzinfo=UTC), b"x", True])
def test_a_value_of_another_kind_does_no_harm(value: object) -> None:
    values = dict.fromkeys(FIELDS, value)
    body = "{{company}} {{interview.date}} {{user.strengths | list 2}} {{their_last_message | quote}}"
    letter = filled(body, values)
    assert letter.body.startswith("{{company}} ")
    assert letter.body.endswith(" {{what you are good at}} {{their message}}")


FRAGMENTS = [
    "{{",
    "}}",
    "[[",
    "]]",
    "||",
    "\\",
    "|",
    '"',
    "“",
    "\n",
    " ",
    "company",
    "event",
    "or",
    "ask",
    "list",
    "2",
    "x",
    ".",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_any_text_is_a_template_or_says_what_is_wrong_with_it(body: str) -> None:
    text = f"{HEADER}Subject: S\n\n.{body}"
    lines = text.split("\n")
    for problem in problems(text):
        assert problem.message
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a template; nothing if it can be filled."""
    try:
        letter = fill(read_template("t", text), VALUES)
    except TemplateError as error:
        return error.problems or (Problem(0, 0, ""),)
    return tuple(Problem(0, start, "") for start, _ in letter.placeholders if letter.body[start : start + 2] != "{{")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_value_is_put_in_as_it_is(text: str) -> None:
    letter = filled("<{{contact.first_name}}>", {"contact.first_name": text})
    words = " ".join(text.split())
    assert letter.body == (f"<{words}>" if words else "<{{first name}}>")
