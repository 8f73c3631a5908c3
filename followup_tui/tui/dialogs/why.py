"""Why a follow-up is there: the rule, the guide it comes from, the facts it read and the dates it made of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from textual.content import Content

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.cadence.explain import Line
from followup_tui.domain.phrases import kind_words, look, when_words
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.widgets.hanging import Hanging, Labelled
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
_LEAST_LABEL = 12


class Why(Reading):
    """The explanation of one follow-up, as the cadence gives it."""

    def __init__(self, follow_up: FollowUp, lines: Sequence[Line], now: datetime) -> None:
        """A dialog on why `follow_up` is planned; without lines it was settled meanwhile."""
        super().__init__(f"Why: {kind_words(follow_up.kind)}", _text(follow_up, lines, now))


def _text(follow_up: FollowUp, lines: Sequence[Line], now: datetime) -> Hanging:
    if not lines:
        return Hanging([_plain(shown("Nothing asks for this any more: it has just been settled."))])
    colour = COLOURS[follow_up.urgency]
    blank = _plain(Content(""))
    rule, source, *rest = lines
    width = max(_LEAST_LABEL, *(len(line.label) for line in rest))
    parts = [
        _plain(Content.assemble((f"{look(follow_up).symbol} ", colour), (when_words(follow_up, now), colour))),
        blank,
        Labelled(Content.styled(f"{rule.label}  ", "bold $text-accent"), shown(rule.value, style="bold")),
        *_sources(source.value, width),
        blank,
    ]
    dates = False
    for line in rest:
        if (line.label in _DATES) is not dates:
            dates = not dates
            parts.append(blank)
        parts.append(_line(line.label, line.value, width))
    return Hanging(parts)


def _plain(text: Content) -> Labelled:
    return Labelled(Content(""), text)


def _sources(source: str, width: int) -> Iterable[Labelled]:
    """The guides that the rule comes from, each with what it is about; any other source as it is called."""
    for name in source.split(", "):
        about = GUIDES.get(name)
        yield _line(f"from {name}", about, width) if about else _line("from", name, width)


def _line(label: str, value: str, width: int) -> Labelled:
    return Labelled(shown(f"{label:<{width}}  ", style="$text-muted"), shown(value))
