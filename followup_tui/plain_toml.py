"""The plainest TOML, read without Python's reader for all of it, which takes longer to load than a small book to read.

Most config files hold nothing but tables, texts, numbers and lists of texts, each on a line of its own. What is more
than that, or not right, is not read here: a test holds what is read to what `tomllib` says.
"""

import re
from typing import Any

_TEXT = r'"[^"\\]*"'
_LINE = re.compile(
    rf"""[ \t]*(?:
    (?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*(?:
        (?P<text>{_TEXT}) | (?P<number>0|[1-9][0-9]{{0,8}}) | (?P<truth>true|false)
        | \[[ \t]*(?P<list>(?:{_TEXT}(?:[ \t]*,[ \t]*{_TEXT})*[ \t]*,?)?)[ \t]*\]
    )
    | \[(?P<table>[A-Za-z0-9_-]+)\]
    )?[ \t]*(?:\#.*)?""",
    re.VERBOSE | re.ASCII,
)
_TEXTS = re.compile(_TEXT)


def read_plain(text: str) -> dict[str, Any] | None:
    """What the text says, or None where that takes a reader that knows all of TOML."""
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return None
    document: dict[str, Any] = {}
    table = document
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        name, key = found["table"], found["key"]
        if name is not None:
            if name in document:
                return None
            table = document[name] = {}
        elif key is not None:
            if key in table:
                return None
            table[key] = _value(found)
    return document


def _value(found: re.Match[str]) -> Any:
    if found["text"] is not None:
        return found["text"][1:-1]
    if found["number"] is not None:
        return int(found["number"])
    if found["truth"] is not None:
        return found["truth"] == "true"
    return [text[1:-1] for text in _TEXTS.findall(found["list"])]
