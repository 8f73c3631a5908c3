"""`make bench`: the rows of the project's speed goals, each with what it must and what it aims to be.

Every figure is a ratio of two programs run in turn, or a size; on a busy machine, run it again before believing it.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.books import Books, make_books
from tests.benchmarks.commands import cadence_row, command_rows, import_row, review_row, store_rows
from tests.benchmarks.rows import HEADER, Row
from tests.benchmarks.windows import filter_row, kanban_row, typing_row, window_rows

_NOT_THE_USERS = ("LINES", "COLUMNS", "NO_COLOR", "CI", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "FOLLOWUP_DATA")


def main() -> int:
    """Measure and print; status 1 if a row misses what it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", choices=("windows", "commands"), default=None)
    options = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory(prefix="followup-bench-") as folder:
        environment = _environment(Path(folder))
        print("Making the books …", file=sys.stderr)
        books = make_books(Path(folder), environment)
        print(HEADER)
        for row in _rows(books, environment, options.rounds, options.only):
            print(row.line(), flush=True)
            missed = missed or (row.figure is not None and row.figure > row.must)
    return 1 if missed else 0


def _environment(home: Path) -> dict[str, str]:
    """A user's, not a test runner's: byte code is cached, colours are on."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_THE_USERS}
    return kept | {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _rows(books: Books, environment: Mapping[str, str], rounds: int, only: str | None) -> Iterator[Row]:
    if only != "commands":
        yield from window_rows(books, environment, rounds)
        yield typing_row(books, environment, rounds)
        yield filter_row(books, environment)
        yield kanban_row(books, environment, rounds)
    if only != "windows":
        yield from command_rows(books, environment, rounds)
        yield from store_rows(books, rounds)
        yield cadence_row(books, rounds)
        yield review_row(rounds)
        yield import_row(books, environment)


if __name__ == "__main__":
    sys.exit(main())
