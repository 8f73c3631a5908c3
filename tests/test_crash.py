"""An error of our own: one sentence for the person, the details where only they can read them."""

import re
import stat
import tempfile
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from rich.console import Console
from rich.traceback import Traceback

from followup_tui import __version__
from followup_tui.crash import report, report_text


@pytest.fixture(autouse=True)
def _temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def raised() -> Exception:
    letter = "Dear Ana, about my salary"  # a local variable, as letters are
    try:
        letter.index("nothing of it")
    except ValueError as error:
        return error
    raise AssertionError(letter)


def test_one_sentence_says_where_the_details_are(tmp_path: Path) -> None:
    sentence = report(raised())
    assert re.fullmatch(
        r"followup: an error of our own \(ValueError\); what was saved is safe, the details are in \S+\.", sentence
    )
    assert [str(path) in sentence for path in tmp_path.iterdir()] == [True]


def test_the_details_are_the_calls_without_the_values_and_only_the_user_reads_them(tmp_path: Path) -> None:
    report(raised())
    (path,) = tmp_path.iterdir()
    details = path.read_text(encoding="utf-8")
    assert details.startswith(f"followup {__version__}\nTraceback")
    assert "ValueError: substring not found" in details
    assert "Dear Ana, about" not in details
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [40, 120])
def test_of_what_rich_writes_the_boxes_of_variables_are_left_out(tmp_path: Path, encoding: str, width: int) -> None:
    buffer = BytesIO()
    console = Console(file=TextIOWrapper(buffer, encoding, "replace"), width=width, color_system=None)
    console.print(Traceback.from_exception(ValueError, error := raised(), error.__traceback__, show_locals=True))
    console.file.flush()
    written = buffer.getvalue().decode(encoding)
    assert "Dear Ana, about" in written.replace("letter = ", "")
    report_text(written)
    (path,) = tmp_path.iterdir()
    details = path.read_text(encoding="utf-8")
    assert "my salary'" not in details
    assert details.count("Dear Ana") == written.count("Dear Ana") - 1  # the line of the program itself stays
    assert error.__traceback__ is not None
    in_one_line = re.sub(r"[│|\s]", "", details)  # a narrow window wraps the path, wherever the checkout lies
    assert f"test_crash.py:{error.__traceback__.tb_lineno}" in in_one_line
    assert "ValueError: substring not found" in details


def test_details_that_are_no_proper_text_are_written_all_the_same(tmp_path: Path) -> None:
    assert "in the window" in report_text("half \ud800 a pair")
    (path,) = tmp_path.iterdir()
    assert "half \\ud800 a pair" in path.read_text(encoding="utf-8")


def test_where_nothing_can_be_written_the_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert re.fullmatch(
        r"followup: an error of our own \(ValueError\); its details could not be written \(.*\)\.", report(raised())
    )
