"""The draft editor: a message is written, read over one's shoulder, handed over, and marked as sent."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from followup_tui.desk.drafts import Sent
from followup_tui.domain.phrases import kind_words, when_words
from followup_tui.tui.screens.draft_panel import PanelKeys
from followup_tui.tui.screens.draft_sending import SendingKeys
from followup_tui.tui.screens.draft_writing import WritingKeys
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import notify


class DraftScreen(SendingKeys, PanelKeys, WritingKeys):
    """The letter on the left, the review and what to say on the right. The answer is what was sent, if it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.keys", "Keys", tooltip="The keys of this place", id="draft.help"),
    ]


def sent_words(sent: Sent, services: Services) -> str:
    """What is said after marking as sent."""
    following = sent.following
    if following is None:
        return "Marked as sent. Nothing else is planned here."
    return f"Marked as sent. Next: {kind_words(following.kind)}, {when_words(following, services.now())}."


def told(screen: Screen[Any], sent: Sent, services: Services) -> None:
    """Say on the screen that came back what was sent and what comes next."""
    notify(screen, sent_words(sent, services))
