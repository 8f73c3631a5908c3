"""Bytes as text, where what a file says of its encoding may be missing, unknown or wrong."""

import codecs
from typing import Final

_LATIN: Final = "cp1252"
# What programs mean by some names, which is more than the names say.
_MEANT: Final = {
    "ascii": _LATIN,
    "iso8859-1": _LATIN,
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NAMES: Final = {"ks_c_5601-1987": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030", "utf8mb4": "utf-8"}
# These are no encodings of text in a file, and some of them take for ever.
_REFUSED: Final = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_LEAST_GOOD = 4


def decoded(data: bytes, charset: str | None = None) -> str:
    """Bytes as text: by the charset that is named, if it is one and fits, else UTF-8, else what Windows writes."""
    if data.isascii() and (charset is None or not charset.lower().startswith(("iso-2022", "utf-7", "utf-16", "hz"))):
        return data.decode("ascii")
    named = _codec(charset)
    # What is UTF-8 throughout is hardly ever meant as anything that has a letter for every byte.
    for name in ("utf-8", named) if named == _LATIN else (named, "utf-8"):
        if name is None:
            continue
        try:
            return data.decode(name)
        except (UnicodeError, ValueError, LookupError):
            continue
    return _mended(data, named)


def _codec(charset: str | None) -> str | None:
    """The codec that a charset's name means; None for one that nobody knows."""
    if not charset:
        return None
    name = charset.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_NAMES.get(name, name)).name
        b"-".decode(found)
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if found.replace("_", "-") in _REFUSED else _MEANT.get(found, found)


def _mended(data: bytes, named: str | None) -> str:
    """Bytes that fit no encoding whole: as UTF-8 if most that is not ASCII fits, else as named, else Windows' Latin."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - broken
    if good >= _LEAST_GOOD * broken:
        return text
    if named is not None and named not in ("utf-8", _LATIN):
        return data.decode(named, "replace")
    return data.decode(_LATIN if not any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d") else "latin-1", "replace")
