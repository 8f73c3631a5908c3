"""How a command line is run in tests, and what came of it."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

NOW = "2026-11-21T10:00:00+01:00"


class Result(NamedTuple):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)


Command = Callable[..., Result]
