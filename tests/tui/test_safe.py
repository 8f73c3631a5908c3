"""No plain string that may come from a person reaches a widget that would read it as markup."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Button, Static

import followup_tui.tui
from followup_tui.tui.widgets.safe import notify, shown

TUI = Path(followup_tui.tui.__file__).parent

TAKE_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "Option",
    "Tab",
    "TabPane",
    "Link",
}
TAKE_RAW_TEXT = {"Input", "TextArea"}
MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "placeholder"}
SAFE_TYPES = {"Content", "Text", "Hanging"}


def safe_functions(tree: ast.AST) -> set[str]:
    """The functions and properties that are annotated to return what is safe."""
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) in SAFE_TYPES
    }


class Search(ast.NodeVisitor):
    """Finds where a widget is given a string that is no literal.

    What is safe: a literal, Content, Text or lines of them, and what is annotated as such (mypy sees to that).
    """

    def __init__(self, tree: ast.AST, functions: Iterable[str] = ()) -> None:
        self.found: list[str] = []
        self.safe = {*SAFE_TYPES, *functions, *safe_functions(tree)}
        for node in ast.walk(tree):
            match node:
                case ast.arg(arg=name, annotation=ast.expr() as kind) if ast.unparse(kind) in SAFE_TYPES:
                    self.safe |= {name, f"_{name}"}
        self.visit(tree)

    def is_safe(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant():
                return True
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in self.safe:
                return True
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in self.safe:
                return True
            case ast.Call(func=ast.Attribute(value=ast.Name(id="Content" | "Text"))):
                return True
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_safe(body) and self.is_safe(orelse)
        return False

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        unmarked = any(word.arg == "markup" and ast.unparse(word.value) == "False" for word in node.keywords)
        match node.func:
            case ast.Name(id=name) if name in TAKE_MARKUP and not unmarked:
                self.expect_safe(node, node.args[:1])
            case ast.Name(id=name) if name in TAKE_RAW_TEXT:
                self.found.append(f"{node.lineno}: {name} (there is Safe{name})")
            case ast.Attribute(attr="notify") if not unmarked:
                self.expect_safe(node, node.args[:1])
            case ast.Attribute(attr="update", value=ast.Name(id=name)) if name in {"label", "static"}:
                self.expect_safe(node, node.args[:1])
            case ast.Attribute(attr="add_row" | "add_option" | "add_column"):
                self.expect_safe(node, [argument for argument in node.args if not isinstance(argument, ast.Starred)])

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        match node.targets:
            case [ast.Attribute(attr=attribute)] if attribute in MARKUP_ATTRIBUTES:
                self.expect_safe(node, [node.value])

    def expect_safe(self, node: ast.AST, values: list[ast.expr]) -> None:
        if not all(self.is_safe(value) for value in values):
            self.found.append(f"{node.lineno}: {ast.unparse(node)}")  # type: ignore[attr-defined]  # calls, assignments


MODULES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(TUI.rglob("*.py"))}
FUNCTIONS = set().union(*(safe_functions(tree) for tree in MODULES.values()))


def problems(code: str) -> list[str]:
    return Search(ast.parse(code), FUNCTIONS).found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_widgets_are_given_literals_or_safe_text(path: Path) -> None:
    assert Search(MODULES[path], FUNCTIONS).found == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(name)",
        "Label(f'{name}!')",
        "Button(contact.name, id='x')",
        "self.notify(message)",
        "self.app.notify(f'{message}', title='x')",
        "self.border_title = company",
        "label.update(f'{name}')",
        "def line() -> str: ...\nStatic(line())",
        "table.add_row('x' + name)",
        "Input(value)",
        "TextArea()",
    ],
)
def test_the_search_finds_what_it_looks_for(code: str) -> None:
    assert problems(code)


@pytest.mark.parametrize(
    "code",
    [
        "Static('Hello')",
        "Label(shown(name))",
        "Static(Content.assemble(a, b))",
        "Button(shown(name), id='x')",
        "Static(name, markup=False)",
        "self.border_title = shown(company)",
        "label.update(shown(name))",
        "table.add_row(shown(name))",
        "SafeInput(value)",
        "def line() -> Content: ...\nStatic(line())",
        "def show(text: Content) -> None: Static(text)",
    ],
)
def test_the_search_leaves_what_is_safe(code: str) -> None:
    assert problems(code) == []


HOSTILE = "[@click=app.quit]Ana[/] [/] \x1b]0;title\x07 \u202eevil"
HARMLESS = "[@click=app.quit]Ana[/] [/] ␛]0;title␇ ⇄evil"


def test_shown_text_has_no_markup_and_no_controls() -> None:
    assert shown(HOSTILE) == Content(HARMLESS)
    assert shown("a\nb", single_line=False).plain == "a\nb"
    assert shown("a\nb", style="bold").plain == "a⏎b"


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(shown(HOSTILE))
        yield Button(shown(HOSTILE))

    def on_mount(self) -> None:
        self.query_one(Button).border_title = shown(HOSTILE)
        notify(self, HOSTILE, title=HOSTILE)


async def test_every_place_that_shows_text_shows_it_as_it_is() -> None:
    app = Host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        lines = [
            strip.text
            for widget in app.screen.query("Static, Button, Toast")
            for strip in widget.render_lines(Region(0, 0, *widget.outer_size))
        ]
        assert sum(HARMLESS in line for line in lines) == 5
        await pilot.click(Static, offset=(2, 0))
        assert app.is_running
