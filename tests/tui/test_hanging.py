"""Labels and their texts: what is wrapped stays clear of the label."""

import pytest
from textual.content import Content

from followup_tui.tui.widgets.hanging import Hanging, Labelled

LINES = Hanging(
    [
        Labelled(Content(""), Content("overdue since yesterday")),
        Labelled(Content("because  "), Content("nobody has written to them\nsince the interview on Tuesday")),
    ]
)


def test_a_text_that_is_wrapped_stays_beside_its_label() -> None:
    assert LINES.wrapped(32).plain.split("\n") == [
        "overdue since yesterday",
        "because  nobody has written to",
        "         them",
        "         since the interview on",
        "         Tuesday",
    ]


@pytest.mark.parametrize("label", ["", "Interview  "])
def test_a_dot_between_two_things_is_left_out_where_a_line_ends_between_them(label: str) -> None:
    text = Content.from_markup("a promise  ·  kept · [b]in the letter[/] · not yet\n· a line of its own ·")
    lines = Hanging([Labelled(Content(label), text)])
    for width in range(21 + len(label), 70):
        *wrapped, last = lines.wrapped(width).plain.split("\n")
        assert last.strip() == "· a line of its own ·"
        assert not [line for line in wrapped if line.strip(" ").startswith("·") or line.endswith("·")]
        words = [word for line in wrapped for word in line.split() if word != "·"]
        assert words == f"{label} a promise kept in the letter not yet".split()
        assert lines.get_height({}, width) == len(wrapped) + 1


def test_its_height_is_that_of_the_wrapped_lines() -> None:
    assert [LINES.get_height({}, width) for width in (32, 80)] == [5, 3]


def test_where_there_is_no_room_beside_a_label_the_text_goes_below_it() -> None:
    assert LINES.wrapped(24).plain.split("\n")[1:4] == [
        "because  nobody has",
        "written to them",
        "since the interview on",
    ]
