"""The command line as argparse knows it: the options of the whole, and of the command that is named."""

import argparse
import os
import re
from collections.abc import Sequence
from typing import NoReturn

from followup_tui import __version__
from followup_tui.cli.main import COMMANDS, REFUSED, function_of
from followup_tui.cli.output import complain

_WIDEST = 100
_WITH_VALUE = ("--data", "--config", "--now")


def word(text: str) -> str:
    """One of our words as it is kept, however a person writes it: `Thank-you` is `thank_you`."""
    return re.sub(r"[-\s]+", "_", text.strip().casefold())


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; status 2."""
        complain(f"{self.prog}: {message}; see `{self.prog} --help`.")
        raise SystemExit(REFUSED)


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
            function_of(command, "configure")(sub)
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
