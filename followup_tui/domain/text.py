"""Text from outside: made clean once where it enters, made harmless wherever it is shown, folded where it is searched.

What is stored keeps every character a person or a file gave (line ends and lone surrogates aside), so that a name
survives the way in and out again. What is shown has no power: a terminal acts on control characters whoever sent them,
so each is replaced by a picture of itself.
"""

import unicodedata

# "Control Pictures" of Unicode holds one for each C0 control; the 8-bit C1 controls have none of their own.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "␦")
_BROKEN = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_LINE_ENDS = {0x0A: "⏎", 0x0D: "⏎", 0x85: "⏎", 0x2028: "⏎", 0x2029: "⏎"}

# Overrides, embeddings and isolates reach beyond the text they stand in; marks only touch their neighbours.
_BIDI_REACHING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "⇄")
_BIDI_MARKS = dict.fromkeys([0x061C, 0x200E, 0x200F], "⇄")
_ZERO_WIDTH = dict.fromkeys(
    [
        0x00AD,  # soft hyphen
        0x034F,  # combining grapheme joiner
        *(0x115F, 0x1160, 0x3164, 0xFFA0),  # Hangul fillers: letters that look like nothing
        *(0x17B4, 0x17B5),  # Khmer inherent vowels
        *range(0x180B, 0x1810),  # Mongolian selectors and vowel separator
        *range(0x200B, 0x200E),  # zero width space, non-joiner, joiner
        *range(0x2060, 0x2066),  # word joiner, invisible operators
        *range(0x206A, 0x2070),  # deprecated format characters
        0xFEFF,  # byte order mark
        *range(0xFFF9, 0xFFFC),  # interlinear annotations
        *range(0xE0000, 0xE0080),  # tags
    ],
    "◌",
)
# A variation selector is welcome after a symbol (it asks for the emoji), and hides anywhere else.
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_SYMBOLS = frozenset("#*0123456789‼⁉〰")

_ONE_LINE = _CONTROLS | _BROKEN | _LINE_ENDS | _BIDI_REACHING | _BIDI_MARKS | _ZERO_WIDTH | {0x09: " "}
_MANY_LINES = _CONTROLS | _BROKEN | _LINE_ENDS | _BIDI_REACHING | {0x09: "    ", 0x0A: "\n"}

# Some programs end a line at any of these, others only at a line feed.
_CARRIED = (
    _CONTROLS | _BROKEN | dict.fromkeys([*range(0x0A, 0x0E), *range(0x1C, 0x1F), *_LINE_ENDS], "\n") | {0x09: "\t"}
)

# What the document of an editor must not hold, each as a lone surrogate of its own: clean text has none of those.
_HELD = {code: 0xDC00 + code % 0x400 for code in (_CONTROLS | _LINE_ENDS | _BIDI_REACHING) if code not in {0x09, 0x0A}}
_RELEASED = {held: code for code, held in _HELD.items()}
_PICTURED = {held: _MANY_LINES[code] for code, held in _HELD.items()}

# Letters whose stroke or ligature Unicode does not take apart, and what has no width.
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_FOLDED = str.maketrans(_LETTERS) | dict.fromkeys([*_ZERO_WIDTH, *_BIDI_MARKS, *_BIDI_REACHING, *range(0xFE00, 0xFE10)])
# Combining classes that are no accent: none, and the nukta, kana voicing and virama that make another letter.
_PART_OF_LETTER = frozenset({0, 7, 8, 9})


def clean(text: str) -> str:
    r"""The text as it is stored: line ends as ``\n``, lone surrogates as U+FFFD, all else as given."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_BROKEN)
    return text


def visible(text: str, *, single_line: bool = True) -> str:
    r"""The text as it may be shown: no control character is left but, with several lines, ``\n``.

    Controls become their pictures (``␛``, ``␀``; ``␦`` for C1), what turns the direction of text becomes ``⇄``, and a
    lone surrogate U+FFFD.

    Args:
        text: Anything a person or a file gave.
        single_line: For names, addresses, subjects: line ends become ``⏎``, a tab one space, and every character
            without width a mark (``◌``), so that two names that differ look different. Otherwise, for messages and
            notes: line ends stay, a tab is four spaces, and joiners stay, because emoji and several scripts are
            written with them.
    """
    if text.isascii() and text.isprintable():
        return text
    if not single_line:
        return text.translate(_MANY_LINES)
    text = text.translate(_ONE_LINE)
    return text if _SELECTORS.isdisjoint(text) else _without_stray_selectors(text)


def _without_stray_selectors(text: str) -> str:
    """The text with a mark in the place of each variation selector that does not follow a symbol."""
    return "".join(
        "◌" if letter in _SELECTORS and before not in _SYMBOLS and unicodedata.category(before)[0] != "S" else letter
        for before, letter in zip(" " + text, text, strict=False)
    )


def plain(text: str) -> str:
    r"""The text as a file of lines may carry it to another program: no control character is left but ``\n`` and tab.

    Whatever some reader takes for the end of a line is ``\n``, other controls become their pictures. What has no width
    or turns the direction of text stays, since names and messages in several scripts are written with it.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_CARRIED)


def hold(text: str) -> str:
    r"""Clean text as the document of an editor may hold it: each control character as a stand-in one cell wide.

    An editor breaks lines at eight characters beside ``\n`` and takes a control for no cell wide. `release` gives back
    exactly what was held, `picture` shows it.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_HELD)


def release(held: str) -> str:
    """The text as it was before `hold`."""
    return held if held.isascii() else held.translate(_RELEASED)


def picture(held: str) -> str:
    """What `hold` made, as it may be shown: a picture in the place of each stand-in, so that places stay the same."""
    return held if held.isascii() else held.translate(_PICTURED)


def fold(text: str) -> str:
    """The text as it is compared and searched: no case, no accents, nothing without width, one space between words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)
        text = "".join([letter for letter in text if unicodedata.combining(letter) in _PART_OF_LETTER])
    return " ".join(text.casefold().split())
