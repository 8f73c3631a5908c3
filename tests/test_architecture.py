"""The house keeps its shape: who may import whom, what is loaded when, and how long a piece of code may be."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from followup_tui.cli.main import COMMANDS
from followup_tui.tui.keymap import all_screens
from tests.source_tree import PACKAGE, ROOT, Import, Module, all_imports, imports_of, modules

# Who may import whom, beside what stands in the same place. The longest name that fits a module is its place.
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "clock": {"domain"},
    "config": {"domain", "days_off", "plain_toml"},
    "plain_toml": set(),
    "private_file": set(),
    "days_off": {"domain", "places", "private_file"},
    "config_file": {"config", "domain", "store"},
    "places": {"domain"},
    "crash": {""},
    "store": {"domain"},
    "exchange": {"domain"},
    "desk": {"domain", "store", "exchange", "clock", "config", "config_file", "private_file"},
    "tui.widgets": {"domain"},
    "tui": {"tui.widgets", "desk", "domain", "clock", "config", "config_file"},
    "tui.dialogs": {"tui", "tui.widgets", "desk", "domain", "config"},
    "tui.screens": {"tui", "tui.dialogs", "tui.widgets", "desk", "domain", "config"},
    "tui.app": {"tui", "tui.screens", "tui.dialogs", "tui.widgets", "desk", "domain", "clock", "config"},
    "cli": {
        *("", "domain", "clock", "config", "config_file", "places", "crash", "days_off", "private_file", "store"),
        *("exchange", "desk"),
    },
    "__main__": {"cli"},
    "": set(),
}

# Each library is used in one place only, so that it could be replaced there.
HOME_OF_LIBRARY = {
    "textual": ("tui",),
    "rich": ("tui",),
    "tinydb": ("store",),
    "filelock": ("store",),
    "pyperclip": ("desk.clipboard",),
    "platformdirs": ("places",),
    "tzlocal": ("config",),
    "tomlkit": ("config_file",),
    "holidays": ("days_off",),
    "pendulum": ("domain.when",),
}

# Where the module of a distribution is called otherwise.
MODULES = {"pyspellchecker": "spellchecker"}


def place_of(name: str) -> str:
    """The place in `MAY_IMPORT` of a dotted name of the package."""
    below = name.removeprefix(PACKAGE).removeprefix(".")
    fitting = [place for place in MAY_IMPORT if place and (below == place or below.startswith(place + "."))]
    return max(fitting, key=len, default="")


def ours() -> Iterator[Import]:
    return (found for found in all_imports() if found.name == PACKAGE or found.name.startswith(PACKAGE + "."))


def told(found: Iterable[object]) -> list[str]:
    return [str(each) for each in found]


def test_every_package_and_module_has_a_place_in_the_rules() -> None:
    assert told(module.name for module in modules() if not place_of(module.name) and module.name != PACKAGE) == []


def test_each_part_of_the_house_imports_only_what_it_may() -> None:
    wrong = [
        found
        for found in ours()
        if place_of(found.name) not in {place_of(found.module), *MAY_IMPORT[place_of(found.module)]}
        and not (place_of(found.module) == "cli" and place_of(found.name).startswith("tui"))
    ]
    assert told(wrong) == []


def test_the_command_line_imports_the_window_only_inside_the_function_that_runs_it() -> None:
    wrong = [
        found
        for found in ours()
        if place_of(found.module) == "cli" and place_of(found.name).startswith("tui") and not found.inside_function
    ]
    assert told(wrong) == []


def test_the_rules_see_a_wrong_import(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("import followup_tui.store.book\nfrom followup_tui import desk\n")
    path.write_text(path.read_text() + "def g():\n    from followup_tui.tui import app\n")
    found = list(imports_of(Module("followup_tui.domain.wrong", path)))
    assert [place_of(each.name) for each in found] == ["store", "desk", "tui.app"]
    assert [each.inside_function for each in found] == [False, False, True]


def test_every_library_that_is_asked_for_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked_for = {re.split(r"[^\w.-]", each)[0] for each in project["dependencies"] if "sys_platform" not in each}
    source = "\n".join(module.path.read_text(encoding="utf-8") for module in modules())
    unused = {
        each
        for each in asked_for
        if not re.search(rf"^\s*(?:from|import) .*\b{MODULES.get(each, each)}\b", source, re.MULTILINE)
    }
    assert unused == set()


def test_imports_are_absolute() -> None:
    assert told(found for found in all_imports() if found.name.startswith(".")) == []


@pytest.mark.parametrize("library", HOME_OF_LIBRARY)
def test_a_library_is_used_only_where_it_is_at_home(library: str) -> None:
    homes = tuple(f"{PACKAGE}.{home}" for home in HOME_OF_LIBRARY[library])
    users = [found for found in all_imports() if found.name.split(".")[0] == library]
    assert told(user for user in users if not f"{user.module}.".startswith(tuple(f"{home}." for home in homes))) == []


# What a fresh process has loaded


def fresh(program: str, home: Path, *arguments: str, status: int = 0) -> list[str]:
    """Run a program in a fresh interpreter with an empty home; the lines it wrote on stderr."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(home),
    }
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done.stderr.splitlines()


