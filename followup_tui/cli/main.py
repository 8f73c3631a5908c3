"""The command `followup`: its options, its commands, and how each way of ending is told.

Exit status: 0 done; 1 the answer is yes (something is overdue, `doctor` found something); 2 refused or wrong use, and
nothing changed; 3 an error of our own.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, NoReturn

from followup_tui import __version__
from followup_tui.cli.context import Context
from followup_tui.cli.output import complain
from followup_tui.domain.errors import Ambiguous, FollowupError

DONE, YES, REFUSED, BROKEN = 0, 1, 2, 3
_INTERRUPTED = 130
_WIDEST = 100
_WITH_VALUE = ("--data", "--config", "--now")


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


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; status 2."""
        complain(f"{self.prog}: {message}; see `{self.prog} --help`.")
        raise SystemExit(REFUSED)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the answer is the exit status. Never raises for a person's mistake or our own."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a symbol gets a readable stand-in, not an error.
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(arguments)
    except FollowupError as error:
        _complain(error)
        return REFUSED
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else DONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left (`followup due | head -1`): no more can be said, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the last stop: an error of our own becomes one sentence and a report
        from followup_tui.crash import report

        complain(report(error))
        return BROKEN


def _run(arguments: Sequence[str]) -> int:
    arguments = _cleaned(arguments)
    options = build_parser(arguments).parse_args(arguments)
    context = Context(options, dict(os.environ))
    if options.command is None:
        from followup_tui.cli.window import open_window

        return open_window(options, context)
    command = COMMANDS[options.command]
    status: int = _function(command, "run")(options, context)
    sys.stdout.flush()
    return status


def _cleaned(arguments: Sequence[str]) -> list[str]:
    """Arguments as they may be stored; a path that is not UTF-8 keeps its bytes (as surrogates) for the file system."""
    return [argument.replace("\r\n", "\n").replace("\r", "\n") for argument in arguments]


def _complain(error: FollowupError) -> None:
    complain(f"followup: {error}")
    if isinstance(error, Ambiguous):
        for record_id, description in error.candidates:
            complain(f"  {record_id}  {description}")


def _function(command: Command, name: str) -> Callable[..., int]:
    module = import_module(f"followup_tui.cli.{command.module}")
    function: Callable[..., int] = getattr(module, name + command.suffix)
    return function


class _Formatter(argparse.HelpFormatter):
    """argparse's, told the width: finding it out loads a module, and argparse makes a formatter for every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns())


def _columns() -> int:
    try:
        return min(os.get_terminal_size().columns, _WIDEST) - 2
    except OSError:
        return _WIDEST - 2


def build_parser(arguments: Sequence[str] | None = None) -> Parser:
    """The command line. Of the commands only what `arguments` name is built: building all costs 5 ms."""
    parser = Parser(
        prog="followup",
        formatter_class=_Formatter,
        allow_abbrev=False,
        description="Keep a job search's conversations from going cold. Without a command, the app opens.",
        epilog="Every command has its own --help. Nothing is ever sent: messages go to the clipboard.",
    )
    parser.add_argument("--version", action="version", version=f"followup {__version__}")
    parser.add_argument("--demo", action="store_true", help="open a made-up book in a temporary place")
    _add_globals(parser, default=None)
    if arguments is not None and _open_the_window(arguments):
        parser.set_defaults(command=None)
        return parser
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=Parser, title="commands", prog=parser.prog
    )
    named = _command_in(arguments or ())
    for name, command in COMMANDS.items() if named is None else [(named, COMMANDS[named])]:
        sub = commands.add_parser(
            name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        _add_globals(sub, default=argparse.SUPPRESS)
        if name == named:
            _function(command, "configure")(sub)
    return parser


def _open_the_window(arguments: Sequence[str]) -> bool:
    """Whether there is nothing but what the window takes."""
    words = iter(arguments)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif word != "--demo" and not word.startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            return False
    return True


def _command_in(arguments: Sequence[str]) -> str | None:
    """The command that the arguments name, if it is one."""
    words = iter(arguments)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word if word in COMMANDS else None
        elif word in ("-h", "--help", "--version"):
            return None
    return None


def _add_globals(parser: argparse.ArgumentParser, default: str | None) -> None:
    """The options that stand before or after the command."""
    parser.add_argument("--data", metavar="FILE", default=default, help="the book (else FOLLOWUP_DATA, else your own)")
    parser.add_argument("--config", metavar="FILE", default=default, help="the settings, config.toml")
    parser.add_argument(
        "--now", metavar="WHEN", default=default, help='as of another moment: an instant, or words like "tue 3pm"'
    )
