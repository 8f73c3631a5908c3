"""The draft review: what is read over the writer's shoulder. `review(draft, context, dictionary)` is pure and offline.

A caller builds a `Context` (from `CONTEXT.json` with `context_from_json`, from records with `context_from_records`),
loads the dictionary once in a worker with `load_dictionary()`, and shows the findings it gets.
"""

from followup_tui.domain.review.checks.repeat import repeated_in
from followup_tui.domain.review.context_json import context_from_json
from followup_tui.domain.review.context_records import Surroundings, context_from_records
from followup_tui.domain.review.model import (
    Context,
    Draft,
    DraftLike,
    Earlier,
    Finding,
    Level,
    Other,
    Person,
    Timing,
    most_serious_first,
)
from followup_tui.domain.review.spelling import Dictionary, load_dictionary
from followup_tui.domain.review.table import CHECKS, Check, review

__all__ = [
    "CHECKS",
    "Check",
    "Context",
    "Dictionary",
    "Draft",
    "DraftLike",
    "Earlier",
    "Finding",
    "Level",
    "Other",
    "Person",
    "Surroundings",
    "Timing",
    "context_from_json",
    "context_from_records",
    "load_dictionary",
    "most_serious_first",
    "repeated_in",
    "review",
]
