"""`import`: files of our own, read into the book."""

import argparse
from collections import Counter
from pathlib import Path

from followup_tui.cli.context import Context
from followup_tui.cli.output import say
from followup_tui.desk import exchange


def configure_import(parser: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    parser.add_argument("files", metavar="FILE.json", nargs="+")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")


def run_import(arguments: argparse.Namespace, context: Context) -> int:
    """Import interchange files: all of them or nothing, as one step of undo."""
    paths = [Path(name).expanduser() for name in arguments.files]
    with context.desk(writable=not arguments.dry_run) as desk:
        incoming = exchange.read(desk, paths)
        if not arguments.dry_run:
            exchange.take(desk, incoming, paths)
    say(
        ("Would import: " if arguments.dry_run else "Imported: ")
        + summary(incoming.added, incoming.changed, incoming.left)
    )
    return 0


def summary(added: Counter[str], changed: Counter[str], left: Counter[str]) -> str:
    """What an import did, in numbers: `added 3 (2 contacts, 1 opportunities), changed 0, left 5`."""
    parts = []
    for word, tally in (("added", added), ("changed", changed), ("left as they were", left)):
        details = ", ".join(f"{count} {table}" for table, count in tally.items() if count)
        parts.append(f"{word} {tally.total()}" + (f" ({details})" if details else ""))
    return "; ".join(parts) + "."
