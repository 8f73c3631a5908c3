"""Links are opened in the browser: web pages only, and nothing of it reaches the terminal."""

import sys
from pathlib import Path

import pytest

from followup_tui.desk.browser import is_web_page, open_page


@pytest.mark.parametrize(
    ("link", "is_page"),
    [
        ("https://example.com/jobs?id=1#apply", True),
        ("http://example.com", True),
        ("HTTPS://example.com", True),
        ("example.com", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("ssh://example.com", False),
        ("https:///nowhere", False),
        ("https://example.com/a b", False),
        ("https://example.com/\x1b]0;x", False),
        ("http://[broken", False),
        ("--help", False),
        ("", False),
    ],
)
def test_only_a_web_page_is_given_to_a_browser(link: str, *, is_page: bool) -> None:
    assert is_web_page(link) is is_page


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a browser of ours notes what it was asked to open; it also complains loudly."""
    note, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho noise; echo noise >&2; printf %s "$1" >> "{note}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    return note


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
def test_the_browser_gets_the_link_and_the_terminal_nothing(opened: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert open_page("https://example.com/jobs")
    assert opened.read_text() == "https://example.com/jobs"
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
def test_no_other_scheme_reaches_the_browser(opened: Path) -> None:
    assert not open_page("file:///etc/passwd")
    assert not opened.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is always a browser")
def test_where_there_is_no_browser_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROWSER", str(tmp_path / "nothing"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not open_page("https://example.com")
