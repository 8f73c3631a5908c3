"""`make hostile`: every hostile text in every field, of the book, the settings and a paste, on every screen.

    python -m tests.terminal.run_hostile [--jobs 2] [ID…]

One window for each text, so it takes a while; `test_hostile_text.py` has them all in one. Ends with status 1 if any of
them does harm.
"""

import argparse
import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.terminal.hostile_book import one_text_everywhere
from tests.terminal.hostile_visit import harm_of_a_visit

_CASES: dict[str, str] = {
    case["id"]: case["s"]
    for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
}


def harm(name: str) -> list[str]:
    """What the text of that name does."""
    with tempfile.TemporaryDirectory(prefix="followup-hostile-") as folder:
        try:
            return harm_of_a_visit(Path(folder), one_text_everywhere(_CASES[name]), (_CASES[name],), pages=1)
        except AssertionError as error:
            return [str(error)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="ID", help="of tests/data/hostile_strings.json; without, all")
    parser.add_argument("--jobs", type=int, default=2, help="windows at the same time")
    arguments = parser.parse_args()
    names = arguments.names or list(_CASES)
    harmed = 0
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for name, found in zip(names, pool.map(harm, names), strict=True):
            harmed += bool(found)
            sys.stdout.write(f"{name:<16} {'HARM' if found else 'good'}\n" + "".join(f"    {each}\n" for each in found))
            sys.stdout.flush()
    sys.stdout.write(f"{len(names)} texts on every screen: {harmed} did harm\n")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main())
