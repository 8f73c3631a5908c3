"""The package as text: its modules, what each imports, and where."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = "followup_tui"
ROOT = Path(__file__).parents[1]
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Import(NamedTuple):
    """One imported name: `followup_tui.domain.names.pick` is imported by `module` at `line`."""

    module: str
    name: str
    line: int
    inside_function: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.name}"


class Module(NamedTuple):
    """One file of the package."""

    name: str
    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.path)

    def within(self, *packages: str) -> bool:
        """Whether it is one of `packages`, each written below the package (`tui.widgets`), or stands in one."""
        names = [f"{PACKAGE}.{package}" for package in packages]
        return any(self.name == name or self.name.startswith(name + ".") for name in names)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    return tuple(
        Module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path)
        for path in sorted((ROOT / PACKAGE).rglob("*.py"))
    )


def imports_of(module: Module) -> Iterator[Import]:
    """Every name a module imports, also for types alone. A relative import keeps its dots."""
    return _imports(module, module.tree, inside=False)


def _imports(module: Module, node: ast.AST, *, inside: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(module.name, alias.name, child.lineno, inside)
        elif isinstance(child, ast.ImportFrom):
            origin = "." * child.level + (child.module or "")
            for alias in child.names:
                yield Import(module.name, f"{origin}.{alias.name}", child.lineno, inside)
        yield from _imports(module, child, inside=inside or isinstance(child, Function))


def all_imports() -> list[Import]:
    """Every import of every module."""
    return [found for module in modules() for found in imports_of(module)]
