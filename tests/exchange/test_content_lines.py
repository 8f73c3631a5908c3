"""The lines of vCard and iCalendar: no text begins one of its own, and none is too long."""

import re

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.exchange.content_lines import content_lines, escaped, unbroken
from tests.exchange.hostile import texts

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(texts())


def read(data: bytes) -> list[str]:
    """The lines as any reader unfolds them, whatever it takes for the end of a line."""
    return data.decode().replace("\r\n ", "").splitlines()


@given(TEXTS)
def test_a_text_stays_in_its_line_and_can_be_read_back(text: str) -> None:
    lines = read(content_lines([f"NOTE:{escaped(text)}", "END:X"]))
    assert len(lines) == 2
    assert lines[1] == "END:X"
    back = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], lines[0].removeprefix("NOTE:"))
    if not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", text):
        assert back == text


@given(TEXTS)
def test_no_line_is_longer_than_75_bytes_and_no_letter_is_torn(text: str) -> None:
    data = content_lines([f"NOTE:{escaped(text)}"])
    assert data.endswith(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@given(TEXTS)
def test_a_link_stays_in_its_line(text: str) -> None:
    assert len(read(content_lines([f"URL:{unbroken(text)}"]))) == 1
