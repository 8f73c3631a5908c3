"""Findings of the review that the writer of a draft wants to be left alone with: they are kept with the draft."""

from followup_tui.desk.desk import Desk
from followup_tui.desk.kept_with import keep, kept
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Draft
from followup_tui.domain.review import Finding

Ignored = frozenset[tuple[str, str]]
"""The findings left alone: the check of each, and the words it was about, wherever they move to."""

_IGNORED = "ignored_findings"
_MOST = 200


def name_of(finding: Finding, text: str) -> tuple[str, str]:
    """What a finding in `text` is known by when it is to be left alone: it comes back once its words change."""
    return (finding.check, text[slice(*finding.span)] if finding.span else "")


def ignored(draft: Draft) -> Ignored:
    """What is to be left alone in a draft. Anything that is none of ours there is passed over."""
    entries = kept(draft, _IGNORED)
    if not isinstance(entries, list):
        return frozenset()
    pairs = (tuple(entry) for entry in entries if isinstance(entry, list | tuple))
    return frozenset(
        (check, words)
        for check, words in (pair for pair in pairs if len(pair) == 2)  # noqa: PLR2004 - a check and its words
        if isinstance(check, str) and isinstance(words, str)
    )


def ignore(desk: Desk, draft: Draft, name: tuple[str, str], session: str | None = None) -> Draft:
    """Leave a finding alone from now on; returns what is stored. Raises NotFound if the draft is not saved."""
    names = dict.fromkeys((*sorted(ignored(desk.get(Draft, draft.id))), name))
    entries = [list(each) for each in names][-_MOST:]
    return keep(desk, draft, _IGNORED, entries, f"Ignored a finding in the {kind_words(draft.kind)}", session)
