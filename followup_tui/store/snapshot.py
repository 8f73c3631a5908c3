"""The snapshot as text: what TinyDB's own JSONStorage reads, with its keys sorted and one record a line.

    {
    "contacts": {
    "1": {"company":null,…},
    "2": {…}
    },
    "meta": {
    "1": {"checksum":"0a1b2c3d","follows":"…","generation":"…","version":1}
    },
    …
    }

The checksum in `meta` covers every other byte of the file. Where it is right, nobody has touched the file since it was
written, and its lines may be decoded without asking; where it is not, a person has edited it (or a disk has), so that
it is parsed strictly, with the line of each record at hand, and every field is checked (see `strict`).

Only the standard library, because reading commands come through here too.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

VERSION = 1
META = "meta"
META_KEY = "1"
_META_START = b'\n"meta": {\n'
ENTRY_START = b'"1": '
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Meta(NamedTuple):
    """What a snapshot says of itself.

    `generation` is a name that no other snapshot has; the journal says to which one it belongs. `follows` is the
    generation whose journal this snapshot has taken in. `extra` is what a newer version keeps there.
    """

    version: int = VERSION
    generation: str = ""
    follows: str = ""
    extra: Mapping[str, Any] = {}


def compact(value: Any) -> bytes:
    """The one way in which JSON is written here. Raises ValueError for half a surrogate pair or an infinite number."""
    return _ENCODER.encode(value).encode()


def compose(tables: Mapping[str, Sequence[bytes]], meta: Meta) -> bytes:
    """The whole file, from the lines (`"12": {…}`) of each table in their order.

    The lines of the table `meta` are those that a newer version keeps there beside its first document.
    """
    before = [b"{"]
    after: list[bytes] = []
    for name, lines in sorted(tables.items()):
        if lines and name < META:
            before += (b"\n", compact(name), b": {\n", b",\n".join(lines), b"\n},")
        elif lines and name > META:
            after += (b",\n", compact(name), b": {\n", b",\n".join(lines), b"\n}")
    before.append(_META_START + ENTRY_START)
    more_of_meta = [b",\n" + line for line in tables.get(META, ())]
    after = [*more_of_meta, b"\n}", *after, b"\n}\n"]
    crc = 0
    for piece in (*before, *after):
        crc = crc32(piece, crc)
    return b"".join((*before, _meta_document(meta, crc), *after))


def _meta_document(meta: Meta, crc: int) -> bytes:
    document = {**meta.extra, "follows": meta.follows, "generation": meta.generation, "version": meta.version}
    checksum = f"{crc32(compact(document), crc):08x}"
    return compact({**document, "checksum": checksum})


def trusted_meta(raw: bytes) -> Meta | None:
    """What the file says of itself, if every byte is as this program wrote it; else None."""
    place = _meta_place(raw)
    if place is None:
        return None
    view = memoryview(raw)
    return trusted_document(raw[place], crc32(view[place.stop :], crc32(view[: place.start])))


def trusted_document(document: bytes, crc: int) -> Meta | None:
    """What the document of `meta` says, if its checksum is right, `crc` being that of every other byte of the file."""
    try:
        meta = meta_of(json.loads(document))
    except (ValueError, RecursionError):
        return None
    return meta if meta is not None and _meta_document(meta, crc) == document else None


def same_content(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same, whatever they say of themselves."""
    here, there = _meta_place(one), _meta_place(other)
    if here is None or there is None:
        return one == other
    one_view, other_view = memoryview(one), memoryview(other)
    return one_view[: here.start] == other_view[: there.start] and one_view[here.stop :] == other_view[there.stop :]


def _meta_place(raw: bytes) -> slice | None:
    """Where the document of `meta` stands. A line end cannot be part of a text in JSON, so there is one such place."""
    start = raw.find(_META_START + ENTRY_START)
    if start < 0:
        return None
    start += len(_META_START + ENTRY_START)
    end = raw.find(b"\n", start)
    return slice(start, end) if end > 0 else None


def meta_of(document: Any) -> Meta | None:
    """What the first document of `meta` says; None if it makes no sense."""
    if not isinstance(document, dict):
        return None
    known = {"checksum", "follows", "generation", "version"}
    version, generation, follows = (
        document.get("version", VERSION),
        document.get("generation", ""),
        document.get("follows", ""),
    )
    fine = type(version) is int and version >= 1 and isinstance(generation, str) and isinstance(follows, str)
    extra = {key: value for key, value in document.items() if key not in known}
    return Meta(version, generation, follows, extra) if fine else None
