"""What the README and CONTRIBUTING name is there: pictures, commands and options, keys, settings, make targets."""

import re
import textwrap
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from followup_tui.cli.main import COMMANDS
from followup_tui.cli.parser import build_parser
from followup_tui.cli.window_settings import check_window
from followup_tui.config import check_settings, load_config
from followup_tui.domain.filtering import parse_filter
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.keymap import KeyTable, read_keys
from tests.screenshots.shown import TOUR

HOME = Path(__file__).parents[1]
README = (HOME / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")

BLOCKS = re.findall(r"^ *```(\w*)\n(.*?)^ *```", README, re.DOTALL | re.MULTILINE)
TEXT = re.sub(r"^ *```.*?^ *```\n", "", README, flags=re.DOTALL | re.MULTILINE)
ROWS = [
    [cell.replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in TEXT.splitlines()
    if line.startswith("| ")
]


def spans(text: str) -> list[str]:
    """What stands between backticks, on one line each."""
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", text)]


def section(heading: str) -> str:
    """The text below a heading, up to the next one."""
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


# Pictures and links


def test_every_picture_is_there_and_every_one_is_shown() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert sorted(shown) == sorted(f"screenshots/{path.name}" for path in (HOME / "screenshots").iterdir())


@pytest.mark.parametrize("path", sorted((HOME / "screenshots").iterdir()), ids=lambda path: path.stem)
def test_a_picture_is_an_image_that_needs_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    image = ET.fromstring(text)
    assert image.tag == "{http://www.w3.org/2000/svg}svg"
    assert float(image.attrib["width"]) > float(image.attrib["height"])
    assert not re.search(r"<script|<image|@import|url\(|href", text)


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_link_within_leads_somewhere(page: str) -> None:
    headings = {
        re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))
        for heading in re.findall(r"^#+ (.+)", page, re.MULTILINE)
    }
    for target in re.findall(r"[^!]\[[^]]+\]\(([^)]+)\)", page):
        if target.startswith("#"):
            assert target[1:] in headings
        elif not target.startswith("https://"):
            assert (HOME / target).exists(), target


def test_the_line_of_the_tour_is_the_one_in_its_picture() -> None:
    lines = [text.strip() for language, text in BLOCKS if not language]
    assert f"…{lines[0]}" in TOUR[0].keys


# The command line


def command_in(span: str) -> str | None:
    """The command that a span calls: "" for `followup` by itself, None where it calls none."""
    found = re.search(r"(?:^|\* )followup(?: ([a-z]+))?", span)
    return None if found is None or re.match(r"followup[.-]", span) else found[1] or ""


def options_of(command: str) -> set[str]:
    """The options of a command, or those of the program."""
    parser: Any = build_parser([command] if command else [])
    if command:
        parser = next(action.choices[command] for action in parser._actions if isinstance(action.choices, dict))
    return {option for action in parser._actions for option in action.option_strings}


CALLS = sorted({(command, span) for span in spans(TEXT) if (command := command_in(span)) is not None})


@pytest.mark.parametrize(("command", "span"), CALLS, ids=[span for _, span in CALLS])
def test_every_command_is_one_and_has_the_options_it_is_called_with(command: str, span: str) -> None:
    assert command in COMMANDS or not command
    assert set(re.findall(r"--[a-z-]+", span)) <= options_of(command)


COMMAND_ROWS = [row for row in ROWS if command_in(row[0].strip(" `")) is not None and len(row) == 2]


def test_the_table_has_every_command_and_says_what_its_options_are() -> None:
    told = set()
    for first, second in COMMAND_ROWS:
        commands = [command for span in spans(first) if (command := command_in(span)) is not None]
        told.update(commands)
        assert set(re.findall(r"--[a-z-]+", first + second)) <= options_of(commands[0]), first
    assert told == {"", *COMMANDS}


# Keys


@pytest.fixture(scope="module")
def table() -> KeyTable:
    """All the bindings there are."""
    return KeyTable(FollowupApp)


def keys_in(table: KeyTable, *places: str) -> set[str]:
    """The keys that are heard in some screens."""
    found = {place.name: place for place in table.places}
    return {key for place in places for bound in found[place].bindings for key in bound.keys}


def named_keys(text: str) -> set[str]:
    """The keys that a text names between backticks, as Textual calls them."""
    names = {"↵": "enter", "hjkl": "h,j,k,l"}
    return {key for span in spans(text) for key in read_keys(names.get(span, span))}


def test_the_keys_of_the_table_are_keys_of_the_screens(table: KeyTable) -> None:
    known = keys_in(table, "board", "today", "people", "detail")
    rows = section("Keys").split("| arrows")[1].split("\n\n")[0]
    for row in f"| arrows{rows}".splitlines():
        assert named_keys(row.split("|")[1]) <= known, row


def test_the_keys_of_the_draft_editor_are_its_keys(table: KeyTable) -> None:
    paragraph = section("Keys").split("In the draft editor:")[1]
    assert named_keys(paragraph) <= keys_in(table, "draft")


def test_the_words_that_narrow_the_board_are_understood() -> None:
    row = next(line for line in section("The screens").splitlines() if line.startswith("| `1`"))
    for span in spans(row):
        if ":" in span:
            assert parse_filter(f"{span}lead" if span.endswith(":") else span).remarks == ()


# Settings


@pytest.mark.parametrize("text", [text for language, text in BLOCKS if language == "toml"], ids=["short", "long"])
def test_the_settings_that_are_shown_are_taken_as_they_stand(text: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(textwrap.dedent(text), encoding="utf-8")
    check_window(load_config(file))


def test_every_setting_that_is_named_is_one() -> None:
    for span in spans(TEXT):
        if found := re.fullmatch(r"\[(\w+)\](?: (\w+))?", span):
            check_settings({found[1]: {found[2]: "~/x.ics"} if found[2] else {}})


# make


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_target_of_make_is_one(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    calls = [*spans(page), *re.findall(r"^make .*", page, re.MULTILINE)]
    named = {found[1] for call in calls if (found := re.match(r"make (?:\w+=\S+ )?([a-z]+)", call))}
    assert named
    assert named <= targets
