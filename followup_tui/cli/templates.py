"""`followup templates`: the letters that messages start from, the built-in ones and one's own."""

import argparse
import os
import subprocess
from pathlib import Path
from typing import Any

from followup_tui.cli.context import Context
from followup_tui.cli.output import say, say_json, say_text, table
from followup_tui.cli.parser import word
from followup_tui.desk.handing_over import editor_command
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.templates import KINDS, Template
from followup_tui.domain.text import fold
from followup_tui.exchange.template_files import FileProblem, Loaded, check_template, load_templates
from followup_tui.places import is_there, path_of
from followup_tui.private_file import write_private

_WRONG = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The four things to do with templates, and their options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="all there are")
    listing.add_argument("--kind", type=word, choices=KINDS, help="only those for this kind of message")
    listing.add_argument("--json", action="store_true", help="for programs")
    show = actions.add_parser("show", help="one of them, as it is written")
    show.add_argument("template", metavar="TEMPLATE", help="its file's name without .md, or its name")
    edit = actions.add_parser("edit", help="make one your own, in your editor; a built-in one is copied first")
    edit.add_argument("template", metavar="TEMPLATE", help="its file's name without .md, or its name")
    edit.add_argument("--like", metavar="OTHER", help="begin a new one as a copy of this one")
    check = actions.add_parser("check", help="what is wrong with your own, with line and column")
    check.add_argument("file", metavar="FILE", nargs="?", help="only this file")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do it; status 1 where a template has something wrong with it."""
    folder = context.config_path.parent / "templates"
    if arguments.action == "check" and arguments.file:
        file = path_of(arguments.file)
        if not os.path.lexists(file):
            raise FollowupError(f"{file}: there is no such file; `followup templates check` without one checks all.")
        return _report(check_template(file))
    loaded = load_templates(folder)
    if arguments.action == "list":
        return _list(loaded, arguments.kind, as_json=arguments.json)
    if arguments.action == "check":
        return _report(loaded.problems)
    if arguments.action == "show":
        say_text(_named(loaded, arguments.template).source)
        return 0
    return _edit(loaded, folder, arguments.template, arguments.like)


def _list(loaded: Loaded, kind: str | None, *, as_json: bool) -> int:
    templates = sorted(
        (template for template in loaded.templates if kind in (None, template.kind)),
        key=lambda template: (template.kind, template.id),
    )
    if as_json:
        say_json(
            {
                "templates": [_as_json(template) for template in templates],
                "problems": [str(problem) for problem in loaded.problems],
            }
        )
        return _WRONG if loaded.problems else 0
    for line in table(
        (one.id, one.name, one.kind, one.tone, ", ".join(one.channels), "yours" if one.own else "") for one in templates
    ):
        say(line)
    return _report(loaded.problems, quiet=True)


def _as_json(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "name": template.name,
        "kind": template.kind,
        "tone": template.tone,
        "channels": list(template.channels),
        "own": template.own,
    }


def _report(problems: tuple[FileProblem, ...], *, quiet: bool = False) -> int:
    """Say what is wrong; status 1 if anything is."""
    for problem in problems:
        say(str(problem))
    if not problems and not quiet:
        say("Nothing is wrong.")
    return _WRONG if problems else 0


def _named(loaded: Loaded, name: str) -> Template:
    """The template of that file name or name. Raises FollowupError if there is none."""
    for template in loaded.templates:
        if name == template.id or fold(name) == fold(template.name):
            return template
    raise FollowupError(f"There is no template {name!r}; `followup templates list` names them.")


def _edit(loaded: Loaded, folder: Path, name: str, like: str | None) -> int:
    """Open a file of the user's own in the editor, made first if need be, and say what is wrong with it then."""
    command = editor_command(os.environ)
    path = folder / f"{_file_name(loaded, name, like)}.md"
    if not is_there(path):
        _begin(path, _named(loaded, like or name).source)
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own editor
    except OSError as error:
        raise FollowupError(f"{error.filename or command[0]}: {error.strerror}; set VISUAL to your editor.") from error
    if done.returncode != 0:
        raise FollowupError(f"{command[0]} ended with status {done.returncode}; {path} is as it left it.")
    problems = check_template(path)
    if not problems:
        say(f"{path} is ready to use.")
        return 0
    return _report(problems)


def _begin(path: Path, source: str) -> None:
    try:
        write_private(path, source.encode())
    except OSError as error:
        raise FollowupError(f"{path}: cannot be written ({error.strerror or error}).") from error


def _file_name(loaded: Loaded, name: str, like: str | None) -> str:
    """The name of the file to edit. Raises FollowupError for one that would stand in another folder."""
    if like is None and not any(name == template.id for template in loaded.templates):
        own = next((problem.file.stem for problem in loaded.problems if problem.file.stem == name), None)
        return own or _named(loaded, name).id
    if Path(name).name != name or name.startswith("."):
        raise FollowupError(f"{name!r} cannot be the name of a template: use letters, digits and hyphens.")
    return name
