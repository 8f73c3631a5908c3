"""The one visual language for urgency: a symbol, a word and a colour, on every screen."""

from typing import Final, Literal

Urgency = Literal["overdue", "due", "open", "upcoming", "later", "none", "held"]
"""How pressing the next step is, as the cadence says, or `none` where nothing is planned."""

SYMBOLS: Final[dict[Urgency, str]] = {
    "overdue": "‼",
    "due": "●",
    "open": "○",
    "upcoming": "◔",
    "later": "·",
    "none": "·",
    "held": "⏸",
}

COLOURS: Final[dict[Urgency, str]] = {
    "overdue": "$text-error",
    "due": "$text-warning",
    "open": "$text-success",
    "upcoming": "$text-primary",
    "later": "$text-muted",
    "none": "$text-muted",
    "held": "$text-muted",
}
"""The theme's variable for each; what is not to stand out shares the muted one."""
