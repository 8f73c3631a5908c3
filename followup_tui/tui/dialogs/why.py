"""Why a follow-up is there: the rule, the guide it comes from, the facts it read and the dates it made of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from textual.content import Content

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.cadence.explain import Line
from followup_tui.domain.phrases import kind_words, look, when_words
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.urgency import COLOURS

GUIDES: Final = {
    "G0": "when to follow up and how, and to each interviewer separately",
    "G1": "thank, personalise, add what was missing; at fitting intervals, and patiently",
    "G2": "thank, add what was missing, stay in touch",
    "G3": "thank, follow up on the next steps, stay engaged",
    "G4": "letters after an interview, staying in mind, and what to do after a refusal",
}
"""What each of the five guides is about."""

_DATES = ("opens", "due", "overdue", "lapses")
_LABEL_WIDTH = 14


class Why(Reading):
    """The explanation of one follow-up, as the cadence gives it."""

    def __init__(self, follow_up: FollowUp, lines: Sequence[Line], now: datetime) -> None:
        """A dialog on why `follow_up` is planned; without lines it was settled meanwhile."""
        super().__init__(f"Why: {kind_words(follow_up.kind)}", _text(follow_up, lines, now))


def _text(follow_up: FollowUp, lines: Sequence[Line], now: datetime) -> Content:
    if not lines:
        return shown("Nothing asks for this any more: it has just been settled.")
    colour = COLOURS[follow_up.urgency]
    parts: list[Content] = [
        Content.assemble((f"{look(follow_up).symbol} ", colour), (when_words(follow_up, now), colour))
    ]
    rule, source, *rest = lines
    parts += [Content(""), Content.assemble((f"{rule.label}  ", "bold $text-accent"), shown(rule.value, style="bold"))]
    parts += _sources(source.value)
    parts.append(Content(""))
    dates = False
    for line in rest:
        if (line.label in _DATES) is not dates:
            dates = not dates
            parts.append(Content(""))
        parts.append(_line(line.label, line.value))
    return Content("\n").join(parts)


def _sources(source: str) -> Iterable[Content]:
    """The guides that the rule comes from, each with what it is about; any other source as it is called."""
    for name in source.split(", "):
        about = GUIDES.get(name)
        yield _line(f"from {name}", about) if about else _line("from", name)


def _line(label: str, value: str) -> Content:
    if len(label) < _LABEL_WIDTH:
        label = f"{label:<{_LABEL_WIDTH}}"
    return Content.assemble(shown(f"{label}  ", style="$text-muted"), shown(value))
