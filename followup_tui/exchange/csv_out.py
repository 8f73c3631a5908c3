"""Tables as CSV that opens right in a spreadsheet: UTF-8 with a byte order mark, and no cell that is a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*([eE][+-]?\d+)?%?")
_PHONE = re.compile(r"\+?[\d(][\d ()./\-]*(\s*(ext\.?|x)\s*\d+)?", re.IGNORECASE)


def csv_file(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file; nothing is an empty cell."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """A value as text that no spreadsheet computes; numbers and phone numbers may begin with a sign."""
    text = "" if value is None else str(value)
    if not _FORMULA.match(text) or _NUMBER.fullmatch(text) or _PHONE.fullmatch(text):
        return text
    return "'" + text
