"""A bad template says everything that is wrong with it, each with its line and column."""

import contextlib
import time

import pytest

from followup_tui.domain.templates import Problem, TemplateError, fill, read_template
from followup_tui.domain.templates.syntax import MAX_DEPTH

HEAD = "---\nname: N\nkind: thank_you\n---\nSubject: S\n\n"


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        read_template("t", text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("body", "column", "message"),
    [
        ("{{contact.frist_name}}", 3, "there is no field contact.frist_name; did you mean contact.first_name?"),
        ("ab {{ zzzzzz }}", 7, "there is no field zzzzzz"),
        (
            "{{talking point}}",
            3,
            '“talking point” is no field; to leave it to be filled by hand write {{ask "talking point"}}',
        ),
        ('{{"point"}}', 3, '“point” is no field; to leave it to be filled by hand write {{ask "point"}}'),
        ("{{}}", 3, "nothing stands between {{ and }}"),
        ("{{ | date}}", 4, "nothing stands before this |"),
        ("{{today |}}", 3, "nothing follows the last |"),
        ("{{today | | date}}", 11, "nothing stands before this |"),
        ("{{today | dat}}", 11, "there is no filter dat; did you mean date?"),
        ("{{today | 7}}", 11, "a filter's name is missing here"),
        ("{{company | date}}", 13, "date takes a date, and this is a text"),
        ("{{user.strengths | first | list}}", 28, "list takes a list, and this is a text"),
        ("{{today | phrase}}", 11, "phrase takes a text or a text of several lines, and this is a date"),
        ('{{today | date "tiny"}}', 16, "date takes one of full, long, short, weekday after it"),
        ("{{today | date 3}}", 16, "date takes one of full, long, short, weekday after it"),
        ("{{today | day 3}}", 15, "day takes nothing after it"),
        ("{{user.strengths | list 0}}", 25, "list takes a number after it"),
        ("{{user.strengths | list 1 2}}", 25, "list takes a number after it"),
        ("{{company | shorten}}", 13, "shorten takes a number after it"),
        ("{{company | or}}", 13, 'or takes words in quotation marks or one field, such as or "your words"'),
        ("{{company | or nowhere}}", 16, "there is no field nowhere"),
        ("{{company | or today}}", 16, "today is a date, but a text is needed here"),
        ('{{company | or "x" | capital}}', 22, "nothing can follow the words after or"),
        ("{{company | ask}}", 13, 'ask takes words in quotation marks, such as ask "your words"'),
        ('{{company | ask ""}}', 17, "ask needs to say what to fill in"),
        ('{{company | ask "{x"}}', 17, "the words after ask cannot have braces in them"),
        ('{{company | or "x}}', 16, "this quotation mark is not closed"),
        ("{{7*7}}", 4, "* means nothing here; between {{ and }} stand a field and filters, such as {{today | date}}"),
        ("{{company.__class__}}", 3, "there is no field company.__class__"),
        ("{{company", 1, "this {{ is not closed by }} on its line"),
        ("{{company\n}}", 1, "this {{ is not closed by }} on its line"),
        ("x }}", 3, "this }} closes nothing; write \\}} to mean the braces themselves"),
        ("x ]]", 3, "this ]] closes nothing; write \\]] to mean the brackets themselves"),
        ("[[ {{company}}", 1, "this [[ is not closed by ]]"),
        ("[[ x ]]", 1, "this part names no field that could be missing, so it would never vanish"),
        ('[[ {{company | or "x"}} ]]', 1, "this part names no field that could be missing, so it would never vanish"),
        ("[[ x || {{company}} ]]", 1, "this part names no field that could be missing, so it would never vanish"),
    ],
)
def test_what_is_wrong_in_a_letter(body: str, column: int, message: str) -> None:
    assert problems(HEAD + "Hello\n" + body)[0] == Problem(8, column, message)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "a template begins with a header between two lines of ---"),
        ("Dear Ana", 1, 1, "a template begins with a header between two lines of ---"),
        ("---\nname: N\nkind: reply\n", 1, 1, "the header is not closed by a line of ---"),
        ("---\nkind: reply\n---\nSubject: S\n\nB", 3, 1, "the header has no name"),
        ("---\nname: N\n---\nSubject: S\n\nB", 3, 1, "the header has no kind"),
        ("---\nname:\nkind: reply\n---\nSubject: S\n\nB", 2, 6, "name has to be something"),
        (
            "---\nname: N\nkind: reply\ntone: wram\n---\nSubject: S\n\nB",
            4,
            7,
            "tone has to be one of warm, formal, short",
        ),
        ("---\nname: N\nkind: reply\nattempt: 3\n---\nSubject: S\n\nB", 4, 10, "attempt has to be one of 1, 2"),
        ("---\nname: N\nkind: reply\nkind: reply\n---\nSubject: S\n\nB", 4, 1, "kind stands in the header twice"),
        (
            "---\nname: N\nkind: reply\n  moood: x\n---\nSubject: S\n\nB",
            4,
            3,
            "the header has no “moood”; it has name, kind, channel, tone, attempt",
        ),
        ("---\nname: N\nkind: reply\nhello\n---\nSubject: S\n\nB", 4, 1, "a line of the header reads “key: value”"),
        ("---\nname: N\nkind: reply\n---\n\nB", 6, 1, "an e-mail needs a line “Subject: …” after the header"),
        ("---\nname: N\nkind: reply\n---\nSubject:\n\nB", 5, 1, "an e-mail needs a line “Subject: …” after the header"),
        ("---\nname: N\nkind: reply\n---\nSubject: S\n\n", 7, 1, "the letter itself is missing"),
        ("---\nname: N\nkind: reply\n---\nSubject: {{x\n\nB", 5, 10, "this {{ is not closed by }} on its line"),
    ],
)
def test_what_is_wrong_with_a_file(text: str, line: int, column: int, message: str) -> None:
    assert problems(text)[0] == Problem(line, column, message)


