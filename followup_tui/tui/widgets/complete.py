"""Completing what is typed into a line that holds several things: the last of them, from what the book knows."""

import re
from collections.abc import Awaitable, Callable
from typing import Final

from textual.suggester import Suggester

_SHORTEST: Final = 2


class LastPiece(Suggester):
    """Suggests the rest of the last piece of a line; `right` at its end takes the suggestion."""

    def __init__(self, complete: Callable[[str], Awaitable[str | None]], separators: str) -> None:
        """Pieces are separated by any of `separators`; `complete` answers a whole piece for how one begins."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self._piece = re.compile(rf"[^{re.escape(separators)}]*$")

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last piece completed."""
        match = self._piece.search(value)
        begun = match[0].lstrip() if match else ""
        if len(begun) < _SHORTEST:
            return None
        whole = await self._complete(begun)
        rest = whole[len(begun) :] if whole and whole.casefold().startswith(begun.casefold()) else ""
        return value + rest if rest else None
