"""What a terminal is told to do by the bytes it is sent, and whether it was the app that told it, or the data."""

import re
from collections.abc import Iterable, Iterator

_TOKENS = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system commands, such as a new title
    rb"|\x1b[PX^_].*?\x1b\\"  # device control and other strings
    rb"|\x1b\[[<=>?]?[0-9;:]*[ -/]*[@-~]"  # control sequences, such as colours
    rb"|\x1b[ -/]*[0-~]?"  # other escapes, and one that stands alone
    rb"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"  # control characters, but for line ends and tabs
    rb"|\xc2[\x80-\x9f]",  # those of eight bits
    re.DOTALL,
)
# All that Textual sends to a terminal, exactly: colours, the cursor, its modes, and the shape of the pointer.
_OWN = re.compile(
    rb"\x1b\[[0-9;]*m|\x1b\[\d+;\d+H|\x1b\[\?(?:25|7|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"
    rb"|\x1b\[\?20(?:26|48)\$p|\x1b\[>\d+u|\x1b\[<u|\x1b\]22;[a-z-]*\x07"
)
# Embeddings, overrides and isolates turn what stands after them, wherever it came from.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BEFORE, _AFTER, _LEAST = 4, 12, 3


def not_our_own(raw: bytes, *, allowed: Iterable[bytes] = ()) -> list[bytes]:
    """The orders to the terminal that the app does not give by itself, each with what stands around it.

    Args:
        raw: All that was sent.
        allowed: What the app was asked for besides: the bell, a copy to the terminal's clipboard.
    """
    allowed = tuple(allowed)
    return [
        raw[max(0, token.start() - 12) : token.end() + 12]
        for token in _TOKENS.finditer(raw)
        if not _OWN.fullmatch(token[0]) and not token[0].startswith(allowed or (b"\0none",))
    ]


def passed_on(raw: bytes, texts: Iterable[str]) -> list[str]:
    """The texts whose control characters were sent as they are, and what turns the direction of text.

    This finds too what looks like the app's own, a colour for instance.
    """
    shown = raw.decode("utf-8", "replace")
    found = [text for text in texts if any(piece in shown for piece in _pieces(text))]
    return [*found, *(f"turned: {turn[0]!r}" for turn in _TURNING.finditer(shown))]


def _pieces(text: str) -> Iterator[str]:
    """Each control character with some of what stands around it in the text, unless just so the app says it too."""
    for control in _CONTROL.finditer(text):
        piece = text[max(0, control.start() - _BEFORE) : control.end() + _AFTER]
        if len(piece) >= _LEAST and control[0] != "\r" and not _OWN.fullmatch(piece.encode("utf-8", "replace")):
            yield piece
