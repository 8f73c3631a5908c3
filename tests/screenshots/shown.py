"""What the pictures of the README show: places of the demo, and the steps of the tour."""

from typing import Final, NamedTuple

from tests.tui.scenes import TO_CALDER, keys_of

TOUR_SIZE: Final = (100, 26)


class Shown(NamedTuple):
    """A picture: its name, what it is called where it cannot be seen, the keys to it, the size of the window."""

    name: str
    title: str
    keys: tuple[str, ...]
    size: tuple[int, int] = TOUR_SIZE


PLACES: Final = (
    Shown("board", "The board: a column for each stage, on each card the next step and when", (), (120, 30)),
    Shown("today", "Today: interviews, and who should hear from you, with why and what to say", ("2",), (110, 32)),
    Shown("people", "People: who they are, when you spoke last, and what is next", ("3",), (110, 26)),
    Shown(
        "detail", "An opportunity: what is next, people, interviews, timeline", keys_of(f"{TO_CALDER} enter"), (110, 34)
    ),
    Shown("import", "A table, before it is imported: what is new and how it was read", keys_of("i …app| enter")),
)
"""Places of the demo, the keys of each from the opened window."""

TOUR: Final = (
    Shown(
        "tour-1-add",
        "Adding an opportunity in one line; below it what was understood",
        keys_of("a …Globex, Staff SRE - interview yesterday 3pm with Ana Ruiz and Ben Cho, they decide by fri"),
    ),
    Shown("tour-2-board", "The card on the board: thank Ana", ("enter",)),
    Shown(
        "tour-3-went",
        "How did it go? What was said, what you promised, when they decide",
        keys_of(
            "2 h …Good talk; everything runs on one old cluster.| tab"
            " …the plan to bring on-call down to one night in six| tab …the runbook I wrote"
        ),
    ),
    Shown(
        "tour-4-letter",
        "The letter, begun from what was noted; beside it what the review found",
        keys_of("ctrl+s d ctrl+home down down home …The runbook I spoke of is attached. "),
    ),
    Shown("tour-5-sent", "Marked as sent; next: thank Ben", keys_of("ctrl+z ctrl+z f8")),
    Shown("tour-6-clear", "Today: all clear, and what comes next", keys_of("d tab …your first week on call| f8 space")),
)
"""One sitting, from an empty book; the keys of each step go on from the one before."""
