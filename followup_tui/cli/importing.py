"""`import`: other programs' files and our own JSON, into the book."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_tui.cli.context import Context
from followup_tui.cli.output import complain, say, say_json
from followup_tui.domain.text import visible
from followup_tui.exchange.kinds import JSON, KINDS, name_of
from followup_tui.places import path_of

if TYPE_CHECKING:
    from followup_tui.desk.importing.run import Prepared, Progress
    from followup_tui.exchange.found import Where

_DONE, _SOME_LEFT_OUT, _REFUSED = 0, 1, 2
_MOST_SHOWN = 10


def configure_import(parser: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file, or - for standard input")
    parser.add_argument("--as", dest="kind", metavar="KIND", choices=KINDS, help=f"what it is: {', '.join(KINDS)}")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument("--yes", action="store_true", help="import without asking, and accept what is proposed")
    parser.add_argument("--json", action="store_true", help="for programs")


def run_import(arguments: argparse.Namespace, context: Context) -> int:
    """Read the files, show what would come of it, and import them if that is wanted: as one step of undo."""
    from followup_tui.desk.importing.run import Wish, prepare, store

    paths = tuple(path_of(name) for name in arguments.files)
    with context.desk_to_change(dry_run=arguments.dry_run) as desk:
        prepared = prepare(desk, Wish(paths, arguments.kind), _progress())
        answer = _answer(arguments, prepared)
        if answer and not arguments.dry_run:
            store(desk, prepared)
    _tell(prepared, arguments, wanted=answer)
    if not answer:
        complain(f"followup: {', '.join(map(str, paths))}: nothing was imported; --yes imports what is shown.")
        return _REFUSED
    for unit in prepared.unreadable:
        complain(f"followup: left out: {unit.where}: {unit.reason}")
    return _SOME_LEFT_OUT if prepared.unreadable else _DONE


def _answer(arguments: argparse.Namespace, prepared: "Prepared") -> bool:
    """Whether the import is wanted: as the options say, else whoever sits at the terminal is asked."""
    if arguments.yes or all(file.kind == JSON for file in prepared.files):
        return True
    if arguments.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if arguments.dry_run:
        return True
    for line in (*preview(prepared), _would(prepared)):
        say(line)
    try:
        return input("Import this? [y/N] ").strip().casefold() in ("y", "yes")
    except EOFError:
        return False


def _is_asked(arguments: argparse.Namespace) -> bool:
    """Whether somebody sits at the terminal and sees the preview before the import."""
    quiet = arguments.yes or arguments.json or arguments.dry_run
    return not quiet and sys.stdin.isatty() and sys.stdout.isatty()


def _progress() -> "Progress | None":
    """Tells on a terminal how far the reading is; where there is none, nobody is told."""
    if not sys.stderr.isatty():
        return None

    def tell(path: Path, count: int, part: float) -> None:
        sys.stderr.write(f"\r{visible(path.name)}: {count:,} read, {part:.0%} \r")
        sys.stderr.flush()

    return tell


def _tell(prepared: "Prepared", arguments: argparse.Namespace, *, wanted: bool) -> None:
    done = wanted and not arguments.dry_run
    if arguments.json:
        say_json(as_json(prepared, done=done))
        return
    if not _is_asked(arguments):
        # What is left out is told on stderr, all of it, once it is; our own form needs no preview.
        is_ours = all(file.kind == JSON for file in prepared.files)
        for line in _said(prepared._replace(unreadable=())) if done or is_ours else preview(prepared):
            say(line)
    if done:
        say("Imported: " + summary(prepared.added, prepared.changed, prepared.left))
    elif not _is_asked(arguments):
        say(_would(prepared))


def _would(prepared: "Prepared") -> str:
    return "Would import: " + summary(prepared.added, prepared.changed, prepared.left)


def summary(added: Counter[str], changed: Counter[str], left: Counter[str]) -> str:
    """What an import did, in numbers: `added 3 (2 contacts, 1 opportunity); changed 0; left as they were 5 (…).`."""
    from followup_tui.desk.importing.telling import counted

    parts = []
    for word, tally in (("added", added), ("changed", changed), ("left as they were", left)):
        details = counted(tally)
        parts.append(f"{word} {tally.total()}" + (f" ({details})" if details else ""))
    return "; ".join(parts) + "."


def preview(prepared: "Prepared") -> Iterator[str]:
    """What an import would do, for a person."""
    from followup_tui.desk.importing.telling import matched_columns, samples

    for file in prepared.files:
        yield f"{file.path}: {name_of(file.kind)}"
        yield from (f"  {title}: {text}" for title, text in matched_columns(file))
    for word, records in samples(prepared):
        yield f"{word}: " + "; ".join(records)
    yield from _said(prepared)


def _said(prepared: "Prepared") -> Iterator[str]:
    """The first of what is to be said of single units, and how many more there are."""
    from followup_tui.desk.importing.telling import said

    for title, lines in said(prepared):
        yield f"{title}: {len(lines):,}"
        yield from (f"  {line}" for line in lines[:_MOST_SHOWN])
        if len(lines) > _MOST_SHOWN:
            yield f"  … and {len(lines) - _MOST_SHOWN:,} more (--json lists all)"


def as_json(prepared: "Prepared", *, done: bool) -> dict[str, Any]:
    """An import for programs."""
    return {
        "imported": done,
        "files": [
            {
                "file": str(file.path),
                "kind": file.kind,
                "columns": [{"title": column.title, "field": column.field or None} for column in file.columns],
            }
            for file in prepared.files
        ],
        "added": dict(prepared.added),
        "changed": dict(prepared.changed),
        "left": dict(prepared.left),
        "unreadable": [_at(unit.where, reason=unit.reason) for unit in prepared.unreadable],
        "remarks": [_at(remark.where, text=remark.text) for remark in prepared.remarks],
        "proposals": [_at(one.where, text=one.text, accepted=one.accepted) for one in prepared.proposals],
    }


def _at(where: "Where", **said: object) -> dict[str, Any]:
    return {"file": str(where.path), "line": where.line, **said}
