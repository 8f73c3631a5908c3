"""What the shells are offered at a tab; bash itself is run, zsh and fish where they are there."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from followup_tui.cli.main import COMMANDS
from tests.cli.running import Command
from tests.source_tree import ROOT

SINCE = "2026-11-02T09:00:00+01:00"
TIMES = {"created_at": SINCE, "updated_at": SINCE}


@pytest.fixture
def book(place: Path, followup: Command) -> Command:
    """Globex, two jobs at Initech, two people called Ana Ruiz, and one whose name has no power over a shell."""
    opportunities = [("Globex", "Staff SRE"), ("Initech", "Clerk"), ("Initech", "Cook"), ("$(touch evil); Ltd", "X")]
    contacts = [("Ana Ruiz", "Globex"), ("Ana Ruiz", "Initech"), ("José Núñez", None), ("Evil\nName", None)]
    content: dict[str, list[dict[str, Any]]] = {
        "opportunities": [
            {"id": f"opp-{n}", "company": company, "role": role, "stage": "applied", "stage_changed_at": SINCE, **TIMES}
            for n, (company, role) in enumerate(opportunities)
        ],
        "contacts": [
            {"id": f"con-{n}", "name": name, "company": company, **TIMES} for n, (name, company) in enumerate(contacts)
        ],
    }
    (place / "in.json").write_text(json.dumps({"format": "followup-tui", "version": 1, **content}))
    assert followup("import", str(place / "in.json")).status == 0
    return followup


def offered(followup: Command, *words: str) -> list[str]:
    result = followup("completion", "words", ":", *words)
    assert (result.status, result.err) == (0, "")
    return [line.partition("\t")[0] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["exp"], ["export"]),
        (["show", "glo"], ["Globex"]),
        (["show", "init"], ["Initech Clerk", "Initech Cook"]),
        (["show", "jose"], ["José Núñez"]),
        (["show", "'jos"], ["José Núñez"]),
        (["show", "ana"], []),
        (["show", "con-0"], ["con-0"]),
        (["move", "Globex", "int"], ["interviewing"]),
        (["log", "thank"], ["thank_you"]),
        (["log", "thank_you", "--to", "J"], ["José Núñez"]),
        (["log", "thank_you", "--to=J"], ["José Núñez"]),
        (["log", "thank_you", "--to", "=", "J"], ["José Núñez"]),
        (["log", "--to", "José Núñez", "thank"], ["thank_you"]),
        (["log", "thank_you", "--to", "José\\ Núñez", "--ch"], ["--channel"]),
        (["log", "thank_you", "--channel", "li"], ["linkedin"]),
        (["export", "x.csv", "--what", "con"], ["contacts"]),
        (["config", "s"], ["set"]),
        (["config", "get", "stages.names.l"], ["stages.names.lead"]),
        (["templates", "sh"], ["show"]),
        (["completion", "fi"], ["fish"]),
        (["export", ""], [":files"]),
        (["--data", ""], [":files"]),
        (["review", "--context", ""], [":files"]),
        (["when", "tom"], []),
        (["nonsense", "x"], []),
        (["show", "Evil"], []),
    ],
)
def test_the_last_word_becomes_what_the_command_takes(book: Command, words: list[str], expected: list[str]) -> None:
    assert offered(book, *words) == expected


def test_every_command_and_option_is_offered(book: Command) -> None:
    assert set(offered(book, "")) == COMMANDS.keys()
    assert {"--within", "--short", "--json", "--data", "--now"} <= set(offered(book, "due", "--"))


def test_the_book_that_the_line_names_is_the_one_that_is_read(place: Path, book: Command) -> None:
    assert offered(book, "--data", str(place / "none.json"), "show", "glo") == []


def test_a_book_that_cannot_be_read_offers_nothing_and_says_nothing(place: Path, book: Command) -> None:
    (place / "book.json").write_text("{")
    assert offered(book, "show", "glo") == []


# The shells


@pytest.fixture
def environment(place: Path, book: Command, tmp_path: Path) -> dict[str, str]:
    """A shell's surroundings, with a `followup` in the path."""
    assert book("path").status == 0
    program = tmp_path / "bin" / "followup"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m followup_tui "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(place),
        "FOLLOWUP_DATA": str(place / "book.json"),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }


def shell(name: str, script: str, environment: dict[str, str], place: Path) -> str:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"there is no {name} here")
    options = ["--norc", "--noprofile"] if name == "bash" else ["-f"] if name == "zsh" else ["--no-config"]
    command = [program, *options, "-c", script]
    done = subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (place / "evil").exists()
    return done.stdout


BASH = """
eval "$(followup completion bash)"
complete -p followup
ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _followup; printf '[%s]' "${COMPREPLY[@]}"; echo; }
ask followup show init
ask followup show '"init'
ask followup show '$'
ask followup move 'Initech\\ Cook' sc
"""


def test_bash_completes_names_and_quotes_them(place: Path, environment: dict[str, str]) -> None:
    assert shell("bash", BASH, environment, place).splitlines() == [
        "complete -F _followup followup",
        r"[Initech\ Clerk][Initech\ Cook]",
        "[Initech Clerk][Initech Cook]",
        r"[\$\(touch\ evil\)\;\ Ltd]",
        "[screening]",
    ]


def test_zsh_takes_its_script_and_offers_names(place: Path, environment: dict[str, str]) -> None:
    script = """
compdef() { print -r -- "compdef $*"; }
compadd() { print -rl -- "${(@)names}"; }
eval "$(followup completion zsh)"
words=(followup show init) CURRENT=3
_followup
words=(followup show 'Initech\\ Co') CURRENT=3
_followup
"""
    assert shell("zsh", script, environment, place).splitlines() == [
        *("compdef _followup followup", "Initech Clerk", "Initech Cook", "Initech Cook"),
    ]


def test_fish_takes_its_script_and_offers_names(place: Path, environment: dict[str, str]) -> None:
    script = """
followup completion fish | source
complete -C "followup show init"
complete -C "followup move Globex sc"
"""
    assert shell("fish", script, environment, place).splitlines() == [
        *("Initech Clerk\tApplied", "Initech Cook\tApplied", "screening"),
    ]
