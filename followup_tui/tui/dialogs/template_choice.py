"""Another template or tone for the letter."""

from collections.abc import Sequence
from typing import Final

from followup_tui.domain.phrases import channel_words
from followup_tui.domain.templates import Template
from followup_tui.tui.dialogs.choose import Choice, Choose

SHOW: Final = "problems"
"""The answer of who wants to see what is wrong with their templates."""

_LETTERS = "123456789abcdefghilmnopqrstuvwxyz"


def choose_template(templates: Sequence[Template], current: str | None, *, problems: int) -> Choose[Template | str]:
    """A question: which of the templates, best first; the one in use is told.

    Where some of the user's own cannot be used, there is a choice to see the `problems`, whose answer is `SHOW`.
    """
    choices: list[Choice[Template | str]] = [
        Choice(letter, template.name, _note(template, current), template)
        for letter, template in zip(_LETTERS, templates, strict=False)
    ]
    if problems:
        note = "files in your folder of templates that cannot be used as they are"
        choices.append(Choice("?", f"What is wrong with your own ({problems})", note, SHOW))
    explanation = "The letter is written anew. What stands there now is kept as a version, and ctrl+z brings it back."
    return Choose("Another template or tone", choices, explanation)


def _note(template: Template, current: str | None) -> str:
    channels = ", ".join(map(channel_words, template.channels))
    own = "yours" if template.own else ""
    now = "in use" if template.id == current else ""
    return "  ·  ".join(filter(None, (template.tone, channels, own, now)))