def loaded_after(program: str, home: Path, *arguments: str) -> set[str]:
    """The top-level modules that a fresh process has loaded once it ran a program."""
    lines = fresh(f"import sys\n{program}\nprint(*sorted(sys.modules), sep='\\n', file=sys.stderr)", home, *arguments)
    return {line.partition(".")[0] for line in lines}


def importing(names: Iterable[str]) -> str:
    return "import " + ", ".join(names)


def test_the_domain_loads_without_textual_tinydb_pendulum_and_pyperclip(tmp_path: Path) -> None:
    names = [module.name for module in modules() if module.within("domain")]
    loaded = loaded_after(importing(names), tmp_path)
    assert loaded & {"textual", "rich", "tinydb", "pendulum", "pyperclip", "filelock", "platformdirs"} == set()


def test_what_windows_has_not_is_loaded_only_for_a_terminal_of_linux_or_macos(tmp_path: Path) -> None:
    missing = "import sys\nsys.modules.update(dict.fromkeys(['termios', 'tty', 'fcntl', 'pwd', 'grp', 'resource']))\n"
    names = [module.name for module in modules() if not module.name.endswith((".unix_terminal", ".__main__"))]
    assert f"{PACKAGE}.tui.app" in names
    assert fresh(f"{missing}{importing(names)}", tmp_path) == []


RUN = "from followup_tui.cli.main import BROKEN, YES, run\n"
SLOW = {"msgspec", "tinydb", "filelock", "pendulum", "platformdirs", "dataclasses", "textual"}


@pytest.mark.parametrize("options", [[], ["--short"], ["--all", "--json"], ["--within", "3d"]])
def test_a_status_bar_asks_what_is_due_without_loading_anything_slow(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "config.toml").write_text('timezone = "Europe/Madrid"\n[cadence]\ngap_d = 4\n')
    (tmp_path / "book.json").write_text(
        '{"meta": {"1": {"version": 1}}, "reminders": {"1": {"id": "rem1", "title": "Call", "at":'
        ' "2026-11-17T15:00:00+01:00", "created_at": "2026-11-17T15:00:00+01:00"}}}'
    )
    loaded = loaded_after(
        f"{RUN}assert run(sys.argv[1:]) == YES",
        tmp_path,
        "due",
        "--data",
        "book.json",
        "--config",
        "config.toml",
        *options,
    )
    assert loaded & SLOW == set()


# A use of each command, whatever it answers on an empty book.
USES: dict[str, list[str]] = {
    "due": [],
    "add": ["--company", "Acorn", "--role", "Nurse", "--contact", "Ana Ruiz"],
    "log": ["other", "--to", "Ana Ruiz"],
    "move": ["Acorn", "applied"],
    "when": ["friday"],
    "show": ["Acorn"],
    "find": ["Acorn"],
    "review": ["--kind", "thank_you", "letter.txt"],
    "copy": ["Ana Ruiz"],
    "templates": ["list"],
    "undo": [],
    "redo": [],
    "import": ["missing.json"],
    "export": ["-"],
    "backup": [],
    "restore": ["--list"],
    "doctor": [],
    "config": [],
    "completion": ["bash"],
    "path": [],
}


