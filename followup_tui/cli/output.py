"""What the commands print: text that has no power over the terminal, JSON for programs, tables for people."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from followup_tui.domain.text import visible

# Accents and marks that stand on another character, and joiners.
_WITHOUT_WIDTH = {"Mn", "Me", "Cf"}
# In cells: how wide a column becomes in a file, and what it may always take in a terminal.
_WIDEST_COLUMN = 60
_NARROWEST = 20
# JSON leaves DEL and the C1 controls as they are; a terminal would act on them.
_CONTROLS = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0))}


class OutputFailedError(Exception):
    """What was to be printed could not be written, to a full disk say; the reason."""


@contextmanager
def writing() -> Iterator[None]:
    """To be around whatever writes to standard output. Raises OutputFailedError, but where the reader has left."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailedError(error.strerror) from error


def _print(text: str) -> None:
    with writing():
        print(text)


def say(text: str = "") -> None:
    """Print one line; whatever stands in it is shown, never acted on, and an end of line in a name makes no second."""
    _print(visible(text))


def say_text(text: str) -> None:
    """Print a text of several lines: notes, a template, what a shell is to run."""
    _print(visible(text, single_line=False))


def say_fields(*fields: str) -> None:
    """Print a line of fields for programs, a tab between them."""
    _print("\t".join(map(visible, fields)))


def complain(text: str) -> None:
    """Print one line on stderr; where the terminal is gone there is nobody to tell."""
    try:
        print(visible(text), file=sys.stderr)
    except OSError:
        with suppress(OSError):
            print_no_more(sys.stderr)


def print_no_more(stream: TextIO) -> None:
    """Have what is still to be written there go nowhere, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    _print(json_text(value))


def json_text(value: Any) -> str:
    """A value as JSON in which no control character stands as itself."""
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=2))


def harmless_json(text: str) -> str:
    """JSON that says the same without control characters."""
    return text.translate(_CONTROLS)


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> list[str]:
    """Lines with the columns of `rows` aligned by the cells a terminal gives each character.

    One long cell must not make every line long. In a terminal it is shortened to half a line; for a file or a pipe it
    stays whole, stands out of its column, and moves what follows on its own line only. The last column is never cut.
    """
    shown = [[visible(cell) for cell in row] for row in rows]
    if not shown:
        return []
    columns = _terminal_columns()
    most = _WIDEST_COLUMN if columns is None else max(columns // 2, _NARROWEST)
    if columns is not None:
        shown = [[*(shortened(cell, most) for cell in row[:-1]), row[-1]] for row in shown]
    widths = [min(max(cells(row[column]) for row in shown), most) for column in range(len(shown[0]) - 1)]
    return [_line(row, widths, gap) for row in shown]


def _terminal_columns() -> int | None:
    """How many columns the terminal has that is printed to; None where that is none, or does not say."""
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    return None


def shortened(text: str, most: int) -> str:
    """A text that takes at most so many cells, with `…` where it was cut."""
    if len(text) <= most and cells(text) <= most:
        return text
    left = most - 1
    for index, character in enumerate(text):
        left -= _cells(character)
        if left < 0:
            return text[:index].rstrip() + "…"
    return text


def _line(row: Sequence[str], widths: Sequence[int], gap: int) -> str:
    padded = [cell + " " * max(width - cells(cell) + gap, gap) for cell, width in zip(row, widths, strict=False)]
    return ("".join(padded) + row[-1]).rstrip()


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: two for wide characters, none for accents that stand on another."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
