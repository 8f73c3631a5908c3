"""What is said about the table of people: how many are shown and marked, in which order; or that there are none."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from followup_tui.desk.directory import Listing, Query, Sort
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.widgets.safe import shown

_SORT_WORDS: Final[Mapping[Sort, str]] = {
    "name": "by name",
    "company": "by company",
    "heard": "last heard of first",
    "next": "most urgent first",
    "added": "newest first",
}
_FOR_ALL: Final = (("tag", "tag"), ("people.keep", "in touch"), ("people.merge", "merge"), ("delete", "delete"))
"""The keys that act on all who are marked, by their ids, each with what it does."""
_BACKWARDS: Final[Mapping[Sort, str]] = {
    "name": "by name, from the end",
    "company": "by company, from the end",
    "heard": "longest not heard of first",
    "next": "least urgent first",
    "added": "oldest first",
}


def nobody_words(query: Query, key: KeyOf) -> str:
    """What stands where the table has nobody to show; `key` names the keys."""
    words = query.words.strip()
    if words:
        return f"Nobody fits “{words}”; {key('people.show_all')} shows everybody."
    return f"Nobody is here yet: {key('people.add')} adds the first contact."


def view_words(listing: Listing, query: Query, marked: int, key: KeyOf, *, is_typing: bool) -> Content:
    """What was typed, unless it `is_typing` still; how many fit; how many are marked, and the keys for all of them."""
    parts: list[Content] = []
    words, total = query.words.strip(), len(listing.everybody)
    if words and not is_typing:
        parts.append(shown(f"/ {words}", style="bold $text-accent"))
    if words:
        parts.append(Content(f"{len(listing.contacts):,} of {total:,} people"))
    else:
        parts.append(Content(f"{total:,} {'person' if total == 1 else 'people'}"))
    if marked:
        parts.append(_marked_words(marked, key))
    return Content("  ").join(parts)


def _marked_words(count: int, key: KeyOf) -> Content:
    words: list[tuple[str, str]] = [(f"{count:,} marked", "bold $text-accent")]
    for name, what in _FOR_ALL:
        words += [("  ", ""), (key(name), "bold $text-accent"), ("" if key(name) == what else f" {what}", "")]
    return Content.assemble(*words)


def order_words(query: Query) -> Content:
    """The order in which they stand."""
    return Content((_BACKWARDS if query.backwards else _SORT_WORDS)[query.sort])
