"""The rows that concern the windows."""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.books import Books
from tests.benchmarks.peer import SHOWN, TASKS, find_peer
from tests.benchmarks.rows import Row, ratio_of
from tests.benchmarks.watched import Watched

_HERE = Path(__file__).parent
_SHOWN = r"Interviewing (· )?\d+"
_PRESSES = 15
_IDLE_SECONDS = 8.0


class Visit(NamedTuple):
    """What one run of a program showed."""

    shown: float
    first_key: float  # from the start, as `shown`
    keys: float
    columns: float
    memory: float
    quit: float


def visit(command: Sequence[str], shown: str, environment: Mapping[str, str], *, board: bool) -> Visit:
    """Start a program, press keys, and leave it."""
    run = Watched(command, environment)
    at = run.until_shown(shown)
    first_key = at + run.until_settled("j")
    if board:
        # To the top of a column that has cards below and columns beside it.
        for key in "hhhhhlg":
            run.until_settled(key)
    keys = [_calmly(run, "jk"[number % 2]) for number in range(_PRESSES)]
    columns = [_calmly(run, "lh"[number % 2]) for number in range(_PRESSES)] if board else [1.0]
    memory = run.memory()
    return Visit(at, first_key, median(keys), median(columns), memory, run.quit())


def _calmly(run: Watched, key: str) -> float:
    seconds = run.until_changed(key)
    run.rest()
    return seconds


def window_rows(books: Books, environment: Mapping[str, str], rounds: int) -> list[Row]:
    """All of them, from rounds in which each program runs once."""
    hello = [sys.executable, str(_HERE / "hello.py")]
    visits: dict[str, list[Visit]] = {"hello": [], "small": [], "big": []}
    for number in range(rounds + 1):
        one_round = {
            "hello": visit(hello, "hello world", environment, board=False),
            "small": visit(books.command(books.small), _SHOWN, environment, board=True),
            "big": visit(books.command(books.big), _SHOWN, environment, board=True),
        }
        if number:  # the first round fills the caches
            for name, figures in one_round.items():
                visits[name].append(figures)
    return [*_rows(visits), _idle(books, environment)]


def _rows(visits: Mapping[str, list[Visit]]) -> list[Row]:
    def compared(one: str, other: str, figure: str, against: str = "") -> float:
        ours = [getattr(each, figure) for each in visits[one]]
        return ratio_of(ours, [getattr(each, against or figure) for each in visits[other]])

    more = median(big.memory - small.memory for big, small in zip(visits["big"], visits["small"], strict=True))
    return [
        Row("board shown, 20 opportunities ÷ hello shown", compared("small", "hello", "shown"), "", 1.40, 1.20),
        Row("first key answered ÷ hello's", compared("small", "hello", "first_key"), "", 1.55, 1.30),
        Row("board shown, big book ÷ 20", compared("big", "small", "shown"), "", 2.5, 1.5),
        Row("j on the board ÷ a key in hello", compared("small", "hello", "keys"), "", 2.5, 1.8),
        Row("to the next column ÷ j", compared("small", "small", "columns", "keys"), "", 3.0, 2.0),
        Row("j in the big book ÷ with 20", compared("big", "small", "keys"), "", 1.2, 1.1),
        Row("memory at 20 ÷ hello", compared("small", "hello", "memory"), "", 1.6, 1.4),
        Row("memory, big book − 20", more, "MB", 200.0, 80.0),
        Row("quit ÷ hello's quit", compared("small", "hello", "quit"), "", 1.2, 1.0),
    ]


def _idle(books: Books, environment: Mapping[str, str]) -> Row:
    run = Watched(books.command(books.small), environment)
    run.until_shown(_SHOWN)
    run.rest()
    time.sleep(1.0)
    before = run.processor_seconds()
    time.sleep(_IDLE_SECONDS)
    percent = (run.processor_seconds() - before) / _IDLE_SECONDS * 100
    run.quit()
    return Row("idle CPU", percent, "%", 0.5, 0.2)


def typing_row(books: Books, environment: Mapping[str, str], rounds: int) -> Row:
    """Typing in a letter of 300 words against the same in a TextArea alone."""
    from tests.benchmarks.bare_text_area import LETTER

    ours, bare = [], []
    for _ in range(rounds):
        run = Watched(books.command(books.small), environment)
        run.until_shown(_SHOWN)
        run.until_changed("d")
        run.until_shown("It saves itself")
        run.until_changed(f"\x1b[200~{LETTER}\x1b[201~")
        run.rest()
        ours.append(median(_calmly(run, "x") for _ in range(_PRESSES)))
        run.kill()
        run = Watched([sys.executable, str(_HERE / "bare_text_area.py")], environment)
        run.until_shown("Dear Ana")
        run.rest()
        bare.append(median(_calmly(run, "x") for _ in range(_PRESSES)))
        run.kill()
    return Row("typing in a 300-word draft ÷ in a bare TextArea", ratio_of(ours, bare), "", 1.5, 1.2)


def filter_row(books: Books, environment: Mapping[str, str]) -> Row:
    """Narrowing the big board while typing, each key."""
    run = Watched(books.command(books.big), environment)
    run.until_shown(_SHOWN)
    run.rest()
    run.until_changed("/")
    run.rest()
    slowest = max(_calmly(run, letter) for letter in "acorn sys")
    run.kill()
    return Row("filter as typed, big book: each key, slowest", slowest * 1000, "ms", 50.0, 16.0)


def kanban_row(books: Books, environment: Mapping[str, str], rounds: int) -> Row:
    """Against the nearest peer with as many tasks, where it is installed (`peer`)."""
    name = f"board shown, {TASKS} cards ÷ kanban-tui with {TASKS} tasks"
    peer = find_peer(books.folder, environment)
    if peer is None:
        return Row(name, None, "no such app", 0.2, 0.12)
    ours, theirs = [], []
    for number in range(rounds + 1):
        run = Watched(books.command(books.middle), environment)
        our_time = run.until_shown(_SHOWN)
        run.kill()
        run = Watched(peer.command, peer.environment)
        their_time = run.until_shown(SHOWN)
        run.kill()
        if number:  # the first round fills the caches
            ours.append(our_time)
            theirs.append(their_time)
    return Row(name, ratio_of(ours, theirs), "", 0.2, 0.12)
