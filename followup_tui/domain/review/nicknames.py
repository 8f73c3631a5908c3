"""Short forms of first names, as people use them in greetings. Both directions count: David is Dave, and Dave David."""

from functools import cache

from followup_tui.domain.review.wordings.short_names import SHORT_NAMES


@cache
def _by_full() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in SHORT_NAMES.strip().splitlines():
        full_names, _, short = line.partition(":")
        for full in full_names.split():
            table[full] = table.get(full, frozenset()) | frozenset(short.split())
    return table


def is_full_name(folded: str) -> bool:
    """Whether the table knows `folded` as a name in full, which then is nobody's short form by mere likeness."""
    return folded in _by_full()


def is_nickname(called: str, name: str) -> bool:
    """Whether a person whose (folded) first name is `name` may well be called `called`, or the reverse."""
    table = _by_full()
    return called in table.get(name, ()) or name in table.get(called, ())
