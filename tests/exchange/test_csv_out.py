"""CSV that a spreadsheet opens as a table of texts."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.exchange.csv_out import csv_file
from tests.exchange.hostile import texts

CELLS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(texts())


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_every_cell_comes_back_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    _, *cells = read(csv_file(["a", "b"], rows))
    assert [[cell.removeprefix("'") for cell in row] for row in cells] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    for cell in (cell for row in cells for cell in row if cell and cell[0] in "=+-@\t\r"):
        assert not any(
            letter.isalpha() for letter in cell.casefold().replace("ext", "").replace("x", "").replace("e", "")
        )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("- tidy", "'- tidy"),
        ("-5", "-5"),
        ("+3.5", "+3.5"),
        ("+34 600 111 222", "+34 600 111 222"),
        ("+1 (555) 010-9999 ext. 12", "+1 (555) 010-9999 ext. 12"),
        ('Ana, "Ru\niz"', 'Ana, "Ru\niz"'),
        (0, "0"),
        (None, ""),
    ],
)
def test_a_cell_that_would_be_computed_is_a_text_but_numbers_are_numbers(value: object, cell: str) -> None:
    assert read(csv_file(["x"], [[value]]))[1:] == ([[cell]] if cell else [[""]])