def test_there_is_a_use_of_every_command() -> None:
    assert USES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", USES)
def test_no_command_loads_textual(tmp_path: Path, command: str) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ana,\n\nThank you for the tour of the kitchen.\n\nSam\n")
    added = f"{RUN}assert run(['add', '--company', 'Acorn', '--role', 'Cook', '--contact', 'Ana Ruiz']) == 0\n"
    loaded = loaded_after(f"{added}assert run(sys.argv[1:]) != BROKEN", tmp_path, command, *USES[command])
    assert loaded & {"textual", "rich"} == set()


WATCHED_IMPORT = """
import os, sys
watched = tuple(sys.argv[1:3])
def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    changes = event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.link"}
    leaves = event in {"subprocess.Popen", "os.system", "os.exec", "os.fork", "socket.connect", "socket.bind"}
    name = str(arguments[0]) if arguments else ""
    reads = event in {"open", "os.listdir", "os.scandir"} and name.startswith(watched)
    reads = reads and not name.endswith((".py", ".pyc")) and not os.path.isdir(name)
    if writes and name != os.devnull or changes or leaves or reads:
        print(event, *arguments[:3], file=sys.stderr)
sys.addaudithook(watch)
"""


def test_nothing_happens_at_import(tmp_path: Path) -> None:
    names = [module.name for module in modules() if not module.name.endswith("__main__")]
    program = f"{WATCHED_IMPORT}\n{importing(names)}"
    assert fresh(program, tmp_path, str(tmp_path), str(ROOT / PACKAGE)) == []
    assert list(tmp_path.iterdir()) == []


def test_the_watch_over_imports_sees_a_folder_made_and_a_file_read(tmp_path: Path) -> None:
    program = f"{WATCHED_IMPORT}\nos.mkdir('made')\nopen(watched[0] + '/made/x', 'w').close()\nopen('made/x').close()"
    seen = fresh(program, tmp_path, str(tmp_path), str(ROOT / PACKAGE))
    assert [line.split()[0] for line in seen] == ["os.mkdir", "open"]


# Time

CLOCK_READS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
MAY_READ_THE_CLOCK = {
    f"{PACKAGE}.clock": {"now"},
    f"{PACKAGE}.store.disk": {"time"},  # backups' age is the system's, whatever --now says
}


def clock_reads(module: Module) -> Iterator[tuple[str, int]]:
    """Where a module asks the system for the time: `datetime.now(`, `date.today(`, `time.time(`, `pendulum.now(`."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Attribute) or node.attr not in CLOCK_READS:
            continue
        if ast.unparse(node.value).rpartition(".")[2] in {"datetime", "date", "pendulum", "time"}:
            yield node.attr, node.lineno


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_the_time_comes_from_the_one_clock(module: Module) -> None:
    allowed = MAY_READ_THE_CLOCK.get(module.name, set())
    assert [f"{module.path}:{line}: {name}" for name, line in clock_reads(module) if name not in allowed] == []
    assert [found.name for found in imports_of(module) if found.name in {"time.time", "time.time_ns"}] == []


def test_the_clock_itself_reads_the_time_once() -> None:
    for name, expected in MAY_READ_THE_CLOCK.items():
        module = next(module for module in modules() if module.name == name)
        assert [read for read, _ in clock_reads(module)] == list(expected)


# Length

LONGEST_FILE, LONGEST_CLASS = 400, 300
MOST_BASES = 2
"""How many classes of ours one may inherit from, the bases of its bases counted."""


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_file_and_a_class_can_be_read_in_one_sitting(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_FILE
    classes = [node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in classes}
    assert {name: length for name, length in lengths.items() if length > LONGEST_CLASS} == {}


def test_what_a_screen_is_made_of_are_its_parts_and_not_a_tower_of_bases() -> None:
    towers = {}
    for screen in all_screens():
        bases = [base.__name__ for base in screen.__mro__[1:] if base.__module__.startswith(f"{PACKAGE}.")]
        if len(bases) > MOST_BASES:
            towers[screen.__name__] = bases
    assert towers == {}
