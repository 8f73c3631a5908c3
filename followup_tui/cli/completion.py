"""`followup completion`: what a shell needs to complete commands, options, and the names in the book.

The scripts are a few lines each and ask `followup completion words` at every tab, so that what they offer is what the
command line takes now: nothing in them has to be kept in step with it.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from followup_tui.cli.candidates import SOURCES, Candidate
from followup_tui.cli.context import Context
from followup_tui.cli.output import say, say_fields, say_text
from followup_tui.domain.text import fold, visible

FILES: Final = ":files"
"""Printed in the place of candidates where a file is wanted; a shell knows those itself."""

_SHELLS: Final = {
    "bash": """\
_followup() {
    local cur=${COMP_WORDS[COMP_CWORD]} line
    local -a lines
    mapfile -t lines < <("${COMP_WORDS[0]}" completion words : "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    COMPREPLY=()
    if [[ ${lines[0]-} == ":files" ]]; then
        compopt -o default
        return
    fi
    for line in "${lines[@]}"; do
        line=${line%%$'\\t'*}
        if [[ $cur != [\\"\\']* ]]; then
            printf -v line %q "$line"
        fi
        COMPREPLY+=("$line")
    done
}
complete -F _followup followup
""",
    "zsh": """\
#compdef followup
_followup() {
    local line
    local -a lines names shown
    lines=("${(@f)$("${(Q)words[1]}" completion words : "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ $lines[1] == ":files" ]]; then
        _files
        return
    fi
    for line in $lines; do
        names+=("${line%%$'\\t'*}")
        shown+=("${line//$'\\t'/  -- }")
    done
    (( $#names )) && compadd -l -d shown -a names
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _followup "$@"
else
    compdef _followup followup
fi
""",
    "fish": """\
function __followup_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($words[1] completion words : $words[2..-1] 2>/dev/null)
    if test "$lines[1]" = ":files"
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $lines
    end
end
complete -c followup -f -a '(__followup_complete)'
""",
}
_HINTS: Final = {
    "bash": 'put `eval "$(followup completion bash)"` into ~/.bashrc',
    "zsh": 'put `eval "$(followup completion zsh)"` into ~/.zshrc, below compinit',
    "fish": "followup completion fish > ~/.config/fish/completions/followup.fish",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `completion`."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Print what a shell needs to complete commands, options and names.\n\n" + "\n".join(
        f"{shell}: {hint}" for shell, hint in _HINTS.items()
    )
    parser.add_argument("shell", metavar="SHELL", choices=[*_SHELLS, "words"], help="bash, zsh or fish")
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print a shell's script, or (`words`) what the last of some words could become."""
    if arguments.shell != "words":
        say_text(_SHELLS[arguments.shell].rstrip("\n"))
        return 0
    words = arguments.words[1:]  # behind a colon, so that no dash among them is taken for our own
    asked = asked_for(words)
    if asked.files:
        say(FILES)
        return 0
    for candidate in _fitting(asked, _meant(words, context)):
        say_fields(*(field for field in candidate if field))
    return 0


def _meant(words: Sequence[str], context: Context) -> Context:
    """The book and the settings that the words name, where they name others."""
    given = [_unquoted(word) for word in _joined(words)]
    options = {
        name: given[given.index(f"--{name}") + 1] if f"--{name}" in given[:-2] else None for name in ("data", "config")
    }
    if not any(options.values()):
        return context
    return Context(argparse.Namespace(**options, now=None), dict(os.environ))


class Asked(NamedTuple):
    """What a command line lacks: one of `candidates`, a name of `source`, or a file; `prefix` is there already."""

    prefix: str
    candidates: tuple[Candidate, ...] = ()
    source: str | None = None
    files: bool = False


def asked_for(words: Sequence[str]) -> Asked:
    """What the last of some words, all but the program's own name, is to be."""
    from followup_tui.cli.parser import build_parser

    *before, prefix = [_unquoted(word) for word in _joined(words)] or [""]
    # One more word, so that the command is known when it is the one before.
    parser: argparse.ArgumentParser = build_parser([*before, ""])
    path: list[str] = []
    waiting = _positionals(parser)
    rest = iter(before)
    for word in rest:
        option = _option(parser, word)
        if option is not None:
            if _takes_value(option) and "=" not in word and next(rest, None) is None:
                return _of(option, path, prefix)
        elif waiting and isinstance(waiting[0], argparse._SubParsersAction):  # noqa: SLF001 - there is no other name
            if word not in waiting[0].choices:
                return Asked(prefix)
            parser = waiting[0].choices[word]
            path.append(word)
            waiting = _positionals(parser)
        elif waiting and waiting[0].nargs not in ("*", "+"):
            waiting = waiting[1:]
    if prefix.startswith("-"):
        option = _option(parser, prefix.partition("=")[0]) if "=" in prefix else None
        return _of(option, path, prefix.partition("=")[2]) if option else Asked(prefix, tuple(_options(parser)))
    return _of(waiting[0], path, prefix) if waiting else Asked(prefix)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """The words without the `=` that bash takes for one of them in `--what=contacts`."""
    return (word for number, word in enumerate(words) if word != "=" or number == 0)


def _unquoted(word: str) -> str:
    """A word as the shell would take it, also where its quotation is not closed yet."""
    if word[:1] in {'"', "'"}:
        return word[1:].removesuffix(word[0])
    return word.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")


def _positionals(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if not action.option_strings]  # noqa: SLF001 - no public way


def _option(parser: argparse.ArgumentParser, word: str) -> argparse.Action | None:
    name = word.partition("=")[0]
    actions = parser._actions if name.startswith("-") else ()  # noqa: SLF001 - no public way
    return next((action for action in actions if name in action.option_strings), None)


def _takes_value(option: argparse.Action) -> bool:
    return option.nargs != 0


def _options(parser: argparse.ArgumentParser) -> Iterator[Candidate]:
    for action in parser._actions:  # noqa: SLF001 - no public way
        if action.option_strings and action.help != argparse.SUPPRESS:
            yield Candidate(action.option_strings[-1], action.help or "")


def _of(action: argparse.Action, path: Sequence[str], prefix: str) -> Asked:
    """What the value of an option, or a word in its place, can be."""
    if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - there is no other name
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}  # noqa: SLF001 - no public way
        return Asked(prefix, tuple(Candidate(name, helps.get(name, "")) for name in action.choices))
    if action.choices is not None:
        return Asked(prefix, tuple(Candidate(str(choice)) for choice in action.choices))
    source = SOURCES.get((path[0], action.dest)) if path else None
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    return Asked(prefix, source=source, files=source is None and ("FILE" in metavar or metavar.endswith(".json")))


def _fitting(asked: Asked, context: Context) -> Iterator[Candidate]:
    """The candidates that begin with what is there; names also where it begins one of their words, without accents."""
    if asked.source is None:
        yield from (each for each in asked.candidates if each.word.startswith(asked.prefix))
        return
    from followup_tui.cli.candidates import named

    wanted = fold(asked.prefix)
    for candidate in named(asked.source, context):
        # A shell shows only what begins with the word itself.
        if fold(candidate.word).startswith(wanted) and visible(candidate.word) == candidate.word:
            yield candidate
