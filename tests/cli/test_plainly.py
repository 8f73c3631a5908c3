"""The window and `due` without argparse: the same as argparse says, or nothing."""

import gc
import os
import sys
from contextlib import nullcontext
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.__main__ import main
from followup_tui.cli.parser import build_parser
from followup_tui.cli.plainly import plainly

WORDS = [
    *("due", "--data", "--config", "--now", "--all", "--json", "--short", "--notify", "--within", "3d", "book.json"),
    *("tue 3pm", "", "-", "--", "--help", "--data=x", "--sho", "--demo", "move", "-x", "due "),
]


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_what_is_plain_is_what_argparse_makes_of_it(words: list[str]) -> None:
    plain = plainly(words)
    if plain is not None:
        assert vars(plain) == vars(build_parser(words).parse_args(words))


def test_what_is_asked_most_is_plain() -> None:
    for words in (
        [],
        ["--data", "b.json"],
        ["due", "--short"],
        ["--data", "b.json", "due"],
        ["due", "--all", "--json", "--now", "fri"],
    ):
        assert plainly(words) is not None
    for words in (
        ["move"],
        ["--demo"],
        ["--data"],
        ["due", "--within", "3d"],
        ["due", "--json", "--short"],
        ["--short", "due"],
        ["due", "x"],
    ):
        assert plainly(words) is None


class _LeftAtOnce(BaseException):
    """In the place of `os._exit`, which no test outlives."""


def _leave(status: int) -> NoReturn:
    raise _LeftAtOnce(status)


@pytest.mark.parametrize(
    ("words", "at_once"),
    [
        (["due", "--short"], True),
        (["--data", "due", "due"], True),
        (["find", "due"], False),
        (["log", "--to", "due"], False),
        (["--data", "due", "find", "Ana"], False),
    ],
)
@pytest.mark.usefixtures("place")
def test_only_the_command_due_ends_the_process_at_once(
    words: list[str], monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    monkeypatch.setattr(gc, "disable", lambda: None)  # it holds for the whole process
    monkeypatch.setattr(os, "_exit", _leave)
    monkeypatch.setattr(sys, "argv", ["followup", *words])
    with pytest.raises(_LeftAtOnce) if at_once else nullcontext():
        main()
