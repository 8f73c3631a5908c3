"""A template's file: a header between two lines of `---`, a subject line, and the letter.

    ---
    name: Thank you, warm
    kind: thank_you
    channel: email, letter
    tone: warm
    ---
    Subject: Thank you, {{contact.first_name}}

    Dear {{contact.first_name}},
    …

`name` and `kind` have to be there. `channel` is one or several of the book's channels, or `any` (default `email`);
`tone` is warm, formal or short (default warm); `attempt: 2` says that it is for the second time and later. The subject
line may be missing where no e-mail is written.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from followup_tui.domain.schema import CHANNELS, FOLLOW_UP_KINDS
from followup_tui.domain.templates.nodes import Node
from followup_tui.domain.templates.problems import Report, TemplateError
from followup_tui.domain.templates.syntax import read_nodes

KINDS = (*FOLLOW_UP_KINDS, "reminder")
TONES = ("warm", "formal", "short")
# Far more than a letter; what is longer was not meant to be one.
MAX_LENGTH = 50_000

_FENCE = "---"
_SUBJECT = re.compile(r"subject:[ \t]*", re.IGNORECASE)


class Template(NamedTuple):
    """A template, ready to be filled. `id` is its file's name without `.md`; `own` says that it is the user's."""

    id: str
    name: str
    kind: str
    channels: tuple[str, ...]
    tone: str
    attempt: int
    subject: tuple[Node, ...]
    body: tuple[Node, ...]
    source: str
    own: bool = False


class _Entry(NamedTuple):
    """One line of a header: its value, and where key and value begin."""

    value: str
    key_at: int
    value_at: int


def read_template(template_id: str, text: str, *, own: bool = False) -> Template:
    """The template that the text of a file describes. Raises TemplateError with everything that is wrong with it."""
    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    report = Report(source)
    if len(source) > MAX_LENGTH:
        report.add(0, f"longer than {MAX_LENGTH} characters, so it is not read")
        raise TemplateError(report.problems)
    entries, start = _read_header(report)
    channels = _channels(entries, report)
    subject, subject_at, body_start = _read_subject(report, start)
    body = read_nodes(report, body_start, len(source.rstrip()))
    if "email" in channels and not subject:
        report.add(subject_at, "an e-mail needs a line “Subject: …” after the header")
    if not body and not report.problems:
        report.add(body_start, "the letter itself is missing")
    template = Template(
        id=template_id,
        name=_value(entries, "name", "", _any_text, report),
        kind=_value(entries, "kind", "", _one_of(KINDS), report),
        channels=channels,
        tone=_value(entries, "tone", TONES[0], _one_of(TONES), report),
        attempt=int(_value(entries, "attempt", "1", _one_of(("1", "2")), report) or 1),
        subject=subject,
        body=body,
        source=source,
        own=own,
    )
    if report.problems:
        raise TemplateError(report.problems)
    return template


_KEYS = ("name", "kind", "channel", "tone", "attempt")
_REQUIRED = ("name", "kind")


def _read_header(report: Report) -> tuple[dict[str, _Entry], int]:
    """The header's entries, and where the rest of the file begins."""
    lines = report.text.split("\n")
    entries: dict[str, _Entry] = {}
    if lines[0].rstrip() != _FENCE:
        report.add(0, "a template begins with a header between two lines of ---")
        return {}, 0
    offset = len(lines[0]) + 1
    for line in lines[1:]:
        following = offset + len(line) + 1
        if line.rstrip() == _FENCE:
            for key in _REQUIRED:
                if key not in entries:
                    report.add(offset, f"the header has no {key}")
            return entries, min(following, len(report.text))
        _read_entry(line, offset, entries, report)
        offset = following
    report.add(0, "the header is not closed by a line of ---")
    return entries, len(report.text)


def _read_entry(line: str, offset: int, entries: dict[str, _Entry], report: Report) -> None:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    key_at = offset + len(line) - len(line.lstrip())
    key, colon, value = line.partition(":")
    name = key.strip().lower()
    if not colon:
        report.add(key_at, "a line of the header reads “key: value”")
    elif name not in _KEYS:
        report.add(key_at, f"the header has no “{name}”; it has {', '.join(_KEYS)}")
    elif name in entries:
        report.add(key_at, f"{name} stands in the header twice")
    else:
        entries[name] = _Entry(value.strip(), key_at, offset + len(line) - len(value.lstrip()))


_Check = Callable[[str], str | None]


def _any_text(value: str) -> str | None:
    return None if value else "something"


def _one_of(allowed: tuple[str, ...]) -> _Check:
    def check(value: str) -> str | None:
        return None if value in allowed else "one of " + ", ".join(allowed)

    return check


def _value(entries: dict[str, _Entry], key: str, default: str, check: _Check, report: Report) -> str:
    """The value of `key`, or its default; the default too when the value is wrong, which is noted."""
    if key not in entries:
        return default
    entry = entries[key]
    value = entry.value if key == "name" else entry.value.lower()
    expected = check(value)
    if expected is None:
        return value
    report.add(entry.value_at, f"{key} has to be {expected}")
    return default


def _channels(entries: dict[str, _Entry], report: Report) -> tuple[str, ...]:
    if "channel" not in entries:
        return ("email",)
    entry = entries["channel"]
    names = tuple(dict.fromkeys(name.strip().lower() for name in entry.value.split(",")))
    if names == ("any",):
        return CHANNELS
    if not all(name in CHANNELS for name in names):
        report.add(entry.value_at, f"channel has to be any, or some of {', '.join(CHANNELS)}")
    return names


def _read_subject(report: Report, start: int) -> tuple[tuple[Node, ...], int, int]:
    """The subject's nodes, where it stands or should stand, and where the letter begins."""
    text = report.text
    start += len(text[start:]) - len(text[start:].lstrip())
    match = _SUBJECT.match(text, start)
    if match is None:
        return (), start, start
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    subject = read_nodes(report, match.end(), match.end() + len(text[match.end() : end].rstrip()))
    return subject, match.start(), end + len(text[end:]) - len(text[end:].lstrip())
