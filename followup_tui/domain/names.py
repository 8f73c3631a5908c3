"""Which record a person means by a name: the same answer on the command line, in a form and in the one-line add.

A name is tried as an id, then as the whole name (or company), then as words that begin its words; accents and case do
not count. The first of these that fits one record alone wins. Nothing is ever guessed.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from followup_tui.domain.errors import Ambiguous, NotFound
from followup_tui.domain.text import fold


class Named(NamedTuple):
    """A record as a name can find it: its whole names, the words it is known by, and how a person is told of it."""

    id: str
    wholes: tuple[str, ...]
    words: str
    description: str


def pick(name: str, among: Iterable[Named], what: str) -> Named:
    """The one of `among` that `name` means.

    `what` says what is looked for ("contact"). Raises NotFound, or Ambiguous with everything that fits.
    """
    candidates = list(among)
    wanted = fold(name).split()
    several: Sequence[Named] = ()
    for fits in (_by_id(name), _by_whole(wanted), _by_words(wanted)):
        found = [candidate for candidate in candidates if fits(candidate)]
        if len(found) == 1:
            return found[0]
        several = several or found
    if several:
        raise Ambiguous(
            f"{name!r} fits more than one {what} ({len(several)}); nothing was changed. Say which by its id:",
            [(candidate.id, candidate.description) for candidate in several],
        )
    raise NotFound(f"No {what} fits {name!r}; `followup find WORDS` may help.")


def named_one(name: str, among: Iterable[str]) -> str | None:
    """The one of these names that is meant, as `pick` does it; None where none or several fit."""
    try:
        return pick(name, (Named("", (whole,), whole, whole) for whole in among), "name").description
    except (Ambiguous, NotFound):
        return None


def _by_id(name: str) -> Callable[[Named], bool]:
    return lambda candidate: candidate.id == name


def _by_whole(wanted: list[str]) -> Callable[[Named], bool]:
    return lambda candidate: bool(wanted) and any(fold(whole).split() == wanted for whole in candidate.wholes)


def _by_words(wanted: list[str]) -> Callable[[Named], bool]:
    def fits(candidate: Named) -> bool:
        words = fold(candidate.words).split()
        return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)

    return fits