def test_kinds_and_channels_are_named_in_full() -> None:
    text = "---\nname: N\nkind: thanks\nchannel: email, fax\n---\nSubject: S\n\nB"
    kind, channel = problems(text)
    assert (kind.line, kind.column, channel.line, channel.column) == (3, 7, 4, 10)
    assert "thank_you, status_check" in kind.message
    assert "email, phone, letter, linkedin, social, in_person" in channel.message


def test_everything_is_said_at_once_in_the_order_of_the_text() -> None:
    text = "---\nname: N\nkind: thanks\ntone: odd\n---\nSubject: {{a}}\n\n{{b}}\n[[x]] {{c | d}}\n}} {{e"
    assert [(problem.line, problem.column) for problem in problems(text)] == [
        (3, 7),
        (4, 7),
        (6, 12),
        (8, 3),
        (9, 1),
        (9, 9),
        (10, 1),
        (10, 4),
    ]


def test_a_slot_with_a_problem_does_not_blame_its_part() -> None:
    assert [problem.column for problem in problems(HEAD + "[[ {{nowhere}} ]]")] == [6]


def test_the_error_says_it_in_words() -> None:
    with pytest.raises(TemplateError, match=r"^line 7, column 3: there is no field zz; line 7, column 10: there is"):
        read_template("t", HEAD + "{{zz}} {{qq}}")


def test_parts_stand_in_one_another_only_so_deep() -> None:
    def nested(depth: int) -> str:
        return HEAD + "[[{{company}}" * depth + "]]" * depth

    assert read_template("t", nested(MAX_DEPTH)).id == "t"
    assert problems(nested(MAX_DEPTH + 2))[0].message == f"parts can be nested at most {MAX_DEPTH} deep"


def test_line_ends_of_every_system_count_alike() -> None:
    text = HEAD + "a\nb\n{{zz}}"
    assert problems(text) == problems(text.replace("\n", "\r\n")) == problems("\ufeff" + text.replace("\n", "\r"))


def test_columns_count_code_points_and_lines_only_line_ends() -> None:
    assert problems(HEAD + "é🚀\u2028\x0b {{zz}}")[0][:2] == (7, 8)


def test_what_is_far_too_long_is_not_read() -> None:
    assert problems(HEAD + "{{zz}}" * 20_000)[0].message == "longer than 50000 characters, so it is not read"


@pytest.mark.parametrize(
    "trap", ["{{", "}}", "[[", "]]", "||", "{{ || ", "[[{{", '{{"', "{{“", "\\{{", "{{a|", " \n", "[[ \n", "{{today|or"]
)
def test_nothing_takes_long_to_read(trap: str) -> None:
    text = HEAD + "x" + trap * (49_000 // len(trap))
    began = time.process_time()
    with contextlib.suppress(TemplateError):
        fill(read_template("t", text), {})
    assert time.process_time() - began < 2
