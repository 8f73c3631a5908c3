"""The rows that concern the command line, the store and the cadence."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

import msgspec

from followup_tui.domain.cadence import plan
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import Opportunity
from followup_tui.domain.review import Draft, context_from_json, load_dictionary, review
from followup_tui.domain.settings import PlanSettings
from followup_tui.store.book import Book
from tests.benchmarks.books import NOW, Books
from tests.benchmarks.rows import Row, ratio

_EDITS = 60
_CONNECTIONS = 30_000
_REVIEWED = 50
_LETTERS = Path(__file__).parents[1] / "data" / "drafts_own"


def command_rows(books: Books, environment: Mapping[str, str], rounds: int) -> list[Row]:
    """`followup due` and its short form against importing TinyDB."""

    def timed(command: Sequence[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, env=dict(environment), stdout=subprocess.DEVNULL, check=False)
        return time.perf_counter() - start

    def tinydb() -> float:
        return timed([sys.executable, "-c", "import tinydb"])

    due = ratio(lambda: timed(books.command(books.small, "due")), tinydb, rounds * 3)
    short = ratio(lambda: timed(books.command(books.small, "due", "--short")), tinydb, rounds * 3)
    return [
        Row('followup due, 20 opportunities ÷ "import tinydb"', due, "", 3.5, 2.5),
        Row("followup due --short, 20 opportunities ÷ the same", short, "", 2.5, 1.5),
    ]


def store_rows(books: Books, rounds: int) -> list[Row]:
    """A durable edit of the big book, against one of a small book, and against the bare system calls."""
    now = datetime.fromisoformat(NOW)
    big = Book.open(books.big, stamp=lambda: now)
    small = Book.open(books.small, stamp=lambda: now)
    try:
        sizes = ratio(lambda: _edits(big), lambda: _edits(small), rounds)
        bare = ratio(lambda: _edits(small), lambda: _appends(small), rounds)
    finally:
        big.close()
        small.close()
    return [
        Row("durable save of one edit, big book ÷ small", sizes, "", 2.0, 1.2),
        Row("durable save ÷ append + fsync of the same bytes", bare, "", 4.0, 2.0),
    ]


def _edits(book: Book) -> float:
    """The median time of an edit, each of which changes something."""
    times = []
    first = next(iter(book.opportunities.values()))
    for number in range(_EDITS):
        edited: Opportunity = msgspec.structs.replace(first, notes=f"{number} {time.perf_counter_ns()}")
        start = time.perf_counter()
        book.apply("Edited", put=[edited])
        times.append(time.perf_counter() - start)
    return median(times)


def _appends(book: Book) -> float:
    """The median time of appending and syncing as many bytes as an edit writes."""
    record = msgspec.json.encode(next(iter(book.opportunities.values())))
    line = json.dumps({"before": record.decode(), "after": record.decode()}).encode()
    times = []
    with tempfile.NamedTemporaryFile(dir=Path(book.path).parent) as file:
        for _ in range(_EDITS):
            start = time.perf_counter()
            os.write(file.fileno(), line)
            os.fsync(file.fileno())
            times.append(time.perf_counter() - start)
    return median(times)


def cadence_row(books: Books, rounds: int) -> Row:
    """Planning the big book from its records, in milliseconds on this machine."""
    now = datetime.fromisoformat(NOW)
    book = Book.open(books.big, stamp=lambda: now, writable=False)
    assert now.tzinfo is not None
    settings = PlanSettings(zone=now.tzinfo)
    names = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")
    times = []
    for _ in range(rounds):
        facts = Facts.of({name: book.records(name).values() for name in names})
        start = time.perf_counter()
        plan(facts, settings, now)
        times.append(time.perf_counter() - start)
    book.close()
    return Row("planning the big book", median(times) * 1000, "ms", 300.0, 120.0)


def import_row(books: Books, environment: Mapping[str, str]) -> Row:
    """Taking 30,000 connections of LinkedIn's export into a book of 20 opportunities, in seconds on this machine."""
    source, book = books.folder / "Connections.csv", books.folder / "imported.json"
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    lines += [
        f"Ana{number},Ruiz{number % 997},https://www.linkedin.com/in/ana-ruiz-{number},"
        f"{'' if number % 9 else f'ana{number}@example.com'},Acorn {number % 2000},Engineer,0{number % 9 + 1} Nov 2025"
        for number in range(_CONNECTIONS)
    ]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copyfile(books.small, book)
    start = time.perf_counter()
    subprocess.run(
        books.command(book, "import", str(source), "--yes"),
        env=dict(environment),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return Row("importing 30,000 connections", time.perf_counter() - start, "s", 10.0, 10.0)


def review_row(rounds: int) -> Row:
    """Reading a letter of 300 words over its writer's shoulder, in milliseconds: the slowest of fifty letters."""
    dictionary = load_dictionary()
    letters = json.loads((_LETTERS / "batch_1.json").read_text(encoding="utf-8"))[:_REVIEWED]
    slowest = []
    for _ in range(rounds + 1):
        times = []
        for at, letter in enumerate(letters):
            words = " ".join(each["body"] for each in (letters[at:] + letters[:at])).split(" ")[:300]
            context = context_from_json(letter["context"])
            start = time.perf_counter()
            review(Draft(letter["kind"], " ".join(words), letter["channel"]), context, dictionary)
            times.append(time.perf_counter() - start)
        slowest.append(max(times))
    # The first round compiles the patterns, which a window does before anybody types.
    return Row("the review of a letter of 300 words", median(slowest[1:]) * 1000, "ms", 30.0, 15.0)
