"""Templates as files: the built-in ones of the package, and the user's own in their `templates` directory.

A file of the user's with the name of a built-in one stands in its place; any other stands beside them. One with
something wrong is reported and not used, so that the built-in one stays.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from followup_tui.domain.templates import Template, TemplateError, read_template

_SUFFIX = ".md"
# A letter is a page or two; what is larger is no template, and is not read at all.
_MOST_BYTES = 200_000


class FileProblem(NamedTuple):
    """Something wrong with one of the user's templates. Line and column are None where the file was not read."""

    file: Path
    line: int | None
    column: int | None
    message: str

    def __str__(self) -> str:
        place = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.file}{place}: {self.message}"


class Loaded(NamedTuple):
    """The templates there are, the built-in ones first, and what was wrong with the user's own."""

    templates: tuple[Template, ...]
    problems: tuple[FileProblem, ...]


@cache
def load_builtin() -> tuple[Template, ...]:
    """The templates that come with the package, by id. Read at the first call only."""
    from importlib import resources  # costs a start that reads no template some milliseconds

    folder = resources.files("followup_tui").joinpath("defaults", "templates")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(_SUFFIX)), key=lambda file: file.name)
    return tuple(read_template(file.name.removesuffix(_SUFFIX), file.read_text("utf-8")) for file in files)


def load_templates(directory: Path | None) -> Loaded:
    """The built-in templates and the user's own from `directory`, which need not be there. Never raises."""
    templates = {template.id: template for template in load_builtin()}
    problems: list[FileProblem] = []
    for file in _files(directory, problems) if directory is not None else []:
        template = _read_own(file, problems)
        if template is None:
            continue
        taken = _taken_name(template, templates)
        if taken is None:
            templates[template.id] = template
        else:
            message = f"the name “{template.name}” is that of {taken} already; give it another one"
            problems.append(FileProblem(file, *_place_of_name(template), message))
    return Loaded(tuple(templates.values()), tuple(problems))


def check_template(file: Path) -> tuple[FileProblem, ...]:
    """Everything that is wrong with one file, for `followup templates check`. Never raises."""
    problems: list[FileProblem] = []
    _read_own(file, problems)
    return tuple(problems)


def _files(directory: Path, problems: list[FileProblem]) -> list[Path]:
    """The user's template files by name; what is hidden, or no file, is not looked at."""
    try:
        found = sorted(directory.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_unreadable(directory, error))
        return []
    return [file for file in found if file.suffix == _SUFFIX and not file.name.startswith(".")]


def _read_own(file: Path, problems: list[FileProblem]) -> Template | None:
    """One of the user's templates, or None with what is wrong with it in `problems`."""
    try:
        # A pipe or a device would be waited for.
        data = file.read_bytes() if file.is_file() and file.stat().st_size <= _MOST_BYTES else None
    except OSError as error:
        problems.append(_unreadable(file, error))
        return None
    if data is None:
        problems.append(FileProblem(file, None, None, "not a text file of the size of a letter, so it is not read"))
        return None
    try:
        return read_template(file.name.removesuffix(_SUFFIX), data.decode("utf-8"), own=True)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.append(FileProblem(file, line, column, "not UTF-8 text; save the file as UTF-8"))
    except TemplateError as error:
        problems.extend(FileProblem(file, *problem) for problem in error.problems)
    return None


def _unreadable(file: Path, error: OSError) -> FileProblem:
    return FileProblem(file, None, None, f"cannot be read: {error.strerror or error}")


def _taken_name(template: Template, templates: dict[str, Template]) -> str | None:
    """The file that has the template's name already, unless it is the one that this template stands in for."""
    name = template.name.casefold()
    same = (other.id for other in templates.values() if other.name.casefold() == name and other.id != template.id)
    return next((template_id + _SUFFIX for template_id in same), None)


def _place_of_name(template: Template) -> tuple[int, int]:
    lines = template.source.split("\n")
    line = next(at for at, text in enumerate(lines, 1) if text.strip().lower().startswith("name"))
    return line, 1
