"""The commands that look after the book's files: `doctor`, `backup`, `restore`, `path`."""

import argparse
from pathlib import Path

from followup_tui.cli.context import Context
from followup_tui.cli.output import complain, say, say_json, table
from followup_tui.domain.errors import FollowupError
from followup_tui.places import path_of

_FOUND_SOMETHING = 1


def configure_doctor(parser: argparse.ArgumentParser) -> None:
    """The options of `doctor`."""
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--repair", metavar="FILE", help="write what is whole to a new file")
    task.add_argument("--forget", action="store_true", help="empty the history: nothing before can be undone")
    task.add_argument("--json", action="store_true", help="for programs: what was checked and found")


def run_doctor(arguments: argparse.Namespace, context: Context) -> int:
    """Say what was checked and found; status 1 when something was."""
    if arguments.repair == "":
        raise FollowupError("--repair: give the name of a new file; this one is empty.")
    if arguments.repair:
        return _repair(context.book_path, path_of(arguments.repair))
    from followup_tui.store import doctor

    if arguments.forget:
        forgotten = doctor.forget(context.book_path)
        say(f"The history is empty; {_count(forgotten, 'change')} forgotten.")
        return 0
    report = doctor.examine(context.book_path)
    if arguments.json:
        found = [
            {"file": str(one.file), "line": one.line, "message": one.message, "remedy": one.remedy or None}
            for one in report.findings
        ]
        say_json({"checked": report.checked, "findings": found})
        return _FOUND_SOMETHING if found else 0
    for line in report.checked:
        say(f"checked  {line}")
    for finding in report.findings:
        say(f"found    {finding}")
    if not report.findings:
        say("Everything is as it should be.")
        return 0
    for remedy in dict.fromkeys(finding.remedy for finding in report.findings if finding.remedy):
        say(remedy)
    if (backup := _backup_instead_of(context.book_path)) is not None:
        say(f"`followup restore {backup.name}` puts the newest good backup in its place and keeps the damaged file.")
    return _FOUND_SOMETHING


def _backup_instead_of(path: Path) -> Path | None:
    """The newest good backup of a book that cannot be opened; None if it can be, or if there is none."""
    from followup_tui.store.errors import DamagedBook
    from followup_tui.store.reading import read_raw

    try:
        read_raw(path)
    except DamagedBook as error:
        return error.backup
    except FollowupError:
        return None
    return None


def _repair(book: Path, target: Path) -> int:
    from followup_tui.store.repair import repair

    repaired = repair(book, target)
    for finding in repaired.left_out:
        complain(f"left out: {finding}")
    kept = _count(repaired.kept, "record")
    say(f"{target} holds {kept}; open it with --data, and keep the old file till you are sure.")
    return _FOUND_SOMETHING if repaired.left_out else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def configure_backup(parser: argparse.ArgumentParser) -> None:
    """The options of `backup`."""
    parser.add_argument("--list", action="store_true", help="list the backups there are")
    parser.add_argument("--json", action="store_true", help="for programs, with --list")


def run_backup(arguments: argparse.Namespace, context: Context) -> int:
    """Keep a copy of the book beside it, or list the copies."""
    if arguments.list:
        return _list(context.book_path, as_json=arguments.json)
    with context.desk() as desk:
        made = desk.book.back_up()
    say(f"Kept as {made}." if made else "The newest backup holds the same; none was made.")
    return 0


def configure_restore(parser: argparse.ArgumentParser) -> None:
    """The options of `restore`."""
    parser.add_argument(
        "backup", metavar="BACKUP", nargs="?", help="a backup of the list, by its name or its beginning"
    )
    parser.add_argument("--list", action="store_true", help="list the backups there are")
    parser.add_argument("--json", action="store_true", help="for programs, with --list")


def run_restore(arguments: argparse.Namespace, context: Context) -> int:
    """Make the book what it was in a backup, as one change that can be undone."""
    if arguments.list:
        return _list(context.book_path, as_json=arguments.json)
    if arguments.backup is None:
        raise FollowupError("Say which backup; `followup restore --list` lists them.")
    from followup_tui.store.backups import find_backup
    from followup_tui.store.errors import DamagedBook

    try:
        with context.desk() as desk:
            backup = find_backup(context.book_path, arguments.backup)
            change = desk.book.restore(backup.path)
    except DamagedBook:
        return _replace_damaged(context.book_path, arguments.backup)
    if change:
        count = _count(len(change.changes), "record")
        say(f"The book is as it was in {backup.path.name}: {count} changed. `followup undo` takes it back.")
    else:
        say(f"The book is the same as {backup.path.name}; nothing was changed.")
    return 0


def _replace_damaged(book: Path, name: str) -> int:
    """Put the backup in the place of a book that cannot be opened, whose file is kept."""
    from followup_tui.store.backups import find_backup, replace_damaged

    backup = find_backup(book, name)
    kept = replace_damaged(book, backup.path)
    say(f"The book is as it was in {backup.path.name}; what was damaged is kept as {' and '.join(map(str, kept))}.")
    return 0


def _list(book: Path, *, as_json: bool) -> int:
    from followup_tui.store.backups import list_backups

    backups = list_backups(book)
    if as_json:
        say_json({"backups": [{"path": str(one.path), "made_at": one.made_at.isoformat()} for one in backups]})
    elif not backups:
        say("There are no backups yet; one is made before the first change of every session.")
    for line in [] if as_json else table((f"{one.made_at:%Y-%m-%d %H:%M:%S} UTC", one.path.name) for one in backups):
        say(line)
    return 0


def configure_path(parser: argparse.ArgumentParser) -> None:
    """The options of `path`."""
    parser.add_argument("--json", action="store_true", help="all the files, for programs")


def run_path(arguments: argparse.Namespace, context: Context) -> int:
    """Print where the book is; with --json, all its files and the settings."""
    if not arguments.json:
        say(str(context.book_path))
        return 0
    from followup_tui.store.backups import list_backups
    from followup_tui.store.places import Places

    places = Places(context.book_path)
    say_json(
        {
            "data": str(context.book_path),
            "journal": str(places.journal),
            "history": str(places.history),
            "calendar": str(places.calendar),
            "imports": str(places.imports),
            "lock": str(places.lock),
            "backups": [str(backup.path) for backup in list_backups(context.book_path)],
            "config": str(context.config_path),
            "templates": str(context.config_path.parent / "templates"),
        }
    )
    return 0
