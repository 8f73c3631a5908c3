"""Earlier versions of a draft: what changed between two of them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from followup_tui.domain.records import Draft, Revision

Sign = Literal[" ", "-", "+"]


class Line(NamedTuple):
    """A line of a comparison: in both versions, only in the earlier one, or only in the letter as it is."""

    sign: Sign
    text: str


def versions(draft: Draft) -> tuple[Revision, ...]:
    """The versions that differ from the letter as it is, the newest first."""
    now = (draft.subject, draft.body)
    return tuple(revision for revision in reversed(draft.revisions) if (revision.subject, revision.body) != now)


def compared(earlier: Revision, draft: Draft) -> list[Line]:
    """What was changed since an earlier version, line by line; the subject is a line too."""
    return list(_compared(_lines(earlier.subject, earlier.body), _lines(draft.subject, draft.body)))


def _lines(subject: str, body: str) -> list[str]:
    return [*([f"Subject: {subject}"] if subject else []), *body.split("\n")]


def _compared(before: list[str], after: list[str]) -> Iterator[Line]:
    for change, begin, end, new_begin, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            yield from (Line(" ", line) for line in before[begin:end])
        else:
            yield from (Line("-", line) for line in before[begin:end])
            yield from (Line("+", line) for line in after[new_begin:new_end])
