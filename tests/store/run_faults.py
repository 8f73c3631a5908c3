"""The long proofs that nothing is lost: kills, two processes, power cuts, random steps, windows ended. Prints figures.

    python -m tests.store.run_faults [--kills 1000] [--edits 500] [--steps 10000] [--cuts 100] [--endings 100]
                                     [--seed 1]

Ends with status 1 if anything was lost. Not part of the test suite, whose short versions are `test_store_*.py` and, of
the windows, `tests/terminal`.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import hypothesis
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from msgspec.structs import replace

from followup_tui.store.doctor import examine
from followup_tui.store.errors import StoreError
from tests.store.book_machine import BookMachine
from tests.store.killed_writer import State, run_until_killed, state_of
from tests.store.recorded_life import power_cuts, short_life
from tests.store.store_samples import contact, contents, look, open_book
from tests.terminal.ended_while_typing import ENDINGS, harm_of_ending

# How often an open window looks for what others did.
_LOOK_S = 0.25


class Row(NamedTuple):
    """One line of the table: what was proved, on how much, and what was seen."""

    proof: str
    figures: str
    is_good: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--edits", type=int, default=500, help="of each of the two processes")
    parser.add_argument("--steps", type=int, default=10_000, help="of the model")
    parser.add_argument("--cuts", type=int, default=100, help="power cuts at each moment of a short life")
    parser.add_argument("--endings", type=int, default=100, help="windows ended in each of the ways while typing")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    proofs: list[Callable[[], Row]] = [
        lambda: killed(arguments.kills, arguments.seed),
        lambda: two_processes(arguments.edits),
        lambda: powerless(arguments.cuts),
        lambda: against_the_model(arguments.steps, arguments.seed),
        *(partial(ended, ending, arguments.endings, arguments.seed) for ending in ENDINGS if arguments.endings),
    ]
    is_good = True
    for proof in proofs:
        started = time.monotonic()
        row = proof()
        is_good &= row.is_good
        verdict = "good" if row.is_good else "LOST"
        sys.stdout.write(f"{row.proof:<28} {verdict}  {row.figures}  ({time.monotonic() - started:.0f} s)\n")
        sys.stdout.flush()
    return 0 if is_good else 1


@contextmanager
def scratch() -> Iterator[Path]:
    directory = Path(tempfile.mkdtemp(prefix="followup-faults-"))
    try:
        yield directory
    finally:
        shutil.rmtree(directory)


def killed(kills: int, seed: int) -> Row:
    """A writer killed by SIGKILL at random instants, its own record compared with what the book holds."""
    random = Random(seed)
    changes = torn = lost = unreadable = found = 0
    state: State = {}
    with scratch() as directory:
        path = directory / "book.json"
        for number in range(kills):
            account = run_until_killed(path, state, seed * 1_000_000 + number, random.uniform(0.005, 0.1))
            changes += account.changes
            try:
                book = look(path)
            except StoreError as error:
                unreadable += 1
                sys.stderr.write(f"{error}\n")
                break
            torn += any("cut off" in notice for notice in book.notices)
            state = state_of(book)
            lost += state not in (account.acknowledged, account.begun)
        found = len([each for each in examine(path).findings if "did not end" not in each.message])
    figures = (
        f"{kills} kills, {changes} changes acknowledged: {lost} lost, {unreadable} unreadable; "
        f"{torn} unfinished lines left out, {found} other findings of doctor"
    )
    return Row("killed at random instants", figures, not (lost or unreadable or found))


def two_processes(edits: int) -> Row:
    """Two writers that count up one record and add their own, while a window looks on."""
    with scratch() as directory:
        path = directory / "book.json"
        book = open_book(path)
        book.apply("Added", put=[contact("shared", notes="0")])
        children = [_fork(partial(_edit, path, name, edits)) for name in ("a", "b")]
        seen: dict[str, float] = {}
        book.subscribe(lambda changes, _: seen.update({change.id: time.monotonic() for change in changes}))
        while children:
            time.sleep(_LOOK_S)
            book.refresh()
            children = [child for child in children if os.waitpid(child, os.WNOHANG) == (0, 0)]
        book.refresh()
        late = [seen.get(change, 1e9) - done for change, done in _acknowledged(directory)]
        counted = int(book.contacts["shared"].notes)
        kept = len(book.contacts) - 1
        book.close()
        is_same = len(look(path).contacts) == kept + 1
    figures = f"{kept} of {2 * edits} there, {counted} counted; the last was seen after {max(late):.2f} s"
    return Row(f"two processes × {edits} edits", figures, is_same and kept == counted == 2 * edits and max(late) < 1)


def _fork(act: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        act()
    except BaseException as error:  # noqa: BLE001 -- a forked child must never return into its parent's code
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


def _edit(path: Path, name: str, edits: int) -> None:
    book = open_book(path)
    with path.with_name(f"account-{name}").open("w") as account:
        for number in range(edits):
            with book.exclusively():
                shared = book.contacts["shared"]
                counted = replace(shared, notes=str(int(shared.notes) + 1))
                book.apply("Counted", put=[counted, contact(f"{name}-{number}")])
            account.write(f"{name}-{number} {time.monotonic()}\n")
    book.close()


def _acknowledged(directory: Path) -> list[tuple[str, float]]:
    lines = [line.split() for name in ("a", "b") for line in (directory / f"account-{name}").read_text().splitlines()]
    return [(record_id, float(at)) for record_id, at in lines]


def powerless(cuts: int) -> Row:
    """Every moment of a short life, with what was not durable dropped or torn at random."""
    lost = count = 0
    with scratch() as directory:
        events = short_life(directory / "life").events
        for seed in range(cuts):
            for path, allowed, moment in power_cuts(events, directory / str(seed), "some", str(seed)):
                count += 1
                try:
                    is_good = contents(look(path)) in allowed
                except StoreError as error:
                    sys.stderr.write(f"{error}\n")
                    is_good = False
                if not is_good:
                    lost += 1
                    sys.stderr.write(f"seed {seed}, after {moment}\n")
            shutil.rmtree(directory / str(seed))
    return Row("power cuts", f"{count} cuts after each of {len(events)} calls: {lost} lost something", not lost)


def against_the_model(steps: int, seed: int) -> Row:
    """Random steps in the book and in a dictionary."""
    a_run = 50
    try:
        while BookMachine.steps < steps:
            chosen = settings(
                max_examples=max(1, (steps - BookMachine.steps) // a_run),
                stateful_step_count=a_run,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            machine = hypothesis.seed(seed + BookMachine.steps)(BookMachine)
            run_state_machine_as_test(machine, settings=chosen)
    except AssertionError as error:
        return Row("against a dictionary", f"differs after {BookMachine.steps} steps: {error}", is_good=False)
    return Row("against a dictionary", f"{BookMachine.steps} steps agree (seed {seed})", is_good=True)


def ended(ending: str, times: int, seed: int) -> Row:
    """Windows ended at random instants of typing a letter; two at a time, since they wait more than they work."""
    with ThreadPoolExecutor(2) as pool:
        harm = list(pool.map(lambda number: harm_of_ending(ending, Random(f"{seed} {number}")), range(times)))
    for number, each in enumerate(harm):
        sys.stderr.writelines(f"window {number}: {what}\n" for what in each)
    figures = f"{times} windows ended while typing: {sum(map(bool, harm))} lost more than a second or left a mess"
    return Row(f"ended by {ending}", figures, not any(harm))


if __name__ == "__main__":
    sys.exit(main())
