"""What is put into a letter goes in at the cursor, and before the sign-off where the cursor is behind it."""

import pytest

from followup_tui.domain.profile import Profile
from followup_tui.domain.putting_in import Words, put_in

SAM = Profile(
    name="Sam Vega",
    signature="sam.example.com\nI write these lines by hand; they are more than a dozen words long in all.",
)
LETTER = "Dear Ana,\n\nThank you for your time."


def with_it(body: str, user: Profile = SAM) -> str:
    """The letter with `IT.` put in where `|` stands, or in the place of what stands between two of them."""
    before, *selected, after = body.split("|")
    start = len(before)
    end = start + len("".join(selected))
    body = before + "".join(selected) + after
    insertion = put_in(body, (start, end), Words("IT.", "it."), user)
    return body[: insertion.start] + insertion.text + body[insertion.end :]


@pytest.mark.parametrize(
    "sign_off",
    [
        "Best,\nSam",
        "Best regards",
        f"Kind regards,\nSam Vega\n{SAM.signature}",
        SAM.signature,
        "Sam\nhttps://sam.example",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("end", ["|", "\n|\n"])
def test_behind_the_sign_off_it_becomes_the_last_paragraph(sign_off: str, gap: str, end: str) -> None:
    assert with_it(f"{LETTER}{gap}{sign_off}{end}") == f"{LETTER}\n\nIT.{gap}{sign_off}{end.replace('|', '')}"


def test_a_sign_off_on_the_line_of_the_last_sentence_keeps_it_there() -> None:
    assert with_it("It was good to talk. Best, Sam|") == "It was good to talk. IT. Best, Sam"
    assert with_it("Best,\nSam|") == "IT.\n\nBest,\nSam"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("|", "IT."),
        (f"{LETTER}|", f"{LETTER} IT."),
        (f"{LETTER}\n\n|\n\nBest,\nSam", f"{LETTER}\n\nIT.\n\nBest,\nSam"),
        ("Dear Ana,\n\n|Best,\nSam", "Dear Ana,\n\nIT. Best,\nSam"),
        ("Best,\nSa|m", "Best,\nSa IT. m"),
        ("Best,\n|Sam|", "Best,\nIT."),
        ("Hi Ana, |{{what you would say}}| Sam", "Hi Ana, IT. Sam"),
        ("Dear Ana,\n\nThank you.\n|{{what you would say}}|\n", "Dear Ana,\n\nThank you.\nIT.\n"),
        ("Hi Ana,\n\nThank you again.|", "Hi Ana,\n\nThank you again. IT."),
        (f"{LETTER}\n\nBest,\nSam\n\nPS: I forgot the key.|", f"{LETTER}\n\nBest,\nSam\n\nPS: I forgot the key. IT."),
    ],
)
def test_anywhere_else_it_goes_in_at_the_cursor(body: str, expected: str) -> None:
    assert with_it(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I liked what you said: |{{point}}|. Bye", "I liked what you said: it. Bye"),
        ("I liked |{{point}}| very much.", "I liked it. very much."),
        ("What we said about |{{point}}| made me think.", "What we said about it. made me think."),
        ("- One thing: |{{point}}|\n- Another", "- One thing: it.\n- Another"),
    ],
)
def test_in_the_place_of_a_gap_in_a_sentence_come_only_the_words_that_it_lacks(body: str, expected: str) -> None:
    assert with_it(body) == expected
