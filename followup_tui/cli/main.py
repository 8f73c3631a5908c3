"""The command `followup`: its commands, and how each way of ending is told. Their options stand in `parser`.

Exit status: 0 done; 1 the answer is yes (something is overdue, `doctor` found something); 2 refused or wrong use, and
nothing changed; 3 an error of our own.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from followup_tui.cli.context import Context
from followup_tui.cli.output import OutputFailedError, complain, print_no_more, writing
from followup_tui.cli.plainly import plainly
from followup_tui.domain.errors import Ambiguous, FollowupError

if TYPE_CHECKING:
    import argparse

DONE, YES, REFUSED, BROKEN = 0, 1, 2, 3
_INTERRUPTED = 130
_STDERR = 2


class Command(NamedTuple):
    """One command: the module that has its `configure` and `run` functions (with a suffix where there are several)."""

    module: str
    suffix: str
    help: str


COMMANDS: dict[str, Command] = {
    "due": Command("due", "", "who should hear from you, and by when"),
    "add": Command("changing", "_add", "add an opportunity"),
    "log": Command("changing", "_log", "log a message, a call or a meeting"),
    "move": Command("changing", "_move", "move an opportunity to another stage"),
    "when": Command("when", "", "what a date in words means"),
    "show": Command("showing", "_show", "an opportunity or a contact, with all that happened"),
    "find": Command("showing", "_find", "look for words in the whole book"),
    "review": Command("review", "", "read a draft over your shoulder: what to mend before it goes out"),
    "copy": Command("copy", "", "the newest draft to somebody, to the clipboard"),
    "templates": Command("templates", "", "the letters that messages start from: list, show, edit or check them"),
    "undo": Command("changing", "_undo", "take back the last change"),
    "redo": Command("changing", "_redo", "make again what was taken back"),
    "import": Command("importing", "_import", "read files of other programs, or our own JSON, into the book"),
    "export": Command("exporting", "", "write the book, or a part of it, to a file for other programs or for people"),
    "backup": Command("keeping", "_backup", "keep a copy of the book"),
    "restore": Command("keeping", "_restore", "go back to a backup (undo takes that back)"),
    "doctor": Command("keeping", "_doctor", "check the book's files, and repair to a new file"),
    "config": Command("settings", "", "what is set: list, get, set or unset it"),
    "completion": Command("completion", "", "what bash, zsh or fish need to complete commands and names"),
    "path": Command("keeping", "_path", "where the book and its files are"),
}


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the answer is the exit status. Never raises for a person's mistake or our own."""
    _stand_in_for_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a symbol gets a readable stand-in, not an error.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _status(arguments)
        with writing():
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left (`followup due | head -1`): no more can be said, and nothing is wrong.
        print_no_more(sys.stdout)
        return DONE
    except OutputFailedError as error:
        # No error of our own, and no refusal either: what a command had to change is changed.
        print_no_more(sys.stdout)
        complain(f"followup: the output could not be written ({error}); what was saved is safe.")
        return BROKEN
    except Exception as error:  # noqa: BLE001 - the last stop: an error of our own becomes one sentence and a report
        from followup_tui.crash import report

        complain(report(error))
        return BROKEN
    return status


def _stand_in_for_closed_streams() -> None:
    """Open what the process was started without (`followup due >&-`): a file opened later would get its number."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (opened := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        pass
    os.close(opened)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - they live as long as the process
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(_STDERR, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _status(arguments: Sequence[str]) -> int:
    try:
        return _run(arguments)
    except FollowupError as error:
        _complain(error)
        return REFUSED
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else DONE


def _run(arguments: Sequence[str]) -> int:
    arguments = _cleaned(arguments)
    options = plainly(arguments) or _parsed(arguments)
    context = Context(options, dict(os.environ))
    context.require_config()
    if options.command is None:
        from followup_tui.cli.window import open_window

        return open_window(options, context)
    command = COMMANDS[options.command]
    if options.command != "due":
        gc.enable()
    status: int = function_of(command, "run")(options, context)
    return status


def _parsed(arguments: Sequence[str]) -> "argparse.Namespace":
    from followup_tui.cli.parser import build_parser

    for argument in takewhile(lambda each: each != "--", arguments):
        option, _, value = argument.partition("=")
        if option.startswith("--") and value == "--":
            # argparse takes such a value for the end of the options, and answers with a list.
            raise FollowupError(f"{option}: give it a value; -- is none.")
    return build_parser(arguments).parse_args(arguments)


def _cleaned(arguments: Sequence[str]) -> list[str]:
    """Arguments as they may be stored; a path that is not UTF-8 keeps its bytes (as surrogates) for the file system."""
    return [argument.replace("\r\n", "\n").replace("\r", "\n") for argument in arguments]


def _complain(error: FollowupError) -> None:
    complain(f"followup: {error}")
    if isinstance(error, Ambiguous):
        for record_id, description in error.candidates:
            complain(f"  {record_id}  {description}")


def function_of(command: Command, name: str) -> Callable[..., int]:
    """What a command is configured (`configure`) or run (`run`) by; loads its module."""
    module = import_module(f"followup_tui.cli.{command.module}")
    function: Callable[..., int] = getattr(module, name + command.suffix)
    return function
