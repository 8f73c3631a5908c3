"""A paste is a paste, however the terminal cuts it up and whatever it holds."""

import os
import threading
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from followup_tui.tui.terminal import PasteSafeParser, paste_safe
from followup_tui.tui.unix_terminal import PasteSafeDriver

START, END = "\x1b[200~", "\x1b[201~"


def heard(*pieces: str) -> list[str]:
    """What the pieces of input mean: keys by name, pastes in quotes."""
    parser = PasteSafeParser()
    said = []
    for piece in pieces:
        for event in parser.feed(piece):
            if isinstance(event, events.Paste):
                said.append(repr(event.text))
            elif isinstance(event, events.Key):
                said.append(event.key)
    return said


def test_keys_are_keys() -> None:
    assert heard("a\x11", "\x1b[A", "\x1b[", "B") == ["a", "ctrl+q", "up", "down"]


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "",
        "hello \x1b\x11 world",
        "\x1b\x1b\x1b[A\x1b[<0;1;1M\x1b[200~",
        "\x1b]0;title\x07\x1bP" + "x" * 100,
        "\x00\x03\r\n",
        "\x1b[201",
        "é中👍🏽",
    ],
)
def test_nothing_in_a_paste_presses_a_key(text: str) -> None:
    assert heard(f"a{START}{text}{END}b") == ["a", repr(text), "b"]


@given(text=st.text(st.sampled_from("ab\x1b[02~1\x11"), max_size=20), cuts=st.sets(st.integers(0, 40)))
@settings(max_examples=200)
def test_a_paste_may_arrive_in_any_pieces(text: str, cuts: set[int]) -> None:
    text = text.replace("~", "") if END in text else text
    data = f"a{START}{text}{END}b"
    edges = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    assert heard(*(data[start:end] for start, end in pairwise(edges))) == ["a", repr(text), "b"]


def test_two_pastes_in_one_piece_are_two() -> None:
    assert heard(f"{START}one{END}{START}two{END}") == ["'one'", "'two'"]


def test_a_paste_of_a_megabyte_is_one() -> None:
    text = "x\x1b" * 500_000
    data = f"{START}{text}{END}"
    assert heard(*(data[start : start + 4096] for start in range(0, len(data), 4096))) == [repr(text)]


@pytest.mark.parametrize(("chosen", "used"), [(LinuxDriver, PasteSafeDriver), (HeadlessDriver, HeadlessDriver)])
def test_the_terminal_of_linux_and_macos_is_read_this_way(chosen: type[Driver], used: type[Driver]) -> None:
    assert paste_safe(chosen) is used


def said_by_driver(data: bytes) -> list[str]:
    """What a driver makes of bytes from a terminal that is closed after them."""
    reading, writing = os.pipe()
    driver = PasteSafeDriver.__new__(PasteSafeDriver)  # no terminal: only what reads is tried here
    driver.fileno = reading
    driver.exit_event = threading.Event()
    messages: list[object] = []
    driver.process_message = messages.append  # type: ignore[method-assign,assignment]  # caught instead of sent
    thread = threading.Thread(target=driver.run_input_thread, daemon=True)
    thread.start()
    os.write(writing, data)
    os.close(writing)
    thread.join(timeout=10)
    assert not thread.is_alive()
    os.close(reading)
    return [repr(said.text) if isinstance(said, events.Paste) else said.key for said in messages]  # type: ignore[attr-defined]  # keys and pastes only


def test_the_driver_reads_pastes_and_bytes_that_are_no_text_and_ends_with_the_terminal() -> None:
    pasted = b"hello \x1b\x11 \xff world"
    assert said_by_driver(b"a\xc3\xa9" + START.encode() + pasted + END.encode() + b"\xffb") == [
        "a",
        "é",
        repr("hello \x1b\x11 \ufffd world"),
        "replacement_character",
        "b",
    ]
