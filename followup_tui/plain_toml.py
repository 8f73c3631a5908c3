"""The plainest TOML, read without Python's reader for all of it, which takes longer to load than a small book to read.

Most config files hold nothing but tables, texts, numbers and lists of texts, each on a line of its own. What is more
than that, or not right, is not read here: a test holds what is read to what `tomllib` says.
"""

from typing import Any

_BLANK = " \t"


def read_plain(text: str) -> dict[str, Any] | None:
    """What the text says, or None where that takes a reader that knows all of TOML."""
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return None
    try:
        return _read(text)
    except ValueError:
        return None


def _read(text: str) -> dict[str, Any]:
    """What the text says. Raises ValueError for what is not plain."""
    document: dict[str, Any] = {}
    table = document
    for line in map(_without_comment, text.split("\n")):
        if line.startswith("["):
            table = document[_new(line.removeprefix("[").removesuffix("]"), document)] = {}
            if not line.endswith("]"):
                raise ValueError(line)
        elif line:
            key, _, value = line.partition("=")
            table[_new(key.rstrip(_BLANK), table)] = _value(value.lstrip(_BLANK))
    return document


def _without_comment(line: str) -> str:
    said, _, _ = line.partition("#")
    if said.count('"') % 2:  # it may stand within a text
        raise ValueError(line)
    return said.strip(_BLANK)


def _new(name: str, table: dict[str, Any]) -> str:
    if not (name.isascii() and name.replace("-", "a").replace("_", "a").isalnum()) or name in table:
        raise ValueError(name)
    return name


def _value(value: str) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if value.startswith("[") and value.endswith("]"):
        inside = value[1:-1].strip(_BLANK)
        return [_text(part.strip(_BLANK)) for part in inside.removesuffix(",").split(",")] if inside else []
    if value.isascii() and value.isdigit() and (value == "0" or not value.startswith("0")):
        return int(value)
    return _text(value)


def _text(value: str) -> str:
    inside = value[1:-1]
    if value != f'"{inside}"' or '"' in inside or "\\" in inside:
        raise ValueError(value)
    return inside
