"""`followup when`: what a date in words means."""

import argparse

from followup_tui.cli.context import Context, understand_words
from followup_tui.cli.output import complain, say, say_json
from followup_tui.domain.text import clean
from followup_tui.domain.when import describe, to_json

_NOT_UNDERSTOOD = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `when`."""
    parser.add_argument("words", metavar="WORDS", nargs="+", help='"next tue 3pm", "in 2 weeks", "27 nov"')
    parser.add_argument("--past", action="store_true", help="as where something is logged: the time lies behind")
    parser.add_argument("--json", action="store_true", help="for programs")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print what the words mean; status 2 when they are not understood."""
    words = clean(" ".join(arguments.words))
    understood = understand_words(words, context.clock.now(), context.config, past=arguments.past)
    if arguments.json:
        say_json(to_json(understood))
    elif understood.understood:
        say(describe(understood))
    if understood.understood:
        return 0
    complain(f"followup: {understood.reason}")
    return _NOT_UNDERSTOOD
