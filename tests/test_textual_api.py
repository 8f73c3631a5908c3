"""The window uses Textual's public face, so that a new version of it does not break ours unseen.

Names with a leading underscore belong to Textual alone: neither imported, nor read from its objects, nor (mostly by
accident) taken for an attribute of our own in a class that inherits from it.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.source_tree import PACKAGE, Module, imports_of, modules


class Use(NamedTuple):
    """A private name used in a file of ours."""

    file: str
    name: str
    line: int


# What there is no public way to do. Each has a comment beside it that says why.
ALLOWED = {("terminal.py", "textual._xterm_parser.XTermParser")}

WINDOW = [module for module in modules() if module.within("tui")]


def is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def private_imports(module: Module) -> Iterator[Use]:
    for found in imports_of(module):
        if found.name.split(".")[0] in {"textual", "rich"} and any(map(is_private, found.name.split("."))):
            yield Use(module.path.name, found.name, found.line)


def private_reads(module: Module) -> Iterator[Use]:
    """`widget._name`, where `widget` is neither `self` nor a class of ours."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            own = isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}
            if not own and node.attr not in {"_replace", "_asdict", "_fields", "_exit"}:
                yield Use(module.path.name, node.attr, node.lineno)


@cache
def private_names(owner: type) -> dict[str, int]:
    """The private attributes and methods that the body of a class reads, sets or defines, with the line of one."""
    lines, first = inspect.getsourcelines(owner)
    tree = ast.parse(textwrap.dedent("".join(lines)))
    names: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            name = node.attr
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            name = node.name
        else:
            continue
        if is_private(name):
            names[name] = first + node.lineno - 1
    return names


def classes_of(module: ModuleType) -> Iterator[type]:
    pending = [each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__]
    while pending:
        owner = pending.pop()
        yield owner
        pending += [
            each for each in vars(owner).values() if inspect.isclass(each) and each.__module__ == module.__name__
        ]


def taken_names(owner: type, package: str = PACKAGE) -> Iterator[Use]:
    """The private names of Textual's classes that a class of ours, or one that it is mixed with, uses as its own."""
    ours = [each for each in owner.__mro__ if each.__module__.startswith(package)]
    theirs = [each for each in owner.__mro__ if each.__module__.startswith("textual.")]
    known = {name for each in theirs for name in (*filter(is_private, vars(each)), *private_names(each))}
    for each in ours:
        for name in private_names(each).keys() & known:
            yield Use(inspect.getsourcefile(each) or "", f"{each.__name__}.{name}", private_names(each)[name])


@pytest.mark.parametrize("module", WINDOW, ids=lambda module: module.name)
def test_nothing_private_of_textual_is_imported_or_read(module: Module) -> None:
    used = [*private_imports(module), *private_reads(module)]
    assert [use for use in used if (use.file, use.name) not in ALLOWED] == []
    lines = module.text.splitlines()
    assert [use for use in used if "#" not in lines[use.line - 1]] == []


@pytest.mark.parametrize("module", WINDOW, ids=lambda module: module.name)
def test_no_private_name_of_textual_is_taken_for_one_of_ours(module: Module) -> None:
    assert [use for owner in classes_of(import_module(module.name)) for use in taken_names(owner)] == []


def test_what_is_allowed_is_used() -> None:
    used = {(use.file, use.name) for module in WINDOW for use in private_imports(module)}
    assert used == ALLOWED


def test_a_taken_name_is_seen() -> None:
    from textual.widget import Widget

    class Taking(Widget):
        def _on_mount(self, _event: object) -> None:
            self._size = 1  # type: ignore[assignment] # the very mistake that is to be seen

    assert {use.name for use in taken_names(Taking, __name__)} == {"Taking._size", "Taking._on_mount"}
