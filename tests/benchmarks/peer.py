"""kanban-tui, the nearest peer: a book of 200 tasks in its own database, where it is installed."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

VARIABLE = "KANBAN_TUI"
"""Where the program is, if not on the PATH: `KANBAN_TUI=/elsewhere/bin/kanban-tui make bench`."""

TASKS = 200
SHOWN = r"Task \d+"
_COLUMNS = 3


class Peer(NamedTuple):
    """Its command, and an environment in which it has its tasks."""

    command: list[str]
    environment: Mapping[str, str]


def find_peer(folder: Path, environment: Mapping[str, str]) -> Peer | None:
    """The peer with its tasks in a home of its own below `folder`; None where it is not installed."""
    program = os.environ.get(VARIABLE) or shutil.which("kanban-tui")
    if not program:
        return None
    home = folder / "peer"
    home.mkdir()
    own = {name: value for name, value in environment.items() if not name.startswith("XDG_")} | {"HOME": str(home)}
    for arguments in (("board", "create", "Jobs", "--set-active"), ("task", "create", "Task 1")):
        subprocess.run([program, *arguments], env=own, check=True, capture_output=True)
    _multiply(next(home.rglob("kanban_tui.db")))
    return Peer([program], own)


def _multiply(database: Path) -> None:
    """Copy its one task until there are enough, over all columns: its own command would take half a second for each."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(
            'INSERT INTO tasks (title, "column", description, creation_date, position)'
            " SELECT ?, ?, 'What was said, and what comes next.', creation_date, ? FROM tasks WHERE task_id = 1",
            [(f"Task {number}", number % _COLUMNS + 1, number) for number in range(2, TASKS + 1)],
        )
