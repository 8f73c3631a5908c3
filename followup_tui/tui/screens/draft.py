"""The draft editor: a message is written, read over one's shoulder, handed over, and marked as sent."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from followup_tui.desk.drafts import Sent
from followup_tui.domain.phrases import action_words, when_words
from followup_tui.domain.salutation import first_name
from followup_tui.tui.screens.draft_name import NamePart
from followup_tui.tui.screens.draft_panel import PanelKeys
from followup_tui.tui.screens.draft_sending import SendingKeys
from followup_tui.tui.screens.draft_writing import WritingKeys
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.safe import notify


class DraftScreen(NamePart, SendingKeys, PanelKeys, WritingKeys):
    """The letter on the left, the review and what to say on the right. The answer is what was sent, if it was.

    Here stand its keys, those that matter most first, as the footer shows them; what they do stands in its parts.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "sent", "Sent", tooltip="It went out: keep its text, complete the follow-up", id="draft.sent"),
        Binding("f5", "copy", "Copy", tooltip="Copy the message", id="draft.copy"),
        Binding("f7", "mail", "Mail", tooltip="Hand it to the mail client, ready to send", id="draft.mail"),
        Binding("f2", "template", "Template", tooltip="Another template or tone", id="draft.template"),
        Binding("f3", "insert", "Put in", tooltip="Put in a talking point, a promise or a material", id="draft.insert"),
        Binding("f4", "next_finding", "Mend", tooltip="To the next finding of the review", id="draft.finding"),
        Binding("f10", "side", "Side", tooltip="Show or hide what stands beside the letter", id="draft.side"),
        Binding("f9,ctrl+pagedown", "turn(1)", "Panel", tooltip="The same for the next interviewer", id="draft.panel"),
        Binding("ctrl+l", "letters", "Letters", tooltip="The letters of the panel side by side", id="draft.letters"),
        Binding("f12", "versions", "Versions", tooltip="Earlier versions, to go back to", id="draft.versions"),
        Binding("ctrl+o", "editor", "Editor", tooltip="Write in your own editor ($VISUAL, $EDITOR)", id="draft.editor"),
        Binding("escape", "back", "Back", tooltip="Back; the draft is kept", id="draft.back"),
        Binding("f6", "copy_subject", "Subject", tooltip="Copy the subject", id="draft.copy_subject"),
        Binding("ctrl+s", "save", "Save", tooltip="Save, and keep this version (it saves itself)", id="draft.save"),
        Binding(
            "ctrl+pageup", "turn(-1)", "Before", tooltip="The same for the interviewer before", id="draft.panel_back"
        ),
        Binding(
            "tab", "next_gap", "Next", show=False, tooltip="To the next {{gap}}, else to the next field", id="draft.tab"
        ),
    ]


def sent_words(sent: Sent, services: Services) -> str:
    """What is said after marking as sent."""
    following = sent.following
    if following is None:
        return "Marked as sent. Nothing else is planned here."
    what = action_words(following.kind, first_name(sent.whom) if sent.whom else "")
    return f"Marked as sent. Next: {what}, {when_words(following, services.now())}."


def told(screen: Screen[Any], sent: Sent, services: Services) -> None:
    """Say on the screen that came back what was sent and what comes next."""
    notify(screen, sent_words(sent, services))
