"""Labels and their texts: what is wrapped stays clear of the label."""

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


def test_its_height_is_that_of_the_wrapped_lines() -> None:
    assert [LINES.get_height({}, width) for width in (32, 80)] == [5, 3]


def test_where_there_is_no_room_beside_a_label_the_text_goes_below_it() -> None:
    assert LINES.wrapped(24).plain.split("\n")[1] == "because  nobody has written to them"
