"""Whatever a table holds, reading it ends in units or in one sentence, and never in anything else."""

import contextlib
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange import dates, stage_words
from followup_tui.exchange.cells import people_in
from tests.exchange.reading_tables import Read

HEADERS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "CONVERSATION ID,FROM,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,IS MESSAGE DRAFT",
    "Application Date,Company Name,Job Title,Job Url,Resume Name,Question And Answers",
    "Name,Company,Role,E-mail 1 - Value,Phone,LinkedIn,Timezone,Labels,Notes,Connected on",
    "Company,Role,Status,Outcome,Applied,Decision by,Salary,Currency,Priority,Contact,Recruiter email,Link,Tags",
)
CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "Ana Ruiz",
            "a@x.org",
            "27/11/2026",
            "5/6/26",
            "Rejected",
            "2nd round",
            "★★",
            "",
            '"',
            "=1+1",
            "'=1",
            "99/99/9999",
        ]
    ),
)


@settings(max_examples=80, deadline=None)
@given(header=st.sampled_from(HEADERS), rows=st.lists(st.lists(CELLS, max_size=15), max_size=8))
def test_any_cells_below_a_known_header(header: str, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    with contextlib.suppress(FollowupError):
        Read(f"{header}\r\n{text.getvalue()}".encode("utf-8", "replace"), user_name="Sam")


@settings(max_examples=80, deadline=None)
@given(
    header=st.sampled_from(HEADERS),
    tail=st.binary(max_size=200),
    mark=st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_any_bytes_with_and_without_a_header(header: str, tail: bytes, mark: bytes) -> None:
    for data in (mark + tail, mark + header.encode() + b"\n" + tail):
        with contextlib.suppress(FollowupError):
            Read(data, user_name="Sam")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_as_a_date_a_stage_or_people(text: str) -> None:
    for order in (None, "dmy", "mdy"):
        dates.read(text, order)
    stage_words.read(text)
    people_in(text)


@pytest.mark.parametrize("letter", ["(", "[", "a@", "1 ", "- ", "/ ", "www.", "x."])
def test_people_are_not_searched_for_in_a_cell_as_long_as_a_text(letter: str) -> None:
    # It would take the square of its length.
    assert people_in(f"Ana Ruiz ana@x.org, {letter * 20_000}") == ()


def test_nothing_else_is_searched_for_in_it_either() -> None:
    assert dates.read(f"27/11/2026{' ' * 20_000}") is None
    assert stage_words.read(f"Rejected{' ' * 20_000}") is None
