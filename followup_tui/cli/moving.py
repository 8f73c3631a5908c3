"""`import` and `export`: the whole book in and out as JSON."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from followup_tui.cli.context import Context
from followup_tui.cli.output import say
from followup_tui.desk import exchange
from followup_tui.domain.errors import FollowupError


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


def configure_export(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument("file", metavar="FILE.json", help="the file to write, or - for standard output")


def run_export(arguments: argparse.Namespace, context: Context) -> int:
    """Write the whole book as an interchange file."""
    with context.desk(writable=False) as desk:
        text = exchange.dump(desk)
        if arguments.file == "-":
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode())
            return 0
        target = Path(arguments.file).expanduser()
        if target.suffix.lower() != ".json":
            raise FollowupError(
                f"{target}: the name must end in .json, the one format that is written; nothing was exported."
            )
        exchange.write(desk, target, text)
        say(f"Exported {exchange.count(desk)} records to {target}.")
    return 0
