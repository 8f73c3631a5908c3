"""Dates in words: `tue 3pm`, `in 2 weeks`, `27 nov`. Strict: the whole text is understood, or nothing is.

Standard library only, so that a command may read its `--now` without loading anything else.
"""

from followup_tui.domain.when.hints import elapsed_minutes, names_a_date
from followup_tui.domain.when.moment import local
from followup_tui.domain.when.reading import Understood, as_instant, understand
from followup_tui.domain.when.shown import describe, say_day, say_instant, to_json
from followup_tui.domain.when.tokens import DateOrder

__all__ = [
    "DateOrder",
    "Understood",
    "as_instant",
    "describe",
    "elapsed_minutes",
    "local",
    "names_a_date",
    "say_day",
    "say_instant",
    "to_json",
    "understand",
]
