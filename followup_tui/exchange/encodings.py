"""How the bytes of a text are to be read, where nobody says so."""

import codecs
from typing import Final

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import Source
from followup_tui.exchange.sources import head
from followup_tui.exchange.table_size import check_size

_CHUNK = 1_048_576
_SAMPLE = 4_096
_NEARLY_ALL = 0.6
_MOSTLY = 10
_CERTAINLY = 100_000
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What Windows-1252 has no character for; Latin-1 has one for every byte.
_NOT_IN_1252: Final = tuple(bytes((code,)) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def encoding_of(source: Source) -> str:
    """The encoding of a text: by its mark, else UTF-16, UTF-8 or what Western spreadsheets write, as the bytes fit.

    Raises FollowupError for what is no text. The source stands at its beginning afterwards.
    """
    beginning = head(source)
    by_mark = next((encoding for mark, encoding in _BOMS if beginning.startswith(mark)), None)
    encoding = by_mark or _utf_16(beginning)
    check_size(source)
    if encoding is not None and encoding.startswith("utf-16"):
        return encoding
    return _without_zeros(source, by_mark)


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a text in a Latin script is zero, and no other."""
    sample = data[:_SAMPLE]
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if zeros.count(0) > len(zeros) * _NEARLY_ALL and letters.count(0) == 0:
            return encoding
    return None


def _without_zeros(source: Source, by_mark: str | None) -> str:
    """UTF-8 if all is UTF-8, or nearly all; else Windows-1252, or Latin-1 where that has no such character."""
    good = bad = 0
    in_1252 = True
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    while chunk := source.stream.read(_CHUNK):
        if b"\0" in chunk:
            raise FollowupError(f"{source.path}: has zero bytes in it, so it is no text; nothing was imported.")
        if chunk.isascii():
            continue
        in_1252 = in_1252 and not any(byte in chunk for byte in _NOT_IN_1252)
        if bad < _CERTAINLY:  # decoding what is not UTF-8 is slow, and by then there is no doubt
            text = decoder.decode(chunk)
            broken = text.count("\ufffd")
            bad += broken
            good += len(text) - len(text.encode("ascii", "ignore")) - broken
    source.stream.seek(0)
    if by_mark or not bad or good > _MOSTLY * bad:
        return by_mark or "utf-8"
    return "cp1252" if in_1252 else "latin-1"
